//! Reach: keyboard alone, narrow screens, large text.

use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use thirtyfour::Key;

pub fn tests() -> Vec<Test> {
    tests![
        the_keyboard_alone_reaches_everything,
        the_keyboard_alone_filters_and_opens_a_product,
        nothing_scrolls_sideways_at_320_pixels,
        nothing_scrolls_sideways_with_text_twice_as_large,
        the_address_of_a_picture_never_shifts_what_stands_below,
    ]
}

const FOCUS: &str =
    "((e) => e.id || e.dataset.focus || e.className || e.getAttribute('href') || e.tagName)(document.activeElement)";

async fn the_keyboard_alone_reaches_everything(v: &Visit) -> Outcome {
    v.open("/").await?;
    let mut walk: Vec<String> = Vec::new();
    for _ in 0..12 {
        v.keys(Key::Tab).await?;
        walk.push(v.get(FOCUS).await?);
        v.is("what has the focus can be seen", "document.activeElement === document.body || (({ width, height, bottom, top }) => width > 0 && height > 0 && bottom > 0 && top < innerHeight)(document.activeElement.getBoundingClientRect())").await?;
    }
    same("first", walk[0].as_str(), "skip")?;
    same("then", walk[1].as_str(), "brand")?;
    for part in ["chu-the/", "noi-lam/", "q", "lang-en", "group=thuc-pham"] {
        ensure(walk.iter().any(|w| w == part), format!("{part} is not reached: {walk:?}"))?;
    }
    v.run("document.activeElement.blur()").await?;
    v.open("/").await?;
    v.keys(Key::Tab).await?;
    v.keys(Key::Enter).await?;
    v.wait("the content has the focus", "document.activeElement.closest('main')").await?;
    same("the address", v.address().await?, "/".into())
}

async fn the_keyboard_alone_filters_and_opens_a_product(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.run("document.querySelector('[data-focus=\"stars=4\"]').focus()").await?;
    let promised = v.count_of("stars=4").await?;
    v.keys(" ").await?;
    v.wait("the filter is on", "location.search === '?stars=4' && document.activeElement.dataset.focus === 'stars=4'")
        .await?;
    v.settle().await?;
    same("products", v.total().await?, promised)?;
    v.run("document.querySelector('.cards h2 a').focus()").await?;
    v.keys(Key::Enter).await?;
    v.wait(
        "the product has the focus",
        "document.querySelector('main.product') && document.activeElement.matches('main h1')",
    )
    .await
}

const PAGES: [&str; 9] = [
    "/",
    "/?q=zzzz&stars=5",
    "/san-pham/mam-tom-le-gia/",
    "/chu-the/",
    "/noi-lam/",
    "/toan-canh/",
    "/gioi-thieu/",
    "/khong-co-trang-nay-va-mot-dia-chi-that-dai-khong-ngat-dong/",
    "",
];
const ENGLISH: [&str; 9] = [
    "/en/",
    "/en/?q=zzzz&stars=5",
    "/en/product/mam-tom-le-gia/",
    "/en/producers/",
    "/en/places/",
    "/en/overview/",
    "/en/about/",
    "/en/there-is-no-such-page-and-it-has-a-very-long-address-without-any-break/",
    "/en/#loc",
];

/// What sticks out at the right, with how far.
const OUT: &str = "(() => { const wide = document.documentElement; if (wide.scrollWidth <= wide.clientWidth) return []; \
    return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > wide.clientWidth + 1) \
    .slice(0, 4).map(e => e.tagName + '.' + (e.getAttribute('class') || '') + ' ' + Math.round(e.getBoundingClientRect().right)) })()";

async fn fits(v: &Visit, prepare: &str) -> Outcome {
    let mut faults = Vec::new();
    let pages = PAGES.into_iter().chain(ENGLISH).filter(|p| !p.is_empty()).map(String::from);
    let mut pages: Vec<String> = pages.collect();
    v.open("/chu-the/").await?;
    // a producer and a place, whatever the catalogue holds
    pages.push(v.get("new URL(document.querySelector('.links a').href).pathname").await?);
    v.open("/noi-lam/").await?;
    pages.push(v.get("new URL(document.querySelector('.links a').href).pathname").await?);
    for path in pages {
        v.open(&path).await?;
        v.run(prepare).await?;
        v.settle().await?;
        let out: Vec<String> = v.get(OUT).await?;
        let (wide, inner): (f64, f64) =
            v.get("[document.documentElement.scrollWidth, document.documentElement.clientWidth]").await?;
        if wide > inner {
            faults.push(format!("{path} is {wide} wide in {inner}: {out:?}"));
        }
    }
    ensure(faults.is_empty(), faults.join("\n     "))
}

async fn nothing_scrolls_sideways_at_320_pixels(v: &Visit) -> Outcome {
    v.resize(320, 640).await?;
    fits(v, "null").await
}

async fn nothing_scrolls_sideways_with_text_twice_as_large(v: &Visit) -> Outcome {
    v.resize(1280, 800).await?;
    fits(v, "document.documentElement.style.setProperty('font-size', '200%')").await
}

async fn the_address_of_a_picture_never_shifts_what_stands_below(v: &Visit) -> Outcome {
    for path in ["/", "/san-pham/mam-tom-le-gia/", "/chu-the/", "/toan-canh/", "/?q=zzzz", "/no-such-page/"] {
        v.open(path).await?;
        let bare: Vec<String> = v.get("[...document.images].filter(i => !i.getAttribute('width') || !i.getAttribute('height') || i.getAttribute('alt') === null).map(i => i.outerHTML)").await?;
        same("pictures without width, height or text", bare, vec![])?;
    }
    Ok(())
}
