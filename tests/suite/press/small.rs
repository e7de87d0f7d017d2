//! Flyers, leaflets, labels, tags, stickers and signs.

use super::book::{hard, told};
use super::rule::sound;
use super::{details, job, paragraphs, sample, texts};
use ocop::catalog::{Catalog, Detail, ProductId};
use ocop::paper::{Format, Grid, Inks, Kind, Paper, Tongue, UPS, Um};
use ocop::press::{AROUND, Area, Job, Line, Piece, Print, Role, Sheet, Small};
use std::collections::HashSet;

/// Every way to ask for something small.
pub fn every() -> Vec<Paper> {
    let mut out = Vec::new();
    let plain = |kind, tongue| Paper { kind, tongue, ..Paper::default() };
    for tongue in [Tongue::Vi, Tongue::Both] {
        for &format in Format::ALL {
            out.extend([Kind::Flyer, Kind::Sign, Kind::Fold].map(|kind| Paper { format, ..plain(kind, tongue) }));
            out.extend(UPS.map(|up| Paper { up, format, ..plain(Kind::Flyer, tongue) }));
        }
        for &grid in Grid::ALL {
            out.extend([Kind::Labels, Kind::Tags, Kind::Stickers].map(|kind| Paper { grid, ..plain(kind, tongue) }));
        }
    }
    out
}

pub fn small<'a>(catalog: &'a Catalog, details: &'a [(ProductId, Detail)], ids: &[u32], paper: Paper) -> Small<'a> {
    let ids = ids.iter().map(|id| ProductId(*id)).collect();
    Small::lay(Job { ids, by_name: false, ..job(catalog, details, paper) })
}

pub fn drawn(small: &Small<'_>) -> Vec<Sheet> {
    (1..=small.pages()).filter_map(|number| small.sheet(number)).collect()
}

#[test]
fn everything_small_of_the_sample_is_sound() {
    let some: Vec<u32> = (0..160).step_by(13).collect();
    for paper in every() {
        let what = format!("?{}", paper.write());
        sound(&drawn(&small(sample(), details(), &some, paper.clone())), &what, false);
        sound(&drawn(&small(sample(), details(), &[7], paper)), &what, false);
    }
}

#[test]
fn hard_names_and_empty_records_are_sound() {
    let (catalog, told) = (hard(), told());
    for paper in every() {
        let what = format!("?{}", paper.write());
        for id in 0..catalog.products.len() as u32 {
            sound(&drawn(&small(&catalog, &told, &[id], paper.clone())), &what, true);
        }
    }
}

/// The products named in each cell of a sheet, by where their names begin.
fn named(sheet: &Sheet) -> Vec<(ProductId, Area)> {
    let mut seen = HashSet::new();
    let first = |t: &&ocop::press::Text| seen.insert(t.paragraph);
    let names = texts(sheet).filter(|t| matches!(t.role, Role::Name(_))).filter(first);
    names.filter_map(|t| if let Role::Name(id) = t.role { Some((id, t.area())) } else { None }).collect()
}

#[test]
fn cut_piles_laid_on_each_other_are_in_the_order_of_the_products() {
    let ids: Vec<u32> = (0..29).rev().collect();
    let papers = UPS.map(|up| Paper { kind: Kind::Flyer, up, ..Paper::default() });
    let tags = Paper { kind: Kind::Tags, ..Paper::default() };
    for paper in papers.into_iter().chain([tags]) {
        let what = format!("?{}", paper.write());
        let sheets = drawn(&small(sample(), details(), &ids, paper));
        // a pile is what stands at one place of all sheets, in the order of the sheets
        let places = named(&sheets[0]).len();
        let mut piles: Vec<u32> = Vec::new();
        for cell in 0..places {
            piles.extend(sheets.iter().filter_map(|sheet| named(sheet).get(cell).map(|n| n.0.0)));
        }
        assert_eq!(piles, ids, "{what}");
    }
}

