#!/usr/bin/env bash
# For `make dev`, after each build of the page that is read: the catalogue, and the page that prints, into what is served.
# In: the folder that Trunk is about to serve; CATALOG. Out: catalog/, in/index.html, en/print/index.html and their files.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1
cp -R "$CATALOG" "$out/catalog"
# without a catalogue Trunk does not come here again
CATALOG='' trunk build print.html --offline --dist target/dev-print --public-url /
for page in in en/print; do
  mkdir -p "$out/$page"
  cp target/dev-print/index.html "$out/$page/index.html"
done
cp -R target/dev-print/. target/dev-files
rm target/dev-files/index.html
cp -R target/dev-files/. "$out/"
rm -rf target/dev-files
