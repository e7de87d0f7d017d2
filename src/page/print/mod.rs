//! The page that prints: what is chosen, the sheets as they will come out of the printer, one button.
//!
//! In: what is asked, by its address. Out: the form, and the [`Job`] for the press. In the browser `desk` lays out, draws
//! and prints; it is a program of its own, so that nobody who only looks pays for it.

#[cfg(target_arch = "wasm32")]
pub mod desk;
mod form;
#[cfg(target_arch = "wasm32")]
mod known;
#[cfg(target_arch = "wasm32")]
mod own;
#[cfg(target_arch = "wasm32")]
mod panel;

pub use form::{FIELDS, OLDER, form};

use super::Site;
use super::picks::resolve;
use crate::catalog::{Addendum, Change, Detail, ProductId};
use crate::paper::{By, Kind, Layout, Paper, Parts, Tongue};
use crate::pick::{Item, List, pack, unpack};
use crate::press::{Job, Tongues, Wish, Words};
use crate::query::{PAGE, Query, Sort};
use crate::route::{Address, Lang, Route};
use crate::view::{El, See, el, label};
use crate::words;
use form_urlencoded::{Serializer, parse};

/// The page before its program has come, and without it.
pub fn outside(see: See<'_>) -> El {
    let back = el("a").class("act").at("href", see.list(Query::default())).put(see.words.to_list);
    el("main").at("id", "main").class("desk").put(el("h1").put(see.words.print_title)).put(el("p").put(back))
}

/// What is asked of the page.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Asked {
    /// Language of the page, not of the paper.
    pub lang: Lang,
    /// Which products.
    pub query: Query,
    /// The code of a list of picks; it stands before any query.
    pub list: Option<String>,
    /// It is the one that the device keeps: then what was noted on it is printed as well.
    pub mine: bool,
    /// How they are printed.
    pub paper: Paper,
}

impl Asked {
    /// Read the query string of the page's address; what names no language is printed in the page's own.
    pub fn read(lang: Lang, text: &str) -> Asked {
        let own = Paper { tongue: if lang == Lang::Vi { Tongue::Vi } else { Tongue::En }, ..Paper::default() };
        let list = parse(text.as_bytes()).find(|(key, _)| key == "list").map(|(_, code)| code.into_owned());
        let mut paper = own.with(text);
        // whoever put a list in order gets it so, on few sheets, unless something else is asked for
        if list.is_some() {
            paper = Paper { by: By::Nothing, parts: Parts::Brief, layout: Layout::Cards12, ..paper }.with(text);
        }
        let mine = parse(text.as_bytes()).any(|(key, value)| key == "mine" && value == "1");
        Asked { lang, query: Query::read(text), list, mine, paper }
    }

    /// The page's address in that language.
    pub fn address(&self, lang: Lang) -> Address {
        let mut text = self.paper.write();
        // what is the first choice elsewhere is none for a list
        if self.list.is_some() {
            let p = &self.paper;
            let plain = Paper::default();
            let mut put = |key: &str, value: &str, is: bool| {
                if is {
                    text.push_str(&["&", key, "=", value].concat());
                }
            };
            put("by", p.by.key(), p.by == plain.by);
            put("parts", p.parts.key(), p.parts == plain.parts);
            put("layout", p.layout.key(), p.layout == plain.layout);
            put("mine", "1", self.mine);
        }
        // nor is Vietnamese on an English page
        if lang == Lang::En && self.paper.tongue == Tongue::Vi {
            text.push_str("&lang=vi");
        }
        let query = self.query.write();
        if !query.is_empty() {
            text.push('&');
            text.push_str(&query);
        }
        if let Some(list) = self.picks() {
            text.push('&');
            text.push_str(&list);
        }
        Address::new(lang, Route::Print(text))
    }

    /// What is asked of the page of picks.
    fn picks(&self) -> Option<String> {
        self.list.as_ref().map(|code| Serializer::new(String::new()).append_pair("list", code).finish())
    }

