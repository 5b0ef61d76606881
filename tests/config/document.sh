#!/usr/bin/env bash
# document.sh PROGRAM FILE: the example that the manual shows is understood to the last word.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
sed -n '/^```json$/,/^```$/p' "$2" | sed '1d;/^```$/d' >"$folder/nianbao.json"
echo '今天天气很好。' >"$folder/a.txt"
[ -s "$folder/nianbao.json" ]
"$1" check "$folder/a.txt" 2>"$folder/said" >/dev/null
if [ -s "$folder/said" ]; then
    cat "$folder/said"
    exit 1
fi
