//! What only Chromium can tell: moved layout, its log and its network, the dark scheme, reduced motion.

use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use serde_json::json;

pub fn tests() -> Vec<Test> {
    tests![chromium:
        nothing_moves_while_a_page_loads,
        no_other_host_is_asked_and_the_log_stays_empty,
        the_dark_scheme_is_dark,
        reduced_motion_is_kept_still,
        forced_colours_keep_the_filters_and_cards,
    ]
}

async fn nothing_moves_while_a_page_loads(v: &Visit) -> Outcome {
    for width in [1280, 390] {
        v.resize(width, 844).await?;
        for path in
            ["/", "/san-pham/mam-tom-le-gia/", "/en/", "/en/product/mam-tom-le-gia/", "/toan-canh/", "/chu-the/"]
        {
            v.open(path).await?;
            v.wait("fonts", "document.fonts.status === 'loaded'").await?;
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            let shift: f64 = v.get("window.seenShift").await?;
            let moved: Vec<String> = v.get("window.seenMoved ?? []").await?;
            ensure(shift < 0.001, format!("{path} at {width}: layout shift {shift}: {moved:?}"))?;
        }
    }
    Ok(())
}

async fn no_other_host_is_asked_and_the_log_stays_empty(v: &Visit) -> Outcome {
    let _ = v.driver.get_log("browser").await?;
    let _ = v.driver.get_log("performance").await?;
    v.open("/").await?;
    v.write("mam").await?;
    v.press("[data-focus='stars=3']").await?;
    v.press(".cards h2 a").await?;
    v.wait("the sources", "document.querySelector('.sources a[href^=http]')").await?;
    v.open("/en/overview/").await?;
    v.open("/no-such-page/").await?;
    for entry in v.driver.get_log("performance").await? {
        let told: serde_json::Value = serde_json::from_str(&entry.message)?;
        let url = told["message"]["params"]["request"]["url"].as_str().unwrap_or_default();
        let own =
            url.is_empty() || url.starts_with(&v.site.base) || url.starts_with("data:") || url.starts_with("blob:");
        ensure(own, format!("asked for {url}"))?;
    }
    let log: Vec<String> = v.driver.get_log("browser").await?.into_iter().map(|e| e.message).collect();
    // the page that is not there answers 404: that is what it should do
    let log: Vec<String> = log.into_iter().filter(|m| !m.contains("/no-such-page/")).collect();
    same("the browser's log", log, vec![])
}

/// How light a colour is, from 0 to 255.
const LIGHT: &str = "((c) => { const g = document.createElement('canvas').getContext('2d'); g.fillStyle = c; g.fillRect(0, 0, 1, 1); \
    const [r, gr, b] = g.getImageData(0, 0, 1, 1).data; return 0.2126 * r + 0.7152 * gr + 0.0722 * b; })";

async fn emulate(v: &Visit, name: &str, value: &str) -> Outcome {
    v.driver
        .cdp()
        .send_raw("Emulation.setEmulatedMedia", json!({ "features": [{ "name": name, "value": value }] }))
        .await?;
    Ok(())
}

async fn the_dark_scheme_is_dark(v: &Visit) -> Outcome {
    for (scheme, dark) in [("dark", true), ("light", false)] {
        emulate(v, "prefers-color-scheme", scheme).await?;
        v.open("/").await?;
        let ground = "(getComputedStyle(document.body).backgroundColor === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement) : getComputedStyle(document.body)).backgroundColor";
        let ground: f64 = v.get(&format!("{LIGHT}({ground})")).await?;
        let ink: f64 = v.get(&format!("{LIGHT}(getComputedStyle(document.querySelector('.cards h2')).color)")).await?;
        ensure(
            (ground < ink) == dark && (ground - ink).abs() > 100.0,
            format!("{scheme}: ground {ground}, ink {ink}"),
        )?;
    }
    emulate(v, "prefers-color-scheme", "").await
}

async fn reduced_motion_is_kept_still(v: &Visit) -> Outcome {
    emulate(v, "prefers-reduced-motion", "reduce").await?;
    v.resize(390, 844).await?;
    v.open("/").await?;
    v.press("[data-focus=filters]").await?;
    v.wait("the sheet", "location.hash === '#loc'").await?;
    let moving: Vec<String> = v
        .get("document.getAnimations().filter(a => a.effect.getComputedTiming().duration > 50).map(a => a.effect.target.className + ' ' + (a.transitionProperty || a.animationName))")
        .await?;
    emulate(v, "prefers-reduced-motion", "").await?;
    same("moving", moving, vec![])
}

async fn forced_colours_keep_the_filters_and_cards(v: &Visit) -> Outcome {
    emulate(v, "forced-colors", "active").await?;
    v.open("/?stars=3").await?;
    let seen = v.get::<bool>("matchMedia('(forced-colors: active)').matches").await?;
    let signs =
        "[...document.querySelectorAll('.cards .state .sign svg')].every(s => s.getBoundingClientRect().width > 6)";
    v.is("signs of state", signs).await?;
    emulate(v, "forced-colors", "").await?;
    ensure(seen, "this browser cannot force colours")
}
