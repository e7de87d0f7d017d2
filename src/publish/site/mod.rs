//! The whole site as files: catalogue, pictures, one HTML file a page, and what hosts and crawlers want besides.
//!
//! In: a catalogue with its details, files that others have made for it, the shell, a folder. Out: the site in that
//! folder, whole or not at all (see `stage` for what exactly holds). The same input, day included, gives the same bytes;
//! files that the folder has already are taken over. Preview pictures of earlier builds stay, because pages elsewhere
//! still show them, and so does whatever others have put into the folder.

mod award;
mod card;
mod feed;
mod frame;
mod head;
mod home;
mod host;
mod ledger;
mod linked;
mod manifest;
mod map;
mod obstacle;
mod open;
mod pages;
mod press;
mod shell;
mod stage;
mod writer;

pub(super) use card::PREVIEW;
pub use card::{Card, Cards, Subject};
pub(super) use home::Home;
pub use obstacle::Obstacle;
pub use shell::Shell;
pub(super) use stage::MARK;

use super::faults::Fault;
use super::settings::FILE as ABOUT;
use super::synonym::synonyms;
use super::write::{Tile, data};
use crate::catalog::{Catalog, Date, Detail};
use crate::page::Site;
use crate::search::{Index, store};
use frame::Frame;
use pages::Pages;
use press::Press;
use stage::Stage;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use writer::Writer;

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// Its details, parallel to its products.
    pub details: &'a [Detail],
    /// Photographs and preview pictures that are ready.
    pub files: &'a [Ready],
    /// Which preview picture stands for what.
    pub cards: &'a Cards,
}

/// A file that is ready, under a name that follows from its content.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ready {
    /// Its path in the site, with `/` between folders.
    pub path: String,
    /// Where it is now.
    pub from: PathBuf,
}

/// What may be chosen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Options {
    /// The day on which states are told.
    pub today: Date,
    /// Whether pressed forms (`.br`, `.gz`) stand beside the files; Cloudflare Pages and Netlify press by themselves.
    pub press: bool,
}

/// A part of the work.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// The search index is made.
    Index,
    /// The shell, the catalogue and what is ready are written.
    Files,
    /// The drawn pictures.
    Tiles,
    /// The preview pictures, before all else.
    Previews,
    /// The pages.
    Pages,
    /// The new site takes the place of the old one.
    Swap,
}

/// How far a build has come.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Step {
    /// In which part.
    pub part: Part,
    /// So many done…
    pub done: usize,
    /// …of so many.
    pub all: usize,
}

/// Who watches a build, from any thread; answering false stops it.
pub type Progress<'a> = dyn Fn(Step) -> bool + Sync + 'a;

/// What was built.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Built {
    /// HTML files.
    pub pages: usize,
    /// All files, their pressed forms not counted.
    pub files: usize,
    /// How many of them were there already and are the same.
    pub reused: usize,
    /// Files of others, and preview pictures of earlier builds, that were kept.
    pub kept: usize,
    /// What the site lacks because the catalogue does not say it.
    pub warnings: Vec<Fault>,
}

