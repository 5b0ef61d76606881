#!/usr/bin/env bash
# template.sh PROGRAM: what `nianbao template` writes for every year, in every dialect it offers, is
# free of findings but the placeholders (F101).
set -uo pipefail
program=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cd "$root" || exit 1
failures=0
for dialect in markdown:md html:html text:txt; do
    for ((year = 2008; year <= $(date +%Y); year++)); do
        "$program" template --year "$year" --body 某某市示例局 --dialect "${dialect%:*}" \
            >"$year.${dialect#*:}" || failures=$((failures + 1))
    done
done
"$program" check --format jsonl --fail-on never . >found 2>err
[ "$(wc -l <found)" -ge 57 ] || failures=$((failures + 1))
if grep -v '"diagnostics":\[{"code":"F101"' found || grep -oE '"code":"[A-Z][0-9]+"' found | grep -v F101; then
    failures=$((failures + 1))
fi
cat err
exit $((failures > 0))
