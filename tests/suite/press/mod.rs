//! Paper: whatever is printed, nothing overlaps or leaves its sheet, every product stands once and every page number leads
//! to it.

mod addendum;
mod book;
mod brief;
mod codes;
mod index;
mod mark;
mod page;
mod paper;
mod rule;
mod sale;
mod small;

use crate::sample::{SAMPLE, SHEETS, TODAY};
use ocop::catalog::{Catalog, Detail, ProductId};
use ocop::paper::{Paper, Tongue};
use ocop::press::{Book, Job, Piece, Role, Sheet, Text, Tongues};
use ocop::route::Lang;
use ocop::words::paper;
use std::sync::LazyLock;

/// Titles as long as those of the real catalogue.
const SOURCES: &str = "Thanh Hóa có 17 sản phẩm được đánh giá, xếp hạng OCOP năm 2020 (VHĐS Thanh Hóa); Hoằng Hóa: Nâng chất sản \
    phẩm OCOP (tracuuquyhoach.com, dẫn Báo Thanh Hóa); Thanh Hóa: Đẩy mạnh tuyên truyền, phát triển và tiêu thụ sản phẩm OCOP.";

/// A job for a whole catalogue.
pub fn job<'a>(catalog: &'a Catalog, details: &'a [(ProductId, Detail)], paper_asked: Paper) -> Job<'a> {
    let first = paper(if paper_asked.tongue == Tongue::En { Lang::En } else { Lang::Vi });
    let second = (paper_asked.tongue == Tongue::Both).then(|| paper(Lang::En));
    Job {
        catalog,
        addendum: None,
        ids: catalog.ids().collect(),
        by_name: true,
        details,
        wishes: Vec::new(),
        today: TODAY,
        paper: paper_asked,
        words: Tongues { first, second },
        home: "https://hangxuthanh.example/".into(),
        view: "?group=do-uong&stars=4".into(),
        subtitle: format!("Danh mục {} sản phẩm OCOP của làng xã Thanh Hoá", catalog.products.len()),
        remarks: vec!["Dữ liệu tính đến 23/11/2026".into(), "Sở Nông nghiệp và Môi trường".into()],
        sources: ["Các nguồn".into(), SOURCES.into()],
    }
}

/// All sheets of a catalogue.
pub fn sheets(catalog: &Catalog, paper: Paper) -> Vec<Sheet> {
    drawn(&Book::lay(job(catalog, &[], paper)))
}

/// All sheets of a book.
pub fn drawn(book: &Book<'_>) -> Vec<Sheet> {
    (1..=book.pages()).filter_map(|number| book.sheet(number)).collect()
}

/// All lines of text on a sheet.
pub fn texts(sheet: &Sheet) -> impl Iterator<Item = &Text> {
    sheet.pieces.iter().filter_map(|piece| if let Piece::Text(text) = piece { Some(text) } else { None })
}

/// Paragraphs of a sheet that are that: their lines joined.
pub fn paragraphs(sheet: &Sheet, is: impl Fn(Role) -> bool) -> Vec<(Role, String)> {
    let mut out: Vec<(u16, Role, String)> = Vec::new();
    for text in texts(sheet).filter(|text| is(text.role)) {
        match out.last_mut().filter(|last| last.0 == text.paragraph) {
            Some(last) => last.2 = format!("{} {}", last.2, text.text),
            None => out.push((text.paragraph, text.role, text.text.clone())),
        }
    }
    out.into_iter().map(|p| (p.1, p.2)).collect()
}

/// The sample's details, by product.
pub fn details() -> &'static [(ProductId, Detail)] {
    static ALL: LazyLock<Vec<(ProductId, Detail)>> =
        LazyLock::new(|| sample().ids().zip(SHEETS.details.iter().cloned()).collect());
    &ALL
}

/// The sample's catalogue.
pub fn sample() -> &'static Catalog {
    &SAMPLE.catalog
}
