//! What comes out of the printer, read back from the PDFs of Chromium and Firefox: as many pages as sheets, the same words,
//! every page number right. `codes` reads the codes.

use crate::engine::Engine;
use crate::paper::laid;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use base64::Engine as _;
use serde::Deserialize;
use std::path::PathBuf;
use std::process::Command;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

pub fn tests() -> Vec<Test> {
    tests!(in &[Engine::Chromium, Engine::Firefox], false;
        sheets_are_the_pages_of_the_pdf,
        every_layout_of_a_book_on_a4_has_as_many_pages_as_sheets,
        every_layout_of_a_book_on_a5_has_as_many_pages_as_sheets,
        every_layout_of_a_book_on_letter_has_as_many_pages_as_sheets,
        everything_small_has_as_many_pages_as_sheets,
        every_page_number_of_the_pdf_leads_to_the_page_where_the_name_stands)
}

/// Millimetres of the papers.
pub const A4: (f64, f64) = (210.0, 297.0);
pub const ACROSS: (f64, f64) = (297.0, 210.0);
pub const A5: (f64, f64) = (148.0, 210.0);
pub const A6: (f64, f64) = (105.0, 148.0);
const LETTER: (f64, f64) = (215.9, 279.4);

/// The pages as a PDF, as the browser's own printing makes it on paper of that size in millimetres.
pub async fn printed(v: &Visit, (width, height): (f64, f64)) -> Outcome<Vec<u8>> {
    if v.engine == Engine::Chromium {
        let asked = serde_json::json!({ "preferCSSPageSize": true, "printBackground": true });
        let answer = v.driver.cdp().send_raw("Page.printToPDF", asked).await?;
        let data = answer["data"].as_str().unwrap_or_default();
        return Ok(base64::engine::general_purpose::STANDARD.decode(data)?);
    }
    let page = PrintPage { width: width / 10.0, height: height / 10.0 };
    let margin = PrintMargins { top: 0.0, bottom: 0.0, left: 0.0, right: 0.0 };
    let asked = PrintParameters { page, margin, background: true, shrink_to_fit: false, ..Default::default() };
    Ok(v.driver.print_page(asked).await?)
}

pub fn kept(pdf: &[u8], name: &str) -> Outcome<PathBuf> {
    let path = std::env::temp_dir().join(format!("ocop-{}-{name}.pdf", std::process::id()));
    std::fs::write(&path, pdf)?;
    Ok(path)
}

/// Text of every page, blanks and line ends alike.
fn read(pdf: &[u8], name: &str) -> Outcome<Vec<String>> {
    let path = kept(pdf, name)?;
    let out = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output()?;
    std::fs::remove_file(&path)?;
    let text = String::from_utf8(out.stdout)?;
    let page = |page: &str| page.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut pages: Vec<String> = text.split('\u{c}').map(page).collect();
    // Every page ends so, the last too.
    pages.pop_if(|rest| rest.is_empty());
    Ok(pages)
}

async fn sheets_are_the_pages_of_the_pdf(v: &Visit) -> Outcome {
    let a4 = ("", A4);
    let a5 = ("&paper=a5&layout=cards12", A5);
    let letter = ("&paper=letter&by=stars&lang=en&duplex=1", LETTER);
    for (asked, size) in [a4, a5, letter] {
        v.open(&format!("/in/?print=book&group=che-bien{asked}")).await?;
        let sheets = laid(v).await?;
        let pages = read(&printed(v, size).await?, v.engine.name())?;
        same(&format!("pages of {asked}"), pages.len(), sheets)?;
        let names: Vec<Vec<String>> = v
            .get("[...document.querySelectorAll('.sheet')].map(s => [...s.querySelectorAll('[role=heading]')].map(h => h.textContent))")
            .await?;
        ensure(names.iter().flatten().count() > 40, "hardly any names")?;
        for (number, (names, page)) in (1..).zip(names.iter().zip(&pages)) {
            for name in names {
                ensure(page.contains(name.as_str()), format!("page {number} of {asked} lacks {name}: {page}"))?;
            }
        }
    }
    Ok(())
}

async fn every_layout_of_a_book_on_a4_has_as_many_pages_as_sheets(v: &Visit) -> Outcome {
    layouts(v, "a4", A4).await
}

async fn every_layout_of_a_book_on_a5_has_as_many_pages_as_sheets(v: &Visit) -> Outcome {
    layouts(v, "a5", A5).await
}

