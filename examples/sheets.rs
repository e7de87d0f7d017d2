//! How long a book takes to lay out and to draw, and whether that grows linearly: `cargo run --release --example sheets`.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    use ocop::catalog::Date;
    use ocop::paper::{Layout, Paper};
    use ocop::press::{Book, Job, Tongues};
    use ocop::publish::generate;
    use ocop::route::Lang;
    use ocop::words::paper;
    use std::time::Instant;

    /// The day of the invented catalogue's states.
    const TODAY: Date = Date { year: 2026, month: 11, day: 23 };

    println!("| layout | products | pages | laid out, ms | all sheets drawn, ms |\n|---|--:|--:|--:|--:|");
    for &layout in Layout::ALL {
        for products in [637, 4_250, 17_000] {
            let (catalog, details) = generate(products, 1);
            let details: Vec<_> = catalog.ids().zip(details).collect();
            let job = || Job {
                catalog: &catalog,
                addendum: None,
                ids: catalog.ids().collect(),
                by_name: true,
                details: &details,
                wishes: Vec::new(),
                today: TODAY,
                paper: Paper { layout, ..Paper::default() },
                words: Tongues { first: paper(Lang::Vi), second: None },
                home: "https://ocop.example/".into(),
                view: String::new(),
                subtitle: String::new(),
                remarks: Vec::new(),
                sources: Default::default(),
            };
            let laid: Vec<(u128, Book<'_>)> = (0..5)
                .map(|_| {
                    let begun = Instant::now();
                    let book = Book::lay(job());
                    (begun.elapsed().as_micros(), book)
                })
                .collect();
            let Some((fastest, book)) = laid.into_iter().min_by_key(|laid| laid.0) else { continue };
            let begun = Instant::now();
            let pieces: usize = (1..=book.pages()).filter_map(|n| book.sheet(n)).map(|sheet| sheet.pieces.len()).sum();
            let drawn = begun.elapsed().as_millis();
            assert!(pieces > products, "every product is drawn");
            println!("| {} | {products} | {} | {:.1} | {drawn} |", layout.key(), book.pages(), fastest as f64 / 1000.0);
        }
    }
}
