//! The browser suite: does what visitors do, in Chromium, WebKit and Firefox, and tells it in sentences.
//!
//! `DIST` names the built site (default `dist`); words after `--` choose tests by a part of their sentence, and
//! `--engine chromium` an engine. With `OFFLINE=1` every browser first keeps the site, then its server stops, and the suite runs
//! without it. The engines run at the same time, each against a server of its own. After every test
//! the pages must have reported no error and no breach of the policy, and asked no other host for anything.

mod access;
mod booth;
mod booth_day;
mod booth_device;
mod booth_part;
mod clock;
mod codes;
mod edition;
mod engine;
mod facet;
mod fail;
mod find;
mod go;
mod offline;
mod page;
mod paper;
mod pdf;
mod picks;
mod picks_sent;
mod reach;
mod sheet;
mod sight;
mod site;
mod update;
mod visit;

use engine::{Engine, Running};
use site::Site;
use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use visit::Visit;

pub type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
type Run = for<'a> fn(&'a Visit) -> Pin<Box<dyn Future<Output = Outcome> + 'a>>;

/// A sentence, where it must be true, and the proof.
pub struct Test {
    name: &'static str,
    engines: &'static [Engine],
    /// Faults are part of it: pages may report them.
    harmful: bool,
    /// It needs the site's own server: it is left out when the suite runs without.
    online: bool,
    /// How long it may take, if longer than others.
    longest: Option<Duration>,
    run: Run,
}

/// Functions whose names are the sentences; `in` narrows the engines, `harmful` lets pages report faults, `online` does that
/// and needs the server, `served` only needs it.
macro_rules! tests {
    ($($name:ident),* $(,)?) => { crate::tests!(in &crate::engine::Engine::ALL, false; $($name),*) };
    (harmful: $($name:ident),* $(,)?) => { crate::tests!(in &crate::engine::Engine::ALL, true; $($name),*) };
    (chromium: $($name:ident),* $(,)?) => { crate::tests!(in &[crate::engine::Engine::Chromium], false; $($name),*) };
    (online: $($name:ident),* $(,)?) => { crate::tests!(online in &crate::engine::Engine::ALL; $($name),*) };
    (online in $engines:expr; $($name:ident),* $(,)?) => { crate::tests!(all $engines, true, true; $($name),*) };
    (served in $engines:expr; $($name:ident),* $(,)?) => { crate::tests!(all $engines, false, true; $($name),*) };
    (in $engines:expr, $harmful:expr; $($name:ident),* $(,)?) => { crate::tests!(all $engines, $harmful, false; $($name),*) };
    (all $engines:expr, $harmful:expr, $online:expr; $($name:ident),*) => {
        vec![$(crate::Test {
            name: stringify!($name), engines: $engines, harmful: $harmful, online: $online, longest: None, run: |v| Box::pin($name(v)),
        }),*]
    };
}
pub(crate) use tests;

/// No test may hang the rest. Those that have a browser keep the site do so over and over again.
const LONGEST: [Duration; 2] = [Duration::from_secs(60), Duration::from_secs(150)];

struct Chosen {
    words: Vec<String>,
    engine: Option<String>,
}

fn main() -> ExitCode {
    let mut chosen = Chosen { words: Vec::new(), engine: None };
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--engine" => chosen.engine = args.next(),
            // cargo's own, that a harness would know
            flag if flag.starts_with("--") => {}
            word => chosen.words.push(word.replace('_', " ")),
        }
    }
    let dist = PathBuf::from(std::env::var("DIST").unwrap_or_else(|_| "dist".into()));
    let engines: Vec<Engine> =
        Engine::ALL.into_iter().filter(|e| chosen.engine.as_ref().is_none_or(|name| name == e.name())).collect();
    let begun = Instant::now();
    let (mut passed, mut failed) = (0, engines.is_empty() as usize);
    std::thread::scope(|scope| {
        let runs: Vec<_> = engines.iter().map(|e| scope.spawn(|| run(*e, &dist, &chosen))).collect();
        for run in runs {
            let (good, bad) = run.join().unwrap_or((0, 1));
            passed += good;
            failed += bad;
        }
    });
    println!("\n{:.0} s", begun.elapsed().as_secs_f32());
    println!("{passed} passed, {failed} failed");
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// All tests in one engine: how many passed, how many failed.
fn run(engine: Engine, dist: &std::path::Path, chosen: &Chosen) -> (usize, usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let result = runtime.map_err(Into::into).and_then(|runtime| runtime.block_on(run_all(engine, dist, chosen)));
    result.unwrap_or_else(|e| {
        println!("FAIL {:9} starts: {e}", engine.name());
        (0, 1)
    })
}

