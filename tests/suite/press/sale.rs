//! What is handed out to sell says what a product is, not what is known of its sources; a tent is read from both sides.

use super::small::{drawn, small};
use super::{details, job, paragraphs, sample};
use ocop::catalog::State;
use ocop::paper::{Format, Inks, Kind, Layout, Paper, Tongue, Um};
use ocop::press::{Book, Line, Piece, Role, Sheet};
use ocop::route::Lang;
use ocop::view::{See, sheet as svg};

fn said(sheets: &[Sheet]) -> String {
    sheets.iter().flat_map(|s| paragraphs(s, |_| true)).map(|p| p.1).collect::<Vec<_>>().join("\n")
}

#[test]
fn flyers_and_leaflets_say_nothing_of_sources_and_all_say_how_stars_stand() {
    for kind in [Kind::Flyer, Kind::Fold] {
        for tongue in [Tongue::Vi, Tongue::En] {
            for id in sample().ids() {
                let paper = Paper { kind, tongue, ..Paper::default() };
                let sheets = drawn(&small(sample(), details(), &[id.0], paper));
                let all = said(&sheets);
                let remarks =
                    ["guồn ghi", "chưa thấy", "đoạn trích", "Nguồn còn cho biết", "The source also", "(một nguồn"];
                for remark in remarks.into_iter().chain([".vn)", "sao chép", "Theo Báo", "From the newspaper"]) {
                    assert!(!all.contains(remark), "{kind:?} {tongue:?} {id:?}: {remark}\n{all}");
                }
                let stand = sample().product(id).standing(job(sample(), details(), Paper::default()).today);
                if let Some(stand) = stand.filter(|s| s.state == State::Lapsed && tongue == Tongue::Vi) {
                    let w = ocop::words::paper(Lang::Vi);
                    assert!(all.contains(&(w.standing)(&stand)), "{id:?}: its state is told\n{all}");
                }
            }
        }
    }
}

#[test]
fn the_book_with_a_page_a_product_keeps_remarks_and_a_leaflet_keeps_what_sells() {
    let at = |slug: &str| sample().find_product(slug).map(|id| id.0).unwrap_or_default();
    let fish = at("nuoc-mam-le-gia-cot-dac-biet-40n");
    for kind in [Kind::Flyer, Kind::Fold] {
        let all = said(&drawn(&small(sample(), details(), &[fish], Paper { kind, ..Paper::default() })));
        assert!(all.contains("Ủ 24 tháng trong thùng gỗ"), "{kind:?}: {all}");
    }
    let book = Book::lay(job(sample(), details(), Paper { layout: Layout::One, ..Paper::default() }));
    let all = said(&super::drawn(&book));
    assert!(all.contains("một nguồn ghi 2020") && all.contains("Nguồn còn cho biết"));
}

#[test]
fn the_back_of_a_leaflet_says_who_makes_it_where() {
    let id = sample().find_product("mam-tom-le-gia").map(|id| id.0).unwrap_or_default();
    let outside = &drawn(&small(sample(), details(), &[id], Paper { kind: Kind::Fold, ..Paper::default() }))[0];
    let back: Vec<String> = outside
        .pieces
        .iter()
        .filter_map(|p| if let Piece::Text(text) = p { Some(text) } else { None })
        .filter(|text| text.x > Um(97_000) && text.x < Um(197_000))
        .map(|text| text.text.clone())
        .collect();
    let back = back.join(" ");
    assert!(
        back.contains("Công ty TNHH Thực phẩm và Thương mại dịch vụ Lê Gia") && back.contains("Hoằng Thanh"),
        "{back}"
    );
    let folds = |inks| {
        let paper = Paper { kind: Kind::Fold, inks, ..Paper::default() };
        let sheets = drawn(&small(sample(), details(), &[id], paper));
        sheets.iter().map(|s| s.pieces.iter().filter(|p| matches!(p, Piece::Mark(Line::Fold, _))).count()).collect()
    };
    let all: [Vec<usize>; 2] = [folds(Inks::Colour), folds(Inks::Copy)];
    assert_eq!(all, [vec![4, 4], vec![4, 4]], "whoever folds sees the outside");
}

#[test]
fn a_table_sign_is_a_tent_with_a_great_name_and_a_mark_to_fold_at() {
    let id = sample().find_product("mam-tom-le-gia").map(|id| id.0).unwrap_or_default();
    for &format in Format::ALL {
        let paper = Paper { kind: Kind::Sign, format, ..Paper::default() };
        let sheet = &drawn(&small(sample(), details(), &[id], paper))[0];
        let middle = sheet.height / 2;
        assert!(sheet.twice && sheet.height > sheet.width, "{format:?}");
        let fold = |p: &&Piece| matches!(p, Piece::Mark(Line::Fold, _));
        assert_eq!(sheet.pieces.iter().filter(fold).count(), 2, "{format:?}");
        for piece in sheet.pieces.iter().filter(|p| !fold(p)) {
            assert!(piece.area().y >= middle, "{format:?}: nothing drawn once stands across the fold: {piece:?}");
        }
        let great = super::texts(sheet).filter(|t| t.role == Role::Heading(1)).map(|t| (t.style.size, t.text.clone()));
        let great: Vec<_> = great.collect();
        assert_eq!(great.iter().map(|g| g.1.as_str()).collect::<Vec<_>>().join(" "), "Mắm tôm Lê Gia");
        assert!(great[0].0 > sheet.width / 14, "{format:?}: {great:?}");
        let see = crate::sample::SAMPLE.see(Lang::Vi);
        let drawing = svg(See { catalog: sample(), ..see }, sheet, false);
        assert_eq!(drawing.matches("Mắm tôm").count(), 2, "{format:?}: on both sides");
        assert!(drawing.contains("rotate(180 "));
    }
}

