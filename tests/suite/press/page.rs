//! Pages of a book as a typesetter looks at them: what goes on says so, nothing stands alone, white ground is used.

use super::{details, drawn, job, paragraphs, sample, sheets, texts};
use ocop::catalog::{ProductId, State};
use ocop::paper::{By, Inks, Layout, Paper, Tongue};
use ocop::press::{Book, Crop, Face, Ink, Job, Piece, Role, Sheet, Text};
use std::collections::{HashMap, HashSet};

#[test]
fn a_table_repeats_the_name_of_a_section_that_goes_on_leaves_no_row_alone_and_promises_no_code() {
    let mut again = 0;
    for by in [By::District, By::Producer, By::Commune, By::Group] {
        let paper = Paper { layout: Layout::Table, by, ..Paper::default() };
        for sheet in drawn(&Book::lay(job(sample(), details(), paper))) {
            let all = paragraphs(&sheet, |role| matches!(role, Role::Name(_) | Role::Heading(2) | Role::Plain));
            let names = all.iter().filter(|p| matches!(p.0, Role::Name(_))).count();
            let starred = sheet.pieces.iter().any(|piece| matches!(piece, Piece::Picture(..)));
            if names == 0 || starred {
                continue;
            }
            let is_band = |p: &&(Role, String)| p.0 == Role::Heading(2) || p.1.ends_with("(tiếp)");
            let first = all.iter().find(|p| matches!(p.0, Role::Name(_)) || is_band(p));
            assert!(first.as_ref().is_some_and(is_band), "{by:?}, page {}: {first:?}", sheet.number);
            again += all.iter().filter(|p| p.1.ends_with("(tiếp)")).count();
            let alone = all.iter().position(|p| p.1.ends_with("(tiếp)")).map_or(2, |at| {
                let rest = all.iter().skip(at + 1).take_while(|p| p.0 != Role::Heading(2));
                rest.filter(|p| matches!(p.0, Role::Name(_))).count()
            });
            assert!(alone > 1, "{by:?}, page {}: one row alone", sheet.number);
            let foot = paragraphs(&sheet, |role| role == Role::Frame);
            assert!(foot.iter().all(|p| !p.1.contains("Quét mã") && !p.1.contains("Hình vẽ")), "{foot:?}");
        }
    }
    assert!(again > 5, "{again} sections go on");
}

#[test]
fn one_product_a_page_looks_alike_from_sheet_to_sheet_and_shows_drawings_whole() {
    let paper = Paper { layout: Layout::One, by: By::Nothing, ..Paper::default() };
    let sheets = drawn(&Book::lay(job(sample(), details(), paper)));
    let mut places: HashMap<_, usize> = HashMap::new();
    let mut sizes = HashSet::new();
    for sheet in sheets.iter().filter(|s| texts(s).any(|t| matches!(t.role, Role::Name(_)))) {
        for piece in &sheet.pieces {
            let Piece::Picture(_, area, crop) = piece else { continue };
            assert!(area.width == area.height && *crop == Crop::Full, "page {}: {piece:?}", sheet.number);
            *places.entry((area.x, area.y, area.width)).or_default() += 1;
        }
        let plain = |t: &&Text| t.role == Role::Plain && t.face() == Face::Reading;
        sizes.extend(texts(sheet).filter(plain).map(|t| t.style.size));
    }
    let most = places.values().max().copied().unwrap_or(0);
    assert!(most > 150, "{most} of 160 pictures stand where the others do: {places:?}");
    assert_eq!(sizes.len(), 1, "one size of text: {sizes:?}");
}

#[test]
fn the_pages_of_a_place_stand_at_its_right_where_they_have_room() {
    let sheets = sheets(sample(), Paper::default());
    let last = &sheets[sheets.len() - 1];
    let heads: Vec<_> = texts(last).filter(|t| t.role == Role::Heading(3)).collect();
    let beside = |head: &&&ocop::press::Text| {
        texts(last).any(|t| t.baseline == head.baseline && t.face() == Face::Bold && t.x > head.x + head.width)
    };
    let many = heads.iter().filter(beside).count();
    assert!(many * 10 > heads.len() * 7, "{many} of {}", heads.len());
}

