//! The house: no room uses what stands above it, every file says what it is for and stays one idea long, colours and
//! the sections of the style sheet stand where they belong.

use regex::Regex;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What each room may use; whatever is not named here is above it or not its business.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("catalog", &["text"]),
    ("bundle", &["catalog"]),
    ("query", &["catalog"]),
    ("route", &["query"]),
    ("paper", &[]),
    ("offline", &[]),
    ("pick", &[]),
    ("booth", &["catalog", "query", "route", "text"]),
    ("search", &["bundle", "catalog", "query", "text"]),
    ("press", &["catalog", "paper", "query", "route", "text"]),
    ("words", &["booth", "catalog", "offline", "paper", "press", "query", "route"]),
    ("view", &["catalog", "paper", "pick", "press", "query", "route", "search", "text", "words"]),
    ("web", &["booth", "catalog", "offline", "route"]),
    (
        "page",
        &[
            "booth", "bundle", "catalog", "offline", "paper", "pick", "press", "query", "route", "search", "text",
            "view", "web", "words",
        ],
    ),
    ("publish", &["bundle", "catalog", "offline", "page", "pick", "query", "route", "search", "text", "view", "words"]),
    ("cli", &["catalog", "publish", "route"]),
    ("main", &["cli", "page"]),
    ("print", &["page"]),
    ("hall", &["page"]),
    ("tend", &["page"]),
    ("lib", &[]),
];

/// Crates that belong to some files only.
const KEPT_TO: &[(&str, &[&str])] = &[
    ("tachys", &["view/live.rs", "page/app.rs"]),
    ("reactive_graph", &["page/app.rs", "page/app/"]),
    ("web_sys", &["web/", "page/app.rs", "page/app/"]),
    ("js_sys", &["web/"]),
    ("qrcodegen", &["press/code.rs"]),
    ("sha2", &["booth/pin.rs", "publish/"]),
    ("serde_json", &["bundle/", "publish/", "cli/"]),
    ("serde", &["bundle/", "publish/"]),
    ("std::fs", &["publish/"]),
    ("std::time", &["publish/"]),
    ("clap", &["cli/"]),
];

/// Lines past which a file is two ideas.
const LONGEST: usize = 300;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

