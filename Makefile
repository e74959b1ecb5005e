# make check is what a change must pass; make help lists the rest.

GO    ?= go
STATE ?= KOR
OUT   ?= out
DATA  ?= $(SHATTERBELT_DATA)

# Everything builds and runs without a C compiler, but for the race detector.
export CGO_ENABLED = 0

# Where go install puts programs, since that folder is not on every PATH.
GOBIN := $(or $(shell $(GO) env GOBIN),$(shell $(GO) env GOPATH)/bin)
LINT  := $(or $(shell command -v golangci-lint 2>/dev/null),$(wildcard $(GOBIN)/golangci-lint))

.PHONY: help check fmt vet staticcheck lint rules race test bench docs claims core brief

help:
	@echo "make check        formatting, vet, static analysis, rules of layers and parameters, race"
	@echo "make test         every test; set SHATTERBELT_DATA for those that read published files"
	@echo "make bench        every benchmark; docs/benchmarks.md says which figures are kept"
	@echo "make docs         write the generated pages under docs/"
	@echo "make claims       judge the claims and write docs/claims.md, docs/claims.ko.md and claim/verdicts.csv"
	@echo "make core DATA=.. select the embedded figures anew from the published files in a folder"
	@echo "make brief        write a brief (STATE=$(STATE), OUT=$(OUT))"

check: fmt vet staticcheck lint rules race

fmt:
	@bad="$$(gofmt -l .)"; test -z "$$bad" || { echo "gofmt would change:"; echo "$$bad"; exit 1; }

vet:
	$(GO) vet ./...

staticcheck:
	$(GO) tool staticcheck ./...

# Continuous integration must have it; elsewhere it may be missing.
lint:
ifneq ($(LINT),)
	$(LINT) run
else ifneq ($(CI),)
	@echo "golangci-lint is not installed; .ci/run installs it"; exit 1
else
	@echo "golangci-lint is not installed, so its checks are left out; CONTRIBUTING.md says how to install it"
endif

# The rules that hold over the whole module: which package may import which,
# and that every parameter has its unit, range, default and source.
rules:
	$(GO) test ./internal/layers ./trace/param ./internal/builtin ./internal/docgen

race:
	CGO_ENABLED=1 $(GO) test -race -short -timeout 30m ./...

test:
	$(GO) test ./...

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

docs:
	$(GO) run ./internal/docgen/cmd

claims:
	$(GO) test ./claim -run TestPagesAreCurrent -update

core:
	@test -n "$(DATA)" || { echo "give the folder of published files: make core DATA=../data"; exit 2; }
	$(GO) run ./internal/coregen/cmd --from "$(DATA)" --out data/core
	$(GO) run ./internal/coregen/cmd --from "$(DATA)" --records claim/records

brief:
	$(GO) run ./cmd/shatterbelt brief $(STATE) --out $(OUT)
