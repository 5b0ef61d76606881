#!/usr/bin/env bash
# run.sh FOLDER [SECONDS]: every libFuzzer program of FOLDER for its share of SECONDS (60), from the
# checked-in corpus; what it finds stays in FOLDER/fuzz. Fails where a program does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=$1
total=${2:-60}
targets=(tests/fuzz/fuzz_*.c)
share=$((total / ${#targets[@]}))
for source in "${targets[@]}"; do
    name=$(basename "$source" .c)
    found=$folder/fuzz/$name
    mkdir -p "$found/corpus"
    seeds=("tests/fuzz/corpus/$name")
    case $name in fuzz_report | fuzz_check) seeds+=(tests/reports/*/) ;; esac
    "$folder/$name" -max_total_time="$share" -timeout=5 -rss_limit_mb=2048 -max_len=16384 \
        -dict=tests/fuzz/report.dict -artifact_prefix="$found/" -print_final_stats=1 \
        "$found/corpus" "${seeds[@]}" >"$found/log" 2>&1 ||
        { tail -40 "$found/log"; echo "$name failed; the input is in $found"; exit 1; }
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$found/log")
    echo "$name: $runs runs in $share s"
done
