//! A booth that is open: begun by a touch, erased after a warning, no way out but by the exhibitor's PIN.

use crate::visit::{Visit, ensure, same};
use crate::{Outcome, Test, tests};
use ocop::catalog::Contact;
use ocop::page::picks::{CARD, vcard};
use std::time::Duration;

pub fn tests() -> Vec<Test> {
    tests![
        no_link_of_a_booth_leaves_it,
        a_contact_is_handed_over_as_a_code_that_telephones_keep,
        a_note_is_kept_with_consent_alone_and_the_exhibitor_reads_it_behind_the_pin,
        wrong_pins_cost_a_pause_where_nothing_can_be_kept,
        the_screen_is_kept_awake_while_it_is_seen,
        nothing_of_a_visitor_is_left_after_an_idle_reset,
    ]
}

/// The page in the frame.
pub const INNER: &str = "document.querySelector('.window iframe').contentDocument";

/// The link of a booth, with a PIN that the form has hashed.
pub async fn link(v: &Visit) -> Outcome<String> {
    v.forget().await?;
    v.open("/gian-hang/").await?;
    v.run("for (const [id, value] of [['hall', 'A'], ['stand', '12'], ['pin', '2468']]) { const f = document.getElementById(id); f.value = value; f.dispatchEvent(new Event('input', { bubbles: true })); }").await?;
    v.wait("the link", "document.querySelector('#whole')?.value.includes('pin=')").await?;
    v.get("new URL(document.querySelector('#whole').value).search").await
}

/// Open a booth on this device, with a clock that stands still.
pub async fn open(v: &Visit) -> Outcome {
    let link = link(v).await?;
    v.open(&format!("/gian-hang/{link}")).await?;
    v.press("[data-act=open]").await?;
    v.wait("the booth", "document.querySelector('[data-stage=attract] .layer.shown')").await?;
    v.run("clock.hold()").await
}

/// A visitor touches, and sees the site.
pub async fn begin(v: &Visit, css: &str) -> Outcome {
    v.run("clock.forward(1500)").await?;
    // As a finger does: browsers pass over steps of the history that were made without one.
    v.press(css).await?;
    v.run("clock.forward(1500)").await?;
    v.is("someone is at it", "document.querySelector('#main').dataset.stage === 'use'").await?;
    v.wait("the site", &format!("{INNER}?.documentElement.hasAttribute('data-ready')")).await?;
    // A second later the booth has heard the page.
    v.run("clock.forward(1000)").await?;
    v.wait("it wears what it must", &format!("{INNER}.documentElement.hasAttribute('data-booth')")).await
}

/// The exhibitor holds the corner and enters that PIN.
pub async fn enter(v: &Visit, pin: &str) -> Outcome {
    if v.count("#gate").await? == 0 {
        v.run("document.querySelector('#main').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 20, clientY: innerHeight - 20 })); clock.forward(3000)").await?;
    }
    v.run(&format!("document.querySelector('#gate').value = {pin:?}; document.querySelector('.gate').requestSubmit()"))
        .await
}

/// What a browser still knows of a visitor: what is kept, what fields hold, what lies over the screen.
const TRACES: &str = "(() => { const out = []; \
    for (const store of [localStorage, sessionStorage]) for (const [name, value] of Object.entries(store)) \
        if (value !== '' && !name.startsWith('ocop.booth.')) out.push(`${name}: ${value}`); \
    for (const page of [document, document.querySelector('.window iframe').contentDocument]) \
        for (const field of page.querySelectorAll('input:not([type=checkbox]), textarea')) if (field.value !== '') out.push(`field: ${field.value}`); \
    if (document.querySelector('.above').childElementCount + document.querySelector('.warn').childElementCount > 0) out.push('something over the screen'); \
    if (document.cookie !== '') out.push(document.cookie); \
    return out; })()";

