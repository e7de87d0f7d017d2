// `make shots`: pictures of the main views, at the sizes of the drawings they are laid beside. In: dist/.
// Out: shots/NN-name-vi.png and -en.png, of what is printed a PDF and pictures of its first pages. Words after the command choose views: node tools/shots.mjs 04 product
import { spawnSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { chromium, named, open, site } from "./browser.mjs";

const PHONE = [360, 780];
const TABLET = [820, 1180];
const DESK = [1440, 1000];
const FILTERED = "?district=hoang-hoa&district=nga-son&stars=3&stars=4&stars=5&sort=stars";
const NOTHING = `?q=${encodeURIComponent("nấm hương")}&state=in-force&stars=4`;
const PRODUCT = { vi: "/san-pham/mam-tom-le-gia/", en: "/en/product/mam-tom-le-gia/" };
const MAKER = "cong-ty-tnhh-thuc-pham-va-thuong-mai-dich-vu-le-gia";
const PRODUCER = { vi: `/chu-the/${MAKER}/`, en: `/en/producer/${MAKER}/` };
const list = (asked = "") => ({ vi: `/${asked}`, en: `/en/${asked}` });

// name, size, address in both languages; `dark`; `full`: the whole page; `type`: words typed into the search box
const VIEWS = [
  { name: "01-list-phone", size: PHONE, at: list(FILTERED) },
  { name: "02-list-phone-filters", size: PHONE, at: list(`${FILTERED}#loc`) },
  { name: "03-list-tablet", size: TABLET, at: list(FILTERED) },
  { name: "04-list-desktop", size: DESK, at: list(FILTERED), type: "mam" },
  { name: "05-list-desktop-dark", size: DESK, at: list(FILTERED), dark: true },
  { name: "06-product-phone", size: PHONE, at: PRODUCT, full: true },
  { name: "07-product-desktop", size: DESK, at: PRODUCT, full: true },
  { name: "08-producer-desktop", size: DESK, at: PRODUCER, full: true },
  { name: "09-nothing-found-phone", size: PHONE, at: list(NOTHING) },
  // further views, which have no drawing of their own
  { name: "20-list-first-desktop", size: DESK, at: list() },
  { name: "21-product-desktop-dark", size: DESK, at: PRODUCT, full: true, dark: true },
  { name: "22-producers-desktop", size: DESK, at: { vi: "/chu-the/", en: "/en/producers/" } },
  { name: "23-places-desktop", size: DESK, at: { vi: "/noi-lam/", en: "/en/places/" } },
  { name: "24-place-phone", size: PHONE, at: { vi: "/noi-lam/hoang-thanh-16000/", en: "/en/place/hoang-thanh-16000/" }, full: true },
  { name: "25-overview-desktop", size: DESK, at: { vi: "/toan-canh/", en: "/en/overview/" }, full: true },
  { name: "26-overview-phone", size: PHONE, at: { vi: "/toan-canh/", en: "/en/overview/" }, full: true },
  { name: "27-about-desktop", size: DESK, at: { vi: "/gioi-thieu/", en: "/en/about/" }, full: true },
  { name: "28-not-found-phone", size: PHONE, at: { vi: "/san-pham/mam-tom-le-ga/", en: "/en/product/mam-tom-le-ga/" } },
];

// what is printed: name, address, how many pages of it; in both languages
const ITEM = "item=mam-tom-le-gia";
const PAPERS = [
  { name: "40-paper-cards6", asked: "print=book", pages: 6 },
  { name: "41-paper-cards12", asked: "print=book&layout=cards12&group=do-uong&group=che-bien", pages: 5 },
  { name: "42-paper-table", asked: "print=book&layout=table&by=district", pages: 5 },
  { name: "43-paper-one", asked: "print=book&layout=one&group=do-uong", pages: 5 },
  { name: "44-paper-a5-both", asked: "print=book&paper=a5&group=do-uong", both: true, pages: 6 },
  { name: "45-paper-copy", asked: "print=book&ink=copy&group=do-uong", pages: 5 },
  { name: "46-paper-index", asked: "print=book&layout=table&group=do-uong", pages: 9 },
  { name: "50-paper-flyer", asked: `print=flyer&${ITEM}`, pages: 1 },
  { name: "51-paper-flyers", asked: `print=flyer&up=4&${ITEM}`, pages: 1 },
  { name: "52-paper-fold", asked: `print=fold&${ITEM}`, pages: 2 },
  { name: "53-paper-labels", asked: "print=labels&group=do-uong", pages: 1 },
  { name: "54-paper-tags", asked: "print=tags&group=do-uong", pages: 1 },
  { name: "55-paper-stickers", asked: "print=stickers&group=do-uong", pages: 1 },
  { name: "56-paper-sign", asked: `print=sign&${ITEM}`, pages: 1 },
];

const wanted = process.argv.slice(2);
const chosen = (all) => all.filter((v) => wanted.length === 0 || wanted.some((w) => v.name.includes(w)));
await mkdir("shots", { recursive: true });
const served = await site();
// prints lead back to where the site stands: not to this machine
const PLACE = served.address.replace("127.0.0.1", "hangxuthanh.example");
const browser = await chromium(undefined, named("hangxuthanh.example"));
try {
  for (const view of chosen(VIEWS)) {
    for (const [language, path] of Object.entries(view.at)) {
      await shoot(view, path, `shots/${view.name}-${language}.png`);
    }
  }
  for (const paper of chosen(PAPERS)) {
    for (const [language, place] of [["vi", "/in/"], ["en", "/en/print/"]]) {
      const tongue = paper.both ? "both" : language;
      await print(paper, `${place}?${paper.asked}&lang=${tongue}`, `shots/${paper.name}-${language}`);
    }
  }
} finally {
  await browser.close();
  served.stop();
}

async function shoot({ size: [width, height], dark, full, type }, path, file) {
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
  await open(page, served.address + path);
  if (type) {
    await page.type("#q", type);
    await page.waitForNetworkIdle({ idleTime: 300 });
  }
  if (full) await everything(page);
  await page.screenshot({ path: file, fullPage: Boolean(full) });
  await page.close();
  console.log(file);
}

// the page's own PDF, its first pages as pictures: file-1.png, file-2.png…
async function print({ pages }, path, file) {
  const page = await browser.newPage();
  await open(page, PLACE + path);
  await page.waitForFunction("document.documentElement.hasAttribute('data-ready')");
  await page.pdf({ path: `${file}.pdf`, preferCSSPageSize: true, printBackground: true });
  await page.close();
  const made = spawnSync("pdftoppm", ["-r", "100", "-png", "-l", String(pages), `${file}.pdf`, file], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`pdftoppm: ${made.stderr}`);
  console.log(`${file}.pdf`);
}

// pictures below the fold are loaded when they come near: go there once
async function everything(page) {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    scrollTo(0, 0);
  });
  await page.waitForNetworkIdle({ idleTime: 300 });
}
