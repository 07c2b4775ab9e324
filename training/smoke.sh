#!/usr/bin/env bash
# The whole pipeline on a tiny random base and a few texts of each kind, in less than a minute; leaves the real model alone.
set -euo pipefail
cd "$(dirname "$0")"
here="$(mktemp -d)"
trap 'rm -rf "$here"' EXIT
export PROMPTSIEVE_BUILD="$here/build" PROMPTSIEVE_MODEL="$here/model"
# So little work is done as soon by one thread, and other tests run beside it.
export PROMPTSIEVE_THREADS=1
PYTHON="${PYTHON:-.venv/bin/python}"
some=6

"$PYTHON" smoke.py
"$PYTHON" train.py teacher --some $some
"$PYTHON" label.py --some $some
"$PYTHON" negations.py --some $some
"$PYTHON" train.py student --some $some
"$PYTHON" train.py finish --some $some
"$PYTHON" export.py
if grep -l NaN "$PROMPTSIEVE_BUILD"/*/log.json; then
	echo "A loss or a score is no number."
	exit 1
fi
PYTHONPATH="$PWD" "$PYTHON" -m unittest discover evaluate
ls -l "$here/model"
