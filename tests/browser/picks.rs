//! What is picked: on cards and pages, in the list, handed over, asked about.

use crate::engine::Engine;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};

pub fn tests() -> Vec<Test> {
    let mut all = tests![
        a_product_is_picked_on_its_card_and_on_its_page_and_the_header_counts,
        a_list_is_ordered_counted_and_noted_and_is_the_same_after_a_reload,
        a_list_is_cleared_and_the_clearing_undone,
        products_side_by_side_show_where_they_differ,
        a_request_holds_what_was_picked_and_who_asks,
        a_page_is_passed_on_with_a_link_that_opens_it,
        a_list_is_printed_with_its_own_products_only,
        nothing_of_the_hall_scrolls_its_page_sideways,
    ];
    all.extend(tests!(chromium: sixty_products_are_handed_over_from_a_tablet_s_screen));
    // Without a store no site is kept either.
    all.extend(tests!(served in &[Engine::Chromium]; without_a_store_nothing_offers_to_be_picked));
    all
}

pub const SLUGS: [&str; 3] = ["mam-tom-le-gia", "nuoc-mam-le-gia-cot-dac-biet-40n", "mam-tep-le-gia"];

/// A device with that list.
pub async fn with(v: &Visit, slugs: &[&str]) -> Outcome {
    v.open("/gioi-thieu/").await?;
    let lines: String = slugs.iter().map(|slug| format!("{slug}\t0\t\n")).collect();
    v.run(&format!("localStorage.clear(); localStorage.setItem('ocop.picks', {lines:?})")).await
}

pub const KEPT: &str =
    "(localStorage.getItem('ocop.picks') ?? '').split('\\n').filter(Boolean).map(l => l.split('\\t')[0])";

pub async fn kept(v: &Visit) -> Outcome<Vec<String>> {
    v.get(KEPT).await
}

pub async fn counted(v: &Visit, count: usize) -> Outcome {
    let said = if count == 0 { "Đã chọn".to_string() } else { format!("Đã chọn ({count})") };
    let link = "document.querySelector('.pages a[href=\"chon/\"]').textContent";
    v.wait(&format!("{count} in the header"), &format!("{link} === {said:?}")).await
}

async fn a_product_is_picked_on_its_card_and_on_its_page_and_the_header_counts(v: &Visit) -> Outcome {
    with(v, &[]).await?;
    v.open("/?q=mam+tom+le+gia").await?;
    counted(v, 0).await?;
    let card = "[data-act='pick:mam-tom-le-gia']";
    v.press(card).await?;
    counted(v, 1).await?;
    v.is("the box is pressed", &format!("document.querySelector({card:?}).getAttribute('aria-pressed') === 'true'"))
        .await?;
    v.is("the list is still there", "location.pathname === '/'").await?;
    v.press("main .cards h2 a").await?;
    v.wait("the product", "location.pathname.startsWith('/san-pham/')").await?;
    v.is("its page knows", "document.querySelector('.product-words .pick[aria-pressed=true]')").await?;
    v.press(".product-words .pick").await?;
    counted(v, 0).await?;
    same("kept", kept(v).await?, vec![])?;
    v.press(".product-words .pick").await?;
    v.reload().await?;
    counted(v, 1).await?;
    v.press(".pages a[href='chon/']").await?;
    v.wait("the list", "location.pathname === '/chon/'").await?;
    v.ready().await?;
    same("listed", v.texts(".picked h2").await?, vec!["Mắm tôm Lê Gia".to_string()])
}

async fn a_list_is_ordered_counted_and_noted_and_is_the_same_after_a_reload(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    v.press("[data-act='down:mam-tom-le-gia']").await?;
    v.wait("the order is kept", &format!("{KEPT}[1] === 'mam-tom-le-gia'")).await?;
    v.is("the focus is where it was", "document.activeElement.dataset.act === 'down:mam-tom-le-gia'").await?;
    let said = v.text(".told .said").await?;
    ensure(said.contains("thứ 2 trong 3"), format!("said: {said}"))?;
    v.enter("[data-act='up:mam-tep-le-gia']").await?;
    v.wait("the keyboard moves too", &format!("{KEPT}[1] === 'mam-tep-le-gia'")).await?;
    let write = async |field: &str, text: &str| -> Outcome {
        let input = v.find(&format!("[data-field='{field}']")).await?;
        input.click().await?;
        Ok(input.send_keys(text).await?)
    };
    const WAY: &str = "document.querySelector('.deeds .way').href";
    let before: String = v.get(WAY).await?;
    write("quantity:mam-tep-le-gia", "12").await?;
    v.wait("the link that hands the list over has the quantity", &format!("{WAY} !== '{before}'")).await?;
    write("note:mam-tep-le-gia", "hũ nhỏ").await?;
    v.wait("both are kept", "localStorage.getItem('ocop.picks').includes('mam-tep-le-gia\\t12\\thũ nhỏ\\n')").await?;
    // What is no number stays as it was typed, is said where it stands, is no quantity, and is not lost.
    write("quantity:mam-tom-le-gia", "20 hũ").await?;
    const ODD: &str = "[data-field='quantity:mam-tom-le-gia']";
    v.wait("it is said", "document.querySelector('.tools .odd')?.textContent.includes('số nguyên')").await?;
    same("the field", v.get(&format!("document.querySelector({ODD:?}).value")).await?, "20 hũ".to_string())?;
    v.is("nothing is kept of it", "localStorage.getItem('ocop.picks').includes('mam-tom-le-gia\\t0\\t\\n')").await?;
    v.press("[data-act='to-note:mam-tom-le-gia']").await?;
    v.wait("it is a note", "localStorage.getItem('ocop.picks').includes('mam-tom-le-gia\\t0\\t20 hũ\\n')").await?;
    same("the field", v.get(&format!("document.querySelector({ODD:?}).value")).await?, String::new())?;
    v.reload().await?;
    same("order", kept(v).await?, vec![SLUGS[1].into(), SLUGS[2].into(), SLUGS[0].into()])?;
    v.is("shown", "document.querySelector(\"[data-field='quantity:mam-tep-le-gia']\").value === '12'").await
}

