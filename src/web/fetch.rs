//! Fetching the site's own files. One error, with the file and the reason a visitor can read out.

use thiserror::Error;

/// Why a file did not come.
#[derive(Debug, Error)]
pub enum Fault {
    /// No answer at all: no network, or the server is gone.
    #[error("{file}: no answer ({reason})")]
    Silent { file: String, reason: String },
    /// The server answered, but not with the file.
    #[error("{file}: the server answered {status}")]
    Refused { file: String, status: u16 },
}

/// The text of a file, relative to the site's base.
pub async fn text(file: &str) -> Result<String, Fault> {
    let silent = |e: gloo_net::Error| {
        // Asked for no JSON, it has no errors of its own, and their words stay out of the wasm.
        let reason = if let gloo_net::Error::JsError(e) = e { e.to_string() } else { String::new() };
        Fault::Silent { file: file.into(), reason }
    };
    let url = format!("{}{file}", super::history::base());
    let answer = gloo_net::http::Request::get(&url).send().await.map_err(silent)?;
    if !answer.ok() {
        return Err(Fault::Refused { file: file.into(), status: answer.status() });
    }
    answer.text().await.map_err(silent)
}
