// Lighthouse as on a mobile phone, three runs a page, medians beside the targets. Out: how many were missed.
import { launch } from "chrome-launcher";
import run from "lighthouse";
import { CHROMIUM, FLAGS } from "../browser.mjs";

const RUNS = 3;
const TARGETS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
const MEASURES = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"];
const PAINTS = { "first-contentful-paint": 1200, "largest-contentful-paint": 1800 };
const KINDS = ["list", "product"];

export async function lighthouse(address, pages) {
  let missed = 0;
  console.log(`\nLighthouse, mobile, median of ${RUNS} runs`);
  for (const { kind, vi } of pages.filter((p) => KINDS.includes(p.kind))) {
    const reports = [];
    for (let i = 0; i < RUNS; i += 1) reports.push(await once(address + vi));
    console.log(`  ${kind}  ${vi}`);
    for (const [category, target] of Object.entries(TARGETS)) {
      const score = median(reports.map((r) => Math.round((r.categories[category].score ?? 0) * 100)));
      missed += line(score >= target, category, score, `≥ ${target}`);
      if (score < target) reasons(reports[0], category);
    }
    for (const measure of MEASURES) {
      const values = reports.map((r) => r.audits[measure].numericValue);
      if (measure === "cumulative-layout-shift") missed += line(Math.max(...values) < 0.005, measure, Math.max(...values).toFixed(3), "0.00");
      else console.log(`            ${measure.padEnd(26)} ${Math.round(median(values))} ms`);
    }
  }
  return missed;
}

/** A product's page as one who follows a shared link meets it: by slow 4G, as Lighthouse has it for mobile phones. */
export async function shared(address, pages) {
  const { vi } = pages.find((p) => p.kind === "product");
  const reports = [];
  for (let i = 0; i < RUNS; i += 1) reports.push(await once(address + vi));
  console.log(`A shared page, ${vi}, slow 4G, median of ${RUNS} runs`);
  let missed = 0;
  for (const [measure, target] of Object.entries(PAINTS)) {
    const ms = Math.round(median(reports.map((r) => r.audits[measure].numericValue)));
    missed += line(ms <= target, measure, `${ms} ms`, `≤ ${target} ms`);
  }
  return missed;
}

async function once(url) {
  const chrome = await launch({ chromePath: CHROMIUM, chromeFlags: FLAGS, logLevel: "silent" });
  try {
    const result = await run(url, { port: chrome.port, output: "json", logLevel: "error" });
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

function reasons(report, category) {
  for (const { id, weight } of report.categories[category].auditRefs) {
    const audit = report.audits[id];
    if (weight > 0 && audit.score !== null && audit.score < 0.9) console.log(`              ${audit.title} ${audit.displayValue ?? ""}`);
  }
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function line(ok, what, value, target) {
  console.log(`    ${ok ? "ok  " : "OVER"}    ${what.padEnd(26)} ${value}  (${target})`);
  return ok ? 0 : 1;
}
