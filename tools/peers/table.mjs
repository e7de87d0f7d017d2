// What was measured, beside the targets. In: rows of every query by size and engine, weights, memory, frames.
// Out: tables on standard output. A target is judged by the figures of this run only.
import { readFile } from "node:fs/promises";
import { brotliCompressSync } from "node:zlib";

/** Mean reciprocal rank that the classes must reach, by size. */
const PLAIN = { classes: ["accented", "unaccented", "prefix", "fields"], least: { 637: 0.99, 17000: 0.99, 100000: 0.97 } };
const SLIPS = { classes: ["typo", "telex", "vni", "regional", "joined"], least: 0.97 };
const FLOOD = 30;
const NOTHING = 0.98;
const GROWTH = 0.8;
const BLOCK = 50;
const SEARCH_KB = 15;

/** Bytes of each program as brotli 11. */
export async function weights() {
  const small = async (...paths) => {
    const sizes = await Promise.all(paths.map(async (path) => brotliCompressSync(await readFile(path)).length));
    return sizes.reduce((a, b) => a + b, 0);
  };
  const engine = await small("target/engine/engine_bg.wasm");
  return {
    search: engine - (await small("target/engine/reader_bg.wasm")),
    ours: engine + (await small("target/engine/engine.js")),
    flexsearch: await small("tools/node_modules/flexsearch/dist/flexsearch.bundle.module.min.mjs"),
    ufuzzy: await small("tools/node_modules/@leeoniya/ufuzzy/dist/uFuzzy.iife.min.js"),
  };
}

const mean = (all) => all.reduce((a, b) => a + b, 0) / all.length;
const at = (all, part) => [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))];
const of = (rows, name) => rows.filter((row) => row.class === name);
const mrr = (rows, name) => mean(of(rows, name).map((row) => (row.rank > 0 ? 1 / row.rank : 0)));
const times = (rows) => rows.map((row) => row.time);
const ms = (n) => `${n < 10 ? n.toFixed(3) : n.toFixed(0)} ms`;
const mb = (n) => `${(n / 1e6).toFixed(1)} MB`;
const kb = (n) => `${(n / 1e3).toFixed(1)} KB`;
const percent = (n) => `${(n * 100).toFixed(1)} %`;
const short = (n) => (n >= 1000 ? `${n / 1000}k` : `${n}`);

