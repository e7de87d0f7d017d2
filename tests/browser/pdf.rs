//! What comes out of the printer, read back from the PDFs of Chromium and Firefox: as many pages as sheets, the same words,
//! every page number right, every code decoded as a scanner would.

use crate::engine::Engine;
use crate::paper::laid;
use crate::site::Harm;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use base64::Engine as _;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::process::Command;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

pub fn tests() -> Vec<Test> {
    let mut all = tests!(in &[Engine::Chromium, Engine::Firefox], false;
        sheets_are_the_pages_of_the_pdf,
        every_layout_of_a_book_on_a4_has_as_many_pages_as_sheets,
        every_layout_of_a_book_on_a5_has_as_many_pages_as_sheets,
        every_layout_of_a_book_on_letter_has_as_many_pages_as_sheets,
        everything_small_has_as_many_pages_as_sheets,
        every_page_number_of_the_pdf_leads_to_the_page_where_the_name_stands);
    // The server says where the site stands, so that codes can name it.
    all.extend(tests!(served in &[Engine::Chromium, Engine::Firefox];
        every_code_of_a_book_of_large_cards_is_read_and_leads_to_a_page_of_the_site,
        every_code_of_a_book_of_small_cards_is_read_and_leads_to_a_page_of_the_site,
        every_code_of_everything_small_is_read_and_leads_to_a_page_of_the_site));
    all
}

/// Millimetres of the papers.
const A4: (f64, f64) = (210.0, 297.0);
const ACROSS: (f64, f64) = (297.0, 210.0);
const A5: (f64, f64) = (148.0, 210.0);
const A6: (f64, f64) = (105.0, 148.0);
const LETTER: (f64, f64) = (215.9, 279.4);

/// The pages as a PDF, as the browser's own printing makes it on paper of that size in millimetres.
async fn printed(v: &Visit, (width, height): (f64, f64)) -> Outcome<Vec<u8>> {
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

fn kept(pdf: &[u8], name: &str) -> Outcome<PathBuf> {
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
type Asked = (String, (f64, f64));

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
        const index = all.some((t) => says(t) === 'Số bên phải là số trang');
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

/// Where the site of these prints stands.
const HOME: &str = "https://hangxuthanh.example/";

/// A code on a sheet: its address, and its square with the quiet zone in hundredths of a millimetre.
#[derive(Deserialize)]
struct Coded {
    address: String,
    square: [f64; 3],
}

/// The codes of all sheets.
const CODES: &str = r"[...document.querySelectorAll('.sheet')].map((s) => [...s.querySelectorAll('svg.code')].map((c) => (
    { address: c.getAttribute('aria-label'), square: ['x', 'y', 'width'].map((name) => Number(c.getAttribute(name))) })))";

/// A page as a scanner sees it, a byte a dot.
struct Scan {
    width: usize,
    dots: Vec<u8>,
}

/// Dots an inch.
const DPI: f64 = 150.0;

impl Scan {
    fn of(pdf: &Path, page: usize) -> Outcome<Scan> {
        let number = page.to_string();
        let asked = ["-r", &DPI.to_string(), "-gray", "-f", &number, "-l", &number];
        let out = Command::new("pdftoppm").args(asked).arg(pdf).output()?.stdout;
        // P5, width, height, greatest value, then a byte a dot
        let mut head = out.splitn(4, u8::is_ascii_whitespace);
        let mut word = || head.next().map(|w| String::from_utf8_lossy(w).into_owned()).unwrap_or_default();
        let (kind, width, height) = (word(), word().parse::<usize>()?, word().parse::<usize>()?);
        same("kind of picture", kind, "P5".into())?;
        let from = out.len().checked_sub(width * height).ok_or("a picture cut short")?;
        Ok(Scan { width, dots: out[from..].to_vec() })
    }

