//! Passing on: links that lead back to the same page, codes that phones read, lists that were sent.

use crate::sample::SAMPLE;
use crate::sound::sound_page;
use ocop::page::picks::{self, State, resolve};
use ocop::page::share::{self, Asked, Can, Way, facebook, link, zalo};
use ocop::pick::{Item, List, Number, Sent, pack, unpack};
use ocop::press::{edition, modules};
use ocop::query::{Facet, Query};
use ocop::route::encoded;
use ocop::route::{Address, Lang, Route};
use proptest::prelude::*;

/// As long as a province's address may be.
const HOME: &str = "https://www.san-pham-ocop-tinh-thanh-hoa.example.gov.vn/danh-muc/";

fn sixty() -> List {
    let all = SAMPLE.catalog.products.iter().rev().take(60).enumerate();
    all.map(|(i, p)| Item { slug: p.slug.clone(), quantity: (i * 7 % 200) as u16, ..Item::default() }).collect()
}

fn routes() -> Vec<Route> {
    let query = Query::default().typed("nước mắm & cá+").toggled(Facet::Stars, "4");
    vec![
        Route::List(Query::default()),
        Route::List(query),
        Route::Product("mam-tom-le-gia".into()),
        Route::Producer("htx-a".into()),
        Route::Picks(format!("list={}", pack(&sixty()))),
    ]
}

#[test]
fn a_link_leads_to_the_same_page_whichever_way_it_went() {
    for (lang, route) in Lang::ALL.into_iter().flat_map(|lang| routes().into_iter().map(move |route| (lang, route))) {
        let address = Address::new(lang, route);
        for way in Way::ALL {
            let whole = link(HOME, &edition(&SAMPLE.catalog), &address, way);
            let own = whole.strip_prefix(HOME).unwrap_or_default();
            let (path, query) = own.split_once('?').unwrap_or((own, ""));
            assert!(query.starts_with(&format!("via={}-", way.key())), "{whole}");
            let read = Address::read(path, query, "");
            match (&read.route, &address.route) {
                (Route::Picks(read), Route::Picks(asked)) => {
                    assert_eq!(picks::Asked::read(read), picks::Asked::read(asked));
                }
                _ => assert_eq!(read, address),
            }
            assert!(whole.bytes().all(|b| b.is_ascii_graphic()), "{whole}");
            assert_eq!(facebook(&whole).matches("https://").count(), 1);
            assert!(zalo(&whole).starts_with("https://button-share.zalo.me/share_external?d=eyJ1cmwiOiJodHRwczovL"));
        }
        // The page that passes it on is told the whole address.
        let Route::Share(asked) = Address::new(lang, Route::Share(address.asked_of())).route else { unreachable!() };
        assert_eq!(Asked::read(lang, &asked), Asked { of: address, booth: false });
    }
}

#[test]
fn what_is_passed_on_speaks_the_language_of_the_page_and_is_never_nothing() {
    let of = |lang, text: &str| Asked::read(lang, text).of;
    let product = Route::Product("mam-tom-le-gia".into());
    let vi = Address::new(Lang::Vi, Route::Share(Address::new(Lang::Vi, product.clone()).asked_of()));
    let Route::Share(asked) = vi.in_lang(Lang::En).route else { unreachable!() };
    assert_eq!(of(Lang::En, &asked), Address::new(Lang::En, product));
    for nothing in ["of=chon%2F", "of=en%2Fpicks%2F%3Fas%3Dask", "of=no%2Fsuch%2Fpage%2F", "of=%FF"] {
        for lang in Lang::ALL {
            assert_eq!(of(lang, nothing), Address::new(lang, Route::List(Query::default())), "{nothing}");
        }
    }
}

/// Who gets a link reads what it is of.
#[test]
fn a_filtered_list_is_called_by_its_filters() {
    let query = Query::default().typed("mam").toggled(Facet::Stars, "4");
    let name = |lang| share::name(&SAMPLE, &Address::new(lang, Route::List(query.clone())));
    assert!(name(Lang::Vi).ends_with(" sản phẩm: “mam”, 4 sao"), "{}", name(Lang::Vi));
    assert!(name(Lang::En).ends_with(": “mam”, 4 stars"), "{}", name(Lang::En));
}

#[test]
fn a_list_that_lost_its_end_or_all_its_products_says_so() {
    let state = State::default();
    let page =
        |code: &str| picks::picks(&SAMPLE, Lang::Vi, &picks::Asked::read(&format!("list={code}")), &state).to_html();
    let whole = pack(&sixty());
    let cut = page(&whole[..whole.len() / 2]);
    let read = unpack(&whole[..whole.len() / 2]).unwrap_or_default().items.len();
    assert!((1..60).contains(&read) && cut.contains(&format!("được gửi cho bạn: {read} sản phẩm")), "{read}: {cut}");
    assert!(cut.contains(&format!("{read} trong 60 sản phẩm")), "{cut}");
    let gone: List = [Item { slug: "khong-con".into(), ..Item::default() }].into_iter().collect();
    let gone = page(&pack(&gone));
    assert!(gone.contains("một danh mục khác") && gone.contains("class=\"act\" href=\"./\""), "{gone}");
}

#[test]
fn zalo_gets_the_address_in_base64() {
    use base64::Engine;
    for whole in ["https://a.example/", "https://a.example/b", "https://a.example/bc"] {
        let link = zalo(whole);
        let text = form_urlencoded::parse(link.split_once('?').unwrap_or_default().1.as_bytes())
            .next()
            .map(|p| p.1.into_owned());
        let bytes = base64::engine::general_purpose::STANDARD.decode(text.unwrap_or_default()).unwrap_or_default();
        assert_eq!(String::from_utf8_lossy(&bytes), format!("{{\"url\":\"{whole}\"}}"));
    }
    assert_eq!(encoded("a b+c"), "a%20b%2Bc");
}

