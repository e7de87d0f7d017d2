#!/usr/bin/env bash
# The engine alone, and the same without its search, as wasm modules for the web. In: examples/engine.rs, reader.rs;
# the environment of target/wasm.env. Out: target/engine/{engine,reader}.js and _bg.wasm, made with the site's cargo
# profile and with the flags for wasm-opt that index.html gives to Trunk.
set -euo pipefail
cd "$(dirname "$0")/.."
wasm=wasm32-unknown-unknown
out=target/engine
made=${CARGO_TARGET_DIR:-target}/$wasm/site/examples
mkdir -p "$out"
level=$(sed -n 's/.*data-wasm-opt="\([^"]*\)".*/\1/p' index.html)
read -ra params <<<"$(sed -n 's/.*data-wasm-opt-params="\([^"]*\)".*/\1/p' index.html)"
cargo build --quiet --profile site --target "$wasm" --example engine --example reader
for name in engine reader; do
  wasm-bindgen --target web --no-typescript --out-dir "$out" --out-name "$name" "$made/$name.wasm"
  wasm-opt "-O$level" "${params[@]}" --output="$out/$name.opt.wasm" "$out/${name}_bg.wasm"
  mv "$out/$name.opt.wasm" "$out/${name}_bg.wasm"
done
