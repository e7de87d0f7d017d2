//! Search, natively: how fast, how it grows with the catalogue, and how often the right product comes first.
//!
//! In: invented catalogues of 637, 17,000 and 100,000 products, the relevance set made of each (`relevance/`), and the
//! hand-written list over the real catalogue where it is there. Out: tables; with `--write DIR` also the files by which
//! engines are measured side by side in a browser (`tools/peers.mjs`), a folder for each size. `--sizes 637,17000` and
//! `--many 150` (queries a class) choose; `--misses 10` shows so many queries a class that did not come first. Times are only worth comparing within one run.

#[path = "../tests/keys/mod.rs"]
#[allow(dead_code)] // the syllables are for tests
mod keys;
mod relevance;

use ocop::bundle;
use ocop::catalog::{Catalog, Date, Detail};
use ocop::publish::{generate, read_folder};
use ocop::query::Query;
use ocop::search::{Found, Index};
use relevance::{Asked, Class, Shelf, listed, set};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

/// The interface of the engine, all of it that is used here.
mod ours {
    use super::{Catalog, Detail, Found, Index, Query, bundle};
    use ocop::publish::synonyms;
    use ocop::search::store;

    pub fn write(catalog: &Catalog, details: &[Detail]) -> String {
        bundle::write(catalog, &store(catalog, details, &synonyms()))
    }

    pub fn open(bundle: &str) -> Result<Index, String> {
        let (catalog, stored) = bundle::read(bundle).map_err(|fault| fault.to_string())?;
        Index::open_now(&catalog, &stored, catalog.about.as_of).map_err(|broken| broken.to_string())
    }

    /// Matches, counts of all facets, order, the first 24.
    pub fn find(index: &Index, text: &str, filters: &str) -> Found {
        index.find(&Query::read(filters).typed(text))
    }
}

/// The seed of all catalogues and of all queries.
const SEED: u64 = 1;
/// Runs of a query, of which the middle one counts.
const RUNS: usize = 3;

struct Args {
    sizes: Vec<usize>,
    many: usize,
    write: Option<PathBuf>,
    misses: usize,
}

fn args() -> Result<Args, String> {
    let mut out = Args { sizes: vec![637, 17_000, 100_000], many: 150, write: None, misses: 0 };
    let mut all = std::env::args().skip(1);
    while let Some(word) = all.next() {
        let mut value = || all.next().ok_or_else(|| format!("{word}: its value is missing"));
        let number = |text: String| text.parse::<usize>().map_err(|e| format!("{text}: {e}"));
        match word.as_str() {
            // cargo says so to every benchmark
            "--bench" => {}
            "--sizes" => out.sizes = value()?.split(',').map(|s| number(s.into())).collect::<Result<_, _>>()?,
            "--many" => out.many = number(value()?)?,
            "--misses" => out.misses = number(value()?)?,
            "--write" => out.write = Some(value()?.into()),
            _ => return Err(format!("{word}: not known; there are --sizes, --many, --misses and --write")),
        }
    }
    Ok(out)
}

/// Milliseconds of the middle one of several runs.
fn median(runs: usize, mut run: impl FnMut()) -> f64 {
    let all = (0..runs).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed().as_secs_f64() * 1000.0
    });
    at(all.collect(), 0.5)
}

