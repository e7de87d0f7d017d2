//! Searching: as they type, with and without accents, by suggestion, and when nothing is found.

use crate::visit::{Visit, ensure, number, same};
use crate::{Outcome, Test, tests};
use thirtyfour::Key;

pub fn tests() -> Vec<Test> {
    tests![
        typing_with_accents_finds_and_marks_the_name,
        typing_without_accents_finds_the_accented_name,
        every_key_press_narrows_the_list_without_filling_the_history,
        emptying_the_box_brings_everything_back,
        what_is_found_is_announced,
        suggestions_answer_to_the_keyboard,
        escape_closes_the_suggestions_and_keeps_the_text,
        a_suggestion_opens_with_a_press,
        enter_on_another_page_leads_to_the_list,
        nothing_found_offers_to_drop_each_part_and_the_nearest,
        percent_plus_and_ampersand_survive_the_address,
        four_keys_of_one_thumb_find_the_shrimp_paste,
        keys_of_an_input_method_that_is_off_are_understood_and_it_is_said,
        a_regional_spelling_is_found_and_it_is_said,
        words_typed_together_are_parted,
        what_nobody_knows_is_put_right_with_one_press,
        earlier_searches_are_offered_and_can_be_erased,
        a_filter_keeps_the_words_typed_just_before,
        what_is_drawn_while_typing_ends_as_the_page_itself,
    ]
}

/// All that a list says, shows and leads to.
const LIST: &str = "[document.querySelector('main').textContent, ...[...document.querySelectorAll('main img, main a, main input')].map(e => e.src || e.href || e.dataset.go)].join('\\n')";

async fn a_filter_keeps_the_words_typed_just_before(v: &Visit) -> Outcome {
    v.open("/").await?;
    // in one task: nothing is drawn between the letters and the press
    v.run("const q = document.querySelector('#q'); q.focus(); q.value = 'nuoc mam'; q.dispatchEvent(new Event('input', { bubbles: true })); document.querySelector('[data-focus=\"group=gia-vi\"]').click();").await?;
    v.wait(
        "words and filter",
        "location.search === '?q=nuoc+mam&group=gia-vi' && document.querySelector('#q').value === 'nuoc mam'",
    )
    .await
}

async fn what_is_drawn_while_typing_ends_as_the_page_itself(v: &Visit) -> Outcome {
    for text in ["mam", "che lam", "n"] {
        v.open("/").await?;
        v.write(text).await?;
        v.written().await?;
        let typed: String = v.get(LIST).await?;
        v.reload().await?;
        same("what is listed", typed, v.get(LIST).await?)?;
    }
    Ok(())
}

/// The marked parts of the first card's name, in lower case.
const MARKED: &str =
    "[...document.querySelectorAll('.cards > li:first-child h2 mark')].map(m => m.textContent).join(' ').toLowerCase()";

async fn found(v: &Visit, text: &str) -> Outcome<Vec<String>> {
    v.open("/").await?;
    let all = v.total().await?;
    v.write(text).await?;
    v.written().await?;
    let found = v.total().await?;
    ensure(found < all, format!("{found} of {all} found"))?;
    v.wait("the words in their own spelling, marked", &format!("{MARKED} === 'nước mắm'")).await?;
    let mut names = v.names().await?;
    names.sort();
    Ok(names)
}

async fn typing_with_accents_finds_and_marks_the_name(v: &Visit) -> Outcome {
    let names = found(v, "nước mắm").await?;
    ensure(names.len() >= 3, format!("only {names:?}"))
}

async fn typing_without_accents_finds_the_accented_name(v: &Visit) -> Outcome {
    let accented = found(v, "nước mắm").await?;
    let plain = found(v, "nuoc mam").await?;
    let lost: Vec<_> = accented.iter().filter(|n| !plain.contains(n)).collect();
    ensure(lost.is_empty(), format!("not found without accents: {lost:?}"))
}

async fn every_key_press_narrows_the_list_without_filling_the_history(v: &Visit) -> Outcome {
    v.open("/").await?;
    let before: usize = v.get("history.length").await?;
    let mut last = v.total().await?;
    for (typed, letter) in [("m", "m"), ("ma", "a"), ("mam", "m"), ("mam ", " "), ("mam t", "t"), ("mam to", "o")] {
        v.write(letter).await?;
        v.wait("the letter is in the box", &format!("document.querySelector('#q').value === {typed:?}")).await?;
        v.settle().await?;
        let now = v.total().await?;
        ensure(now <= last, format!("{typed:?} finds {now}, more than {last} before"))?;
        last = now;
    }
    v.wait("the address has the words", "location.search === '?q=mam+to'").await?;
    same("entries of the history", v.get("history.length").await?, before)
}

