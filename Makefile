# Everything that is done to this repository, by a person or by a machine: `make` prints the list.

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=

debug := .build/debug
release := .build/release
static := .build/static
test_python := .build/test-python
bench_python := .build/bench-python
installed := $(DESTDIR)$(PREFIX)
sources := Package.swift $(shell find Sources -type f -not -path '*.docc/*')
index_sources := Package.swift $(shell find Sources/handoff-index Sources/History Sources/Workspace Sources/Git \
  Sources/Briefs Sources/Rules Sources/Markdown Sources/Diagnostics -type f)
mail_sources := Package.swift $(shell find Sources/CGMime Sources/ReceivedMail Sources/handoff-mail -type f)

.DEFAULT_GOAL := help
.PHONY: help demo test bench lint build install uninstall clean dependencies

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

demo: build ## Build the tool and show what it does, in a directory of its own
	@$(release)/handoff demo

test: dependencies $(test_python)/installed ## Build and run all tests
	$(SWIFT) build
	HANDOFF_TEST_PYTHON=$(CURDIR)/$(test_python)/bin/python3 $(SWIFT) test --parallel

lint: dependencies ## Check imports, formatting and documentation, as CI does
	$(SWIFT) build --explicit-target-dependency-import-check error
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift
	$(SWIFT) package --disable-sandbox generate-documentation --target handoff \
	  --symbol-graph-minimum-access-level package --warnings-as-errors

bench: build $(bench_python)/installed ## Measure against public tools (BENCH_QUICK=1: smaller)
	@.ci/install-dependencies bench
	@BENCH_PYTHON=$(CURDIR)/$(bench_python)/bin Tests/Bench/run

build: dependencies $(release)/handoff $(release)/handoff-mail $(release)/handoff-index ## Build the release: .build/release/handoff

# Made from its sources only, so that `sudo make install` after `make build` compiles nothing.
$(release)/handoff: $(sources)
	@.ci/static-libraries $(static)
	$(SWIFT) build -c release --static-swift-stdlib --product handoff \
	  --pkg-config-path $(CURDIR)/$(static)
	@touch $@

# Linked to the shared GMime: the gate has nothing to do with it, and its fixes come with the system's.
$(release)/handoff-mail: $(mail_sources) | $(release)/handoff
	$(SWIFT) build -c release --static-swift-stdlib --product handoff-mail \
	  --pkg-config-path $(CURDIR)/$(static)
	@touch $@

# Linked to the shared SQLite, whose fixes come with the system's.
$(release)/handoff-index: $(index_sources) | $(release)/handoff
	$(SWIFT) build -c release --static-swift-stdlib --product handoff-index \
	  --pkg-config-path $(CURDIR)/$(static)
	@touch $@

install: $(release)/handoff $(release)/handoff-mail $(release)/handoff-index ## Install to PREFIX (/usr/local), below DESTDIR where given
	install -d $(installed)/bin $(installed)/share/handoff/hooks
	install -m 755 $(release)/handoff $(installed)/bin/handoff
	install -m 755 $(release)/handoff-mail $(installed)/bin/handoff-mail
	install -m 755 $(release)/handoff-index $(installed)/bin/handoff-index
	ln -sf handoff $(installed)/bin/git-handoff
	install -m 755 hooks/* $(installed)/share/handoff/hooks

uninstall: ## Remove what `make install` put there
	rm -f $(installed)/bin/handoff $(installed)/bin/handoff-mail $(installed)/bin/handoff-index \
	  $(installed)/bin/git-handoff
	rm -rf $(installed)/share/handoff

clean: ## Remove everything that was built
	rm -rf .build

dependencies: ## Install the system libraries that are missing (apt-get)
	@.ci/install-dependencies build

$(test_python)/installed: .ci/test-requirements.txt
	@.ci/install-python $(test_python) $<

$(bench_python)/installed: Tests/Bench/requirements.txt
	@.ci/install-python $(bench_python) $<
