//! A list on few sheets: no cover, no indexes, and what somebody wrote on it.

use super::book::{hard, told};
use super::rule::sound;
use super::{details, drawn, job, paragraphs, sample};
use crate::sample::SAMPLE;
use ocop::catalog::ProductId;
use ocop::page::print::{Asked, Copy, job as copied};
use ocop::paper::{By, Format, Layout, Paper, Parts, Tongue};
use ocop::pick::{Item, LONGEST, List, pack};
use ocop::press::{Book, Job, Piece, Role, Sheet, Wish};
use ocop::route::{Lang, Route};

fn brief() -> Paper {
    Paper { parts: Parts::Brief, by: By::Nothing, ..Paper::default() }
}

fn wished(ids: &[ProductId], note: &str) -> Vec<(ProductId, Wish)> {
    ids.iter().map(|id| (*id, Wish { quantity: 20, note: note.into() })).collect()
}

fn said(sheet: &Sheet) -> String {
    paragraphs(sheet, |_| true).into_iter().map(|p| p.1).collect::<Vec<_>>().join("\n")
}

#[test]
fn whatever_is_asked_a_list_on_few_sheets_is_sound() {
    let note = "Giao trước rằm tháng Chạp, đóng thùng 12, nhãn phụ tiếng Anh. ".repeat(4);
    let note: String = note.chars().take(LONGEST).collect();
    for tongue in [Tongue::Vi, Tongue::Both] {
        for format in [Format::A4, Format::A5, Format::Letter] {
            for &layout in Layout::ALL {
                for (by, many) in
                    [(By::Nothing, 1), (By::Nothing, 9), (By::Nothing, 11), (By::Group, 23), (By::Producer, 40)]
                {
                    let paper = Paper { tongue, format, layout, by, ..brief() };
                    let what = format!("?{} {many}", paper.write());
                    let ids: Vec<ProductId> = (0..160).step_by(160 / many).take(many).map(ProductId).collect();
                    let wishes = wished(&ids, &note);
                    let own = Job { ids, wishes, by_name: false, ..job(sample(), details(), paper) };
                    let sheets = drawn(&Book::lay(own));
                    sound(&sheets, &what, true);
                    let wishes = sheets.iter().flat_map(|s| paragraphs(s, |role| role == Role::Wish));
                    let notes = wishes.filter(|w| w.1.contains(note.trim())).count();
                    assert_eq!(notes, many, "{what}: every note stands there whole");
                }
            }
        }
    }
}

#[test]
fn hard_names_are_sound_on_few_sheets() {
    let (catalog, told) = (hard(), told());
    for format in [Format::A4, Format::A5] {
        for &layout in Layout::ALL {
            let paper = Paper { format, layout, tongue: Tongue::Both, ..brief() };
            let what = format!("?{}", paper.write());
            sound(&drawn(&Book::lay(job(&catalog, &told, paper))), &what, true);
        }
    }
}

#[test]
fn eleven_products_take_two_sheets_with_head_and_legend() {
    let ids: Vec<ProductId> = (0..11).map(ProductId).collect();
    let some = Job { ids, by_name: false, ..job(sample(), &[], Paper { layout: Layout::Cards12, ..brief() }) };
    let subtitle = some.subtitle.clone();
    let sheets = drawn(&Book::lay(some));
    assert_eq!(sheets.len(), 2);
    let (first, last) = (said(&sheets[0]), said(&sheets[1]));
    for part in [subtitle.as_str(), "In ngày", "Dữ liệu tính đến", "Quét mã để mở danh sách này"] {
        assert!(first.contains(part), "{part}\n{first}");
    }
    let view = |piece: &Piece| matches!(piece, Piece::Code(address, ..) if address.ends_with("?group=do-uong&stars=4"));
    assert!(sheets[0].pieces.iter().any(view), "a code opens the same list");
    assert!(last.contains("Đã hết hiệu lực") && last.contains("36 tháng"), "{last}");
    assert!(!first.contains("36 tháng"), "once");
    let all = [first, last].concat();
    assert!(!all.contains("Mục lục") && !all.contains("từ A đến Y"));
}

