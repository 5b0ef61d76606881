#!/bin/sh
# conform.sh PROGRAM CHECKER DOCUMENT…: checks every message of a session over each document
# against the official meta model, in UTF-16 and UTF-8, pushed and pulled diagnostics.
program=$1
checker=$2
shift 2
if [ ! -f "$checker" ] || [ $# -eq 0 ] || ! command -v python3 >/dev/null; then
    echo "skipped: the checker, its documents or python3 are not here"
    exit 77
fi
status=0
for document in "$@"; do
    for options in "" "--utf8" "--pull" "--utf8 --pull"; do
        # shellcheck disable=SC2086
        if ! out=$(python3 "$checker" --doc "$document" $options -- "$program" lsp); then
            status=1
            echo "== $document $options"
            echo "$out"
        fi
    done
done
exit $status