#[test]
fn a_cover_shows_as_many_different_drawings_as_there_are() {
    let sheets = drawn(&Book::lay(job(sample(), details(), Paper::default())));
    let motifs = |sheet: &Sheet| -> Vec<u16> {
        let picture = |piece: &Piece| if let Piece::Picture(id, ..) = piece { Some(*id) } else { None };
        sheet.pieces.iter().filter_map(picture).map(|id| sample().product(id).motif.0).collect()
    };
    let on_cover = motifs(&sheets[0]);
    let different: HashSet<_> = on_cover.iter().collect();
    assert_eq!((on_cover.len(), different.len()), (16, 16));
    // few drawings, and still no picture less
    let mut ids: Vec<ProductId> = sample().ids().collect();
    ids.sort_by_key(|id| sample().product(*id).motif.0);
    for many in 16..40 {
        let some = Job { ids: ids[..many].to_vec(), ..job(sample(), details(), Paper::default()) };
        assert_eq!(motifs(&drawn(&Book::lay(some))[0]).len(), 16, "of {many}");
    }
}

#[test]
fn a_photocopy_leaves_no_letter_out() {
    let pages = |inks| drawn(&Book::lay(job(sample(), details(), Paper { inks, ..Paper::default() })));
    let white = |sheets: &[Sheet]| sheets.iter().flat_map(texts).filter(|text| text.ink == Ink::White).count();
    assert_eq!(white(&pages(Inks::Copy)), white(&pages(Inks::Colour)));
}

#[test]
fn a_table_by_producer_or_district_does_not_say_so_again_in_every_row() {
    let said = |by, word: &str| {
        let paper = Paper { layout: Layout::Table, by, ..Paper::default() };
        let sheets = drawn(&Book::lay(job(sample(), details(), paper)));
        let tables = sheets.iter().filter(|s| texts(s).any(|t| matches!(t.role, Role::Name(_))));
        let rows = tables.flat_map(|s| paragraphs(s, |role| role == Role::Plain));
        rows.filter(|p| p.1.to_lowercase().contains(word) && !p.1.ends_with("(tiếp)")).count()
    };
    assert!(said(By::Group, "huyện cũ") > 100 && said(By::District, "huyện cũ") == 0);
    assert!(said(By::Group, "công ty") > 30 && said(By::Producer, "công ty") < 5);
}

#[test]
fn a_state_in_two_languages_has_a_line_for_each_where_one_is_too_short() {
    let paper = Paper { tongue: Tongue::Both, ..Paper::default() };
    let sheets = drawn(&Book::lay(job(sample(), details(), paper)));
    let said = |start: &str| {
        let all = sheets.iter().flat_map(|s| paragraphs(s, |role| role == Role::Plain));
        all.filter(|p| p.1.starts_with(start)).count()
    };
    assert!(said("In force until") > 20 && said("Lapsed") > 50);
}

#[test]
fn stars_that_no_longer_hold_are_no_section_of_those_that_do() {
    let paper = Paper { layout: Layout::Table, by: By::Stars, ..Paper::default() };
    let catalog = sample();
    let mut heading = String::new();
    let mut held = 0;
    for sheet in drawn(&Book::lay(job(catalog, &[], paper))).iter().skip(2) {
        for (role, text) in paragraphs(sheet, |role| matches!(role, Role::Name(_) | Role::Heading(2))) {
            let Role::Name(id) = role else {
                heading = text;
                continue;
            };
            let standing = catalog.product(id).standing(crate::sample::TODAY);
            let state = standing.filter(|s| s.stars.is_some()).map(|s| s.state);
            let said = match state {
                None => "không nêu sao",
                Some(State::InForce) => "sao: còn hiệu lực",
                Some(State::Lapsed) => "sao: đã hết hiệu lực",
                Some(State::Undated) => "sao: nguồn không ghi ngày",
                Some(State::Proposed) => "sao: đề xuất nâng sao",
            };
            held += usize::from(state == Some(State::InForce));
            assert!(state.is_none() || heading.contains(said), "{id:?} {state:?} under {heading}");
        }
    }
    assert!(held > 5, "{held} hold");
}

