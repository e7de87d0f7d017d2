//! Preview pictures: every one is a whole PNG or JPEG of the right size, nothing stands outside its place, the fonts
//! have every letter, the same gives the same, and what is there is not drawn again.

use image::RgbImage;
use ocop::catalog::{Catalog, Date, Photo, State};
use ocop::publish::preview::{self, Card, Foot, Gallery, HEIGHT, Painter, Picture, WIDTH, writes};
use ocop::publish::{Options, Previews, Subject, build, generate, read_folder};
use sha2::{Digest, Sha256};
use std::error::Error;
use std::fs;
use std::path::Path;

type Done<T = ()> = Result<T, Box<dyn Error>>;

const TODAY: Date = Date { year: 2026, month: 11, day: 23 };
/// What the platforms are given at most.
const HEAVIEST: usize = 300_000;

fn sample() -> Done<Catalog> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Ok(read_folder(&folder, TODAY).map_err(|faults| format!("{faults:?}"))?.catalog)
}

fn read(bytes: &[u8]) -> Done<RgbImage> {
    let picture = match bytes.starts_with(b"\x89PNG") {
        true => image::load_from_memory(bytes)?.into_rgb8(),
        false => {
            let points = jpeg_decoder::Decoder::new(bytes).decode()?;
            RgbImage::from_raw(WIDTH as u32, HEIGHT as u32, points).ok_or("not of this size")?
        }
    };
    assert_eq!(picture.dimensions(), (WIDTH as u32, HEIGHT as u32));
    Ok(picture)
}

fn drawn(painter: &mut Painter, card: &Card) -> Done<Vec<u8>> {
    Ok(painter.draw(card, Path::new("nowhere"))?)
}

/// The same card without name, lines and feet.
fn blank(card: &Card) -> Card {
    Card { name: String::new(), lines: Vec::new(), feet: Vec::new(), ..card.clone() }
}

/// Points that differ between two pictures: the smallest box around them.
fn differ(a: &RgbImage, b: &RgbImage) -> Option<[u32; 4]> {
    let points = a.enumerate_pixels().filter(|(x, y, point)| b.get_pixel(*x, *y) != *point);
    points.fold(None, |found, (x, y, _)| {
        let [left, top, right, bottom] = found.unwrap_or([x, y, x, y]);
        Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
    })
}

fn see(catalog: &Catalog) -> ocop::view::See<'_> {
    let lang = ocop::route::Lang::Vi;
    ocop::view::See { catalog, today: TODAY, lang, words: ocop::words::of(lang), picks: &ocop::pick::NOTHING }
}

fn card(name: &str) -> Card {
    let goods = ocop::publish::tile::Goods::Condiment;
    Card {
        slug: "thu".into(),
        title: "Hàng thử".into(),
        name: name.into(),
        pictures: vec![Picture::Tile { slug: "thu".into(), motif: "jar", goods }],
        ..Card::default()
    }
}

#[test]
fn words_of_all_cards_stay_in_their_half_and_files_are_small() -> Done {
    let mut painter = Painter::default();
    let (sample, invented) = (sample()?, generate(1000, 3).0);
    for catalog in [&sample, &invented] {
        let see = see(catalog);
        let mut cards: Vec<Card> = catalog.ids().map(|id| preview::product(see, id)).collect();
        // the longest are the hardest
        cards.sort_by_key(|card| std::cmp::Reverse(card.name.len()));
        cards.truncate(25);
        cards.push(preview::catalog(see));
        let empty = read(&drawn(&mut painter, &Card { pictures: Vec::new(), ..blank(&cards[0]) })?)?;
        for card in cards {
            let bytes = drawn(
                &mut painter,
                &Card { pictures: Vec::new(), title: sample_title(&card, catalog), ..card.clone() },
            )?;
            let found = differ(&read(&bytes)?, &empty);
            let [left, top, right, bottom] = found.ok_or_else(|| format!("{}: nothing is said", card.name))?;
            assert!(left >= 664 && right <= 1166 && top >= 84 && bottom <= 604, "{}: {found:?}", card.name);
            let whole = drawn(&mut painter, &card)?;
            assert!(whole.len() < HEAVIEST, "{}: {} bytes", card.name, whole.len());
            read(&whole)?;
        }
    }
    Ok(())
}

