//! Settings for those who serve the site: what browsers may keep, what pages may load, which form of a file to send.
//!
//! In: the site's path, its policy, and the names of its files. Out: `_headers` for Cloudflare Pages and Netlify, and
//! samples for nginx and Caddy in `hosting/`, where they do no harm. Files whose names follow from their content are
//! kept for ever; everything else is asked for again each time, above all the worker that keeps a site on a device, and the
//! list of what it keeps.

use super::home::Home;
use crate::offline::{LIST, WORKER};
use std::fmt::Write;

/// For files that never change under their name: a year, and no question in between.
const EVER: &str = "public, max-age=31536000, immutable";
/// For what changes under its name.
const ASK: &str = "no-cache";

/// Sent with every file.
fn always(policy: &str) -> [(&'static str, String); 3] {
    // What may frame the site cannot be said in a page.
    let policy = format!("{policy}; frame-ancestors 'self'");
    [
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff".into()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".into()),
    ]
}

/// Whether a file of the shell is named after its content: Trunk puts 16 digits there.
fn is_hashed(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// All setting files with their names.
pub(super) fn settings<'a>(home: &Home, policy: &str, shell: impl Iterator<Item = &'a str>) -> [(String, String); 3] {
    let path = &home.path;
    let hashed: Vec<&str> = shell.filter(|name| is_hashed(name)).collect();
    [
        ("_headers".into(), headers(path, policy, &hashed)),
        ("hosting/nginx.conf".into(), nginx(path, policy)),
        ("hosting/Caddyfile".into(), caddy(home, policy, &hashed)),
    ]
}

/// Cloudflare Pages and Netlify: both ask for everything again unless told otherwise, both press by themselves.
fn headers(path: &str, policy: &str, hashed: &[&str]) -> String {
    let mut out = format!("{path}*\n");
    for (name, value) in always(policy) {
        let _ = writeln!(out, "  {name}: {value}");
    }
    for name in [WORKER, LIST] {
        let _ = writeln!(out, "{path}{name}\n  Cache-Control: {ASK}");
    }
    for name in hashed.iter().chain(&["catalog/photo/*", "catalog/preview/*"]) {
        let _ = writeln!(out, "{path}{name}\n  Cache-Control: {EVER}");
    }
    out
}

fn nginx(path: &str, policy: &str) -> String {
    let mut add = String::new();
    for (name, value) in always(policy) {
        let _ = write!(add, "\n    add_header {name} \"{value}\" always;");
    }
    let base = path.trim_end_matches('/');
    format!(
        r#"# nginx 1.21 or newer: put this into a `server {{ … }}` block, with `root` such that {path} is this folder.
# Without the module ngx_brotli leave the line `brotli_static` out.
charset utf-8;
charset_types text/css text/plain text/xml text/csv text/javascript application/javascript application/json image/svg+xml;
gzip_static on;
# brotli_static on;
error_page 404 {path}404.html;

location {path} {{
    try_files $uri $uri/index.html =404;
    add_header Cache-Control "{ASK}" always;{add}
}}
location ~ "^{base}/[^/]+-[0-9a-f]{{16}}(_bg)?\.(css|js|wasm)$" {{
    types {{ text/css css; text/javascript js; application/wasm wasm; }}
    add_header Cache-Control "{EVER}";{add}
}}
location ~ "^{base}/catalog/(photo|preview)/" {{
    add_header Cache-Control "{EVER}";{add}
}}
location = {path}manifest.webmanifest {{
    types {{ }}
    default_type application/manifest+json;
    add_header Cache-Control "{ASK}";{add}
}}
"#
    )
}

fn caddy(home: &Home, policy: &str, hashed: &[&str]) -> String {
    let path = &home.path;
    let mut always_lines = String::new();
    for (name, value) in always(policy) {
        let _ = writeln!(always_lines, "\theader {name} \"{value}\"");
    }
    let host = home.to("").and_then(|whole| Some(whole.split('/').nth(2)?.to_string()));
    let host = host.unwrap_or_else(|| ":8080".into());
    let kept: Vec<String> =
        hashed.iter().chain(&["catalog/photo/*", "catalog/preview/*"]).map(|name| format!("{path}{name}")).collect();
    format!(
        "# Caddy 2: `root` is the folder in which {path} is this site.\n{host} {{\n\troot * /srv/www\n\tfile_server {{\n\t\tprecompressed br gzip\n\t\thide .ocop-site\n\t}}\n{always_lines}\t@kept path {}\n\t@asked not path {0}\n\theader @kept Cache-Control \"{EVER}\"\n\theader @asked Cache-Control \"{ASK}\"\n\thandle_errors {{\n\t\trewrite * {path}404.html\n\t\tfile_server\n\t}}\n}}\n",
        kept.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_named_after_their_content_are_kept_for_ever() {
        for name in ["view-9b75e7d8982e660e.css", "ocop-2a3c8533cd96e7fd_bg.wasm", "ocop-2a3c8533cd96e7fd.js"] {
            assert!(is_hashed(name), "{name}");
        }
        for name in ["index.html", "icon-512.png", "fonts/archivo-vietnamese.woff2", "a-9b75e7d8982e660.css", "-.css"] {
            assert!(!is_hashed(name), "{name}");
        }
        let home = Home::read("https://vi-du.example/ocop/");
        let all = settings(&home, "default-src 'none'", ["index.html", "a-9b75e7d8982e660e.css"].into_iter());
        let headers = "/ocop/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'self'\n";
        assert!(all[0].1.starts_with(headers), "{}", all[0].1);
        assert!(
            all[0].1.contains("\n/ocop/a-9b75e7d8982e660e.css\n  Cache-Control: public, max-age=31536000, immutable\n")
        );
        assert_eq!(all[0].1.matches("immutable").count(), 3);
        assert!(all[1].1.contains("location /ocop/ {") && all[2].1.contains("\nvi-du.example {"));
    }
}
