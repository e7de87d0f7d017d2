#!/usr/bin/env bash
# What a first visit of the list costs, beside its targets. In: dist/. Out: a table; 1 KB = 1,000 bytes.
# Counted down to the fold: the HTML, every style sheet, script, wasm, font, icon and picture they name, the list
# of products and the first four pictures of the page; text as brotli (quality 11), packed formats as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
if [ ! -f dist/index.html ]; then
  echo "there is no dist/index.html: make build" >&2
  exit 1
fi

cost() { # bytes of one file on the way to a visitor
  case $1 in
    *.woff2 | *.png | *.jpg | *.webp | *.avif) wc -c <"$1" ;;
    *) brotli --quality=11 --stdout "$1" | wc -c ;;
  esac
}

# addresses are relative to the site's root, with or without its slash
named_in_html() {
  grep -oE '(href|src)="[^"?#:]+\.[a-z0-9]+"' dist/index.html | sed -E 's/^[a-z]*="//; s/"$//; s#^(\./|/)?#/#' || true
}
named_in_css() { named_in_html | grep '\.css$' | sed 's#^#dist#' | xargs grep -ohE 'url\("?[^")#:]+\.[a-z0-9]+"?\)' | sed -E 's/^url\("?//; s/"?\)$//; s#^(\./|/)?#/#' || true; }
first_visit() {
  echo /index.html
  echo /catalog/list.json
  (cd dist && printf '/%s\n' ./ocop-*.js ./ocop-*.wasm | sed 's#/\./#/#')
  named_in_html | grep -v '^/catalog/'
  named_in_css
  named_in_html | grep '^/catalog/tile/' | awk '!seen[$0]++' | head -n 4
}

kind() {
  case $1 in
    *.html) echo HTML ;; *.css) echo CSS ;; *.js) echo JavaScript ;; *.wasm) echo wasm ;; *.woff2) echo fonts ;;
    /catalog/tile/*) echo "first pictures" ;; *.json) echo bundle ;; *) echo "icons and others" ;;
  esac
}

declare -A sum count
total=0
added=0 # of it for what only those need who keep the site on a device, or stand at a booth
while read -r file; do
  if [ ! -f "dist$file" ]; then
    echo "named but not in dist: $file" >&2
    continue
  fi
  bytes=$(cost "dist$file")
  of=$(kind "$file")
  sum[$of]=$((${sum[$of]:-0} + bytes))
  count[$of]=$((${count[$of]:-0} + 1))
  total=$((total + bytes))
  case $file in
    /sw.js | /offline* | /tend-* | /hall-*) added=$((added + bytes)) ;;
  esac
  if [ "${1:-}" = --files ]; then printf '%8d  %s\n' "$bytes" "$file"; fi
done < <(first_visit | awk '!seen[$0]++')

row() { # WHAT FILES BYTES [TARGET_KB]
  local verdict=""
  if [ -n "${4:-}" ]; then
    verdict=ok
    if [ "$3" -gt $(($4 * 1000)) ]; then verdict=OVER; fi
  fi
  printf '%-18s %5s %8s.%d KB %7s %s\n' "$1" "$2" $(($3 / 1000)) $(($3 % 1000 / 100)) "${4:+≤ $4}" "$verdict"
}
echo "First visit of the list, down to the fold (brotli 11; 1 KB = 1,000 bytes)"
for of in HTML CSS JavaScript bundle "icons and others" "first pictures"; do row "$of" "${count[$of]:-0}" "${sum[$of]:-0}"; done
row wasm "${count[wasm]:-0}" "${sum[wasm]:-0}" 120
row fonts "${count[fonts]:-0}" "${sum[fonts]:-0}" 75
row "all together" "" "$total" 300
row "worker and booth" "" "$added" 12

asked=0
for file in dist/sw.js dist/offline.txt dist/offline/tend.js dist/tend-*; do asked=$((asked + $(cost "$file"))); done
bytes=$(awk 'NR > 2 { sum += $2 } END { print sum }' dist/offline.txt)
row "for those who ask" 5 "$asked"
printf 'A device that keeps the site holds %d files, %d.%d MB\n' "$(($(wc -l <dist/offline.txt) - 2))" $((bytes / 1000000)) $((bytes % 1000000 / 100000))
