// `make bench`: how long photographs of 12 megapixels take, beside sharp making the same copies of the same pictures.
// In: target/release/examples/photos; PHOTOS=637 for as many as the catalogue that is aimed at (24 by default), ROUNDS.
// Out: medians beside the targets. The invented pictures are made once, in target/photographs. Both programs are timed
// from start to end of their process, in turn, in one run; of the ways to use sharp, the quickest of a trial counts.
import { spawnSync } from "node:child_process";
import { access, copyFile, mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { photograph } from "./photos/scene.mjs";

const PHOTOS = Number(process.env.PHOTOS ?? 24);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** More pictures than these are the same ones again, each with a few bytes behind its end that make it another file. */
const DISTINCT = 64;
const MADE = "target/photographs";
/** Pictures on which the ways to use sharp are tried. */
const TRIAL = 12;
const WAYS = [["chain", 1], ["apart", 1], ["chain", 0]];
const TARGET = { cold: 1, again: 0.03 };

const there = (path) => access(path).then(() => true, () => false);

/** A folder of so many pictures, as old as pictures are. */
async function pictures(folder, count) {
  await mkdir(MADE, { recursive: true });
  for (let i = 0; i < Math.min(count, DISTINCT); i += 1) {
    const file = join(MADE, `${i}.jpg`);
    if (!(await there(file))) await writeFile(file, await photograph(i));
  }
  await mkdir(folder);
  for (let i = 0; i < count; i += 1) {
    const file = join(folder, `${String(i).padStart(4, "0")}.jpg`);
    await copyFile(join(MADE, `${i % DISTINCT}.jpg`), file);
    if (i >= DISTINCT) await writeFile(file, String(i), { flag: "a" });
    await utimes(file, 1_700_000_000, 1_700_000_000);
  }
}

/** Milliseconds of a process, from start to end. */
function time(program, ...words) {
  const start = performance.now();
  const done = spawnSync("/usr/bin/env", [program, ...words], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
  return performance.now() - start;
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
const seconds = (ms) => (ms / 1000).toFixed(2).padStart(9);

async function weight(folder, end) {
  let sum = 0;
  for (const name of await readdir(folder)) if (name.endsWith(end)) sum += (await stat(join(folder, name))).size;
  return Math.round(sum / 1000 / PHOTOS);
}

const home = await mkdtemp(join(tmpdir(), "ocop-photos-"));
const at = (name) => join(home, name);
try {
  await pictures(at("in"), PHOTOS);
  await pictures(at("trial"), TRIAL);
  const load = loadavg()[0].toFixed(1);
  const ours = () => time("target/release/examples/photos", at("in"), at("site"), at("cache"));
  const sharp = async ([way, threads], from) => {
    await rm(at("sharp"), { recursive: true, force: true });
    return time("node", "tools/photos/peer.mjs", at(from), at("sharp"), way, String(threads));
  };
  const trial = [];
  for (const way of WAYS) trial.push({ way, ms: await sharp(way, "trial") });
  const { way } = trial.reduce((best, one) => (one.ms < best.ms ? one : best));
  console.error(trial.map(({ way, ms }) => `sharp ${way[0]}, ${way[1] || "all"} threads: ${seconds(ms).trim()} s`).join("; "));
  const cold = { ours: [], sharp: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    cold.sharp.push(await sharp(way, "in"));
    for (const name of ["site", "cache"]) await rm(at(name), { recursive: true, force: true });
    cold.ours.push(ours());
  }
  const again = Array.from({ length: ROUNDS }, ours);
  const changed = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const file = join(at("in"), "0000.jpg");
    await writeFile(file, `changed ${round}`, { flag: "a" });
    await utimes(file, 1_700_000_000, 1_700_000_000 + round + 1);
    changed.push(ours());
  }
  const all = { ours: median(cold.ours), sharp: median(cold.sharp), again: median(again), changed: median(changed) };
  const judge = (part, target) => `${part.toFixed(3)} (target ≤ ${target}: ${part <= target ? "met" : "MISSED"})`;
  console.log(`\n${PHOTOS} photographs of 12 megapixels, ${ROUNDS} rounds, medians; load ${load} on ${availableParallelism()} cores before`);
  console.log(`sharp, ${way[0]}        ${seconds(all.sharp)} s   WebP ${await weight(at("sharp"), ".webp")} KB, JPEG ${await weight(at("sharp"), ".jpg")} KB a photograph`);
  console.log(`ocop, cold          ${seconds(all.ours)} s   WebP ${await weight(at("cache"), ".webp")} KB, JPEG ${await weight(at("cache"), ".jpg")} KB`);
  console.log(`ocop, nothing new   ${seconds(all.again)} s`);
  console.log(`ocop, one changed   ${seconds(all.changed)} s`);
  console.log(`ocop / sharp        ${judge(all.ours / all.sharp, TARGET.cold)}`);
  console.log(`again / cold        ${judge(all.again / all.ours, TARGET.again)}`);
  console.log(`one changed / cold  ${(all.changed / all.ours).toFixed(3)}, of which 1/${PHOTOS} = ${(1 / PHOTOS).toFixed(3)} is that photograph itself`);
} finally {
  await rm(home, { recursive: true, force: true });
}
