#!/bin/sh
# conform.sh PROGRAM CHECKER DOCUMENT…: checks every message of a session over each document
# against the official meta model, in UTF-16 and UTF-8, with pushed and pulled diagnostics.
program=$1
checker=$2
shift 2
if [ ! -f "$checker" ] || [ $# -eq 0 ] || ! command -v python3 >/dev/null; then
    echo "skipped: the checker, its documents or python3 are not here"
    exit 77
fi

# Nearly all of a session is waiting for silence, so many run at a time.
for document in "$@"; do
    for options in "" "--utf8" "--pull" "--utf8 --pull"; do
        printf '%s\0' "$document" "$options"
    done
done | xargs -0 -n 2 -P 16 sh -c '
    # shellcheck disable=SC2086
    out=$(python3 "$1" --doc "$2" $3 -- "$0" lsp) && exit 0
    printf "== %s %s\n%s\n" "$2" "$3" "$out"
    exit 1' "$program" "$checker"
