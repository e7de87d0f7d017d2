// `make audit`: Lighthouse, axe-core, HTML validity and requests to other hosts, beside the targets.
// In: dist/, pages.json. Out: tables; exit code 1 when a target is missed. `--quick` leaves Lighthouse out; `--shared` is for
// `make bench`: only how soon a shared page is painted, and no exit code.
import { readFile } from "node:fs/promises";
import { chromium, site } from "../browser.mjs";
import { axe } from "./axe.mjs";
import { html } from "./html.mjs";
import { lighthouse, shared } from "./lighthouse.mjs";

const pages = JSON.parse(await readFile(new URL("pages.json", import.meta.url), "utf8"));
const served = await site();
let missed = 0;
if (process.argv.includes("--shared")) {
  await shared(served.address, pages);
  served.stop();
  process.exit();
}
try {
  missed += await html("dist");
  const browser = await chromium();
  try {
    missed += await axe(browser, served.address, pages);
  } finally {
    await browser.close();
  }
  if (!process.argv.includes("--quick")) missed += await lighthouse(served.address, pages);
} finally {
  served.stop();
}
console.log(missed === 0 ? "\nAll targets are met." : `\n${missed} targets are missed.`);
process.exitCode = missed === 0 ? 0 : 1;