async fn emptying_the_box_brings_everything_back(v: &Visit) -> Outcome {
    v.open("/?q=tr%C3%A0").await?;
    let some = v.total().await?;
    v.press("#q").await?;
    v.keys(Key::End + Key::Backspace + Key::Backspace + Key::Backspace).await?;
    v.wait("the address is empty", "location.search === ''").await?;
    ensure(v.total().await? > some, "no more products than before")
}

async fn what_is_found_is_announced(v: &Visit) -> Outcome {
    v.open("/").await?;
    let all = v.total().await?;
    v.write("tra").await?;
    v.written().await?;
    let said = v.text("main [role=status]").await?;
    same("announced", said, format!("Tìm thấy {} trong {all} sản phẩm", v.total().await?))
}

async fn four_keys_of_one_thumb_find_the_shrimp_paste(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.write("mamt").await?;
    v.written().await?;
    same("first", v.names().await?.first().cloned(), Some("Mắm tôm Lê Gia".to_string()))
}

/// What is said of why the results were found.
async fn meant(v: &Visit, typed: &str) -> Outcome<String> {
    v.open("/").await?;
    v.write(typed).await?;
    v.written().await?;
    v.text(".toolbar .meant").await
}

async fn keys_of_an_input_method_that_is_off_are_understood_and_it_is_said(v: &Visit) -> Outcome {
    for typed in ["yeens saof", "ye61n sao2"] {
        let said = meant(v, typed).await?;
        ensure(said.starts_with("Hiểu theo cách gõ Telex, VNI: yến sào / "), said)?;
        v.is("marked", "document.querySelector('.cards h2 mark').textContent.toLowerCase() === 'yến'").await?;
    }
    Ok(())
}

async fn a_regional_spelling_is_found_and_it_is_said(v: &Visit) -> Outcome {
    same("said", meant(v, "yến xào").await?, "Gần giống: sào / xào".to_string())
}

async fn words_typed_together_are_parted(v: &Visit) -> Outcome {
    let said = meant(v, "nemchua").await?;
    ensure(said.starts_with("Tách hoặc ghép từ: nem"), said)?;
    v.is("marked", "document.querySelector('.cards h2 mark').textContent.toLowerCase() === 'nem'").await
}

async fn what_nobody_knows_is_put_right_with_one_press(v: &Visit) -> Outcome {
    v.open("/?q=chi%E1%BA%BFu+c%C3%B3i+qqqq").await?;
    v.wait("nothing found", "document.querySelector('.nothing')").await?;
    same("offered", v.text(".nothing .meant b").await?, "chiếu cói".to_string())?;
    v.press(".nothing .meant a").await?;
    v.wait("mats", "document.querySelector('.cards h2')").await?;
    v.is("the words are in the address", "new URLSearchParams(location.search).get('q') === 'chiếu cói'").await
}

async fn earlier_searches_are_offered_and_can_be_erased(v: &Visit) -> Outcome {
    v.open("/gioi-thieu/").await?;
    v.write("chiếu cói").await?;
    v.keys(Key::Enter + "").await?;
    v.wait("the list", "document.querySelector('.cards')").await?;
    v.open("/gioi-thieu/").await?;
    v.press("#q").await?;
    v.wait("earlier searches", OPEN).await?;
    same("offered first", v.text("#offer-0 .name").await?, "chiếu cói".to_string())?;
    v.keys(Key::Up + "").await?;
    v.wait("the last line is chosen", "document.querySelector('.offers .on').dataset.act === 'forget'").await?;
    v.keys(Key::Enter + "").await?;
    v.wait("closed", "document.querySelector('#q').getAttribute('aria-expanded') === 'false'").await?;
    v.open("/gioi-thieu/").await?;
    v.press("#q").await?;
    v.settle().await?;
    v.is("nothing is offered", "document.querySelector('#q').getAttribute('aria-expanded') === 'false'").await
}

const OPEN: &str = "document.querySelector('#q').getAttribute('aria-expanded') === 'true'";

