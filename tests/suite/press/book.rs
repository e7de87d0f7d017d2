//! The book: in every layout, on every paper, in every grouping and language.

use super::rule::sound;
use super::{details, drawn, job, paragraphs, sample, sheets, texts};
use crate::sample::{INVENTED, bare, tiny};
use ocop::catalog::{Catalog, Detail, Producer, ProducerKind, ProductId, Recognition, Stars, Step, Text, When};
use ocop::paper::{By, Format, Inks, Layout, Paper, Tongue};
use ocop::press::{AROUND, Area, BLEED, Book, Face, Ink, Job, Piece, Role, Sheet};

/// Layouts there are.
pub const LAYOUTS: &[Layout] = Layout::ALL;
/// Papers for books.
pub const FORMATS: [Format; 3] = [Format::A4, Format::A5, Format::Letter];

/// Ways to ask for a book: every layout on every paper in every language, and every grouping with every layout and paper.
pub fn every() -> Vec<Paper> {
    let mut out = Vec::new();
    for &layout in LAYOUTS {
        for format in FORMATS {
            let plain = Paper { layout, format, ..Paper::default() };
            out.extend(Tongue::ALL.iter().map(|tongue| Paper { tongue: *tongue, ..plain.clone() }));
            let tongue = Tongue::Both;
            out.extend(By::ALL.iter().skip(1).map(|by| Paper { by: *by, tongue, duplex: true, ..plain.clone() }));
        }
    }
    out
}

/// Products named on sheets, in their order.
fn named(sheets: &[Sheet]) -> Vec<(u32, String)> {
    let names = sheets.iter().flat_map(|s| paragraphs(s, |role| matches!(role, Role::Name(_))));
    names.filter_map(|(role, name)| if let Role::Name(id) = role { Some((id.0, name)) } else { None }).collect()
}

/// Nothing is missing or wrong in a book; its names are cut only where no card of that size could hold them.
fn whole(catalog: &Catalog, details: &[(ProductId, Detail)], paper: Paper, hard: bool) {
    let what = format!("?{}", paper.write());
    let cut = hard && paper.format == Format::A5 && paper.layout == Layout::Cards12;
    let (tongue, products) = (paper.tongue, catalog.products.len());
    let duplex = paper.duplex;
    let book = Book::lay(job(catalog, details, paper));
    let sheets = drawn(&book);
    sound(&sheets, &what, cut);
    let named = named(&sheets);
    let ids: Vec<u32> = named.iter().map(|n| n.0).collect();
    let order: Vec<u32> = book.order().iter().map(|id| id.0).collect();
    assert_eq!(ids, order, "{what}: every product once, in order");
    let mut sorted = ids.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, (0..catalog.products.len() as u32).collect::<Vec<_>>(), "{what}: every product");
    for (id, name) in named {
        let product = &catalog.products[id as usize];
        if cut && name.ends_with('…') {
            continue;
        }
        let all = |name: &str| name.replace(char::is_whitespace, "");
        assert_eq!(all(&name), all(&ocop::text::nfc(&product.shown())), "{what}");
    }
    let numbers: Vec<usize> = sheets.iter().map(|s| s.number).collect();
    assert_eq!(numbers, (1..=book.pages()).collect::<Vec<_>>(), "{what}");
    if duplex {
        // the lists at the end go on wherever the one before ends
        let index =
            |title: &str| ["Tên sản phẩm", "Chủ thể", "Xã, phường hôm nay"].iter().any(|t| title.starts_with(t));
        let opens = |s: &&Sheet| {
            let titles = paragraphs(s, |role| role == Role::Heading(1));
            s.number > 2 && titles.first().is_some_and(|title| !index(&title.1))
        };
        assert!(sheets.iter().filter(opens).all(|s| s.number % 2 == 1), "{what}: parts open on the right");
        for sheet in &sheets {
            let folio = texts(sheet).find(|t| t.text == sheet.number.to_string() && t.face() == Face::Great);
            let left = folio.is_none_or(|folio| folio.x < sheet.width / 2);
            assert!(folio.is_none() || left == (sheet.number % 2 == 0), "{what}: page {} at the spine", sheet.number);
        }
        assert_eq!(sheets.len() % 2, 0, "{what}");
    }
    if !hard {
        // invented names are as long as a line
        let frames = || {
            sheets
                .iter()
                .filter(|_| std::ptr::eq(catalog, sample()))
                .flat_map(|s| paragraphs(s, |role| role == Role::Frame))
        };
        assert_eq!(frames().find(|frame| frame.1.ends_with('…')), None, "{what}: running heads and feet");
        super::index::leads(&sheets, tongue, products, &what);
    }
}

#[test]
fn the_sample_stands_whole_in_every_book() {
    every().into_iter().for_each(|paper| whole(sample(), details(), paper, false));
}

#[test]
fn an_invented_catalogue_stands_whole_in_every_book() {
    let some = every().into_iter().filter(|p| p.tongue == Tongue::Both && (p.by == By::Group || p.by == By::Producer));
    some.for_each(|paper| whole(&INVENTED.catalog, &[], paper, false));
}

