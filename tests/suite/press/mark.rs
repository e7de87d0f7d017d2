//! Marks of living prints: the same for the same facts, another for any that is printed.

use super::small::{drawn, every, small};
use super::{details, drawn as pages, job, sample, texts};
use ocop::catalog::{Catalog, CommuneCode, Detail, ProductId, Stars};
use ocop::paper::{Kind, Layout, Paper};
use ocop::press::{Book, Job, Mark, Piece, Role, Sheet, Since, Told};
use std::collections::HashSet;

const FIRST: ProductId = ProductId(0);

fn of(catalog: &Catalog) -> Mark {
    Mark::of(catalog, FIRST, None)
}

#[test]
fn a_mark_changes_with_what_is_printed_and_with_nothing_else() {
    let plain = sample();
    let changed = |change: &dyn Fn(&mut Catalog)| {
        let mut other = plain.clone();
        change(&mut other);
        of(&other) != of(plain)
    };
    assert!(changed(&|c| c.products[0].name.vi.push('!')));
    assert!(changed(&|c| c.products[0].name.en.push('!')));
    assert!(changed(&|c| c.products[0].recognitions[0].stars =
        Stars::new(5 - u8::from(plain.products[0].recognitions[0].stars == Stars::new(5)))));
    assert!(changed(&|c| c.products[0].recognitions[0].decision = Some("1/QĐ".into())));
    assert!(changed(&|c| c.products[0].recognitions.clear()));
    assert!(changed(&|c| c.products[0].site.today = vec![CommuneCode(1)]));
    assert!(changed(&|c| c.products[0].site.district = None));
    let maker = plain.products[0].makers.first().map(|m| m.0 as usize);
    assert!(maker.is_some_and(|maker| changed(&|c| c.producers[maker].name.push('!'))));
    assert!(!changed(&|c| c.products[1].name.vi.push('!')));
    assert!(!changed(&|c| c.about.as_of.year += 1));
    assert!(!changed(&|c| c.products[0].channels.clear()));
}

#[test]
fn marks_are_short_and_rarely_alike() {
    let all: Vec<Mark> = sample().ids().map(|id| Mark::of(sample(), id, Some(150_000))).collect();
    assert!(
        all.iter().all(|mark| mark.as_str().len() == 10 && mark.as_str().bytes().all(|b| b.is_ascii_alphanumeric()))
    );
    assert_eq!(all.iter().map(Mark::as_str).collect::<HashSet<_>>().len(), all.len());
}

#[test]
fn a_printed_mark_tells_whether_it_still_holds() {
    let c = sample();
    let (plain, priced) = (of(c), Mark::of(c, FIRST, Some(150_000)));
    assert!(Mark::is_priced(priced.as_str()) && !Mark::is_priced(plain.as_str()));
    assert_eq!(Mark::compare(plain.as_str(), c, FIRST, Some(160_000)), Since::Unchanged, "no price was printed");
    assert_eq!(Mark::compare(priced.as_str(), c, FIRST, Some(150_000)), Since::Unchanged);
    assert_eq!(Mark::compare(priced.as_str(), c, FIRST, Some(160_000)), Since::Changed(vec![Told::Price]));
    assert_eq!(Mark::compare(priced.as_str(), c, FIRST, None), Since::Changed(vec![Told::Price]), "the price is gone");
    assert_eq!(Mark::compare(plain.as_str(), c, ProductId(1), None), Since::Unknown, "another product's");
    for nonsense in ["", "abc", "abcde", "abcdefgh", "ABCDEFGH", "aeioaeio", "ăbăbăb", "<b>!<b>!", "0000000000"] {
        assert_eq!(Mark::compare(nonsense, c, FIRST, None), Since::Unknown, "{nonsense}");
    }
}

#[test]
fn a_mark_tells_which_fact_changed() {
    let c = sample();
    let printed = of(c);
    let told = |change: &dyn Fn(&mut Catalog)| {
        let mut other = c.clone();
        change(&mut other);
        Mark::compare(printed.as_str(), &other, FIRST, None)
    };
    assert_eq!(told(&|c| c.products[0].name.vi.push('!')), Since::Changed(vec![Told::Name]));
    assert_eq!(told(&|c| c.products[0].makers.clear()), Since::Changed(vec![Told::Producer]));
    assert_eq!(told(&|c| c.products[0].site.district = None), Since::Changed(vec![Told::Place]));
    assert_eq!(told(&|c| c.products[0].recognitions.clear()), Since::Changed(vec![Told::Recognitions]));
    let both = |c: &mut Catalog| {
        c.products[0].name.vi.push('!');
        c.products[0].recognitions.clear();
    };
    assert_eq!(told(&both), Since::Changed(vec![Told::Name, Told::Recognitions]));
}

#[test]
fn an_invented_mark_is_hardly_ever_taken_for_ours() {
    let letters = b"0123456789abcdefghjkmnpqrstvwxyz";
    let mut seed = 7_u64;
    let mut invented = || -> String {
        let mut one = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            char::from(letters[(seed >> 59) as usize])
        };
        (0..8).map(|_| one()).collect()
    };
    let taken = (0..10_000).filter(|_| Mark::compare(&invented(), sample(), FIRST, None) != Since::Unknown).count();
    assert!(taken < 40, "{taken} of 10,000 invented marks");
}

/// Whether prices stand on some sheets, and of the codes of the product there: in how many a price is, in how many not.
fn priced(sheets: &[Sheet]) -> (bool, [usize; 2]) {
    let mut many = [0, 0];
    for piece in sheets.iter().flat_map(|sheet| &sheet.pieces) {
        if let Piece::Code(address, ..) = piece
            && let Some((_, mark)) = address.split_once("?mark=")
        {
            many[usize::from(!Mark::is_priced(mark))] += 1;
        }
    }
    (sheets.iter().any(|sheet| texts(sheet).any(|text| text.role == Role::Price)), many)
}

#[test]
fn a_mark_tells_of_a_price_where_one_is_printed_and_nowhere_else() {
    let mut seen = [0, 0];
    let mut check = |sheets: &[Sheet], what: &str| {
        let (printed, [with, without]) = priced(sheets);
        assert_eq!(
            if printed { without } else { with },
            0,
            "{what}: printed {printed}, {with} with, {without} without"
        );
        seen[usize::from(printed)] += with + without;
    };
    // a usual price, and one that has room hardly anywhere
    for price in [45_000, 4_294_967_295] {
        for id in [3, 131] {
            let one = |detail: &Detail| Detail { price: Some(price), pack: "hũ 200 g".into(), ..detail.clone() };
            let known = [(ProductId(id), one(&details()[id as usize].1))];
            for paper in every() {
                let what = format!("?{}", paper.write());
                check(&drawn(&small(sample(), &known, &[id], paper.clone())), &what);
                if matches!(paper.kind, Kind::Stickers | Kind::Sign) {
                    assert!(!priced(&drawn(&small(sample(), &known, &[id], paper))).0, "{what}");
                }
            }
            for &layout in Layout::ALL {
                let paper = Paper { layout, ..Paper::default() };
                let book = Job { ids: vec![ProductId(id)], ..job(sample(), &known, paper) };
                check(&pages(&Book::lay(book)), layout.key());
            }
        }
    }
    assert!(seen.into_iter().all(|many| many > 50), "codes without and with a price: {seen:?}");
}
