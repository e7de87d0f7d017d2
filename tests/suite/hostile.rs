//! Names with quotes and tags, and products of which nothing is known: pages stay sound.

use crate::sample::{TODAY, bare, tiny};
use crate::sound::sound;
use ocop::catalog::{
    Catalog, Commune, CommuneCode, Contact, Detail, District, DistrictId, DistrictKind, Producer, ProducerId,
    ProducerKind, Source, Term, TermId, Text,
};
use ocop::page::{Site, Ui, head};
use ocop::query::{Facet, Query};
use ocop::route::{Address, Lang, Route};

const NASTY: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&lt;&amp &";

fn both() -> Text<String> {
    Text { vi: NASTY.into(), en: NASTY.into() }
}

/// A catalogue in which every name is an attack.
fn nasty() -> Catalog {
    let term = || vec![Term { slug: "t".into(), name: both() }];
    let mut c = tiny(&[NASTY, NASTY]);
    c.about.title = NASTY.into();
    c.about.province = both();
    c.producers = vec![Producer {
        slug: "m".into(),
        name: NASTY.into(),
        kind: ProducerKind::Unknown,
        contact: Contact::default(),
    }];
    c.communes = vec![Commune { code: CommuneCode(1), slug: "c-1".into(), name: both() }];
    c.districts = vec![District { slug: "d".into(), name: NASTY.into(), kind: DistrictKind::Town }];
    (c.qualities, c.channels, c.markets, c.motifs) = (term(), term(), term(), term());
    let p = &mut c.products[0];
    p.name = both();
    p.makers = vec![ProducerId(0)];
    p.site =
        ocop::catalog::Site { today: vec![CommuneCode(1)], commune: Some(NASTY.into()), district: Some(DistrictId(0)) };
    (p.quality, p.channels, p.markets) = (vec![TermId(0)], vec![TermId(0)], vec![TermId(0)]);
    c
}

fn routes() -> Vec<Route> {
    let query = Query::default();
    vec![
        Route::List(query.clone()),
        Route::List(query.typed(NASTY)),
        Route::List(query.typed("script")),
        Route::List(query.toggled(Facet::Producer, "m").toggled(Facet::District, "d").toggled(Facet::Market, "t")),
        Route::Product("p-0".into()),
        Route::Product("p-1".into()),
        Route::Producers,
        Route::Producer("m".into()),
        Route::Places,
        Route::Place("c-1".into()),
        Route::Overview,
        Route::About,
        Route::Missing(NASTY.into()),
    ]
}

#[test]
fn names_are_only_ever_text() {
    let site = Site::new(nasty(), TODAY);
    let detail = Detail {
        facts: vec![NASTY.into()],
        quality_note: Some(Text { vi: NASTY.into(), en: NASTY.into() }),
        channel_note: Some(Text { vi: NASTY.into(), en: NASTY.into() }),
        market_note: Some(Text { vi: NASTY.into(), en: NASTY.into() }),
        sources: vec![Source { title: NASTY.into(), url: format!("https://example.org/{NASTY}") }],
        ..Detail::default()
    };
    for lang in Lang::ALL {
        for route in routes() {
            let offers = site.index.suggest("script");
            assert!(!offers.is_empty());
            let wanted = ocop::text::fold(NASTY).split(' ').map(String::from).collect();
            let detail = Some(("p-0".into(), detail.clone()));
            let ui = Ui { typed: NASTY.into(), offers, wanted, detail, ..Ui::default() };
            let address = Address::new(lang, route);
            let all = sound(&site, &address, &ui);
            assert!(all[0].text.contains(NASTY), "{}: the name is not shown as it is", address.write());
            assert!(head(&site, &address).title.contains(NASTY));
        }
    }
}

#[test]
fn a_product_of_which_only_the_name_is_known_has_no_hollow_parts() {
    let mut c = tiny(&["Mắm"]);
    let known = bare(1, "Mắm");
    assert_eq!(c.products.first().map(|p| &p.recognitions), Some(&known.recognitions));
    c.about.invented = false;
    let site = Site::new(c, TODAY);
    for lang in Lang::ALL {
        for route in [
            Route::List(Query::default()),
            Route::Product("p-0".into()),
            Route::Producers,
            Route::Places,
            Route::Overview,
        ] {
            let all = sound(
                &site,
                &Address::new(lang, route),
                &Ui { detail: Some(("p-0".into(), Detail::default())), ..Ui::default() },
            );
            assert!(
                !all.iter()
                    .any(|e| ["maker", "place", "english", "invented"].iter().any(|c| e.has_class(c) && e.tag == "p"))
            );
        }
    }
}

#[test]
fn an_empty_catalogue_is_a_sound_site() {
    let site = Site::new(tiny(&[]), TODAY);
    for lang in Lang::ALL {
        for route in [Route::List(Query::default()), Route::Producers, Route::Places, Route::Overview, Route::About] {
            sound(&site, &Address::new(lang, route), &Ui::default());
        }
    }
}

#[test]
fn an_invented_catalogue_says_so_on_every_page() {
    let site = Site::new(tiny(&["Mắm"]), TODAY);
    for route in [Route::List(Query::default()), Route::Product("p-0".into()), Route::About] {
        let all = sound(&site, &Address::new(Lang::En, route), &Ui::default());
        assert!(all.iter().any(|e| e.has_class("invented")));
    }
}
