//! When things go wrong: a broken or missing bundle, a missing program, a slow network, no script, no server.

use crate::engine::Engine;
use crate::site::Harm;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use std::time::Duration;

pub fn tests() -> Vec<Test> {
    // Without a server nothing is lost, late or broken on the way, and pages are drawn by the program alone.
    let mut all = tests![online:
        a_missing_catalogue_is_told_with_its_reason_and_retry_works,
        a_broken_catalogue_is_told_with_its_reason,
        a_catalogue_cut_short_is_told_with_its_reason,
        a_missing_program_leaves_the_page_readable,
        a_filtered_link_shows_the_list_when_the_program_never_comes,
        what_left_the_catalogue_is_still_called_by_its_name,
    ];
    all.extend(tests![harmful:
        a_product_opens_when_the_server_is_gone,
        the_list_still_answers_when_the_server_is_gone,
    ]);
    all.extend(tests![served in &Engine::ALL;
        on_a_slow_network_the_page_is_readable_before_the_program_comes,
        what_is_typed_before_the_program_comes_is_kept,
        a_slow_catalogue_leaves_the_page_readable,
        a_filtered_link_shows_nothing_that_was_not_asked_for,
    ]);
    all.extend(tests![served in &[Engine::Chromium]; without_a_script_every_page_is_readable]);
    all
}

const LIST: &str = "catalog/list.json";

async fn failed(v: &Visit, reason: &str) -> Outcome {
    v.is("it is announced", "document.querySelector('.failed[role=alert]')").await?;
    v.wait(
        "the page as sent stays readable",
        "getComputedStyle(document.querySelector('.cards > li')).visibility === 'visible'",
    )
    .await?;
    let said = v.text(".failed code").await?;
    ensure(said.contains(LIST) && said.contains(reason), format!("the reason is not told: {said:?}"))
}

async fn a_missing_catalogue_is_told_with_its_reason_and_retry_works(v: &Visit) -> Outcome {
    v.site.harm(LIST, Harm::Lost);
    for (path, retry) in [("/", "Thử lại"), ("/en/?stars=4", "Try again")] {
        v.open(path).await?;
        failed(v, "404").await?;
        same("the button", v.text("[data-act=retry]").await?, retry.into())?;
    }
    v.run("window.left = true").await?;
    v.press("[data-act=retry]").await?;
    v.ready().await?;
    failed(v, "404").await?;
    v.site.mend();
    v.press("[data-act=retry]").await?;
    v.wait("what was asked for", "!document.querySelector('.failed') && document.querySelector('main.list .cards') && location.search === '?stars=4'").await?;
    v.ready().await
}

async fn a_broken_catalogue_is_told_with_its_reason(v: &Visit) -> Outcome {
    v.site.harm(LIST, Harm::Broken("<html>a login page</html>"));
    v.open("/").await?;
    failed(v, ":").await
}

async fn a_catalogue_cut_short_is_told_with_its_reason(v: &Visit) -> Outcome {
    v.site.harm(LIST, Harm::Broken("{\"version\":1,\"about\":{\"title\":\"Hàng"));
    v.open("/").await?;
    failed(v, ":").await
}

async fn a_missing_program_leaves_the_page_readable(v: &Visit) -> Outcome {
    v.site.harm(".wasm", Harm::Lost);
    v.go("/").await?;
    while !v.site.was_asked(".wasm") {
        v.settle().await?;
    }
    same("cards", v.count(".cards > li").await?, 24)?;
    v.press(".cards > li:nth-child(2) h2 a").await?;
    v.wait("links lead on", "document.querySelector('main.product .recognitions')").await
}

async fn a_product_opens_when_the_server_is_gone(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.site.go_away();
    let name = v.text(".cards > li:first-child h2").await?;
    v.press(".cards > li:first-child h2 a").await?;
    v.wait("the product", &format!("document.querySelector('main.product h1')?.textContent.trim() === {name:?}"))
        .await?;
    v.is("its recognitions", "document.querySelector('.recognitions tbody tr')").await?;
    v.wait("nothing waits for ever", "!document.querySelector('.sources .note') || !document.querySelector('.sources').textContent.includes('Đang tải')").await?;
    v.back().await?;
    v.wait("the list", "document.querySelector('main.list .cards')").await
}

async fn the_list_still_answers_when_the_server_is_gone(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.site.go_away();
    v.write("nuoc mam").await?;
    v.wait("the words in the address", "location.search === '?q=nuoc+mam'").await?;
    ensure(v.count(".cards mark").await? > 0, "nothing found")?;
    v.pick("stars=3").await
}

async fn on_a_slow_network_the_page_is_readable_before_the_program_comes(v: &Visit) -> Outcome {
    v.site.harm(".wasm", Harm::Slow(Duration::from_millis(1500)));
    for (path, content) in [("/", ".cards > li:nth-child(24)"), ("/san-pham/mam-tom-le-gia/", ".sources a[href^=http]")]
    {
        v.go(path).await?;
        v.wait("content", &format!("document.querySelector({content:?})")).await?;
        v.is("the program has not come", "!document.documentElement.hasAttribute('data-ready')").await?;
        v.wait("it is laid out", &format!("document.querySelector({content:?}).getBoundingClientRect().height > 10"))
            .await?;
        let before = v.text("main").await?;
        v.ready().await?;
        same("the same page", v.text("main").await?, before)?;
    }
    Ok(())
}

