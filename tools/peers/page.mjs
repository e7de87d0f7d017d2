// What runs in the page: engines are opened and asked, every answer is timed whole and judged.
// In: calls of `window.bench` from tools/peers.mjs. Out: plain values.
import { ENGINES } from "./engine.mjs";
import { FACETS, Shelf } from "./facet.mjs";

const engines = {};
let queries = [];

const bytes = async (size, file) => new Uint8Array(await (await fetch(`/bench/${size}/${file}`)).arrayBuffer());
const next = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const bench = {
  /** The queries of that size; gives the class of each. */
  async queries(size) {
    queries = await (await fetch(`/bench/${size}/queries.json`)).json();
    return queries.map((query) => query.class);
  },

  /** Milliseconds from bytes in hand to the first answer; the program itself is there already. */
  async open(name, size) {
    const engine = await ENGINES[name]();
    const data = await bytes(size, engine.data);
    const start = performance.now();
    await engine.index(engine.parse(data));
    engine.search(queries[0]);
    engines[name] = engine;
    return performance.now() - start;
  },

  /** Ask some of the queries; [milliseconds, rank of the first wanted product or 0, total, stood wrongly behind]. */
  ask(name, from, to) {
    const { search } = engines[name];
    return queries.slice(from, to).map((query) => {
      const start = performance.now();
      const found = search(query);
      const time = performance.now() - start;
      const ids = [...found.ids];
      const rank = ids.findIndex((id) => query.wanted.includes(id)) + 1;
      const end = rank === 0 ? ids.length : rank - 1;
      return [time, rank, found.total, query.behind.filter((id) => ids.slice(0, end).includes(id)).length];
    });
  },

  /** Whether picks without words give the same totals and counts by our engine and by the counting of the others. */
  async counts(size) {
    const docs = JSON.parse(new TextDecoder().decode(await bytes(size, "docs.json")));
    const shelf = new Shelf(docs);
    const wrong = [];
    for (const query of queries.filter((q) => q.picks.length > 0).slice(0, 40)) {
      const mine = engines.ours.search({ ...query, text: "" });
      const other = shelf.narrow(shelf.everything, query.picks, 0);
      const differs = FACETS.filter((key) => `${mine.facets[key]}` !== `${other.facets[key]}`);
      if (mine.total !== other.total || differs.length > 0) wrong.push(`${query.filters}: ${mine.total}, ${other.total} ${differs}`);
    }
    return wrong;
  },

  /** The parsed data alone, kept, so that what comes after can be weighed. */
  async parse(name, size) {
    const engine = await ENGINES[name]();
    engine.parsed = engine.parse(await bytes(size, engine.data));
    engines[name] = engine;
  },

  /** The index over it, asked a few times; gives the bytes of wasm memory. */
  async index(name) {
    const engine = engines[name];
    await engine.index(engine.parsed);
    if (name === "ours") engine.parsed = null;
    if (name !== "reader") queries.slice(0, 100).forEach((query) => engine.search(query));
    return engine.memory();
  },

  /** The longest task while ours opens, and the longest time between two frames, in milliseconds. */
  async frames(size) {
    const engine = await ENGINES.ours();
    const data = await bytes(size, engine.data);
    const tasks = [];
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map((entry) => entry.duration))).observe({ type: "longtask" });
    await pause(500);
    tasks.length = 0;
    let last = await next();
    let [gap, on] = [0, true];
    requestAnimationFrame(function tick() {
      const now = performance.now();
      gap = Math.max(gap, now - last);
      last = now;
      if (on) requestAnimationFrame(tick);
    });
    const start = performance.now();
    await engine.index(data);
    engine.search(queries[0]);
    const ready = performance.now() - start;
    await next();
    await next();
    on = false;
    await pause(300);
    return { ready, task: Math.max(0, ...tasks), gap };
  },
};
window.bench = bench;
