# make demo    install what is missing, build, and show what vanthu does
# make test    install what is missing, lint, and run all tests
# make scores  measure quality on the sets of ../shared and on our own
# make build   bin/vanthu
# make samples the scans in testdata/samples/scans, made anew
# make golden  rewrite golden files and testdata/scores.txt
# make pairs   damaged and whole text side by side, and the channels from them

GO ?= go
export CGO_ENABLED = 1
# One Tesseract, one thread, as vanthu's workers have it: more spin without gain.
export OMP_THREAD_LIMIT = 1

.PHONY: demo test lint build install scores samples golden pairs

demo: install build
	@sh testdata/demo.sh

build:
	$(GO) build -o bin/vanthu ./cmd/vanthu

# Chromium looks at the pages; without it those tests are left out.
test: install lint
	-@.ci/install chromium
	$(GO) test -timeout 25m ./...
	$(GO) test -timeout 25m -race ./cmd/internal/... ./index ./ingest/worker ./ingest/archive

lint:
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo "gofmt -w . mends these" >&2; exit 1; }
	$(GO) vet ./...
	$(GO) tool staticcheck ./...

scores: install
	@$(GO) run ./cmd/vanthu-scores

samples: install
	$(GO) run ./cmd/vanthu-samples -out testdata/samples/scans

golden:
	$(GO) test ./cmd/internal/scores ./extract -update

# The engines and typefaces it prints and reads with are those of the Debian
# packages that `vanthu-train pairs -h` names; what is missing is left out.
pairs: install
	$(GO) run ./cmd/vanthu-train pairs -out build/pairs
	$(GO) run ./cmd/vanthu-train channel -pairs build/pairs

install:
	@.ci/install
