//! When a booth forgets a visitor: touches and the time in, what to show out.
//!
//! A visitor who rests is warned, and one touch is enough to go on; only after the whole warning has been shown without one
//! is everything erased (WCAG 2.2, 2.2.1: at least 20 seconds). Times are milliseconds of a clock that may jump.

/// How long the warning stands, in milliseconds.
pub const WARNING: u64 = 25_000;

/// What a booth shows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Products, until someone touches.
    Attract,
    /// A visitor is at it.
    Use,
    /// The visitor rests; so many seconds are left.
    Warn(u32),
}

/// A booth's patience.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Idle {
    rest: u64,
    stage: Stage,
    /// When the visitor last touched, or the warning came up.
    since: u64,
}

impl Idle {
    /// Nobody is there; who is will be warned after so many seconds without a touch.
    pub fn new(rest: u32) -> Idle {
        Idle { rest: u64::from(rest) * 1000, stage: Stage::Attract, since: 0 }
    }

    /// What is shown.
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Someone touched.
    pub fn touch(&mut self, now: u64) {
        self.stage = Stage::Use;
        self.since = now;
    }

    /// The visitor has gone, or was erased.
    pub fn end(&mut self) {
        self.stage = Stage::Attract;
    }

    /// Time goes by. True: erase everything of the visitor now.
    pub fn tick(&mut self, now: u64) -> bool {
        // A clock that was set back must not keep a visitor for ever.
        self.since = self.since.min(now);
        let gone = now - self.since;
        match self.stage {
            Stage::Attract => {}
            Stage::Use if gone >= self.rest => {
                self.stage = Stage::Warn(seconds(WARNING));
                self.since = now;
            }
            Stage::Use => {}
            Stage::Warn(_) if gone >= WARNING => {
                self.end();
                return true;
            }
            Stage::Warn(_) => self.stage = Stage::Warn(seconds(WARNING - gone)),
        }
        false
    }
}

/// Whole seconds, the last one until it is over.
fn seconds(ms: u64) -> u32 {
    ms.div_ceil(1000) as u32
}