#[test]
fn sheets_sold_ready_cut_are_filled_one_after_another_row_by_row() {
    let ids: Vec<u32> = (0..100).rev().collect();
    let kinds = [(Kind::Labels, Grid::G14, 14), (Kind::Stickers, Grid::G24, 24), (Kind::Stickers, Grid::G65, 65)];
    for (kind, grid, many) in kinds {
        let sheets = drawn(&small(sample(), details(), &ids, Paper { kind, grid, ..Paper::default() }));
        let all: Vec<Vec<u32>> = sheets.iter().map(|sheet| named(sheet).iter().map(|n| n.0.0).collect()).collect();
        assert!(all.iter().rev().skip(1).all(|sheet| sheet.len() == many), "{kind:?}");
        assert_eq!(all.concat(), ids, "{kind:?}");
        let cells: Vec<_> = named(&sheets[0]).iter().map(|n| (n.1.y.0 / 30_000, n.1.x)).collect();
        assert!(grid != Grid::G14 || cells.is_sorted(), "{cells:?}");
    }
    // by name, where the list has no order of its own
    let job = Job { by_name: true, ..job(sample(), details(), Paper { kind: Kind::Labels, ..Paper::default() }) };
    let names =
        drawn(&Small::lay(job)).iter().flat_map(|sheet| named(sheet).into_iter().map(|n| n.0)).collect::<Vec<_>>();
    let names: Vec<&str> = names.iter().map(|id| sample().product(*id).name.vi.as_str()).collect();
    assert!(names.len() == 160 && names.is_sorted_by(|a, b| ocop::text::collate(a, b).is_le()));
}

#[test]
fn one_product_stands_as_often_as_is_asked_and_looks_the_same() {
    for up in UPS {
        let sheets = drawn(&small(sample(), details(), &[3], Paper { kind: Kind::Flyer, up, ..Paper::default() }));
        assert_eq!(sheets.len(), 1);
        let all = named(&sheets[0]);
        assert_eq!(all.len(), usize::from(up));
        assert!(all.iter().all(|n| n.0 == ProductId(3) && n.1.width == all[0].1.width));
        let cuts = sheets[0].pieces.iter().filter(|p| matches!(p, Piece::Mark(Line::Cut, _))).count();
        assert_eq!(cuts, [0, 2, 4, 8][up.ilog2() as usize], "{up}: a tick at each end of a cut");
    }
    let stickers = Paper { kind: Kind::Stickers, grid: Grid::G65, ..Paper::default() };
    let sheets = drawn(&small(sample(), details(), &[3], stickers));
    let codes = sheets[0].pieces.iter().filter(|p| matches!(p, Piece::Code(..))).count();
    assert_eq!((named(&sheets[0]).len(), codes), (65, 65));
}

#[test]
fn a_low_field_of_a_flyer_shows_the_whole_of_a_drawing() {
    for paper in UPS.map(|up| Paper { kind: Kind::Flyer, up, ..Paper::default() }) {
        for id in 0..160 {
            let sheet = &drawn(&small(sample(), details(), &[id], paper.clone()))[0];
            for piece in &sheet.pieces {
                let area = piece.area();
                let cut = matches!(piece, Piece::Picture(..)) && area.height < area.width.share(700);
                assert!(!cut, "?{} {id}: {area:?}", paper.write());
            }
        }
    }
}

#[test]
fn a_leaflet_has_its_panels_where_folding_wants_them() {
    let paper = Paper { kind: Kind::Fold, bleed: true, ..Paper::default() };
    let sheets = drawn(&small(sample(), details(), &[3], paper));
    assert_eq!(sheets.len(), 2);
    let folds = |sheet: &Sheet| {
        let mut all: Vec<i32> = sheet
            .pieces
            .iter()
            .filter(|p| matches!(p, Piece::Mark(Line::Fold, _)))
            .map(|p| p.area().x.0 + p.area().width.0 / 2)
            .collect();
        all.dedup();
        all.sort_unstable();
        all.dedup();
        all
    };
    let mm = |at: i32| at * 1000 + AROUND.0;
    assert_eq!(folds(&sheets[0]), [97, 197].map(mm), "outside: flap, back, front");
    assert_eq!(folds(&sheets[1]), [100, 200].map(mm), "inside: the flap at the right");
    for sheet in &sheets {
        for fold in folds(sheet) {
            let across =
                |p: &&Piece| p.area().x < Um(fold) && p.area().right() > Um(fold) && !matches!(p, Piece::Mark(..));
            assert_eq!(sheet.pieces.iter().find(across), None, "nothing lies across a fold");
        }
    }
    let front = texts(&sheets[0]).find(|t| matches!(t.role, Role::Name(_))).map(|t| t.x);
    assert!(front.is_some_and(|x| x > Um(mm(197))), "the name is on the front");
}

