//! Passing a page on, in the browser.

use super::{Asked, Can, Way, link, name as named, share};
use crate::page::hall::Canvas;
use crate::page::{Site, Ui, framed, hall};
use crate::press;
use crate::route::{Address, Lang, Route};
use crate::web::{events, sharing};
use crate::words;
use std::cell::RefCell;
use std::rc::Rc;

struct Desk {
    site: &'static Site,
    address: Address,
    asked: Asked,
    can: RefCell<Can>,
    shown: Canvas,
}

/// Open the page.
pub(in crate::page) fn open(site: &'static Site, lang: Lang, text: &str) {
    let (home, alone) = hall::home(site);
    let can = Can { home, alone, sheet: sharing::has_sheet(), copy: sharing::has_clipboard(), said: "" };
    let desk = Rc::new(Desk {
        site,
        address: Address::new(lang, Route::Share(text.into())),
        asked: Asked::read(lang, text),
        can: RefCell::new(can),
        shown: Canvas::default(),
    });
    desk.draw();
    events::act(move |name| {
        let desk = desk.clone();
        wasm_bindgen_futures::spawn_local(async move { desk.act(&name).await });
    });
}

impl Desk {
    fn draw(&self) {
        let ui = Ui { picks: hall::picks(), ..Ui::default() };
        let page =
            framed(self.site, &self.address, &ui, share(self.site, self.address.lang, &self.asked, &self.can.borrow()));
        self.shown.draw(page);
    }

    async fn act(&self, name: &str) {
        let w = words::hall(self.address.lang);
        let edition = press::edition(&self.site.catalog);
        let whole = |way| link(&self.can.borrow().home, &edition, &self.asked.of, way);
        let said = match name {
            "sheet" => {
                let title = [&named(self.site, &self.asked.of), " · ", &self.site.catalog.about.title].concat();
                if sharing::sheet(&title, &whole(Way::Sheet)).await { w.shared } else { "" }
            }
            "copy" => {
                let copied = sharing::copy(&whole(Way::Copy), "#link").await;
                if copied { w.copied } else { w.not_copied }
            }
            _ => return,
        };
        self.can.borrow_mut().said = said;
        self.draw();
    }
}
