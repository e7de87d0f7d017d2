//! Newer versions of a kept site: they wait for a person, they come whole or not at all, no page is ever of two versions.

use crate::engine::Engine;
use crate::offline::{HURRY, edition, forget_all, make_ready};
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use std::time::Duration;

pub fn tests() -> Vec<Test> {
    let mut all = tests![online: a_newer_version_waits_until_a_person_agrees];
    // Dozens of updates take minutes elsewhere; and two tabs awake at once only Chromium's driver gives.
    all.extend(tests![online in &[Engine::Chromium];
        an_update_cut_off_at_any_file_leaves_the_old_version_whole,
        a_page_of_the_old_version_is_served_from_it_as_long_as_it_lives,
    ]);
    all
}

/// An hour passes, and the page comes into sight, as a second tab under a driver never does: it looks for a newer version.
const AN_HOUR_LATER: &str = "(() => { window.realNow ??= Date.now.bind(Date); window.hours = (window.hours ?? 0) + 1; \
    Date.now = () => window.realNow() + window.hours * 3600e3; Object.defineProperty(document, 'hidden', { get: () => false, configurable: true }); \
    document.dispatchEvent(new Event('visibilitychange')); return true; })()";

/// Until a newer version is offered.
async fn offered(v: &Visit) -> Outcome {
    for _ in 0..100 {
        v.get::<bool>(AN_HOUR_LATER).await?;
        for _ in 0..10 {
            if v.get::<bool>("!!document.querySelector('.renew')").await? {
                return Ok(());
            }
            tokio::time::sleep(Duration::from_millis(30)).await;
        }
    }
    Err("no newer version is offered".into())
}

/// Press the bar, and see the page come anew.
async fn renew(v: &Visit) -> Outcome {
    v.run("window.left = true").await?;
    v.press(".renew [data-act=renew]").await?;
    v.ready().await
}

async fn shows(v: &Visit, path: &str, wanted: &str) -> Outcome {
    v.open(path).await?;
    same(path, edition(v).await?, wanted.into())
}

async fn a_newer_version_waits_until_a_person_agrees(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    v.site.publish(1);
    shows(v, "/", "0").await?;
    offered(v).await?;
    same("what it says", v.text(".renew p").await?, "Có bản mới.".into())?;
    // Until someone agrees, every page is the old one, the bar on it.
    shows(v, "/en/", "0").await?;
    v.wait("the bar", "document.querySelector('.renew')?.textContent.includes('newer version')").await?;
    renew(v).await?;
    same("after it", edition(v).await?, "1".into())?;
    v.is("no bar", "!document.querySelector('.renew')").await?;
    v.site.go_away();
    for path in ["/", "/san-pham/mam-tom-le-gia/", "/en/", "/no/such/page/"] {
        shows(v, path, "1").await?;
    }
    forget_all(v).await
}

async fn a_page_of_the_old_version_is_served_from_it_as_long_as_it_lives(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    let (old, new) = (v.driver.window().await?, v.driver.new_tab().await?);
    // A page that sleeps does not hear that another version has taken over.
    let deaf = "const hear = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = \
        function (name, ...rest) { if (name !== 'controllerchange') hear.call(this, name, ...rest); };";
    v.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": deaf })).await?;
    shows(v, "/", "0").await?;
    v.driver.switch_to_window(new.clone()).await?;
    v.site.publish(1);
    shows(v, "/", "0").await?;
    offered(v).await?;
    renew(v).await?;
    same("the one that asked", edition(v).await?, "1".into())?;
    v.driver.switch_to_window(old).await?;
    let script = "const done = arguments[arguments.length - 1]; fetch('catalog/list.json').then((r) => r.text()).then((t) => done(t.includes('xuất bản lần 1')), (e) => done(String(e)))";
    same(
        "the new catalogue on an old page",
        v.driver.execute_async(script, []).await?.json().clone(),
        serde_json::json!(false),
    )?;
    v.press(".cards > li:first-child h2 a").await?;
    v.wait("a product", "document.querySelector('main.product .recognitions')").await?;
    same("still the old one", edition(v).await?, "0".into())?;
    v.reload().await?;
    same("and then the new one", edition(v).await?, "1".into())?;
    forget_all(v).await
}

async fn an_update_cut_off_at_any_file_leaves_the_old_version_whole(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    // Each time one answer more, of an edition of which nothing is here yet, until one comes whole.
    for answers in 1..60 {
        v.site.mend();
        v.site.publish(answers);
        v.open("/").await?;
        v.run(HURRY).await?;
        v.site.die_after(answers);
        if came_whole(v).await? {
            ensure(answers > 8, format!("only {answers} interruptions"))?;
            shows(v, "/en/", "0").await?;
            v.wait("the bar", "document.querySelector('.renew')").await?;
            renew(v).await?;
            same("the one that came whole", edition(v).await?, answers.to_string())?;
            return forget_all(v).await;
        }
        // The tab is closed while it may still be at it.
        let (old, new) = (v.driver.window().await?, v.driver.new_tab().await?);
        v.driver.switch_to_window(old).await?;
        v.driver.close_window().await?;
        v.driver.switch_to_window(new).await?;
        shows(v, ["/", "/en/product/mam-tom-le-gia/"][answers % 2], "0").await?;
    }
    Err("no edition ever came whole".into())
}

/// Whether a newer version is offered before the server is gone, or soon after.
async fn came_whole(v: &Visit) -> Outcome<bool> {
    let mut after = 0;
    while after < 15 {
        v.get::<bool>(AN_HOUR_LATER).await?;
        if v.get::<bool>("!!document.querySelector('.renew')").await? {
            return Ok(true);
        }
        after += usize::from(v.site.is_gone());
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    Ok(false)
}
