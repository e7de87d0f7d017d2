//! A site kept on a device: made ready once, it works with its server gone; cut off, it goes on where it stopped; full or
//! emptied by the browser, it says so and goes on from the network.

use crate::edition::PARTS;
use crate::engine::Engine;
use crate::site::Harm;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use std::time::{Duration, Instant};

pub fn tests() -> Vec<Test> {
    let mut all = tests![online:
        nobody_gets_a_worker_who_has_not_asked_for_one,
        made_ready_the_site_works_with_its_server_gone,
        a_download_that_is_cut_off_goes_on_where_it_stopped,
        a_file_that_is_not_what_the_list_says_is_never_kept,
        a_picture_that_is_gone_is_fetched_again_if_it_is_still_the_same,
        what_was_kept_is_removed_when_asked,
        two_tabs_that_fetch_at_once_fetch_each_file_once,
    ];
    // Under its driver WebKit keeps nothing on a disk: with its worker a site loses whatever it then fetches.
    all.extend(tests![online in &[Engine::Chromium, Engine::Firefox];
        what_the_browser_has_removed_is_told_and_the_site_goes_on_from_the_network
    ]);
    all.extend(tests![online in &[Engine::Chromium];
        a_full_device_says_so_and_goes_on_when_there_is_room,
        the_site_can_be_installed
    ]);
    all
}

/// The page that makes ready, in its two languages.
pub const PAGE: &str = "/ngoai-tuyen/";
const EVERY_FILE: Duration = Duration::from_secs(45);

/// Rests between tries take no time.
pub const HURRY: &str =
    "const real = window.setTimeout; window.setTimeout = (f, ms, ...more) => real(f, Math.min(ms ?? 0, 20), ...more)";

