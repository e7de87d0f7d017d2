//! One visitor at one browser: open, look, press, write, wait. Everything waits for what it needs, for ten seconds.

use crate::Outcome;
use crate::engine::Engine;
use crate::site::{BLANK, Site};
use serde::de::DeserializeOwned;
use std::cell::Cell;
use std::time::{Duration, Instant};
use thirtyfour::prelude::*;

const PATIENCE: Duration = Duration::from_secs(10);
/// Below this a window of Firefox or MiniBrowser grows back.
const NARROWEST: u32 = 500;
const LOOK_AGAIN: Duration = Duration::from_millis(25);

pub struct Visit {
    pub driver: WebDriver,
    pub site: Site,
    pub engine: Engine,
    /// The page stands in a frame, narrower than a window can be.
    pub framed: Cell<bool>,
}

impl Visit {
    /// Open a page and wait until the program has it.
    pub async fn open(&self, path: &str) -> Outcome {
        self.go(path).await?;
        self.ready().await
    }

    /// A device that knows nothing of what pages have stored on it.
    pub async fn forget(&self) -> Outcome {
        self.driver.goto(format!("{}{BLANK}", self.site.base)).await?;
        self.wait("a blank page", "location.pathname === '/__blank.html'").await?;
        self.run("localStorage.clear(); sessionStorage.clear()").await
    }

    /// Open a page and wait for its first content only.
    pub async fn go(&self, path: &str) -> Outcome {
        // The page that is left must not be taken for the one that comes.
        let _ =
            self.driver.execute("document.documentElement.removeAttribute('data-ready'); window.left = true", []).await;
        let url = format!("{}{path}", self.site.base);
        if self.framed.get() {
            self.run(&format!("location.assign({url:?})")).await?;
        } else {
            self.driver.goto(url).await?;
        }
        self.wait("the page comes", "!window.left && document.querySelector('main')").await
    }

    /// Until the program has the page.
    pub async fn ready(&self) -> Outcome {
        self.wait("the program starts", "!window.left && document.documentElement.hasAttribute('data-ready')").await
    }

    pub async fn reload(&self) -> Outcome {
        self.driver.execute("window.left = true; location.reload()", []).await?;
        self.ready().await
    }

    pub async fn back(&self) -> Outcome {
        if self.framed.get() { self.run("history.back()").await } else { Ok(self.driver.back().await?) }
    }

    pub async fn forward(&self) -> Outcome {
        Ok(self.driver.forward().await?)
    }

    /// The value of a JavaScript expression.
    pub async fn get<T: DeserializeOwned>(&self, expression: &str) -> Outcome<T> {
        Ok(self.driver.execute(format!("return {expression}"), []).await?.convert()?)
    }

    /// Do something as a script.
    pub async fn run(&self, script: &str) -> Outcome {
        self.driver.execute(script, []).await?;
        Ok(())
    }

