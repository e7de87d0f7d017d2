#!/usr/bin/env bash
# The site's shell, in target/shell: the page that is read and the page that prints, each with its program, and what both
# need. In: index.html, print.html; the environment of target/wasm.env. Files of the same content have the same name.
set -euo pipefail
cd "$(dirname "$0")/.."
trunk build --release --offline
trunk build print.html --release --offline --dist target/shell-print
mv target/shell-print/index.html target/shell-print/print.html
cp -R target/shell-print/. target/shell/
rm -rf target/shell-print
