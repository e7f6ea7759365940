#!/bin/sh
# What vanthu does, in a minute: the sample scans of testdata/ become an
# archive in a fresh folder. Run by `make demo`, from the top of the repository.
set -eu

data=$(mktemp -d "${TMPDIR:-/tmp}/vanthu-demo-XXXXXX")
export VANTHU_DATA="$data/archive"
vanthu=bin/vanthu

step() { printf '\n\033[1m%s\033[0m\n' "$1"; }
show() { printf '$ %s\n' "$*" | sed 's|bin/vanthu|vanthu|'; "$@"; }

step "1. A folder of scans becomes an archive (every file accounted for)"
show $vanthu add testdata/samples/scans testdata/samples/bad || [ $? = 3 ]

step "2. The fields of one document"
show $vanthu show 156/KH-UBND

step "3. A damaged text before and after"
damaged=testdata/samples/scans/thong-bao-94.txt
show sed -n 10,13p $damaged
show $vanthu restore $damaged | sed -n '1p;11,14p'

step "4. Search without marks finds the marked text, and says why"
show $vanthu search --limit 3 'phong chong duoi nuoc tre em'

step "5. What is due"
show $vanthu deadlines --from 2025-01-01

step "Go on"
cat <<END
export VANTHU_DATA=$VANTHU_DATA
$vanthu search --help
$vanthu show 156/KH-UBND --open     # the page itself
$vanthu show 156/KH-UBND --diff     # what was restored, line by line
$vanthu add FOLDER                  # your own scans
END