/// The sheet whose running head begins with that.
fn headed<'s>(sheets: &'s [Sheet], title: &str) -> Option<&'s Sheet> {
    sheets.iter().find(|s| paragraphs(s, |role| role == Role::Frame).first().is_some_and(|head| head.1 == title))
}

#[test]
fn contents_fill_their_page_and_set_like_alike() {
    for (by, layout) in [(By::District, Layout::Table), (By::Producer, Layout::Table), (By::Commune, Layout::Table)] {
        let sheets = drawn(&Book::lay(job(sample(), &[], Paper { layout, by, ..Paper::default() })));
        let page = headed(&sheets, "Mục lục").unwrap_or(&sheets[0]);
        let plain: Vec<&Text> = texts(page).filter(|t| t.role == Role::Plain).collect();
        let lowest = plain.iter().map(|t| t.baseline).max().unwrap_or_default();
        let right = plain.iter().map(|t| t.x + t.width).max().unwrap_or_default();
        let end = |part: i32, of: ocop::paper::Um| of.share(part);
        assert!(lowest > end(700, page.height) && right > end(900, page.width), "{by:?}: {lowest:?} {right:?}");
    }
    let both = Paper { tongue: Tongue::Both, ..Paper::default() };
    let sheets = drawn(&Book::lay(job(sample(), &[], both)));
    let page = headed(&sheets, "Mục lục · Contents").unwrap_or(&sheets[0]);
    let names = texts(page).filter(|t| t.role == Role::Plain && t.face() == Face::Name);
    let sizes: HashSet<_> = names.map(|t| t.style.size).collect();
    assert!(!sizes.is_empty() && sizes.len() <= 2, "one size for sections, one for the rest: {sizes:?}");
}

#[test]
fn the_part_stands_on_the_side_of_the_spine_in_every_running_head() {
    let sheets = drawn(&Book::lay(job(sample(), &[], Paper::default())));
    for title in ["Cách đọc sao và hiệu lực", "Mục lục", "Gia vị", "Tên sản phẩm, từ A đến Y", "Chủ thể"]
    {
        assert!(headed(&sheets, title).is_some(), "{title}");
    }
}

#[test]
fn the_columns_of_an_index_end_level_on_its_last_page() {
    for title in ["Tên sản phẩm, từ A đến Y", "Chủ thể", "Xã, phường hôm nay và huyện cũ"] {
        let sheets = drawn(&Book::lay(job(sample(), &[], Paper::default())));
        let of = |s: &&Sheet| paragraphs(s, |role| role == Role::Frame).first().is_some_and(|head| head.1 == title);
        let Some(last) = sheets.iter().rfind(of) else { unreachable!("{title}") };
        let third = |t: &&Text| (t.x.0 - 18_000) / 59_000;
        let lowest = |column: i32| {
            let own = texts(last).filter(|t| t.role != Role::Frame && third(t) == column);
            own.map(|t| t.baseline).max().unwrap_or_default()
        };
        let ends = [0, 1, 2].map(lowest);
        let apart = ends.iter().max().copied().unwrap_or_default() - ends.iter().min().copied().unwrap_or_default();
        assert!(apart < ocop::paper::Um::tenths(320), "{title}: {ends:?}");
    }
}

#[test]
fn the_imprint_names_all_sources_where_it_has_room() {
    let imprint = |sources: &str| {
        let plain = job(sample(), &[], Paper::default());
        let sheet = Book::lay(Job { sources: ["Các nguồn".into(), sources.into()], ..plain }).sheet(2);
        sheet.map(|sheet| paragraphs(&sheet, |_| true)).unwrap_or_default()
    };
    let says = |sources: &str, text: &str| imprint(sources).iter().any(|p| p.1 == text);
    let few = "Báo Thanh Hóa; Quyết định 590/QĐ-UBND.";
    assert!(says(few, few) && says(few, "Các nguồn") && !says("", "Các nguồn"));
    let many: Vec<String> = (1..400).map(|at| format!("Quyết định {at}/QĐ-UBND")).collect();
    // All or none: nobody cuts a title.
    assert!(!says(&many.join("; "), "Các nguồn"));
    assert!(says(&many[..60].join("; "), &many[..60].join("; ")));
}