    /// Until the expression holds.
    pub async fn wait(&self, what: &str, expression: &str) -> Outcome {
        let begun = Instant::now();
        loop {
            // Between two pages there is nothing to ask.
            let held = self.get::<bool>(&format!("!!({expression})")).await;
            if matches!(held, Ok(true)) {
                return Ok(());
            }
            if begun.elapsed() > PATIENCE {
                let why = held.err().map(|e| format!(" ({e})")).unwrap_or_default();
                let at: String =
                    self.get("location.pathname + location.search + location.hash").await.unwrap_or_default();
                return Err(format!("at {at}: never came: {what}{why}").into());
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
    }

    /// The expression must hold now.
    pub async fn is(&self, what: &str, expression: &str) -> Outcome {
        if self.get::<bool>(&format!("!!({expression})")).await? {
            Ok(())
        } else {
            Err(format!("it is not so: {what}").into())
        }
    }

    /// Texts of all elements of a selector, as they are written in the document.
    pub async fn texts(&self, css: &str) -> Outcome<Vec<String>> {
        self.get(&format!("[...document.querySelectorAll({css:?})].map(e => e.textContent.trim())")).await
    }

    pub async fn text(&self, css: &str) -> Outcome<String> {
        self.texts(css).await?.into_iter().next().ok_or_else(|| format!("nothing matches {css}").into())
    }

    pub async fn count(&self, css: &str) -> Outcome<usize> {
        self.get(&format!("document.querySelectorAll({css:?}).length")).await
    }

    pub async fn find(&self, css: &str) -> Outcome<WebElement> {
        self.wait(&format!("an element {css}"), &format!("document.querySelector({css:?})")).await?;
        Ok(self.driver.find(By::Css(css)).await?)
    }

    /// Bring into the middle of the screen, as a visitor would, and press.
    pub async fn press(&self, css: &str) -> Outcome {
        let element = self.find(css).await?;
        let script = "const { top, bottom } = arguments[0].getBoundingClientRect(); const far = top < 90 || bottom > innerHeight - 20; \
            if (far) arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' }); return far";
        if self.driver.execute(script, vec![element.to_json()?]).await?.convert()? {
            // MiniBrowser scrolls in another process: the press must not come before.
            self.settle().await?;
        }
        // What has just appeared takes no press for a moment.
        self.wait("a page that takes presses", "!document.documentElement.hasAttribute('data-shield')").await?;
        Ok(element.click().await?)
    }

    /// Press a link with the keyboard, without moving the page to it.
    pub async fn enter(&self, css: &str) -> Outcome {
        self.find(css).await?;
        self.run(&format!("document.querySelector({css:?}).focus({{ preventScroll: true }})")).await?;
        self.keys(Key::Enter).await
    }

    /// Two frames later everything that was asked for has been drawn.
    pub async fn settle(&self) -> Outcome {
        let script = "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done(true)))";
        self.driver.execute_async(script, []).await?;
        Ok(())
    }

    /// Tick or untick a filter, by its name in addresses ("stars=4").
    pub async fn pick(&self, value: &str) -> Outcome {
        let before: String = self.get("location.search").await?;
        self.press(&format!("[data-focus=\"{value}\"]")).await?;
        self.wait("the pick is in the address", &format!("location.search !== {before:?}")).await
    }

    /// Press the search box and write.
    pub async fn write(&self, text: &str) -> Outcome {
        let input = self.find("#q").await?;
        input.click().await?;
        input.send_keys(text).await?;
        // MiniBrowser is still at it when the driver has answered.
        self.wait("the text in the box", &format!("document.querySelector('#q').value.endsWith({text:?})")).await
    }

    /// Until the address has what stands in the box, and the filters too, the last to be drawn.
    pub async fn written(&self) -> Outcome {
        let asked = "new URLSearchParams(location.search).get('q')";
        self.wait("the text in the address", &format!("{asked} === document.querySelector('#q').value")).await?;
        let filter = "(document.querySelector('.value input')?.dataset.go ?? location.search).split('?')[1]";
        self.wait("the text in the filters", &format!("new URLSearchParams({filter}).get('q') === {asked}")).await
    }

    /// Keys to whatever has the focus.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) -> Outcome {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// The number at the head of the list: how many products were found.
    pub async fn total(&self) -> Outcome<usize> {
        number(&self.text("main h1").await?)
    }

    /// The count beside a filter.
    pub async fn count_of(&self, value: &str) -> Outcome<usize> {
        number(&self.get::<String>(&format!("document.querySelector('[data-focus={value:?}]').closest('label').querySelector('.count').textContent")).await?)
    }

    /// Names on the cards, in their order.
    pub async fn names(&self) -> Outcome<Vec<String>> {
        self.texts("main .cards h2").await
    }

    /// What the address bar shows after the host.
    pub async fn address(&self) -> Outcome<String> {
        self.get("location.pathname + location.search + location.hash").await
    }

    /// Make the page so wide and high. Windows cannot be as narrow as a phone: Chromium's emulation can, and a frame.
    pub async fn resize(&self, width: u32, height: u32) -> Outcome {
        if self.engine == Engine::Chromium {
            let size = serde_json::json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            self.driver.cdp().send_raw("Emulation.setDeviceMetricsOverride", size).await?;
            return Ok(());
        }
        if width < NARROWEST {
            self.driver.goto(format!("{}/__frame-{width}x{height}.html", self.site.base)).await?;
            self.wait(
                "the frame",
                "document.querySelector('iframe')?.contentWindow?.location.pathname === '/__watch.js'",
            )
            .await?;
            self.driver.enter_frame(0).await?;
            self.framed.set(true);
        } else {
            // What is around the page differs by engine.
            self.driver.set_window_rect(0, 0, width, height).await?;
            self.settle().await?;
            let (w, h): (u32, u32) = self.get("[innerWidth, innerHeight]").await?;
            self.driver.set_window_rect(0, 0, (2 * width).saturating_sub(w), (2 * height).saturating_sub(h)).await?;
        }
        self.wait("the page has its width", &format!("innerWidth === {width}")).await
    }
}

/// The first number of a text: "1.234 sản phẩm trong 17.000" is 1234.
pub fn number(text: &str) -> Outcome<usize> {
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(digits.len());
    let plain: String = digits[..end].chars().filter(char::is_ascii_digit).collect();
    plain.parse().map_err(|_| format!("no number in {text:?}").into())
}

pub fn ensure(holds: bool, what: impl Into<String>) -> Outcome {
    if holds { Ok(()) } else { Err(what.into().into()) }
}

pub fn same<T: PartialEq + std::fmt::Debug>(what: &str, got: T, wanted: T) -> Outcome {
    ensure(got == wanted, format!("{what}: got {got:?}, wanted {wanted:?}"))
}
