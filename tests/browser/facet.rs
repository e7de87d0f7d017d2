//! Filtering, sorting, showing more.

use crate::visit::{Visit, ensure, number, same};
use crate::{Outcome, Test, tests};

pub fn tests() -> Vec<Test> {
    tests![
        three_filters_narrow_and_each_count_is_what_its_click_finds,
        every_facet_counts_what_a_click_would_find,
        picks_within_one_facet_are_joined,
        a_chip_takes_its_pick_away_and_clear_all_the_rest,
        a_sub_group_opens_under_its_group,
        looking_inside_a_long_facet_keeps_its_text_after_a_pick,
        a_long_facet_opens_and_closes,
        every_order_sorts_and_stays_in_the_address,
        show_more_adds_cards_and_moves_the_focus_to_the_first_new_one,
    ]
}

async fn three_filters_narrow_and_each_count_is_what_its_click_finds(v: &Visit) -> Outcome {
    v.open("/").await?;
    for (i, value) in ["stars=3", "state=lapsed", "group=che-bien"].into_iter().enumerate() {
        let promised = v.count_of(value).await?;
        v.pick(value).await?;
        v.settle().await?;
        same(value, v.total().await?, promised)?;
        same("chips", v.count(".chips .chip:not(.solid)").await?, i + 1)?;
        v.is("the filter is ticked", &format!("document.querySelector('[data-focus=\"{value}\"]').checked")).await?;
        v.is("the focus stays there", &format!("document.activeElement.dataset.focus === {value:?}")).await?;
    }
    same("the address", v.address().await?, "/?group=che-bien&state=lapsed&stars=3".into())?;
    same("cards", v.count(".cards > li").await?, v.total().await?.min(24))
}

async fn every_facet_counts_what_a_click_would_find(v: &Visit) -> Outcome {
    v.open("/?stars=3").await?;
    // the last value of each facet that is on: the first are in other tests
    let last = "[...document.querySelectorAll('.facet')].map(f => [...f.querySelectorAll('.value:not(.off):not(.on) input')].pop()).filter(i => i && !i.dataset.focus.startsWith('stars')).map(i => i.dataset.focus)";
    let values: Vec<String> = v.get(last).await?;
    ensure(values.len() >= 8, format!("too few facets: {values:?}"))?;
    let before = v.total().await?;
    for value in values {
        let promised = v.count_of(&value).await?;
        v.pick(&value).await?;
        v.settle().await?;
        same(&value, v.total().await?, promised)?;
        v.back().await?;
        v.wait("without it again", "location.search === '?stars=3'").await?;
        v.settle().await?;
        same("without it again", v.total().await?, before)?;
    }
    Ok(())
}

async fn picks_within_one_facet_are_joined(v: &Visit) -> Outcome {
    v.open("/").await?;
    let (five, four) = (v.count_of("stars=5").await?, v.count_of("stars=4").await?);
    v.pick("stars=5").await?;
    v.settle().await?;
    same("4 stars still to be had", v.count_of("stars=4").await?, four)?;
    v.pick("stars=4").await?;
    v.settle().await?;
    same("5 or 4 stars", v.total().await?, five + four)
}

async fn a_chip_takes_its_pick_away_and_clear_all_the_rest(v: &Visit) -> Outcome {
    v.open("/?stars=3&state=lapsed&district=nga-son").await?;
    v.press(".chip[href*='stars=3'][href*='state=lapsed']:not([href*=district])").await?;
    v.wait("the pick is gone", "location.search === '?state=lapsed&stars=3'").await?;
    same("chips", v.count(".chips .chip:not(.solid)").await?, 2)?;
    v.press(".chips .clear").await?;
    v.wait("all picks are gone", "location.search === '' && !document.querySelector('.chips .clear')").await?;
    v.is("nothing is ticked", "!document.querySelector('.facet input:checked')").await?;
    v.back().await?;
    v.wait(
        "Back brings them again",
        "location.search === '?state=lapsed&stars=3' && document.querySelectorAll('.facet input:checked').length === 2",
    )
    .await
}