#[test]
fn english_prints_say_what_the_product_is_below_its_name_and_equal_words_stand_once() {
    let at = |slug: &str| sample().find_product(slug).map(|id| id.0).unwrap_or_default();
    let nest = at("yen-chung-nguyen-vi-co-so-le-thi-minh");
    for kind in [Kind::Flyer, Kind::Fold, Kind::Sign] {
        let paper = Paper { kind, tongue: Tongue::En, ..Paper::default() };
        let sheets = drawn(&small(sample(), details(), &[nest], paper));
        let all: Vec<_> = super::texts(&sheets[0]).collect();
        let english =
            all.iter().find(|t| t.text.starts_with("Steamed bird’s nest") || t.text.starts_with("Steamed bird"));
        let Some(english) = english else { unreachable!("{kind:?}: what it is stands there") };
        let name = |t: &&&ocop::press::Text| matches!(t.role, Role::Name(_) | Role::Heading(1)) && t.x == english.x;
        let last = all.iter().filter(name).map(|t| t.baseline).max().unwrap_or_default();
        assert!(english.baseline > last && english.baseline - last < Um(16_000), "{kind:?}: below the name");
    }
    let both = Paper { kind: Kind::Fold, tongue: Tongue::Both, ..Paper::default() };
    let sheets = drawn(&small(sample(), details(), &[at("mam-tom-le-gia")], both));
    assert_eq!(said(&sheets).matches("Vinmart").count(), 1, "{}", said(&sheets));
}

#[test]
fn a_drawing_that_does_not_fill_its_field_stands_at_the_left_with_the_name_beside_it() {
    let mut many = 0;
    for id in sample().ids() {
        let sheet = &drawn(&small(sample(), details(), &[id.0], Paper { kind: Kind::Flyer, ..Paper::default() }))[0];
        let picture = sheet.pieces.iter().find_map(|p| match p {
            Piece::Picture(_, area, ocop::press::Crop::Full) => Some(*area),
            _ => None,
        });
        let Some(picture) = picture else { continue };
        many += 1;
        assert_eq!((picture.x, picture.y), (Um(0), Um(0)), "{id:?}");
        let name = super::texts(sheet).find(|t| matches!(t.role, Role::Name(_)));
        assert!(name.is_some_and(|t| t.x > picture.right() && t.baseline < picture.bottom()), "{id:?}");
    }
    assert!(many > 3, "{many}");
}

#[test]
fn words_grow_only_where_all_of_the_story_stands() {
    let vi = "Nghề làm mắm ở vùng biển này có từ hơn một trăm năm. Cá cơm đánh từ tháng ba đến tháng tám. ".repeat(12);
    let en = "People on this coast have made fish sauce for over a hundred years. Anchovies are salted on the boat. "
        .repeat(9);
    let id = ocop::catalog::ProductId(sample().find_product("mam-tom-le-gia").map(|id| id.0).unwrap_or_default());
    let story = ocop::catalog::Text { vi, en };
    let told = [(id, ocop::catalog::Detail { story, ..Default::default() })];
    let paper = Paper { kind: Kind::Flyer, tongue: Tongue::Both, ..Paper::default() };
    let all = said(&drawn(&small(sample(), &told, &[id.0], paper)));
    for (language, sentence) in [("Vietnamese", "Cá cơm đánh"), ("English", "Anchovies are")] {
        assert!(all.matches(sentence).count() >= 2, "{language}: {all}");
    }
}

#[test]
fn a_leaflet_with_a_story_says_its_facts_once() {
    let id = sample().find_product("mam-tom-le-gia").unwrap_or_else(|| unreachable!("it is there"));
    for tongue in [Tongue::Vi, Tongue::Both] {
        let paper = Paper { kind: Kind::Fold, tongue, ..Paper::default() };
        let sheets = super::small::drawn(&small(sample(), details(), &[id.0], paper));
        let all: Vec<String> = sheets.iter().flat_map(|s| paragraphs(s, |_| true)).map(|p| p.1).collect();
        let said = |start: &str| all.iter().filter(|text| text.starts_with(start)).count();
        assert_eq!((said("Xuất khẩu"), said("Nơi bán"), said("Chất lượng")), (1, 1, 1), "{tongue:?}: {all:?}");
        assert_eq!(said("Cách đọc sao"), 1, "{tongue:?}: what stars mean stands on the flap");
    }
}
