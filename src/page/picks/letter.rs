//! A request to those who make what was picked: polite, complete, in Vietnamese or English, grouped by producer.
//!
//! In: the list, who asks. Out: a [`Letter`] for each producer that can be reached, and one to the office for all the others;
//! and the links by which a phone opens it in SMS, mail or Zalo. Nothing is sent from here.

use super::{Short, State, found};
use crate::catalog::{Contact, ProducerId, ProductId};
use crate::pick::{Item, List};
use crate::route::encoded;
use crate::view::See;
use crate::words::{self, Hall};

/// Who asks, each as typed; what is not said is empty.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asker {
    /// Their name.
    pub name: String,
    /// For which shop or company.
    pub firm: String,
    /// Telephone or e-mail.
    pub reach: String,
    /// Where the goods are to go.
    pub place: String,
    /// What else they would know.
    pub questions: String,
}

impl Asker {
    /// Names of the fields.
    pub const FIELDS: [&str; 5] = ["name", "firm", "reach", "place", "questions"];

    /// The field of that name.
    pub fn field(&mut self, name: &str) -> Option<&mut String> {
        match name {
            "name" => Some(&mut self.name),
            "firm" => Some(&mut self.firm),
            "reach" => Some(&mut self.reach),
            "place" => Some(&mut self.place),
            "questions" => Some(&mut self.questions),
            _ => None,
        }
    }
}

/// A request ready to be sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Letter {
    /// To whom; empty where nobody is known.
    pub to: String,
    /// How they are reached.
    pub contact: Contact,
    /// In one line.
    pub subject: String,
    /// The whole.
    pub text: String,
    /// The same in few words.
    pub short: Short,
}

/// What one producer makes of the list; none for products whose producer the source does not name.
type Group<'a> = (Option<ProducerId>, Vec<(&'a Item, ProductId)>);

/// The public address of a list; empty where there is none.
pub type Whole<'a> = &'a dyn Fn(&List) -> String;

/// All letters; each names the address of its own products alone: nobody learns what others are asked for.
pub fn letters(see: See<'_>, state: &State, whole: Whole<'_>) -> Vec<Letter> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for (item, id) in found(see.catalog, &state.list) {
        let Some(id) = id else { continue };
        let maker = see.catalog.product(id).makers.first().copied();
        match groups.iter_mut().find(|group| group.0 == maker) {
            Some(group) => group.1.push((item, id)),
            None => groups.push((maker, vec![(item, id)])),
        }
    }
    let office = &see.catalog.about;
    let reached = |group: &Group<'_>| group.0.is_some_and(|id| is_reached(&see.catalog.producer(id).contact));
    let (own, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(reached);
    let mut out = Vec::new();
    for group in own {
        let maker = group.0.map(|id| see.catalog.producer(id));
        let (to, contact) = maker.map(|maker| (maker.name.clone(), maker.contact.clone())).unwrap_or_default();
        out.push(letter(see, state, to, contact, &[group], whole));
    }
    if !others.is_empty() {
        out.push(letter(see, state, office.publisher.clone(), office.contact.clone(), &others, whole));
    }
    out
}

fn is_reached(contact: &Contact) -> bool {
    !contact.phone.is_empty() || !contact.email.is_empty()
}

fn letter(see: See<'_>, state: &State, to: String, contact: Contact, groups: &[Group<'_>], whole: Whole<'_>) -> Letter {
    let mut own = List::default();
    groups.iter().flat_map(|group| &group.1).for_each(|(item, _)| own.add(Item::clone(item)));
    let whole = whole(&own);
    let w = words::hall(see.lang);
    let title = &see.catalog.about.title;
    let count = groups.iter().map(|group| group.1.len()).sum();
    let asker = &state.asker;
    let greeting = if to.is_empty() { w.dear_all.to_string() } else { (w.dear)(&to) };
    let mut parts = vec![greeting];
    parts.push([introduced(w, asker).as_str(), &(w.would_buy)(count, title)].concat());
    for (maker, items) in groups {
        let mut lines = Vec::new();
        // Whom the letter goes to knows what they make.
        let name = maker.map_or(w.maker_unknown, |id| &see.catalog.producer(id).name);
        lines.extend((name != to).then(|| [name, ":"].concat()));
        lines.extend(items.iter().map(|(item, id)| line(see, w, state, item, *id)));
        parts.push(lines.join("\n"));
    }
    let said = |name: &str, text: &str| (!text.trim().is_empty()).then(|| [name, ": ", text.trim()].concat());
    parts.extend(said(w.delivery, &asker.place));
    parts.extend(said(w.questions, &asker.questions));
    parts.push(w.please.into());
    parts.extend(said(w.list_at, &whole));
    let signed = [asker.name.trim(), asker.firm.trim(), asker.reach.trim()];
    let signed: Vec<&str> = [w.thanks].into_iter().chain(signed.into_iter().filter(|text| !text.is_empty())).collect();
    parts.push(signed.join("\n"));
    let subject = (w.subject)(count, title);
    let short = short(w, asker, &subject, groups, see, &whole);
    Letter { to, contact, subject, text: parts.join("\n\n"), short }
}