async fn a_sub_group_opens_under_its_group(v: &Visit) -> Outcome {
    v.open("/").await?;
    same("sub-groups of the third level", v.count(".value.level-2").await?, 0)?;
    v.pick("group=che-bien").await?;
    let parent = v.total().await?;
    v.wait("its sub-groups", "document.querySelector('.value.level-2 input')").await?;
    let sub: String = v.get("document.querySelector('.value.level-2 input:enabled').dataset.focus").await?;
    ensure(v.count_of(&sub).await? <= parent, "a part is larger than the whole")?;
    v.pick(&sub).await?;
    v.wait("it is ticked", &format!("document.querySelector('[data-focus=\"{sub}\"]').checked")).await
}

const DISTRICT: &str = "[data-field='facet:3']";

async fn looking_inside_a_long_facet_keeps_its_text_after_a_pick(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.find(DISTRICT).await?.send_keys("nga").await?;
    let shown = "[...document.querySelectorAll('[aria-labelledby=facet-district] .value input')].map(i => i.dataset.focus).join()";
    v.wait("only what fits", &format!("{shown} === 'district=nga-son'")).await?;
    v.pick("district=nga-son").await?;
    v.settle().await?;
    same("the text", v.get::<String>(&format!("document.querySelector({DISTRICT:?}).value")).await?, "nga".into())?;
    v.is("the list is still the short one", &format!("{shown} === 'district=nga-son'")).await?;
    v.find(DISTRICT).await?.send_keys(" zzz").await?;
    v.wait("what is picked still shows", &format!("{shown} === '' || {shown} === 'district=nga-son'")).await
}

async fn a_long_facet_opens_and_closes(v: &Visit) -> Outcome {
    v.open("/").await?;
    let more = "[aria-labelledby=facet-commune] button.more";
    let rows = "document.querySelectorAll('[aria-labelledby=facet-commune] .value').length";
    let (few, all) = (v.get::<usize>(rows).await?, number(&v.text(more).await?)?);
    v.press(more).await?;
    v.wait(
        "all values",
        &format!("{rows} === {all} && document.querySelector({more:?}).getAttribute('aria-expanded') === 'true'"),
    )
    .await?;
    v.press(more).await?;
    v.wait("few values", &format!("{rows} === {few}")).await
}

async fn every_order_sorts_and_stays_in_the_address(v: &Visit) -> Outcome {
    v.open("/").await?;
    let first = v.names().await?;
    for sort in ["name", "stars", "newest", "place"] {
        // the keyboard, because the list of a select is drawn by the system
        v.press(&format!(".sort select option[value*='sort={sort}']")).await?;
        v.wait("the order is in the address", &format!("location.search === '?sort={sort}'")).await?;
        v.settle().await?;
        let names = v.names().await?;
        ensure(names != first, format!("{sort} changes nothing"))?;
        if sort == "name" {
            let other: Vec<(String, String)> = v.get(
                "[...document.querySelectorAll('.cards h2')].map(h => h.textContent).flatMap((n, i, all) => i && new Intl.Collator('vi').compare(all[i - 1], n) > 0 ? [[all[i - 1], n]] : [])").await?;
            same("not in alphabetical order", other, vec![])?;
        }
        if sort == "stars" {
            let stars: Vec<usize> = v
                .get(
                    "[...document.querySelectorAll('.cards .card')].map(c => c.querySelectorAll('.stars path').length)",
                )
                .await?;
            ensure(stars.is_sorted_by(|a, b| a >= b), format!("not by stars: {stars:?}"))?;
        }
    }
    v.reload().await?;
    v.is(
        "the chosen order still shows",
        "document.querySelector('.sort select').selectedOptions[0].value.includes('sort=place')",
    )
    .await
}

async fn show_more_adds_cards_and_moves_the_focus_to_the_first_new_one(v: &Visit) -> Outcome {
    v.open("/").await?;
    let first = v.names().await?;
    v.press("a.more").await?;
    v.wait("48 cards", "document.querySelectorAll('.cards > li').length === 48 && location.search === '?more=1'")
        .await?;
    v.wait(
        "the focus is on the 25th",
        "document.activeElement === document.querySelector('.cards > li:nth-child(25) h2 a')",
    )
    .await?;
    ensure(v.names().await?.starts_with(&first), "the first cards have changed")?;
    ensure(v.text(".list-end p").await?.starts_with("Đang hiện 48 trong"), "not said how many are shown")?;
    v.back().await?;
    v.wait("24 cards again", "document.querySelectorAll('.cards > li').length === 24").await
}