#[test]
fn any_book_can_do_without_cover_and_indexes() {
    for &layout in Layout::ALL {
        let plain = Paper { layout, ..Paper::default() };
        let full = Book::lay(job(sample(), details(), plain.clone()));
        let short = Book::lay(job(sample(), details(), Paper { parts: Parts::Brief, ..plain }));
        assert!(short.pages() < full.pages(), "{layout:?}");
        assert_eq!(short.order(), full.order());
        sound(&drawn(&short), &format!("{layout:?}"), false);
    }
}

/// A list of three with quantities and notes.
fn picked() -> List {
    let slug = |at: usize| SAMPLE.catalog.products[at].slug.clone();
    let item = |at, quantity, note: &str| Item { slug: slug(at), quantity, note: note.into() };
    [item(40, 20, "hũ, giao sớm"), item(3, 0, "hỏi giá sỉ"), item(7, 5, "")].into_iter().collect()
}

#[test]
fn a_printed_shortlist_has_quantities_and_its_owners_notes() {
    let own = picked();
    let code = pack(&own);
    let print = |text: &str, kept: &List| {
        let asked = Asked::read(Lang::Vi, text);
        let ids = asked.ids(&SAMPLE);
        let wishes = asked.wishes(&SAMPLE, kept);
        let owner = if asked.is_own(kept) { "Bà Lê Thị Hoà".into() } else { String::new() };
        let home = "https://hangxuthanh.example/".into();
        let copy = Copy {
            site: &SAMPLE,
            addendum: None,
            ids,
            home,
            details: details(),
            wishes,
            owner,
            sources: String::new(),
        };
        drawn(&Book::lay(copied(copy, &asked))).iter().map(said).collect::<Vec<_>>().join("\n")
    };
    for layout in ["", "&layout=cards6", "&layout=table", "&layout=one", "&parts=full"] {
        let mine = print(&format!("print=book&mine=1&list={code}{layout}"), &own);
        for part in
            ["3 sản phẩm đã chọn", "Số lượng", "20", "hũ, giao sớm", "hỏi giá sỉ", "Danh sách của Bà Lê Thị Hoà"]
        {
            assert!(mine.contains(part), "{layout}: {part}\n{mine}");
        }
        // whoever gets the link has quantities, but neither these notes nor their own
        let mut theirs = picked();
        theirs.note(&own.items()[1].slug, "của người khác");
        theirs.shift(&own.items()[1].slug, true);
        for kept in [&List::EMPTY, &theirs] {
            let sent = print(&format!("print=book&mine=1&list={code}{layout}"), kept);
            assert!(sent.contains("Số lượng") && sent.contains("20"), "{layout}: {sent}");
            assert!(!sent.contains("hũ, giao") && !sent.contains("người khác") && !sent.contains("Bà Lê"), "{layout}");
        }
        let sent = print(&format!("print=book&list={code}{layout}"), &own);
        assert!(
            !sent.contains("giao sớm") && sent.contains("Số lượng"),
            "{layout}: a list that was sent is not one's own"
        );
    }
}

#[test]
fn a_list_is_printed_on_few_sheets_unless_more_is_asked_for() {
    let read = |text: &str| Asked::read(Lang::Vi, text).paper;
    let all = |paper: Paper| (paper.parts, paper.by, paper.layout);
    assert_eq!(all(read("print=book&list=abc")), (Parts::Brief, By::Nothing, Layout::Cards12));
    assert_eq!(all(read("print=book&list=abc&parts=full&layout=cards6&by=group")), all(Paper::default()));
    assert_eq!(all(read("print=book&group=do-uong")), all(Paper::default()));
    for text in ["print=book", "print=book&list=abc", "print=book&list=abc&mine=1"] {
        for &parts in Parts::ALL {
            for &layout in Layout::ALL {
                let mut asked = Asked::read(Lang::En, text);
                (asked.paper.parts, asked.paper.layout) = (parts, layout);
                let Route::Print(written) = asked.address(Lang::En).route else { unreachable!() };
                assert_eq!(Asked::read(Lang::En, &written), asked, "{written}");
            }
        }
    }
}
