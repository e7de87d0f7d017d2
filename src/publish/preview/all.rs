//! The preview pictures of a whole catalogue, in a folder that keeps them.
//!
//! In: a catalogue, the folder, where its photographs are. Out: the pictures there, each written whole or not at all,
//! and their list for the site. One that is there already is not drawn again; none is ever removed, because pages
//! elsewhere may still show it. All processors draw.

use super::canvas::{HEIGHT, WIDTH};
use super::{Card, Painter, catalog, producer, product};
use crate::catalog::{Catalog, Date, ProducerId, ProductId};
use crate::publish::save::replace;
use crate::publish::site::{self, Cards, PREVIEW, Ready, Subject};
use crate::route::Lang;
use crate::view::See;
use crate::words;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{fs, io, thread};

/// Preview pictures that are ready.
#[derive(Debug, Default)]
pub struct Made {
    /// Which stands for what.
    pub cards: Cards,
    /// Their files.
    pub files: Vec<Ready>,
    /// How many were not there yet.
    pub drawn: usize,
}

/// Have all preview pictures of a catalogue in a folder. `photos` holds `{stem}.jpg` of each photograph. Who watches is
/// told how many of how many are ready, from any thread, and stops the work by answering false.
pub fn make(
    catalog: &Catalog,
    today: Date,
    folder: &Path,
    photos: &Path,
    progress: &(dyn Fn(usize, usize) -> bool + Sync),
) -> io::Result<Made> {
    fs::create_dir_all(folder)?;
    let see = See { catalog, today, lang: Lang::Vi, words: words::of(Lang::Vi) };
    let of_maker = products_of(catalog);
    let all = 1 + catalog.products.len() + catalog.producers.len();
    let next = AtomicUsize::new(0);
    let hand = || -> io::Result<Made> {
        let (mut made, mut painter) = (Made::default(), Painter::default());
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((subject, card)) = card(see, &of_maker, at) else { return Ok(made) };
            made.add(subject, &card, folder, photos, &mut painter)
                .inspect_err(|_| next.store(all, Ordering::Relaxed))?;
            if !progress(at + 1, all) {
                next.store(all, Ordering::Relaxed);
                return Err(io::ErrorKind::Interrupted.into());
            }
        }
    };
    let hands = thread::available_parallelism().map_or(1, usize::from);
    let mut made = thread::scope(|scope| {
        let hands: Vec<_> = (0..hands).map(|_| scope.spawn(hand)).collect();
        hands.into_iter().try_fold(Made::default(), |mut sum, hand| {
            let one = hand.join().map_err(|_| io::Error::other("drawing the preview pictures stopped"))??;
            sum.cards.0.extend(one.cards.0);
            sum.files.extend(one.files);
            sum.drawn += one.drawn;
            Ok::<_, io::Error>(sum)
        })
    })?;
    made.files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(made)
}

/// The catalogue's card, then those of its products, then those of its producers.
fn card(see: See<'_>, of_maker: &[Vec<ProductId>], at: usize) -> Option<(Subject, Card)> {
    let c = see.catalog;
    let Some(at) = at.checked_sub(1) else { return Some((Subject::Catalog, catalog(see))) };
    if let Some(p) = c.products.get(at) {
        return Some((Subject::Product(p.slug.clone()), product(see, ProductId(at as u32))));
    }
    let at = at - c.products.len();
    let maker = c.producers.get(at)?;
    Some((Subject::Producer(maker.slug.clone()), producer(see, ProducerId(at as u32), of_maker.get(at)?)))
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

impl Made {
    fn add(
        &mut self,
        subject: Subject,
        card: &Card,
        folder: &Path,
        photos: &Path,
        painter: &mut Painter,
    ) -> io::Result<()> {
        let name = card.file();
        let from = folder.join(&name);
        if !from.exists() {
            replace(&from, &painter.draw(card, photos)?)?;
            self.drawn += 1;
        }
        let path = format!("{PREVIEW}{name}");
        self.files.push(Ready { path: path.clone(), from });
        self.cards.0.insert(subject, site::Card { path, width: WIDTH as u16, height: HEIGHT as u16 });
        Ok(())
    }
}
