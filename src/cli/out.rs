//! Telling what was done: text in the language of the person, or JSON for a program; progress.
//!
//! In: texts in both languages. Out: standard output for what was asked for, standard error for everything beside it.

use crate::catalog::Text;
use crate::publish::report::both;
use crate::publish::{Part, Step, in_lang};
use crate::route::Lang;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::{Map, Value, json};
use std::io::{IsTerminal, Write};
use std::sync::Mutex;

/// The two doors out, and what may go through them.
#[derive(Clone)]
pub struct Out {
    /// Language of the messages.
    pub lang: Lang,
    /// The command that runs.
    pub command: &'static str,
    /// One JSON object instead of text.
    pub json: bool,
    quiet: bool,
}

impl Out {
    /// For that command.
    pub fn new(lang: Lang, command: &'static str, quiet: bool, json: bool) -> Out {
        Out { lang, command, json, quiet }
    }

    /// The text in the language of the messages.
    pub fn word<'a>(&self, text: &'a Text<String>) -> &'a str {
        in_lang(text, self.lang)
    }

    /// The same for what runs beside: never JSON, which has been told by then.
    pub fn aside(&self) -> Out {
        Out { json: false, quiet: self.quiet || self.json, ..*self }
    }

    /// What was asked for. A reader that has gone away (`| head`) is no fault.
    pub fn print(&self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    /// The same, of a file's content.
    pub fn print_bytes(&self, content: &[u8]) {
        let mut out = std::io::stdout().lock();
        let _ = out.write_all(content).and_then(|()| out.flush());
    }

    /// What was done, in one line; nothing when quiet, nor beside JSON.
    pub fn done(&self, text: &Text<String>) {
        if !self.json && !self.quiet {
            self.print(&format!("{}\n", self.word(text)));
        }
    }

    /// A remark; nothing when quiet, nor beside JSON, which has it as a member.
    pub fn note(&self, text: &Text<String>) {
        if !self.json && !self.quiet {
            eprintln!("{}", self.word(text));
        }
    }

    /// The one JSON object, if such is wanted.
    pub fn object(&self, ok: bool, members: Value) {
        if self.json {
            self.print(&self.whole(ok, members));
        }
    }

    /// The one JSON object as a line.
    pub fn whole(&self, ok: bool, members: Value) -> String {
        let mut all = Map::new();
        all.insert("command".into(), json!(self.command));
        all.insert("ok".into(), json!(ok));
        if let Value::Object(members) = members {
            all.extend(members);
        }
        format!("{}\n", Value::Object(all))
    }

    /// Why it could not run: always told.
    pub fn stopped(&self, why: &Text<String>) {
        if self.json {
            self.object(false, json!({ "error": both(why) }));
        } else {
            eprintln!("ocop: {}", self.word(why));
        }
    }

    /// Progress that moves on a terminal and is a line a step elsewhere.
    pub fn progress(&self) -> Progress<'_> {
        let silent = self.quiet || self.json;
        let bar = (!silent && std::io::stderr().is_terminal()).then(|| {
            let style = ProgressStyle::with_template("{spinner} {msg} {wide_bar} {pos}/{len}");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        });
        Progress { out: self, bar, silent, at: Mutex::default(), told: Mutex::new("") }
    }
}

/// How far something has come.
pub struct Progress<'a> {
    out: &'a Out,
    bar: Option<ProgressBar>,
    silent: bool,
    /// The part of the build that is shown, and whether it is over.
    at: Mutex<Option<(Part, bool)>>,
    /// Name of the part that is told already.
    told: Mutex<&'static str>,
}

impl Progress<'_> {
    /// So many photographs of so many are developed.
    pub fn photos(&self, done: usize, all: usize) {
        self.show("xử lý ảnh", "developing photographs", done, all);
    }

    /// A step of the build; it never stops one. One part is shown after the other, though later ones are worked at too.
    pub fn built(&self, step: Step) -> bool {
        let mut at = self.at.lock().unwrap_or_else(|broken| broken.into_inner());
        let (now, over) = at.get_or_insert((step.part, false));
        if step.part < *now || step.part > *now && !*over {
            return true;
        }
        *over = step.done == step.all || step.part == *now && *over;
        *now = step.part;
        drop(at);
        let (vi, en) = match step.part {
            Part::Index => ("lập chỉ mục tìm kiếm", "making the search index"),
            Part::Files => ("ghi dữ liệu", "writing the data"),
            Part::Previews => ("vẽ ảnh xem trước cho Zalo, Facebook", "drawing the previews for Zalo and Facebook"),
            Part::Tiles => ("vẽ hình", "drawing the pictures"),
            Part::Pages => ("ghi các trang", "writing the pages"),
            Part::Swap => ("đưa trang vào chỗ", "putting the website in its place"),
        };
        self.show(vi, en, step.done, step.all);
        true
    }

    fn show(&self, vi: &'static str, en: &'static str, done: usize, all: usize) {
        let word = if self.out.lang == Lang::Vi { vi } else { en };
        match &self.bar {
            Some(bar) => {
                bar.set_length(all as u64);
                bar.set_position(done as u64);
                bar.set_message(word);
            }
            None if !self.silent => {
                let mut told = self.told.lock().unwrap_or_else(|broken| broken.into_inner());
                if *told != word {
                    *told = word;
                    eprintln!("{word}…");
                }
            }
            None => {}
        }
    }
}

impl Drop for Progress<'_> {
    fn drop(&mut self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}
