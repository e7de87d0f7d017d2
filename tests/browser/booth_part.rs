//! Which part of the catalogue a booth shows: one that says nothing opens none, and one that is shown is kept to.

use crate::booth::{INNER, begin, link};
use crate::booth_device::waits;
use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use ocop::pick::{Item, pack};

pub fn tests() -> Vec<Test> {
    tests![a_list_that_says_nothing_opens_no_booth, a_booth_of_one_group_stays_in_it_until_its_filter_is_dropped,]
}

fn item(slug: &str) -> Item {
    Item { slug: slug.into(), ..Item::default() }
}

async fn a_list_that_says_nothing_opens_no_booth(v: &Visit) -> Outcome {
    let link = link(v).await?;
    let fill = |list: &str| {
        format!(
            "for (const [id, value] of [['part', 'list'], ['list', {list:?}]]) {{ const f = document.getElementById(id); f.value = value; f.dispatchEvent(new Event('input', {{ bubbles: true }})); }}"
        )
    };
    v.run(&fill("")).await?;
    ensure(v.text("#said").await?.contains("dán vào đây"), "the form does not say where lists come from")?;
    let good = pack(&["mam-tom-le-gia", "mam-tep-le-gia"].iter().map(|slug| item(slug)).collect());
    let mistyped = good.replacen(&good[4..5], if &good[4..5] == "7" { "8" } else { "7" }, 1);
    let gone = pack(&[item("no-longer-there")].into_iter().collect());
    for (list, said) in [
        ("nonsense", "Không đọc được danh sách"),
        (mistyped.as_str(), "Không đọc được danh sách"),
        (&good[..good.len() - 4], "Không đọc được danh sách"),
        (gone.as_str(), "Không còn sản phẩm nào"),
    ] {
        v.run(&fill(list)).await?;
        ensure(v.text("#said .missing").await?.contains(said), format!("of {list} it is not said: {said}"))?;
        same("buttons to open", v.count("[data-act=open], .link .qr").await?, 0)?;
    }
    v.run(&fill(&format!(" https://example.vn/chon/?list={}&via=zalo", good.to_lowercase()))).await?;
    ensure(v.text("#said").await?.contains("2 sản phẩm"), "a good list is not taken")?;
    same("buttons to open", v.count("[data-act=open]").await?, 1)?;
    for (part, said) in [
        ("list=nonsense".to_string(), "Không đọc được danh sách"),
        ("list=%00".to_string(), "Không đọc được danh sách"),
        (format!("list={gone}"), "Không còn sản phẩm nào"),
        ("producer=nobody".to_string(), "Không còn sản phẩm nào"),
    ] {
        v.open(&format!("/gian-hang/{link}&{part}")).await?;
        ensure(v.text(".invited .missing").await?.contains(said), format!("{part}: the tablet does not say {said}"))?;
        same("buttons to open", v.count("[data-act=open]").await?, 0)?;
    }
    v.open(&format!("/gian-hang/{link}&list={good}")).await?;
    v.press("[data-act=open]").await?;
    waits(v).await?;
    ensure(v.text(".attract .count").await?.contains("2 sản phẩm"), "it shows more than the list")
}

async fn a_booth_of_one_group_stays_in_it_until_its_filter_is_dropped(v: &Visit) -> Outcome {
    let link = link(v).await?;
    v.open(&format!("/gian-hang/{link}&group=do-uong")).await?;
    v.press("[data-act=open]").await?;
    waits(v).await?;
    v.run("clock.hold()").await?;
    begin(v, ".attract").await?;
    let shows = |search: &str| {
        format!(
            "{INNER}?.location.pathname === '/' && {INNER}.location.search === {search:?} && {INNER}.documentElement.hasAttribute('data-ready') && {INNER}.querySelector('.cards')"
        )
    };
    let follow = |css: &str| format!("{INNER}.querySelector({css:?}).click()");
    v.wait("its part", &shows("?group=do-uong")).await?;
    // The menu, from the list itself and from a product; and a search on a product's page.
    v.run(&follow(".pages a")).await?;
    v.wait("still its part", &shows("?group=do-uong")).await?;
    v.run(&follow(".cards h2 a")).await?;
    v.wait("a product", &format!("{INNER}?.location.pathname.startsWith('/san-pham/')")).await?;
    v.run("clock.forward(1000)").await?;
    v.run(&follow(".pages a")).await?;
    v.wait("its part again", &shows("?group=do-uong")).await?;
    v.run(&follow(".cards h2 a")).await?;
    v.wait("a product", &format!("{INNER}?.location.pathname.startsWith('/san-pham/')")).await?;
    v.run("clock.forward(1000)").await?;
    v.run(&format!("{INNER}.defaultView.location.href = '/?q=tra'")).await?;
    v.wait("what was searched", &shows("?q=tra")).await?;
    v.run("clock.forward(1000)").await?;
    v.wait("within its part", &shows("?q=tra&group=do-uong")).await?;
    v.run("clock.forward(1000)").await?;
    // Whoever drops the filter by hand sees the whole catalogue.
    v.run(&follow(".chips .chip[aria-label*='Đồ uống']")).await?;
    v.wait("all", &shows("?q=tra")).await?;
    v.run("clock.forward(2000)").await?;
    v.is("it stays so", &shows("?q=tra")).await
}