#[test]
fn what_a_print_shop_cuts_off_holds_all_marks() {
    for (kind, up, marks) in [(Kind::Flyer, 2, 2), (Kind::Flyer, 4, 4), (Kind::Flyer, 8, 8), (Kind::Fold, 1, 4)] {
        let paper = Paper { kind, up, bleed: true, ..Paper::default() };
        for sheet in drawn(&small(sample(), details(), &[3], paper)) {
            let print = Area::new(AROUND, AROUND, sheet.width - AROUND * 2, sheet.height - AROUND * 2);
            let all: Vec<&Piece> = sheet.pieces.iter().filter(|piece| matches!(piece, Piece::Mark(..))).collect();
            assert_eq!(all.len(), 8 + marks, "{kind:?} {up}: two at each corner, and one at each end of a cut or fold");
            assert!(all.iter().all(|mark| !mark.area().meets(print)), "{kind:?} {up}: {all:?}");
        }
    }
}

#[test]
fn sheets_that_are_sold_ready_cut_have_no_lines_to_cut_along() {
    for (kind, marked) in [(Kind::Labels, false), (Kind::Stickers, false), (Kind::Tags, true)] {
        for &grid in Grid::ALL {
            let paper = Paper { kind, grid, ..Paper::default() };
            let sheet = &drawn(&small(sample(), details(), &[0, 1], paper))[0];
            assert_eq!(sheet.pieces.iter().any(|piece| matches!(piece, Piece::Mark(..))), marked, "{kind:?} {grid:?}");
        }
    }
}

#[test]
fn a_price_that_is_known_is_printed_and_another_has_a_line_to_write_it_on() {
    let priced = [(ProductId(1), Detail { price: Some(45_000), pack: "hũ 200 g".into(), ..Detail::default() })];
    for (kind, grid) in [
        (Kind::Tags, Grid::Usual),
        (Kind::Tags, Grid::G21),
        (Kind::Labels, Grid::G8),
        (Kind::Labels, Grid::G14),
        (Kind::Labels, Grid::G21),
        (Kind::Labels, Grid::G24),
    ] {
        let paper = Paper { kind, grid, ..Paper::default() };
        let sheets = drawn(&small(sample(), &priced, &[0, 1], paper));
        let many = |word: &str| texts(&sheets[0]).filter(|t| t.text == word).count();
        assert_eq!((many("45.000 ₫"), many("Giá")), (1, 1), "{kind:?} {grid:?}");
        assert_eq!(sheets[0].pieces.iter().filter(|p| matches!(p, Piece::Rule(..))).count(), 1);
    }
}

#[test]
fn a_label_never_shows_stars_without_how_they_stand_and_labels_of_a_sheet_say_it_alike() {
    for tongue in [Tongue::Vi, Tongue::En, Tongue::Both] {
        for &grid in Grid::ALL {
            let paper = Paper { kind: Kind::Labels, grid, tongue, ..Paper::default() };
            let asked = job(sample(), details(), paper.clone());
            let mut wordings = HashSet::new();
            for id in sample().ids() {
                let sheet = &drawn(&small(sample(), details(), &[id.0], paper.clone()))[0];
                let many = |is: &dyn Fn(&Piece) -> bool| sheet.pieces.iter().filter(|piece| is(piece)).count();
                let stars = many(&|piece| matches!(piece, Piece::Stars(..)));
                let stand = sample().product(id).standing(asked.today).filter(|stand| stand.stars.is_some());
                let signs =
                    many(&|piece| matches!(piece, Piece::Sign(state, ..) if Some(*state) == stand.map(|s| s.state)));
                assert_eq!(stars, signs, "?{} {id:?}", paper.write());
                let says = |text: &str| paragraphs(sheet, |role| role == Role::Plain).iter().any(|p| p.1 == text);
                assert_eq!(says(asked.words.first.no_star), stand.is_none(), "?{} {id:?}: it is said", paper.write());
                let Some((stand, stars)) = stand.and_then(|stand| Some((stand, stand.stars?))) else { continue };
                let w = asked.words.first;
                assert!(grid == Grid::G65 || says(&(w.standing)(&stand)), "?{} {id:?}", paper.write());
                wordings.insert([
                    says(&(w.badge)(stars)),
                    says(&(w.stars)(stars)),
                    grid == Grid::G65 && says((w.state)(stand.state)),
                ]);
            }
            assert_eq!(wordings.len(), 1, "?{}: {wordings:?}", paper.write());
        }
    }
}