/// All files below a folder that end so, with their paths from there.
fn files(folder: &Path, end: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder_now) = open.pop() {
        for entry in std::fs::read_dir(&folder_now).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(end) {
                let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
                out.push((name, std::fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    out.sort();
    assert!(!out.is_empty(), "{}: no {end}", folder.display());
    out
}

fn sources() -> Vec<(String, String)> {
    files(&root().join("src"), ".rs")
}

/// Path of the module that a file is: `view/card.rs` is view, card.
fn module(file: &str) -> Vec<&str> {
    file.trim_end_matches(".rs").trim_end_matches("/mod").split('/').collect()
}

/// Code without comments.
fn bare(code: &str) -> String {
    code.lines().map(|line| line.split_once("//").map_or(line, |(code, _)| code)).collect::<Vec<_>>().join("\n")
}

/// Rooms that a file names, however it says so: `crate::a`, `crate::{a::x, b}`, `super::super::a`, `ocop::a`.
fn named(file: &str, code: &str) -> BTreeSet<String> {
    let code = bare(code);
    let depth = module(file).len();
    // As many `super` as there are modules above the file lead to the crate itself.
    let above = format!(r"(?:crate|ocop|(?:super::){{{}}}super)", depth - 1);
    let mut out = BTreeSet::new();
    let one = Regex::new(&format!(r"\b{above}::([a-z_]+)")).into_iter();
    for found in one.flat_map(|r| r.captures_iter(&code).map(|c| c[1].to_string()).collect::<Vec<_>>()) {
        out.insert(found);
    }
    for list in Regex::new(&format!(r"\b{above}::\{{")).iter().flat_map(|r| r.find_iter(&code)) {
        let mut level = 1;
        let mut word = String::new();
        let mut first = true;
        for c in code[list.end()..].chars() {
            match c {
                '{' => level += 1,
                '}' => level -= 1,
                ',' if level == 1 => first = true,
                c if c.is_ascii_lowercase() || c == '_' => {
                    if level == 1 && first {
                        word.push(c);
                    }
                    continue;
                }
                _ => {}
            }
            if !word.is_empty() {
                out.insert(std::mem::take(&mut word));
                first = false;
            }
            if level == 0 {
                break;
            }
        }
    }
    out
}

/// What is wrong with a file of `src`.
fn faults(file: &str, code: &str) -> Vec<String> {
    let room = module(file)[0];
    let mut out = Vec::new();
    match MAY_USE.iter().find(|r| r.0 == room) {
        None => out.push(format!("src/{file}: the room '{room}' stands on no floor; enter it in MAY_USE")),
        Some((_, may)) => {
            let known = |name: &String| MAY_USE.iter().any(|r| r.0 == name);
            for used in named(file, code).into_iter().filter(known).filter(|u| u != room && !may.contains(&u.as_str()))
            {
                out.push(format!("src/{file}: {room} may not use {used}"));
            }
        }
    }
    for (foreign, homes) in KEPT_TO {
        let uses = Regex::new(&format!(r"\b{foreign}::")).is_ok_and(|r| r.is_match(&bare(code)));
        if uses && !homes.iter().any(|home| file.starts_with(home)) {
            out.push(format!("src/{file}: {foreign} belongs to {homes:?}"));
        }
    }
    if !code.starts_with("//! ") {
        out.push(format!("src/{file}: does not say at its top what it is for"));
    }
    let lines = code.lines().count();
    if lines > LONGEST {
        out.push(format!("src/{file}: {lines} lines are two ideas"));
    }
    for name in ["utils", "util", "types", "common", "prelude", "manager", "helpers"] {
        if module(file).contains(&name) {
            out.push(format!("src/{file}: '{name}' says nothing"));
        }
    }
    out
}

#[test]
fn no_room_uses_what_stands_above_it_and_every_file_is_one_idea() {
    let all: Vec<String> = sources().iter().flat_map(|(file, code)| faults(file, code)).collect();
    assert!(all.is_empty(), "\n{}", all.join("\n"));
}

#[test]
fn this_test_would_notice() {
    let says = |file: &str, code: &str, what: &str| {
        let code = format!("//! For something.\n{code}");
        assert!(faults(file, &code).iter().any(|f| f.contains(what)), "{file}: {code}");
    };
    says("view/card.rs", "use crate::page::Site;", "view may not use page");
    says("search/mod.rs", "use crate::{catalog::{Catalog, Date}, view::El};", "search may not use view");
    says("text/fold.rs", "fn f() { crate::catalog::GROUPS; }", "text may not use catalog");
    says("web/dom.rs", "use super::super::view;", "web may not use view");
    says("publish/tile/ink.rs", "use super::super::super::web::dom;", "publish may not use web");
    says("query.rs", "use super::search::Index;", "query may not use search");
    says("main.rs", "fn main() { ocop::search::x(); }", "main may not use search");
    says("search/mod.rs", "use tachys::view::Render;", "tachys belongs to");
    says("catalog/date.rs", "use serde::Deserialize;", "serde belongs to");
    says("page/list.rs", "fn f() { web_sys::window(); }", "web_sys belongs to");
    says("attic.rs", "", "stands on no floor");
    says("view/utils.rs", "", "says nothing");
    says("view/card.rs", &"\n".repeat(300), "two ideas");
    assert!(!faults("view/card.rs", "use std::fmt;").is_empty(), "no word at its top");
    let sound = "//! For something.\nuse super::page; // crate::publish\nuse crate::{search::Index, text};\nuse crate::view::el;\n";
    assert_eq!(faults("view/card.rs", sound), [] as [String; 0]);
}

#[test]
fn tests_are_one_idea_each_too() {
    for (file, code) in files(&root().join("tests"), ".rs") {
        assert!(code.lines().count() <= LONGEST, "tests/{file}: {} lines", code.lines().count());
        assert!(code.starts_with("//! "), "tests/{file}: does not say what it is for");
    }
}

/// Colours in a style sheet or a view.
fn colours(text: &str) -> Vec<String> {
    let colour = Regex::new(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(");
    colour.iter().flat_map(|r| r.find_iter(text)).map(|m| m.as_str().to_string()).collect()
}

#[test]
fn colours_stand_in_the_tokens_only() {
    assert_eq!(colours("a { color: #FCF9F1; background: rgb(1 2 3); margin: 0 }"), ["#FCF9F1", "rgb("]);
    assert_eq!(
        colours("a:hover { color: var(--ink); fill: color-mix(in srgb, var(--a), var(--b)) } #main { top: 0 }"),
        [] as [String; 0]
    );
    for (file, css) in files(&root().join("style"), ".css").iter().filter(|f| f.0 != "tokens.css") {
        let rules: String =
            css.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, after)| after)).collect();
        assert_eq!(colours(&rules), [] as [String; 0], "style/{file}");
    }
    for (file, code) in sources().iter().filter(|f| f.0.starts_with("view/") || f.0.starts_with("page/")) {
        assert_eq!(colours(&bare(code)), [] as [String; 0], "src/{file}");
    }
    let tokens = std::fs::read_to_string(root().join("style/tokens.css")).unwrap_or_default().to_uppercase();
    for colour in colours(&std::fs::read_to_string(root().join("index.html")).unwrap_or_default()) {
        assert!(tokens.contains(&colour.to_uppercase()), "index.html has {colour}, the tokens have not");
    }
}

/// Names of the sections of a style sheet: comments of one word, or of one word and a colon.
fn sections(css: &str) -> Vec<String> {
    let head = Regex::new(r"(?m)^  /\* ([a-z_]+)(?::[^*]*)? \*/$");
    head.iter().flat_map(|r| r.captures_iter(css)).map(|c| c[1].to_string()).collect()
}

#[test]
fn the_style_of_views_has_a_section_for_every_view_and_no_other() {
    assert_eq!(
        sections("  /* card: a row */\n  .card {}\n  /* the row is high */\n  /* chart */\n    /* inner */\n"),
        ["card", "chart"]
    );
    let css = std::fs::read_to_string(root().join("style/view.css")).unwrap_or_default();
    let drawn = sources()
        .into_iter()
        .filter(|(file, code)| file.starts_with("view/") && code.contains("el(\"") && !file.ends_with("mod.rs"));
    let names: Vec<String> = drawn.map(|(file, _)| module(&file)[1].to_string()).collect();
    assert_eq!(sections(&css), names);
}