/// Names as long as sheets may have them, typed in pieces, in one word, in other scripts; empty records.
pub fn hard() -> Catalog {
    let long =
        "Bộ quà tặng Nghiêng Nghiêng tổng hợp mắm tôm, mắm tép, nước mắm cốt nhỉ đặc biệt hảo hạng thượng hạng 40N ";
    let apart = "Ma\u{306}\u{301}m to\u{302}m chua\u{323} Hoa\u{306}\u{300}ng Hoa\u{301}";
    let names = [
        long,
        apart,
        "Nghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêngnghiêng",
        "茶 🍯",
        "a",
        "Ẫ Ỗ Ệ",
        "-",
        "“Quý” 36",
    ];
    let mut catalog = tiny(&names);
    let maker = |name: &str| Producer {
        slug: ocop::text::slug(name),
        name: name.into(),
        kind: ProducerKind::Unknown,
        contact: Default::default(),
    };
    let longest = "Hợp tác xã dịch vụ nông nghiệp tổng hợp và phát triển nông thôn bền vững Nghiêng Nghiêng Hoằng Hoá";
    catalog.producers = vec![maker(longest), maker("Hộ Hoa")];
    let mut full =
        bare(90, &[long, long.trim()].concat()[..].chars().take(ocop::publish::LONGEST_NAME).collect::<String>());
    full.slug =
        "bo-qua-tang-nghieng-nghieng-tong-hop-mam-tom-mam-tep-nuoc-mam-cot-nhi-dac-biet-hao-hang-thuong-hang".into();
    full.makers = vec![ocop::catalog::ProducerId(0), ocop::catalog::ProducerId(1)];
    full.name.en =
        "Gift set of shrimp paste, krill paste and first-press fish sauce of the very best quality, 40 degrees".into();
    let recognised = |step, stars| Recognition {
        stars: Stars::new(stars),
        step,
        when: When::Year(2021),
        decision: None,
        authority: None,
        note: None,
    };
    full.recognitions = vec![recognised(Step::Awarded, 4), recognised(Step::Proposed, 5)];
    catalog.products.push(full);
    catalog
}

/// A story of many pages and facts without end for the last of the hard products.
pub fn told() -> Vec<(ProductId, Detail)> {
    let line = "Nghề làm mắm ở làng có từ lâu đời, mỗi nhà giữ một cách ủ riêng. ".repeat(30);
    let story = [line.trim(); 12].join("\n");
    let contact = "Nhận đặt hàng qua điện thoại, giao tận nơi trong tỉnh. ".repeat(20);
    let detail = Detail {
        story: Text { vi: story.clone(), en: story },
        facts: vec!["Có phòng trưng bày.".into(), "x".repeat(300)],
        price: Some(1_500_000),
        pack: "hộp 12 hũ 200 g".into(),
        market_note: Some(Text { vi: contact.clone(), en: String::new() }),
        channel_note: Some(Text { vi: contact, en: String::new() }),
        ..Detail::default()
    };
    vec![(ProductId(8), detail)]
}

#[test]
fn hard_names_and_empty_records_stand_whole() {
    every().into_iter().for_each(|paper| whole(&hard(), &told(), paper, true));
}

#[test]
fn a_book_of_nothing_or_of_one_product_is_a_book() {
    for names in [&[][..], &["Mắm tôm"][..]] {
        every().into_iter().for_each(|paper| whole(&tiny(names), &[], paper, true));
    }
}

#[test]
fn a_name_that_no_card_could_hold_ends_in_dots_within_its_card() {
    let catalog = tiny(&[&"Nghiêng ".repeat(400)]);
    for paper in every().into_iter().filter(|p| p.tongue != Tongue::Both) {
        let sheets = sheets(&catalog, paper);
        let faults: Vec<String> =
            sheets.iter().flat_map(super::rule::faults).filter(|f| !f.starts_with("cut off")).collect();
        assert_eq!(faults, [] as [String; 0]);
    }
}

#[test]
fn a_layout_in_steps_is_the_same_layout() {
    let paper = Paper { by: By::Commune, ..Paper::default() };
    let whole = Book::lay(job(sample(), &[], paper.clone()));
    let mut stepped = Book::begin(job(sample(), &[], paper));
    let mut progress = vec![stepped.progress()];
    while !stepped.step(7) {
        progress.push(stepped.progress());
    }
    assert!(progress.is_sorted() && progress.len() > 40 && stepped.progress() == 1000, "{progress:?}");
    assert_eq!(drawn(&whole), drawn(&stepped));
    assert_eq!(stepped.sheet(0), None);
    assert_eq!(stepped.sheet(stepped.pages() + 1), None);
}