async fn every_layout_of_a_book_on_letter_has_as_many_pages_as_sheets(v: &Visit) -> Outcome {
    layouts(v, "letter", LETTER).await
}

async fn layouts(v: &Visit, paper: &str, size: (f64, f64)) -> Outcome {
    let one = |layout| (format!("print=book&group=che&layout={layout}&paper={paper}"), size);
    as_many(v, ["cards6", "cards12", "table", "one"].map(one).into()).await
}

async fn everything_small_has_as_many_pages_as_sheets(v: &Visit) -> Outcome {
    let mut all: Vec<Asked> = Vec::new();
    let item = "item=mam-tom-le-gia";
    for (paper, size) in [("a4", A4), ("a5", A5), ("a6", A6), ("letter", LETTER)] {
        all.push((format!("print=flyer&{item}&paper={paper}"), size));
    }
    all.push((format!("print=flyer&{item}&up=2"), ACROSS));
    all.push((format!("print=flyer&{item}&up=4"), A4));
    all.push((format!("print=flyer&{item}&up=8"), ACROSS));
    all.push((format!("print=fold&{item}"), ACROSS));
    all.push((format!("print=sign&{item}"), ACROSS));
    all.extend(["labels", "tags", "stickers"].map(|kind| (format!("print={kind}&group=do-uong"), A4)));
    as_many(v, all).await
}

/// What is asked of the page, and the size of its paper.
pub type Asked = (String, (f64, f64));

async fn as_many(v: &Visit, all: Vec<Asked>) -> Outcome {
    for (asked, size) in all {
        v.open(&format!("/in/?{asked}")).await?;
        let sheets = laid(v).await?;
        same(&asked, read(&printed(v, size).await?, v.engine.name())?.len(), sheets)?;
    }
    Ok(())
}

/// A name in contents or an index, and the numbers beside it.
#[derive(Deserialize)]
struct Entry {
    sheet: usize,
    name: String,
    pages: String,
}

/// The entries of all lists as they stand on the sheets: a name, then its numbers; in contents the number comes first.
const ENTRIES: &str = r#"(() => {
    const out = [];
    const says = (t) => t.textContent.split(/\s+/).join(' ').trim();
    document.querySelectorAll('.sheet').forEach((sheet, n) => {
        const all = [...sheet.querySelectorAll('text')];
        const title = sheet.querySelector('[role=heading][aria-level="1"]');
        const contents = title && says(title) === 'Mục lục';
        const index = all.some((t) => says(t) === 'Số in đậm là số trang');
        all.forEach((t, i) => {
            const numbers = /^[\d–, ]+$/.test(says(t));
            if (!numbers) return;
            if (index && t.classList.contains('bold')) {
                const name = all[i - 1];
                const before = /^[\d–, ]+$/.test(says(name)) ? all.slice(0, i).reverse().find((x) => x.getAttribute('role') === 'heading') : name;
                out.push({ sheet: n + 1, name: says(before), pages: says(t) });
            } else if (contents && t.classList.contains('great')) {
                const name = all.slice(i + 1).find((x) => x.classList.contains('name'));
                if (name) out.push({ sheet: n + 1, name: says(name), pages: says(t) });
            }
        });
    });
    return out;
})()"#;

async fn every_page_number_of_the_pdf_leads_to_the_page_where_the_name_stands(v: &Visit) -> Outcome {
    v.open("/in/?print=book&group=do-uong&group=che-bien").await?;
    laid(v).await?;
    let pages = read(&printed(v, A4).await?, v.engine.name())?;
    let lower: Vec<String> = pages.iter().map(|page| page.to_lowercase()).collect();
    let entries: Vec<Entry> = v.get(ENTRIES).await?;
    let mut checked = 0;
    for Entry { sheet, name, pages: numbers } in &entries {
        let list = &pages[*sheet - 1];
        ensure(list.contains(name) && list.contains(numbers), format!("page {sheet} lacks {name} {numbers}: {list}"))?;
        for run in numbers.split(',').map(str::trim).filter(|run| !run.is_empty()) {
            let (from, to) = run.split_once('–').unwrap_or((run, run));
            for page in from.parse::<usize>()?..=to.parse()? {
                let there =
                    page.checked_sub(1).and_then(|at| lower.get(at)).is_some_and(|p| p.contains(&name.to_lowercase()));
                ensure(there, format!("{name} is not on page {page}, as page {sheet} says"))?;
                checked += 1;
            }
        }
    }
    ensure(checked > 150, format!("hardly any numbers: {checked} of {} entries", entries.len()))
}
