#!/usr/bin/env bash
# schema.sh PROGRAM FILE: FILE is what the program says the schema is.
set -euo pipefail
if ! "$1" rules --format schema | diff -u "$2" -; then
    echo "out of step; write it anew: $1 rules --format schema > $2"
    exit 1
fi
