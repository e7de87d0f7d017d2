//! Setting a booth up: the exhibitor's form with the link and its QR code, and what a tablet shows that has scanned it.

use super::visit::{field, press};
use super::{preview, products};
use crate::booth::{Lack, Part, Plan, RESTS};
use crate::page::Site;
use crate::query::{Facet, Query};
use crate::route::{Address, Lang, Route, is_local};
use crate::view::{self, El, Node, See, el, label, langs};
use crate::words::{Booth, booth};

/// Names of the kinds of part, as the form has them: all, a list, and each facet.
pub const ALL: &str = "all";
/// A list that was put together.
pub const LIST: &str = "list";

/// The form; `plan` is what it says at first, `own` the code of the list that was picked on this device.
pub fn setup(see: See<'_>, site: &Site, plan: Option<&Plan>, own: &str) -> El {
    let w = booth(see.lang);
    let part = plan.map_or(&Part::All, |plan| &plan.part);
    let kind = match part {
        Part::All => ALL,
        Part::Of(facet, _) => facet.key(),
        Part::Picks(_) => LIST,
    };
    let facets = Part::FACETS.map(|facet| (facet.key(), (w.part_of)(facet)));
    let kinds: Vec<(&str, &str)> = [(ALL, w.part_all)].into_iter().chain(facets).chain([(LIST, w.part_list)]).collect();
    let values = Part::FACETS.map(|facet| of_facet(see, site, w, facet, part)).to_vec();
    let text = |length: &str, value: &str| el("input").at("type", "text").at("maxlength", length).at("value", value);
    let list = if let Part::Picks(code) = part { code.as_str() } else { own };
    let lang = plan.map_or(see.lang, |plan| plan.lang);
    let rest = plan.map_or(Plan::USUAL_REST, |plan| plan.rest);
    let rests = RESTS.map(|n| (n.to_string(), (w.seconds)(n)));
    let tongues = Lang::ALL.map(|lang| (lang.code().to_string(), (booth(lang).own_name).to_string()));
    let awake =
        el("input").at("type", "checkbox").at("id", "awake").flag("checked", plan.is_none_or(|plan| plan.awake));
    let pin = text("8", "").at("inputmode", "numeric").at("pattern", "[0-9]{4,8}").at("aria-describedby", "pin-hint");
    let form = el("form")
        .class("choices")
        .at("data-part", kind)
        .at("autocomplete", "off")
        .put(el("h1").at("tabindex", "-1").put(see.words.booth))
        .put(el("p").put(w.lead))
        .put(select("part", w.part, kinds.iter().map(|(key, name)| (key.to_string(), name.to_string())), kind))
        .put(values)
        .put(field(LIST, w.code, text("2000", list).at("aria-describedby", "said")).class("for-list"))
        .put(el("div").at("id", "said").at("role", "status"))
        .put(el("div").class("pair").put(field("hall", w.hall, text("40", plan.map_or("", |p| &p.hall)))).put(field(
            "stand",
            w.stand,
            text("40", plan.map_or("", |p| &p.stand)),
        )))
        .put(select("tongue", w.start_lang, tongues.into_iter(), lang.code()))
        .put(select("rest", w.rest, rests.into_iter(), &rest.to_string()))
        .put(el("label").class("tick").put(awake).put(el("span").put(w.awake)))
        .put(field("pin", w.pin, pin))
        .put(el("p").class("hint").at("id", "pin-hint").put(w.pin_hint));
    let rules = w.house_rules.iter().map(|rule| el("li").put(*rule)).collect::<Vec<_>>();
    let shown = products(site, part).unwrap_or_else(|_| site.catalog.ids().collect());
    let look = plan.map_or(("", "", lang), |plan| (plan.hall.as_str(), plan.stand.as_str(), lang));
    let side = el("div")
        .class("side")
        .put(el("div").class("preview").put(preview(see, look, &shown)))
        .put(el("section").class("link").at("aria-live", "polite").put(link(see, None)));
    el("div").class("set-up").put(bar(see)).put(form).put(side).put(el("ul").class("rules").put(rules))
}

/// Said of the part of that kind that is chosen: how many products it holds, where that is not plain; or what is wrong with it.
pub fn said(see: See<'_>, part: &str, holds: Result<Option<usize>, Lack>) -> Option<El> {
    let w = booth(see.lang);
    match holds {
        Ok(many) => many.map(|many| {
            let held = if part == LIST { w.begins } else { w.stays };
            el("p").class("hint").put((w.holds)(many)).put(" ").put(held)
        }),
        Err(Lack::Nothing) => Some(el("p").class("hint").put((w.lack)(Lack::Nothing))),
        Err(lack) => Some(el("p").class("missing").put((w.lack)(lack))),
    }
}

