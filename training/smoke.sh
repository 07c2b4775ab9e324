#!/usr/bin/env bash
# The whole pipeline on a tiny random base and fifty passages, in about two minutes; leaves the real model alone.
set -euo pipefail
cd "$(dirname "$0")"
here="$(mktemp -d)"
trap 'rm -rf "$here"' EXIT
export PROMPTSIEVE_BUILD="$here/build" PROMPTSIEVE_MODEL="$here/model"
PYTHON="${PYTHON:-.venv/bin/python}"

"$PYTHON" smoke.py
"$PYTHON" train.py --epochs 1 --passages 50 --tokens 2048
"$PYTHON" export.py
"$PYTHON" evaluate.py 50
"$PYTHON" card.py
ls -l "$here/model"
