#!/usr/bin/env bash
# Installs what building, checking, testing and auditing need, and nothing that is there already.
# In:  the parts wanted (build, check, test, size, audit), in any order.
# Out: one line a step; programs in ~/.cargo/bin, tools/node_modules and, through apt, the system; target/wasm.env.
# It never replaces a program of another version, never downloads a release from a forge, and asks for
# root only when a package of the system is missing. What it cannot do it names, with what to do by hand.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p target
log=target/setup.log
export DEBIAN_FRONTEND=noninteractive
export PATH="$PWD/tools/cargo/bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PWD/tools/node_modules/.bin:$PATH"

there() { printf '✓ %s is there\n' "$1"; }
begins() { printf '→ %s …\n' "$1"; }
cannot() {
  printf '✗ %s\n  By hand: %s\n' "$1" "$2" >&2
  exit 1
}
# a program by its name, anything else by its path
has() { case $1 in */*) [ -e "$1" ] ;; *) command -v "$1" >/dev/null 2>&1 ;; esac; }

# run WHAT BY_HAND COMMAND...: a step that takes time, its output kept in the log
run() {
  local what=$1 by_hand=$2
  shift 2
  begins "$what (output in $log)"
  if ! "$@" >"$log" 2>&1; then
    tail -n 15 "$log" | sed 's/^/  | /' >&2
    cannot "$what did not work" "$by_hand"
  fi
}

# system PROGRAM:PACKAGE...: programs that come with the system's packages, installed together
system() {
  local pair missing=() as_root=()
  for pair in "$@"; do
    if has "${pair%%:*}"; then there "${pair#*:}"; else missing+=("${pair#*:}"); fi
  done
  [ ${#missing[@]} -eq 0 ] && return
  local by_hand="install these packages (Debian's names): ${missing[*]}"
  has apt-get || cannot "no apt-get here, and programs are missing" "$by_hand"
  if [ "$(id -u)" -ne 0 ]; then
    has sudo || cannot "programs are missing, and neither root nor sudo is at hand" \
      "as root: apt-get update && apt-get install -y --no-install-recommends ${missing[*]}"
    as_root=(sudo env DEBIAN_FRONTEND=noninteractive)
  fi
  run "bringing apt's lists up to date" "apt-get update" "${as_root[@]}" apt-get update
  run "installing ${missing[*]}" "$by_hand" \
    "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"
}

# cargo_program NAME VERSION MINUTES [cargo install's words...]: beside, not over, a copy of another version
cargo_program() {
  local name=$1 version=$2 minutes=$3 place=()
  shift 3
  # not through a pipe: a program whose output nobody reads to its end may fail, and be installed again
  if has "$name" && [[ "$("$name" --version)" == *" $version"* ]]; then
    there "$name${version:+ $version}"
    return
  fi
  if has "$name"; then place=(--root tools/cargo); fi
  run "installing $name${version:+ $version}, about $minutes min" "cargo install $*" cargo install "$@" "${place[@]}"
}

# npm_programs PACKAGE NPM_WORDS...: the packages of tools/package-lock.json, known by one of them
npm_programs() {
  local package=$1 wanted have
  shift
  wanted=$(npm_version "tools/package-lock.json" "$package")
  have=$(npm_version "tools/node_modules/.package-lock.json" "$package" 2>/dev/null || true)
  if [ -n "$wanted" ] && [ "$wanted" = "$have" ] && [ -d "tools/node_modules/$package" ]; then
    there "$package $have"
  else
    run "installing $package $wanted from npm" "cd tools && npm ci $*" npm ci --prefix tools --no-audit --no-fund "$@"
  fi
}
npm_version() { sed -n "\\#^    \"node_modules/$2\": {#,/version/s/.*\"version\": \"\\([^\"]*\\)\".*/\\1/p" "$1"; }

rust() {
  cargo --version >/dev/null 2>&1 ||
    cannot "there is no Rust here" "install it with rustup, https://rustup.rs, then run this again"
  there "$(rustc --version | cut -d' ' -f1-2)"
}

component() {
  if cargo "$1" --version >/dev/null 2>&1; then there "cargo $1"; else
    run "adding $2 to Rust" "rustup component add $2" rustup component add "$2"
  fi
}

built=
part_build() {
  [ -z "$built" ] || return 0
  built=yes
  rust
  system cc:build-essential pkg-config:pkg-config node:nodejs npm:npm
  # shellcheck source=tools/wasm-target.sh
  . tools/wasm-target.sh
  wasm_target
  local bindgen
  bindgen=$(sed -n 's/^wasm_bindgen = "\(.*\)"/\1/p' Trunk.toml)
  # without --locked: the lock file published with this version does not resolve
  cargo_program wasm-bindgen "$bindgen" 2 "wasm-bindgen-cli@$bindgen"
  cargo_program trunk 0.21.14 6 trunk@0.21.14 --locked
  npm_programs binaryen --omit=dev
}

part_check() {
  part_build
  component fmt rustfmt
  component clippy clippy
  if [ -s target/wasm.env ]; then wasm_clippy; fi
}

part_test() {
  part_build
  system chromium:chromium chromedriver:chromium-driver firefox-esr:firefox-esr \
    WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb xauth:xauth pdfinfo:poppler-utils brotli:brotli
  cargo_program geckodriver "" 3 geckodriver --locked
  npm_programs axe-core --omit=dev
}

part_size() { system brotli:brotli; }

part_audit() {
  part_build
  system chromium:chromium java:default-jre-headless pdftoppm:poppler-utils
  npm_programs lighthouse
  npm_programs flexsearch
  npm_programs sharp
  npm_programs vnu-jar
}

for part in "$@"; do
  case $part in
    build | check | test | size | audit) "part_$part" ;;
    *) cannot "there is no part \"$part\"" "choose from build, check, test, size, audit" ;;
  esac
done
