//! The other pages: product, producer, place, at a glance, about, not found.

use crate::visit::{Visit, ensure, number, same};
use crate::{Outcome, Test, tests};

pub fn tests() -> Vec<Test> {
    tests![
        a_product_shows_its_recognitions_with_their_states_and_its_sources,
        a_product_leads_to_its_producer_and_place,
        a_product_leads_to_more_of_its_kind,
        producers_and_places_are_listed_with_their_counts,
        touching_a_bar_filters_the_list,
        about_says_what_the_stars_mean,
        every_page_has_a_title_of_its_own,
        a_mistyped_address_offers_the_nearest_products,
    ]
}

/// The largest producer's first product: it has everything a page can have.
const PRODUCT: &str = "/san-pham/mam-tom-le-gia/";

async fn a_product_shows_its_recognitions_with_their_states_and_its_sources(v: &Visit) -> Outcome {
    for (path, states) in [
        (PRODUCT, "Còn hiệu lực|Đã hết|Không rõ ngày|Đề xuất"),
        ("/en/product/mam-tom-le-gia/", "In force|Lapsed|Undated|Proposed"),
    ] {
        v.open(path).await?;
        v.wait("the sources", "document.querySelector('.sources a[href^=http]')").await?;
        let rows: Vec<Vec<String>> =
            v.get("[...document.querySelectorAll('.recognitions tbody tr')].map(r => [...r.cells].map(c => c.textContent.trim()))").await?;
        ensure(!rows.is_empty(), "no recognition")?;
        for row in rows {
            same("cells", row.len(), 6)?;
            ensure(row.iter().all(|cell| !cell.is_empty()), format!("an empty cell: {row:?}"))?;
            ensure(states.split('|').any(|s| row[5].starts_with(s)), format!("no state: {row:?}"))?;
        }
        ensure(v.count(".facts dt").await? >= 3, "too few facts")?;
        v.is(
            "links elsewhere say so",
            "[...document.querySelectorAll('.sources a')].every(a => a.rel.includes('external'))",
        )
        .await?;
    }
    Ok(())
}

async fn a_product_leads_to_its_producer_and_place(v: &Visit) -> Outcome {
    v.open(PRODUCT).await?;
    let maker = v.text(".facts a[href^='chu-the/']").await?;
    v.press(".facts a[href^='chu-the/']").await?;
    v.wait("the producer", &format!("location.pathname.startsWith('/chu-the/') && document.querySelector('main h1').textContent.trim() === {maker:?}")).await?;
    ensure(v.count(".cards > li").await? > 0, "a producer without products")?;
    v.press(".facts a[href^='noi-lam/']").await?;
    v.wait("the place", "location.pathname.startsWith('/noi-lam/')").await?;
    let says = number(&v.text(".facts dd").await?)?;
    same("products of the place", v.count(".cards > li").await?, says)
}

async fn a_product_leads_to_more_of_its_kind(v: &Visit) -> Outcome {
    v.open(PRODUCT).await?;
    ensure(v.count("section.row").await? >= 1, "nothing similar")?;
    let name = v.text("section.row:last-of-type h2 + .cards li:first-child h2").await?;
    v.press("section.row:last-of-type .cards li:first-child h2 a").await?;
    v.wait("the other product", &format!("document.querySelector('main h1').textContent.trim() === {name:?}")).await?;
    v.wait("its own sources", "document.querySelector('.sources a[href^=http]')").await?;
    v.wait("from its top", "scrollY === 0").await
}

async fn producers_and_places_are_listed_with_their_counts(v: &Visit) -> Outcome {
    for (path, kind) in [("/chu-the/", "producer"), ("/en/places/", "place")] {
        v.open(path).await?;
        let total = v.total().await?;
        let links: Vec<String> = v
            .get("[...new Set([...document.querySelectorAll('main .links a')].map(a => a.getAttribute('href')))]")
            .await?;
        same(kind, links.len(), total)?;
        let says = number(&v.text("main .links .count").await?)?;
        v.press("main .links a").await?;
        v.wait("its page", "document.querySelector('main.producer .cards')").await?;
        ensure(v.count("main .producer-top + .cards > li").await? >= says, format!("fewer than the {says} promised"))?;
    }
    Ok(())
}

async fn touching_a_bar_filters_the_list(v: &Visit) -> Outcome {
    v.open("/toan-canh/").await?;
    let charts = v.count("table.chart").await?;
    same("charts", charts, 4)?;
    v.is("tables have heads for those who do not see the bars", "[...document.querySelectorAll('table.chart')].every(t => t.caption && t.querySelector('th[scope=col]') && t.querySelector('th[scope=row]'))").await?;
    for chart in 1..=charts {
        v.open("/toan-canh/").await?;
        let row = format!(".chart >> {chart}");
        let of = format!("document.querySelectorAll('table.chart')[{}]", chart - 1);
        let says: String = v.get(&format!("{of}.querySelector('tbody tr:nth-child(2) .count').textContent")).await?;
        v.run(&format!("{of}.querySelector('tbody tr:nth-child(2) a').setAttribute('data-test', '')")).await?;
        v.press("[data-test]").await?;
        v.wait("the list", "document.querySelector('main.list .toolbar')").await?;
        same(&row, v.total().await?, number(&says)?)?;
        same("chips", v.count(".chips .chip:not(.solid)").await?, 1)?;
    }
    Ok(())
}

async fn about_says_what_the_stars_mean(v: &Visit) -> Outcome {
    v.open("/gioi-thieu/").await?;
    let text = v.text("main.about").await?;
    for part in ["148/QĐ-TTg", "36 tháng", "1/7/2025", "Nguồn"] {
        ensure(text.contains(part), format!("{part} is not told"))?;
    }
    ensure(v.count(".legend li").await? == 7, "three badges and four states")
}

async fn every_page_has_a_title_of_its_own(v: &Visit) -> Outcome {
    let mut titles = Vec::new();
    v.open("/").await?;
    titles.push(v.driver.title().await?);
    for link in ["chu-the/", "noi-lam/", "toan-canh/", "gioi-thieu/"] {
        v.press(&format!(".site-foot a[href='{link}']")).await?;
        v.wait("the page", &format!("location.pathname === '/{link}'")).await?;
        v.is("one first heading", "document.querySelectorAll('h1').length === 1").await?;
        titles.push(v.driver.title().await?);
    }
    let all = titles.len();
    titles.sort();
    titles.dedup();
    same("different titles", titles.len(), all)
}

async fn a_mistyped_address_offers_the_nearest_products(v: &Visit) -> Outcome {
    for path in ["/san-pham/mam-tom-le-gai/", "/san-pham/mam-tom-le-g", "/en/product/mam-tom-le-giaa/"] {
        v.open(path).await?;
        v.is("it says so", "document.querySelector('main.missing .nothing h1')").await?;
        let near = v.names().await?;
        ensure(
            near.iter().take(4).any(|n| n.to_lowercase().contains("mắm tôm")),
            format!("{path}: nearest are {near:?}"),
        )?;
    }
    v.press(".nothing a.act").await?;
    v.wait("the whole list", "document.querySelector('main.list') && location.pathname === '/en/'").await
}
