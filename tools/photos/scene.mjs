// Invented photographs for `make bench`: 12-megapixel JPEGs that compress as a phone's do, about 3 to 4 MB each.
// In: a number (the same one gives the same picture). Out: the bytes of a JPEG. Nothing real is shown.
// What makes a file as heavy as a real one is grain at every size: four layers of noise, from broad light to fine
// texture, over a few soft shapes. The numbers were chosen by weighing the files, nothing else.
import sharp from "sharp";

const WIDE = 4000;
const HIGH = 3000;
/** Noise this many pixels coarse, and how strongly each is felt: light, folds, texture, grain. */
const LAYERS = [
  { coarse: 500, strength: 90 },
  { coarse: 60, strength: 36 },
  { coarse: 10, strength: 20 },
  { coarse: 2, strength: 26 },
];

/** Numbers from 0 to 1 by a seed (mulberry32). */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One layer of grey noise at full size, smooth between its points. */
async function noise(roll, coarse) {
  const [width, height] = [Math.ceil(WIDE / coarse), Math.ceil(HIGH / coarse)];
  const points = Buffer.alloc(width * height);
  for (let i = 0; i < points.length; i += 1) points[i] = roll() * 256;
  return sharp(points, { raw: { width, height, channels: 1 } }).resize(WIDE, HIGH, { fit: "fill", kernel: "cubic" }).extractChannel(0).raw().toBuffer();
}

/** A few soft shapes on a gradient, as things stand on a table. */
function things(roll) {
  const colour = () => `hsl(${Math.floor(roll() * 60 + (roll() < 0.3 ? 180 : 0))} ${Math.floor(30 + roll() * 50)}% ${Math.floor(25 + roll() * 50)}%)`;
  const one = () => `<ellipse cx="${roll() * WIDE}" cy="${roll() * HIGH}" rx="${200 + roll() * 700}" ry="${200 + roll() * 700}" fill="${colour()}"/>`;
  const shapes = Array.from({ length: 12 }, one).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDE}" height="${HIGH}"><linearGradient id="g" y2="1"><stop stop-color="${colour()}"/><stop offset="1" stop-color="${colour()}"/></linearGradient><rect width="100%" height="100%" fill="url(#g)"/>${shapes}</svg>`;
}

/** The photograph of that number. */
export async function photograph(number) {
  const roll = dice(number * 7919 + 1);
  const base = await sharp(Buffer.from(things(roll))).removeAlpha().raw().toBuffer();
  const layers = [];
  for (const { coarse, strength } of LAYERS) layers.push({ field: await noise(roll, coarse), part: strength / 128 });
  for (let i = 0, at = 0; i < WIDE * HIGH; i += 1) {
    let light = 0;
    for (const { field, part } of layers) light += (field[i] - 128) * part;
    for (let c = 0; c < 3; c += 1, at += 1) {
      const value = base[at] + light;
      base[at] = value < 0 ? 0 : value > 255 ? 255 : value;
    }
  }
  return sharp(base, { raw: { width: WIDE, height: HIGH, channels: 3 } }).jpeg({ quality: 88, chromaSubsampling: "4:2:0" }).toBuffer();
}
