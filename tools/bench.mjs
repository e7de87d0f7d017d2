// `make bench`: how long a key press takes until its results are painted, in invented catalogues of three sizes.
// In: dist/ (DIST=...), target/release/ocop. Out: a table beside the target. Words after the command choose sizes.
// A press counts from the key event to the first task after the frame in which the results were painted, with the
// processor slowed 4 times; `ready` is from navigation to the drawn site, over loopback, uncompressed.
import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium, site } from "./browser.mjs";

const DIST = process.env.DIST ?? "dist";
const CHOSEN = process.argv.slice(2).map(Number);
const SIZES = CHOSEN.length > 0 ? CHOSEN : [637, 17_000, 100_000];
const SLOWED = 4;
const TARGET = { products: 17_000, median: 100 };
/** Forty presses of someone who types, thinks again and types on; `<` is the backspace key. */
const PRESSES = [..."nuoc mam<<<<<<<<che lam<<<<<<<hop tac xa"];
/** Catalogues of more products get no pictures: they would be gigabytes. */
const MOST_PICTURES = 20_000;
/** Between two presses, as a quick typist leaves. */
const GAP = 120;

/** The built site without its pages, with another catalogue. */
async function place(folder, products) {
  const wanted = (path) => !/^(catalog|en|san-pham|chu-the|noi-lam|toan-canh|gioi-thieu)(\/|$)/.test(path.slice(DIST.length + 1));
  await cp(DIST, folder, { recursive: true, filter: wanted });
  const out = join(folder, "catalog");
  const tiles = Number(products) > MOST_PICTURES ? ["--no-tiles"] : [];
  const made = spawnSync("target/release/ocop", ["generate", "--products", products, "--seed", "1", "--out", out, ...tiles], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`ocop generate: ${made.stderr}`);
  const list = await readFile(join(out, "list.json"));
  const small = brotliCompressSync(list, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: list.length } });
  return { raw: list.length, brotli: small.length };
}

/** Runs in the page before anything of the site: notes when the site is ready and when each press is painted. */
function watch() {
  new MutationObserver((_, self) => {
    if (!document.documentElement?.hasAttribute("data-ready")) return;
    self.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.benchReady = performance.now())));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
  const painted = new MessageChannel();
  let press = null;
  painted.port1.onmessage = () => press.done(performance.now() - press.from);
  addEventListener("keydown", (e) => press && (press.from = e.timeStamp), { capture: true });
  addEventListener("input", () => requestAnimationFrame(() => painted.port2.postMessage(0)), { capture: true });
  window.benchPress = () => new Promise((done) => (press = { done, from: performance.now() }));
}

async function measure(browser, products) {
  const folder = await mkdtemp(join(tmpdir(), "ocop-bench-"));
  const size = await place(folder, String(products));
  const served = await site(folder);
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 412, height: 915 });
    await page.setExtraHTTPHeaders({ "accept-encoding": "identity" });
    await page.evaluateOnNewDocument(watch);
    const session = await page.createCDPSession();
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    await page.goto(`${served.address}/`, { waitUntil: "load", timeout: 300_000 });
    await page.waitForFunction("window.benchReady > 0", { timeout: 300_000 });
    const ready = await page.evaluate("window.benchReady");
    await page.focus("#q");
    const times = [];
    for (const key of PRESSES) {
      await page.evaluate("void (window.benchPainted = window.benchPress())");
      await page.keyboard.press(key === "<" ? "Backspace" : key === " " ? "Space" : key);
      times.push(await page.evaluate("window.benchPainted"));
      await new Promise((resolve) => setTimeout(resolve, GAP));
    }
    const shown = await page.evaluate("document.querySelector('#q').value + ' → ' + document.querySelector('main h1').textContent");
    return { products, ...size, ready, times, shown };
  } finally {
    await page.close();
    served.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

const at = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))];
const number = (n) => n.toLocaleString("en");
// Times on a busy machine are those of its other work: what was going on is printed beside them.
const load = loadavg()[0].toFixed(1);
const browser = await chromium();
const rows = [];
try {
  for (const products of SIZES) {
    const row = await measure(browser, products);
    rows.push(row);
    console.error(`${number(products)} products: ${row.shown}`);
    if (process.env.TIMES) console.error(PRESSES.map((key, i) => `${key} ${row.times[i].toFixed(0)}`).join("  "));
  }
} finally {
  await browser.close();
}

const line = (...cells) => console.log(cells.map((c, i) => String(c).padStart([9, 12, 14, 11, 11, 11][i])).join(" "));
console.log(`\nChromium, 412 × 915 px, processor slowed ${SLOWED} times, ${PRESSES.length} key presses, ms; load ${load} on ${availableParallelism()} cores before`);
line("products", "list.json KB", "brotli (9) KB", "ready", "median", "p95");
for (const { products, raw, brotli, ready, times } of rows) {
  line(number(products), number(Math.round(raw / 1000)), number(Math.round(brotli / 1000)), number(Math.round(ready)), at(times, 0.5).toFixed(1), at(times, 0.95).toFixed(1));
}
for (const [i, row] of rows.entries()) {
  const before = rows[i - 1];
  if (!before) continue;
  const power = (of) => (Math.log(of(row) / of(before)) / Math.log(row.products / before.products)).toFixed(2);
  line("grows n^", "", "", power((r) => r.ready), power((r) => at(r.times, 0.5)), power((r) => at(r.times, 0.95)));
}
const judged = rows.find((r) => r.products === TARGET.products);
if (judged) {
  const median = at(judged.times, 0.5);
  console.log(`\ntarget: median ≤ ${TARGET.median} ms at ${number(TARGET.products)} products: ${median <= TARGET.median ? "met" : "MISSED"} (${median.toFixed(1)} ms)`);
}
