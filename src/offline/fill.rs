//! The fetching of a version: which file next, when to try again, when to give up.
//!
//! In: the list of the version, the hashes that the device holds, and how each fetch went. Out: the next step. A version
//! is sealed, and only then served, when every file of it has come and been checked; what has come stays when fetching
//! stops, so that the next run goes on there. Nothing that is held is fetched, and no content twice.

use super::{Kind, List};
use std::collections::{HashSet, VecDeque};

/// Fetches at the same time: browsers open six connections to a host, and a visitor may want one.
const ABREAST: usize = 4;
/// Milliseconds of rest after a fetch without an answer, longer each time.
const RESTS: [u32; 4] = [1_000, 4_000, 15_000, 60_000];
/// Fetches in a row without an answer after which to give up: the network is gone, not just weak.
pub const TRIES: usize = RESTS.len() + 1;

/// How a fetch went.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Got {
    /// The file came, its hash is right, and it is kept.
    Whole,
    /// It came with another content, or the server has no such file: the site is changing.
    Other,
    /// No answer, or none that helps now.
    Silent,
    /// The device has no room for it.
    Full,
}

/// Why fetching stopped.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// No network, or the server is gone.
    Silent,
    /// No room on the device.
    Full,
    /// A file is not what the list says; its path.
    Changed(String),
}

/// What to do.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// Fetch the file of that number.
    Fetch(usize),
    /// Ask again when a fetch has ended.
    Wait,
    /// Ask again after so many milliseconds.
    Rest(u32),
    /// All is there: seal the version.
    Seal,
    /// Stop; what has come stays.
    Stop(Why),
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Pictures that are there.
    pub pictures: usize,
    /// All pictures.
    pub all_pictures: usize,
    /// Bytes that are there.
    pub bytes: u64,
    /// All bytes.
    pub all_bytes: u64,
}

/// A version on its way.
#[derive(Clone, Debug)]
pub struct Fill {
    list: List,
    /// Numbers of the files still to be fetched, one for each content.
    waiting: VecDeque<usize>,
    flying: usize,
    /// Numbers of files that came with another content once.
    odd: Vec<usize>,
    /// Fetches in a row without an answer.
    silent: usize,
    rest: Option<u32>,
    stop: Option<Why>,
    progress: Progress,
}

impl Fill {
    /// Begin, or go on: what is held need not come.
    pub fn begin(list: List, held: &HashSet<String>) -> Fill {
        let mut progress = Progress::default();
        let mut seen = HashSet::new();
        let mut waiting = VecDeque::new();
        for (at, file) in list.files.iter().enumerate() {
            if !seen.insert(file.hash.as_str()) {
                continue;
            }
            let picture = usize::from(file.kind() == Kind::Picture);
            progress.all_pictures += picture;
            progress.all_bytes += u64::from(file.size);
            if held.contains(&file.hash) {
                progress.pictures += picture;
                progress.bytes += u64::from(file.size);
            } else {
                waiting.push_back(at);
            }
        }
        drop(seen);
        Fill { list, waiting, flying: 0, odd: Vec::new(), silent: 0, rest: None, stop: None, progress }
    }

    /// Begin again if some of what came is not held: browsers have been seen to lose what they took. None: all is there.
    pub fn lost(&self, held: &HashSet<String>) -> Option<Fill> {
        let again = Fill::begin(self.list.clone(), held);
        if again.waiting.is_empty() { None } else { Some(again) }
    }

    /// What it is made of.
    pub fn list(&self) -> &List {
        &self.list
    }

    /// How far it is.
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// Whether that file is asked for once more: no copy kept on the way will do.
    pub fn is_odd(&self, at: usize) -> bool {
        self.odd.contains(&at)
    }

    /// The next step. Ask until it is no fetch.
    #[allow(clippy::should_implement_trait)]
    pub fn next(&mut self) -> Next {
        if self.stop.is_some() || self.rest.is_some() {
            if self.flying > 0 {
                return Next::Wait;
            }
            if let Some(why) = &self.stop {
                return Next::Stop(why.clone());
            }
            if let Some(rest) = self.rest.take() {
                return Next::Rest(rest);
            }
        }
        // After a rest one goes ahead alone.
        let abreast = if self.silent > 0 { 1 } else { ABREAST };
        if self.flying >= abreast {
            return Next::Wait;
        }
        match self.waiting.pop_front() {
            Some(at) => {
                self.flying += 1;
                Next::Fetch(at)
            }
            None if self.flying > 0 => Next::Wait,
            None => Next::Seal,
        }
    }

    /// A fetch has ended.
    pub fn told(&mut self, at: usize, got: Got) {
        self.flying = self.flying.saturating_sub(1);
        let Some(file) = self.list.files.get(at) else { return };
        match got {
            Got::Whole => {
                self.silent = 0;
                self.progress.pictures += usize::from(file.kind() == Kind::Picture);
                self.progress.bytes += u64::from(file.size);
            }
            Got::Full => self.stop = Some(Why::Full),
            Got::Other if self.odd.contains(&at) => {
                let why = Why::Changed(file.path.clone());
                self.stop.get_or_insert(why);
            }
            Got::Other => {
                self.odd.push(at);
                self.waiting.push_front(at);
            }
            Got::Silent => {
                self.waiting.push_front(at);
                match RESTS.get(self.silent) {
                    // Those that were on their way at the same time tell of the same silence.
                    _ if self.rest.is_some() => {}
                    Some(rest) => {
                        self.silent += 1;
                        self.rest = Some(*rest);
                    }
                    None => {
                        self.stop.get_or_insert(Why::Silent);
                    }
                }
            }
        }
    }
}
