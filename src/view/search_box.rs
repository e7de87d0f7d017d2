//! The search field with its suggestions: a combobox with a list box, as the ARIA practices have it.

use super::{El, See, el, label, marked};
use crate::query::{Facet, Query};
use crate::route::Route;
use crate::search::{Index, Kind, Suggestion};

/// What stands in it.
pub struct SearchBox<'a> {
    /// The text typed.
    pub text: &'a str,
    /// Folded words to mark.
    pub wanted: &'a [String],
    /// What is offered; empty when closed.
    pub offers: &'a [Suggestion],
    /// Earlier searches, offered where there are no suggestions.
    pub recent: &'a [String],
    /// Which offer the keyboard stands on.
    pub active: Option<usize>,
}

impl SearchBox<'_> {
    fn lines(&self) -> usize {
        offer_lines(self.offers, self.recent)
    }

    /// One line, for the link to be put on.
    fn line(&self, i: usize) -> El {
        let on = self.active == Some(i);
        el("a")
            .at("id", option_id(i))
            .maybe("class", on.then_some("on"))
            .at("role", "option")
            .at("tabindex", "-1")
            .at("aria-selected", if on { "true" } else { "false" })
    }
}

/// How many lines there are under the box; earlier searches have one more, to forget them.
pub fn offer_lines(offers: &[Suggestion], recent: &[String]) -> usize {
    if !offers.is_empty() || recent.is_empty() { offers.len() } else { recent.len() + 1 }
}

/// The form; it works without a script too, as a plain question to the list.
pub fn search_box(see: See<'_>, index: &Index, b: &SearchBox<'_>) -> El {
    let w = see.words;
    let input = el("input")
        .at("id", "q")
        .at("name", "q")
        .at("type", "text")
        .at("inputmode", "search")
        .at("role", "combobox")
        .at("autocomplete", "off")
        .at("autocapitalize", "off")
        .at("spellcheck", "false")
        .at("enterkeyhint", "search")
        .at("data-field", "q")
        .at("data-focus", "q")
        .at("placeholder", w.search_hint)
        .at("aria-controls", "offers")
        .at("aria-autocomplete", "list")
        .at("aria-expanded", if b.lines() == 0 { "false" } else { "true" })
        .maybe("aria-activedescendant", b.active.filter(|i| *i < b.lines()).map(option_id))
        .at("maxlength", "200")
        .at("value", b.text);
    el("form")
        .class("search")
        .at("role", "search")
        .at("action", see.list(Default::default()))
        .at("method", "get")
        .put(el("label").class("sr").at("for", "q").put(w.search_label))
        .put(input)
        .put(el("button").class("act").at("type", "submit").put(w.search_go))
        .put(offers(see, index, b))
}

fn option_id(i: usize) -> String {
    format!("offer-{i}")
}

/// Where a suggestion leads.
pub fn offer_href(see: See<'_>, index: &Index, kind: Kind) -> String {
    match kind {
        Kind::Product(id) => see.to(Route::Product(see.catalog.product(id).slug.clone())),
        Kind::Value(Facet::Producer, i) => see.to(Route::Producer(index.values(Facet::Producer)[i].slug.clone())),
        Kind::Value(Facet::Commune, i) => see.to(Route::Place(index.values(Facet::Commune)[i].slug.clone())),
        Kind::Value(facet, i) => see.list(Query::default().toggled(facet, &index.values(facet)[i].slug)),
    }
}

fn offers(see: See<'_>, index: &Index, b: &SearchBox<'_>) -> El {
    let mut groups: Vec<(&'static str, El)> = Vec::new();
    for (i, offer) in b.offers.iter().enumerate() {
        let head = match offer.kind {
            Kind::Product(_) => see.words.products,
            Kind::Value(facet, _) => (see.words.facet)(facet),
        };
        let line = item(see, index, b, i, offer);
        match groups.last_mut() {
            Some((name, group)) if *name == head => *group = group.clone().put(line),
            _ => {
                let id = format!("offers-{}", groups.len());
                let title = el("p").at("id", id.as_str()).at("role", "presentation").put(head);
                groups.push((head, el("div").at("role", "group").at("aria-labelledby", id).put(title).put(line)));
            }
        }
    }
    if b.offers.is_empty() && !b.recent.is_empty() {
        groups.push((see.words.recent, recent(see, b)));
    }
    el("div")
        .at("id", "offers")
        .class("offers")
        .at("role", "listbox")
        .at("aria-label", see.words.suggestions)
        .flag("hidden", b.lines() == 0)
        .put(groups.into_iter().map(|g| g.1).collect::<Vec<_>>())
}

/// Earlier searches, and a line to forget them.
fn recent(see: See<'_>, b: &SearchBox<'_>) -> El {
    let name = |text: &str| el("span").class("name").put(text);
    let ask = |text: &String| see.list(Query::default().typed(text));
    let lines = b.recent.iter().enumerate().map(|(i, text)| b.line(i).at("href", ask(text)).put(name(text)));
    let forget = b.line(b.recent.len()).at("href", "#q").at("data-act", "forget").put(name(see.words.forget));
    let title = el("p").at("id", "offers-recent").at("role", "presentation").put(see.words.recent);
    let group = el("div").at("role", "group").at("aria-labelledby", "offers-recent").put(title);
    group.put(lines.collect::<Vec<_>>()).put(forget)
}

fn item(see: See<'_>, index: &Index, b: &SearchBox<'_>, i: usize, offer: &Suggestion) -> El {
    let (name, under, right, image) = match offer.kind {
        Kind::Product(id) => {
            let p = see.catalog.product(id);
            let place = see.communes(&p.site).first().map(|c| see.text(&c.name).to_string());
            let place = place.or_else(|| see.district(&p.site).map(|d| (see.words.district)(d.kind, &d.name)));
            let stars = p.standing(see.today).and_then(|s| s.stars).map(see.words.stars);
            (p.shown(), place, stars.unwrap_or_default(), Some(see.small(p)))
        }
        Kind::Value(facet, v) => {
            let value = &index.values(facet)[v];
            (label(see, facet, value, true), None, (see.words.count_products)(offer.total), None)
        }
    };
    let image = image.map(|src| el("img").at("src", src).at("alt", "").at("width", "44").at("height", "44"));
    b.line(i)
        .at("href", offer_href(see, index, offer.kind))
        .put(image)
        .put(el("span").class("name").put(marked(&name, b.wanted)).put(under.map(|u| el("small").put(u))))
        .put(el("span").class("right").put(right))
}
