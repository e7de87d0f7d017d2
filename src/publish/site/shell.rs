//! The site's shell: `index.html`, program, styles, letters and signs, the same for every catalogue.
//!
//! In: what `build.rs` put into this command, or a folder that Trunk has built. Out: its files by name, and of those that
//! come with a Brotli form (`X.br` beside `X`) that form: it takes seconds, and is the same for every site.

use super::Obstacle;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

/// The page that all pages to read are made of.
pub(super) const INDEX: &str = "index.html";
/// The page that those that print are made of.
pub(super) const PRINT: &str = "print.html";
/// The page that those of the hall are made of.
pub(super) const HALL: &str = "hall.html";

/// Ends the name of a Brotli form.
const PRESSED: &str = ".br";

/// What `build.rs` found: names and contents.
const OWN: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/shell.rs"));

/// The files of a shell by their paths, with `/` between folders.
#[derive(Clone, Debug)]
pub struct Shell {
    pub(super) files: Files,
    /// Brotli forms by the paths of their files.
    pub(super) pressed: Files,
}

type Files = BTreeMap<String, Cow<'static, [u8]>>;

impl Shell {
    /// The one inside this command; none if it was built without.
    pub fn own() -> Option<Shell> {
        let files: Files = OWN.iter().map(|(name, file)| ((*name).into(), Cow::Borrowed(*file))).collect();
        (!files.is_empty()).then(|| Shell::of(files))
    }

    fn of(files: Files) -> Shell {
        let (pressed, files): (Files, Files) = files.into_iter().partition(|(name, _)| name.ends_with(PRESSED));
        let of = |(name, form): (String, _)| (name.trim_end_matches(PRESSED).into(), form);
        Shell { files, pressed: pressed.into_iter().map(of).collect() }
    }

    /// The one in a folder. What begins with a dot, and a catalogue, are no part of it.
    pub fn read(folder: &Path) -> Result<Shell, Obstacle> {
        let mut files = Files::new();
        gather(folder, "", &mut files)?;
        let shell = Shell::of(files);
        if shell.files.contains_key(INDEX) {
            return Ok(shell);
        }
        Err(Obstacle::NoShell { path: Some(folder.into()) })
    }

    /// The text of one of its files.
    pub(super) fn text(&self, name: &str) -> Result<&str, Obstacle> {
        let lost = || Obstacle::Shell { file: name.into(), lacks: "text".into() };
        self.files.get(name).and_then(|file| std::str::from_utf8(file).ok()).ok_or_else(lost)
    }
}

fn gather(folder: &Path, above: &str, files: &mut Files) -> Result<(), Obstacle> {
    for entry in std::fs::read_dir(folder).map_err(|e| Obstacle::file(folder, e))? {
        let entry = entry.map_err(|e| Obstacle::file(folder, e))?;
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || above.is_empty() && name == "catalog" {
            continue;
        }
        if path.is_dir() {
            gather(&path, &format!("{above}{name}/"), files)?;
        } else {
            let content = std::fs::read(&path).map_err(|e| Obstacle::file(&path, e))?;
            files.insert(format!("{above}{name}"), Cow::Owned(content));
        }
    }
    Ok(())
}
