#!/usr/bin/env bash
# What action.yml runs: installs stigmalint beside this file, checks the documents, hands on numbers, reports and exit status.
# Everything comes through the environment: STIGMALINT_PATHS (one on each line), STIGMALINT_FAIL_ON, and what GitHub sets.
set -euo pipefail

work="$RUNNER_TEMP/stigmalint"
mkdir -p "$work"
python -m venv "$work/venv"
bin="$work/venv/bin"
[ -d "$bin" ] || bin="$work/venv/Scripts" # on Windows
"$bin/python" -m pip install --quiet --disable-pip-version-check "$GITHUB_ACTION_PATH"

paths=()
while IFS= read -r path || [ -n "$path" ]; do
  path="${path%$'\r'}"
  [ -z "$path" ] || paths+=("$path")
done <<< "$STIGMALINT_PATHS"
options=()
[ -z "$STIGMALINT_FAIL_ON" ] || options+=("--fail-on=$STIGMALINT_FAIL_ON")

status=0
"$bin/stigmalint" check --no-progress --format github ${options[@]+"${options[@]}"} \
  -o "json=$work/report.json" -o "sarif=$work/report.sarif" -o "html=$work/report.html" \
  -- ${paths[@]+"${paths[@]}"} || status=$?

{
  echo "status=$status"
  if [ -f "$work/report.json" ]; then # not after wrong use
    "$bin/python" -c '
import json, sys

report = json.load(open(sys.argv[1], encoding="utf-8"))
print("findings={}\nnot-checked={}".format(len(report["findings"]), len(report["skipped"])))
' "$work/report.json"
    echo "sarif=$work/report.sarif"
    echo "report=$work/report.html"
  fi
} >> "$GITHUB_OUTPUT"
exit "$status"
