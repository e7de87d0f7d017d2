//! The filter sheet of phones.

use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use thirtyfour::Key;

pub fn tests() -> Vec<Test> {
    tests![
        on_a_phone_the_filters_open_as_a_sheet_and_take_the_focus,
        picks_in_the_sheet_count_at_once_and_its_button_shows_the_results,
        back_closes_the_sheet,
        escape_closes_the_sheet_and_the_focus_returns,
        what_lies_behind_the_sheet_is_out_of_reach,
        a_link_to_the_open_sheet_opens_it,
    ]
}

const SHOWN: &str = "getComputedStyle(document.querySelector('#loc')).display !== 'none'";

async fn phone(v: &Visit) -> Outcome {
    v.resize(360, 740).await?;
    v.open("/").await?;
    v.is("no sheet at first", &format!("!({SHOWN})")).await
}

async fn open(v: &Visit) -> Outcome {
    phone(v).await?;
    v.press("[data-focus=filters]").await?;
    v.wait("the sheet", &format!("{SHOWN} && location.hash === '#loc'")).await?;
    v.wait("the focus is inside", "document.activeElement.dataset.focus === 'close-filters'").await
}

async fn closed(v: &Visit) -> Outcome {
    v.wait("no sheet", &format!("!({SHOWN}) && location.hash === ''")).await?;
    v.wait("the focus is on the button that opened it", "document.activeElement.dataset.focus === 'filters'").await?;
    v.is("the page is in reach again", "!document.querySelector('[inert]')").await
}

async fn on_a_phone_the_filters_open_as_a_sheet_and_take_the_focus(v: &Visit) -> Outcome {
    open(v).await?;
    v.press(".sheet-head .close").await?;
    closed(v).await
}

async fn picks_in_the_sheet_count_at_once_and_its_button_shows_the_results(v: &Visit) -> Outcome {
    open(v).await?;
    for value in ["stars=3", "state=lapsed"] {
        let promised = v.count_of(value).await?;
        v.pick(value).await?;
        v.settle().await?;
        v.is("the sheet stays open", SHOWN).await?;
        v.is("the focus stays", &format!("document.activeElement.dataset.focus === {value:?}")).await?;
        same("its button", crate::visit::number(&v.text(".sheet-foot .act").await?)?, promised)?;
    }
    let total = v.total().await?;
    v.press(".sheet-foot .act").await?;
    closed(v).await?;
    same("the address", v.address().await?, "/?state=lapsed&stars=3".into())?;
    same("products", v.total().await?, total)?;
    ensure(v.text("[data-focus=filters]").await?.ends_with("2"), "the button does not say how many are on")?;
    v.back().await?;
    v.wait("one Back leaves all picks of the sheet", "location.search === '' && location.hash === ''").await
}

async fn back_closes_the_sheet(v: &Visit) -> Outcome {
    open(v).await?;
    v.back().await?;
    closed(v).await?;
    v.is("the list is still there", "document.querySelector('main.list .cards')").await
}

async fn escape_closes_the_sheet_and_the_focus_returns(v: &Visit) -> Outcome {
    open(v).await?;
    v.keys(Key::Escape).await?;
    closed(v).await
}

async fn what_lies_behind_the_sheet_is_out_of_reach(v: &Visit) -> Outcome {
    open(v).await?;
    for selector in [".head", ".stall", ".site-foot", ".skip"] {
        v.is(selector, &format!("document.querySelector({selector:?}).inert")).await?;
    }
    for _ in 0..12 {
        v.keys(Key::Tab).await?;
        v.is("Tab stays inside", "document.activeElement === document.body || document.activeElement.closest('#loc')")
            .await?;
    }
    Ok(())
}

async fn a_link_to_the_open_sheet_opens_it(v: &Visit) -> Outcome {
    v.resize(360, 740).await?;
    v.open("/?stars=3#loc").await?;
    v.is("the sheet", SHOWN).await?;
    v.is("the rest is out of reach", "document.querySelector('.stall').inert").await?;
    v.press(".sheet-head .close").await?;
    closed(v).await?;
    same("the address", v.address().await?, "/?stars=3".into())
}
