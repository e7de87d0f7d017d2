//! A device that becomes a booth, and is none any more: set up by a link, kept through restarts, Back and updates, given back
//! to its owner as it was.

use crate::booth::{INNER, begin, enter, link, open};
use crate::engine::Engine;
use crate::offline::{eventually, forget_all, make_ready};
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use std::time::{Duration, Instant};

pub fn tests() -> Vec<Test> {
    let mut all = tests![
        a_booth_is_set_up_by_a_link_that_sets_up_others,
        what_the_exhibitor_picked_is_there_again_when_the_booth_is_left,
        a_tab_whose_booth_another_has_ended_erases_nothing,
        a_link_with_another_pin_opens_no_other_booth_on_it,
    ];
    // What a page that leads elsewhere breaks off is no fault. WebKit's driver loses its session over such pages while Back
    // shows them.
    let others = &[Engine::Chromium, Engine::Firefox];
    all.extend(tests!(in others, true; every_page_of_a_device_that_is_a_booth_leads_to_it));
    all.extend(tests![online in &[Engine::Chromium];
        a_booth_opened_after_the_download_shows_its_pictures_without_a_network,
        a_newer_version_is_taken_only_while_nobody_is_there,
    ]);
    all
}

/// Until the booth waits for visitors.
pub async fn waits(v: &Visit) -> Outcome {
    v.wait("the booth", "document.querySelector('[data-stage=attract] .layer.shown')").await
}

/// Open a link on a device that is a booth. Not by WebKit's driver, which waits for ever for the frame of the visitor before.
async fn scan(v: &Visit, path: &str) -> Outcome {
    v.run(&format!("window.left = true; location.href = {path:?}")).await?;
    v.ready().await
}

/// The exhibitor ends the booth.
async fn leave(v: &Visit) -> Outcome {
    v.run("clock.hold()").await?;
    enter(v, "2468").await?;
    v.run("document.querySelector('[data-act=leave]').click(); document.querySelector('[data-act=leave]').click()")
        .await?;
    v.wait("the set-up", "document.querySelector('[data-stage=set-up] .choices')").await
}

async fn a_booth_is_set_up_by_a_link_that_sets_up_others(v: &Visit) -> Outcome {
    let link = link(v).await?;
    ensure(!link.contains("2468") && link.contains("hall=A"), format!("the link: {link}"))?;
    ensure(v.text(".link .missing").await?.contains("địa chỉ riêng"), "it is not said whom the code serves")?;
    let menu =
        "document.querySelector('#main').dispatchEvent(new Event('contextmenu', { cancelable: true, bubbles: true }))";
    ensure(v.get::<bool>(menu).await?, "the form has no menu to paste by")?;
    let coded: String = v.get("document.querySelector('.link .qr').getAttribute('aria-label')").await?;
    ensure(coded.ends_with(&link), format!("the code says {coded}, the link {link}"))?;
    v.open(&format!("/gian-hang/{link}&lang=en&group=che-bien")).await?;
    ensure(v.text(".invited").await?.contains("Gian 12"), "the tablet does not say what it will be")?;
    v.press("[data-act=open]").await?;
    v.wait("the booth", "document.querySelector('[data-stage=attract] .layer.shown')").await?;
    ensure(!v.get::<bool>(menu).await?, "a context menu opens")?;
    same("the address tells nothing", v.address().await?, "/en/booth/".into())?;
    v.reload().await?;
    v.is("it is a booth again", "document.querySelector('[data-stage=attract]')").await?;
    ensure(v.text(".attract footer").await?.contains("Stand 12"), "hall and stand are not said")?;
    let shown = "document.querySelector('.window iframe').contentWindow.location";
    v.wait("its part", &format!("{shown}.pathname + {shown}.search === '/en/?group=che-bien'")).await
}

