//! One HTML file for every page, drawn by the site's own views into the shell.
//!
//! In: the site, and what its pages need. Out: path and HTML of each page. A visitor sees the page before the program
//! has come; the program then takes it over.

use super::frame::Frame;
use super::head::{bare, tags};
use super::home::Home;
use super::linked::Page;
use super::{Content, Gone};
use crate::catalog::{Catalog, Detail, ProductId};
use crate::page::{self, Site, Ui, draw, waiting};
use crate::publish::write::sections;
use crate::route::{Address, Lang, Route};

/// All pages of a site.
pub(super) struct Pages<'a> {
    site: &'a Site,
    content: Content<'a>,
    /// For what is read, for what is printed, and for the hall.
    frames: [&'a Frame; 3],
    home: &'a Home,
    routes: &'a [Route],
    /// The page "About" in each language.
    about: [Vec<Vec<String>>; Lang::ALL.len()],
}

/// Pages between the list and those of products.
const FIRST: [Route; 4] = [Route::Producers, Route::Places, Route::Overview, Route::About];

/// The pages that have an address of their own, in each language.
pub(super) fn routes(c: &Catalog) -> Vec<Route> {
    let mut routes = vec![Route::List(Default::default())];
    routes.extend(FIRST);
    routes.extend(c.products.iter().map(|p| Route::Product(p.slug.clone())));
    routes.extend(c.producers.iter().map(|p| Route::Producer(p.slug.clone())));
    routes.extend(c.communes.iter().map(|p| Route::Place(p.slug.clone())));
    routes
}

/// Pages with a program of their own, which search engines are not told of: what they show stands in their addresses.
const APART: [fn(String) -> Route; 5] = [Route::Print, Route::Picks, Route::Share, Route::Offline, Route::Booth];

/// How many files there are: each page in each language, those apart, those of what was withdrawn, and `404.html`.
pub(super) fn count(routes: &[Route], gone: &[Gone]) -> usize {
    (routes.len() + APART.len() + gone.len()) * Lang::ALL.len() + 1
}

impl<'a> Pages<'a> {
    pub(super) fn new(
        site: &'a Site,
        content: Content<'a>,
        frames: [&'a Frame; 3],
        home: &'a Home,
        routes: &'a [Route],
    ) -> Pages<'a> {
        let about = Lang::ALL.map(|lang| sections(lang, &site.catalog, content.details));
        Pages { site, content, frames, home, routes, about }
    }

    pub(super) fn count(&self) -> usize {
        count(self.routes, self.content.gone)
    }

    /// The page of that number: path of its file, and HTML.
    pub(super) fn page(&self, number: usize) -> Option<(String, String)> {
        if number + 1 == self.count() {
            let missing = Address::new(Lang::Vi, Route::Missing(String::new()));
            return Some(("404.html".into(), self.draw(&missing, None, None)));
        }
        let each = self.count() / Lang::ALL.len();
        let (lang, at) = (number / each, number % each);
        let gone = at.checked_sub(self.routes.len() + APART.len()).and_then(|at| self.content.gone.get(at));
        let apart = || APART.get(at - self.routes.len()).map(|route| route(String::new()));
        let route = gone.map(|gone| gone.route.clone()).or_else(|| self.routes.get(at).cloned()).or_else(apart)?;
        let address = Address::new(*Lang::ALL.get(lang)?, route);
        let product = match address.route {
            Route::Product(_) if gone.is_none() => {
                let at = at - FIRST.len() - 1;
                self.content.details.get(at).map(|detail| (ProductId(at as u32), detail))
            }
            _ => None,
        };
        Some((format!("{}index.html", address.path()), self.draw(&address, product, gone)))
    }

    /// The catalogue they are drawn from.
    pub(super) fn site(&self) -> &Site {
        self.site
    }

    /// Paths of the pages that have programs of their own.
    pub(super) fn apart(&self) -> Vec<String> {
        let file = |lang, route: fn(String) -> Route| Address::new(lang, route(String::new())).path() + "index.html";
        Lang::ALL.into_iter().flat_map(|lang| APART.map(|route| file(lang, route))).collect()
    }

    /// The page in which the program draws any other, where no network is there to send it.
    pub(super) fn waiting(&self, lang: Lang) -> String {
        self.frames[0].page(lang, &bare(self.site, lang), &waiting(self.site, lang).to_html())
    }

    fn draw(&self, address: &Address, product: Option<(ProductId, &Detail)>, gone: Option<&Gone>) -> String {
        let detail = product.map(|(id, detail)| (self.site.catalog.product(id).slug.clone(), detail.clone()));
        let [read, print, hall] = self.frames;
        let frame = match &address.route {
            Route::Print(_) => print,
            route if gone.is_some() || route.apart().is_some() => hall,
            _ => read,
        };
        let about = (address.route == Route::About).then(|| (address.lang, self.about[address.lang as usize].clone()));
        let content = match gone {
            Some(gone) => page::gone(self.site, address, &gone.name, gone.now.as_ref()),
            None => draw(self.site, address, &Ui { detail, about, ..Ui::default() }),
        };
        let head = tags(Page { site: self.site, address, product, gone, home: self.home, cards: self.content.cards });
        frame.page(address.lang, &head, &content.to_html())
    }
}
