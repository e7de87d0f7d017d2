//! The name that was probably meant.
//!
//! In: a wrong name and the right ones. Out: the one fewest changes away, if it is near enough to be offered.

/// A name longer than this (in characters) is no slip of a name; comparing it would only take time.
const LONGEST: usize = 120;

/// The name fewest changes away, if at most a third of the letters differ.
pub fn nearest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wrong: Vec<char> = wrong.to_lowercase().chars().take(LONGEST + 1).collect();
    if wrong.len() > LONGEST {
        return None;
    }
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
