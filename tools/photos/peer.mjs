// The peer in `make bench`: sharp makes the copies that `ocop` makes, in the same sizes, formats and qualities.
// In: a folder of pictures, a folder for the copies, the way to go, how many threads a picture may take.
// `chain` decodes a picture once and makes each copy from the next larger one, as ocop does; `apart` is what its
// documentation shows: a pipeline from the file for every copy. As many pictures are open at once as there are cores.
import { mkdir, readdir } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join, parse } from "node:path";
import sharp from "sharp";

const [, , from, to, way, threads] = process.argv;
const LONG = 1600;
const NARROWER = [800, 400];
const WEBP = { quality: 80, effort: 4 };
const JPEG = { quality: 80 };

sharp.concurrency(Number(threads));
sharp.cache(false);

const open = (file) => sharp(file).autoOrient().flatten({ background: "#FCF9F1" });
const within = { width: LONG, height: LONG, fit: "inside", withoutEnlargement: true };
const again = ({ data, info }) => sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

async function chain(file, stem) {
  let picture = await open(file).resize(within).raw().toBuffer({ resolveWithObject: true });
  await again(picture).jpeg(JPEG).toFile(`${stem}.jpg`);
  await again(picture).webp(WEBP).toFile(`${stem}-${picture.info.width}.webp`);
  for (const width of NARROWER) {
    if (width >= picture.info.width) continue;
    picture = await again(picture).resize(width).raw().toBuffer({ resolveWithObject: true });
    await again(picture).webp(WEBP).toFile(`${stem}-${width}.webp`);
  }
}

async function apart(file, stem) {
  await open(file).resize(within).jpeg(JPEG).toFile(`${stem}.jpg`);
  await open(file).resize(within).webp(WEBP).toFile(`${stem}-${LONG}.webp`);
  for (const width of NARROWER) await open(file).resize(width).webp(WEBP).toFile(`${stem}-${width}.webp`);
}

await mkdir(to, { recursive: true });
const files = (await readdir(from)).sort();
const work = { chain, apart }[way];
const hand = async () => {
  for (let name = files.pop(); name; name = files.pop()) await work(join(from, name), join(to, parse(name).name));
};
await Promise.all(Array.from({ length: availableParallelism() }, hand));
