#!/usr/bin/env bash
# The site's shell, in target/shell: the page that is read, the page that prints and those of the hall, each with its program,
# the program that looks after kept versions, and what all need. In: index.html, print.html, hall.html, tend.html; the
# environment of target/wasm.env. Files of the same content have the same name; programs and styles are pressed here, once
# for every site that is made of them.
set -euo pipefail
cd "$(dirname "$0")/.."
trunk build --release --offline
for page in print hall; do
  trunk build $page.html --release --offline --dist target/shell-$page
  mv target/shell-$page/index.html target/shell-$page/$page.html
  cp -R target/shell-$page/. target/shell/
  rm -rf target/shell-$page
done
trunk build tend.html --release --offline --dist target/shell-tend
cp target/shell-tend/tend-* target/shell/
rm -rf target/shell-tend
node --input-type=module - <<'PRESS'
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
for (const name of readdirSync("target/shell").filter((name) => /-[0-9a-f]{8,}(_bg)?\.(css|js|wasm)$/.test(name))) {
  const content = readFileSync(`target/shell/${name}`);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
  writeFileSync(`target/shell/${name}.br`, brotliCompressSync(content, { params }));
}
PRESS
