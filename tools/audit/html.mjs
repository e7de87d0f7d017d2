// The validity of every HTML file in dist/ by html-validate. In: the folder. Out: how many errors were found.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { FileSystemConfigLoader, HtmlValidate } from "html-validate";
import { rules } from "./html-rules.mjs";

const SHOWN = 20;

export async function html(dist) {
  const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ["html-validate:recommended"], rules }));
  const files = (await readdir(dist, { recursive: true })).filter((f) => f.endsWith(".html")).sort();
  const found = new Map();
  let errors = 0;
  for (const file of files) {
    const report = await validator.validateFile(join(dist, file));
    for (const { messages } of report.results) {
      for (const { ruleId, message, line, column } of messages) {
        errors += 1;
        const places = found.get(`${ruleId}: ${message}`) ?? [];
        found.set(`${ruleId}: ${message}`, [...places, `${file}:${line}:${column}`]);
      }
    }
  }
  console.log("\nHTML validity (html-validate, recommended)");
  console.log(`  ${errors === 0 ? "ok  " : "OVER"} ${errors} errors in ${files.length} files`);
  const most = [...found].sort((a, b) => b[1].length - a[1].length).slice(0, SHOWN);
  for (const [what, places] of most) console.log(`       ${places.length} × ${what}\n         ${places.slice(0, 3).join("  ")}`);
  return errors;
}
