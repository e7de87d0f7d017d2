// `make bench`: our search beside FlexSearch and uFuzzy, in one Chromium, on the same invented catalogues and queries.
// In: target/engine (`make engine`), target/bench (`cargo bench --bench search -- --write target/bench`), tools/node_modules.
// Out: the table of targets. Words after the command choose sizes. Times never fail; what did not run does.
// A query is timed whole: match, disjunctive counts of ten facets, order, the first 24. The engines take turns every
// BATCH queries, so that what else the machine does hits all of them.
import { existsSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { chromium } from "./browser.mjs";
import { serve } from "./peers/serve.mjs";
import { report, weights } from "./peers/table.mjs";

const CHOSEN = process.argv.slice(2).map(Number);
const SIZES = CHOSEN.length > 0 ? CHOSEN : [637, 17_000, 100_000];
const NAMES = ["ours", "flexsearch", "ufuzzy"];
const BATCH = 40;
/** How often every query is asked, and how often a catalogue is opened; the middle one counts. */
const PASSES = { 637: 5, 17000: 3, 100000: 1 };
const OPENINGS = { 637: 5, 17000: 3, 100000: 1 };
/** Milliseconds after which an engine is asked no more of a size: the slow ones see fewer queries, of all classes. */
const BUDGET = 25_000;
/** Where memory and frames are looked at. */
const MIDDLE = SIZES.includes(17_000) ? 17_000 : SIZES[0];
const SLOWED = 4;

const middle = (all) => [...all].sort((a, b) => a - b)[all.length >> 1];
const say = (text) => console.error(`  ${text}`);

for (const path of ["target/engine/engine.js", "target/engine/reader.js", ...SIZES.map((n) => `target/bench/${n}/docs.json`)]) {
  if (!existsSync(path)) throw new Error(`${path} is not there: make bench`);
}
const { address, stop } = await serve();
const browser = await chromium();

/** A page of its own with the queries of a size, and what came of it. */
async function inPage(size, use) {
  const page = await browser.newPage();
  try {
    page.on("pageerror", (error) => say(`the page says: ${error.message ?? error}`));
    await page.goto(`${address}/peers/page.html`);
    await page.waitForFunction("window.bench");
    const classes = await page.evaluate((n) => window.bench.queries(n), size);
    return await use(page, classes);
  } finally {
    await page.close();
  }
}

const open = (page, name, size) => page.evaluate((n, s) => window.bench.open(n, s), name, size);

/** Milliseconds from bytes to the first answer, each time in a fresh page. */
async function openings(size) {
  const all = Object.fromEntries(NAMES.map((name) => [name, []]));
  for (let round = 0; round < (OPENINGS[size] ?? 1); round++) {
    for (const name of NAMES) all[name].push(await inPage(size, (page) => open(page, name, size)));
  }
  return Object.fromEntries(NAMES.map((name) => [name, middle(all[name])]));
}

/** Every query by every engine: { class, times, rank, total, behind }, by engine. */
function questions(size) {
  return inPage(size, async (page, classes) => {
    for (const name of NAMES) await open(page, name, size);
    const wrong = await page.evaluate((s) => window.bench.counts(s), size);
    if (wrong.length > 0) throw new Error(`counts differ from plain counting:\n${wrong.join("\n")}`);
    const ask = (name, from) => page.evaluate((n, a, b) => window.bench.ask(n, a, b), name, from, from + BATCH);
    for (const name of NAMES) await ask(name, 0);
    const rows = Object.fromEntries(NAMES.map((name) => [name, classes.map((of) => ({ class: of, times: [] }))]));
    const spent = Object.fromEntries(NAMES.map((name) => [name, 0]));
    for (let pass = 0; pass < (PASSES[size] ?? 1); pass++) {
      for (let from = 0, turn = 0; from < classes.length; from += BATCH, turn++) {
        for (let i = 0; i < NAMES.length; i++) {
          const name = NAMES[(i + turn) % NAMES.length];
          if (spent[name] > BUDGET) continue;
          (await ask(name, from)).forEach(([time, rank, total, behind], at) => {
            const row = rows[name][from + at];
            row.times.push(time);
            Object.assign(row, { rank, total, behind });
            spent[name] += time;
          });
        }
      }
    }
    return Object.fromEntries(NAMES.map((name) => [name, rows[name].filter((row) => row.times.length > 0).map((row) => ({ ...row, time: middle(row.times) }))]));
  });
}

/** Bytes in use after a collection: the script's heap and the stores of its arrays. */
async function heap(session) {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  return { heap: usedSize, stores: backingStorageSize ?? 0 };
}

/** Bytes that an engine takes beyond the parsed catalogue, and with it. */
async function memory(size) {
  const weigh = (name) =>
    inPage(size, async (page) => {
      const session = await page.createCDPSession();
      await session.send("HeapProfiler.enable");
      const empty = await heap(session);
      await page.evaluate((n, s) => window.bench.parse(n, s), name, size);
      const parsed = await heap(session);
      const wasm = await page.evaluate((n) => window.bench.index(n), name);
      const all = await heap(session);
      // wasm memory is counted by itself: whether it is among the stores differs between browsers
      const bytes = (usage, since) => usage.heap - since.heap + (wasm > 0 ? 0 : usage.stores - since.stores);
      return wasm > 0 ? { beyond: wasm, all: bytes(all, empty) + wasm } : { beyond: bytes(all, parsed), all: bytes(all, empty) };
    });
  const reader = await weigh("reader");
  const out = {};
  for (const name of NAMES) out[name] = await weigh(name);
  out.ours.beyond -= reader.beyond;
  return out;
}

/** What a slow phone's frames see of ours being opened. */
const frames = (size) =>
  inPage(size, async (page) => {
    const session = await page.createCDPSession();
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
    return page.evaluate((n) => window.bench.frames(n), size);
  });

const load = loadavg()[0].toFixed(1);
const measured = [];
try {
  for (const size of SIZES) {
    const ready = await openings(size);
    say(`${size}: ready in ${NAMES.map((name) => `${name} ${ready[name].toFixed(0)} ms`).join(", ")}`);
    const asked = await questions(size);
    say(`${size}: ${NAMES.map((name) => `${name} was asked ${asked[name].length} queries`).join(", ")}`);
    measured.push({ size, ready, asked });
  }
  const beside = { memory: await memory(MIDDLE), frames: await frames(MIDDLE), middle: MIDDLE, slowed: SLOWED, weights: await weights() };
  console.log(`\nChromium ${await browser.version()}; load ${load} on ${availableParallelism()} cores before`);
  report(measured, beside, NAMES);
} finally {
  await browser.close();
  stop();
}
