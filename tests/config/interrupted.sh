#!/usr/bin/env bash
# interrupted.sh PROGRAM: a run of `fix` over many files that a signal ends leaves each file as it
# was or as it should be, and nothing beside them. (A shell's background jobs ignore SIGINT; the
# program treats it as it does the two that are sent here.)
set -uo pipefail
program=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cd "$root" || exit 1
files=200
failures=0

printf '%s\n' '某某市示例局2023年政府信息公开工作年度报告' '' '一、总体情况' \
    '2023年，我局公开信息12条，，受理申请3件。' >old.txt
cp old.txt new.txt
"$program" fix new.txt >/dev/null 2>&1
cmp -s old.txt new.txt && { echo "nothing was fixed"; exit 1; }

mkdir untouched
for ((i = 0; i < files; i++)); do cp old.txt "untouched/$i.txt"; done

# interrupt SIGNAL MILLISECONDS
interrupt() {
    local file changed=0
    rm -rf reports && cp -r untouched reports
    "$program" fix reports >/dev/null 2>&1 &
    local pid=$!
    sleep "$(printf '0.%03d' "$2")"
    kill -s "$1" "$pid" 2>/dev/null
    wait "$pid" 2>/dev/null
    for file in reports/*; do
        if cmp -s "$file" new.txt; then
            changed=$((changed + 1))
        elif ! cmp -s "$file" old.txt; then
            echo "$1 after $2 ms: $file is neither the old text nor the new one"
            failures=$((failures + 1))
        fi
    done
    [ "$(find reports -type f | wc -l)" = $files ] || {
        echo "$1 after $2 ms: files were left behind or lost: $(ls reports | grep -v '^[0-9]*\.txt$')"
        failures=$((failures + 1))
    }
    [ "$changed" -lt $files ] && [ "$changed" -gt 0 ] && midway=$((midway + 1))
}

# As long as it takes on this machine to begin, and to be in the middle of it.
midway=0
for ms in 3 6 10 15 25 40 60 90 150 250 400 700; do
    interrupt TERM $ms
    interrupt HUP $ms
    [ $midway -lt 6 ] || break
done
echo "$midway runs ended midway, $failures failures"
[ $midway -gt 0 ] || { echo "no run was interrupted: the test shows nothing"; exit 1; }
[ $failures -eq 0 ]