/// Whether the catalogue is on this device; where it is not, the way to bring it there.
pub fn ready(see: See<'_>, is: bool) -> El {
    let w = booth(see.lang);
    let out = is_ready(w, is);
    let way = || el("a").at("href", see.to(Route::Offline(String::new()))).put(w.download);
    out.put((!is).then(|| vec![Node::from(" "), way().into()]))
}

/// Whether the catalogue is on this device, in a sentence.
pub(super) fn is_ready(w: &Booth, is: bool) -> El {
    el("p").class(if is { "kept" } else { "kept unready" }).put(if is { w.ready } else { w.unready })
}

fn bar(see: See<'_>) -> El {
    let back = el("a").class("back").at("href", see.list(Query::default())).put(see.words.to_list);
    el("header").class("bar").put(back).put(langs(see, &Address::new(see.lang, Route::Booth(String::new()))))
}

fn select(id: &'static str, title: &str, all: impl Iterator<Item = (String, String)>, chosen: &str) -> El {
    let option = |(key, name): (String, String)| {
        let now = key == chosen;
        el("option").at("value", key).flag("selected", now).put(name)
    };
    el("label")
        .at("for", id)
        .put(el("span").put(title))
        .put(el("select").at("id", id).put(all.map(option).collect::<Vec<_>>()))
}

/// The values of a facet to choose from.
fn of_facet(see: See<'_>, site: &Site, w: &Booth, facet: Facet, part: &Part) -> El {
    let chosen = if let Part::Of(of, slug) = part
        && *of == facet
    {
        slug
    } else {
        ""
    };
    let all = site.index.values(facet).iter().map(|value| (value.slug.clone(), label(see, facet, value, true)));
    select(facet.key(), (w.part_of)(facet), all, chosen).class(&["for-", facet.key()].concat())
}

/// The link with its QR code and what can be done with it; without one, how one comes by it.
pub fn link(see: See<'_>, address: Option<&str>) -> El {
    let w = booth(see.lang);
    let out = el("div").put(el("h2").put(w.scan));
    let Some(address) = address else {
        let keep = el("a").at("href", see.to(Route::Offline(String::new()))).put(see.words.offline);
        let [first, rest @ ..] = w.steps;
        let first = el("li").put(first).put(" ").put(keep);
        return out.put(el("ol").class("steps").put(first).put(rest.map(|step| el("li").put(step)).to_vec()));
    };
    let drawn = view::code(address).unwrap_or_else(|| el("p").put(w.too_long));
    let acts = el("p")
        .class("acts")
        .put(press("open", w.open_here).class("act"))
        .put(press("copy-link", w.copy).class("second"));
    let whole = el("input")
        .at("type", "text")
        .at("readonly", "")
        .at("id", "whole")
        .at("aria-label", w.link)
        .at("value", address);
    let here = is_local(address).then(|| el("p").class("missing").put(w.local));
    let told = el("div").put(here).put(whole).put(acts).put(el("p").class("hint").put(w.scan_hint));
    out.put(el("div").class("coded").put(drawn).put(told))
}

/// A tablet that has the link: what it will be, and the touch that makes it so; or why it cannot be that.
pub fn invited(see: See<'_>, site: &Site, plan: &Plan, keeps: bool) -> El {
    let w = booth(see.lang);
    let part = match &plan.part {
        Part::All => w.part_all.to_string(),
        Part::Picks(_) => w.part_list.to_string(),
        Part::Of(facet, slug) => site
            .index
            .value(*facet, slug)
            .map_or_else(|| (w.part_of)(*facet).into(), |value| label(see, *facet, value, true)),
    };
    let found = products(site, &plan.part);
    let lack = found.as_ref().err().copied();
    let stand = (w.at_stand)(&plan.hall, &plan.stand);
    let rules = w.house_rules.iter().map(|rule| el("li").put(*rule)).collect::<Vec<_>>();
    let said = el("div")
        .class("invited")
        .put(el("h1").at("tabindex", "-1").put(w.invited))
        .put(el("p").class("great").put(part))
        .put((!stand.is_empty()).then(|| el("p").class("great").put(stand)))
        .put(lack.map(|lack| el("p").class("missing").at("role", "alert").put((w.lack)(lack))))
        .put((!keeps).then(|| el("p").at("role", "alert").put(w.unkept)))
        .put(el("div").class("ready"))
        .put(
            el("p")
                .class("acts")
                .put(lack.is_none().then(|| press("open", w.open_here).class("act")))
                .put(press("change", w.change).class("second")),
        )
        .put(el("ul").class("rules").put(rules));
    let look = |ids: Vec<_>| preview(see, (plan.hall.as_str(), plan.stand.as_str(), plan.lang), &ids);
    let look = found.ok().map(|ids| el("div").class("preview").put(look(ids)));
    el("div").class("set-up").put(bar(see)).put(said.put(look))
}