/// Sheets of a book on which cards stand.
fn of_cards(paper: Paper) -> Vec<Sheet> {
    let sheets = drawn(&Book::lay(job(sample(), details(), paper)));
    sheets.into_iter().filter(|s| texts(s).any(|t| matches!(t.role, Role::Name(_)))).collect()
}

#[test]
fn cards_of_a_sheet_look_alike() {
    for layout in [Layout::Cards6, Layout::Cards12] {
        for (by, tongue) in [(By::Group, Tongue::Vi), (By::District, Tongue::Vi), (By::Producer, Tongue::Both)] {
            for sheet in of_cards(Paper { layout, by, tongue, ..Paper::default() }) {
                let sides = |is: fn(&&Piece) -> bool| -> HashSet<_> {
                    sheet.pieces.iter().filter(is).map(|piece| piece.area().width).collect()
                };
                let pictures = sides(|piece| matches!(piece, Piece::Picture(..)));
                let cards = texts(&sheet).filter(|t| matches!(t.role, Role::Name(_)));
                let names: HashSet<_> = cards.map(|t| t.paragraph).collect();
                let shown = sheet.pieces.iter().filter(|piece| matches!(piece, Piece::Picture(..))).count();
                let what = format!("{by:?} {tongue:?}, page {}", sheet.number);
                assert_eq!((pictures.len(), shown), (1, names.len()), "{what}");
                // a code's modules are as wide as they come out of its side, its quiet zone with them
                let codes: Vec<_> =
                    sides(|piece| matches!(piece, Piece::Code(..))).into_iter().map(|side| side.0).collect();
                let apart = codes.iter().max().copied().unwrap_or(0) - codes.iter().min().copied().unwrap_or(0);
                assert!(apart < 1_000, "{what}: {codes:?}");
            }
        }
    }
}

#[test]
fn no_card_is_left_alone_on_a_page() {
    for layout in [Layout::Cards6, Layout::Cards12] {
        for sheet in of_cards(Paper { layout, ..Paper::default() }) {
            let names = paragraphs(&sheet, |role| matches!(role, Role::Name(_))).len();
            assert!(names > 2, "{layout:?}, page {}: {names}", sheet.number);
        }
    }
}

#[test]
fn cards_do_not_repeat_their_heading() {
    let said = |by, word: &str| {
        let sheets = of_cards(Paper { by, ..Paper::default() });
        let rows = sheets.iter().flat_map(|s| paragraphs(s, |role| role == Role::Plain));
        rows.filter(|p| p.1.to_lowercase().starts_with(word) && !p.1.ends_with("(tiếp)")).count()
    };
    assert!(said(By::Group, "công ty") > 30 && said(By::Producer, "công ty") < 5);
    assert!(said(By::Group, "xã ") > 30 && said(By::Commune, "xã ") < 5);
}

#[test]
fn in_english_places_are_spelt_in_one_way_and_stand_in_its_order() {
    let paper = Paper { tongue: Tongue::En, ..Paper::default() };
    let sheets = drawn(&Book::lay(job(sample(), details(), paper)));
    let places = sheets.iter().filter(|s| {
        paragraphs(s, |role| role == Role::Frame).first().is_some_and(|head| head.1.starts_with("Communes of today"))
    });
    let heads: Vec<String> = places.flat_map(|s| paragraphs(s, |role| role == Role::Heading(3))).map(|p| p.1).collect();
    let names: Vec<&str> = heads.iter().map(|head| head.trim_start_matches("former ")).collect();
    assert!(names.len() > 40 && names.iter().all(|name| name.is_ascii()), "{names:?}");
    let bare = |name: &str| name.trim_end_matches(" Commune").trim_end_matches(" Ward").to_lowercase();
    for two in names.windows(2) {
        let one = |name: &str| bare(name).replace(" district", "").replace(" town", "").replace(" city", "");
        assert!(one(two[0]) <= one(two[1]), "{two:?}");
    }
    let cards = sheets.iter().flat_map(texts).filter(|t| t.text.contains("former "));
    assert!(cards.into_iter().all(|t| t.text.is_ascii()), "former districts without accents");
}
