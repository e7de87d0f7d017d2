//! The page that prints: its choices, its address, its sheets.

use crate::engine::Engine;
use crate::site::Harm;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use std::path::PathBuf;
use std::time::Duration;
use thirtyfour::By;

pub fn tests() -> Vec<Test> {
    let mut all = tests![
        a_list_is_printed_by_its_link_with_what_narrows_it,
        a_choice_changes_the_sheets_and_the_address_and_a_copied_address_gives_the_same,
        the_page_that_prints_changes_its_language_and_keeps_its_choices,
        no_text_of_a_sheet_leaves_it_or_lies_on_another,
        a_list_without_products_says_so_and_cannot_be_printed,
        an_earlier_edition_makes_it_an_addendum,
        a_file_that_is_no_edition_is_told_and_the_whole_comes_back,
        options_count_in_an_address_that_does_not_say_what_is_printed,
        of_two_earlier_editions_the_one_chosen_last_counts_however_long_the_first_takes,
        only_sheets_on_which_it_is_printed_can_be_chosen,
    ];
    // What a device keeps is neither late nor lost.
    all.extend(tests![served in &Engine::ALL;
        what_an_addendum_knows_is_not_all_that_labels_need,
        sheets_wait_for_pictures_that_come_late,
    ]);
    all.extend(tests!(online: pictures_that_do_not_come_are_told));
    all.extend(tests!(online in &[Engine::Chromium]; pictures_are_given_up_after_half_a_minute));
    all
}

