//! The product group a row names, found in the official tree.
//!
//! In: the cells `group` ("Thực phẩm") and `subgroup` ("Gia vị / Tương, nước mắm, gia vị dạng lỏng khác").
//! Out: the group, as deep as the row goes. Levels are compared by [`exact`], so a slip in case or Hoá/Hóa does no harm,
//! and then without accents.

use super::faults::{Faults, Said};
use super::sheet::Row;
use crate::catalog::GroupId;
use crate::text::{exact, fold, slug};

/// The group of that row; none where it names none or one the decision does not have (a fault).
pub fn group(row: &Row, faults: &mut Faults) -> Option<GroupId> {
    let (main, below) = (row.get("group"), row.get("subgroup"));
    if main.is_empty() {
        if !below.is_empty() {
            faults.add(row.error("group", ("nhóm của phân nhóm này", "the group above the sub-group")));
        }
        return None;
    }
    let Some(mut group) = child(None, main).or_else(|| only(main)) else {
        let fault = row.error("group", ("một nhóm của Quyết định 148/2023", "a group of Decision 148/2023"));
        let fault = fault.guess(names(None));
        faults.add(match (&fault.hint, holding(main)) {
            (None, Some(hint)) => fault.hint(hint),
            _ => fault,
        });
        return None;
    };
    for level in below.split(" / ").filter(|level| !level.is_empty()) {
        let Some(next) = child(Some(group), level) else {
            let above = group.get().name.vi;
            let expected = (
                format!("một phân nhóm của '{above}' trong Quyết định 148/2023"),
                format!("a sub-group of '{above}' in Decision 148/2023"),
            );
            let fault = row.error("subgroup", expected).of(level);
            faults.add(match elsewhere(level) {
                Some(path) => fault.hint((format!("'{level}' thuộc {path}"), format!("'{level}' belongs to {path}"))),
                None => fault.guess(names(Some(group))),
            });
            break;
        };
        group = next;
    }
    Some(group)
}

/// The group of that name below another; one typed without its accents is found where only one can be meant.
fn child(above: Option<GroupId>, name: &str) -> Option<GroupId> {
    let mut same = GroupId::all().filter(|g| g.parent() == above && exact(g.get().name.vi) == exact(name));
    same.next().or_else(|| one(GroupId::all().filter(|g| g.parent() == above && slug(g.get().name.vi) == slug(name))))
}

/// The group of that name, wherever it stands, if there is but one.
fn only(name: &str) -> Option<GroupId> {
    one(GroupId::all().filter(|g| exact(g.get().name.vi) == exact(name)))
}

fn one(mut all: impl Iterator<Item = GroupId>) -> Option<GroupId> {
    all.next().filter(|_| all.next().is_none())
}

/// Words that are in the name of any group.
const COMMON: [&str; 8] = ["sản", "phẩm", "dịch", "vụ", "nhóm", "ngành", "hàng", "ocop"];
/// What people write, and words of the group that the decision has for it.
const CALLED: [(&str, &str); 5] = [
    ("homestay", "du lịch"),
    ("farmstay", "du lịch"),
    ("trà", "chè"),
    ("hải sản", "thủy sản"),
    ("nhân sâm", "dược liệu"),
];
/// More names than these are no hint.
const MOST: usize = 4;

/// The groups whose names hold most of the words, at least half of them: all that can be meant, none is chosen.
fn holding(text: &str) -> Option<Said> {
    let called = CALLED.iter().find(|(word, _)| fold(word) == fold(text)).map_or(text, |(_, words)| words);
    let key = if called.is_ascii() { fold } else { exact };
    let (all, common) = (key(called), COMMON.map(key));
    let words: Vec<&str> = all.split(' ').filter(|word| !common.iter().any(|c| c == word)).collect();
    let count = |name: &str| words.iter().filter(|word| key(name).split(' ').any(|of| of == **word)).count();
    let known =
        GroupId::all().map(|g| g.get().name.vi).filter(|name| child(None, name).or_else(|| only(name)).is_some());
    let counted: Vec<(usize, &str)> = known.map(|name| (count(name), name)).collect();
    let best = counted.iter().map(|(count, _)| *count).max().filter(|best| *best > 0 && best * 2 >= words.len())?;
    let names: Vec<String> = counted.iter().filter(|c| c.0 == best).map(|c| format!("'{}'", c.1)).take(MOST).collect();
    let (vi, en) = if names.len() > 1 { ("một trong: ", "one of ") } else { ("", "") };
    let names = names.join(", ");
    Some((format!("ý bạn là {vi}{names}?"), format!("did you mean {en}{names}?")).into())
}

/// Where a group of that name stands, from the top, if there is but one.
fn elsewhere(name: &str) -> Option<String> {
    let group = one(GroupId::all().filter(|g| slug(g.get().name.vi) == slug(name)))?;
    let above = std::iter::successors(group.parent(), |above| above.parent());
    let mut names: Vec<String> = above.map(|g| format!("'{}'", g.get().name.vi)).collect();
    names.reverse();
    Some(names.join(" / ")).filter(|path| !path.is_empty())
}

fn names(above: Option<GroupId>) -> impl Iterator<Item = &'static str> {
    GroupId::all().filter(move |g| g.parent() == above).map(|g| g.get().name.vi)
}
