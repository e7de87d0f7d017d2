//! Moving about: Back, Forward, language, reload, copied links.

use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};

pub fn tests() -> Vec<Test> {
    tests![
        back_restores_filters_scroll_and_focus,
        forward_shows_the_product_from_its_top_again,
        back_and_forward_walk_through_the_picks_one_by_one,
        the_language_changes_in_place,
        a_reload_shows_the_same_place,
        a_copied_link_shows_the_same_thing,
        an_old_link_with_unknown_parts_still_opens,
        a_press_with_control_is_left_to_the_browser,
    ]
}

const LIST: &str = "/?state=lapsed&stars=3";

/// From the middle of the list into a product: where the list stood, and the link pressed.
async fn into_a_product(v: &Visit) -> Outcome<(f64, String)> {
    v.open(LIST).await?;
    let link = ".cards > li:nth-child(17) h2 a";
    let href: String = v.get(&format!("document.querySelector({link:?}).getAttribute('href')")).await?;
    v.find(link).await?;
    v.run(&format!("document.querySelector({link:?}).scrollIntoView({{ block: 'center' }})")).await?;
    v.wait("the list is scrolled", "scrollY > 300").await?;
    v.settle().await?;
    let scroll: f64 = v.get("scrollY").await?;
    v.find(link).await?.click().await?;
    v.wait("the product's page, from its top", "document.querySelector('main.product') && scrollY === 0").await?;
    Ok((scroll, href))
}

async fn back_restores_filters_scroll_and_focus(v: &Visit) -> Outcome {
    let (scroll, href) = into_a_product(v).await?;
    v.wait("the focus is on its name", "document.activeElement === document.querySelector('main h1')").await?;
    v.back().await?;
    v.wait("the list", "document.querySelector('main.list') && location.search === '?state=lapsed&stars=3'").await?;
    same("ticked", v.count(".facet input:checked").await?, 2)?;
    v.wait("the scroll", &format!("Math.abs(scrollY - {scroll}) <= 2")).await?;
    v.wait("the focus on the product left", &format!("document.activeElement.getAttribute('href') === {href:?}")).await
}

async fn forward_shows_the_product_from_its_top_again(v: &Visit) -> Outcome {
    let (scroll, _) = into_a_product(v).await?;
    let name = v.text("main h1").await?;
    v.back().await?;
    v.wait("the list, scrolled", &format!("document.querySelector('main.list') && Math.abs(scrollY - {scroll}) <= 2"))
        .await?;
    v.forward().await?;
    v.wait("the product", "document.querySelector('main.product')").await?;
    v.wait("from its top", "scrollY === 0").await?;
    same("its name", v.text("main h1").await?, name)
}

async fn back_and_forward_walk_through_the_picks_one_by_one(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.pick("stars=3").await?;
    v.pick("state=lapsed").await?;
    let ticked = |names: &str| {
        format!("[...document.querySelectorAll('.facet input:checked')].map(i => i.dataset.focus).join() === {names:?}")
    };
    v.wait("both", &ticked("state=lapsed,stars=3")).await?;
    v.back().await?;
    v.wait("one", &ticked("stars=3")).await?;
    v.back().await?;
    v.wait("none", &ticked("")).await?;
    v.forward().await?;
    v.wait("one again", &ticked("stars=3")).await?;
    v.forward().await?;
    v.wait("both again", &ticked("state=lapsed,stars=3")).await
}

async fn the_language_changes_in_place(v: &Visit) -> Outcome {
    v.open("/?q=m%E1%BA%AFm&state=lapsed").await?;
    let total = v.total().await?;
    v.run("scrollTo(0, 400)").await?;
    v.wait("the list is scrolled", "scrollY === 400").await?;
    v.enter("[data-focus=lang-en]").await?;
    v.wait(
        "English",
        "document.documentElement.lang === 'en' && document.querySelector('main h1').textContent.includes('product')",
    )
    .await?;
    v.settle().await?;
    same("the address", v.address().await?, "/en/?q=m%E1%BA%AFm&state=lapsed".into())?;
    same("products", v.total().await?, total)?;
    same("the scroll", v.get::<f64>("scrollY").await?, 400.0)?;
    v.is("the words in the box", "document.querySelector('#q').value === 'mắm'").await?;
    v.is("the chip is English", "document.querySelector('.chips .chip:not(.solid)').textContent.startsWith('Lapsed')")
        .await?;
    v.is("the tab is English", "document.title.includes('Hàng xứ Thanh')").await?;
    v.back().await?;
    v.wait("Vietnamese again", "document.documentElement.lang === 'vi' && location.pathname === '/'").await?;
    v.press(".cards > li:first-child h2 a").await?;
    v.wait("a product", "document.querySelector('main.product')").await?;
    v.enter("[data-focus=lang-en]").await?;
    v.wait("the same product in English", "location.pathname.startsWith('/en/product/') && document.querySelector('.recognitions h2').textContent === 'Recognition'").await
}

async fn a_reload_shows_the_same_place(v: &Visit) -> Outcome {
    v.open("/?state=lapsed&sort=name&more=1").await?;
    let names = v.names().await?;
    v.run("scrollTo(0, 900)").await?;
    v.wait("the place is remembered", "String(history.state).startsWith('900|')").await?;
    v.reload().await?;
    same("names", v.names().await?, names)?;
    v.wait("the scroll", "Math.abs(scrollY - 900) <= 2").await
}

async fn a_copied_link_shows_the_same_thing(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.pick("district=hoang-hoa").await?;
    v.pick("stars=3").await?;
    v.write("mắm").await?;
    v.written().await?;
    let (link, names) = (v.address().await?, v.names().await?);
    ensure(!names.is_empty(), "nothing is found")?;
    let window = v.driver.new_tab().await?;
    v.driver.switch_to_window(window).await?;
    v.open(&link).await?;
    same("names", v.names().await?, names)?;
    same("chips", v.count(".chips .chip:not(.solid)").await?, 2)?;
    same("the address", v.address().await?, link)?;
    same("the text", v.get::<String>("document.querySelector('#q').value").await?, "mắm".into())
}

async fn an_old_link_with_unknown_parts_still_opens(v: &Visit) -> Outcome {
    v.open("/?stars=3&colour=red&more=-4&sort=price&%ff=%").await?;
    same("chips", v.count(".chips .chip:not(.solid)").await?, 1)?;
    same("cards", v.count(".cards > li").await?, 24)
}

async fn a_press_with_control_is_left_to_the_browser(v: &Visit) -> Outcome {
    v.open("/").await?;
    let left = "(() => { const a = document.querySelector('.cards h2 a'); let mine = true; \
        addEventListener('click', (e) => { mine = e.defaultPrevented; e.preventDefault(); }, { once: true }); \
        a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true })); return !mine; })()";
    v.is("the program keeps its hands off", left).await?;
    v.is("the page has not changed", "document.querySelector('main.list')").await
}
