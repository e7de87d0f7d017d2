#!/usr/bin/env bash
# How long the whole site of a large invented catalogue takes, and how much memory, beside the targets.
# In: target/release/ocop. Out: a table. The site is written twice: from nothing, and over itself.
set -euo pipefail
cd "$(dirname "$0")/.."
products=${1:-17000}
site=target/bench/site-$products
mkdir -p target/bench
rm -rf "$site"

run() { # WHAT SECONDS MEGABYTES: one build, with its targets
  local start=$EPOCHREALTIME peak=0 now
  target/release/ocop generate --products "$products" --site --home https://vi-du.example/ --out "$site" >"$site.log" &
  while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$!/status" 2>/dev/null) && [ -n "$now" ]; do
    peak=$now
    sleep 0.1
  done
  wait $!
  awk -v what="$1" -v from="$start" -v to="$EPOCHREALTIME" -v kb="$peak" -v s="$2" -v mb="$3" 'BEGIN {
    seconds = to - from; peak = kb / 1000
    printf "%-24s %7.1f s  ≤ %s %-5s %6.0f MB  ≤ %s %s\n", what, seconds, s, seconds > s ? "OVER" : "ok", peak, mb, peak > mb ? "OVER" : "ok"
  }'
}
echo "The whole site of $products invented products, $(nproc) processors"
run "from nothing" 30 1000
run "again, nothing changed" 30 1000
cat "$site.log"
rm -rf "$site" "$site.log"