fn stands_on(i: usize) -> String {
    format!(
        "document.querySelector('#q').getAttribute('aria-activedescendant') === 'offer-{i}' \
         && document.querySelector('#offer-{i}').getAttribute('aria-selected') === 'true' \
         && document.querySelectorAll('[role=option][aria-selected=true]').length === 1"
    )
}

async fn suggestions_answer_to_the_keyboard(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.write("mam tom").await?;
    v.wait("suggestions", OPEN).await?;
    v.keys(Key::Down).await?;
    v.wait("the first is chosen", &stands_on(0)).await?;
    v.keys(Key::Down).await?;
    v.wait("the second is chosen", &stands_on(1)).await?;
    v.keys(Key::Up).await?;
    v.wait("the first is chosen again", &stands_on(0)).await?;
    v.is("the focus stays in the box", "document.activeElement.id === 'q'").await?;
    let name = v.text("#offer-0 .name").await?;
    v.keys(Key::Enter).await?;
    v.wait("a product's page", "document.querySelector('main.product')").await?;
    let title = v.text("main h1").await?;
    ensure(name.starts_with(&title), format!("chose {name:?}, came to {title:?}"))
}

async fn escape_closes_the_suggestions_and_keeps_the_text(v: &Visit) -> Outcome {
    v.open("/gioi-thieu/").await?;
    v.write("mam").await?;
    v.wait("suggestions", OPEN).await?;
    v.keys(Key::Down).await?;
    v.wait("the first is chosen", &stands_on(0)).await?;
    v.keys(Key::Escape).await?;
    v.wait("no suggestions", &format!("!({OPEN}) && document.querySelector('#offers').hidden")).await?;
    v.is("nothing is chosen", "!document.querySelector('#q').hasAttribute('aria-activedescendant')").await?;
    same("the text", v.get::<String>("document.querySelector('#q').value").await?, "mam".into())
}

async fn a_suggestion_opens_with_a_press(v: &Visit) -> Outcome {
    v.open("/").await?;
    v.write("hoang hoa").await?;
    v.wait("a former district among the suggestions", "document.querySelector('#offers a[href*=\"district=\"]')")
        .await?;
    v.find("#offers a[href*='district=']").await?.click().await?;
    v.wait("its products", "location.search === '?district=hoang-hoa'").await?;
    v.wait("the suggestions are closed", &format!("!({OPEN})")).await
}

async fn enter_on_another_page_leads_to_the_list(v: &Visit) -> Outcome {
    v.open("/gioi-thieu/").await?;
    v.write("che kho").await?;
    v.keys(Key::Enter).await?;
    v.wait("the list with the words", "document.querySelector('main.list') && location.search === '?q=che+kho'")
        .await?;
    v.back().await?;
    v.wait("the page before", "document.querySelector('main.about')").await
}

async fn nothing_found_offers_to_drop_each_part_and_the_nearest(v: &Visit) -> Outcome {
    v.open("/?stars=5&state=undated").await?;
    v.write("nuoc mam zzz").await?;
    v.wait("nothing is found", "document.querySelector('.nothing [role=status]')").await?;
    let parts = v.texts(".nothing .chip small").await?;
    same("parts to drop", parts.len(), 3)?;
    ensure(v.count(".cards > li").await? > 0, "no nearest products")?;
    v.open("/?stars=5&group=che").await?;
    let offers: Vec<(String, String)> =
        v.get("[...document.querySelectorAll('.nothing .chip')].map(c => [c.getAttribute('href'), c.querySelector('small').textContent])").await?;
    same("parts to drop", offers.len(), 2)?;
    for (href, says) in offers {
        v.open("/?stars=5&group=che").await?;
        v.press(&format!(".nothing .chip[href=\"{href}\"]")).await?;
        v.wait("products", "document.querySelector('.toolbar h1')").await?;
        same("products after dropping", v.total().await?, number(&says)?)?;
    }
    Ok(())
}

async fn percent_plus_and_ampersand_survive_the_address(v: &Visit) -> Outcome {
    let text = "100% trà & mật+ong = ‘ngon’?#";
    v.open("/").await?;
    v.write(text).await?;
    v.written().await?;
    v.reload().await?;
    same("the text after a reload", v.get::<String>("document.querySelector('#q').value").await?, text.into())
}
