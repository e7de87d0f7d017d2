#!/usr/bin/env bash
# How Rust is compiled to WebAssembly on this machine; sourced by setup.sh.
# Out: target/wasm.env, read by every recipe that compiles to wasm. Empty in the ordinary case: the target is
# there or rustup adds it. Where rustup cannot download it, Debian's second Rust (rustc-web) builds the
# standard library along with the site; that is environment only and changes no file of the project.
set -euo pipefail
wasm=wasm32-unknown-unknown

wasm_target() {
  if wasm_is_there; then
    there "target $wasm"
    : >target/wasm.env
  elif [ -s target/wasm.env ] && web_rust_answers; then
    there "Debian's Rust for $wasm"
    web_std_crates
  elif wasm_by_rustup; then
    : >target/wasm.env
  else
    wasm_by_debian
  fi
}

wasm_is_there() { [ -d "$(rustc --print target-libdir --target $wasm)" ]; }

wasm_by_rustup() {
  has rustup || return 1
  begins "adding target $wasm with rustup"
  # it is there when its library is: rustup believes its own records
  RUSTUP_MAX_RETRIES=1 timeout 300 rustup target add $wasm >"${log:?}" 2>&1 && wasm_is_there && return
  printf '  rustup could not; the Rust that Debian keeps for web browsers is used instead\n'
  return 1
}

wasm_by_debian() {
  local by_hand="rustup target add $wasm, on a network that reaches static.rust-lang.org"
  if ! has apt-get || ! has rustup; then cannot "target $wasm is missing and cannot be added" "$by_hand"; fi
  # known by their documents: rustc and cargo of that name may be Debian's first, much older Rust
  system wasm-ld-22:lld-22 /usr/share/doc/rustc-web:rustc-web /usr/share/doc/cargo-web:cargo-web \
    /usr/share/doc/rust-web-src:rust-web-src
  rustup toolchain list | grep -q '^debian\b' || rustup toolchain link debian /usr
  cat >target/wasm.env <<'ENV'
export RUSTUP_TOOLCHAIN=debian RUSTC_BOOTSTRAP=1
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
ENV
  web_rust_answers || cannot "Debian's Rust does not answer" "$by_hand"
  web_std_crates
}

# the crates that the standard library is built of, so that Trunk can stay offline
web_std_crates() {
  local std
  std=$(RUSTUP_TOOLCHAIN=debian rustc --print sysroot)/lib/rustlib/src/rust/library
  RUSTUP_TOOLCHAIN=debian RUSTC_BOOTSTRAP=1 cargo fetch --quiet --locked --manifest-path "$std/Cargo.toml" ||
    cannot "the crates of the standard library cannot be fetched" "cargo fetch --manifest-path $std/Cargo.toml"
}

web_rust_answers() { RUSTUP_TOOLCHAIN=debian rustc --version >/dev/null 2>&1 && has wasm-ld-22; }

# clippy of the ordinary Rust cannot read what the second one has compiled
wasm_clippy() { system /usr/share/doc/rust-web-clippy:rust-web-clippy; }
