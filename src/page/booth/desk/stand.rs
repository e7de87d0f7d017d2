//! A booth that is open: waits, begins a visit, watches it, warns, forgets.

use crate::booth::{Hold, Idle, PLAN, Part, Plan, Round, Stage, Tries, Watch};
use crate::catalog::{Date, ProductId};
use crate::page::Site;
use crate::page::booth::{attract, products, start, visit, warning};
use crate::route::{Address, Lang, Route};
use crate::view::{See, el};
use crate::web::booth::{self, Heard};
use crate::web::frame::{self, Frame};
use crate::web::screen::{self, Wake};
use crate::web::{dom, history, storage};
use crate::words;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Milliseconds that a scene stands: time to read it from two metres.
const SCENE: u64 = 9_000;

/// What lies over everything.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    Nothing,
    /// Something to read, or a code to scan.
    Panel,
    Note,
    Gate,
    Office,
}

pub(super) struct Stand {
    pub(super) site: &'static Site,
    pub(super) plan: Plan,
    /// The device keeps these settings.
    held: bool,
    /// The part that is shown: all, where nothing is left of the one that was chosen.
    pub(super) part: Part,
    pub(super) ids: Vec<ProductId>,
    /// Language of the visit.
    pub(super) lang: Cell<Lang>,
    /// What they see is a list.
    pub(super) listed: Cell<bool>,
    /// Someone sees the site.
    pub(super) visiting: Cell<bool>,
    pub(super) over: Cell<Over>,
    /// The act that was pressed once and is done when it is pressed again.
    pub(super) sure: RefCell<String>,
    pub(super) idle: RefCell<Idle>,
    pub(super) hold: RefCell<Hold>,
    /// Wrong PINs, where the device does not keep them.
    pub(super) tries: Cell<Option<Tries>>,
    pub(super) watch: RefCell<Watch>,
    pub(super) rounds: RefCell<[Round; 2]>,
    pub(super) scene: Cell<u32>,
    since: Cell<u64>,
    pub(super) frame: Frame,
    pub(super) wake: Wake,
    /// Another version of the site has taken over: this page is of the one before.
    pub(super) stale: Cell<bool>,
    /// Seconds without a visitor.
    pub(super) waited: Cell<u32>,
}

impl Stand {
    pub(super) fn open(site: &'static Site, plan: Plan) -> Rc<Stand> {
        let (part, ids) = match products(site, &plan.part) {
            Ok(ids) => (plan.part.clone(), ids),
            Err(_) => (Part::All, site.catalog.ids().collect()),
        };
        let count = ids.len() as u32;
        let seed = u64::from(booth::dice());
        // The frame and the booth know each other.
        let stand = Rc::new_cyclic(|own: &std::rc::Weak<Stand>| {
            let own = own.clone();
            let frame = Frame::new(part.clone(), move |heard| {
                if let Some(stand) = own.upgrade() {
                    stand.hear_frame(heard);
                }
            });
            Stand {
                site,
                part,
                ids,
                lang: Cell::new(plan.lang),
                listed: Cell::new(false),
                visiting: Cell::new(false),
                over: Cell::new(Over::Nothing),
                sure: RefCell::default(),
                idle: RefCell::new(Idle::new(plan.rest)),
                hold: RefCell::default(),
                tries: Cell::new(None),
                watch: RefCell::default(),
                rounds: RefCell::new([Round::new(seed, count), Round::new(seed ^ 1, count)]),
                scene: Cell::new(0),
                since: Cell::new(now()),
                frame,
                wake: Wake::new(),
                stale: Cell::new(false),
                waited: Cell::new(0),
                held: storage::kept(PLAN) == plan.write(),
                plan,
            }
        });
        let see = site.see(stand.plan.lang);
        history::replace(&Address::new(stand.plan.lang, Route::Booth(String::new())));
        let page = vec![visit(see), attract(see, &stand.plan, stand.ids.len())];
        super::put(
            "attract",
            stand.plan.lang,
            el("div").class("stand").put(page).put(["above", "warn"].map(|class| el("div").class(class)).to_vec()),
        );
        stand.next_scene();
        stand.next_scene();
        stand.wake.want(stand.plan.awake);
        stand.follow_versions();
        stand.forget();
        stand
    }

