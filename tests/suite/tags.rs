//! The finished site as crawlers read it: every page by plain HTTP, no script run. Its tags, data, links and pictures.

use crate::built::{HOME, HOSTILE, Yard, files, goods};
use crate::crawl::{Page, Served};
use ocop::catalog::{Catalog, Detail, ProductId};
use ocop::route::{Address, Lang, Route};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// One site for all tests of this file.
struct Site {
    yard: Yard,
    goods: (Catalog, Vec<Detail>),
    pages: BTreeMap<String, Page>,
}

static SITE: LazyLock<Site> = LazyLock::new(|| {
    let goods = goods();
    let yard = Yard::new().with_cards(&goods.0.products[0].slug);
    yard.build(&goods);
    // It ends with this block: what is static is never dropped.
    let served = serve(&yard);
    let pages = files(&yard.out()).into_keys().filter(|path| path.ends_with(".html"));
    let read = |path: String| {
        let url = path.strip_suffix("index.html").unwrap_or(&path).to_string();
        let answer = served.get(&format!("/ocop/{url}")).unwrap_or_else(|e| unreachable!("{url}: {e}"));
        let page = Page::read(answer.text()).unwrap_or_else(|e| unreachable!("{url}: {e}"));
        (url, page)
    };
    let pages = pages.map(read).collect();
    Site { yard, goods, pages }
});

fn serve(yard: &Yard) -> Served {
    Served::start(&yard.out()).unwrap_or_else(|e| unreachable!("{e}"))
}

/// Those that search engines are told of.
fn pages() -> impl Iterator<Item = (&'static str, &'static Page)> {
    let told = |url: &str| {
        url != "404.html" && !url.starts_with("offline/") && Address::read(url, "", "").route.apart().is_none()
    };
    SITE.pages.iter().filter(move |page| told(page.0)).map(|(url, page)| (url.as_str(), page))
}

#[test]
fn pages_apart_are_no_search_result_but_have_a_preview() {
    for (lang, route) in Lang::ALL.into_iter().flat_map(|lang| APART.map(|route| (lang, route))) {
        let page = page(route(String::new()), lang);
        assert_eq!(page.meta("robots"), Some("noindex"));
        assert!(page.meta("og:title").is_some_and(|title| !title.is_empty()));
        assert!(page.meta("og:image").is_some_and(|picture| picture.starts_with(HOME)));
    }
}

/// Pages with a program of their own.
const APART: [fn(String) -> Route; 3] = [Route::Print, Route::Picks, Route::Share];

fn page(route: Route, lang: Lang) -> &'static Page {
    let url = Address::new(lang, route).path();
    SITE.pages.get(&url).unwrap_or_else(|| unreachable!("no page {url}"))
}

fn product(at: u32) -> Route {
    Route::Product(SITE.goods.0.product(ProductId(at)).slug.clone())
}

#[test]
fn every_page_has_the_tags_that_the_platforms_ask_for() {
    for (url, page) in pages() {
        let whole = format!("{HOME}{url}");
        let lang = if url.starts_with("en/") { Lang::En } else { Lang::Vi };
        assert_eq!(page.all.iter().filter(|e| e.tag == "title" && !e.text.is_empty()).count(), 1, "{url}");
        assert_eq!(page.all.iter().find(|e| e.tag == "html").and_then(|e| e.attr("lang")), Some(lang.code()), "{url}");
        assert_eq!(page.links("canonical").into_values().collect::<Vec<_>>(), [whole.as_str()], "{url}");
        assert_eq!(page.meta("og:url"), Some(whole.as_str()), "{url}");
        for name in ["description", "og:title", "og:type", "og:description", "og:image:alt"] {
            assert!(page.meta(name).is_some_and(|text| !text.trim().is_empty()), "{url}: {name}");
        }
        assert_eq!(page.meta("og:site_name"), Some(SITE.goods.0.about.title.as_str()), "{url}");
        let locales = if lang == Lang::Vi { ("vi_VN", "en_US") } else { ("en_US", "vi_VN") };
        assert_eq!(page.meta("og:locale").zip(page.meta("og:locale:alternate")), Some(locales), "{url}");
        assert_eq!(page.meta("og:image:width").zip(page.meta("og:image:height")), Some(("1200", "630")), "{url}");
        assert_eq!(page.meta("twitter:card"), Some("summary_large_image"), "{url}");
        let picture = page.meta("og:image").and_then(|picture| picture.strip_prefix(HOME)).unwrap_or_default();
        assert!(picture.ends_with(".jpg") && SITE.yard.out().join(picture).is_file(), "{url}: {picture}");
        assert!(page.meta("robots").is_none(), "{url}");
    }
    let own = page(product(0), Lang::En).meta("og:image");
    assert_eq!(own, Some(format!("{HOME}catalog/preview/san-pham-02.jpg").as_str()));
}

