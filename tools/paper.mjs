// `make bench`: how long the page that prints lays out a book, and whether it stays responsive while all sheets are drawn.
// In: dist/ (DIST=...), target/release/ocop. Out: a table beside the targets. Words after the command choose sizes.
// `laid out` is from the change of a choice until every page is known and has its place, processor at full speed;
// `drawn` is until all sheets are; `longest task` is the longest that anybody waits for an answer between the two.
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, site } from "./browser.mjs";

const DIST = process.env.DIST ?? "dist";
const CHOSEN = process.argv.slice(2).map(Number);
const SIZES = CHOSEN.length > 0 ? CHOSEN : [637, 4_250, 17_000];
const LAYOUTS = ["cards6", "cards12", "table"];
const TARGETS = { 637: 50, 17000: 1000 };
/** Thousands of sheets take a while, on a busy machine minutes. */
const PATIENCE = 300_000;
/** Times of each; the fastest counts: what is measured is the press, not what else the machine did. A book of thousands of
    sheets is drawn once: that takes a minute. */
const times = (products) => (products > 10_000 ? 1 : 3);

async function place(folder, products) {
  const wanted = (path) => !/^(catalog|san-pham|chu-the|noi-lam|toan-canh|gioi-thieu|en)(\/|$)/.test(path.slice(DIST.length + 1));
  await cp(DIST, folder, { recursive: true, filter: wanted });
  const made = spawnSync("target/release/ocop", ["generate", "--products", String(products), "--seed", "1", "--out", join(folder, "catalog"), "--no-tiles"], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`ocop generate: ${made.stderr}`);
}

/** Runs in the page: chooses a layout; answers when it is laid out, when drawn, the longest task, and what was told. */
async function choose(layout) {
  const sheets = document.querySelector(".sheets");
  const select = document.querySelector("[name=layout]");
  sheets.innerHTML = "";
  const told = new Set();
  let longest = 0;
  const tasks = new PerformanceObserver((list) => list.getEntries().forEach((e) => (longest = Math.max(longest, e.duration))));
  tasks.observe({ entryTypes: ["longtask"] });
  const said = document.querySelector(".said");
  const says = new MutationObserver(() => told.add(said.textContent));
  says.observe(said, { childList: true, characterData: true, subtree: true });
  const from = performance.now();
  const laid = new Promise((done) => {
    const seen = new MutationObserver(() => sheets.firstChild && (seen.disconnect(), done(performance.now() - from)));
    seen.observe(sheets, { childList: true });
  });
  select.value = layout;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  const laidOut = await laid;
  const all = sheets.children.length;
  while (sheets.lastChild?.firstChild == null) await new Promise((next) => setTimeout(next, 20));
  const drawn = performance.now() - from;
  await new Promise((next) => setTimeout(next, 50));
  tasks.disconnect();
  says.disconnect();
  return { laidOut, drawn, longest, all, told: told.size };
}

const number = (n) => Math.round(n).toLocaleString("en");
const line = (...cells) => console.log(cells.map((c, i) => String(c).padStart([9, 8, 7, 13, 11, 14, 9][i])).join(" "));
const tell = (r) =>
  line(number(r.products), r.layout, number(r.all), r.laidOut.toFixed(1), number(r.drawn), number(r.longest), r.told);

const load = loadavg()[0].toFixed(1);
const browser = await chromium(undefined, [], PATIENCE);
const rows = [];
console.log(`\nChromium, books laid out in the page that prints, best of ${SIZES.map(times).join(", ")}, ms; load ${load} on ${availableParallelism()} cores before`);
line("products", "layout", "sheets", "laid out", "drawn", "longest task", "progress");
try {
  for (const products of SIZES) {
    const folder = await mkdtemp(join(tmpdir(), "ocop-paper-"));
    await place(folder, products);
    const served = await site(folder);
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    try {
      await page.goto(`${served.address}/in/?print=book&layout=cards6`, { waitUntil: "load" });
      await page.waitForFunction("document.querySelector('.sheet') && document.querySelector('.sheets').lastChild.firstChild");
      for (const layout of LAYOUTS) {
        let best;
        for (let time = 0; time < times(products); time++) {
          const one = await page.evaluate(choose, layout);
          if (!best || one.laidOut < best.laidOut) best = one;
        }
        rows.push({ products, layout, ...best });
        tell(rows.at(-1));
      }
    } finally {
      await page.close();
      served.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }
} finally {
  await browser.close();
}

for (const r of rows) {
  const target = TARGETS[r.products];
  if (target) console.log(`target: ${r.layout}, ${number(r.products)} products laid out in ≤ ${number(target)} ms: ${r.laidOut <= target ? "met" : "MISSED"} (${r.laidOut.toFixed(1)} ms)`);
}