/// What a camera reads that sees each module as that many points.
fn seen(says: &str, points: usize) -> Option<(String, usize)> {
    let all = modules(says)?;
    let side = all.len().isqrt();
    let whole = (side + 8) * points;
    let dark = |x: usize, y: usize| {
        let (x, y) = ((x / points).wrapping_sub(4), (y / points).wrapping_sub(4));
        x < side && y < side && all[y * side + x]
    };
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(whole, whole, |x, y| if dark(x, y) { 20 } else { 250 });
    let grids = image.detect_grids();
    Some((grids.first()?.decode().ok()?.1, side))
}

#[test]
fn sixty_products_with_quantities_stand_in_a_code_that_a_phone_reads_from_a_tablet() {
    let address = Address::new(Lang::Vi, Route::Picks(format!("list={}", pack(&sixty()))));
    for (way, home) in [(Way::Booth, HOME), (Way::Code, "https://hang-xu-thanh.example/")] {
        let whole = link(home, &edition(&SAMPLE.catalog), &address, way);
        let (read, side) = seen(&whole, 6).unwrap_or_default();
        assert_eq!(read, whole);
        // 576 px, the width of the code on a tablet, leave a module six: 0.9 mm on glass of 160 px an inch.
        assert!(side + 8 <= 96, "{side} modules");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_link_is_read_from_its_code(path in "[a-z/-]{0,60}", code in "[0-9A-Z]{0,400}") {
        let says = format!("https://a.example/{path}?list={code}");
        prop_assert_eq!(seen(&says, 4).map(|read| read.0), Some(says));
    }

    #[test]
    fn a_list_that_was_sent_names_what_is_gone(gone in prop::collection::vec("gone-[a-z]{6}", 0..4), turn in 0usize..60) {
        let mut list = sixty();
        gone.iter().for_each(|slug| list.add(Item { slug: slug.clone(), ..Item::default() }));
        let sent = unpack(&pack(&list)).unwrap_or_default();
        // The catalogue has been put into another order since.
        let mut catalog = SAMPLE.catalog.clone();
        catalog.products.rotate_left(turn);
        let (read, lost) = resolve(&catalog, &sent);
        prop_assert_eq!(read.items(), &list.items()[..60]);
        let named: Vec<Number> = list.items()[60..].iter().map(|item| Number::of(&item.slug)).collect();
        prop_assert_eq!(lost, named);
    }
}

#[test]
fn the_pages_of_the_hall_are_sound() {
    let (own, state) = (sixty(), State::default());
    let code = pack(&own);
    let mut some = own.clone();
    some.add(Item { slug: "khong-con".into(), ..Item::default() });
    let mine = State { list: some, details: vec![], undo: Some(own), said: "Đã xoá.".into(), ..State::default() };
    let gone = Sent { items: vec![(Number(7), 0)], count: 3 };
    assert_eq!(resolve(&SAMPLE.catalog, &gone).1, [Number(7)]);
    let asked = ["", "as=compare", "as=ask", "as=compare&of=mam-tom-le-gia", "list=!", &format!("list={code}")];
    for lang in Lang::ALL {
        for (asked, state) in asked.iter().flat_map(|asked| [&state, &mine].map(|state| (asked, state))) {
            let page = picks::picks(&SAMPLE, lang, &picks::Asked::read(asked), state);
            sound_page(&SAMPLE, &Address::new(lang, Route::Picks((*asked).into())), page);
        }
        for sheet in [true, false] {
            let can = Can { home: HOME.into(), sheet, copy: sheet, alone: !sheet, said: "" };
            let asked = Asked { of: Address::new(lang, Route::Product("mam-tom-le-gia".into())), booth: sheet };
            let page = share::share(&SAMPLE, lang, &asked, &can);
            assert!(!page.to_html().contains("vcard"), "nobody can be reached");
            sound_page(&SAMPLE, &Address::new(lang, Route::Share(String::new())), page);
        }
    }
}

#[test]
fn who_can_be_reached_is_kept_by_a_phone_else_the_office() {
    let mut catalog = SAMPLE.catalog.clone();
    catalog.about.publisher = "Văn phòng".into();
    catalog.about.contact.phone = "0237 1".into();
    let maker = catalog.products[0].makers[0];
    catalog.producers[maker.0 as usize].contact.email = "a@vi-du.example".into();
    let slug = |at: usize| catalog.products[at].slug.clone();
    let other = (1..).find(|at| !catalog.products[*at].makers.contains(&maker)).unwrap_or_default();
    let routes = [Route::Product(slug(0)), Route::Product(slug(other)), Route::List(Query::default())];
    let site = ocop::page::Site::new(catalog, crate::sample::TODAY);
    for (route, card) in routes.into_iter().zip(["a%40vi-du.example", "TEL%3BTYPE%3DWORK%2CVOICE%3A02371", "02371"]) {
        let asked = Asked { of: Address::new(Lang::Vi, route), booth: false };
        let page = share::share(&site, Lang::Vi, &asked, &Can { home: HOME.into(), ..Can::default() });
        assert!(page.to_html().contains(card), "{card}");
        sound_page(&site, &Address::new(Lang::Vi, Route::Share(String::new())), page);
    }
}