/// Build the site.
pub fn build(
    content: &Content<'_>,
    shell: &Shell,
    out: &Path,
    options: &Options,
    progress: &Progress<'_>,
) -> Result<Built, Obstacle> {
    let home = Home::read(&content.catalog.about.home);
    let frame = Frame::cut(shell, shell::INDEX, &home.path)?;
    let print = Frame::cut(shell, shell::PRINT, &home.path)?;
    let stage = Stage::open(out)?;
    let work = Work { progress, stopped: AtomicBool::new(false) };
    work.tell(Part::Index, 0, 1)?;
    let stored = store(content.catalog, content.details, &synonyms());
    let index = Index::open_now(content.catalog, &stored, options.today)?;
    let mut site = Site { catalog: content.catalog.clone(), index, today: options.today };
    // As the program in the browser reads it.
    site.catalog.about.home.clone_from(&home.whole);
    let pages = Pages::new(&site, content, [&frame, &print], &home);
    let writer = Writer::new(&stage, options.press.then(|| Press::of(pages.count())));
    let mut files = data(&site.catalog, content.details, &stored);
    files.iter_mut().for_each(|(name, _)| name.insert_str(0, "catalog/"));
    files.extend(host::settings(&home, &frame.policy, shell.files.keys().map(String::as_str)));
    files.extend(map::maps(&home, pages.routes(), site.catalog.about.as_of));
    files.extend(open::data(&site, content.details, &home));
    files.extend(feed::feeds(&site, content.details, &home, content.cards));
    files.push(("robots.txt".into(), map::robots(&home)));
    files.extend(manifest::manifest(shell, &site)?.map(|text| (manifest::FILE.into(), text)));
    let own = |name: &&String| ![shell::INDEX, shell::PRINT, manifest::FILE].contains(&name.as_str());
    let shells: Vec<_> = shell.files.iter().filter(|(name, _)| own(name)).collect();
    let tiles: Vec<Tile<'_>> = site.catalog.products.iter().flat_map(Tile::of).collect();
    let file = |i: usize| {
        if let Some((name, file)) = files.get(i) {
            return writer.put(name, file.as_bytes());
        }
        let i = i - files.len();
        match (shells.get(i), content.files.get(i.wrapping_sub(shells.len()))) {
            (Some((name, file)), _) => writer.put(name, file),
            (None, Some(ready)) => writer.put_ready(&ready.path, &ready.from),
            (None, None) => Ok(()),
        }
    };
    let tile = |tile: &Tile<'_>| writer.put(&format!("catalog/tile/{}", tile.name()), tile.draw().as_bytes());
    let page = |(path, html): (String, String)| writer.put(&path, html.as_bytes());
    let parts = [
        (Part::Files, files.len() + shells.len() + content.files.len()),
        (Part::Tiles, tiles.len()),
        (Part::Pages, pages.count()),
    ];
    work.each(parts, &|part, i| match part {
        Part::Tiles => tiles.get(i).map_or(Ok(()), tile),
        Part::Pages => pages.page(i).map_or(Ok(()), page),
        _ => file(i),
    })?;
    work.tell(Part::Swap, 0, 1)?;
    let kept = writer.keep_others()?;
    let (ledger, files, reused) = writer.end();
    stage.finish(&ledger)?;
    Ok(Built { pages: pages.count(), files, reused, kept, warnings: lacks(&home) })
}

/// What a site without a known address cannot have.
fn lacks(home: &Home) -> Vec<Fault> {
    if home.is_known() {
        return Vec::new();
    }
    let home = ("home, địa chỉ nơi đặt trang: https://…/", "home, the address where the site will stand: https://…/");
    let without = (
        "thiếu nó thì liên kết không hiện ảnh trên Zalo và Facebook, công cụ tìm kiếm không có sơ đồ trang",
        "without it links show no picture in Zalo and Facebook, and search engines get no map",
    );
    vec![Fault::error(ABOUT, "", home).mild().hint(without)]
}

/// Work shared among all processors.
struct Work<'a> {
    progress: &'a Progress<'a>,
    stopped: AtomicBool,
}

impl Work<'_> {
    fn tell(&self, part: Part, done: usize, all: usize) -> Result<(), Obstacle> {
        if !(self.progress)(Step { part, done, all }) {
            self.stopped.store(true, Ordering::Relaxed);
        }
        if self.stopped.load(Ordering::Relaxed) { Err(Obstacle::Stopped) } else { Ok(()) }
    }

    /// Do so many things of each part, in about their order; the first obstacle ends it.
    fn each(
        &self,
        parts: [(Part, usize); 3],
        one: &(dyn Fn(Part, usize) -> Result<(), Obstacle> + Sync),
    ) -> Result<(), Obstacle> {
        let all: usize = parts.iter().map(|part| part.1).sum();
        let next = AtomicUsize::new(0);
        let done = [(); 3].map(|()| AtomicUsize::new(0));
        let step = |mut i: usize| -> Result<(), Obstacle> {
            for ((part, many), done) in parts.iter().zip(&done) {
                if i < *many {
                    one(*part, i)?;
                    let so_far = done.fetch_add(1, Ordering::Relaxed) + 1;
                    return if so_far % TOLD == 0 || so_far == *many {
                        self.tell(*part, so_far, *many)
                    } else {
                        Ok(())
                    };
                }
                i -= many;
            }
            Ok(())
        };
        let work = || -> Result<(), Obstacle> {
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                if i >= all {
                    return Ok(());
                }
                step(i).inspect_err(|_| next.store(all, Ordering::Relaxed))?;
            }
        };
        let hands = std::thread::available_parallelism().map_or(1, usize::from).min(all.max(1));
        std::thread::scope(|scope| {
            let hands: Vec<_> = (0..hands).map(|_| scope.spawn(work)).collect();
            let ends: Vec<_> = hands.into_iter().map(|hand| hand.join().unwrap_or(Err(Obstacle::Stopped))).collect();
            ends.into_iter().collect()
        })
    }
}

/// Progress is told after so many.
const TOLD: usize = 16;
