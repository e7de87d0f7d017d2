//! The request: who asks, and the letters it comes to, each with the ways to send it.

use super::letter::{letters, mail, sms, zalo};
use super::list::{forgetful, kept_here};
use super::{Asked, CARD, Letter, State, back, vcard};
use crate::catalog::Contact;
use crate::pick::{List, pack};
use crate::route::Lang;
use crate::route::encoded;
use crate::view::{self, El, Node, See, el};
use crate::words::{self, Hall};

pub(super) fn ask(see: See<'_>, state: &State, main: El) -> El {
    let w = words::hall(see.lang);
    let main = main.put(forgetful(w, state)).put(back(see, w.to_mine)).put(el("h1").at("tabindex", "-1").put(w.ask));
    if state.list.items().is_empty() {
        return main.put(el("p").class("lead").put(w.none));
    }
    let all = letters(see, state, &|list| whole(see.lang, &state.home, list));
    let shown = all.iter().enumerate().map(|(at, letter)| shown(see, w, state, at, letter)).collect::<Vec<_>>();
    let said = el("div").class("said").at("role", "status").put(state.said.as_str());
    main.put(el("div").class("ask-two").put(form(w, state)).put(el("div").class("letters").put(said).put(shown)))
}

/// The public address of the list, for those who get a letter; empty where there is none.
pub(super) fn whole(lang: Lang, home: &str, list: &List) -> String {
    if home.is_empty() {
        return String::new();
    }
    let list = Asked { list: Some(pack(list)), ..Asked::default() }.address(lang);
    [home, list.write().as_str()].concat()
}

fn form(w: &Hall, state: &State) -> El {
    let asker = &state.asker;
    let field = |name: &'static str, said: &'static str, value: &str, auto: &'static str| {
        let data = ["ask:", name].concat();
        let input = el("input").at("type", "text").at("maxlength", "200").at("autocomplete", auto);
        el("label").put(el("span").put(said)).put(input.at("data-field", data).at("value", value))
    };
    let questions = el("textarea").at("rows", "3").at("maxlength", "600").at("data-field", "ask:questions");
    el("section")
        .class("asker")
        .put(field("name", w.your_name, &asker.name, "name"))
        .put(field("firm", w.your_firm, &asker.firm, "organization"))
        .put(field("reach", w.your_reach, &asker.reach, "tel"))
        .put(field("place", w.delivery, &asker.place, "street-address"))
        .put(el("label").put(el("span").put(w.questions)).put(questions.put(asker.questions.as_str())))
        .put(kept_here(w, state).map(|said| el("p").class("note").put(said)))
}

fn shown(see: See<'_>, w: &Hall, state: &State, at: usize, letter: &Letter) -> El {
    let name = if letter.to.is_empty() { w.to_producers } else { letter.to.as_str() };
    let copy = ["copy:", &at.to_string()].concat();
    let copy = el("button").class("act").at("type", "button").at("data-act", copy).put(w.copy_letter);
    let send = ["send:", &at.to_string()].concat();
    let send = el("button").class("way").at("type", "button").at("data-act", send).put(w.sheet);
    let out = |name: &'static str, href: String| {
        el("a").class("way").at("href", href).at("target", "_blank").at("rel", "noopener external").put(name)
    };
    let mail = mail(letter);
    let brief = mail.as_ref().is_some_and(|href| !href.ends_with(&encoded(&letter.text)));
    let brief = brief.then(|| el("p").class("note").put(w.mail_is_brief));
    let ways = vec![
        Node::from(copy),
        state.sheet.then_some(send).into(),
        zalo(letter).map(|href| out("Zalo", href)).into(),
        sms(letter).map(|href| out("SMS", href)).into(),
        mail.map(|href| out("E-mail", href)).into(),
    ];
    let paste = zalo(letter).is_some().then(|| el("p").class("note").put(w.paste));
    let card = if letter.to.is_empty() { see.catalog.about.title.as_str() } else { letter.to.as_str() };
    el("section")
        .class("letter")
        .put(el("h2").put((w.letter_to)(name)))
        .put(view::contact(&letter.contact).map(|contact| el("p").put(contact)))
        .put(el("pre").at("id", ["letter-", &at.to_string()].concat()).at("tabindex", "0").put(letter.text.as_str()))
        .put(el("div").class("ways").put(ways))
        .put(paste)
        .put(brief)
        .put(keep(w, card, &letter.contact))
}

/// The contact for the phone's own book: as a file, and as a code for another phone; none where nothing is known.
pub(in crate::page) fn keep(w: &Hall, name: &str, contact: &Contact) -> Option<El> {
    let text = vcard(name, contact)?;
    let href = [CARD, &encoded(&text)].concat();
    let file = el("a").class("way").at("href", href).at("download", "lien-he.vcf").put(w.contact_file);
    let code = view::code(&text).map(|code| {
        let summary = el("summary").put(w.contact_code);
        el("details").put(summary).put(el("div").class("code").put(code))
    });
    Some(el("div").class("keep").put(file).put(code))
}
