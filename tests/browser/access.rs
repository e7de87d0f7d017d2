//! What axe-core finds on pages that `make audit` cannot open: a booth in all its states, a site that is kept.

use crate::booth::{begin, enter, link, open};
use crate::engine::Engine;
use crate::offline::PAGE;
use crate::visit::{Visit, same};
use crate::{Outcome, Test, tests};
use std::time::Duration;

pub fn tests() -> Vec<Test> {
    let all = tests!(in &[Engine::Chromium], false;
        a_booth_has_no_faults_of_access, keeping_and_sharing_have_no_faults_of_access);
    // Nine pages in two sizes.
    all.into_iter().map(|test| Test { longest: Some(Duration::from_secs(240)), ..test }).collect()
}

/// What axe-core finds on the page.
async fn faults(v: &Visit, what: &str) -> Outcome {
    // It waits by a clock that goes.
    let script = "const done = arguments[0]; const held = window.setTimeout; window.setTimeout = window.clock?.later ?? held; \
        axe.run(document, { resultTypes: ['violations'], iframes: false }).then((r) => { window.setTimeout = held; \
        done(r.violations.map((x) => x.id + ': ' + x.nodes.map((n) => n.target.join(' ')).join(' | '))); })";
    let found = v.driver.execute_async(script, []).await?;
    same(what, found.convert::<Vec<String>>()?, vec![])
}

fn axe() -> Outcome<String> {
    let script = std::fs::read_to_string("tools/node_modules/axe-core/axe.min.js");
    Ok(script.map_err(|e| format!("axe-core: {e}; `make test` installs it"))?)
}

async fn keeping_and_sharing_have_no_faults_of_access(v: &Visit) -> Outcome {
    let axe = axe()?;
    for width in [360, 1180] {
        v.resize(width, 780).await?;
        for path in [PAGE, "/en/offline/", "/chia-se/?page=san-pham/mam-tom-le-gia/", "/en/share/"] {
            v.open(path).await?;
            v.run(&axe).await?;
            faults(v, path).await?;
        }
    }
    Ok(())
}

async fn a_booth_has_no_faults_of_access(v: &Visit) -> Outcome {
    let axe = axe()?;
    for (width, height) in [(360, 780), (1180, 820)] {
        v.resize(width, height).await?;
        let link = link(v).await?;
        v.run(&axe).await?;
        faults(v, "set-up").await?;
        v.open(&format!("/en/booth/{link}")).await?;
        v.run(&axe).await?;
        faults(v, "a tablet that has scanned").await?;
        open(v).await?;
        v.run(&axe).await?;
        faults(v, "waiting").await?;
        begin(v, ".attract").await?;
        faults(v, "the bar").await?;
        for act in ["take", "note"] {
            v.run(&format!("document.querySelector('[data-act={act}]').click()")).await?;
            faults(v, act).await?;
            v.run("document.querySelector('[data-act=close]').click()").await?;
        }
        v.run("clock.forward(62000)").await?;
        faults(v, "the warning").await?;
        v.run("clock.forward(30000)").await?;
        enter(v, "1111").await?;
        faults(v, "the gate").await?;
        enter(v, "2468").await?;
        faults(v, "the exhibitor's page").await?;
    }
    Ok(())
}
