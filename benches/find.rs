//! How the search grows with the catalogue, natively: reading the bundle, building the index, answering key presses.
//!
//! In: invented catalogues of 637, 17,000 and 100,000 products. Out: medians in milliseconds, and the exponent by which
//! each step grows (1 is linear). `make bench` runs it before it measures the same in a browser.

use ocop::catalog::Date;
use ocop::publish::generate;
use ocop::query::{Facet, Query};
use ocop::search::Index;
use ocop::{bundle, catalog::Catalog};
use std::hint::black_box;
use std::time::Instant;

const SIZES: [usize; 3] = [637, 17_000, 100_000];
const TODAY: Date = Date { year: 2026, month: 11, day: 23 };
/// Words whose every beginning is asked for, as it is while someone types.
const TYPED: [&str; 5] = ["nước mắm", "mat ong hoang hoa", "hop tac xa", "chè lam", "xyz"];

/// Middle of a handful of runs, in milliseconds.
fn median(runs: usize, mut run: impl FnMut()) -> f64 {
    let mut all: Vec<f64> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Queries of a visitor: every beginning of the words, and picks.
fn asked(index: &Index) -> Vec<Query> {
    let beginnings = |text: &'static str| text.char_indices().map(|(i, c)| &text[..i + c.len_utf8()]);
    let mut all: Vec<Query> = TYPED.into_iter().flat_map(beginnings).map(|t| Query::default().typed(t)).collect();
    for facet in Facet::ALL {
        if let Some(value) = index.values(facet).first() {
            let pick = Query::default().toggled(facet, &value.slug);
            all.extend([pick.typed("nuoc"), pick]);
        }
    }
    all
}

/// Read, build, find and suggest: medians.
fn measure(products: usize) -> [f64; 4] {
    let json = bundle::write(&generate(products, 1).0);
    let read = || bundle::read(&json).unwrap_or_else(|fault| unreachable!("{fault}"));
    let catalog: Catalog = read();
    let index = Index::build(&catalog, TODAY);
    let mut finds: Vec<f64> = asked(&index).iter().map(|q| median(3, || drop(black_box(index.find(q))))).collect();
    let mut offers: Vec<f64> = asked(&index)
        .iter()
        .filter(|q| !q.text.is_empty())
        .map(|q| median(3, || drop(black_box(index.suggest(&q.text)))))
        .collect();
    finds.sort_by(f64::total_cmp);
    offers.sort_by(f64::total_cmp);
    [
        median(3, || drop(black_box(read()))),
        median(3, || drop(black_box(Index::build(&catalog, TODAY)))),
        finds[finds.len() / 2],
        offers[offers.len() / 2],
    ]
}

fn main() {
    println!("native, medians in ms");
    println!("{:>9} {:>10} {:>10} {:>10} {:>10}", "products", "read", "index", "find", "suggest");
    let all = SIZES.map(measure);
    for (size, row) in SIZES.iter().zip(all) {
        println!("{size:>9} {:>10.2} {:>10.2} {:>10.3} {:>10.3}", row[0], row[1], row[2], row[3]);
    }
    for pair in [0, 1] {
        let grown = (SIZES[pair + 1] as f64 / SIZES[pair] as f64).ln();
        let power = |step: usize| (all[pair + 1][step] / all[pair][step]).ln() / grown;
        let name = format!("n^, {}", if pair == 0 { "1st" } else { "2nd" });
        println!("{name:>9} {:>10.2} {:>10.2} {:>10.2} {:>10.2}", power(0), power(1), power(2), power(3));
    }
}