/// Whether something becomes true while every file is fetched.
pub async fn eventually(v: &Visit, what: &str, expression: &str) -> Outcome {
    let begun = Instant::now();
    while !matches!(v.get::<bool>(&format!("!!({expression})")).await, Ok(true)) {
        if begun.elapsed() > EVERY_FILE {
            let said: String = v.get("document.querySelector('.stand')?.textContent ?? location.href").await?;
            return Err(format!("never came: {what}; the page says {said:?}").into());
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    Ok(())
}

/// A device that keeps nothing.
pub async fn forget_all(v: &Visit) -> Outcome {
    v.site.mend();
    v.site.publish(0);
    v.go("/404.html").await?;
    let script = "const done = arguments[arguments.length - 1]; (async () => { \
        const all = new Set(await navigator.serviceWorker.getRegistrations()); \
        if (navigator.serviceWorker.controller) all.add(await Promise.race([navigator.serviceWorker.ready, new Promise((f) => setTimeout(f, 2000))])); \
        for (const r of all) await r?.unregister(); \
        for (const name of await caches.keys()) await caches.delete(name); })().then(() => done(true), (e) => done(String(e)))";
    let done = v.driver.execute_async(script, []).await?;
    same("emptied", done.json().clone(), serde_json::json!(true))?;
    // A worker that was dismissed ends with the last page that it served.
    v.go("/404.html?again").await
}

/// Have the browser keep the whole site.
pub async fn make_ready(v: &Visit) -> Outcome {
    v.open(PAGE).await?;
    v.press("[data-act=ready]").await?;
    eventually(v, "it is ready", "document.querySelector('.stand .good')").await
}

/// Page, program and catalogue are of the same edition; which.
pub async fn edition(v: &Visit) -> Outcome<String> {
    let parts: Vec<String> = v.get(PARTS).await?;
    ensure(parts.iter().all(|part| *part == parts[0]), format!("a mixed page: {parts:?}"))?;
    Ok(parts[0].clone())
}

async fn nobody_gets_a_worker_who_has_not_asked_for_one(v: &Visit) -> Outcome {
    forget_all(v).await?;
    v.site.forget();
    for path in ["/", "/en/?q=tea", "/san-pham/mam-tom-le-gia/", PAGE, "/en/print/"] {
        v.open(path).await?;
        v.is("no worker", "!navigator.serviceWorker.controller").await?;
    }
    let script = "const done = arguments[arguments.length - 1]; navigator.serviceWorker.getRegistrations().then((all) => done(all.length))";
    same("workers", v.driver.execute_async(script, []).await?.json().clone(), serde_json::json!(0))?;
    for part in ["/sw.js", "/tend-", "/offline/"] {
        ensure(!v.site.was_asked(part), format!("{part} was fetched"))?;
    }
    Ok(())
}

async fn made_ready_the_site_works_with_its_server_gone(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    v.site.go_away();
    v.open("/").await?;
    same("the language", v.get::<String>("document.documentElement.lang").await?, "vi".into())?;
    v.is("the title", "document.title.includes('Hàng xứ Thanh')").await?;
    v.write("nuoc mam").await?;
    v.wait("hits", "document.querySelector('.cards mark')").await?;
    v.wait(
        "their pictures",
        "[...document.querySelectorAll('.cards img')].slice(0, 3).every((i) => i.complete && i.naturalWidth > 0)",
    )
    .await?;
    v.open("/san-pham/mam-tom-le-gia/").await?;
    v.wait("its sources", "document.querySelector('.sources a[href^=http]')").await?;
    v.enter("[data-focus=lang-en]").await?;
    v.wait("English", "document.documentElement.lang === 'en'").await?;
    v.reload().await?;
    v.is("still English", "document.documentElement.lang === 'en' && document.querySelector('main.product')").await?;
    for (path, content) in [
        ("/en/producers/", "main .links a"),
        ("/toan-canh/", "table.chart tbody tr"),
        ("/gioi-thieu/", ".about section h2"),
        ("/no/such/page/", "main.missing h1"),
        ("/%zz", "main.missing h1"),
        ("/in/?print=book&q=mam", ".sheet > *"),
        ("/en/offline/", ".stand .good"),
    ] {
        v.open(path).await?;
        v.wait(path, &format!("document.querySelector({content:?})")).await?;
    }
    forget_all(v).await
}

async fn a_download_that_is_cut_off_goes_on_where_it_stopped(v: &Visit) -> Outcome {
    forget_all(v).await?;
    v.open(PAGE).await?;
    v.wait("what it needs", "document.querySelector('[data-act=ready]')").await?;
    v.run(HURRY).await?;
    v.site.forget();
    v.site.die_after(90);
    v.press("[data-act=ready]").await?;
    eventually(v, "it says so", "document.querySelector('.stand .note')?.textContent.includes('Mạng bị ngắt')").await?;
    v.is("how far it is", "/Đã có \\d+ trong \\d+ ảnh/.test(document.querySelector('.stand').textContent)").await?;
    v.is("no worker", "!document.querySelector('.stand .good')").await?;
    let before = v.site.times_asked("?offline=");
    v.site.mend();
    v.site.forget();
    // Under its driver WebKit keeps nothing on a disk, and forgets with the last page of a site that has no worker yet.
    if v.engine != Engine::WebKit {
        v.open(PAGE).await?;
    }
    v.find("[data-act=ready]").await?;
    same("the button", v.text("[data-act=ready]").await?, "Tải tiếp".into())?;
    v.press("[data-act=ready]").await?;
    eventually(v, "it is ready", "document.querySelector('.stand .good')").await?;
    let after = v.site.times_asked("?offline=");
    let list = std::fs::read_to_string(v.site.dist().join("offline.txt"))?;
    let files = list.lines().count() - 2;
    // Twice the list each time; at most four more were on their way when the server went, and those that then asked in vain.
    ensure(before > 60, format!("{before} fetches before it was cut off"))?;
    ensure(after < files - 60, format!("{after} fetches of {files} files the second time"))?;
    forget_all(v).await
}

async fn a_file_that_is_not_what_the_list_says_is_never_kept(v: &Visit) -> Outcome {
    forget_all(v).await?;
    v.open(PAGE).await?;
    v.site.harm("catalog/list.json?", Harm::Broken("<html>a login page of the hall's network</html>"));
    v.press("[data-act=ready]").await?;
    eventually(v, "it says so", "document.querySelector('.stand .note')?.textContent.includes('catalog/list.json')")
        .await?;
    v.is("not ready", "!document.querySelector('.stand .good')").await?;
    v.site.mend();
    v.press("[data-act=ready]").await?;
    eventually(v, "it is ready", "document.querySelector('.stand .good')").await?;
    forget_all(v).await
}

/// Remove from what the browser keeps whatever has that in its name, or all.
async fn evict(v: &Visit, part: &str) -> Outcome {
    let script = format!(
        "const done = arguments[arguments.length - 1]; (async () => {{ for (const name of await caches.keys()) {{ \
        if (!{part:?}) {{ await caches.delete(name); continue; }} \
        const cache = await caches.open(name); \
        for (const key of await cache.keys()) if (key.url.includes({part:?})) await cache.delete(key); }} }})().then(() => done(true))"
    );
    v.driver.execute_async(script, []).await?;
    Ok(())
}

async fn what_the_browser_has_removed_is_told_and_the_site_goes_on_from_the_network(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    v.open(PAGE).await?;
    evict(v, "").await?;
    v.run("document.dispatchEvent(new Event('visibilitychange'))").await?;
    v.wait("it says so", "document.querySelector('.stand .bad')?.textContent.includes('đã xoá')").await?;
    v.site.publish(3);
    for path in ["/", "/san-pham/mam-tom-le-gia/", "/en/"] {
        v.open(path).await?;
        same("from the network", edition(v).await?, "3".into())?;
    }
    make_ready(v).await?;
    v.site.go_away();
    v.open("/").await?;
    same("kept again", edition(v).await?, "3".into())?;
    forget_all(v).await
}

async fn a_picture_that_is_gone_is_fetched_again_if_it_is_still_the_same(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    let list = std::fs::read_to_string(v.site.dist().join("offline.txt"))?;
    let line = list.lines().find(|line| line.ends_with("catalog/tile/mam-tom-le-gia.svg")).unwrap_or_default();
    let hash = line.split(' ').next().unwrap_or_default();
    ensure(hash.len() == 32, format!("no picture in the list: {line:?}"))?;
    let picture = "document.querySelector('.product img.tile')";
    let drawn = format!("{picture}?.complete && {picture}.naturalWidth > 0");
    evict(v, hash).await?;
    v.open("/san-pham/mam-tom-le-gia/").await?;
    v.wait("the picture", &drawn).await?;
    v.site.go_away();
    v.open("/san-pham/mam-tom-le-gia/").await?;
    v.wait("the picture, kept again", &drawn).await?;
    forget_all(v).await
}

async fn two_tabs_that_fetch_at_once_fetch_each_file_once(v: &Visit) -> Outcome {
    forget_all(v).await?;
    let one = v.driver.window().await?;
    v.open(PAGE).await?;
    let two = v.driver.new_tab().await?;
    v.driver.switch_to_window(two).await?;
    v.open(PAGE).await?;
    v.find("[data-act=ready]").await?;
    v.site.forget();
    v.run("document.querySelector('[data-act=ready]').click()").await?;
    v.driver.switch_to_window(one.clone()).await?;
    v.run("document.querySelector('[data-act=ready]').click()").await?;
    eventually(v, "it is ready", "document.querySelector('.stand .good')").await?;
    let asked = v.site.times_asked("?offline=");
    let files = std::fs::read_to_string(v.site.dist().join("offline.txt"))?.lines().count() - 2;
    // Each tab asks for the list, and for it once more when it says how things stand.
    ensure(asked >= files && asked <= files + 8, format!("{asked} fetches for {files} files"))?;
    forget_all(v).await
}

async fn what_was_kept_is_removed_when_asked(v: &Visit) -> Outcome {
    forget_all(v).await?;
    make_ready(v).await?;
    v.press("[data-act=remove]").await?;
    v.wait("it says so", "document.querySelector('.stand .note')?.textContent.includes('Đã xoá')").await?;
    same("the button", v.text("[data-act=ready]").await?, "Tải về máy này".into())?;
    let script = "const done = arguments[arguments.length - 1]; (async () => { let kept = 0; \
        for (const name of await caches.keys()) kept += (await (await caches.open(name)).keys()).length; \
        return kept + (await navigator.serviceWorker.getRegistrations()).length; })().then(done)";
    same("what is left", v.driver.execute_async(script, []).await?.json().clone(), serde_json::json!(0))
}

async fn a_full_device_says_so_and_goes_on_when_there_is_room(v: &Visit) -> Outcome {
    forget_all(v).await?;
    let cdp = v.driver.cdp();
    let quota = |size: u64| serde_json::json!({ "origin": v.site.base, "quotaSize": size });
    v.open(PAGE).await?;
    cdp.send_raw("Storage.overrideQuotaForOrigin", quota(900_000)).await?;
    v.press("[data-act=ready]").await?;
    eventually(v, "it says so", "document.querySelector('.stand .note')?.textContent.includes('hết chỗ')").await?;
    v.open("/").await?;
    v.is(
        "the site goes on from the network",
        "!navigator.serviceWorker.controller && document.querySelector('.cards')",
    )
    .await?;
    cdp.send_raw("Storage.overrideQuotaForOrigin", serde_json::json!({ "origin": v.site.base })).await?;
    make_ready(v).await?;
    forget_all(v).await
}

async fn the_site_can_be_installed(v: &Visit) -> Outcome {
    v.open("/").await?;
    let told = v.driver.cdp().send_raw("Page.getInstallabilityErrors", serde_json::json!({})).await?;
    same("what keeps it from being installed", told["installabilityErrors"].clone(), serde_json::json!([]))
}
