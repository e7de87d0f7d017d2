//! Fetching the site's own files. One error, with the file and the reason a visitor can read out.

use super::dom::Breath;
use js_sys::Uint8Array;
use thiserror::Error;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Why a file did not come.
#[derive(Debug, Error)]
pub enum Fault {
    /// No answer at all: no network, or the server is gone.
    #[error("{file}: no answer ({reason})")]
    Silent { file: String, reason: String },
    /// The server answered, but not with the file.
    #[error("{file}: the server answered {status}")]
    Refused { file: String, status: u16 },
    /// The file is not in UTF-8.
    #[error("{file}: not UTF-8")]
    Garbled { file: String },
}

/// The text of a file, relative to the site's base.
pub async fn text(file: &str) -> Result<String, Fault> {
    // An error of the browser's own, in its own words.
    let silent = |e: JsValue| {
        let reason = e.unchecked_into::<js_sys::Error>().to_string().into();
        Fault::Silent { file: file.into(), reason }
    };
    let url = [&super::history::base(), file].concat();
    let answer = JsFuture::from(super::dom::window().fetch_with_str(&url)).await.map_err(silent)?;
    let answer: web_sys::Response = answer.unchecked_into();
    if !answer.ok() {
        return Err(Fault::Refused { file: file.into(), status: answer.status() });
    }
    let buffer = JsFuture::from(answer.array_buffer().map_err(silent)?).await.map_err(silent)?;
    let text = utf8(&Uint8Array::new(&buffer), &Breath::start()).await;
    text.ok_or_else(|| Fault::Garbled { file: file.into() })
}

/// Bytes copied and checked between two breaths: a millisecond of a slow phone.
const PIECE: usize = 1 << 16;

/// The text of these bytes, without a frame being held by a long one; none if they are not UTF-8.
pub async fn utf8(bytes: &Uint8Array, breath: &Breath) -> Option<String> {
    let length = bytes.length() as usize;
    let mut text = String::with_capacity(length);
    // A letter may be cut in two.
    let mut cut = Vec::new();
    for from in (0..length).step_by(PIECE) {
        cut.extend(bytes.subarray(from as u32, (from + PIECE).min(length) as u32).to_vec());
        let whole = match std::str::from_utf8(&cut) {
            Ok(all) => all.len(),
            Err(e) if e.error_len().is_none() => e.valid_up_to(),
            Err(_) => return None,
        };
        text.push_str(std::str::from_utf8(&cut[..whole]).ok()?);
        cut.drain(..whole);
        breath.take().await;
    }
    cut.is_empty().then_some(text)
}
