//! Contents and indexes: complete, in order, and every number leads to the page where that name stands.

use super::{paragraphs, texts};
use ocop::paper::Tongue;
use ocop::press::{Face, Role, Sheet, Text};
use ocop::text::collate;
use std::cmp::Ordering;

/// What a numbered line says: the text left of the number, on its baseline, with the lines of its paragraph.
fn numbered(sheet: &Sheet) -> Vec<(String, usize)> {
    let all: Vec<&Text> = texts(sheet).filter(|t| t.role == Role::Plain).collect();
    let mut out: Vec<(String, usize)> = Vec::new();
    for number in &all {
        let Ok(page) = number.text.parse() else { continue };
        if !matches!(number.face(), Face::Bold | Face::Great) {
            continue;
        }
        // in contents with pictures the name may stand on two lines around the number's baseline
        let level = |t: &&&Text| (t.baseline - number.baseline).0.abs() < 4500 && t.x < number.x;
        let names = all.iter().filter(level).filter(|t| matches!(t.face(), Face::Narrow | Face::Name));
        let Some(name) = names.max_by_key(|t| (t.baseline == number.baseline, t.x)) else { continue };
        let lines: Vec<&str> = all.iter().filter(|t| t.paragraph == name.paragraph).map(|t| t.text.as_str()).collect();
        out.push((lines.join(" "), page));
    }
    out
}

/// The pages with that in their running head.
fn headed<'a>(sheets: &'a [Sheet], head: &str) -> Vec<&'a Sheet> {
    let says = |s: &&Sheet| paragraphs(s, |role| role == Role::Frame).iter().any(|p| p.1 == head);
    sheets.iter().filter(says).collect()
}

/// Every product is in the index, in order, and every number of index and contents leads where it says.
pub fn leads(sheets: &[Sheet], tongue: Tongue, products: usize, what: &str) {
    let (index, contents) = match tongue {
        Tongue::Vi => ("Tên sản phẩm, từ A đến Y", "Mục lục"),
        Tongue::En => ("Products A–Z", "Contents"),
        Tongue::Both => ("Tên sản phẩm, từ A đến Y · Products A–Z", "Mục lục · Contents"),
    };
    let entries: Vec<(String, usize)> = headed(sheets, index).into_iter().flat_map(numbered).collect();
    assert_eq!(entries.len(), products, "{what}: index");
    for two in entries.windows(2) {
        assert_ne!(collate(&two[0].0, &two[1].0), Ordering::Greater, "{what}: {two:?}");
    }
    for (name, page) in &entries {
        let there = paragraphs(&sheets[*page - 1], |role| matches!(role, Role::Name(_)));
        assert!(there.iter().any(|n| n.1 == *name), "{what}: {name} is not on page {page}");
    }
    lists(sheets, tongue, what);
    let chapters: Vec<(String, usize)> = headed(sheets, contents).into_iter().flat_map(numbered).collect();
    assert!(chapters.len() >= 2, "{what}: contents");
    for (name, page) in &chapters {
        // where nothing parts many products, only the running head says what they are
        let all = ["Sản phẩm", "Products", "Sản phẩm · Products"].contains(&name.as_str());
        let named = |role| matches!(role, Role::Heading(_) | Role::Name(_)) || all && role == Role::Frame;
        let there = paragraphs(&sheets[*page - 1], named);
        // a long title has a line a language
        let says = |two: &[(Role, String)]| matches!(two, [a, b] if *name == format!("{} · {}", a.1, b.1));
        // in contents in rows each language has its own line
        let first = |heading: &str| heading.split(" · ").next() == Some(name.as_str());
        let found = there.iter().any(|h| h.1 == *name || first(&h.1)) || there.windows(2).any(says);
        assert!(found, "{what}: {name} is not on page {page}: {there:?}");
    }
}

/// In the index of places every number under a head leads to a page where that place stands.
fn lists(sheets: &[Sheet], tongue: Tongue, what: &str) {
    let title = match tongue {
        Tongue::Vi => "Xã, phường hôm nay và huyện cũ",
        Tongue::En => "Communes of today and former districts",
        Tongue::Both => "Xã, phường hôm nay và huyện cũ · Communes of today and former districts",
    };
    let (mut head, mut paragraph, mut checked) = (String::new(), (0, 0), 0);
    for sheet in headed(sheets, title) {
        for line in texts(sheet).filter(|t| matches!(t.role, Role::Plain | Role::Heading(3))) {
            if line.role == Role::Heading(3) {
                let this = (sheet.number, line.paragraph);
                head = if this == paragraph { format!("{head} {}", line.text) } else { line.text.clone() };
                paragraph = this;
                continue;
            }
            for run in line.text.split(", ").map(|run| run.trim_end_matches(',')).filter(|run| !run.is_empty()) {
                let (from, to) = run.split_once('–').unwrap_or((run, run));
                let (from, to): (usize, usize) = (from.parse().unwrap_or(0), to.parse().unwrap_or(0));
                assert!(from > 0 && from <= to, "{what}: {run:?} under {head}");
                for page in from..=to {
                    let told = |role| matches!(role, Role::Plain | Role::Heading(2));
                    let all = paragraphs(&sheets[page - 1], told);
                    // of two places one name stands beside the other in each language
                    let says = |name: &str| all.iter().any(|p| p.1.to_lowercase().contains(&name.to_lowercase()));
                    let there = head.split(" · ").all(says);
                    assert!(there, "{what}: {head} is not on page {page}");
                    checked += 1;
                }
            }
        }
    }
    assert!(checked > 10, "{what}: {checked} numbers of places");
}
