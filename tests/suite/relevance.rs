//! Real queries over the real catalogue, each with the product that ought to come first: written before the engine was
//! tuned, and never changed to fit it.

use crate::sample::SAMPLE;
use ocop::query::Query;
use std::collections::BTreeMap;

/// `query,expected,class,why`; several products parted by `|` are equally right, none is right for `nothing`.
const REAL: &str = include_str!("../relevance/real.csv");

struct Row {
    query: String,
    expected: Vec<String>,
    class: String,
}

fn rows() -> Vec<Row> {
    let mut reader = csv::Reader::from_reader(REAL.as_bytes());
    let row = |record: csv::StringRecord| Row {
        query: record[0].into(),
        expected: record[1].split('|').filter(|s| !s.is_empty()).map(String::from).collect(),
        class: record[2].into(),
    };
    reader.records().flatten().map(row).collect()
}

/// One over the place of the first right product; for `nothing` one if nothing is found.
fn merit(row: &Row) -> f64 {
    let found = SAMPLE.index.find(&Query::default().typed(&row.query));
    if row.expected.is_empty() {
        if found.total > 0 {
            let first = found.ids.first().map(|id| SAMPLE.catalog.product(*id).name.vi.as_str());
            println!(
                "{:>10} {:?} finds {}: {first:?} {:?}",
                row.class,
                row.query,
                found.total,
                found.meant(&SAMPLE.index)
            );
        }
        return f64::from(u8::from(found.total == 0));
    }
    let right = |id: &ocop::catalog::ProductId| row.expected.contains(&SAMPLE.catalog.product(*id).slug);
    let merit = found.ids.iter().position(right).map_or(0.0, |at| 1.0 / (at + 1) as f64);
    if merit < 1.0 {
        let first = found.ids.first().map(|id| SAMPLE.catalog.product(*id).name.vi.as_str());
        println!(
            "{:>10} {merit:.2} {:?} of {}: {first:?} for {:?} {:?}",
            row.class,
            row.query,
            found.total,
            row.expected,
            found.meant(&SAMPLE.index)
        );
    }
    merit
}

#[test]
fn real_queries_find_what_was_meant() {
    let mut classes: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let rows = rows();
    assert!(rows.len() >= 120);
    for row in &rows {
        classes.entry(&row.class).or_default().push(merit(row));
    }
    for (class, merits) in &classes {
        let mean = merits.iter().sum::<f64>() / merits.len() as f64;
        println!("{class:>10} {mean:.3} of {}", merits.len());
    }
    let mean = |class: &str| classes.get(class).map_or(0.0, |all| all.iter().sum::<f64>() / all.len() as f64);
    assert!(mean("accented") >= 0.9);
}