fn introduced(w: &Hall, asker: &Asker) -> String {
    match (asker.name.trim(), asker.firm.trim()) {
        ("", "") => String::new(),
        (name, "") => (w.i_am)(name),
        ("", firm) => (w.i_ask_for)(firm),
        (name, firm) => (w.i_am)(&[name, ", ", firm].concat()),
    }
}

/// A product in the letter: how many, in what pack, what is to be said of it.
fn line(see: See<'_>, w: &Hall, state: &State, item: &Item, id: ProductId) -> String {
    let mut out = String::from("- ");
    out.push_str(&see.catalog.product(id).name.vi);
    if let Some(pack) = state.detail(id).map(|d| d.pack.trim()).filter(|pack| !pack.is_empty()) {
        out.push_str(&[" (", pack, ")"].concat());
    }
    if item.quantity > 0 {
        out.push_str(&[": ", w.count, " ", &item.quantity.to_string()].concat());
    }
    if !item.note.trim().is_empty() {
        out.push_str(&["; ", item.note.trim()].concat());
    }
    out
}

/// The same in few words.
fn short(w: &Hall, asker: &Asker, subject: &str, groups: &[Group<'_>], see: See<'_>, whole: &str) -> Short {
    let named = groups.iter().flat_map(|group| &group.1).map(|(item, id)| {
        let name = &see.catalog.product(*id).name.vi;
        let note = item.note.trim();
        let note = if note.is_empty() { String::new() } else { [" (", note, ")"].concat() };
        [name.as_str(), &item.times(), &note].concat()
    });
    Short {
        subject: subject.into(),
        named: named.collect(),
        whole: whole.into(),
        questions: asker.questions.clone(),
        please: w.please,
        sender: [&asker.name, &asker.firm, &asker.reach, &asker.place].map(String::clone),
    }
}

/// The first number that takes messages, as phones dial it. In Vietnam fixed lines begin with 02, lines of firms with 1800
/// and 1900.
fn number(contact: &Contact) -> Option<String> {
    let dialled = |phone: &str| phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>();
    let fixed = |number: &String| {
        let own = ["+84", "84", "0"].iter().find_map(|code| number.strip_prefix(code)).unwrap_or(number);
        own.is_empty() || ["2", "1800", "1900"].iter().any(|line| own.starts_with(line))
    };
    contact.phones().map(dialled).find(|number| !fixed(number))
}

/// Letters of a message that a phone still sends as one: ten of 67 letters with accents (3GPP TS 23.040, 9.2.3.24.1).
const MESSAGE: usize = 670;

/// Opens a message with the short letter; to nobody where nobody is known, none where who is known has no number for it.
pub fn sms(letter: &Letter) -> Option<String> {
    let number = number(&letter.contact).or_else(|| (!is_reached(&letter.contact)).then(String::new))?;
    // iPhones want the `&`, others the `?`.
    Some(["sms:", &number, "?&body=", &encoded(&letter.short.within(MESSAGE, char::len_utf16))].concat())
}

/// Letters of an address that every mail program on Windows takes.
const MAIL: usize = 2000;

/// Opens a mail with the letter, or with the short one where the address would be too long for some mail program; to nobody
/// where nobody is known, none where who is known has no address.
pub fn mail(letter: &Letter) -> Option<String> {
    let to = if letter.contact.email.contains('@') { letter.contact.email.trim() } else { "" };
    if to.is_empty() && is_reached(&letter.contact) {
        return None;
    }
    let head = ["mailto:", to, "?subject=", &encoded(&letter.subject), "&body="].concat();
    let whole = [&head, encoded(&letter.text).as_str()].concat();
    if whole.len() <= MAIL {
        return Some(whole);
    }
    let cost = |c: char| if c.is_ascii_alphanumeric() { 1 } else { 3 * c.len_utf8() };
    let short = letter.short.within(MAIL.saturating_sub(head.len()), cost);
    Some([head, encoded(&short)].concat())
}

/// Opens the chat with that number; Zalo takes no text with it. None without a number for it.
pub fn zalo(letter: &Letter) -> Option<String> {
    number(&letter.contact).map(|number| ["https://zalo.me/", number.trim_start_matches('+')].concat())
}
