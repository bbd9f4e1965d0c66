#!/usr/bin/env bash
# Make the reader and the encoder of meaning again, step by step. What is slow and lies in the build folder is not done twice: empty
# the folder when labels or texts have changed.
# BIN: where python is. FACTA_BUILD: the build folder (default build/training). About five hours on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
python="${BIN:-.venv/bin}/python"
build="${FACTA_BUILD:-build/training}"
export FACTA_BUILD="$build"
mkdir -p "$build"

"$python" -m training.encoders
[ -e "$build/tagger.pickle" ] || "$python" -m training.tagger
[ -e "$build/texts.pickle" ] || "$python" -m training.prepare
[ -e "$build/whole.done" ] || { "$python" -m training.train whole && touch "$build/whole.done"; }
[ -e "$build/pruned.pt" ] || "$python" -m training.prune whole pruned
[ -e "$build/reader.done" ] || { "$python" -m training.train reader --start pruned && touch "$build/reader.done"; }
"$python" -m training.tune reader
"$python" -m training.export reader
[ -e "$build/meaning.pt" ] || "$python" -m training.meaning
"$python" -m training.answering
