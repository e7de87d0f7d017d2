//! A page of the shell, cut where a page's own parts go.
//!
//! In: the built file, and the path at which the site will stand. Out: pages of HTML, and the Content-Security-Policy
//! that allows nothing inline but the scripts of the shell, each by its hash.

use super::Obstacle;
use super::shell::Shell;
use crate::route::Lang;
use crate::view::{escaped, mark};
use base64::Engine;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What is the same on every page.
pub(super) struct Frame {
    /// `<meta charset>`, `<base>` and policy.
    first: String,
    /// What else the shell has in its head.
    head: String,
    between: String,
    after: String,
    /// Hashes of its inline scripts.
    scripts: Vec<String>,
}

const APP: &str = "<div id=\"app\"";
const AFTER: &str = "<noscript>";

/// What of the shell's head is written anew for every page or site.
const ANEW: [&str; 5] =
    ["<title>", "<base", "<meta charset", "<meta name=\"description\"", "<meta http-equiv=\"Content-Security-Policy\""];

impl Frame {
    /// Of that file of the shell.
    pub(super) fn cut(shell: &Shell, file: &str, base: &str) -> Result<Frame, Obstacle> {
        let html = shell.text(file)?;
        let lost = |what: &str| Obstacle::Shell { file: file.into(), lacks: what.into() };
        let (_, rest) = html.split_once("<head>").ok_or_else(|| lost("<head>"))?;
        let (head, rest) = rest.split_once("</head>").ok_or_else(|| lost("</head>"))?;
        let (between, rest) = rest.split_once(APP).ok_or_else(|| lost(APP))?;
        let (_, rest) = rest.split_once('>').ok_or_else(|| lost(APP))?;
        let after = &rest[rest.rfind(AFTER).ok_or_else(|| lost(AFTER))?..];
        // The program and its data are fetched by its loader, after what the page itself needs: readers come first.
        let head = head.replace("><link", ">\n<link");
        let late = |line: &&str| line.contains("rel=\"preload\"") && line.contains("as=\"fetch\"");
        let file = |line| Some(str::split_once(line, "href=\"")?.1.split_once('"')?.0);
        let files: Vec<&str> =
            head.lines().filter(late).filter_map(file).filter(|file| !file.ends_with(".wasm")).collect();
        let patient = patient(&head, &files);
        let stays = |line: &&str| {
            let anew = ANEW.iter().any(|tag| line.trim_start().starts_with(tag));
            !late(line) && !line.contains("modulepreload") && !line.trim().is_empty() && !anew
        };
        let head = patient.lines().filter(stays).collect::<Vec<_>>().join("\n");
        let scripts = scripts(&[&head, between, after].concat());
        let policy = policy(scripts.iter());
        let first = format!(
            "<meta charset=\"utf-8\">\n<base href=\"{}\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n",
            escaped(base)
        );
        Ok(Frame { first, head, between: between.into(), after: after.into(), scripts })
    }

    /// A page with its own head and content.
    pub(super) fn page(&self, lang: Lang, own: &str, content: &str) -> String {
        let Frame { first, head, between, after, .. } = self;
        let (lang, mark) = (lang.code(), mark(content));
        [
            "<!doctype html>\n<html lang=\"",
            lang,
            "\">\n<head>\n",
            first,
            own,
            head,
            "\n</head>",
            between,
            APP,
            " data-mark=\"",
            &mark,
            "\">",
            content,
            "</div>\n",
            after,
        ]
        .concat()
    }
}

/// The head with a loader that waits until the page is there with its pictures, and seen, before it fetches the program
/// and, at the same time, those files.
fn patient(head: &str, files: &[&str]) -> String {
    const SOON: &str = "import init, * as bindings from ";
    let Some((before, (file, after))) =
        head.split_once(SOON).and_then(|(before, rest)| Some((before, rest.split_once(';')?)))
    else {
        return head.to_string();
    };
    let wait = concat!(
        "if (document.readyState !== \"complete\") await new Promise((r) => addEventListener(\"load\", r));\n",
        // A tab in the background paints nothing: it need not wait for ever.
        "await new Promise((r) => { new PerformanceObserver(r).observe({ type: \"paint\", buffered: true }); setTimeout(r, 4000); });",
    );
    let fetched = format!(
        "\nfor (const href of {files:?}) document.head.append(Object.assign(document.createElement(\"link\"), {{ rel: \"preload\", as: \"fetch\", crossOrigin: \"anonymous\", href }}));"
    );
    // Fetched here and not hinted at: WebKit would fetch it twice.
    const PATH: &str = "module_or_path: ";
    let (early, after) = match after.split_once(PATH).and_then(|(a, rest)| Some((a, rest.split_once(" }")?))) {
        Some((a, (path, rest))) => (format!("\nconst program = fetch({path});"), [a, PATH, "program }", rest].concat()),
        None => (String::new(), after.to_string()),
    };
    // WebKit resolves what a script on a page imports by the page's address, not by its base.
    [
        before,
        wait,
        &early,
        &fetched,
        "\nconst { default: init, ...bindings } = await import(new URL(",
        file,
        ", document.baseURI));",
        &after,
    ]
    .concat()
}

/// The policy for hosts, which send one with every page: it allows the scripts of all frames.
pub(super) fn policy_of(frames: &[&Frame]) -> String {
    let scripts: BTreeSet<&String> = frames.iter().flat_map(|frame| &frame.scripts).collect();
    policy(scripts.into_iter())
}

/// Hashes of the inline scripts of a page. Blocks of data (JSON-LD) are not run and need none.
fn scripts(shell: &str) -> Vec<String> {
    let mut out = Vec::new();
    for part in shell.split("<script").skip(1) {
        let Some((tag, rest)) = part.split_once('>') else { continue };
        let body = rest.split("</script>").next().unwrap_or_default();
        if !tag.contains("src=") && !body.is_empty() {
            out.push(base64::engine::general_purpose::STANDARD.encode(Sha256::digest(body.as_bytes())));
        }
    }
    out
}

/// Nothing from elsewhere, nothing inline but these scripts.
fn policy<'a>(scripts: impl Iterator<Item = &'a String>) -> String {
    let mut script = String::from("'self' 'wasm-unsafe-eval'");
    scripts.for_each(|hash| script.push_str(&format!(" 'sha256-{hash}'")));
    format!(
        "default-src 'none'; script-src {script}; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; form-action 'self'"
    )
}
