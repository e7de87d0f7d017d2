//! Which rows of an XLSX workbook are hidden, by hand or by a filter.
//!
//! In: the zip. Out: their numbers, by the name of the sheet. `calamine` does not tell, so the sheets are looked through
//! once more, for the attributes of rows alone. A workbook laid out in another way than Excel's own has none.

use super::fill::MOST_ROWS;
use super::zip::Archive;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::{BTreeSet, HashMap};
use std::io::BufReader;

/// Hidden rows of each sheet that has some.
pub fn rows(archive: &mut Archive) -> HashMap<String, BTreeSet<usize>> {
    let targets = targets(archive);
    let mut sheets = Vec::new();
    each(archive, "xl/workbook.xml", |tag| {
        if tag.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id"))
        {
            sheets.push((name, id));
        }
    });
    let mut out = HashMap::new();
    for (name, id) in sheets {
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let hidden = of_sheet(archive, &path);
        if !hidden.is_empty() {
            out.insert(name, hidden);
        }
    }
    out
}

/// Where the parts of the workbook lie, by their ids.
fn targets(archive: &mut Archive) -> HashMap<String, String> {
    let mut out = HashMap::new();
    each(archive, "xl/_rels/workbook.xml.rels", |tag| {
        if let (Some(id), Some(target)) = (attribute(tag, "Id"), attribute(tag, "Target")) {
            out.insert(id, target);
        }
    });
    out
}

fn of_sheet(archive: &mut Archive, path: &str) -> BTreeSet<usize> {
    let mut hidden = BTreeSet::new();
    let mut number = 0;
    each(archive, path, |tag| {
        if tag.local_name().as_ref() != "row" {
            return;
        }
        number = attribute(tag, "r").and_then(|r| r.parse().ok()).unwrap_or(number + 1);
        let is_hidden = attribute(tag, "hidden").is_some_and(|value| matches!(value.as_str(), "1" | "true"));
        if is_hidden && hidden.len() < MOST_ROWS {
            hidden.insert(number);
        }
    });
    hidden
}

/// Every element of a part of the zip; a part that is not there, or broken, has no more.
fn each(archive: &mut Archive, path: &str, mut see: impl FnMut(&BytesStart)) {
    let Ok(part) = archive.by_name(path) else { return };
    let mut reader = Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => see(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// An attribute, whatever its prefix.
fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
}
