#!/usr/bin/env bash
# The native command as one file for other machines. In: target/shell. Out: target/dist/ocop, and what it needs there.
# The C library is linked in where the compiler can do that: the file then runs on any Linux of this processor, old or
# new. TARGET=x86_64-pc-windows-gnu makes one for Windows, where Rust has that target and a linker is installed.
set -euo pipefail
cd "$(dirname "$0")/.."
host=$(rustc -vV | sed -n 's/^host: //p')
target=${TARGET:-$host}
end=
case $target in
  *windows*) end=.exe ;;
  *) export RUSTFLAGS="${RUSTFLAGS:-} -C target-feature=+crt-static" ;;
esac
# named by its target, so that what is compiled for this machine on the way (macros, build scripts) is linked as ever
cargo build --profile dist --target "$target" --bin ocop
mkdir -p target/dist
cp "target/$target/dist/ocop$end" "target/dist/ocop$end"
echo "target/dist/ocop$end: $(wc -c <"target/dist/ocop$end") bytes"
if command -v file >/dev/null; then file -b "target/dist/ocop$end"; fi
if [ -z "$end" ] && command -v ldd >/dev/null; then ldd "target/dist/ocop" 2>&1 || true; fi