    pub(super) fn see(&self) -> See<'static> {
        self.site.see(self.lang.get())
    }

    /// A second has gone by.
    pub(super) fn tick(self: &Rc<Stand>) {
        let now = now();
        let erase = self.idle.borrow_mut().tick(now);
        let stage = self.idle.borrow().stage();
        if erase {
            return self.forget();
        }
        match stage {
            Stage::Attract if now.saturating_sub(self.since.get()) >= SCENE => {
                self.since.set(now);
                self.next_scene();
            }
            Stage::Attract => self.renew(),
            Stage::Use => self.look(),
            Stage::Warn(left) => self.warn(left),
        }
        self.wake.follow();
    }

    /// Someone begins, in that language.
    pub(super) fn begin(self: &Rc<Stand>, lang: Lang) {
        self.visiting.set(true);
        self.idle.borrow_mut().touch(now());
        if lang != self.plan.lang {
            self.frame.go(&start(&self.part, lang));
        }
        self.speak(lang);
        booth::set("#main", "data-stage", "use");
        self.reach();
        // The second half of a double tap is not meant for the page that has just come.
        dom::shield();
        screen::fill();
        booth::climb();
        self.diary(|diary| diary.visit(today()));
    }

    /// Whether another tab has ended this booth, or made another of the device: what is kept is no visitor's any more.
    pub(super) fn is_over(&self) -> bool {
        self.held && storage::kept(PLAN) != self.plan.write()
    }

    /// Erase everything of the visitor: the page with its forms and its history, what it kept, and what was written here.
    pub(super) fn forget(self: &Rc<Stand>) {
        if self.is_over() {
            return dom::reload();
        }
        let seen = self.watch.borrow_mut().end();
        self.count(seen);
        self.visiting.set(false);
        self.listed.set(false);
        self.frame.close();
        storage::erase_visitor();
        self.idle.borrow_mut().end();
        self.speak(self.plan.lang);
        booth::show(".above", "");
        booth::show(".warn", "");
        self.over.set(Over::Nothing);
        booth::set("#main", "data-stage", "attract");
        self.reach();
        self.since.set(now());
        // The next visitor's page is ready before they come.
        self.frame.open(&start(&self.part, self.plan.lang), words::booth(self.plan.lang).frame);
    }

    /// What can be touched: what is on top.
    pub(super) fn reach(&self) {
        let warned = matches!(self.idle.borrow().stage(), Stage::Warn(_));
        let over = self.over.get() != Over::Nothing;
        booth::fence(".visit", warned || over || !self.visiting.get());
        booth::fence(".attract", warned || over || self.visiting.get());
        booth::fence(".above", warned);
    }

    /// A sign of life: whoever was warned goes on.
    pub(super) fn touch(self: &Rc<Stand>) {
        let stage = self.idle.borrow().stage();
        if stage == Stage::Attract {
            return;
        }
        self.idle.borrow_mut().touch(now());
        if stage != Stage::Use {
            booth::show(".warn", "");
            self.reach();
            dom::shield();
        }
    }

    fn warn(&self, left: u32) {
        let words = words::booth(self.lang.get());
        if !booth::write("#warn-left", &(words.erased_in)(left)) {
            booth::show(".warn", &warning(self.see(), left).to_html());
            self.reach();
            booth::focus(".warn button");
        }
    }

    fn hear_frame(self: &Rc<Stand>, heard: frame::Heard) {
        self.touch();
        if let frame::Heard::Away(address) = heard {
            self.lead_out(&address);
        }
    }

    pub(super) fn hear(self: &Rc<Stand>, heard: Heard) -> Option<Plan> {
        match heard {
            Heard::Down(x, y, height) => {
                self.touch();
                if self.hold.borrow_mut().down(x, y, height, now()) {
                    let own = self.clone();
                    dom::later(crate::booth::HOLD as i32, move || own.held());
                }
            }
            Heard::Moved(x, y) => self.hold.borrow_mut().moved(x, y),
            Heard::Up => {
                self.hold.borrow_mut().up();
                self.touch();
            }
            Heard::Changed => self.touch(),
            Heard::Popped => booth::climb(),
            Heard::Kept => {}
            Heard::Sent => self.sent(),
            Heard::Press(act, lang) => return self.press(&act, lang.as_deref()),
        }
        None
    }
}

/// Milliseconds of the clock.
pub(super) fn now() -> u64 {
    dom::now() as u64
}

/// Today by the device's clock.
pub(super) fn today() -> Date {
    dom::today(Date { year: 2000, month: 1, day: 1 })
}
