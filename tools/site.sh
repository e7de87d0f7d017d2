#!/usr/bin/env bash
# How long the whole site of a large invented catalogue takes, preview pictures included, and how much memory, beside the
# targets. In: target/release/ocop. Out: a table. The site is written twice: from nothing, and over itself. Seconds of the
# processors tell more than those of the clock where others work too.
set -euo pipefail
cd "$(dirname "$0")/.."
products=${1:-17000}
site=target/bench/site-$products
mkdir -p target/bench
rm -rf "$site"

run() { # WHAT SECONDS MEGABYTES: one build, with its targets
  local start=$EPOCHREALTIME peak=0 busy=0 now stat
  target/release/ocop generate --products "$products" --site --home https://vi-du.example/ --out "$site" >"$site.log" &
  while now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\).*/\1/p' "/proc/$!/status" 2>/dev/null) && [ -n "$now" ]; do
    peak=$now
    stat=$(cat "/proc/$!/stat" 2>/dev/null) && read -r -a stat <<<"${stat##*)}" && busy=$((stat[11] + stat[12]))
    sleep 0.1
  done
  wait $!
  awk -v what="$1" -v from="$start" -v to="$EPOCHREALTIME" -v kb="$peak" -v busy="$busy" -v s="$2" -v mb="$3" \
    -v ticks="$(getconf CLK_TCK)" 'BEGIN {
    seconds = to - from; peak = kb / 1000
    printf "%-24s %7.1f s  ≤ %s %-5s %7.1f s of processors %6.0f MB  ≤ %s %s\n", what, seconds, s,
      (seconds > s ? "OVER" : "ok"), busy / ticks, peak, mb, (peak > mb ? "OVER" : "ok")
  }'
}
echo "The whole site of $products invented products, $(nproc) processors"
run "from nothing" 30 1000
run "again, nothing changed" 30 1000
find "$site/catalog/preview" -type f -printf '%s\n' |
  awk '{ sum += $1 } END { if (NR) printf "%d preview pictures, %.1f KB each\n", NR, sum / NR / 1000 }'
cat "$site.log"
rm -rf "$site" "$site.log"
