//! `ocop diff`: what is new, changed or withdrawn between two catalogues.

use super::args::Diff;
use super::check::tell_errors;
use super::out::Out;
use super::{Stop, serve::slash};
use crate::catalog::Text;
use crate::publish::report::{self, both, summary};
use crate::publish::{self, Change, DiffFault, Difference, Edition, Entry};
use serde_json::{Value, json};
use std::fmt::Write;
use std::path::Path;

/// Compare and tell.
pub fn run(diff: &Diff, out: &Out) -> Result<(), Stop> {
    let (old, new) = (open(&diff.old, out)?, open(&diff.new, out)?);
    let found = publish::diff(&old, &new);
    if found.lists_only {
        out.note(&Text {
            vi: "Chỉ so được danh sách (thiếu tệp detail-NN.json): không so giá, câu chuyện, nguồn…".to_owned(),
            en: "Only the lists could be compared (detail-NN.json is missing): not prices, stories, sources…"
                .to_owned(),
        });
    }
    if out.json {
        let entries = |all: &[Entry]| all.iter().map(entry).collect::<Vec<_>>();
        let changed: Vec<Value> = found.changed.iter().map(|(named, changes)| changed(named, changes)).collect();
        out.object(
            true,
            json!({
                "old": slash(&diff.old),
                "new": slash(&diff.new),
                "added": entries(&found.added),
                "changed": changed,
                "withdrawn": entries(&found.withdrawn),
                "lists_only": found.lists_only,
            }),
        );
    } else {
        out.print(&text(&found, out));
    }
    Ok(())
}

/// A catalogue from its sheets, as they would be published, or from what was.
fn open(path: &Path, out: &Out) -> Result<Edition, Stop> {
    if !path.join(publish::ABOUT).is_file() {
        return Edition::open(path).map_err(why);
    }
    let progress = out.progress();
    let checked = publish::check(path, &publish::cache(path), None, &|done, all| progress.photos(done, all));
    drop(progress);
    checked.sheets.map(Edition::of).ok_or_else(|| {
        tell_errors(&checked.report, out);
        let (said, shown) = (summary(&checked.report), slash(path));
        eprintln!("{}", out.word(&Text { vi: format!("{shown}: {}", said.vi), en: format!("{shown}: {}", said.en) }));
        out.object(false, report::json(&checked.report));
        Stop::Faults
    })
}

fn why(fault: DiffFault) -> Stop {
    match fault {
        DiffFault::NoBundle(path) => Stop::Run(Text {
            vi: format!(
                "{}: cần thư mục danh mục (có catalog.toml), trang đã dựng, hoặc list.json; ở đây và trong catalog/ không có list.json",
                path.display()
            ),
            en: format!(
                "{}: expected the folder of a catalogue (with catalog.toml), a built website, or a list.json; there is no list.json, here or in catalog/",
                path.display()
            ),
        }),
        other => Stop::run(other),
    }
}

fn entry(named: &Entry) -> Value {
    json!({ "slug": named.slug, "name": both(&named.name), "producer": named.producer })
}

fn changed(named: &Entry, changes: &[Change]) -> Value {
    let mut value = entry(named);
    let change = |c: &Change| json!({ "field": c.field.key(), "title": both(&c.field.title()), "old": both(&c.old), "new": both(&c.new) });
    value["fields"] = changes.iter().map(change).collect();
    value
}

fn text(found: &Difference, out: &Out) -> String {
    let mut told = String::new();
    let say = |vi: &str, en: &str| out.word(&Text { vi: vi.to_owned(), en: en.to_owned() }).to_owned();
    let line = |mark: char, named: &Entry| {
        let by = if named.producer.is_empty() { String::new() } else { format!(" · {}", named.producer) };
        format!("  {mark} {}{by} ({})", named.name.vi, named.slug)
    };
    if found.added.is_empty() && found.changed.is_empty() && found.withdrawn.is_empty() {
        return say("Không có gì khác nhau.\n", "No difference.\n");
    }
    let mut group = |title: String, count: usize, lines: Vec<String>| {
        if count > 0 {
            let _ = writeln!(told, "{title} ({count})\n{}", lines.join("\n"));
        }
    };
    let added = found.added.iter().map(|named| line('+', named)).collect();
    group(say("Sản phẩm mới", "New products"), found.added.len(), added);
    let mut lines = Vec::new();
    for (named, changes) in &found.changed {
        lines.push(line('~', named));
        let empty = say("(trống)", "(nothing)");
        let or = |text: &str| if text.is_empty() { empty.clone() } else { text.to_owned() };
        lines.extend(changes.iter().map(|change| {
            let [old, new] = [&change.old, &change.new].map(|side| or(out.word(side)));
            format!("      {}: {old} → {new}", out.word(&change.field.title()))
        }));
    }
    group(say("Có thay đổi", "Changed"), found.changed.len(), lines);
    let withdrawn = found.withdrawn.iter().map(|named| line('-', named)).collect();
    group(say("Đã rút", "Withdrawn"), found.withdrawn.len(), withdrawn);
    told
}
