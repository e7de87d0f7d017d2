//! Files of a site on their way to the disk: the same as before are taken over, others written and pressed.
//!
//! In: paths and contents, from several threads. Out: files in the stage, and the ledger of them all.

use super::Obstacle;
use super::card::PREVIEW;
use super::ledger::{Entries, Entry, Old, Print, written};
use super::press::Press;
use super::stage::Stage;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io};

/// Writes into one stage.
pub(super) struct Writer<'a> {
    new: &'a Path,
    old: Option<Old>,
    /// Whether the old files were pressed as these are.
    alike: bool,
    press: Option<Press>,
    entries: Mutex<Entries>,
    reused: AtomicUsize,
}

impl<'a> Writer<'a> {
    pub(super) fn new(stage: &'a Stage, press: Option<Press>) -> Writer<'a> {
        let old = Old::read(&stage.out);
        let alike = old.as_ref().is_some_and(|old| old.press == way(press));
        Writer { new: &stage.new, old, alike, press, entries: Mutex::default(), reused: AtomicUsize::new(0) }
    }

    /// A file with that content.
    pub(super) fn put(&self, path: &str, content: &[u8]) -> Result<(), Obstacle> {
        self.put_pressed(path, content, None)
    }

    /// A file whose Brotli form may be there already.
    pub(super) fn put_pressed(&self, path: &str, content: &[u8], brotli: Option<&[u8]>) -> Result<(), Obstacle> {
        let print = Print::of(content);
        if self.take_over(path, print)? {
            return Ok(());
        }
        self.write(path, content)?;
        let [brotli, gzip] = self.press.map_or([None, None], |press| press.forms(path, content, brotli));
        for (end, form) in [("br", &brotli), ("gz", &gzip)] {
            if let Some(form) = form {
                self.write(&format!("{path}.{end}"), form)?;
            }
        }
        self.enter(path, Entry { print, brotli: brotli.is_some(), gzip: gzip.is_some() });
        Ok(())
    }

    /// A file that is ready elsewhere, under a name that follows from its content.
    pub(super) fn put_ready(&self, path: &str, from: &Path) -> Result<(), Obstacle> {
        let size = fs::metadata(from).map_err(|e| Obstacle::file(from, e))?.len();
        let known = self.old.as_ref().and_then(|old| old.entries.get(path));
        let known = known.map(|entry| entry.print).filter(|print| print.is_long(size));
        if let Some(print) = known
            && self.take_over(path, print)?
        {
            return Ok(());
        }
        let content = fs::read(from).map_err(|e| Obstacle::file(from, e))?;
        self.put(path, &content)
    }

    /// A file whose name follows from all that is in it: it is made only if it does not stand there already.
    pub(super) fn put_named(&self, path: &str, make: impl FnOnce() -> io::Result<Vec<u8>>) -> Result<(), Obstacle> {
        let known = self.old.as_ref().and_then(|old| old.entries.get(path));
        if let Some(entry) = known
            && self.take_over(path, entry.print)?
        {
            return Ok(());
        }
        self.put(path, &make().map_err(|e| Obstacle::file(Path::new(path), e))?)
    }

    /// Take a file over from the site that stands, if it is the same.
    fn take_over(&self, path: &str, print: Print) -> Result<bool, Obstacle> {
        let Some(old) = self.old.as_ref().filter(|_| self.alike) else { return Ok(false) };
        let Some(entry) = old.same(path, print) else { return Ok(false) };
        let forms = [("", true), (".br", entry.brotli), (".gz", entry.gzip)];
        for (end, _) in forms.into_iter().filter(|form| form.1) {
            let name = format!("{path}{end}");
            if self.link(&old.root.join(&name), &name).is_err() {
                // Whatever is wrong with the old one, the new one can be made.
                return Ok(false);
            }
        }
        self.enter(path, entry);
        self.reused.fetch_add(1, Ordering::Relaxed);
        Ok(true)
    }

    /// What others have put into the site stays there, and so do preview pictures of earlier days, which pages elsewhere
    /// still show.
    pub(super) fn keep_others(&self) -> Result<usize, Obstacle> {
        let Some(old) = &self.old else { return Ok(0) };
        let mut kept = 0;
        let mut open = vec![String::new()];
        while let Some(folder) = open.pop() {
            let place = old.root.join(&folder);
            for entry in fs::read_dir(&place).map_err(|e| Obstacle::file(&place, e))? {
                let entry = entry.map_err(|e| Obstacle::file(&place, e))?;
                let path = format!("{folder}{}", entry.file_name().to_string_lossy());
                if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                    open.push(path + "/");
                } else {
                    kept += usize::from(self.keep(old, &path, &entry.path())?);
                }
            }
        }
        Ok(kept)
    }

