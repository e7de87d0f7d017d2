//! Photographs on pages: every width to choose from, room kept free, a name for those who do not see, and no drawing
//! that passes for a photograph.

use crate::html::{Element, around};
use crate::sample::{TODAY, tiny};
use crate::sound::sound;
use ocop::catalog::{Catalog, Detail, Photo};
use ocop::page::{Site, Ui};
use ocop::query::Query;
use ocop::route::{Address, Lang, Route};

fn photo(stem: &str, width: u16, height: u16) -> Photo {
    Photo { stem: stem.into(), width, height, tint: "#a0b0c0".into() }
}

/// Two products, the first with three photographs, the other drawn.
fn site() -> (Site, Detail) {
    let mut c: Catalog = tiny(&["Mắm tôm \"Thử\"", "Mắm tép thử"]);
    let photos = vec![photo("aa", 1600, 1200), photo("bb", 300, 400), photo("cc", 1200, 1600)];
    c.products[0].photo = photos.first().cloned();
    (Site::new(c, TODAY), Detail { photos, ..Detail::default() })
}

fn images(all: &[Element]) -> Vec<&Element> {
    all.iter().filter(|e| e.tag == "img" && around_main(all, e)).collect()
}

fn around_main(all: &[Element], e: &Element) -> bool {
    let at = all.iter().position(|other| std::ptr::eq(other, e)).unwrap_or_default();
    around(all, at).any(|e| e.tag == "main")
}

fn source<'a>(all: &'a [Element], img: &Element) -> Option<&'a Element> {
    all.iter().find(|e| e.tag == "source" && e.parent == img.parent)
}

#[test]
fn a_card_offers_every_width_and_keeps_its_room() {
    let (site, _) = site();
    for lang in Lang::ALL {
        let all = sound(&site, &Address::new(lang, Route::List(Query::default())), &Ui::default());
        let tiles: Vec<_> = images(&all).into_iter().filter(|e| e.has_class("tile")).collect();
        let [drawn, photo] = tiles[..] else { unreachable!("{tiles:?}") };
        assert_eq!(photo.attr("src"), Some("catalog/photo/aa.jpg"));
        assert_eq!((photo.attr("width"), photo.attr("height")), (Some("1600"), Some("1200")));
        assert_eq!(photo.attr("data-tint"), Some("#a0b0c0"));
        assert!(photo.attr("alt").is_some_and(|alt| alt.contains("Mắm tôm \"Thử\"")), "{:?}", photo.attr("alt"));
        let source = source(&all, photo);
        assert_eq!(source.and_then(|s| s.attr("type")), Some("image/webp"));
        assert_eq!(
            source.and_then(|s| s.attr("srcset")),
            Some("catalog/photo/aa-400.webp 400w, catalog/photo/aa-800.webp 800w, catalog/photo/aa-1600.webp 1600w")
        );
        // 4:3 over a square of 320, and over 124 × 190
        assert_eq!(source.and_then(|s| s.attr("sizes")), Some("(min-width: 40em) 426px, 253px"));
        assert_eq!(drawn.attr("src"), Some("catalog/tile/p-1.svg"));
        assert!(!drawn.has_class("photo"));
    }
}

#[test]
fn a_product_shows_all_its_photographs_and_says_what_is_drawn() {
    let (site, detail) = site();
    for lang in Lang::ALL {
        let address = Address::new(lang, Route::Product("p-0".into()));
        let ui = Ui { detail: Some(("p-0".into(), detail.clone())), ..Ui::default() };
        let all = sound(&site, &address, &ui);
        let own: Vec<_> = images(&all).into_iter().filter(|e| e.has_class("photo")).collect();
        let sources: Vec<_> = own.iter().filter_map(|e| e.attr("src")).collect();
        assert_eq!(sources, ["catalog/photo/aa.jpg", "catalog/photo/bb.jpg", "catalog/photo/cc.jpg"]);
        let alts: std::collections::HashSet<_> = own.iter().filter_map(|e| e.attr("alt")).collect();
        assert_eq!(alts.len(), 3, "{alts:?}");
        assert_eq!(source(&all, own[1]).and_then(|s| s.attr("srcset")), Some("catalog/photo/bb-300.webp 300w"));
        assert!(!all.iter().any(|e| e.tag == "figcaption"), "a photograph is called a drawing");
        // before the details have come, the first photograph stands alone
        let all = sound(&site, &address, &Ui::default());
        assert_eq!(images(&all).iter().filter(|e| e.has_class("photo")).count(), 1);
        let all = sound(&site, &Address::new(lang, Route::Product("p-1".into())), &Ui::default());
        assert!(all.iter().any(|e| e.tag == "figcaption"), "a drawing is not called one");
    }
}

#[test]
fn a_suggestion_shows_the_smallest_copy() {
    let (site, _) = site();
    let offers = site.index.suggest("mam");
    let ui = Ui { typed: "mam".into(), offers, ..Ui::default() };
    let all = sound(&site, &Address::new(Lang::Vi, Route::About), &ui);
    let small: Vec<_> =
        all.iter().filter(|e| e.tag == "img" && e.attr("width") == Some("44")).filter_map(|e| e.attr("src")).collect();
    assert!(small.contains(&"catalog/photo/aa-400.webp") && small.contains(&"catalog/tile/p-1.svg"), "{small:?}");
}
