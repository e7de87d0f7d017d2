//! What holds for every page: sound markup, names, one outline, pictures with sizes, nothing inline, links that lead
//! somewhere. In: a site and an address. Out: the elements of its page, or a failed test that lists all that is wrong.

use crate::address::opened;
use crate::html::{Element, around, read};
use ocop::page::{Site, Ui, draw, framed};
use ocop::route::{Address, Route};
use ocop::view::El;
use std::collections::HashSet;

/// Elements that say something or should not stand there.
const SPEAKING: &[&str] = &[
    "a",
    "button",
    "h1",
    "h2",
    "h3",
    "p",
    "li",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "small",
    "b",
    "mark",
    "label",
    "section",
    "figure",
    "figcaption",
    "caption",
    "th",
    "option",
    "nav",
    "table",
    "main",
    "footer",
    "header",
    "aside",
];

/// Draw a page, check all that holds for every page, and give its elements.
#[track_caller]
pub fn sound(site: &Site, address: &Address, ui: &Ui) -> Vec<Element> {
    checked(site, address, &draw(site, address, ui).to_html())
}

/// The same for the content of a page that has a program of its own.
#[track_caller]
pub fn sound_page(site: &Site, address: &Address, content: El) -> Vec<Element> {
    checked(site, address, &framed(site, address, &Ui::default(), content).to_html())
}

#[track_caller]
fn checked(site: &Site, address: &Address, html: &str) -> Vec<Element> {
    let all = match read(html) {
        Ok(all) => all,
        Err(why) => unreachable!("{}: {why}", address.write()),
    };
    let faults: Vec<String> = [
        names(&all),
        inline(&all),
        outline(&all),
        pictures(&all),
        fields(&all),
        empty(&all),
        links(site, address, &all),
    ]
    .concat();
    assert!(faults.is_empty(), "{}:\n{}", address.write(), faults.join("\n"));
    all
}

/// Ids stand once, and what refers to one finds it.
fn names(all: &[Element]) -> Vec<String> {
    let mut out = Vec::new();
    let ids: Vec<&str> = all.iter().filter_map(|e| e.attr("id")).collect();
    let once: HashSet<&str> = ids.iter().copied().collect();
    if once.len() < ids.len() {
        out.push(format!("an id stands twice: {ids:?}"));
    }
    for e in all {
        for name in ["for", "aria-labelledby", "aria-controls", "aria-activedescendant", "aria-describedby"] {
            let lost = e.attr(name).filter(|id| !once.contains(id));
            out.extend(lost.map(|id| format!("{name}={id} leads nowhere")));
        }
    }
    let mut keys = HashSet::new();
    out.extend(
        all.iter()
            .filter_map(|e| e.attr("data-focus"))
            .filter(|k| !keys.insert(*k))
            .map(|k| format!("data-focus {k} stands twice")),
    );
    out
}

/// No style, no script, no handler: the Content-Security-Policy would stop them.
fn inline(all: &[Element]) -> Vec<String> {
    let tags = all
        .iter()
        .filter(|e| ["script", "style", "iframe", "object"].contains(&e.tag.as_str()))
        .map(|e| format!("a <{}>", e.tag));
    let bad = |(name, value): &(&str, &str)| {
        *name == "style" || name.starts_with("on") || value.trim_start().starts_with("javascript:")
    };
    tags.chain(all.iter().flat_map(|e| e.attrs().filter(bad)).map(|(name, value)| format!("{name}=\"{value}\"")))
        .collect()
}

/// One `h1`, one `main`, and no heading two levels below the one before.
fn outline(all: &[Element]) -> Vec<String> {
    let mut out = Vec::new();
    for tag in ["h1", "main", "header", "footer"] {
        let count = all.iter().filter(|e| e.tag == tag).count();
        if count != 1 {
            out.push(format!("{count} <{tag}>"));
        }
    }
    let levels: Vec<(u8, &str)> =
        all.iter().filter_map(|e| Some((e.tag.strip_prefix('h')?.parse().ok()?, e.text.as_str()))).collect();
    out.extend(levels.windows(2).filter(|w| w[1].0 > w[0].0 + 1).map(|w| format!("'{}' skips a level", w[1].1)));
    out
}

fn pictures(all: &[Element]) -> Vec<String> {
    let bad = |e: &&Element| {
        let size = |name| e.attr(name).is_some_and(|n| n.parse::<u32>().is_ok_and(|n| n > 0));
        e.tag == "img"
            && (e.attr("alt").is_none() || !size("width") || !size("height") || e.attr("src").is_none_or(str::is_empty))
    };
    let svgs = all
        .iter()
        .filter(|e| e.tag == "svg" && e.attr("aria-hidden") != Some("true"))
        .filter(|e| e.attr("role") != Some("img") || e.attr("aria-label").is_none_or(str::is_empty))
        .map(|_| "an <svg> that is read out without a name".into());
    all.iter().filter(bad).map(|e| format!("{e:?}")).chain(svgs).collect()
}

