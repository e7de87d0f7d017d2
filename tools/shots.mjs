// `make shots`: pictures of the main views, at the sizes of the drawings they are laid beside. In: dist/.
// Out: shots/NN-name-vi.png and -en.png. Words after the command choose views: node tools/shots.mjs 04 product
import { mkdir } from "node:fs/promises";
import { chromium, open, site } from "./browser.mjs";

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

const wanted = process.argv.slice(2);
const chosen = VIEWS.filter((v) => wanted.length === 0 || wanted.some((w) => v.name.includes(w)));
await mkdir("shots", { recursive: true });
const served = await site();
const browser = await chromium();
try {
  for (const view of chosen) {
    for (const [language, path] of Object.entries(view.at)) {
      await shoot(view, path, `shots/${view.name}-${language}.png`);
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
