// The validity of every HTML file in dist/, by the checker of the W3C (vnu). In: the folder. Out: how many errors were found.
import { spawnSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const SHOWN = 20;
const JAR = fileURLToPath(new URL("../node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url));

export async function html(dist) {
  const files = (await readdir(dist, { recursive: true })).filter((f) => f.endsWith(".html"));
  const words = ["-Xss2m", "-jar", JAR, "--skip-non-html", "--errors-only", "--exit-zero-always", "--format", "json", dist];
  const run = spawnSync("java", words, { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.error || run.status !== 0) throw new Error(`vnu did not run: ${run.error ?? run.stderr}`);
  const found = new Map();
  const { messages } = JSON.parse(run.stderr);
  for (const { message, url, lastLine, firstColumn } of messages) {
    const places = found.get(message) ?? [];
    found.set(message, [...places, `${url.replace(/^.*\/dist\//, "")}:${lastLine}:${firstColumn}`]);
  }
  console.log("\nHTML validity (vnu)");
  console.log(`  ${messages.length === 0 ? "ok  " : "OVER"} ${messages.length} errors in ${files.length} files`);
  const most = [...found].sort((a, b) => b[1].length - a[1].length).slice(0, SHOWN);
  for (const [what, places] of most) console.log(`       ${places.length} × ${what}\n         ${places.slice(0, 3).join("  ")}`);
  return messages.length;
}
