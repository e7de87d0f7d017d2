// The files of the engines' benchmark over loopback. In: nothing. Out: the address, and how to end it.
// Pages are isolated from other origins, which gives them clocks of 5 µs instead of 100.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

/** First part of an address → folder. */
const FOLDERS = { engine: "target/engine", bench: "target/bench", npm: "tools/node_modules", peers: "tools/peers" };
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json", ".wasm": "application/wasm" };

async function answer(request, response) {
  const [, first, ...rest] = normalize(new URL(request.url, "http://localhost").pathname).split("/");
  const path = FOLDERS[first] && join(FOLDERS[first], ...rest);
  const found = path && (await stat(path).catch(() => null));
  if (!found?.isFile()) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "content-length": found.size,
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
  createReadStream(path).pipe(response);
}

export async function serve() {
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
