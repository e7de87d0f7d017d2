//! Preview pictures of a catalogue, timed: `cargo run --release --example previews -- DATA OUT`, where DATA is a folder
//! with sheets or a number of invented products. Prints milliseconds and bytes a picture, drawn and found there.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use ocop::catalog::Date;
    use ocop::publish::{generate, preview, read_folder};
    use std::path::Path;
    use std::time::Instant;

    /// Where a folder does not say to which day its facts were gathered.
    const FACTS: Date = Date { year: 2026, month: 11, day: 23 };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data, out] = arguments.as_slice() else { return eprintln!("DATA OUT") };
    let catalog = match data.parse() {
        Ok(products) => generate(products, 1).0,
        Err(_) => match read_folder(Path::new(data), FACTS) {
            Ok(sheets) => sheets.catalog,
            Err(faults) => return faults.iter().for_each(|fault| eprintln!("{fault:?}")),
        },
    };
    let folder = Path::new(out);
    for run in ["cold", "again"] {
        let start = Instant::now();
        let made = match preview::make(&catalog, catalog.about.as_of, folder, folder, &|_, _| true) {
            Ok(made) => made,
            Err(error) => return eprintln!("{error}"),
        };
        let (all, time) = (made.files.len(), start.elapsed());
        let sizes: Vec<u64> = made.files.iter().filter_map(|f| f.from.metadata().ok()).map(|m| m.len()).collect();
        println!(
            "{run}: {all} pictures, {} drawn, in {:.2} s: {:.3} ms each; {:.1} KB on average, {:.1} KB at most",
            made.drawn,
            time.as_secs_f64(),
            time.as_secs_f64() * 1000.0 / all.max(1) as f64,
            sizes.iter().sum::<u64>() as f64 / 1000.0 / all.max(1) as f64,
            sizes.iter().max().copied().unwrap_or_default() as f64 / 1000.0,
        );
    }
}