/// The value at that part of the sorted list.
fn at(mut all: Vec<f64>, part: f64) -> f64 {
    all.sort_by(f64::total_cmp);
    all.get(((all.len() as f64 * part) as usize).min(all.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// 1 / the place of the first wanted product, 0 if it is not on the first page.
fn reciprocal(wanted: &[u32], found: &Found) -> f64 {
    found.ids.iter().position(|id| wanted.contains(&id.0)).map_or(0.0, |place| 1.0 / (place + 1) as f64)
}

fn mean(all: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = all.fold((0.0, 0), |(sum, count), one| (sum + one, count + 1));
    sum / f64::from(count)
}

/// What one size gave.
struct Measured {
    size: usize,
    /// Milliseconds: writing the bundle, from its text to an index, p50 and p95 of a query, p50 of suggestions.
    times: [f64; 5],
    /// For every class, how many queries, their mean reciprocal rank, the median number found.
    classes: Vec<(usize, f64, f64)>,
    /// Share of queries for nothing that find nothing.
    nothing: f64,
    /// Pairs of products of the same letters, and how many stood with the wrong accents first.
    accents: (usize, usize),
}

fn measure(size: usize, args: &Args) -> Result<Measured, String> {
    let (catalog, details) = generate(size, SEED);
    let start = Instant::now();
    let bundle = ours::write(&catalog, &details);
    let wrote = start.elapsed().as_secs_f64() * 1000.0;
    let opened = median(RUNS, || drop(black_box(ours::open(&bundle))));
    let index = ours::open(&bundle)?;
    let shelf = Shelf::new(&catalog, &details);
    let asked = set(&shelf, &catalog, args.many, SEED);
    if let Some(folder) = &args.write {
        let folder = folder.join(size.to_string());
        relevance::write(&folder, &bundle, &catalog, &shelf, &index, &asked)
            .map_err(|e| format!("{}: {e}", folder.display()))?;
    }
    let found: Vec<Found> = asked.iter().map(|a| ours::find(&index, &a.text, &a.filters)).collect();
    show(&catalog, &index, &asked, &found, args.misses);
    let time = |a: &Asked| median(RUNS, || drop(black_box(ours::find(&index, &a.text, &a.filters))));
    let finds: Vec<f64> = asked.iter().map(time).collect();
    let offers = asked.iter().filter(|a| a.class == Class::Typing);
    let offers = offers.map(|a| median(1, || drop(black_box(index.suggest(&a.text))))).collect();
    let of = |class: Class| asked.iter().zip(&found).filter(move |(a, _)| a.class == class);
    let class = |class: Class| {
        let totals = of(class).map(|(_, f)| f.total as f64).collect();
        (of(class).count(), mean(of(class).map(|(a, f)| reciprocal(&a.wanted, f))), at(totals, 0.5))
    };
    let place = |f: &Found, product: &u32| f.ids.iter().position(|id| id.0 == *product).unwrap_or(usize::MAX);
    let pairs = of(Class::Accented).flat_map(|(a, f)| {
        let first = a.wanted.iter().map(|w| place(f, w)).min().unwrap_or(usize::MAX);
        a.behind.iter().map(move |b| place(f, b) < first)
    });
    Ok(Measured {
        size,
        times: [wrote, opened, at(finds.clone(), 0.5), at(finds, 0.95), at(offers, 0.5)],
        classes: Class::ALL.map(class).into(),
        nothing: mean(of(Class::Nothing).map(|(_, f)| f64::from(u8::from(f.total == 0)))),
        accents: pairs.fold((0, 0), |(all, wrong), is| (all + 1, wrong + usize::from(is))),
    })
}

/// The first few queries of each class whose wanted product did not come first.
fn show(catalog: &Catalog, index: &Index, asked: &[Asked], found: &[Found], most: usize) {
    for class in Class::ALL.into_iter().filter(|c| *c != Class::Typing) {
        let went_wrong = |(a, f): &(&Asked, &Found)| {
            a.class == class && if a.wanted.is_empty() { f.total > 0 } else { reciprocal(&a.wanted, f) < 1.0 }
        };
        for (a, f) in asked.iter().zip(found).filter(went_wrong).take(most) {
            let name = |id: Option<u32>| id.map_or("nothing", |id| catalog.products[id as usize].name.vi.as_str());
            let (wanted, first) = (name(a.wanted.first().copied()), name(f.ids.first().map(|id| id.0)));
            let meant = f.meant(index).map(|m| format!("{:?} {}", m.way, m.found));
            let (key, merit) = (class.key(), reciprocal(&a.wanted, f));
            println!("{key} {merit:.2} {}: {wanted} | {first} ({} {})", a.text, f.total, meant.unwrap_or_default());
        }
    }
}

fn print(all: &[Measured]) {
    println!("native, ms");
    println!("{:>9} {:>9} {:>9} {:>9} {:>9} {:>9}", "products", "write", "open", "find p50", "find p95", "suggest");
    for m in all {
        let [write, open, p50, p95, suggest] = m.times;
        println!("{:>9} {write:>9.1} {open:>9.1} {p50:>9.3} {p95:>9.3} {suggest:>9.3}", m.size);
    }
    if let [first, .., last] = all {
        let grown = (last.size as f64 / first.size as f64).ln();
        let power = |i: usize| (last.times[i] / first.times[i]).ln() / grown;
        let all = [0, 1, 2, 3, 4].map(|i| format!("{:>9.2}", power(i))).join(" ");
        println!("{:>9} {all}", "grows n^");
    }
    println!("\nmean reciprocal rank of the wanted product among 24, and the median number found");
    let sizes = |text: &dyn Fn(&Measured) -> String| all.iter().map(text).collect::<Vec<_>>().join(" ");
    println!("{:>10} {}", "", sizes(&|m| format!("{:>8} {:>6} {:>7}", m.size, "asked", "found")));
    for (i, class) in Class::ALL.iter().enumerate().filter(|c| *c.1 != Class::Typing) {
        let cell = |m: &Measured| format!("{:>8.3} {:>6} {:>7.0}", m.classes[i].1, m.classes[i].0, m.classes[i].2);
        match class {
            Class::Nothing => {
                let cell = |m: &Measured| format!("{:>7.1}% {:>6} {:>7}", m.nothing * 100.0, m.classes[i].0, "");
                println!("{:>10} {}", "nothing", sizes(&cell));
            }
            _ => println!("{:>10} {}", class.key(), sizes(&cell)),
        }
    }
    println!("{:>10} {}", "accents", sizes(&|m| format!("{:>8} {:>6} {:>7}", m.accents.1, m.accents.0, "")));
    println!("(accents: how often a product of the same letters with other accents stood before the exact one)");
}

/// The hand-written list over the real catalogue: its score by class, and the queries that went wrong.
fn real() -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let list = root.join("tests/relevance/real.csv");
    if !list.exists() {
        println!("\n{} is not there", list.display());
        return Ok(());
    }
    let sheets = read_folder(&root.join("data"), Date { year: 2026, month: 11, day: 23 })
        .map_err(|faults| format!("data: {} faults", faults.len()))?;
    let index = ours::open(&ours::write(&sheets.catalog, &sheets.details))?;
    let all = listed(&list, &sheets.catalog)?;
    let score = |line: &relevance::Listed| {
        let found = ours::find(&index, &line.query, "");
        if line.wanted.is_empty() { f64::from(u8::from(found.total == 0)) } else { reciprocal(&line.wanted, &found) }
    };
    let scores: Vec<f64> = all.iter().map(score).collect();
    let mut classes: Vec<&str> = all.iter().map(|l| l.class.as_str()).collect();
    classes.sort_unstable();
    classes.dedup();
    println!("\nreal queries over the real catalogue: {} of them, mean {:.3}", all.len(), mean(scores.iter().copied()));
    for class in classes {
        let of = || all.iter().zip(&scores).filter(|(l, _)| l.class == class);
        println!("{:>24} {:>4} {:>7.3}", class, of().count(), mean(of().map(|(_, s)| *s)));
    }
    for (line, score) in all.iter().zip(&scores).filter(|(_, s)| **s < 1.0) {
        let first = ours::find(&index, &line.query, "").ids.first().map(|id| &sheets.catalog.product(*id).slug);
        println!("  {:.2} {} ({}): {}", score, line.query, line.class, first.map_or("nothing", |s| s));
    }
    Ok(())
}

fn main() -> ExitCode {
    let done = args().and_then(|args| {
        let all = args.sizes.iter().map(|size| measure(*size, &args)).collect::<Result<Vec<_>, _>>()?;
        print(&all);
        real()
    });
    done.map_or_else(
        |why| {
            eprintln!("search: {why}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}
