//! Pressed forms of a file, as hosts send them: Brotli and gzip.
//!
//! In: a path and its content. Out: the two forms, where they save anything. How hard is chosen by how much there is to
//! press: what everybody fetches as hard as can be, pages of a large site quickly.

use std::io::Write;

/// How pages and drawings are pressed, of which there are many: Brotli's quality and gzip's level.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Press {
    many: (u32, u32),
}

/// Measured on this site's pages: quality 5 gives 25.8 % of the size, 4 gives 27.3 % in two thirds of the time, 11
/// gives 23.6 % in thirty times the time; gzip 6 gives 28.2 %, 3 gives 28.7 % a little sooner.
const WELL: Press = Press { many: (5, 6) };
/// For sites so large that the time counts.
const SOON: Press = Press { many: (4, 3) };
/// Pages of a site that is so large.
const LARGE_SITE: usize = 10_000;

/// For what everybody fetches.
const FEW: (u32, u32) = (11, 9);
/// For the list of products, which everybody fetches, where it is larger than [`LARGE`].
const HEAVY: (u32, u32) = (9, 9);
/// Logarithm of the smallest window: below it this encoder takes a way that is thirty times as slow.
const WINDOW: u32 = 18;

/// Smaller files fit into the first packet anyway, and hosts do not press them.
const LEAST: usize = 1024;
/// Larger files are pressed less hard: the hardest way takes a second for each megabyte.
const LARGE: usize = 1 << 20;

/// Kinds of file that are text, or as loosely packed.
const TEXT: [&str; 10] = ["html", "css", "js", "wasm", "json", "svg", "xml", "txt", "csv", "webmanifest"];

impl Press {
    /// For a site of so many pages.
    pub(super) fn of(pages: usize) -> Press {
        if pages < LARGE_SITE { WELL } else { SOON }
    }

    /// As it stands in a ledger: forms that were made otherwise are made anew.
    pub(super) fn name(self) -> String {
        format!("brotli {} {} {} gzip {} {} {}", self.many.0, FEW.0, HEAVY.0, self.many.1, FEW.1, HEAVY.1)
    }

    /// Both forms; none for what does not shrink.
    pub(super) fn forms(self, path: &str, content: &[u8]) -> [Option<Vec<u8>>; 2] {
        let end = path.rsplit('.').next().unwrap_or_default();
        if content.len() < LEAST || !TEXT.contains(&end) {
            return [None, None];
        }
        let (brotli, gzip) = match content.len() {
            _ if path == "catalog/list.json" && content.len() >= LARGE => HEAVY,
            _ if path == "catalog/list.json" || matches!(end, "css" | "js" | "wasm") => FEW,
            _ => self.many,
        };
        let small = |form: Vec<u8>| Some(form).filter(|form| form.len() * 20 < content.len() * 19);
        [brotlied(content, brotli).and_then(small), gzipped(content, gzip).and_then(small)]
    }
}

fn brotlied(content: &[u8], quality: u32) -> Option<Vec<u8>> {
    let window = content.len().next_power_of_two().trailing_zeros().clamp(WINDOW, 22);
    let params = brotli::enc::BrotliEncoderParams {
        quality: quality as i32,
        lgwin: window as i32,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut out = Vec::with_capacity(content.len() / 3);
    brotli::BrotliCompress(&mut &*content, &mut out, &params).ok()?;
    Some(out)
}

fn gzipped(content: &[u8], level: u32) -> Option<Vec<u8>> {
    // Without name and time: the same content gives the same bytes.
    let mut out = flate2::write::GzEncoder::new(Vec::with_capacity(content.len() / 3), flate2::Compression::new(level));
    out.write_all(content).ok()?;
    out.finish().ok()
}