async fn what_is_typed_before_the_program_comes_is_kept(v: &Visit) -> Outcome {
    v.site.harm(".wasm", Harm::Slow(Duration::from_millis(2000)));
    v.go("/").await?;
    v.write("nuoc mam").await?;
    v.is("the program has not come", "!document.documentElement.hasAttribute('data-ready')").await?;
    v.ready().await?;
    v.is("the text", "document.querySelector('#q').value === 'nuoc mam'").await?;
    v.wait("the focus is still in the box", "document.activeElement.id === 'q'").await?;
    v.wait("what was asked for", "document.querySelector('.cards mark') && location.search === '?q=nuoc+mam'").await?;
    v.keys(" le").await?;
    v.wait(
        "one can write on",
        "document.querySelector('#q').value === 'nuoc mam le' && location.search === '?q=nuoc+mam+le'",
    )
    .await
}

async fn a_slow_catalogue_leaves_the_page_readable(v: &Visit) -> Outcome {
    v.site.harm(LIST, Harm::Slow(Duration::from_millis(1500)));
    v.go("/en/").await?;
    v.wait("content", "getComputedStyle(document.querySelector('.cards > li')).visibility === 'visible'").await?;
    v.is("the program has not come", "!document.documentElement.hasAttribute('data-ready')").await?;
    v.ready().await?;
    same("cards", v.count(".cards > li").await?, 24)
}

async fn a_filtered_link_shows_nothing_that_was_not_asked_for(v: &Visit) -> Outcome {
    v.site.harm(LIST, Harm::Slow(Duration::from_millis(1000)));
    v.go("/en/?stars=4").await?;
    v.wait("the page as sent", "document.querySelector('.cards > li')").await?;
    v.wait("the list waits unseen", "getComputedStyle(document.querySelector('.cards > li')).visibility === 'hidden'")
        .await?;
    v.ready().await?;
    same("chips", v.count(".chips .chip:not(.solid)").await?, 1)?;
    v.is("the list", "getComputedStyle(document.querySelector('.cards > li')).visibility === 'visible'").await
}

async fn a_filtered_link_shows_the_list_when_the_program_never_comes(v: &Visit) -> Outcome {
    v.site.harm(".wasm", Harm::Lost);
    v.go("/?stars=4").await?;
    v.wait("the list", "getComputedStyle(document.querySelector('.cards > li')).visibility === 'visible'").await
}

async fn without_a_script_every_page_is_readable(v: &Visit) -> Outcome {
    let cdp = v.driver.cdp();
    cdp.send_raw("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await?;
    let mut outcome = Ok(());
    for (path, content) in [
        ("/", ".cards > li:nth-child(24)"),
        ("/en/", ".cards > li:nth-child(24)"),
        ("/san-pham/mam-tom-le-gia/", ".recognitions tbody tr"),
        ("/en/producers/", ".links a"),
        ("/toan-canh/", "table.chart tbody tr"),
        ("/gioi-thieu/", ".about section"),
        ("/no/such/page/", ".missing h1"),
    ] {
        outcome = readable(v, path, content).await;
        if outcome.is_err() {
            break;
        }
    }
    cdp.send_raw("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": false })).await?;
    v.open("/").await?;
    outcome
}

async fn readable(v: &Visit, path: &str, content: &str) -> Outcome {
    v.driver.goto(format!("{}{path}", v.site.base)).await?;
    // WebDriver's own scripts do not run either: look by other means.
    for _ in 0..200 {
        let document = v.driver.cdp().send_raw("DOM.getDocument", serde_json::json!({})).await?;
        let root = &document["root"];
        let here = root["documentURL"].as_str().is_some_and(|u| u.ends_with(path));
        let found = v
            .driver
            .cdp()
            .send_raw("DOM.querySelector", serde_json::json!({ "nodeId": root["nodeId"], "selector": content }))
            .await;
        if here && found.is_ok_and(|f| f["nodeId"].as_u64().is_some_and(|id| id > 0)) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    Err(format!("{path}: {content} is not there without a script").into())
}

async fn what_left_the_catalogue_is_still_called_by_its_name(v: &Visit) -> Outcome {
    // The sample has lost nothing yet: a page as the publisher writes it for what has gone, in the frame of those pages.
    let framed = std::fs::read_to_string(v.site.dist().join("en/share/index.html"))?;
    let (before, rest) = framed.split_once("<main").ok_or("no content")?;
    let (_, after) = rest.split_once("</main>").ok_or("content without end")?;
    let main = "<main id=\"main\" class=\"missing\"><h1 lang=\"vi\" tabindex=\"-1\">Mắm cáy Bịa Ra</h1></main>";
    v.site.harm("/en/product/mam-cay-bia-ra/", Harm::Page([before, main, after].concat()));
    v.open("/en/product/mam-cay-bia-ra/").await?;
    same("heading", v.text("main h1").await?, "Mắm cáy Bịa Ra".into())?;
    v.write("mam tom").await?;
    v.keys(thirtyfour::Key::Enter).await?;
    v.ready().await?;
    v.wait("a question to the list", "document.querySelector('.cards mark') && location.search === '?q=mam+tom'").await
}