#[test]
fn a_photocopy_has_two_inks() {
    for sheet in sheets(sample(), Paper { inks: Inks::Copy, ..Paper::default() }) {
        for piece in &sheet.pieces {
            let ink = match piece {
                Piece::Text(text) => text.ink,
                Piece::Rule(_, ink) | Piece::Fill(_, ink) | Piece::Frame(_, _, ink) => *ink,
                Piece::Stars(_, _, ink) | Piece::Sign(_, _, ink) => *ink,
                _ => continue,
            };
            assert!(matches!(ink, Ink::Ink | Ink::White), "{piece:?}");
        }
    }
}

#[test]
fn without_an_address_nothing_is_scanned_and_nothing_says_so() {
    let mut asked = job(sample(), &[], Paper::default());
    asked.home.clear();
    let sheets = drawn(&Book::lay(asked));
    sound(&sheets, "no home", false);
    assert!(sheets.iter().all(|s| s.pieces.iter().all(|p| !matches!(p, Piece::Code(..)))));
    assert!(sheets.iter().flat_map(texts).all(|t| !t.text.contains("Quét")));
}

#[test]
fn long_stories_flow_on_and_nothing_of_them_is_lost() {
    let (catalog, told) = (hard(), told());
    for format in FORMATS {
        let paper = Paper { layout: Layout::One, format, ..Paper::default() };
        let sheets = drawn(&Book::lay(job(&catalog, &told, paper)));
        let plain: Vec<String> = sheets
            .iter()
            .flat_map(texts)
            .filter(|t| matches!(t.role, Role::Plain | Role::Price))
            .map(|t| t.text.clone())
            .collect();
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        let all = bare(&plain.concat());
        assert!(all.contains(&bare(&told[0].1.story.vi)), "{format:?}: the story");
        assert!(all.contains(&bare(&told[0].1.facts[1])), "{format:?}: a fact of one word");
        assert!(all.contains("1.500.000₫") && all.contains(&bare(&told[0].1.pack)), "{format:?}: price and pack");
    }
}

#[test]
fn what_nothing_parts_stands_in_its_own_order_and_so_do_the_contents() {
    for (products, layout) in [(11, Layout::Cards6), (40, Layout::Cards12), (160, Layout::Table), (11, Layout::One)] {
        let paper = Paper { by: By::Nothing, layout, duplex: layout == Layout::One, ..Paper::default() };
        // as nobody would sort them
        let ids: Vec<ProductId> = (0..products).map(|at| ProductId(at * 77 % 160)).collect();
        let book = Book::lay(Job { ids: ids.clone(), by_name: false, ..job(sample(), details(), paper) });
        let sheets = drawn(&book);
        sound(&sheets, "without sections", false);
        assert_eq!(named(&sheets).into_iter().map(|n| ProductId(n.0)).collect::<Vec<_>>(), ids);
        let mut heads = sheets.iter().flat_map(|s| paragraphs(s, |role| role == Role::Heading(2)));
        assert!(heads.all(|head| head.1.chars().count() == 1), "only the letters of the index");
        super::index::leads(&sheets, Tongue::Vi, ids.len(), "without sections");
        let plain = |s: &Sheet| paragraphs(s, |role| role == Role::Plain).into_iter().map(|p| p.1).collect::<Vec<_>>();
        let contents: Vec<String> = sheets.iter().skip(2).take(2).flat_map(plain).collect();
        let places: Vec<Option<usize>> = ids
            .iter()
            .take(if products > 120 { 0 } else { ids.len() })
            .map(|id| contents.iter().position(|text| *text == sample().product(*id).shown()))
            .collect();
        assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{products}: {places:?}");
    }
}

#[test]
fn a_print_shop_gets_three_millimetres_more_and_marks_beyond_them() {
    let plain = sheets(sample(), Paper::default());
    let bled = sheets(sample(), Paper { bleed: true, ..Paper::default() });
    assert_eq!(plain.len(), bled.len());
    for (plain, bled) in plain.iter().zip(&bled) {
        assert_eq!(super::rule::faults(bled), [] as [String; 0]);
        assert_eq!(bled.width, plain.width + AROUND * 2);
        let cut = Area::new(AROUND, AROUND, plain.width, plain.height);
        let print = Area::new(AROUND - BLEED, AROUND - BLEED, plain.width + BLEED * 2, plain.height + BLEED * 2);
        let marks = bled.pieces.iter().filter(|p| matches!(p, Piece::Mark(..)));
        assert_eq!(marks.filter(|mark| !mark.area().meets(print)).count(), 8, "marks are outside the bleed");
        for piece in bled.pieces.iter().filter(|p| matches!(p, Piece::Fill(..) | Piece::Picture(..))) {
            let area = piece.area();
            // whatever comes to the cut goes on to the bleed
            let near = |edge: ocop::paper::Um, cut: ocop::paper::Um| (edge - cut).0.abs() < BLEED.0;
            assert!(print.holds(area), "{piece:?}");
            assert!(!near(area.x, cut.x) && !near(area.right(), cut.right()), "{piece:?}");
            assert!(!near(area.y, cut.y) && !near(area.bottom(), cut.bottom()), "{piece:?}");
        }
    }
    assert!(bled[0].pieces.iter().any(|p| p.area().x == AROUND - BLEED), "the cover bleeds");
}