#[test]
fn languages_return_each_other_and_name_themselves() {
    for (url, page) in pages() {
        let langs = page.links("alternate");
        assert_eq!(langs.keys().copied().collect::<Vec<_>>(), ["en", "vi", "x-default"], "{url}");
        assert_eq!(langs["vi"], langs["x-default"], "{url}");
        let own = if url.starts_with("en/") { "en" } else { "vi" };
        assert_eq!(langs[own], format!("{HOME}{url}"), "{url}");
        let other = langs[if own == "en" { "vi" } else { "en" }].strip_prefix(HOME).unwrap_or_default();
        let other = SITE.pages.get(other).unwrap_or_else(|| unreachable!("{url}: no {other}"));
        assert_eq!(other.links("alternate"), langs, "{url}");
    }
}

#[test]
fn every_link_and_picture_of_every_page_is_there() {
    let mut asked: BTreeSet<String> = BTreeSet::new();
    let served = serve(&SITE.yard);
    for (url, page) in &SITE.pages {
        for name in page.names() {
            assert!(!name.starts_with('/'), "{url}: {name} would leave a sub-path");
            let name = name.trim_start_matches("./");
            let path = name.split(['?', '#']).next().unwrap_or_default();
            if asked.insert(path.to_string()) {
                let answer = served.get(&format!("/ocop/{path}")).unwrap_or_else(|e| unreachable!("{path}: {e}"));
                assert_eq!(answer.status, 200, "{url} names {path}");
            }
        }
        let base = page.all.iter().find(|e| e.tag == "base").and_then(|e| e.attr("href"));
        assert_eq!(base, Some("/ocop/"), "{url}");
    }
    assert!(asked.len() > SITE.goods.0.products.len() * 3, "{}", asked.len());
    let status = |path: &str| served.get(path).map(|a| a.status).unwrap_or(0);
    assert_eq!(status("/khong-co-trang-nay/"), 404);
    // The site's address has a path: it is shown below it, as its host will.
    assert_eq!((status("/"), status("/ocop/"), status("/ocop/khong-co/")), (307, 200, 404));
    assert_eq!(SITE.pages["404.html"].meta("robots"), Some("noindex"));
    assert!(SITE.pages["404.html"].links("canonical").is_empty());
}

