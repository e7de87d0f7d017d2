//! The columns of a products' sheet: what each is called, in both languages and by other names, and what goes into it.
//!
//! In: a title as somebody wrote it. Out: the column. This one table serves the reader of sheets and the starter workbook
//! alike. Titles are compared by [`fold`]: case, accents and punctuation make no difference, nor does a remark in
//! parentheses at the end ("Giá bán (đồng)").

mod list;

pub use list::{COLUMNS, NAME};

use super::cell::remarks;
use crate::catalog::Text;
use crate::text::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A column of the products' sheet.
#[derive(Debug)]
pub struct Column {
    /// Its key, which is also a title.
    pub key: &'static str,
    /// Its title in a new sheet.
    pub title: Text<&'static str>,
    /// What goes into it.
    pub about: Text<&'static str>,
    /// Other titles it is known by.
    pub names: &'static [&'static str],
}

impl Column {
    /// All its titles, the key first.
    pub fn titles(&self) -> impl Iterator<Item = &'static str> {
        [self.key, self.title.vi, self.title.en].into_iter().chain(self.names.iter().copied())
    }
}

/// Columns by their titles, folded.
static TITLES: LazyLock<HashMap<String, &'static Column>> =
    LazyLock::new(|| COLUMNS.iter().flat_map(|c| c.titles().map(move |title| (fold(title), c))).collect());

/// The column of that title.
pub fn find(title: &str) -> Option<&'static Column> {
    let known = |text: &str| TITLES.get(&fold(text)).copied();
    known(title).or_else(|| known(remarks(title).0))
}

/// The column with that key.
pub fn of_key(key: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|c| c.key == key)
}

/// True for a title whose column is left aside without a word.
pub fn is_ignored(title: &str) -> bool {
    let title = fold(title);
    title.is_empty() || list::IGNORED.iter().any(|t| fold(t) == title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_title_means_two_columns() {
        let mut seen: HashMap<String, &str> = HashMap::new();
        for column in COLUMNS {
            for title in column.titles() {
                assert_eq!(*seen.entry(fold(title)).or_insert(column.key), column.key, "{title}");
                assert!(!is_ignored(title), "{title}");
            }
        }
    }

    #[test]
    fn titles_are_known_as_people_write_them() {
        let known = |title: &str| find(title).map(|c| c.key);
        assert_eq!(known("TÊN SẢN PHẨM (*)"), Some("name_vi"));
        assert_eq!(known("xa/phuong"), Some("commune"));
        assert_eq!(known("Giá bán (VNĐ)"), Some("price"));
        assert_eq!(known("Hang sao:"), Some("stars"));
        assert_eq!(known("name_vi"), Some("name_vi"));
        assert_eq!(known("Màu sắc"), None);
        assert!(is_ignored("STT") && is_ignored("No."));
    }
}
