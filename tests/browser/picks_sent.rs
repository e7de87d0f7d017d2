//! Lists that come from elsewhere: sent by others, or changed in another tab.

use crate::picks::{KEPT, SLUGS, counted, kept, with};
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use ocop::pick::MOST;

pub fn tests() -> Vec<Test> {
    tests![
        two_tabs_agree_about_what_is_picked,
        what_another_tab_picked_a_moment_ago_is_not_taken_back,
        a_list_that_was_sent_changes_nothing_until_the_visitor_says_so,
        a_full_list_says_how_many_it_leaves_out,
        of_a_list_that_was_sent_one_product_is_picked,
        a_device_that_keeps_no_more_says_so,
    ]
}

async fn two_tabs_agree_about_what_is_picked(v: &Visit) -> Outcome {
    with(v, &SLUGS[..1]).await?;
    v.open("/").await?;
    counted(v, 1).await?;
    let first = v.driver.window().await?;
    let second = v.driver.new_tab().await?;
    v.driver.switch_to_window(second).await?;
    v.open("/san-pham/mam-tep-le-gia/").await?;
    counted(v, 1).await?;
    v.press(".product-words .pick").await?;
    counted(v, 2).await?;
    v.driver.close_window().await?;
    v.driver.switch_to_window(first).await?;
    counted(v, 2).await
}

async fn what_another_tab_picked_a_moment_ago_is_not_taken_back(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    v.press(&format!("[data-act='drop:{}']", SLUGS[2])).await?;
    v.wait("one less", "document.querySelectorAll('.picked > li').length === 2").await?;
    // What this tab's own script keeps, the tab does not hear of: as little as of what another tab has kept just now.
    v.run("localStorage.setItem('ocop.picks', localStorage.getItem('ocop.picks') + 'from-elsewhere\\t3\\tto\\n')")
        .await?;
    v.press(&format!("[data-act='down:{}']", SLUGS[0])).await?;
    v.wait("the order is kept", &format!("{KEPT}[1] === {:?}", SLUGS[0])).await?;
    same("kept", kept(v).await?, vec![SLUGS[1].into(), SLUGS[0].into(), "from-elsewhere".into()])?;
    same("ways back to before it", v.count("[data-act=undo]").await?, 0)
}

/// The code of a list, as the page that passes it on gives it.
async fn code(v: &Visit) -> Outcome<String> {
    v.get("new URL(document.querySelector('.deeds a[href*=\"print=book\"]').href).searchParams.get('list')").await
}

async fn a_list_that_was_sent_changes_nothing_until_the_visitor_says_so(v: &Visit) -> Outcome {
    with(v, &SLUGS[..2]).await?;
    v.open("/chon/").await?;
    let code = code(v).await?;
    with(v, &SLUGS[2..]).await?;
    v.open(&format!("/chon/?list={code}")).await?;
    let title = v.text("main h1").await?;
    ensure(title.contains("được gửi cho bạn: 2 sản phẩm"), format!("title: {title}"))?;
    same("still one's own", kept(v).await?, vec![SLUGS[2].into()])?;
    v.press("[data-act=join]").await?;
    v.wait("one's own list", "location.search === '' && document.querySelectorAll('.picked > li').length === 3")
        .await?;
    same("one's own first", kept(v).await?, vec![SLUGS[2].into(), SLUGS[0].into(), SLUGS[1].into()])?;
    v.press("[data-act=undo]").await?;
    v.wait("as before", &format!("{KEPT}.length === 1")).await?;
    v.back().await?;
    v.wait("what was sent", "document.querySelector('[data-act=keep]')").await?;
    v.press("[data-act=keep]").await?;
    v.wait("replaced", &format!("{KEPT}.length === 2 && document.querySelector('[data-act=undo]')")).await?;
    // One that nobody has any more is named as gone.
    v.open("/en/picks/?list=0020000000000001").await?;
    let gone = v.text("main section.gone").await?;
    ensure(gone.contains("2 products are no longer in the catalogue"), format!("said: {gone}"))
}

/// A list that was sent, opened by somebody whose own has room for one more: its code.
async fn sent_to_one_with_room_for_one(v: &Visit) -> Outcome<String> {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    let code = code(v).await?;
    let own: Vec<String> = (0..MOST - 1).map(|n| format!("product-{n}")).collect();
    with(v, &own.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    v.open(&format!("/chon/?list={code}")).await?;
    Ok(code)
}

async fn a_full_list_says_how_many_it_leaves_out(v: &Visit) -> Outcome {
    sent_to_one_with_room_for_one(v).await?;
    v.press("[data-act=join]").await?;
    v.wait("how many", "document.querySelector('.said').textContent.includes('2 sản phẩm không được thêm')").await?;
    same("products", kept(v).await?.len(), MOST)
}

async fn of_a_list_that_was_sent_one_product_is_picked(v: &Visit) -> Outcome {
    let code = sent_to_one_with_room_for_one(v).await?;
    let pick = |slug: &str| format!(".cards [data-act='pick:{slug}']");
    let on = |slug: &str| format!("document.querySelector({:?}).getAttribute('aria-pressed') === 'true'", pick(slug));
    v.press(&pick(SLUGS[1])).await?;
    v.wait("it is picked", &on(SLUGS[1])).await?;
    counted(v, MOST).await?;
    // One more finds no room, and that is said.
    v.press(&pick(SLUGS[2])).await?;
    v.wait("it is said", "document.querySelector('.said').textContent.includes('1 sản phẩm không được thêm')").await?;
    same("products", kept(v).await?.len(), MOST)?;
    v.press(&pick(SLUGS[1])).await?;
    v.wait("no longer", &format!("!({})", on(SLUGS[1]))).await?;
    counted(v, MOST - 1).await?;
    v.is("the list that was sent is still there", &format!("location.search === '?list={code}'")).await
}

async fn a_device_that_keeps_no_more_says_so(v: &Visit) -> Outcome {
    with(v, &SLUGS).await?;
    v.open("/chon/").await?;
    same("said before", v.count("main .since").await?, 0)?;
    v.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }").await?;
    v.run("const n = document.querySelector('.note input'); n.value = 'to'; n.dispatchEvent(new Event('input', { bubbles: true }))").await?;
    v.wait("it is said", "document.querySelector('main .since')?.textContent.includes('không lưu được')").await?;
    v.is("nothing says the contrary", "!document.querySelector('main > .note').textContent.includes('được lưu')").await
}