/** One line: the target, each engine's figure, whether ours meets it. */
function lines(measured, beside, names) {
  const out = [];
  const by = (size) => measured.find((m) => m.size === size);
  const line = (target, values, show, meets) => out.push([target, ...names.map((n) => (values[n] === undefined ? "" : show(values[n]))), meets(values) ? "met" : "MISSED"]);
  const each = (fn) => Object.fromEntries(names.map((name) => [name, fn(name)]));
  for (const size of [17_000, 100_000].filter(by)) {
    line(`p95 per query at ${short(size)} ≤ a third of FlexSearch's`, each((n) => at(times(by(size).asked[n]), 0.95)), ms, (v) => v.ours <= v.flexsearch / 3);
  }
  if (by(637)) line("p50 at 637 ≤ FlexSearch's", each((n) => at(times(by(637).asked[n]), 0.5)), ms, (v) => v.ours <= v.flexsearch);
  const [first, last] = [measured[0], measured.at(-1)];
  if (first !== last) {
    const p50 = (m, name) => at(times(m.asked[name]), 0.5);
    const power = (name) => Math.log(p50(last, name) / p50(first, name)) / Math.log(last.size / first.size);
    line(`growth of p50 from ${short(first.size)} to ${short(last.size)}: n^ ≤ ${GROWTH}`, each(power), (n) => n.toFixed(2), (v) => v.ours <= GROWTH);
  }
  const { middle, frames, slowed, memory, weights } = beside;
  line(`bytes to first answer at ${short(middle)} ≤ uFuzzy's`, by(middle).ready, ms, (v) => v.ours <= v.ufuzzy);
  const block = frames.task > 0 ? frames.task : Math.min(BLOCK, frames.gap);
  line(`longest task while opening, ${slowed} × slowed ≤ ${BLOCK} ms`, { ours: block }, ms, (v) => v.ours <= BLOCK);
  line(`memory at ${short(middle)} beyond the catalogue ≤ FlexSearch's`, each((n) => memory[n].beyond), mb, (v) => v.ours <= v.flexsearch);
  line(`search adds to the wasm ≤ ${SEARCH_KB} KB brotli (others: all)`, { ...weights, ours: weights.search }, kb, (v) => v.ours <= SEARCH_KB * 1000);
  for (const { size, asked } of measured) {
    const least = PLAIN.least[size] ?? 0.97;
    const worst = (name) => Math.min(...PLAIN.classes.map((c) => mrr(asked[name], c)));
    line(`MRR at ${short(size)}, least of ${PLAIN.classes.join(", ")} ≥ ${least}`, each(worst), (n) => n.toFixed(3), (v) => v.ours >= least);
  }
  for (const name of SLIPS.classes) {
    const worst = (engine) => Math.min(...measured.map((m) => mrr(m.asked[engine], name)));
    line(`MRR ${name}, least of all sizes ≥ ${SLIPS.least}`, each(worst), (n) => n.toFixed(3), (v) => v.ours >= SLIPS.least);
  }
  line(`median found for one typo at ${short(middle)} ≤ ${FLOOD}`, each((n) => at(of(by(middle).asked[n], "typo").map((r) => r.total), 0.5)), String, (v) => v.ours <= FLOOD);
  const empty = (name) => Math.min(...measured.map((m) => mean(of(m.asked[name], "nothing").map((r) => (r.total === 0 ? 1 : 0)))));
  line(`nothing found for nothing, least of all sizes ≥ ${percent(NOTHING)}`, each(empty), percent, (v) => v.ours >= NOTHING);
  const wrong = (name) => measured.reduce((sum, m) => sum + of(m.asked[name], "accented").reduce((n, r) => n + r.behind, 0), 0);
  line("other accents before the exact ones: never", each(wrong), String, (v) => v.ours === 0);
  return out;
}

function print(rows) {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => row[i].length)));
  for (const row of rows) console.log(row.map((cell, i) => (i === 0 || i === row.length - 1 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ").trimEnd());
}

export function report(measured, beside, names) {
  const classes = [...PLAIN.classes, ...SLIPS.classes];
  console.log("\nby size and engine: ms from bytes to first answer, per query, queries asked; MRR by class; total found for a typo; nothing for nothing");
  const head = ["", "engine", "ready", "p50", "p95", "asked", ...classes, "typo found", "nothing"];
  const rows = measured.flatMap(({ size, ready, asked }) =>
    names.map((name) => {
      const own = asked[name];
      const [p50, p95] = [0.5, 0.95].map((part) => at(times(own), part).toFixed(3));
      const nothing = percent(mean(of(own, "nothing").map((r) => (r.total === 0 ? 1 : 0))));
      const found = String(at(of(own, "typo").map((r) => r.total), 0.5));
      return [short(size), name, ready[name].toFixed(0), p50, p95, String(own.length), ...classes.map((c) => mrr(own, c).toFixed(3)), found, nothing];
    }),
  );
  print([head, ...rows]);
  const { memory, frames, middle, slowed, weights } = beside;
  console.log(`\nmemory at ${short(middle)}, catalogue included: ${names.map((n) => `${n} ${mb(memory[n].all)}`).join(", ")}`);
  console.log(`whole programs as brotli: ${names.map((n) => `${n} ${kb(weights[n])}`).join(", ")}`);
  console.log(`opening ours at ${short(middle)}, ${slowed} × slowed: ${frames.ready.toFixed(0)} ms in all, longest task ${frames.task > 0 ? `${frames.task.toFixed(0)} ms` : `≤ ${BLOCK} ms`}, longest time between frames ${frames.gap.toFixed(0)} ms\n`);
  print([["target", ...names, ""], ...lines(measured, beside, names)]);
}