    /// Whether it is that list, which the device keeps, as it is now.
    pub fn is_own(&self, own: &List) -> bool {
        self.mine && self.list.as_deref() == Some(pack(own).as_str())
    }

    /// What is wanted of each product: quantities stand in the code of a list, notes on the device alone. They are those of
    /// whoever printed from there their own list as it is; nobody's notes get onto a list that was sent.
    pub fn wishes(&self, site: &Site, own: &List) -> Vec<(ProductId, Wish)> {
        let sent = self.list.as_deref().and_then(unpack).unwrap_or_default();
        let list = if self.is_own(own) { own.clone() } else { resolve(&site.catalog, &sent).0 };
        let wish = |item: &Item| {
            let wish = Wish { quantity: item.quantity, note: item.note.clone() };
            Some((site.catalog.find_product(&item.slug)?, wish)).filter(|wish| wish.1 != Wish::default())
        };
        let mut all: Vec<(ProductId, Wish)> = list.items().iter().filter_map(wish).collect();
        all.sort_unstable_by_key(|wish| wish.0);
        all
    }

    /// What a file of it is called: the product or the catalogue, and what it is printed as.
    pub fn name(&self, site: &Site) -> String {
        let of = site.catalog.find_product(&self.paper.item).map(|id| site.catalog.product(id).name.vi.as_str());
        let kind = (words::desk(self.lang).kinds)(self.paper.kind);
        [of.unwrap_or(&site.catalog.about.title), " – ", kind].concat()
    }

    /// The language in which the imprint names all sources; none where there is no imprint.
    pub fn names_sources(&self) -> Option<Lang> {
        let any = self.paper.kind == Kind::Book && self.paper.parts == Parts::Full;
        any.then(|| tongues(self.paper.tongue).first.lang)
    }

    /// The list that is printed, or the page of the one product.
    fn origin(&self) -> Address {
        let slug = &self.paper.item;
        let picks = if self.mine { Some(String::new()) } else { self.picks() };
        let list = || picks.map_or_else(|| Route::List(self.query.clone()), Route::Picks);
        Address::new(self.lang, if slug.is_empty() { list() } else { Route::Product(slug.clone()) })
    }

    /// The products of an addendum: those found in the later edition that are new or changed, and those found in the
    /// earlier one that were withdrawn.
    pub fn ids_since(&self, site: &Site, old: &Site, addendum: &Addendum) -> Vec<ProductId> {
        let mut ids = self.ids(site);
        ids.retain(|id| addendum.change(*id).is_some());
        ids.extend(self.ids(old).into_iter().filter_map(|id| addendum.withdrawn(id)));
        ids
    }

    /// The products that are printed.
    pub fn ids(&self, site: &Site) -> Vec<ProductId> {
        if !self.paper.item.is_empty() {
            return site.catalog.find_product(&self.paper.item).into_iter().collect();
        }
        if let Some(sent) = self.list.as_deref().map(|code| unpack(code).unwrap_or_default()) {
            let list = resolve(&site.catalog, &sent).0;
            return list.items().iter().filter_map(|item| site.catalog.find_product(&item.slug)).collect();
        }
        let mut all = self.query.clone();
        all.more = site.index.size().div_ceil(PAGE);
        site.index.find(&all).ids
    }
}

/// What sheets show besides the list, the least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Needs {
    /// Nothing.
    #[default]
    List,
    /// Prices and packs.
    Prices,
    /// What only a product's own page has.
    Details,
}

/// What the sheets of that paper show besides the list.
pub fn needs(paper: &Paper) -> Needs {
    match (paper.kind, paper.layout) {
        (Kind::Book, Layout::One) => Needs::Details,
        (Kind::Book, Layout::Table) | (Kind::Labels | Kind::Tags | Kind::Stickers, _) => Needs::Prices,
        (Kind::Book, _) => Needs::List,
        _ => Needs::Details,
    }
}