/// Until all sheets are drawn: how many.
pub async fn laid(v: &Visit) -> Outcome<usize> {
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
    set(v, "layout", "cards12").await?;
    v.wait("the address", "location.search.includes('layout=cards12')").await?;
    v.wait("fewer sheets", &format!("document.querySelectorAll('.sheet').length < {six}")).await?;
    set(v, "paper", "a5").await?;
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

/// Choose something in the form.
async fn set(v: &Visit, name: &str, value: &str) -> Outcome {
    let change = "dispatchEvent(new Event('change', { bubbles: true }))";
    v.run(&format!("const s = document.querySelector('[name={name}]'); s.value = '{value}'; s.{change}")).await
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

/// The list of an earlier edition on this device: one product had another name, one was there under another address.
fn earlier(v: &Visit) -> Outcome<PathBuf> {
    let list = std::fs::read_to_string(v.site.dist().join("catalog/list.json"))?;
    let old = list.replacen("\"Mắm tôm Lê Gia\"", "\"Mắm tôm Lê Giá\"", 1);
    let old = old.replacen("\"mam-tep-le-gia\"", "\"mam-tep-le-cu\"", 1);
    let old = old.replacen("[\"23/11/2026\"", "[\"1/11/2026\"", 1);
    ensure(old != list, "the sample has changed")?;
    let path = std::env::temp_dir().join(format!("ocop-{}-{}-old.json", std::process::id(), v.engine.name()));
    std::fs::write(&path, old)?;
    Ok(path)
}

async fn choose(v: &Visit, path: &std::path::Path) -> Outcome {
    v.driver.find(By::Css("[name=older]")).await?.send_keys(path.to_string_lossy()).await?;
    Ok(())
}

/// The book of all, then what changed since an earlier edition: how many sheets the whole has.
async fn addendum(v: &Visit) -> Outcome<usize> {
    v.open("/in/?print=book").await?;
    let whole = laid(v).await?;
    let path = earlier(v)?;
    choose(v, &path).await?;
    v.wait("fewer sheets", &format!("document.querySelectorAll('.sheet').length < {whole}")).await?;
    laid(v).await?;
    std::fs::remove_file(&path)?;
    Ok(whole)
}

async fn an_earlier_edition_makes_it_an_addendum(v: &Visit) -> Outcome {
    let whole = addendum(v).await?;
    let cover = v.text(".sheet").await?;
    ensure(cover.contains("Bổ sung so với ngày 1/11/2026"), format!("the cover: {cover}"))?;
    // how many states ran out since then depends on the day
    ensure(cover.contains("1 mới, ") && cover.contains(", 1 không còn"), format!("the cover: {cover}"))?;
    let heads = v.texts(".sheet [role=heading]").await?;
    for head in ["Mới", "Có thay đổi", "Không còn trong danh mục", "Mắm tôm Lê Gia"] {
        ensure(heads.iter().any(|h| h == head), format!("{head} is missing: {heads:?}"))?;
    }
    let said = v.text(".sheets").await?;
    ensure(said.contains("Thay đổi: tên"), "what changed is not told")?;
    v.press("[data-act=whole]").await?;
    v.wait("all sheets again", &format!("document.querySelectorAll('.sheet').length === {whole}")).await?;
    v.is("the button is gone", "document.querySelector('[data-act=whole]').hidden").await
}

async fn a_file_that_is_no_edition_is_told_and_the_whole_comes_back(v: &Visit) -> Outcome {
    v.open("/in/?print=book&group=che").await?;
    laid(v).await?;
    let path = std::env::temp_dir().join(format!("ocop-{}-{}-none.json", std::process::id(), v.engine.name()));
    std::fs::write(&path, "{\"a\": 1}")?;
    choose(v, &path).await?;
    v.wait("the reason", "document.querySelector('.said').textContent.startsWith('Không đọc được bản cũ: ')").await?;
    std::fs::remove_file(&path)?;
    same("sheets", v.count(".sheet").await?, 0)?;
    v.press("[data-act=whole]").await?;
    v.wait("the whole", "document.querySelector('.sheet')").await?;
    ensure(laid(v).await? > 2, "no sheets")
}

async fn options_count_in_an_address_that_does_not_say_what_is_printed(v: &Visit) -> Outcome {
    v.open("/en/print/?paper=a5&layout=table&group=che").await?;
    laid(v).await?;
    for (name, value) in [("print", "book"), ("paper", "a5"), ("layout", "table"), ("lang", "en")] {
        same(name, v.get::<String>(&format!("document.querySelector('[name={name}]').value")).await?, value.into())?;
    }
    Ok(())
}

async fn what_an_addendum_knows_is_not_all_that_labels_need(v: &Visit) -> Outcome {
    v.site.harm("catalog/prices.json", Harm::Broken("[[\"ruou-sim-rung-bao-an\",\"123000\",\"\"]]"));
    addendum(v).await?;
    v.site.forget();
    set(v, "layout", "table").await?;
    v.wait("a table", "document.querySelector('.sheets').textContent.includes('Hạng sao')").await?;
    laid(v).await?;
    ensure(v.site.was_asked("prices.json"), "a table of prices without them")?;
    let shown = "document.querySelector('.sheets').textContent.includes('123.000')";
    v.is("the price of what is not in the addendum is not known", &format!("!{shown}")).await?;
    set(v, "print", "labels").await?;
    v.wait("its label has it", shown).await
}

async fn of_two_earlier_editions_the_one_chosen_last_counts_however_long_the_first_takes(v: &Visit) -> Outcome {
    v.open("/in/?print=book&group=nuoc-cham&group=gia-vi").await?;
    laid(v).await?;
    v.run(
        "const read = Blob.prototype.arrayBuffer; Blob.prototype.arrayBuffer = async function () { \
         if (!this.name?.includes('slow')) return read.call(this); \
         await new Promise((then) => setTimeout(then, 1500)); \
         setTimeout(() => { window.slowRead = true; }, 500); \
         return read.call(this); }",
    )
    .await?;
    let slow = std::env::temp_dir().join(format!("ocop-{}-{}-slow.json", std::process::id(), v.engine.name()));
    std::fs::write(&slow, "{\"a\": 1}")?;
    let path = earlier(v)?;
    choose(v, &slow).await?;
    choose(v, &path).await?;
    v.wait("the first is read", "window.slowRead").await?;
    let addendum = "document.querySelector('.sheet')?.textContent.includes('Bổ sung so với ngày 1/11/2026')";
    v.wait("the second", addendum).await?;
    for file in [slow, path] {
        std::fs::remove_file(file)?;
    }
    let said = v.text(".said").await?;
    ensure(!said.contains("Không đọc được"), said)
}

async fn only_sheets_on_which_it_is_printed_can_be_chosen(v: &Visit) -> Outcome {
    let offered = "[...document.querySelectorAll('[name=paper] option:not([disabled])')].map(o => o.value)";
    v.open("/in/?print=flyer&item=ruou-sim-rung-bao-an&paper=a6").await?;
    v.wait("a small sheet", "document.querySelector('.said').textContent === '1 trang A6'").await?;
    same("of a flyer", v.get::<Vec<String>>(offered).await?, ["a4", "a5", "a6", "letter"].map(String::from).into())?;
    set(v, "print", "fold").await?;
    v.wait("a leaflet", "document.querySelector('.said').textContent === '2 trang A4'").await?;
    same("of a leaflet", v.get::<Vec<String>>(offered).await?, ["a4", "letter"].map(String::from).into())?;
    v.is("it is chosen", "document.querySelector('[name=paper]').value === 'a4' && !location.search.includes('a6')")
        .await
}

const READY: &str = "document.querySelector('.said')?.textContent.includes('trang A4')";
const TILE: &str = "catalog/tile/ruou-sim-rung-bao-an.svg";

async fn sheets_wait_for_pictures_that_come_late(v: &Visit) -> Outcome {
    v.site.harm(TILE, Harm::Slow(Duration::from_secs(5)));
    v.go("/in/?print=flyer&item=ruou-sim-rung-bao-an").await?;
    v.wait("it is told", "document.querySelector('.said')?.textContent === 'Đang chờ 1 hình'").await?;
    tokio::time::sleep(Duration::from_millis(2500)).await;
    v.is("more than two seconds", &format!("!({READY})")).await?;
    v.wait("all is there", READY).await?;
    same("said", v.text(".said").await?, "1 trang A4".into())
}

async fn pictures_that_do_not_come_are_told(v: &Visit) -> Outcome {
    v.site.harm(TILE, Harm::Lost);
    v.go("/in/?print=flyer&item=ruou-sim-rung-bao-an&up=4").await?;
    v.wait("all is drawn", READY).await?;
    let said = v.text(".said").await?;
    ensure(said.starts_with("1 trang A4. Còn thiếu 4 hình"), said)
}

async fn pictures_are_given_up_after_half_a_minute(v: &Visit) -> Outcome {
    v.site.harm(TILE, Harm::Slow(Duration::from_secs(50)));
    v.go("/in/?print=flyer&item=ruou-sim-rung-bao-an").await?;
    v.wait("it is told", "document.querySelector('.said')?.textContent === 'Đang chờ 1 hình'").await?;
    tokio::time::sleep(Duration::from_secs(24)).await;
    v.is("it waits", &format!("!({READY})")).await?;
    v.wait("it does not wait for ever", READY).await?;
    ensure(v.text(".said").await?.contains("Còn thiếu 1 hình"), "a hole is not told")
}