async fn nothing_of_a_visitor_is_left_after_an_idle_reset(v: &Visit) -> Outcome {
    open(v).await?;
    begin(v, ".tongues [lang=en]").await?;
    v.wait("in English", &format!("{INNER}.location.pathname === '/en/' && {INNER}.querySelector('.cards')")).await?;
    v.run(&format!("const q = {INNER}.querySelector('#q'); q.focus(); q.value = 'mam tom'; q.dispatchEvent(new Event('input', {{ bubbles: true }}))")).await?;
    v.wait("the search", &format!("{INNER}.location.search === '?q=mam+tom'")).await?;
    v.run("clock.forward(1000)").await?;
    v.run(&format!("{INNER}.querySelector('.cards .pick').click(); {INNER}.querySelector('.cards h2 a').click()"))
        .await?;
    v.wait("a product", &format!("{INNER}.location.pathname.startsWith('/en/product/')")).await?;
    v.run("clock.forward(1000); document.querySelector('[data-act=note]').click()").await?;
    v.run("document.querySelector('#note-name').value = 'Hoa'").await?;
    let left: Vec<String> = v.get(TRACES).await?;
    ensure(left.len() >= 3, format!("the visitor left hardly anything: {left:?}"))?;

    v.run("clock.forward(59000)").await?;
    same("warned before it is time", v.count(".warn .panel").await?, 0)?;
    v.run("clock.forward(2000)").await?;
    same("warnings", v.count(".warn .panel").await?, 1)?;
    v.run("clock.forward(20000)").await?;
    same("the warning stands for 20 s", v.count(".warn .panel").await?, 1)?;
    v.run("document.querySelector('.warn button').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))")
        .await?;
    same("one touch is enough", v.count(".warn .panel").await?, 0)?;
    same("what was written stands", v.get("document.querySelector('#note-name').value").await?, "Hoa".to_string())?;
    // Step by step: WebKit's driver breaks off a script that takes long.
    for _ in 0..24 {
        v.run("clock.forward(5000)").await?;
    }

    v.is("it waits", "document.querySelector('#main').dataset.stage === 'attract'").await?;
    v.wait(
        "a new page",
        &format!("{INNER}?.location.pathname === '/' && {INNER}.documentElement.hasAttribute('data-ready')"),
    )
    .await?;
    same("traces", v.get(TRACES).await?, Vec::<String>::new())?;
    begin(v, ".attract").await?;
    for _ in 0..6 {
        v.back().await.map_err(|e| format!("Back: {e}"))?;
        tokio::time::sleep(Duration::from_millis(150)).await;
        v.wait("Back stays in the booth", "location.pathname === '/gian-hang/'").await?;
        // Where Back loads the page anew, it is a booth again.
        v.wait("a frame", &format!("{INNER}?.readyState === 'complete'")).await?;
        let inner: String = v.get(&format!("{INNER}.location.pathname + {INNER}.location.search")).await?;
        ensure(inner == "/" || inner == "blank", format!("Back shows {inner}"))?;
    }
    v.wait("the site", &format!("{INNER}?.location.pathname === '/' && {INNER}.readyState === 'complete'")).await?;
    same("traces", v.get(TRACES).await?, Vec::<String>::new())?;
    same("scroll", v.get::<i32>(&format!("{INNER}.defaultView.scrollY")).await?, 0)
}

