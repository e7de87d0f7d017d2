//! Preview pictures of a catalogue, timed: `cargo run --release --example previews -- DATA`, where DATA is a folder with
//! sheets or a number of invented products. Prints milliseconds and bytes a picture, on one processor.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use ocop::catalog::Date;
    use ocop::publish::preview::Gallery;
    use ocop::publish::{Previews, cache, generate, read_folder};
    use std::path::{Path, PathBuf};
    use std::time::Instant;

    /// Where a folder does not say to which day its facts were gathered.
    const FACTS: Date = Date { year: 2026, month: 11, day: 23 };
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [data] = arguments.as_slice() else { return eprintln!("DATA") };
    let (mut catalog, photos) = match data.parse() {
        Ok(products) => (generate(products, 1).0, PathBuf::new()),
        Err(_) => match read_folder(Path::new(data), FACTS) {
            Ok(sheets) => (sheets.catalog, cache(Path::new(data))),
            Err(faults) => return faults.iter().for_each(|fault| eprintln!("{fault:?}")),
        },
    };
    catalog.about.home = "https://vi-du.example/".into();
    let start = Instant::now();
    let gallery = Gallery::of(&catalog, catalog.about.as_of, &photos);
    let named = start.elapsed();
    let all = gallery.paths().len();
    let drawn: Result<Vec<usize>, _> =
        (0..all).map(|number| Ok::<_, std::io::Error>(gallery.draw(number)?.len())).collect();
    let sizes = match drawn {
        Ok(sizes) => sizes,
        Err(error) => return eprintln!("{error}"),
    };
    let time = start.elapsed();
    println!(
        "{all} pictures in {:.2} s, {:.2} s of them for their names: {:.3} ms each; {:.1} KB on average, {:.1} KB at most",
        time.as_secs_f64(),
        named.as_secs_f64(),
        time.as_secs_f64() * 1000.0 / all.max(1) as f64,
        sizes.iter().sum::<usize>() as f64 / 1000.0 / all.max(1) as f64,
        sizes.iter().max().copied().unwrap_or_default() as f64 / 1000.0,
    );
}