    fn keep(&self, old: &Old, path: &str, from: &Path) -> Result<bool, Obstacle> {
        let ours = old.knows(path);
        let taken = self.new.join(path).exists();
        match (ours, taken) {
            (true, false) if path.starts_with(PREVIEW) => {
                let entry = old.entries.get(path).copied();
                entry.into_iter().for_each(|entry| self.enter(path, entry));
            }
            (true, _) => return Ok(false),
            (false, true) => return Err(Obstacle::InTheWay { path: from.into() }),
            (false, false) => {}
        }
        self.link(from, path).map_err(|e| Obstacle::file(from, e))?;
        Ok(true)
    }

    /// The same file once more: another name for it where the file system can, else a copy.
    fn link(&self, from: &Path, path: &str) -> io::Result<()> {
        self.place(path, |to| {
            fs::hard_link(from, to).or_else(|e| match e.kind() {
                io::ErrorKind::NotFound => Err(e),
                _ => fresh(to, &fs::read(from)?),
            })
        })
    }

    fn write(&self, path: &str, content: &[u8]) -> Result<(), Obstacle> {
        self.place(path, |to| fresh(to, content)).map_err(|e| Obstacle::file(&self.new.join(path), e))
    }

    /// Have a file put in its place. Its folder is most often there: it is made when it turns out to be missing.
    fn place(&self, path: &str, put: impl Fn(&Path) -> io::Result<()>) -> io::Result<()> {
        let to = self.new.join(path);
        match (put(&to), to.parent()) {
            (Err(e), Some(folder)) if e.kind() == io::ErrorKind::NotFound => {
                fs::create_dir_all(folder)?;
                put(&to)
            }
            (done, _) => done,
        }
    }

    fn enter(&self, path: &str, entry: Entry) {
        self.entries.lock().unwrap_or_else(|e| e.into_inner()).insert(path.into(), entry);
    }

    /// What every file so far holds, by its path.
    pub(super) fn prints(&self) -> Vec<(String, Print)> {
        let entries = self.entries.lock().unwrap_or_else(|e| e.into_inner());
        entries.iter().map(|(path, entry)| (path.clone(), entry.print)).collect()
    }

    /// The ledger, how many files there are without their pressed forms, and how many of them were taken over.
    pub(super) fn end(self) -> (String, usize, usize) {
        let way = way(self.press);
        let entries = self.entries.into_inner().unwrap_or_else(|e| e.into_inner());
        (written(&way, &entries), entries.len(), self.reused.into_inner())
    }
}

/// How files are pressed.
fn way(press: Option<Press>) -> String {
    press.map_or_else(|| "not pressed".into(), Press::name)
}

/// A new file. Never one written over: under another name it may belong to the site that stands.
fn fresh(to: &Path, content: &[u8]) -> io::Result<()> {
    let made = File::create_new(to).or_else(|e| match e.kind() {
        io::ErrorKind::AlreadyExists => fs::remove_file(to).and_then(|()| File::create_new(to)),
        _ => Err(e),
    });
    made?.write_all(content)
}