async fn a_contact_is_handed_over_as_a_code_that_telephones_keep(v: &Visit) -> Outcome {
    open(v).await?;
    begin(v, ".attract").await?;
    // The sample's producers have told of no contact: a page of others has such a link.
    let card = vcard("Tổ hợp tác Hoa, Lá", &Contact { phone: "0912 345 678".into(), ..Contact::default() });
    let card = card.ok_or("no card")?;
    v.run(&format!("const a = {INNER}.createElement('a'); a.href = {CARD:?} + encodeURIComponent({card:?}); a.download = 'lien-he.vcf'; a.textContent = 'card'; {INNER}.querySelector('main').append(a); a.click()")).await?;
    let says: String = v.get("document.querySelector('.above .qr').getAttribute('aria-label')").await?;
    // An attribute has other ends of lines than the code.
    same("what the code says", says, ["QR: ", &card].concat().replace("\r\n", "\n"))?;
    same("whose it is", v.text(".above figcaption").await?, "Tổ hợp tác Hoa, Lá".into())?;
    ensure(v.text(".above p").await?.contains("danh bạ"), "it is not said what the code is for")?;
    // The corner is held while the code is shown.
    enter(v, "2468").await?;
    ensure(v.text(".office .today").await?.contains("Lượt mở mã QR mang về: 1"), "the code is not counted")
}

async fn no_link_of_a_booth_leaves_it(v: &Visit) -> Outcome {
    open(v).await?;
    begin(v, ".attract").await?;
    v.run(&format!("{INNER}.location.href = '/san-pham/mam-tom-le-gia/'")).await?;
    let there = format!(
        "{INNER}?.location.pathname === '/san-pham/mam-tom-le-gia/' && {INNER}.documentElement.hasAttribute('data-ready')"
    );
    v.wait("a product", &there).await?;
    v.run("clock.forward(1000)").await?;
    v.is("what is for its exhibitor alone is not there", &format!("[...{INNER}.querySelectorAll('.site-foot a')].every((a) => !a.href.endsWith('/ngoai-tuyen/') || a.getClientRects().length === 0)")).await?;
    for (css, says) in [
        ("main a[href^=\"https:\"]", "https://"),
        ("a[href*=\"in/?print\"]", "/in/?print="),
        ("a[href*=\"chia-se\"]", "via=booth"),
    ] {
        v.run(&format!("{INNER}.querySelector({css:?}).click()")).await?;
        let code: String = v.get("document.querySelector('.above .qr')?.getAttribute('aria-label') ?? ''").await?;
        ensure(code.contains(says), format!("{css} shows the code {code:?}"))?;
        v.is("the frame stays", &there).await?;
        v.run("document.querySelector('[data-act=close]').click()").await?;
    }
    // Where a sandbox forbids it, some browsers answer with nothing, others with an error.
    let opened = format!("(() => {{ try {{ return {INNER}.defaultView.open('/'); }} catch {{ return null; }} }})()");
    v.is("no window opens", &format!("{opened} === null")).await?;
    let menu = format!("{INNER}.dispatchEvent(new Event('contextmenu', {{ cancelable: true, bubbles: true }}))");
    ensure(!v.get::<bool>(&menu).await?, "a context menu opens")?;
    let style = format!("getComputedStyle({INNER}.documentElement)");
    v.wait("no text is marked", &format!("({style}.userSelect || {style}.webkitUserSelect) === 'none'")).await?;
    let small =
        "[...document.querySelectorAll('.booth-bar button')].filter(b => b.getBoundingClientRect().height < 48).length";
    same("buttons too small to hit", v.get::<usize>(small).await?, 0)
}