/// Whatever can be filled in or pressed has a name.
fn fields(all: &[Element]) -> Vec<String> {
    let labelled: HashSet<&str> = all.iter().filter(|e| e.tag == "label").filter_map(|e| e.attr("for")).collect();
    let named = |i: usize, e: &Element| {
        let inside = around(all, i).any(|e| e.tag == "label" && !e.text.trim().is_empty());
        let label = e.attr("aria-label").is_some_and(|l| !l.trim().is_empty());
        inside || label || e.attr("id").is_some_and(|id| labelled.contains(id))
    };
    let field = |e: &Element| matches!(e.tag.as_str(), "input" | "select" | "textarea");
    let nameless = |e: &Element| {
        matches!(e.tag.as_str(), "a" | "button") && e.text.trim().is_empty() && e.attr("aria-label").is_none()
    };
    let bad = |(i, e): &(usize, &Element)| field(e) && !named(*i, e) || nameless(e);
    let nested = |(i, e): &(usize, &Element)| {
        matches!(e.tag.as_str(), "a" | "button" | "input")
            && around(all, *i).any(|e| matches!(e.tag.as_str(), "a" | "button"))
    };
    let all = || all.iter().enumerate();
    all()
        .filter(bad)
        .map(|(_, e)| format!("nameless: {e:?}"))
        .chain(all().filter(nested).map(|(_, e)| format!("a press within a press: {e:?}")))
        .collect()
}

/// What a source leaves empty does not stand there as an empty element.
fn empty(all: &[Element]) -> Vec<String> {
    let filled: HashSet<usize> = (0..all.len())
        .filter(|i| matches!(all[*i].tag.as_str(), "img" | "svg" | "input"))
        .flat_map(|i| std::iter::successors(all[i].parent, |at| all[*at].parent))
        .collect();
    let bad = |(i, e): &(usize, &Element)| {
        SPEAKING.contains(&e.tag.as_str()) && e.text.trim().is_empty() && !filled.contains(i)
    };
    let mut out: Vec<String> = all.iter().enumerate().filter(bad).map(|(_, e)| format!("empty: {e:?}")).collect();
    let hollow = |e: &&Element| {
        e.attrs().any(|(name, value)| {
            matches!(name, "class" | "id" | "href" | "src" | "aria-label" | "title" | "lang") && value.is_empty()
        })
    };
    out.extend(all.iter().filter(hollow).map(|e| format!("an empty attribute: {e:?}")));
    out
}

/// Every link of the site leads to a page that exists; every other one to a source.
fn links(site: &Site, at: &Address, all: &[Element]) -> Vec<String> {
    let mut out = Vec::new();
    for e in all {
        let to = [("a", "href"), ("option", "value"), ("input", "data-go"), ("form", "action")]
            .into_iter()
            .find(|t| t.0 == e.tag);
        let Some(link) = to.and_then(|t| e.attr(t.1)) else {
            if e.tag == "a" {
                out.push(format!("leads nowhere: {e:?}"));
            }
            continue;
        };
        if let Some(id) = link.strip_prefix('#') {
            out.extend((!all.iter().any(|e| e.attr("id") == Some(id))).then(|| format!("#{id} is not there")));
        } else if e.attr("download").is_some() {
            // A file beside the pages: `tags` finds it in the finished site.
        } else if ["sms:", "mailto:", "tel:"].iter().any(|app| link.starts_with(app)) {
            out.extend((!link.is_ascii() || link.contains(' ')).then(|| format!("{link}: no app opens it")));
        } else if link.starts_with("http") {
            let rel = e.attr("rel").unwrap_or_default();
            out.extend((!rel.contains("noopener")).then(|| format!("{link}: no rel")));
        } else {
            let to = opened(link);
            let known = exists(site, &to.route) || to.route == at.route;
            out.extend((!known || link.starts_with('/')).then(|| format!("{link}: no such page")));
        }
    }
    out
}

fn exists(site: &Site, route: &Route) -> bool {
    match route {
        Route::Product(slug) => site.catalog.find_product(slug).is_some(),
        Route::Producer(slug) => site.catalog.find_producer(slug).is_some(),
        Route::Place(slug) => site.catalog.communes.iter().any(|c| c.slug == *slug),
        Route::List(query) => query.picks().all(|(facet, slug)| site.index.value(facet, slug).is_some()),
        Route::Missing(_) => false,
        _ => true,
    }
}
