//! What is asked of the printer and its address: each the other's inverse, beside any query.

use super::{details, job, sample};
use ocop::page::print::Asked;
use ocop::paper::{By, Format, Grid, Inks, Kind, Layout, Paper, Parts, Tongue, UPS, Um};
use ocop::press::{Face, Print};
use ocop::query::{Facet, Query};
use ocop::route::{Lang, Route};
use proptest::prelude::*;

fn paper() -> impl Strategy<Value = Paper> {
    let select = prop::sample::select::<u8>;
    (
        prop::sample::select(Kind::ALL),
        (
            prop::sample::select(Format::ALL),
            prop::sample::select(Layout::ALL),
            prop::sample::select(By::ALL),
            prop::sample::select(Parts::ALL),
        ),
        (prop::sample::select(Tongue::ALL), prop::sample::select(Inks::ALL)),
        (any::<bool>(), any::<bool>(), ".{0,12}", select(UPS.to_vec()), prop::sample::select(Grid::ALL)),
    )
        .prop_map(|(kind, (format, layout, by, parts), (tongue, inks), (bleed, duplex, item, up, grid))| Paper {
            kind,
            format,
            layout,
            by,
            parts,
            tongue,
            inks,
            bleed,
            duplex,
            item,
            up,
            grid,
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back_beside_any_query(paper in paper(), text in ".{0,20}") {
        let query = Query::default().toggled(Facet::Group, "do-uong").toggled(Facet::Stars, "4").typed(&text);
        let both = format!("{}&{}", query.write(), paper.write());
        prop_assert_eq!(Paper::default().with(&both), paper.clone());
        prop_assert_eq!(Query::read(&both), query);
        prop_assert_eq!(Paper::default().with(&paper.write()).write(), paper.write());
    }

    #[test]
    fn any_text_is_read(text in ".{0,80}") {
        let paper = Paper::default().with(&text);
        prop_assert_eq!(Paper::default().with(&paper.write()), paper);
    }
}

#[test]
fn unknown_values_fall_back() {
    let beside = Paper::default().with("paper=a5&ink=copy");
    assert_eq!((beside.format, beside.inks), (Format::A5, Inks::Copy), "options count without a kind, too");
    assert_eq!(Paper::default().with("print=poster&paper=a0&up=3&bleed=yes"), Paper::default());
    assert_eq!(Paper::default().write(), "print=book");
}

#[test]
fn a_list_that_was_picked_stands_in_its_order_unless_sections_are_asked_for() {
    let by = |text: &str| Asked::read(Lang::Vi, text).paper.by;
    assert_eq!((by("print=book"), by("print=book&list=abc")), (By::Group, By::Nothing));
    for text in ["print=book", "print=book&list=abc"] {
        for &by in By::ALL {
            let mut asked = Asked::read(Lang::Vi, text);
            asked.paper.by = by;
            let Route::Print(written) = asked.address(Lang::Vi).route else { unreachable!() };
            assert_eq!(Asked::read(Lang::Vi, &written), asked, "{written}");
        }
    }
}

#[test]
fn what_names_no_language_is_printed_in_that_of_its_page() {
    for (lang, own) in [(Lang::Vi, Tongue::Vi), (Lang::En, Tongue::En)] {
        assert_eq!(Asked::read(lang, "print=flyer&item=mam-tom-le-gia").paper.tongue, own);
        for &tongue in Tongue::ALL {
            let mut asked = Asked::read(lang, "print=book");
            asked.paper.tongue = tongue;
            for page in Lang::ALL {
                let Route::Print(written) = asked.address(page).route else { unreachable!() };
                assert_eq!(Asked::read(page, &written).paper, asked.paper, "{written}");
            }
        }
    }
}

#[test]
fn what_is_offered_comes_out_and_what_is_not_does_not() {
    for &kind in Kind::ALL {
        for (&format, up) in Format::ALL.iter().flat_map(|format| UPS.map(|up| (format, up))) {
            let paper = Paper { kind, format, up, ..Paper::default() };
            let offered = paper.formats().contains(&format);
            if kind == Kind::Book && !offered {
                continue;
            }
            let mut print = Print::begin(job(sample(), details(), paper.clone()));
            while !print.step(200) {}
            let size = print.sheet(1).map(|sheet| (sheet.width.min(sheet.height), sheet.width.max(sheet.height)));
            assert_eq!(size == Some(format.size()), offered, "?{}: {size:?}", paper.write());
        }
    }
}

#[test]
fn no_key_is_shared_with_a_query() {
    let keys = ["print", "paper", "layout", "by", "lang", "ink", "bleed", "duplex", "item", "up", "grid"];
    for facet in Facet::ALL {
        assert!(!keys.contains(&facet.key()));
    }
    for key in ["q", "sort", "more"] {
        assert!(!keys.contains(&key));
    }
}

#[test]
fn seven_points_are_not_less_than_seven_points() {
    // 1 pt = 25.4 mm / 72
    assert!(i64::from(Um::points(700).0) * 72 * 10 >= 7 * 254_000);
    assert_eq!(Um::points(7200), Um(25_400));
    assert_eq!(Format::A4.size(), (Um(210_000), Um(297_000)));
}

/// Lines are as long as they were measured only in the faces they were measured in.
#[test]
fn style_sheets_set_the_faces_that_were_measured() {
    let style = |file: &str| std::fs::read_to_string(format!("{}/style/{file}", env!("CARGO_MANIFEST_DIR")));
    let (fonts, desk) = (style("paper.css").unwrap_or_default(), style("desk.css").unwrap_or_default());
    for (face, name) in Face::ALL.into_iter().zip(["reading", "bold", "narrow", "name", "great"]) {
        let (width, weight) = face.instance();
        let font = format!(
            "paper-{name}-latin.woff2\") format(\"woff2\");\n  font-weight: {weight};\n  font-stretch: {width}%;"
        );
        assert!(fonts.contains(&font), "{face:?}");
        let rule = desk.split(&format!(".sheet .{name} {{")).nth(1).and_then(|rest| rest.split('}').next());
        let rule = rule.unwrap_or_default();
        assert!(rule.contains(&format!("font-weight: {weight};")), "{face:?}: {rule}");
        assert_eq!(rule.contains("font-stretch"), width != 100, "{face:?}: {rule}");
        assert!(width == 100 || rule.contains(&format!("font-stretch: {width}%;")), "{face:?}: {rule}");
        let gap = format!("word-spacing: .{:02}em;", face.gap() / 10);
        assert_eq!(rule.contains(&gap), face.gap() > 0, "{face:?}: {rule}");
    }
}