async fn a_note_is_kept_with_consent_alone_and_the_exhibitor_reads_it_behind_the_pin(v: &Visit) -> Outcome {
    open(v).await?;
    begin(v, ".attract").await?;
    same("ways to add a list where none is", v.count("#note-list").await?, 0)?;
    v.run(&format!("{INNER}.querySelector('.cards .pick').click()")).await?;
    v.run("document.querySelector('[data-act=note]').click(); document.querySelector('#note-list').checked = true; document.querySelector('#note-contact').value = '0912345678'; document.querySelector('.above form').requestSubmit()").await?;
    ensure(v.text(".above .missing").await?.contains("đồng ý"), "kept without consent")?;
    same("notes", v.get("localStorage['ocop.booth.notes'] ?? ''").await?, String::new())?;
    v.run(
        "document.querySelector('#note-consent').checked = true; document.querySelector('.above form').requestSubmit()",
    )
    .await?;
    ensure(v.text(".above h2").await?.contains("Đã lưu"), "not kept")?;
    v.run("document.querySelector('[data-act=again]').click()").await?;
    enter_after_three_slips(v).await?;
    ensure(v.text(".office .notes").await?.contains("0912345678"), "the note is not there")?;
    ensure(v.text(".office .notes").await?.contains("Đã chọn: "), "what was picked is not there")?;
    ensure(v.text(".office .missing").await?.contains("catalog.toml"), "nobody says why codes open on no phone")?;
    v.run("window.saved = []; URL.createObjectURL = (blob) => { blob.text().then((t) => window.saved.push(t)); return '#'; }; document.querySelector('[data-act=export-notes]').click()").await?;
    v.wait("the table", "window.saved.length === 1").await?;
    ensure(v.get::<String>("window.saved[0]").await?.contains("\"0912 345 678\""), "the table lacks the note")?;
    v.run("document.querySelector('[data-act=erase]').click(); document.querySelector('[data-act=erase]').click()")
        .await?;
    same("notes", v.get("localStorage['ocop.booth.notes'] ?? ''").await?, String::new())?;
    v.run("document.querySelector('[data-act=leave]').click(); document.querySelector('[data-act=leave]').click()")
        .await?;
    v.wait("the form", "document.querySelector('[data-stage=set-up] .choices')").await?;
    same("what the form says", v.get("document.querySelector('#stand').value").await?, "12".to_string())?;
    same("settings", v.get("localStorage['ocop.booth.plan'] ?? ''").await?, String::new())
}

/// Three wrong PINs cost a pause; after it the right one leads in.
async fn enter_after_three_slips(v: &Visit) -> Outcome {
    for _ in 0..3 {
        enter(v, "1357").await?;
    }
    ensure(v.text(".above .missing").await?.contains("30 giây"), "wrong PINs cost nothing")?;
    enter(v, "2468").await?;
    same("the right PIN must wait, too", v.count(".office").await?, 0)?;
    v.run("clock.forward(31000)").await?;
    enter(v, "2468").await
}

async fn wrong_pins_cost_a_pause_where_nothing_can_be_kept(v: &Visit) -> Outcome {
    open(v).await?;
    v.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }").await?;
    enter_after_three_slips(v).await?;
    same("the exhibitor's own page", v.count(".office").await?, 1)
}

/// A lock that counts, and a page that can be hidden.
const LOCK: &str = "window.locks = 0; window.hiddenNow = false; \
    Object.defineProperty(Navigator.prototype, 'wakeLock', { configurable: true, get: () => ({ request: async () => { window.locks += 1; const lock = { released: false, release: async () => { lock.released = true; window.locks -= 1; } }; return lock; } }) }); \
    Object.defineProperty(document, 'hidden', { get: () => window.hiddenNow });";

async fn the_screen_is_kept_awake_while_it_is_seen(v: &Visit) -> Outcome {
    let link = link(v).await?;
    v.open(&format!("/gian-hang/{link}")).await?;
    v.run(LOCK).await?;
    v.press("[data-act=open]").await?;
    v.wait("one lock", "window.locks === 1").await?;
    v.run("clock.hold(); clock.forward(5000)").await?;
    v.wait("one lock still", "window.locks === 1").await?;
    let see =
        |hidden: bool| format!("window.hiddenNow = {hidden}; document.dispatchEvent(new Event('visibilitychange'))");
    v.run(&see(true)).await?;
    v.wait("given back while hidden", "window.locks === 0").await?;
    v.run(&see(false)).await?;
    v.wait("taken again", "window.locks === 1").await?;
    enter(v, "2468").await?;
    v.run("document.querySelector('[data-act=awake]').click()").await?;
    v.wait("off", "window.locks === 0").await?;
    v.run("clock.forward(3000)").await?;
    v.is("it stays off", "window.locks === 0").await
}
