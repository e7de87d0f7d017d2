# The two commands a newcomer needs are `make serve` and `make test`. `make help` lists the rest.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

export PATH := $(CURDIR)/tools/cargo/bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(CURDIR)/tools/node_modules/.bin:$(PATH)
PORT ?= 8080
CASES ?= 1000000
OCOP := target/release/ocop
STAGE := tools/stage.sh
# the environment that compiles to wasm on this machine: empty where Rust has the target
WASM := . target/wasm.env;
WASM_TARGET := wasm32-unknown-unknown

files = $(shell find $(1) -type f -not -name '.*' 2>/dev/null)
RUST := Cargo.toml $(wildcard Cargo.lock) build.rs $(call files,src)
SITE := index.html print.html hall.html tend.html tools/shell.sh Trunk.toml $(call files,style) $(call files,public)

##: Run
serve: build ## install what is missing, build, and serve the release site on 127.0.0.1:8080 (PORT=...)
	@exec $(OCOP) serve dist --port $(PORT)

dev: setup-build ## serve a debug build that reloads when a file changes
	@cargo run --quiet --bin ocop -- bundle data --out target/catalog
	@cargo fetch --quiet
	@$(WASM) CATALOG=$(CURDIR)/target/catalog exec trunk serve --offline --dist target/dev --public-url / --port $(PORT)

build: setup-build dist/index.html ## the release site of the sample, in dist/

shell: setup-build target/shell/index.html ## the site without a catalogue: what `ocop` has inside

# the browser's crates, which no native build has asked for, are fetched first: Trunk stays offline
target/shell/index.html: $(RUST) $(SITE)
	@cargo fetch --quiet
	@$(WASM) $(STAGE) "the site's shell" tools/shell.sh
	@touch $@

$(OCOP): target/shell/index.html $(call files,data)
	@$(STAGE) "the native command" cargo build --release --bin ocop
	@touch $@

dist/index.html: $(OCOP)
	@[ -e dist/.ocop-site ] || rm -rf dist
	@$(STAGE) "the site of the sample" $(OCOP) build data --out dist
	@touch $@

release: setup-build target/shell/index.html ## one file, target/dist/ocop, that needs neither Rust nor Node nor a network
	@$(STAGE) "the command, linked by itself" tools/release.sh

##: Check
check: setup-check lint ## what a developer runs all day: format, clippy on both targets, native tests
	@$(STAGE) "native tests" cargo test --lib --bins --test suite

lint: setup-check
	@$(STAGE) "format" cargo fmt --check
	@$(STAGE) "clippy, native" cargo clippy --all-targets -- -D warnings
	@$(WASM) $(STAGE) "clippy, wasm" cargo clippy --target $(WASM_TARGET) --lib --bins --examples -- -D warnings

test: setup-test $(if $(CI),lint) ## every test: native, and in Chromium, WebKit and Firefox
	@$(STAGE) "native tests" cargo test --lib --bins --test suite
	@$(MAKE) --no-print-directory dist/index.html
	@DIST=dist $(STAGE) "browser tests" cargo test --test browser
	@OFFLINE=1 DIST=dist $(STAGE) "browser tests, kept on the device, the server stopped" cargo test --test browser -- --engine chromium

offline: setup-test dist/index.html ## the browser tests with the server stopped, in all three engines, about 20 min
	@OFFLINE=1 DIST=dist $(STAGE) "browser tests, kept on the device, the server stopped" cargo test --test browser

fuzz: setup-check ## what search promises, asked of a million random texts (CASES=...), about 10 min
	@PROPTEST_CASES=$(CASES) $(STAGE) "$(CASES) random texts" cargo test --release --test suite promises::any

##: Measure
bench: setup-audit build engine photos ## search and publishing beside their targets and others; key press to painted results; photographs
	@$(STAGE) "search, native" cargo bench --bench search -- --write target/bench
	@$(STAGE) "the whole site of 17,000 products" tools/site.sh
	@$(STAGE) "key presses in the browser" node tools/bench.mjs
	@$(STAGE) "a shared page painted" node tools/audit/main.mjs --shared
	@$(STAGE) "books laid out in the browser" node tools/paper.mjs
	@$(STAGE) "search beside other engines" node tools/peers.mjs

photos: setup-audit ## photographs of 12 megapixels beside sharp (PHOTOS=637 for as many as a province has)
	@$(STAGE) "the photographs' own program" cargo build --release --example photos
	@$(STAGE) "photographs beside sharp" node tools/photos.mjs

engine: setup-build target/engine/engine_bg.wasm ## the search engine alone as a wasm module, in target/engine/

target/engine/engine_bg.wasm: $(RUST) $(call files,examples) index.html tools/engine.sh
	@cargo fetch --quiet
	@$(WASM) $(STAGE) "the engine alone" tools/engine.sh

size: setup-size ## what a first visit costs, beside the targets
	@tools/size.sh

shots: setup-audit build ## pictures of the main views, in shots/
	@node tools/shots.mjs

audit: setup-audit build ## Lighthouse, axe and HTML validity, beside the targets
	@node tools/audit/main.mjs

##: Keep
fonts: ## cut the fonts in public/fonts and their CSS anew
	@tools/font/cut.sh

clean: ## remove what was built, not what was installed
	cargo clean
	rm -rf dist shots

setup-%:
	@tools/setup.sh $*

help: ## this list
	@awk -F ':.*## ' '/^##:/ {sub(/^##: /, ""); print "\n" $$0} /^[a-z]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' Makefile

.PHONY: serve dev build shell release check lint test fuzz bench photos engine size offline shots audit fonts clean help
