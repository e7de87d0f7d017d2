//! What is wrong with the sheets, told to the person who keeps them: where it stands, what stands there, what was expected.
//!
//! In: findings, from every reader of a sheet. Out: all of them at once, in the order of the sheets. Nothing stops at
//! the first one, and nothing here decides what is wrong.

use std::fmt;

/// How bad a fault is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Severity {
    /// Nothing is published until it is mended.
    Error,
    /// Published all the same, perhaps not as meant.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        })
    }
}

/// One thing wrong in one place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the file, without its folder.
    pub file: String,
    /// Row as a spreadsheet numbers it (the header is row 1); none for the file as a whole.
    pub row: Option<usize>,
    /// Name of the column; none for the row as a whole.
    pub column: Option<String>,
    /// What stands there.
    pub value: String,
    /// What should stand there.
    pub expected: String,
    /// What to do about it, where that is known.
    pub hint: Option<String>,
}

impl Fault {
    /// An error in a file as a whole.
    pub fn error(file: &str, value: impl Into<String>, expected: impl Into<String>) -> Fault {
        Fault {
            severity: Severity::Error,
            file: file.into(),
            row: None,
            column: None,
            value: value.into(),
            expected: expected.into(),
            hint: None,
        }
    }

    /// The same, in that row and column.
    pub fn at(mut self, row: usize, column: &str) -> Fault {
        self.row = Some(row);
        self.column = (!column.is_empty()).then(|| column.into());
        self
    }

    /// The same, only a warning.
    pub fn mild(mut self) -> Fault {
        self.severity = Severity::Warning;
        self
    }

    /// The same, about another value than the whole cell.
    pub fn of(mut self, value: impl Into<String>) -> Fault {
        self.value = value.into();
        self
    }

    /// The same, with advice.
    pub fn hint(mut self, hint: impl Into<String>) -> Fault {
        self.hint = Some(hint.into());
        self
    }

    /// The same, with the name that was probably meant, if one is near enough.
    pub fn guess<'a>(mut self, names: impl Iterator<Item = &'a str>) -> Fault {
        self.hint = nearest(&self.value, names).map(|name| format!("did you mean '{name}'?")).or(self.hint);
        self
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": '{}' — expected {}", self.value, self.expected)?;
        self.hint.iter().try_for_each(|hint| write!(f, " ({hint})"))
    }
}

/// All faults found so far.
#[derive(Default, Debug)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// Add one.
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// True if one of them forbids publishing.
    pub fn fatal(&self) -> bool {
        self.0.iter().any(|f| f.severity == Severity::Error)
    }

    /// All of them, by file and row.
    pub fn into_sorted(mut self) -> Vec<Fault> {
        self.0.sort_by(|a, b| (&a.file, a.row).cmp(&(&b.file, b.row)));
        self.0
    }
}

/// The name fewest changes away, if at most a third of the letters differ.
pub(super) fn nearest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wrong: Vec<char> = wrong.to_lowercase().chars().collect();
    let (distance, name) = names.map(|n| (changes(&wrong, n), n)).min()?;
    (distance > 0 && distance * 3 <= wrong.len()).then_some(name)
}

fn changes(a: &[char], b: &str) -> usize {
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut before = i;
        let mut left = i + 1;
        for (y, cell) in b.iter().zip(row.iter_mut().skip(1)) {
            let here = (before + usize::from(x != y)).min(left + 1).min(*cell + 1);
            before = std::mem::replace(cell, here);
            left = here;
        }
        if let Some(first) = row.first_mut() {
            *first = i + 1;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_offered_only_when_near() {
        let names = ["Nga Sơn", "Nghi Sơn", "Hậu Lộc"];
        assert_eq!(nearest("Nga Sởn", names.into_iter()), Some("Nga Sơn"));
        assert_eq!(nearest("Mường Lát", names.into_iter()), None);
        assert_eq!(nearest("", names.into_iter()), None);
    }
}
