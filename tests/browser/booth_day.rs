//! A day at the fair: eight hours of random touches, in a minute, by a clock that is set forward. No error, and no more memory
//! at the end than after the first hour.

use crate::booth::{INNER, begin, open};
use crate::engine::Engine;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use serde_json::{Value, json};
use std::time::Duration;

pub fn tests() -> Vec<Test> {
    let all = tests!(in &[Engine::Chromium], false; eight_hours_of_random_touches_leak_nothing);
    all.into_iter().map(|test| Test { longest: Some(Duration::from_secs(420)), ..test }).collect()
}

const HOURS: u32 = 8;
const VISITS_AN_HOUR: u32 = 4;
const TOUCHES: u32 = 6;
const SEED: u32 = 20_261_128;

/// Touch something at random: in the page, in the bar, in what lies over both. Then some seconds go by.
const TOUCH: &str = r#"
    const dice = (n) => { let x = window.seed; x ^= x << 13; x ^= x >>> 17; x ^= x << 5; window.seed = x >>> 0; return window.seed % n; };
    const inner = document.querySelector('.window iframe')?.contentDocument;
    const above = document.querySelectorAll('.warn button, .above button');
    const can = (e) => e.getClientRects().length > 0;
    const all = above.length > 0 ? [...above]
        : [...(inner?.querySelectorAll('a[href], button, label, input, h2') ?? []), ...document.querySelectorAll('.booth-bar button')].filter(can);
    const one = all[dice(all.length)];
    if (one) {
        one.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 400, clientY: 300 }));
        if (one.matches('input[type=search], #q')) { one.value = 'mam ca gao ruou'.split(' ')[dice(4)]; one.dispatchEvent(new Event('input', { bubbles: true })); }
        else if (!one.matches('[data-act=export-notes], [data-act=export-counts]')) one.click();
    }
    clock.forward(1000 + dice(20000));
"#;

/// Bytes that scripts and what they hold take, after a collection; documents and listeners that live.
async fn held(v: &Visit) -> Outcome<(f64, f64, f64)> {
    let cdp = v.driver.cdp();
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let heap = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let counts = cdp.send_raw("Memory.getDOMCounters", json!({})).await?;
    let of = |from: &Value, name: &str| from[name].as_f64().unwrap_or_default();
    let bytes = ["usedSize", "embedderHeapUsedSize", "backingStorageSize"].iter().map(|name| of(&heap, name)).sum();
    Ok((bytes, of(&counts, "documents"), of(&counts, "jsEventListeners")))
}

async fn eight_hours_of_random_touches_leak_nothing(v: &Visit) -> Outcome {
    open(v).await?;
    let started: f64 = v.get("Date.now()").await?;
    v.run(&format!("window.seed = {SEED}")).await?;
    let mut first = None;
    for hour in 1..=HOURS {
        for visit in 0..VISITS_AN_HOUR {
            begin(v, if visit % 3 == 0 { ".tongues [lang=en]" } else { ".attract" }).await?;
            for _ in 0..TOUCHES {
                v.run(TOUCH).await?;
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            v.run("clock.forward(100000)").await?;
            v.is("it waits again", "document.querySelector('#main').dataset.stage === 'attract'").await?;
        }
        let now: f64 = v.get("Date.now()").await?;
        let left = f64::from(hour) * 3_600_000.0 - (now - started);
        ensure(left >= 0.0, "an hour was too short for its visits")?;
        // Minute by minute: the pictures of an hour at once would keep the next page from loading.
        for _ in 0..(left / 60_000.0) as u32 {
            v.run("clock.forward(60000)").await?;
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        v.run(&format!("clock.forward({})", left % 60_000.0)).await?;
        v.wait("the next page", &format!("{INNER}?.documentElement.hasAttribute('data-ready')")).await?;
        if hour == 1 {
            first = Some(held(v).await?);
        }
    }
    let (first, last) = (first.ok_or("no first hour")?, held(v).await?);
    println!(
        "     chromium  {HOURS} h, {} visits: {:.1} MB after the first hour, {:.1} MB at the end ({:.2} times); documents {} → {}, listeners {} → {}",
        HOURS * VISITS_AN_HOUR,
        first.0 / 1e6,
        last.0 / 1e6,
        last.0 / first.0,
        first.1,
        last.1,
        first.2,
        last.2
    );
    same("steps of the diary", v.get::<bool>("localStorage['ocop.booth.diary'].includes('visit=')").await?, true)?;
    ensure(last.0 <= 1.2 * first.0, "memory grows")?;
    ensure(last.1 <= first.1 + 2.0, "documents are kept")
}