async fn what_the_exhibitor_picked_is_there_again_when_the_booth_is_left(v: &Visit) -> Outcome {
    let link = link(v).await?;
    let own = "mam-tom-le-gia\t3\tto\n";
    v.run(&format!("localStorage['ocop.picks'] = {own:?}; localStorage['ocop.recent'] = 'gao'")).await?;
    v.open(&format!("/gian-hang/{link}")).await?;
    v.press("[data-act=open]").await?;
    waits(v).await?;
    v.run("clock.hold()").await?;
    begin(v, ".attract").await?;
    v.is("a visitor finds nothing", "!localStorage['ocop.picks'] && !localStorage['ocop.recent']").await?;
    v.run(&format!("{INNER}.querySelector('.cards .pick').click()")).await?;
    v.is("the visitor has a list", "localStorage['ocop.picks'].length > 0").await?;
    // Switched off and on again, and set up anew by another link, while a visitor's list is there.
    v.run("window.left = true; location.reload()").await?;
    v.ready().await?;
    waits(v).await?;
    v.is("the visitor's list is gone", "!localStorage['ocop.picks']").await?;
    v.run("localStorage['ocop.picks'] = 'strange\\t0\\t\\n'").await?;
    scan(v, &format!("/gian-hang/{link}&rest=90")).await?;
    waits(v).await?;
    v.is("it has the new settings", "localStorage['ocop.booth.plan'].includes('rest=90')").await?;
    leave(v).await?;
    same("the exhibitor's list", v.get("localStorage['ocop.picks']").await?, own.to_string())?;
    same("the exhibitor's searches", v.get("localStorage['ocop.recent']").await?, "gao".to_string())?;
    let all: Vec<String> = v.get("Object.keys(localStorage).filter(k => k.startsWith('ocop.booth.own'))").await?;
    same("what is still aside", all, vec![])?;
    v.open("/chon/").await?;
    same("on its page", v.count(".picked > li").await?, 1)
}

async fn a_tab_whose_booth_another_has_ended_erases_nothing(v: &Visit) -> Outcome {
    let own = "mam-tom-le-gia\t3\tto\n";
    // What this tab's own script keeps, the tab does not hear of: as little as one that was asleep.
    let end = format!("localStorage.removeItem('ocop.booth.plan'); localStorage['ocop.picks'] = {own:?};");
    let start_over = "document.querySelector('[data-act=again]').click()";
    let leave =
        "document.querySelector('[data-act=leave]').click(); document.querySelector('[data-act=leave]').click()";
    let hear = "dispatchEvent(new StorageEvent('storage'))";
    for (what, inside) in [(start_over, false), (hear, false), (leave, true)] {
        open(v).await?;
        begin(v, ".attract").await?;
        if inside {
            enter(v, "2468").await?;
        }
        v.run(&[&end, "window.left = true;", what].concat()).await?;
        v.wait("the set-up", "!window.left && document.querySelector('[data-stage=set-up] .choices')").await?;
        same("the exhibitor's list", v.get("localStorage['ocop.picks']").await?, own.to_string())?;
    }
    // The other way round: a form that stands open makes no second booth of the device.
    let link = link(v).await?;
    v.run(&format!("localStorage['ocop.booth.plan'] = {:?}; {hear}", link.trim_start_matches('?'))).await?;
    waits(v).await
}

async fn every_page_of_a_device_that_is_a_booth_leads_to_it(v: &Visit) -> Outcome {
    let link = link(v).await?;
    for path in ["/", "/gioi-thieu/", "/chon/"] {
        v.open(path).await?;
    }
    v.open(&format!("/gian-hang/{link}")).await?;
    v.press("[data-act=open]").await?;
    waits(v).await?;
    // As far back as pages of the site have been opened.
    for _ in 0..4 {
        v.back().await.map_err(|e| format!("Back: {e}"))?;
        tokio::time::sleep(Duration::from_millis(150)).await;
        v.wait("in the booth", "location.pathname === '/gian-hang/'").await?;
        waits(v).await?;
    }
    for path in ["/", "/en/product/mam-tom-le-gia/", "/in/", "/chon/", "/ngoai-tuyen/"] {
        v.go(path).await?;
        let booth = if path.starts_with("/en/") { "/en/booth/" } else { "/gian-hang/" };
        v.wait(path, &format!("location.pathname === {booth:?} || location.pathname === '/gian-hang/'")).await?;
        waits(v).await?;
    }
    leave(v).await?;
    v.open("/").await?;
    v.is("an ordinary page again", "location.pathname === '/' && document.querySelector('.cards')").await
}