async fn a_list_is_cleared_and_the_clearing_undone(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    v.press("[data-act='drop:mam-tep-le-gia']").await?;
    v.wait("one is gone", "document.querySelectorAll('.picked > li').length === 2").await?;
    v.press("[data-act=undo]").await?;
    v.wait("it is back", "document.querySelectorAll('.picked > li').length === 3").await?;
    v.press("[data-act=clear]").await?;
    v.wait("all are gone", "!document.querySelector('.picked > li')").await?;
    same("kept", kept(v).await?, vec![])?;
    counted(v, 0).await?;
    v.press("[data-act=undo]").await?;
    v.wait("all are back", "document.querySelectorAll('.picked > li').length === 3").await?;
    same("in their order", kept(v).await?, SLUGS.map(String::from).to_vec())
}

async fn products_side_by_side_show_where_they_differ(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    v.press(".deeds a[href*='as=compare']").await?;
    v.wait("the table", "document.querySelectorAll('.wide thead th').length === 3").await?;
    let rows = "[...document.querySelectorAll('.wide tbody tr')]";
    let differ = "new Set([...r.querySelectorAll('td')].map(c => c.textContent)).size > 1";
    v.is(
        "only rows that differ are marked",
        &format!("{rows}.length > 4 && {rows}.every(r => r.classList.contains('differs') === ({differ}))"),
    )
    .await?;
    v.is("row headers", &format!("{rows}.every(r => r.querySelector('th[scope=row]'))")).await?;
    v.press(".choice summary").await?;
    v.press("[data-focus='compare-mam-tep-le-gia']").await?;
    v.wait("two are left", "document.querySelectorAll('.wide thead th').length === 2").await?;
    v.back().await?;
    v.wait("three again", "document.querySelectorAll('.wide thead th').length === 3").await
}

async fn a_request_holds_what_was_picked_and_who_asks(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/?as=ask").await?;
    for (field, text) in [("name", "Chị Lan"), ("place", "Hà Nội"), ("questions", "Có hoá đơn không?")] {
        let input = v.find(&format!("[data-field='ask:{field}']")).await?;
        input.click().await?;
        input.send_keys(text).await?;
    }
    let letter = "document.querySelector('.letter pre').textContent";
    v.wait("who asks is in the letter", &format!("{letter}.includes('Tôi là Chị Lan')")).await?;
    for said in ["Mắm tép Lê Gia", "Nơi giao hàng: Hà Nội", "Có hoá đơn không?", "Công ty TNHH Thực phẩm"]
    {
        v.wait(said, &format!("{letter}.includes({said:?})")).await?;
    }
    v.is(
        "a mail holds it",
        "decodeURIComponent(document.querySelector('.letter a[href^=mailto]').href).includes('Lan')",
    )
    .await?;
    v.is("a message too", "document.querySelector('.letter a[href^=\"sms:\"]').href.includes('body=')").await?;
    v.press("[data-act='copy:0']").await?;
    v.wait("told", "document.querySelector('.letters .said').textContent.length > 10").await?;
    v.reload().await?;
    v.wait("still known", &format!("{letter}.includes('Chị Lan')")).await?;
    v.run("localStorage.clear()").await
}