async fn run_all(engine: Engine, dist: &std::path::Path, chosen: &Chosen) -> Outcome<(usize, usize)> {
    let site = Site::start(dist)?;
    let mut running = Running::start(engine).await?;
    let mut visit = Visit { driver: running.driver.clone(), site, engine, framed: Default::default() };
    let offline = std::env::var_os("OFFLINE").is_some();
    if offline {
        keep(&visit).await?;
    }
    let all = [
        access::tests(),
        booth::tests(),
        booth_day::tests(),
        booth_device::tests(),
        booth_part::tests(),
        find::tests(),
        facet::tests(),
        go::tests(),
        page::tests(),
        fail::tests(),
        sheet::tests(),
        paper::tests(),
        picks::tests(),
        picks_sent::tests(),
        pdf::tests(),
        codes::tests(),
        reach::tests(),
        sight::tests(),
        offline::tests(),
        update::tests(),
    ];
    let (mut passed, mut failed, mut left_out) = (0, 0, 0);
    for test in all.into_iter().flatten() {
        let name = test.name.replace('_', " ");
        let wanted = chosen.words.is_empty() || chosen.words.iter().any(|w| name.contains(w.as_str()));
        if !wanted || !test.engines.contains(&engine) {
            continue;
        }
        if offline && test.online {
            left_out += 1;
            continue;
        }
        let begun = Instant::now();
        let mut outcome = within(&visit, &test).await;
        if let Err(e) = &outcome {
            // Three browsers share two cores: what fails once for want of time passes alone. What is broken fails twice.
            println!("     {:9} {name}: once more, after: {e}", engine.name());
            // Alone is in a browser of its own: one that has died, or whose page has, answers no test after this one either.
            let _ = tokio::time::timeout(PATIENCE, visit.driver.clone().quit()).await;
            running = Running::start(engine).await?;
            visit.driver = running.driver.clone();
            if offline {
                keep(&visit).await?;
            }
            outcome = within(&visit, &test).await;
        }
        let took = begun.elapsed().as_secs_f32();
        match outcome {
            Ok(()) => {
                passed += 1;
                println!("ok   {:9} {name} ({took:.1} s)", engine.name());
            }
            Err(e) => {
                failed += 1;
                println!("FAIL {:9} {name} ({took:.1} s)\n     {e}", engine.name());
            }
        }
    }
    if left_out > 0 {
        println!("     {:9} {left_out} tests need the server and were left out", engine.name());
    }
    running.end().await?;
    Ok((passed, failed))
}

/// The browser keeps the site; then its server stops.
async fn keep(visit: &Visit) -> Outcome {
    visit.site.go_on();
    visit.resize(1100, 700).await?;
    offline::make_ready(visit).await?;
    visit.site.stop();
    Ok(())
}

/// How long a browser may take to end.
const PATIENCE: Duration = Duration::from_secs(10);

/// One test, ended when it takes too long.
async fn within(visit: &Visit, test: &Test) -> Outcome {
    let longest = test.longest.unwrap_or(LONGEST[usize::from(test.online)]);
    let outcome = tokio::time::timeout(longest, one(visit, test)).await;
    outcome.unwrap_or_else(|_| Err(format!("still running after {} s", longest.as_secs()).into()))
}

/// One test in a new window, with its own history, on a sound server.
async fn one(visit: &Visit, test: &Test) -> Outcome {
    visit.site.mend();
    visit.site.forget();
    visit.framed.set(false);
    // A device that is still the booth of the test before shows nothing else.
    let _ = visit.run("localStorage.removeItem('ocop.booth.plan')").await;
    let old = visit.driver.windows().await?;
    let window = visit.driver.new_tab().await?;
    for handle in old {
        visit.driver.switch_to_window(handle).await?;
        visit.driver.close_window().await?;
    }
    visit.driver.switch_to_window(window).await?;
    visit.resize(1100, 700).await?;
    (test.run)(visit).await?;
    let hosts: Vec<String> = visit
        .get("performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))")
        .await?;
    visit::same("asked of other hosts", hosts, vec![])?;
    let faults = visit.site.faults();
    visit::ensure(test.harmful || faults.is_empty(), format!("the page reported: {faults:?}"))
}
