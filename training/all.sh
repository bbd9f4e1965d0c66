#!/usr/bin/env bash
# Make the reader again, step by step. What is slow and lies in the build folder is not done twice: empty the folder when labels or
# texts have changed.
# BIN: where python is. FACTA_BUILD: the build folder (default build/training). About three hours on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${BIN:-.venv/bin}/python"
build="${FACTA_BUILD:-build/training}"
export FACTA_BUILD="$build"
mkdir -p "$build"

"$python" -m training.encoders
[ -e "$build/tagger.pickle" ] || "$python" -m training.tagger
[ -e "$build/texts.pickle" ] || "$python" -m training.prepare
[ -e "$build/reader.done" ] || { "$python" -m training.train reader && touch "$build/reader.done"; }
"$python" -m training.tune reader
"$python" -m training.export reader
