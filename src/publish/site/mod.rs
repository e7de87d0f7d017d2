//! The whole site as files: catalogue, pictures, one HTML file a page, and what hosts and crawlers want besides.
//!
//! In: a catalogue with its details, files that others have made for it, the shell, a folder. Out: the site in that
//! folder, whole or not at all (see `stage` for what exactly holds). The same input, day included, gives the same bytes;
//! files that the folder has already are taken over. Preview pictures of earlier builds stay, because pages elsewhere
//! still show them, and so does whatever others have put into the folder.

mod award;
mod card;
mod drawing;
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
mod offline;
mod open;
mod pages;
mod press;
mod shell;
mod stage;
mod work;
mod writer;

pub(super) use card::PREVIEW;
pub use card::{Card, Cards, Previews, Subject};
pub(super) use home::Home;
pub use obstacle::Obstacle;
pub use offline::{version_of, worker_of};
pub use shell::Shell;
pub(super) use stage::MARK;

use super::faults::Fault;
use super::settings::FILE as ABOUT;
use super::synonym::synonyms;
use super::write::{data, drawn};
use crate::bundle;
use crate::catalog::{Catalog, Date, Detail, Product};
use crate::offline::WORKER;
use crate::page::Site;
use crate::route::Route;
use crate::search::{Index, store};
use drawing::Drawing;
use frame::Frame;
use pages::Pages;
use press::Press;
use stage::Stage;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicUsize;
use work::Work;
use writer::Writer;

/// What a site is made of.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The catalogue.
    pub catalog: &'a Catalog,
    /// Its details, parallel to its products.
    pub details: &'a [Detail],
    /// Products and producers that were withdrawn.
    pub gone: &'a [Gone],
    /// Photographs, and what else is ready.
    pub files: &'a [Ready],
    /// Preview pictures that are still to be drawn, if there are any.
    pub previews: Option<&'a dyn Previews>,
    /// Which preview picture stands for what.
    pub cards: &'a Cards,
}

/// What no longer stands at an address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gone {
    /// The address.
    pub route: Route,
    /// Its name.
    pub name: String,
    /// Where it stands now, if that is known.
    pub now: Option<Route>,
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

/// A part of the work, in the order in which they are begun; later ones are worked at beside earlier ones.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Part {
    /// The search index is made.
    Index,
    /// The shell, the catalogue and what is ready are written.
    Files,
    /// The preview pictures.
    Previews,
    /// The drawn pictures.
    Tiles,
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
    let hall = Frame::cut(shell, shell::HALL, &home.path)?;
    let policy = frame::policy_of(&[&frame, &print, &hall]);
    let stage = Stage::open(out)?;
    let work = Work::new(progress);
    work.tell(Part::Index, 0, 1)?;
    let routes = pages::routes(content.catalog);
    let writer = Writer::new(&stage, options.press.then(|| Press::of(pages::count(&routes, content.gone))));
    let drawing = Drawing { pictures: content.previews, next: AtomicUsize::new(0), writer: &writer };
    // One processor makes the index and the texts; until that is done the others can only draw.
    let (site, texts) = drawing.beside(|| texts(content, shell, &home, &policy, &routes, options.today))?;
    work.tell(Part::Index, 1, 1)?;
    let pages = Pages::new(&site, *content, [&frame, &print, &hall], &home, &routes);
    let own =
        |name: &&String| ![shell::INDEX, shell::PRINT, shell::HALL, manifest::FILE, WORKER].contains(&name.as_str());
    let shells: Vec<_> = shell.files.iter().filter(|(name, _)| own(name)).collect();
    let file = |i: usize| {
        if let Some((name, file)) = texts.get(i) {
            return writer.put(name, file.as_bytes());
        }
        let i = i - texts.len();
        match (shells.get(i), content.files.get(i.wrapping_sub(shells.len()))) {
            (Some((name, file)), _) => writer.put_pressed(name, file, shell.pressed.get(*name).map(AsRef::as_ref)),
            (None, Some(ready)) => writer.put_ready(&ready.path, &ready.from),
            (None, None) => Ok(()),
        }
    };
    let tiles = |p: &Product| {
        drawn(p).into_iter().try_for_each(|(name, tile)| writer.put(&format!("catalog/tile/{name}"), tile.as_bytes()))
    };
    let page = |(path, html): (String, String)| writer.put(&path, html.as_bytes());
    let parts = [
        (Part::Files, texts.len() + shells.len() + content.files.len()),
        (Part::Previews, drawing.count()),
        (Part::Tiles, site.catalog.products.len()),
        (Part::Pages, pages.count()),
    ];
    work.each(parts, &|part, i| match part {
        Part::Previews => drawing.one().map(drop),
        Part::Tiles => site.catalog.products.get(i).map_or(Ok(()), tiles),
        Part::Pages => pages.page(i).map_or(Ok(()), page),
        _ => file(i),
    })?;
    offline::put(&writer, shell, &pages)?;
    work.tell(Part::Swap, 0, 1)?;
    let kept = writer.keep_others()?;
    let (ledger, files, reused) = writer.end();
    stage.finish(&ledger)?;
    Ok(Built { pages: pages.count(), files, reused, kept, warnings: lacks(&home) })
}

/// Files with their names.
type Texts = Vec<(String, String)>;

/// The site as pages read it, and all its texts that are no pages.
fn texts(
    content: &Content<'_>,
    shell: &Shell,
    home: &Home,
    policy: &str,
    routes: &[Route],
    today: Date,
) -> Result<(Site, Texts), Obstacle> {
    let stored = store(content.catalog, content.details, &synonyms());
    let index = Index::open_now(content.catalog, &stored, today)?;
    let mut site = Site { catalog: content.catalog.clone(), index, today };
    // As the program in the browser reads it.
    site.catalog.about.home.clone_from(&home.whole);
    let mut files = data(&site.catalog, content.details, &stored);
    files.push((bundle::GONE.into(), bundle::write_gone(content.gone.iter().filter_map(withdrawn))));
    files.iter_mut().for_each(|(name, _)| name.insert_str(0, "catalog/"));
    files.extend(host::settings(home, policy, shell.files.keys().map(String::as_str)));
    files.extend(map::maps(home, routes, site.catalog.about.as_of));
    files.extend(open::data(&site, content.details, home));
    files.extend(feed::feeds(&site, content.details, home, content.cards));
    files.push(("robots.txt".into(), map::robots(home)));
    files.extend(manifest::manifest(shell, &site, home)?.map(|text| (manifest::FILE.into(), text)));
    Ok((site, files))
}

/// Slug and name of a product that was withdrawn.
fn withdrawn(gone: &Gone) -> Option<[&str; 2]> {
    match &gone.route {
        Route::Product(slug) => Some([slug, &gone.name]),
        _ => None,
    }
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
