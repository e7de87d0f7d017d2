//! Pressed forms of a file, as hosts send them: Brotli and gzip.
//!
//! In: a path and its content. Out: the two forms, where they save anything. How hard is chosen by how much there is to
//! press: what everybody fetches as hard as can be, pages of a large site quickly.

use libdeflater::{CompressionLvl, Compressor};
use std::cell::RefCell;

/// Brotli's quality, if there is to be such a form, and gzip's level.
type Hard = (Option<u32>, i32);

/// How pages and drawings are pressed, of which there are many.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Press {
    many: Hard,
}

/// Measured on pages of 18.6 KB: Brotli 5 gives 24.8 % of the size in 0.46 ms, 11 gives 23.6 % in thirty times the time;
/// gzip 6 gives 26.9 % in 0.15 ms.
const WELL: Press = Press { many: (Some(5), 6) };
/// For sites so large that the time counts: gzip 1 gives 27.8 % in 0.06 ms (5.2 KB instead of 5.0 KB). Brotli in so
/// little time is not worth a file: its 2 and 3 give more bytes than gzip does, its 4 gives 26.3 % in 0.34 ms. All
/// browsers take gzip, and servers send it where there is no other form.
const SOON: Press = Press { many: (None, 1) };
/// Pages of a site that is so large.
const LARGE_SITE: usize = 10_000;

/// For what everybody fetches.
const FEW: Hard = (Some(11), 12);
/// For the list of products, which everybody fetches, where it is larger than [`LARGE`].
const HEAVY: Hard = (Some(9), 9);
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
        let all = [self.many, FEW, HEAVY];
        let [brotli, gzip] =
            [all.map(|hard| hard.0.map_or_else(|| "-".into(), |q| q.to_string())), all.map(|hard| hard.1.to_string())];
        format!("brotli {} gzip {}", brotli.join(" "), gzip.join(" "))
    }

    /// Both forms; none for what does not shrink. `brotli` is there already, if the first is.
    pub(super) fn forms(self, path: &str, content: &[u8], brotli: Option<&[u8]>) -> [Option<Vec<u8>>; 2] {
        let end = path.rsplit('.').next().unwrap_or_default();
        if content.len() < LEAST || !TEXT.contains(&end) {
            return [None, None];
        }
        let (hard, gzip) = match content.len() {
            _ if path == "catalog/list.json" && content.len() >= LARGE => HEAVY,
            _ if path == "catalog/list.json" || matches!(end, "css" | "js" | "wasm") => FEW,
            _ => self.many,
        };
        let small = |form: Vec<u8>| Some(form).filter(|form| form.len() * 20 < content.len() * 19);
        let brotli = brotli.map(<[u8]>::to_vec).or_else(|| brotlied(content, hard?));
        [brotli.and_then(small), gzipped(content, gzip).and_then(small)]
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

thread_local! {
    /// The press that was used last, with its level: pages come one after the other.
    static PRESS: RefCell<Option<(i32, Compressor)>> = const { RefCell::new(None) };
}

fn gzipped(content: &[u8], level: i32) -> Option<Vec<u8>> {
    PRESS.with_borrow_mut(|kept| {
        if kept.as_ref().is_none_or(|kept| kept.0 != level) {
            *kept = Some((level, Compressor::new(CompressionLvl::new(level).ok()?)));
        }
        let (_, press) = kept.as_mut()?;
        let mut out = vec![0; press.gzip_compress_bound(content.len())];
        // Without name and time: the same content gives the same bytes.
        let long = press.gzip_compress(content, &mut out).ok()?;
        out.truncate(long);
        Some(out)
    })
}