    /// What the code in that square says: its dots looked at as they are and finer, as decoders do.
    fn read(&self, [x, y, side]: [f64; 3]) -> Option<String> {
        let dots = |hundredths: f64| hundredths / 100.0 * DPI / 25.4;
        let (left, top, long) = (dots(x), dots(y), dots(side));
        let at = |x: usize, y: usize| f64::from(self.dots.get(y * self.width + x).copied().unwrap_or(255));
        [3.0, 2.0, 4.0, 1.0].into_iter().find_map(|finer| {
            let shade = |x: usize, y: usize| {
                let place = |from: f64, at: usize| (from + (at as f64 + 0.5) / finer - 0.5).max(0.0);
                let (x, y) = (place(left, x), place(top, y));
                let (i, j, right, down) = (x as usize, y as usize, x.fract(), y.fract());
                let row = |j: usize| at(i, j) * (1.0 - right) + at(i + 1, j) * right;
                (row(j) * (1.0 - down) + row(j + 1) * down) as u8
            };
            let side = (long * finer) as usize;
            let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, shade);
            image.detect_grids().iter().find_map(|grid| grid.decode().ok()).map(|(_, text)| text)
        })
    }
}

async fn every_code_of_a_book_of_large_cards_is_read_and_leads_to_a_page_of_the_site(v: &Visit) -> Outcome {
    let all = [(String::from("print=book&group=che-bien"), A4)];
    ensure(codes(v, &all).await? > 30, "hardly any codes")
}

async fn every_code_of_a_book_of_small_cards_is_read_and_leads_to_a_page_of_the_site(v: &Visit) -> Outcome {
    let some = ["group=do-uong&layout=cards12", "group=che&layout=one"].map(|some| (format!("print=book&{some}"), A4));
    let a5 = (String::from("print=book&group=do-uong&layout=cards12&paper=a5"), A5);
    ensure(codes(v, &[some.as_slice(), &[a5]].concat()).await? > 30, "hardly any codes")
}

async fn every_code_of_everything_small_is_read_and_leads_to_a_page_of_the_site(v: &Visit) -> Outcome {
    let item = "item=mam-tom-le-gia";
    let mut all: Vec<Asked> = [("a4", A4), ("a5", A5), ("a6", A6)]
        .map(|(paper, size)| (format!("print=flyer&{item}&paper={paper}"), size))
        .into();
    all.extend(
        [("flyer", "&up=8"), ("fold", ""), ("sign", "")].map(|(k, up)| (format!("print={k}&{item}{up}"), ACROSS)),
    );
    all.push((format!("print=tags&{item}"), A4));
    all.extend([24, 65].map(|grid| (format!("print=stickers&{item}&grid={grid}"), A4)));
    ensure(codes(v, &all).await? > 80, "hardly any codes")
}

/// Every code of those prints, read from their PDFs: how many.
async fn codes(v: &Visit, all: &[Asked]) -> Outcome<usize> {
    // the sample does not say where it stands: here it does
    let list = std::fs::read_to_string(v.site.dist().join("catalog/list.json"))?;
    let (about, rest) = list.split_once("]],").ok_or("no list")?;
    let home = format!("{about}],[\"\",\"\",\"{HOME}\"]],{rest}");
    v.site.harm("catalog/list.json", Harm::Broken(home.leak()));
    let mut read = 0;
    for (asked, size) in all {
        v.open(&format!("/in/?{asked}")).await?;
        laid(v).await?;
        let path = kept(&printed(v, *size).await?, &format!("{}-codes", v.engine.name()))?;
        let sheets: Vec<Vec<Coded>> = v.get(CODES).await?;
        ensure(sheets.iter().flatten().count() > 0, format!("no codes: {asked}"))?;
        for (page, coded) in (1..).zip(sheets).filter(|(_, all)| !all.is_empty()) {
            let scan = Scan::of(&path, page)?;
            for Coded { address, square } in coded {
                same(&format!("code on page {page} of {asked}"), scan.read(square), Some(address.clone()))?;
                let place = address.strip_prefix(HOME).ok_or_else(|| format!("{address} leads elsewhere"))?;
                let folder = place.split('?').next().unwrap_or_default();
                ensure(v.site.dist().join(folder).join("index.html").is_file(), format!("{address} leads nowhere"))?;
                read += 1;
            }
        }
        std::fs::remove_file(&path)?;
    }
    Ok(read)
}
