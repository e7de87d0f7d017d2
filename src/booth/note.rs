//! What a visitor leaves: who, how to be reached, what they would like. Kept only with their consent.
//!
//! In: what was typed and ticked. Out: a [`Note`], or what is missing; and the text a device keeps, for many notes, and back.

use super::diary::date;
use super::plan::named;
use crate::catalog::Date;
use form_urlencoded::{Serializer, parse};

/// Letters of a wish.
const LONGEST: usize = 500;
/// Letters of a contact, as many as its field takes, and of a name, whose field takes fewer.
pub const LINE: usize = 60;

/// A visitor's note.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// The day.
    pub day: Date,
    /// Minutes since midnight.
    pub minute: u16,
    /// Who; may be empty.
    pub name: String,
    /// Telephone or e-mail.
    pub contact: String,
    /// What they would like; may be empty.
    pub wish: String,
    /// Address of the page they were at.
    pub page: String,
    /// Code of the list that they leave along with it; empty without one.
    pub list: String,
}

/// Why a note cannot be kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Missing {
    /// No telephone number and no e-mail.
    Contact,
    /// The consent is not ticked.
    Consent,
}

impl Note {
    /// What was typed, made fit to be kept; refused without consent, and without a way to answer.
    pub fn new(self, consent: bool) -> Result<Note, Missing> {
        let contact = named(&self.contact, LINE);
        let digits = contact.chars().filter(char::is_ascii_digit).count();
        let mail = contact.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'));
        if !mail && digits < 8 {
            return Err(Missing::Contact);
        }
        if !consent {
            return Err(Missing::Consent);
        }
        let wish: String = self.wish.trim().chars().take(LONGEST).collect();
        Ok(Note { name: named(&self.name, LINE), contact, wish, ..self })
    }
}

/// A line for each note.
pub fn write_notes(notes: &[Note]) -> String {
    let mut out = String::new();
    for note in notes {
        let mut line = Serializer::new(String::new());
        line.append_pair("day", &note.day.number().to_string());
        line.append_pair("minute", &note.minute.to_string());
        line.append_pair("name", &note.name);
        line.append_pair("contact", &note.contact);
        line.append_pair("wish", &note.wish);
        line.append_pair("page", &note.page);
        line.append_pair("list", &note.list);
        out.push_str(&line.finish());
        out.push('\n');
    }
    out
}

/// Read what [`write_notes`] wrote; lines that cannot be read are left out.
pub fn read_notes(text: &str) -> Vec<Note> {
    text.lines().filter_map(read).collect()
}

fn read(line: &str) -> Option<Note> {
    let of = |wanted: &str| parse(line.as_bytes()).find(|(key, _)| key == wanted).map(|(_, value)| value.into_owned());
    Some(Note {
        day: of("day")?.parse().ok().and_then(date)?,
        minute: of("minute")?.parse().ok()?,
        name: of("name")?,
        contact: of("contact")?,
        wish: of("wish")?,
        page: of("page")?,
        list: of("list").unwrap_or_default(),
    })
}