/// The catalogue's own card has no title; here all are compared with one sheet.
fn sample_title(card: &Card, catalog: &Catalog) -> String {
    if card.title.is_empty() { catalog.about.title.clone() } else { card.title.clone() }
}

#[test]
fn the_fonts_have_every_letter_of_the_sample_and_of_the_province() -> Done {
    let tables = [
        "data/thanh-hoa-products.csv",
        "data/thanh-hoa-communes-2025.csv",
        "data/commune-of-product.csv",
        "src/words/vi.rs",
    ];
    for table in tables {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(table)).unwrap_or_default();
        assert!(text.len() > 1000, "{table}");
        // arrows stand in remarks and comments only
        let missing: Vec<char> =
            text.chars().filter(|c| !c.is_control() && !writes(*c) && !"⇄→≥".contains(*c)).collect();
        assert!(missing.is_empty(), "{table}: {missing:?}");
    }
    assert!(!writes('字'), "a font that has everything is not ours");
    Ok(())
}

#[test]
fn every_accent_is_drawn() -> Done {
    let mut painter = Painter::default();
    let mut seen = std::collections::HashMap::new();
    for letter in "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵdđ".chars()
    {
        let bytes = drawn(&mut painter, &Card { pictures: Vec::new(), ..card(&letter.to_string()) })?;
        let before = seen.insert(bytes, letter);
        assert_eq!(before, None, "{letter} looks the same");
    }
    let (composed, decomposed) = (card("Mắm tôm"), card("Ma\u{306}\u{301}m to\u{302}m"));
    assert!(drawn(&mut painter, &composed)? == drawn(&mut painter, &decomposed)?, "marks typed apart");
    Ok(())
}

#[test]
fn what_is_not_known_leaves_no_hole_and_what_is_known_is_seen() -> Done {
    let mut painter = Painter::default();
    let bare = card("Mắm tôm");
    let lapsed = Card { feet: vec![Foot::State(State::Lapsed, "Hết hiệu lực 5/8/2024".into())], ..bare.clone() };
    let undated =
        Card { feet: vec![Foot::State(State::Undated, "Hết hiệu lực 5/8/2024".into())], ..bare.clone() };
    let mut picture = |card: &Card| -> Done<RgbImage> { read(&drawn(&mut painter, card)?) };
    let pictures = [picture(&bare)?, picture(&lapsed)?, picture(&undated)?];
    let empty = read(&drawn(&mut painter, &blank(&bare))?)?;
    assert!(differ(&pictures[0], &empty).is_some_and(|b| b[3] < 560), "a bare name stands low or is not there");
    assert!(differ(&pictures[0], &pictures[1]).is_some());
    // the words are the same: only the sign tells the two apart
    assert!(differ(&pictures[1], &pictures[2]).is_some_and(|[left, _, right, _]| left >= 664 && right < 700));
    Ok(())
}

#[test]
fn all_of_a_catalogue_are_in_its_site_and_old_ones_stay() -> Done {
    let yard = crate::built::Yard::new();
    let (mut catalog, details) = generate(30, 5);
    let empty = Gallery::of(&catalog, TODAY, yard.folder.path()).paths().len();
    assert_eq!(empty, 0, "nobody could name the pictures of a site without an address");
    catalog.about.home = "https://vi-du.example/".into();
    let site = |catalog: &Catalog| -> Done<std::collections::BTreeMap<String, Vec<u8>>> {
        let gallery = Gallery::of(catalog, TODAY, yard.folder.path());
        let content = ocop::publish::Content {
            gone: &[],
            catalog,
            details: &details,
            files: &[],
            previews: Some(&gallery),
            cards: gallery.cards(),
        };
        build(&content, &yard.shell, &yard.out(), &Options { today: TODAY, press: false }, &|_| true)?;
        let mut files = crate::built::files(&yard.out());
        assert!(gallery.paths().iter().all(|path| files.contains_key(path)));
        files.retain(|path, _| path.starts_with("catalog/preview/"));
        Ok(files)
    };
    let first = site(&catalog)?;
    assert_eq!(first.len(), 1 + catalog.products.len() + catalog.producers.len());
    for (path, bytes) in &first {
        assert!(bytes.len() < HEAVIEST, "{path}");
        read(bytes)?;
    }
    let slug = catalog.products[0].slug.clone();
    let card = |catalog: &Catalog| {
        Gallery::of(catalog, TODAY, yard.folder.path()).cards().0[&Subject::Product(slug.clone())].path.clone()
    };
    let old = card(&catalog);
    // what stands there under that name is not drawn again
    let before = fs::metadata(yard.out().join(&old))?.modified()?;
    assert!(site(&catalog)? == first);
    assert_eq!(fs::metadata(yard.out().join(&old))?.modified()?, before);
    catalog.products[0].name.vi.push_str(" mới");
    assert_ne!(card(&catalog), old);
    let changed = site(&catalog)?;
    assert!(changed.len() > first.len() && changed.len() <= first.len() + 3, "{} pictures", changed.len());
    assert_eq!(changed.get(&old), first.get(&old), "pages elsewhere still show the old picture");
    Ok(())
}