#[test]
fn lines_for_prices_stand_level_on_a_sheet_of_labels_clear_of_what_is_below() {
    for (grid, one_line) in [(Grid::G8, false), (Grid::G14, true)] {
        let all: Vec<u32> = (0..160).collect();
        let sheets = drawn(&small(sample(), details(), &all, Paper { kind: Kind::Labels, grid, ..Paper::default() }));
        for sheet in sheets {
            let rules = sheet.pieces.iter().filter(|p| matches!(p, Piece::Rule(..))).map(Piece::area);
            let mut left: Vec<Area> = rules.filter(|rule| rule.x < sheet.width / 2).collect();
            left.sort_by_key(|rule| rule.y);
            let steps: HashSet<i32> = left.windows(2).map(|two| two[1].y.0 - two[0].y.0).collect();
            assert!(!one_line || steps.len() <= 1, "{grid:?}: {steps:?}");
            for rule in left {
                let near = |p: &&Piece| matches!(p, Piece::Fill(..)) && p.area().y > rule.y;
                let below = sheet.pieces.iter().filter(near).map(|p| p.area().y - rule.bottom()).min();
                assert!(below.is_none_or(|gap| gap >= Um(2000)), "{grid:?}: {below:?}");
            }
        }
    }
}

#[test]
fn a_sign_names_a_producer_once() {
    let all: Vec<u32> = (0..160).collect();
    let signs = drawn(&small(sample(), details(), &all, Paper { kind: Kind::Sign, ..Paper::default() }));
    let names: Vec<String> = signs.iter().flat_map(|s| paragraphs(s, |r| r == Role::Heading(1))).map(|p| p.1).collect();
    assert_eq!(names.len(), signs.len());
    for producer in &sample().producers {
        let name = ocop::text::nfc(&producer.name);
        assert!(names.iter().filter(|n| **n == name).count() <= 1, "{name}");
    }
}

#[test]
fn a_story_ends_with_a_sentence_on_a_flyer() {
    let (catalog, told) = (hard(), told());
    let plain = Paper { kind: Kind::Flyer, ..Paper::default() };
    let least = Paper { format: Format::A6, ..plain.clone() };
    let both = Paper { tongue: Tongue::Both, ..plain.clone() };
    for paper in [plain.clone(), both, least, Paper { inks: Inks::Copy, ..plain }] {
        let catalog = Catalog {
            products: vec![ocop::catalog::Product { makers: Vec::new(), ..catalog.products[1].clone() }],
            ..catalog.clone()
        };
        let detail = Detail { story: told[0].1.story.clone(), ..Detail::default() };
        let details = [(ProductId(0), detail)];
        let sheets = drawn(&small(&catalog, &details, &[0], paper));
        let all = paragraphs(&sheets[0], |r| r == Role::Plain);
        let story: Vec<&String> = all.iter().map(|p| &p.1).filter(|p| p.starts_with("Nghề làm mắm")).collect();
        assert!(!story.is_empty() && story.iter().all(|p| p.ends_with('.')), "{story:?}");
    }
}

#[test]
fn whatever_is_asked_is_printed() {
    for &kind in Kind::ALL {
        let mut print = Print::begin(job(sample(), details(), Paper { kind, ..Paper::default() }));
        while !print.step(50) {}
        assert!(print.pages() > 0 && print.progress() == 1000, "{kind:?}");
        assert!(print.sheet(print.pages()).is_some() && print.sheet(print.pages() + 1).is_none(), "{kind:?}");
    }
}