/// The words of a print, and of the language that comes first.
pub fn tongues(tongue: Tongue) -> Tongues {
    let (vi, en) = (words::paper(Lang::Vi), words::paper(Lang::En));
    match tongue {
        Tongue::Vi => Tongues { first: vi, second: None },
        Tongue::En => Tongues { first: en, second: None },
        Tongue::Both => Tongues { first: vi, second: Some(en) },
    }
}

/// What goes to the press.
pub struct Copy<'a> {
    /// The site, of the later edition.
    pub site: &'a Site,
    /// What changed since an earlier one, if only that is printed; ids are the addendum's then.
    pub addendum: Option<&'a Addendum>,
    /// The products.
    pub ids: Vec<ProductId>,
    /// Where the site stands, `https://…/`.
    pub home: String,
    /// What only products' own pages show, by product.
    pub details: &'a [(ProductId, Detail)],
    /// What is wanted of each.
    pub wishes: Vec<(ProductId, Wish)>,
    /// Whose list it is; empty where nobody has said.
    pub owner: String,
    /// Titles of all sources; empty where they are not known.
    pub sources: String,
}

/// The job for the press.
pub fn job<'a>(copy: Copy<'a>, asked: &Asked) -> Job<'a> {
    let Copy { site, addendum, ids, home, details, wishes, owner, sources } = copy;
    let about = &site.catalog.about;
    let tongues = tongues(asked.paper.tongue);
    let see = site.see(tongues.first.lang);
    let plain = asked.query.text.trim().is_empty();
    let mut remarks: Vec<String> = Vec::new();
    // a line a language
    let mut say = |says: &dyn Fn(&'static Words) -> String| {
        remarks.extend(
            [Some(tongues.first), tongues.second].into_iter().flatten().map(says).filter(|line| !line.is_empty()),
        );
    };
    say(&|w| match parts(site, site.see(w.lang), &asked.query).join(", ") {
        all if all.is_empty() => all,
        parts => [&parts, ": ", &(w.count_products)(ids.len())].concat(),
    });
    let many = |change: fn(&Change) -> bool| {
        ids.iter().filter(|id| addendum.and_then(|a| a.change(**id)).is_some_and(change)).count()
    };
    if addendum.is_some() {
        let changed = many(|change| matches!(change, Change::Changed(_)));
        let (new, gone) = (many(|change| *change == Change::New), many(|change| *change == Change::Withdrawn));
        say(&|w| (words::desk(w.lang).changes)(new, changed, gone));
    }
    say(&|w| if owner.is_empty() { String::new() } else { (words::desk(w.lang).owner)(&owner) });
    say(&|w| (w.as_of)(about.as_of));
    remarks.extend([&about.publisher, &about.event].into_iter().filter(|text| !text.is_empty()).cloned());
    let subtitle = tongues.both(|w| match addendum {
        Some(addendum) => (words::desk(w.lang).since)(addendum.since),
        None if asked.list.is_some() => (words::desk(w.lang).picked)(ids.len()),
        None => (words::desk(w.lang).subtitle)(ids.len(), (w.text)(&about.province)),
    });
    Job {
        catalog: addendum.map_or(&site.catalog, |addendum| &addendum.catalog),
        addendum,
        by_name: asked.list.is_none() && (plain && asked.query.sort == Sort::Best || asked.query.sort == Sort::Name),
        details,
        wishes,
        today: site.today,
        paper: asked.paper.clone(),
        words: tongues,
        home,
        // whoever scans it has another device
        view: Address::new(see.lang, Asked { mine: false, ..asked.clone() }.origin().route)
            .write()
            .trim_start_matches("./")
            .into(),
        subtitle,
        remarks,
        sources: [words::desk(see.lang).all_sources.into(), sources],
        ids,
    }
}

/// What narrows a list, a text each.
fn parts(site: &Site, see: See<'_>, query: &Query) -> Vec<String> {
    let words = Some(query.text.trim()).filter(|text| !text.is_empty()).map(|text| format!("“{text}”"));
    let pick = |(facet, slug)| site.index.value(facet, slug).map(|value| label(see, facet, value, true));
    words.into_iter().chain(query.picks().filter_map(pick)).collect()
}
