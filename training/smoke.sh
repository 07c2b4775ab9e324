#!/usr/bin/env bash
# The whole pipeline on a tiny random base and fifty texts of each kind, in about two minutes; leaves the real model alone.
set -euo pipefail
cd "$(dirname "$0")"
here="$(mktemp -d)"
trap 'rm -rf "$here"' EXIT
export PROMPTSIEVE_BUILD="$here/build" PROMPTSIEVE_MODEL="$here/model"
PYTHON="${PYTHON:-.venv/bin/python}"

"$PYTHON" smoke.py
"$PYTHON" train.py teacher --some 50
"$PYTHON" label.py --some 50
"$PYTHON" negations.py --some 50
"$PYTHON" train.py student --some 50
"$PYTHON" train.py finish --some 50
"$PYTHON" export.py
PYTHONPATH="$PWD" "$PYTHON" -m unittest discover evaluate
ls -l "$here/model"