async fn a_link_with_another_pin_opens_no_other_booth_on_it(v: &Visit) -> Outcome {
    let strange = link(v).await?;
    open(v).await?;
    let plan: String = v.get("localStorage['ocop.booth.plan']").await?;
    ensure(!strange.ends_with(&plan), "two links have the same PIN")?;
    scan(v, &format!("/gian-hang/{strange}")).await?;
    ensure(v.text(".above .missing").await?.contains("mã PIN hiện tại"), "it is not said how settings are changed")?;
    v.is("the PIN can be typed at once", "document.activeElement.id === 'gate'").await?;
    same("the settings", v.get("localStorage['ocop.booth.plan']").await?, plan)?;
    same("ways to other settings", v.count("[data-act=open], [data-act=change]").await?, 0)?;
    v.run("document.querySelector('[data-act=close]').click()").await?;
    waits(v).await
}

/// Until what a tile of the booth shows has come.
const PICTURES: &str = "(() => { const all = [...document.querySelectorAll('.layer.shown img')]; return all.length > 0 && all.every(i => i.complete && i.naturalWidth > 0); })()";

async fn a_booth_opened_after_the_download_shows_its_pictures_without_a_network(v: &Visit) -> Outcome {
    forget_all(v).await?;
    let link = link(v).await?;
    v.open(&format!("/gian-hang/{link}")).await?;
    v.wait("it says what is missing", "document.querySelector('.ready .unready a')").await?;
    v.press(".ready a").await?;
    v.press("[data-act=ready]").await?;
    eventually(v, "it is ready", "document.querySelector('.stand .good')").await?;
    // As Back leaves it: a page from before the download.
    v.back().await?;
    v.press("[data-act=open]").await?;
    v.wait("the worker has it", "navigator.serviceWorker.controller && document.querySelector('[data-stage=attract]')")
        .await?;
    v.ready().await?;
    v.site.go_away();
    v.run("clock.hold()").await?;
    for _ in 0..6 {
        v.run("clock.forward(10000)").await?;
        v.wait("pictures", PICTURES).await?;
    }
    begin(v, ".attract").await?;
    v.wait("the list", &format!("{INNER}.querySelectorAll('.cards h2').length > 0")).await?;
    forget_all(v).await
}

async fn a_newer_version_is_taken_only_while_nobody_is_there(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    open(v).await?;
    begin(v, ".attract").await?;
    v.site.publish(1);
    let shown = "document.querySelector('meta[name=edition]')?.content ?? '0'";
    // Someone touches all the time, for more than the half hour after which is looked.
    for _ in 0..45 {
        v.run("clock.forward(50000); document.querySelector('.booth-bar').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))").await?;
        tokio::time::sleep(Duration::from_millis(30)).await;
    }
    let begun = Instant::now();
    while !v.get::<bool>("window.newer === true").await? {
        ensure(begun.elapsed() < Duration::from_secs(30), "no newer version came")?;
        v.run("navigator.serviceWorker.getRegistration().then((r) => { window.newer = !!r?.waiting; }); document.querySelector('.booth-bar').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))").await?;
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    v.is("the visitor stays", "document.querySelector('#main').dataset.stage === 'use'").await?;
    same("edition while someone is there", v.get::<String>(shown).await?, "0".into())?;
    v.run("clock.forward(100000)").await?;
    v.run("window.left = true").await?;
    for _ in 0..20 {
        v.run("clock.forward(5000)").await?;
        tokio::time::sleep(Duration::from_millis(50)).await;
        if v.get::<bool>("!window.left").await.unwrap_or(true) {
            break;
        }
    }
    v.ready().await?;
    waits(v).await?;
    same("edition after a while without anybody", v.get::<String>(shown).await?, "1".into())?;
    forget_all(v).await
}