#[test]
fn the_map_lists_exactly_the_pages() {
    let served = serve(&SITE.yard);
    let answer = served.get("/sitemap.xml").unwrap_or_else(|e| unreachable!("{e}"));
    let text = answer.text();
    let listed: Vec<&str> =
        text.split("<loc>").skip(1).filter_map(|part| part.split_once("</loc>")?.0.strip_prefix(HOME)).collect();
    assert_eq!(listed.iter().copied().collect::<BTreeSet<_>>(), pages().map(|p| p.0).collect());
    assert_eq!(listed.len(), pages().count());
    assert_eq!(text.matches("<lastmod>2026-11-23</lastmod>").count(), listed.len());
    assert_eq!(text.matches("hreflang=\"x-default\"").count(), listed.len());
    let robots = served.get("/robots.txt").unwrap_or_else(|e| unreachable!("{e}"));
    assert!(robots.text().contains(&format!("Sitemap: {HOME}sitemap.xml\n")));
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

#[test]
fn data_obeys_the_rules_of_search_engines() {
    for (url, page) in pages() {
        assert!(page.data.len() <= 1 && page.data.iter().all(|d| d["@context"] == "https://schema.org"), "{url}");
        let all = page.data.iter().map(Value::to_string).collect::<String>();
        assert!(!all.contains("aggregateRating") && !all.contains("null"), "{url}: {all}");
        for list in page.of_type("ItemList") {
            for (i, item) in list["itemListElement"].as_array().into_iter().flatten().enumerate() {
                let keys: BTreeSet<&str> =
                    item.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
                assert_eq!(keys, BTreeSet::from(["@type", "name", "position", "url"]), "{url}");
                assert_eq!(item["position"], i + 1, "{url}");
                let there = text(item, "url").strip_prefix(HOME).unwrap_or_default();
                assert!(SITE.pages.contains_key(there), "{url}: {there}");
            }
        }
        for product in page.of_type("Product") {
            let offer = &product["offers"];
            assert!(offer["@type"] == "Offer" && offer["priceCurrency"] == "VND" && offer["price"].is_u64(), "{url}");
        }
        let steps = page.of_type("BreadcrumbList");
        let deep = ["san-pham/", "product/", "chu-the/", "producer/", "noi-lam/", "place/"];
        let own = url.strip_prefix("en/").unwrap_or(url);
        let deep = deep.iter().any(|part| own.strip_prefix(part).is_some_and(|slug| !slug.is_empty()));
        assert_eq!(steps.len(), usize::from(deep), "{url}");
        for steps in steps {
            let steps = steps["itemListElement"].as_array().cloned().unwrap_or_default();
            assert!(steps.len() > 1 && steps.iter().all(|s| text(s, "item").starts_with(HOME)), "{url}");
            assert_eq!(steps.last().map(|s| text(s, "item").to_string()), Some(format!("{HOME}{url}")), "{url}");
        }
    }
}

#[test]
fn a_product_is_offered_only_at_a_real_price() {
    let priced = page(product(0), Lang::Vi);
    let Some(own) = priced.of_type("Product").first().copied() else { unreachable!("no product") };
    assert_eq!(
        (&own["offers"]["price"], &own["gtin"], &own["size"]),
        (&150_000.into(), &"8930000000019".into(), &"hũ 200 g".into())
    );
    assert_eq!(own["image"], format!("{HOME}catalog/preview/san-pham-02.jpg"));
    assert_eq!(priced.meta("product:price:amount").zip(priced.meta("product:price:currency")), Some(("150000", "VND")));
    assert_eq!(page(product(1), Lang::En).of_type("Product").len(), 1);
    for at in 2..SITE.goods.0.products.len() as u32 {
        let page = page(product(at), Lang::Vi);
        assert_eq!(
            (page.of_type("Product").len(), page.of_type("Offer").len(), page.of_type("ItemPage").len()),
            (0, 0, 1)
        );
        let given = SITE.goods.0.product(ProductId(at)).recognitions.iter();
        let given = given.filter(|r| r.step == ocop::catalog::Step::Awarded).count();
        assert_eq!(page.of_type("Certification").len(), given);
        assert_eq!(page.meta("product:price:amount"), None);
    }
}

#[test]
fn a_producer_says_how_it_is_reached() {
    let maker = &SITE.goods.0.producers[0];
    let page = page(Route::Producer(maker.slug.clone()), Lang::En);
    let Some(own) = page.of_type("Organization").first().copied() else { unreachable!("no organization") };
    assert_eq!(
        (text(own, "name"), text(own, "email"), text(own, "address")),
        (&*maker.name, "thu@vi-du.example", "Thôn thử")
    );
    assert_eq!((text(own, "sameAs"), text(own, "telephone")), ("https://ho-thu.example/", "0911 111 111"));
    assert_eq!(text(&own["contactPoint"], "name"), "Người bịa ra");
    assert_eq!(page.of_type("ItemList").len(), 1);
}

#[test]
fn text_that_looks_like_markup_comes_out_as_text() {
    let name = &SITE.goods.0.products[0].name.vi;
    assert!(name.ends_with(HOSTILE));
    for lang in Lang::ALL {
        let page = page(product(0), lang);
        assert!(page.all.iter().any(|e| e.tag == "h1" && e.text.contains("</script><script>alert(1)</script>")));
        assert!(page.all.iter().filter(|e| e.tag == "img").all(|e| e.attr("onerror").is_none()));
        assert_eq!(page.meta("og:title"), Some(name.as_str()));
        let told = page.of_type("Product").iter().map(|p| text(p, "name").to_string()).collect::<Vec<_>>();
        assert_eq!(told, [name.as_str()]);
    }
    for (path, content) in files(&SITE.yard.out()).iter().filter(|f| f.0.ends_with(".html")) {
        let html = String::from_utf8_lossy(content);
        // Four of the shell's own and one of data, at most: nothing that a text brought along.
        assert!(
            html.matches("<script").count() <= 3
                && html.matches("<script").count() == html.matches("</script>").count(),
            "{path}"
        );
        let data = html.split("ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next()).unwrap_or_default();
        assert!(!data.contains('<') && !data.contains('\u{2028}'), "{path}");
    }
}

#[test]
fn the_shell_stands_in_every_page_and_its_catalogue_nowhere() {
    for (url, page) in &SITE.pages {
        let policy = page.all.iter().find(|e| e.attr("http-equiv") == Some("Content-Security-Policy"));
        let policy = policy.and_then(|e| e.attr("content")).unwrap_or_default();
        assert_eq!(policy.matches("'sha256-").count(), 2, "{url}");
        assert_eq!(page.all.iter().filter(|e| e.attr("charset") == Some("utf-8")).count(), 1, "{url}");
        assert!(page.all.iter().all(|e| e.attr("rel") != Some("modulepreload")), "{url}");
    }
    let served = serve(&SITE.yard);
    let list = served.get("/catalog/list.json").unwrap_or_else(|e| unreachable!("{e}"));
    assert!(ocop::bundle::read(list.text()).is_ok_and(|(catalog, _)| catalog == SITE.goods.0));
    let manifest = served.get("/manifest.webmanifest").unwrap_or_else(|e| unreachable!("{e}"));
    let manifest: Value = serde_json::from_str(manifest.text()).unwrap_or_default();
    assert_eq!(manifest["name"], SITE.goods.0.about.title);
}

#[test]
fn the_policy_that_hosts_send_lets_every_page_run_its_own_scripts() {
    let sent = files(&SITE.yard.out());
    for name in ["_headers", "hosting/nginx.conf", "hosting/Caddyfile"] {
        let settings = String::from_utf8_lossy(&sent[name]);
        for (url, page) in &SITE.pages {
            let policy = page.all.iter().find(|e| e.attr("http-equiv") == Some("Content-Security-Policy"));
            let hashes = policy.and_then(|e| e.attr("content")).unwrap_or_default().split(' ');
            for hash in hashes.filter(|word| word.starts_with("'sha256-")) {
                assert!(settings.contains(hash.trim_end_matches(';')), "{name} stops a script of {url}");
            }
        }
    }
}

#[test]
fn without_an_address_what_needs_one_is_left_out_and_said() {
    let mut goods = goods();
    goods.0.about.home = String::new();
    let yard = Yard::new();
    let built = yard.build(&goods);
    assert_eq!(built.warnings.len(), 1);
    assert!(built.warnings[0].expected.en.starts_with("home"));
    let all = files(&yard.out());
    assert!(!all.keys().any(|path| path.starts_with("sitemap")));
    assert!(all["robots.txt"].starts_with(b"User-agent: *\nAllow: /\n"));
    for (path, content) in all.iter().filter(|f| f.0.ends_with(".html")) {
        let page = Page::read(&String::from_utf8_lossy(content)).unwrap_or_else(|e| unreachable!("{path}: {e}"));
        assert!(page.links("canonical").is_empty() && page.links("alternate").is_empty(), "{path}");
        assert_eq!((page.meta("og:url"), page.meta("og:image")), (None, None), "{path}");
        assert!(path == "404.html" || path.starts_with("offline/") || page.meta("og:title").is_some(), "{path}");
        assert_eq!(page.all.iter().find(|e| e.tag == "base").and_then(|e| e.attr("href")), Some("/"), "{path}");
    }
}
