// The worker that answers for a site kept on a device. The platform wants it in JavaScript; it decides little: programs of
// the site fetch and check every file of a version and seal it (src/offline/, src/page/keep/), this serves what is sealed.
// Only who asks for it ever gets it.
//
// One cache holds all: each content once, under its hash, and the list of each sealed version. A page and all it loads come
// from one version. The publisher writes the version here, the hash of offline.txt, so that browsers see a newer one.
const VERSION = "";

const base = registration.scope;
const key = (kind, name) => `${base}offline/${kind}/${name}`;
const open = () => caches.open(`ocop ${base}`);
const read = async (kind, name) => (await (await open()).match(key(kind, name)))?.text();
const write = async (kind, name, text) => (await open()).put(key(kind, name), new Response(text));
const html = (text) => new Response(text, { headers: { "content-type": "text/html; charset=utf-8" } });

// Path → hash of every file of a version; none if it is not sealed here.
const lists = new Map();
async function list(version) {
  if (!lists.has(version)) {
    const text = await read("version", version);
    if (!text) return;
    const lines = text.split("\n").slice(2).filter((line) => line);
    lists.set(version, new Map(lines.map((line) => [line.slice(line.indexOf(" ", 33) + 1), line.slice(0, 32)])));
  }
  return lists.get(version);
}

// Pages that were there before this worker took over: each with its version.
let pins;
async function pinned() {
  pins ??= new Map(((await read("state", "pins")) ?? "").split("\n").map((line) => line.split(" ")));
  return pins;
}

// A version that is not whole gets no worker; the one before goes on.
addEventListener("install", (event) => event.waitUntil((async () => {
  const files = await list(VERSION);
  const held = new Set((await (await open()).keys()).map((request) => request.url));
  if (!files || [...files.values()].some((hash) => !held.has(key("file", hash)))) throw new Error("not whole here yet");
})()));

// It waits until nobody uses the old version, or a person agrees.
addEventListener("message", (event) => {
  if (event.data === "take") skipWaiting();
});

addEventListener("activate", (event) => event.waitUntil((async () => {
  const before = await read("state", "active");
  if (before && before !== VERSION) {
    const old = await pinned();
    const here = await clients.matchAll();
    pins = new Map(here.map(({ id }) => [id, old.get(id) ?? before]));
    await write("state", "pins", [...pins].map((pin) => pin.join(" ")).join("\n"));
  }
  await write("state", "active", VERSION);
})()));

addEventListener("fetch", (event) => {
  const { request, clientId } = event;
  const url = new URL(request.url);
  // What is fetched for a version goes past the one that is served.
  const own = request.method === "GET" && url.href.startsWith(base) && !url.search.startsWith("?offline=");
  if (own) event.respondWith(answer(request, clientId, url));
});

async function answer(request, client, url) {
  const page = request.mode === "navigate";
  const version = (!page && (await pinned()).get(client)) || VERSION;
  const files = await list(version);
  if (!files) return page ? leave() : Response.error();
  const path = decoded(url.href.slice(base.length).split(/[?#]/)[0]).replace(/(^|\/)index\.html$/, "$1");
  const file = page ? pageFile(files, path) : path;
  const hash = files.get(file);
  if (!hash) return fetch(request);
  const kept = (await (await open()).match(key("file", hash))) ?? (await mend(version, file, hash, page));
  return page && kept.ok && file.endsWith(".html") ? tended(await kept.text(), files) : kept;
}

// An address that nobody can decode, as `%zz`, is that of no file: it is taken as it stands.
function decoded(path) {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

// Pages that are files of their own, else the frame in which the program draws any page, the one that says "no such page" too.
function pageFile(files, path) {
  const own = path.replace(/([^/])$/, "$1/") + "index.html";
  if (files.has(own)) return own;
  return /\.[^/]*$/.test(path) ? path : `offline/${/^en(\/|$)/.test(path) ? "en" : "vi"}.html`;
}

// The page with the program that looks after versions: only pages that this worker serves have it.
const tended = (text, files) =>
  html(files.has("offline/tend.js") ? text.replace("</head>", '<script type="module" src="offline/tend.js"></script></head>') : text);

// The browser has removed a file. The same content will do; if the site has another by now, this version has ended.
async function mend(version, file, hash, page) {
  let answered;
  try {
    answered = await fetch(`${base}${file}?offline=${hash}`, { cache: "no-cache" });
  } catch {
    return Response.error();
  }
  const bytes = await answered.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).slice(0, 16);
  if ([...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("") === hash) {
    const kept = new Response(bytes, { headers: { "content-type": answered.headers.get("content-type") ?? "" } });
    await (await open()).put(key("file", hash), kept.clone()).catch(() => {});
    return kept;
  }
  if (version !== VERSION || !answered.ok) return Response.error();
  await (await open()).delete(key("version", VERSION));
  return page ? leave() : (await registration.unregister(), Response.error());
}

// This version cannot be served whole any more: the site goes on from the network, as for any visitor.
async function leave() {
  await registration.unregister();
  return new Response('<!doctype html><meta http-equiv="refresh" content="0">', { status: 203, headers: { "content-type": "text/html" } });
}
