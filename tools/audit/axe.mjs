// axe-core on every kind of page, in both languages and schemes, on a phone and a desk; on the way it counts
// requests to other hosts, errors and policy violations in the console. In: a browser. Out: how many were found.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { open } from "../browser.mjs";

// evaluated through the debugger, so that the page's own policy stays in force
const SOURCE = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const NOT_FOUND = "not found";
const PLACES_SHOWN = 4;
const WIDTHS = [[360, 780], [1440, 1000]];

export async function axe(browser, address, pages) {
  const others = new Set();
  const said = new Set();
  let violations = 0;
  console.log("\naxe-core: violations by page (vi/en × light/dark × 360/1440 px)");
  for (const { kind, ...languages } of pages) {
    const found = new Map();
    let looks = 0;
    for (const path of Object.values(languages)) {
      for (const scheme of ["light", "dark"]) {
        for (const [width, height] of WIDTHS) {
          const where = `${path} ${scheme} ${width}`;
          for (const [what, targets] of await look(browser, address + path, scheme, [width, height], kind, others, said)) {
            found.set(what, [...(found.get(what) ?? []), `${where}: ${targets}`]);
          }
          looks += 1;
        }
      }
    }
    const count = [...found.values()].reduce((sum, places) => sum + places.length, 0);
    violations += count;
    console.log(`  ${count === 0 ? "ok  " : "OVER"} ${String(count).padStart(3)} in ${looks}  ${kind}`);
    for (const [what, places] of found) {
      console.log(`       ${places.length} × ${what}\n         ${places.slice(0, PLACES_SHOWN).join("\n         ")}`);
    }
  }
  console.log(`  ${others.size === 0 ? "ok  " : "OVER"} ${others.size} requests to other hosts`, ...others);
  console.log(`  ${said.size === 0 ? "ok  " : "OVER"} ${said.size} errors in the console`);
  for (const line of said) console.log(`       ${line}`);
  return violations + others.size + said.size;
}

async function look(browser, url, scheme, [width, height], kind, others, said) {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width, height });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    page.on("request", (request) => {
      const host = new URL(request.url());
      if (host.protocol.startsWith("http") && host.origin !== new URL(url).origin) others.add(host.origin);
    });
    page.on("pageerror", (error) => said.add(`${new URL(url).pathname}: ${error.message}`));
    page.on("console", (message) => {
      // the page that is not there answers 404 for itself, which is what it is asked to do
      const expected = kind === NOT_FOUND && message.text().includes("404") && message.location().url === url;
      if (message.type() === "error" && !expected) said.add(`${new URL(url).pathname}: ${message.text()}`);
    });
    const status = await open(page, url);
    if ((status === 404) !== (kind === NOT_FOUND)) return [[`answered ${status}`, "is the address in pages.json right?"]];
    await page.evaluate(SOURCE);
    const result = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
    return result.violations.map((v) => [
      `${v.id} (${v.impact}): ${v.help}`,
      `${v.nodes.length} × ${v.nodes.slice(0, 3).map((n) => n.target.join(" ")).join(" | ")}`,
    ]);
  } finally {
    await page.close();
  }
}
