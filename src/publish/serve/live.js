// Put into pages by `ocop serve` only: reloads them when the site was made anew, and says when it could not be.
(async () => {
  const own = document.currentScript.dataset;
  // what it shows is the list of faults itself
  const sheet = own.site === "0" || location.pathname === "/__ocop/faults";
  let turn = own.turn;
  let bar;
  const say = (line) => {
    bar ??= document.body.appendChild(document.createElement("a"));
    bar.href = "/__ocop/faults";
    bar.textContent = line;
    bar.hidden = !line;
    bar.style.cssText =
      "position:fixed;inset:auto 0 0 0;z-index:9999;padding:12px 16px;background:#7a1f12;color:#fff;font:16px/1.4 sans-serif";
    if (!line) bar.style.display = "none";
  };
  for (let first = true; ; first = false) {
    try {
      const answer = await fetch("/__ocop/next" + (first ? "" : "?after=" + turn), { cache: "no-store" });
      const now = await answer.json();
      if (String(now.site) !== own.site || (sheet && String(now.turn) !== own.turn)) return location.reload();
      turn = now.turn;
      if (!sheet) say(now.line);
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
