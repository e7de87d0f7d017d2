//! The clock of a booth under test: a script in its page, also in the one that a device keeps.

/// A clock that a test can hold and set forward: until it is held, time goes by as ever.
pub const CLOCK: &str = r#"
(() => {
  const { Date: RealDate, setTimeout: later } = window;
  const waiting = new Map();
  let held = false, now = 0, last = 0;
  const time = () => (held ? now : RealDate.now());
  window.Date = class extends RealDate {
    constructor(...all) { if (all.length > 0) super(...all); else super(time()); }
    static now() { return time(); }
  };
  window.setTimeout = (then, ms = 0, ...all) => {
    const id = ++last;
    waiting.set(id, { at: time() + ms, run: () => waiting.delete(id) && then(...all) });
    later(() => held || waiting.get(id)?.run(), ms);
    return id;
  };
  window.clearTimeout = (id) => waiting.delete(id);
  window.clock = {
    later,
    hold() { now = RealDate.now(); held = true; },
    forward(ms) {
      for (const end = now + ms; ;) {
        const due = [...waiting.values()].filter((w) => w.at <= end).sort((a, b) => a.at - b.at)[0];
        now = due ? Math.max(now, due.at) : end;
        if (!due) return now;
        due.run();
      }
    },
  };
})();
"#;
