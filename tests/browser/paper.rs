//! What comes out of the printer: the sheets of the page that prints, and the pages of the PDF.

use crate::engine::Engine;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use base64::Engine as _;
use std::process::Command;
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};

pub fn tests() -> Vec<Test> {
    let mut all = tests![
        a_list_is_printed_by_its_link_with_what_narrows_it,
        a_choice_changes_the_sheets_and_the_address_and_a_copied_address_gives_the_same,
        the_page_that_prints_changes_its_language_and_keeps_its_choices,
        no_text_of_a_sheet_leaves_it_or_lies_on_another,
        a_list_without_products_says_so_and_cannot_be_printed,
    ];
    all.extend(tests!(in &[Engine::Chromium, Engine::Firefox], false; sheets_are_the_pages_of_the_pdf));
    all
}

/// Until all sheets are drawn: how many.
async fn laid(v: &Visit) -> Outcome<usize> {
    v.ready().await?;
    let drawn = "[...document.querySelectorAll('.sheet')].every(s => s.firstChild) && document.querySelector('.said')";
    v.wait("all sheets", &format!("document.querySelector('.sheet') && {drawn}")).await?;
    v.count(".sheet").await
}

async fn a_list_is_printed_by_its_link_with_what_narrows_it(v: &Visit) -> Outcome {
    v.open("/?group=do-uong&stars=4").await?;
    let total = v.total().await?;
    let wanted = v.texts(".cards h2").await?;
    v.press("a[href^='in/?print=book']").await?;
    v.wait("the page that prints", "location.pathname === '/in/'").await?;
    laid(v).await?;
    let mut names = v.texts(".sheet [role=heading]").await?;
    names.retain(|name| wanted.contains(name));
    same("products on sheets", names.len(), total)?;
    let cover = v.text(".sheet").await?;
    ensure(cover.contains("Đồ uống") && cover.contains(&format!("{total} sản phẩm")), format!("the cover: {cover}"))?;
    v.press(".bar .back").await?;
    v.wait("the list", "location.pathname === '/' && document.querySelector('.toolbar')").await?;
    v.ready().await?;
    same("the list again", v.total().await?, total)
}

async fn a_choice_changes_the_sheets_and_the_address_and_a_copied_address_gives_the_same(v: &Visit) -> Outcome {
    v.open("/in/?print=book&group=do-uong").await?;
    let six = laid(v).await?;
    let choose = |name: &str, value: &str| {
        format!(
            "const s = document.querySelector('[name={name}]'); s.value = '{value}'; s.dispatchEvent(new Event('change', {{ bubbles: true }}))"
        )
    };
    v.run(&choose("layout", "cards12")).await?;
    v.wait("the address", "location.search.includes('layout=cards12')").await?;
    v.wait("fewer sheets", &format!("document.querySelectorAll('.sheet').length < {six}")).await?;
    v.run(&choose("paper", "a5")).await?;
    v.wait(
        "the paper",
        "getComputedStyle(document.querySelector('.sheets')).getPropertyValue('--wide').trim() === '148.000'",
    )
    .await?;
    v.wait("done", "document.querySelector('.said').textContent.includes('A5')").await?;
    let (twelve, html) = (laid(v).await?, v.get::<String>("document.querySelector('.sheets').innerHTML").await?);
    v.reload().await?;
    same("sheets of the same address", laid(v).await?, twelve)?;
    v.wait("done", "document.querySelector('.said').textContent.includes('A5')").await?;
    ensure(html == v.get::<String>("document.querySelector('.sheets').innerHTML").await?, "the sheets differ")
}

async fn the_page_that_prints_changes_its_language_and_keeps_its_choices(v: &Visit) -> Outcome {
    v.open("/in/?print=book&layout=cards12&group=che").await?;
    let sheets = laid(v).await?;
    v.press(".langs [lang=en]").await?;
    v.wait("English", "location.pathname === '/en/print/' && document.documentElement.lang === 'en'").await?;
    same("sheets", laid(v).await?, sheets)?;
    same("layout", v.get::<String>("document.querySelector('[name=layout]').value").await?, "cards12".into())?;
    ensure(v.text("h1").await?.starts_with("Print"), "the form is not in English")
}

/// Where every text lies, in its sheet's micrometres; which leave the sheet, and which lie on another.
const OVERLAPS: &str = r#"(() => {
    const out = [];
    document.querySelectorAll('.sheet').forEach((sheet, n) => {
        const svg = sheet.firstChild;
        const { width, height } = svg.viewBox.baseVal;
        const boxes = [...svg.querySelectorAll('text')].map((text) => {
            const { x, y, width: w, height: h } = text.getBBox();
            // ascenders and descenders of neighbouring lines may share some air
            const air = text.getAttribute('font-size') * 0.28;
            return { x, y: y + air, right: x + w, bottom: y + h - air, says: text.textContent };
        });
        boxes.forEach((a, i) => {
            if (a.x < 0 || a.y < 0 || a.right > width || a.bottom > height) out.push(`${n + 1}: ${a.says} leaves the sheet`);
            boxes.slice(i + 1).forEach((b) => {
                if (a.x < b.right && b.x < a.right && a.y < b.bottom && b.y < a.bottom) out.push(`${n + 1}: ${a.says} | ${b.says}`);
            });
        });
    });
    return out.slice(0, 5);
})()"#;

async fn no_text_of_a_sheet_leaves_it_or_lies_on_another(v: &Visit) -> Outcome {
    let group = "group=che-bien&group=duoc-lieu";
    for asked in ["", "&layout=cards12&paper=a5", "&lang=both&by=district", "&lang=en&paper=letter&ink=copy"] {
        v.open(&format!("/in/?print=book&{group}{asked}")).await?;
        ensure(laid(v).await? > 5, "hardly any sheets")?;
        v.wait("the letters", "document.fonts.status === 'loaded'").await?;
        same(asked, v.get::<Vec<String>>(OVERLAPS).await?, vec![])?;
    }
    Ok(())
}

async fn a_list_without_products_says_so_and_cannot_be_printed(v: &Visit) -> Outcome {
    v.open("/in/?print=book&q=zzzzzzzzzz").await?;
    v.wait("the answer", "document.querySelector('.said').textContent.includes('Không có sản phẩm')").await?;
    same("sheets", v.count(".sheet").await?, 0)?;
    v.is("the button cannot be pressed", "document.querySelector('[data-act=print]').disabled").await
}

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

/// Text of every page, blanks and line ends alike.
fn read(pdf: &[u8], name: &str) -> Outcome<Vec<String>> {
    let path = std::env::temp_dir().join(format!("ocop-{}-{name}.pdf", std::process::id()));
    std::fs::write(&path, pdf)?;
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
    let a4 = ("", (210.0, 297.0));
    let a5 = ("&paper=a5&layout=cards12", (148.0, 210.0));
    let letter = ("&paper=letter&by=stars&lang=en&duplex=1", (215.9, 279.4));
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