#[test]
fn the_same_card_is_the_same_file() -> Done {
    let see_all = |catalog: &Catalog| -> Vec<Card> {
        catalog.ids().take(10).map(|id| preview::product(see(catalog), id)).collect()
    };
    let catalog = sample()?;
    for card in see_all(&catalog) {
        let (one, other) = (drawn(&mut Painter::default(), &card)?, drawn(&mut Painter::default(), &card)?);
        assert!(one == other, "{}", card.name);
    }
    // Pinned: whoever changes how a card is drawn raises `DRAWING`, and this with it.
    let pinned = card("Mắm tôm Lê Gia");
    let hash: String =
        Sha256::digest(drawn(&mut Painter::default(), &pinned)?).iter().take(4).map(|b| format!("{b:02x}")).collect();
    assert_eq!((pinned.file().as_str(), hash.as_str()), ("thu-b84b68f3.png", "6a08425b"));
    Ok(())
}

#[test]
fn a_photograph_fills_the_left_half() -> Done {
    let folder = tempfile::tempdir()?;
    // invented: left third red, the rest green
    let picture = RgbImage::from_fn(1500, 900, |x, _| image::Rgb(if x < 500 { [200, 0, 0] } else { [0, 160, 0] }));
    let mut bytes = Vec::new();
    jpeg_encoder::Encoder::new(&mut bytes, 90).encode(picture.as_raw(), 1500, 900, jpeg_encoder::ColorType::Rgb)?;
    let stem = "0123abcd";
    fs::write(folder.path().join(format!("{stem}.jpg")), bytes)?;
    let mut catalog = generate(3, 1).0;
    catalog.products[0].photo = Some(Photo { stem: stem.into(), width: 1500, height: 900, tint: "#336633".into() });
    let card = preview::product(see(&catalog), ocop::catalog::ProductId(0));
    assert!(card.file().ends_with(".jpg"));
    let bytes = Painter::default().draw(&card, folder.path())?;
    assert!(bytes.len() < HEAVIEST, "{}", bytes.len());
    let drawn = read(&bytes)?;
    // 900 of 1,500 columns are seen, from the middle: red up to 200 / 900 of the half
    let is = |x, y, want: [u8; 3]| {
        let point = drawn.get_pixel(x, y).0;
        let near = point.iter().zip(want).all(|(a, b)| a.abs_diff(b) < 24);
        assert!(near, "{x} {y}: {point:?}");
    };
    is(20, 20, [200, 0, 0]);
    is(120, 600, [200, 0, 0]);
    is(160, 300, [0, 160, 0]);
    is(620, 620, [0, 160, 0]);
    is(627, 300, [0x1B, 0x17, 0x13]);
    // it is kept beside the photographs, and there it is found again
    catalog.about.home = "https://vi-du.example/".into();
    let photos = folder.path().join("photos");
    fs::create_dir(&photos)?;
    fs::rename(folder.path().join(format!("{stem}.jpg")), photos.join(format!("{stem}.jpg")))?;
    let gallery = Gallery::of(&catalog, TODAY, &photos);
    assert!(gallery.draw(1)? == bytes);
    fs::remove_file(photos.join(format!("{stem}.jpg")))?;
    assert!(gallery.draw(1)? == bytes && folder.path().join("previews").join(card.file()).exists());
    // a photograph that is not there is an error that names it
    let missing = Painter::default().draw(&card, Path::new("nowhere")).map_err(|e| e.to_string());
    assert!(missing.is_err_and(|e| e.contains(stem)));
    Ok(())
}