async fn a_page_is_passed_on_with_a_link_that_opens_it(v: &Visit) -> Outcome {
    with(v, &[]).await?;
    v.open("/?stars=5&q=mam").await?;
    let wanted = v.names().await?;
    v.press(".share-list a").await?;
    v.wait("the page that passes it on", "location.pathname === '/chia-se/'").await?;
    v.ready().await?;
    let link: String = v.get("document.querySelector('#link').value").await?;
    ensure(link.contains("/?via=copy-") && link.ends_with("&q=mam&stars=5"), format!("the link: {link}"))?;
    v.is("a code", "document.querySelector('.qr path.ink').getAttribute('d').length > 500").await?;
    let out = "[...document.querySelectorAll('.ways a')].map(a => new URL(a.href).host).join()";
    same("ways out", v.get::<String>(out).await?, "button-share.zalo.me,www.facebook.com".to_string())?;
    v.open(link.strip_prefix(&v.site.base).unwrap_or_default()).await?;
    same("the same list", v.names().await?, wanted)
}

async fn a_list_is_printed_with_its_own_products_only(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    let kept =
        "localStorage['ocop.picks'] = localStorage['ocop.picks'].replace('\\t0\\t\\n', '\\t20\\thũ, giao sớm\\n')";
    v.run(&format!("{kept}; localStorage['ocop.asker'] = 'Chị Lan\\nQuán Ba Miền'")).await?;
    v.open("/chon/").await?;
    v.press(".deeds a[href*='print=book']").await?;
    v.wait("the page that prints", "location.pathname === '/in/'").await?;
    v.ready().await?;
    let said = "document.querySelector('.sheets').textContent";
    for part in ["3 sản phẩm đã chọn", "Số lượng: 20", "Ghi chú: hũ, giao sớm", "Danh sách của Chị Lan, Quán Ba Miền"]
    {
        v.wait(part, &format!("{said}.includes('{part}')")).await?;
    }
    same("one sheet, no cover", v.count(".sheet").await?, 1)?;
    v.press(".bar .back").await?;
    v.wait("the list it came from", "location.pathname === '/chon/' && location.search === ''").await?;
    v.ready().await?;
    // the link in the hands of somebody who has picked something else, or the same in another order
    v.run("history.back()").await?;
    v.wait("the page that prints", "location.pathname === '/in/'").await?;
    v.ready().await?;
    v.run("localStorage['ocop.picks'] = localStorage['ocop.picks'].replace('20\\thũ', '7\\tcủa người khác')").await?;
    v.run("location.reload()").await?;
    v.wait("their notes stay theirs", "document.querySelector('.said')?.textContent.includes('Không in ghi chú')")
        .await?;
    v.is("quantities of the link", &format!("{said}.includes('Số lượng: 20') && !{said}.includes('Ghi chú')")).await
}

async fn nothing_of_the_hall_scrolls_its_page_sideways(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.resize(320, 640).await?;
    for path in ["/chon/", "/en/picks/?as=compare", "/chon/?as=ask", "/en/share/?of=en%2Fproduct%2Fmam-tom-le-gia%2F"] {
        v.open(path).await?;
        v.settle().await?;
        v.is(path, "document.documentElement.scrollWidth <= document.documentElement.clientWidth").await?;
    }
    Ok(())
}

async fn sixty_products_are_handed_over_from_a_tablet_s_screen(v: &Visit) -> Outcome {
    v.resize(820, 1180).await?;
    v.open("/?more=2").await?;
    let slugs: Vec<String> = v
        .get("[...document.querySelectorAll('.card h2 a')].slice(0, 60).map(a => a.getAttribute('href').split('/')[1])")
        .await?;
    same("products", slugs.len(), 60)?;
    with(v, &slugs.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    v.open("/chon/").await?;
    v.press(".deeds a[href^='chia-se/']").await?;
    v.wait("the code", "location.pathname === '/chia-se/' && document.querySelector('.qr')").await?;
    v.ready().await?;
    let picture = image::load_from_memory(&v.driver.screenshot_as_png().await?)?.to_luma8();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let at = |x: usize, y: usize| picture.get_pixel(x as u32, y as u32).0[0];
    let mut seen = rqrr::PreparedImage::prepare_from_greyscale(width, height, at);
    let grids = seen.detect_grids();
    let Some(grid) = grids.first() else { return Err("no code on the screen".into()) };
    let (_, link) = grid.decode()?;
    ensure(link.starts_with(&v.site.base), format!("the code says {link}"))?;
    // The phone, which has no list of its own.
    v.run("localStorage.clear()").await?;
    v.resize(360, 780).await?;
    v.open(link.strip_prefix(&v.site.base).unwrap_or_default()).await?;
    v.press("[data-act=keep]").await?;
    v.wait("kept", &format!("{KEPT}.length === 60")).await?;
    same("on the phone", kept(v).await?, slugs)
}

async fn without_a_store_nothing_offers_to_be_picked(v: &Visit) -> Outcome {
    let script =
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })";
    let script = serde_json::json!({ "source": script });
    v.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    v.open("/").await?;
    v.is(
        "no box is shown",
        "[...document.querySelectorAll('.pick')].every(b => !b.checkVisibility({ visibilityProperty: true }))",
    )
    .await?;
    v.open("/chon/").await?;
    let said = v.text("main .since").await?;
    ensure(said.contains("không lưu được"), format!("said: {said}"))
}
