// The release site and a browser for the tools that look at it. In: dist/ and target/release/ocop.
// Out: the site's address, a Chromium, and how to end both. Nothing leaves 127.0.0.1.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import puppeteer from "puppeteer-core";

export const CHROMIUM = process.env.CHROME_PATH ?? "/usr/bin/chromium";
export const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/** Serves a folder; gives its address without the last slash, and `stop`. */
export async function site(dist = "dist") {
  const server = spawn("target/release/ocop", ["serve", dist, "--port", "0"], { stdio: ["ignore", "pipe", "inherit"] });
  process.once("exit", () => server.kill());
  const address = await new Promise((resolve, reject) => {
    server.once("exit", (code) => reject(new Error(`ocop serve ended with code ${code}`)));
    server.once("error", reject);
    createInterface({ input: server.stdout }).once("line", (line) => {
      const found = line.match(/http:\/\/[^\s/]+/);
      if (found) resolve(found[0]);
      else reject(new Error(`ocop serve said no address: ${line}`));
    });
  });
  return { address, stop: () => server.kill() };
}

/** The flag by which a name is this machine's. */
export const named = (name) => [`--host-resolver-rules=MAP ${name} 127.0.0.1`];

/** A Chromium that answers within that many milliseconds, or is given up. */
export const chromium = (port, more = [], protocolTimeout = 60_000) =>
  puppeteer.launch({ executablePath: CHROMIUM, args: [...FLAGS, ...more], debuggingPort: port, protocolTimeout });

/** Opens a page and waits until the application has drawn it, fonts and pictures in sight included; gives the HTTP status. */
export async function open(page, url) {
  const answer = await page.goto(url, { waitUntil: "networkidle0" });
  await page.evaluate(async () => {
    await document.fonts.ready;
    const inSight = [...document.images].filter((i) => i.getBoundingClientRect().top < innerHeight);
    await Promise.all(inSight.map((i) => i.decode().catch(() => {})));
  });
  return answer?.status() ?? 0;
}
