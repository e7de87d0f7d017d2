//! What a built site offers to devices that keep it: a list of all they need and of nothing else, each file with its true hash
//! and size, frames for every page, and a worker that changes when anything does.

use crate::built::{Yard, files, goods};
use ocop::offline::{Kind, List};
use ocop::publish::version_of;
use ocop::route::Address;
use std::collections::BTreeMap;

fn built(change: impl Fn(&mut (ocop::catalog::Catalog, Vec<ocop::catalog::Detail>))) -> BTreeMap<String, Vec<u8>> {
    let mut goods = goods();
    change(&mut goods);
    let slug = goods.0.products[0].slug.clone();
    let yard = Yard::new().with_cards(&slug);
    yard.build(&goods);
    files(&yard.out())
}

fn text<'a>(all: &'a BTreeMap<String, Vec<u8>>, name: &str) -> &'a str {
    all.get(name).and_then(|file| std::str::from_utf8(file).ok()).unwrap_or_else(|| unreachable!("there is no {name}"))
}

fn list(all: &BTreeMap<String, Vec<u8>>) -> List {
    List::read(text(all, "offline.txt")).unwrap_or_else(|| unreachable!("a list that cannot be read"))
}

/// The version written into the worker.
fn version(all: &BTreeMap<String, Vec<u8>>) -> &str {
    let (_, rest) = text(all, "sw.js").split_once("const VERSION = \"").unwrap_or_default();
    rest.split('"').next().unwrap_or_default()
}

#[test]
fn the_list_says_the_truth_of_every_file_it_names() {
    let all = built(|_| ());
    let list = list(&all);
    assert_eq!(list.day.len(), 10);
    for file in &list.files {
        let content = all.get(&file.path).unwrap_or_else(|| unreachable!("{} is in the list only", file.path));
        assert_eq!((file.size as usize, &file.hash), (content.len(), &version_of(content)), "{}", file.path);
    }
    assert_eq!(version(&all), version_of(text(&all, "offline.txt")));
    let kinds: Vec<Kind> = list.files.iter().map(|file| file.kind()).collect();
    assert!(kinds.is_sorted(), "programs come first, pictures last");
}

#[test]
fn a_device_gets_all_that_pages_need_and_nothing_else() {
    let all = built(|_| ());
    let kept: Vec<String> = list(&all).files.into_iter().map(|file| file.path).collect();
    let has = |name: &str| kept.iter().any(|path| path == name);
    let needed = |path: &str| {
        let end = path.rsplit('.').next().unwrap_or_default();
        let own = |url: &str| Address::read(url, "", "").route.apart().is_some();
        let page = path.strip_suffix("index.html").is_some_and(own) || path.starts_with("offline/");
        let program = ["css", "js", "wasm", "svg", "png", "woff2", "webmanifest"].contains(&end) && path != "sw.js";
        let data =
            path.starts_with("catalog/") && !path.starts_with("catalog/preview/") && !path.starts_with("catalog/feed");
        page || program || data
    };
    for path in all.keys().filter(|path| !path.starts_with('.')) {
        assert_eq!(has(path), needed(path), "{path}");
    }
    for name in [
        "in/index.html",
        "en/picks/index.html",
        "catalog/list.json",
        "catalog/about-vi.json",
        "catalog/products.csv",
        "fonts/letters.woff2",
        "offline/tend.js",
    ] {
        assert!(has(name), "{name}");
    }
    assert!(!has("index.html") && !has("404.html") && !has("san-pham/index.html"));
}

#[test]
fn frames_show_the_head_of_the_site_and_no_product() {
    let all = built(|_| ());
    for (lang, name) in [("vi", "offline/vi.html"), ("en", "offline/en.html")] {
        let page = text(&all, name);
        assert!(page.contains(&format!("<html lang=\"{lang}\">")) && page.contains("<base href=\"/ocop/\">"));
        assert!(
            page.contains("<meta name=\"robots\" content=\"noindex\">")
                && page.contains("<main id=\"main\" class=\"wait\">")
        );
        assert!(page.contains("class=\"head\"") && page.contains("site-foot") && !page.contains("canonical"));
    }
    assert!(text(&all, "offline/tend.js").contains("\"../tend-2a3c8533cd96e7fd.js\""));
}

#[test]
fn the_version_changes_when_anything_kept_does_and_only_then() {
    let first = built(|_| ());
    assert_eq!(version(&first), version(&built(|_| ())), "the same catalogue");
    let story = built(|goods| goods.1[3].story.vi.push_str(" Thêm một câu."));
    assert_ne!(version(&first), version(&story), "a story");
    let (before, after) = (list(&first), list(&story));
    let new = after.files.iter().filter(|file| !before.files.iter().any(|old| old.hash == file.hash));
    let new: Vec<&str> = new.map(|file| file.path.as_str()).collect();
    assert!(
        new.iter().all(|path| path.starts_with("catalog/")) && new.len() <= 4,
        "only what changed comes anew: {new:?}"
    );
}

#[test]
fn a_phone_is_told_what_it_needs_to_keep_the_site_on_its_first_screen() {
    let all = built(|_| ());
    let manifest: serde_json::Value = serde_json::from_str(text(&all, "manifest.webmanifest")).unwrap_or_default();
    // Two catalogues on one host are two applications.
    assert_eq!(manifest["id"], "/ocop/");
    let shortcuts = manifest["shortcuts"].as_array().map(Vec::as_slice).unwrap_or_default();
    assert_eq!(shortcuts.len(), 3);
    for shortcut in shortcuts {
        let url = shortcut["url"].as_str().unwrap_or_default().trim_start_matches("./");
        assert!(all.contains_key(&format!("{url}index.html")), "{shortcut}");
        assert!(shortcut["name"].as_str().is_some_and(|name| !name.is_empty()), "{shortcut}");
    }
}
