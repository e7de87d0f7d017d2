//! The preview pictures of a whole catalogue.
//!
//! In: a catalogue, where its photographs are. Out: which picture stands for what, and any of them drawn when it is asked
//! for. A picture with a photograph takes twenty times as long as one of tiles: it is kept in a folder, written whole or
//! not at all, and never drawn again.

use super::canvas::{HEIGHT, WIDTH};
use super::{Card, Painter, catalog, producer, product};
use crate::catalog::{Catalog, Date, ProducerId, ProductId};
use crate::pick::NOTHING;
use crate::publish::save::replace;
use crate::publish::site::{self, Cards, PREVIEW, Previews, Subject};
use crate::route::Lang;
use crate::view::See;
use crate::words;
use std::cell::RefCell;
use std::path::Path;
use std::{fs, io};

/// All preview pictures, not drawn yet.
pub struct Gallery<'a> {
    see: See<'a>,
    of_maker: Vec<Vec<ProductId>>,
    photos: &'a Path,
    paths: Vec<String>,
    cards: Cards,
}

thread_local! {
    static PAINTER: RefCell<Painter> = RefCell::default();
}

impl<'a> Gallery<'a> {
    /// Those of a catalogue; none if nobody knows where it will stand, since nobody could name them. `photos` holds
    /// `{stem}.jpg` of each photograph; the folder `previews` beside it keeps pictures with photographs.
    pub fn of(catalog: &'a Catalog, today: Date, photos: &'a Path) -> Gallery<'a> {
        let see = See { catalog, today, lang: Lang::Vi, words: words::of(Lang::Vi), picks: &NOTHING };
        let of_maker = products_of(catalog);
        let mut all = Gallery { see, of_maker, photos, paths: Vec::new(), cards: Cards::default() };
        if catalog.about.home.is_empty() {
            return all;
        }
        while let Some((subject, card)) = all.card(all.paths.len()) {
            let path = format!("{PREVIEW}{}", card.file());
            all.cards.0.insert(subject, site::Card { path: path.clone(), width: WIDTH as u16, height: HEIGHT as u16 });
            all.paths.push(path);
        }
        all
    }

    /// Which stands for what.
    pub fn cards(&self) -> &Cards {
        &self.cards
    }

    /// The catalogue's card, then those of its products, then those of its producers.
    fn card(&self, at: usize) -> Option<(Subject, Card)> {
        let (see, c) = (self.see, self.see.catalog);
        let Some(at) = at.checked_sub(1) else { return Some((Subject::Catalog, catalog(see))) };
        if let Some(p) = c.products.get(at) {
            return Some((Subject::Product(p.slug.clone()), product(see, ProductId(at as u32))));
        }
        let at = at - c.products.len();
        let maker = c.producers.get(at)?;
        Some((Subject::Producer(maker.slug.clone()), producer(see, ProducerId(at as u32), self.of_maker.get(at)?)))
    }
}

impl Previews for Gallery<'_> {
    fn paths(&self) -> &[String] {
        &self.paths
    }

    fn draw(&self, number: usize) -> io::Result<Vec<u8>> {
        let (_, card) = self.card(number).ok_or(io::ErrorKind::NotFound)?;
        let draw = || PAINTER.with_borrow_mut(|painter| painter.draw(&card, self.photos));
        if !card.has_photo() {
            return draw();
        }
        let folder = self.photos.with_file_name("previews");
        let kept = folder.join(card.file());
        if let Ok(picture) = fs::read(&kept) {
            return Ok(picture);
        }
        let picture = draw()?;
        fs::create_dir_all(&folder)?;
        replace(&kept, &picture)?;
        Ok(picture)
    }
}

fn products_of(catalog: &Catalog) -> Vec<Vec<ProductId>> {
    let mut all = vec![Vec::new(); catalog.producers.len()];
    for id in catalog.ids() {
        for maker in &catalog.product(id).makers {
            all[maker.0 as usize].push(id);
        }
    }
    all
}
