#!/usr/bin/env bash
# run.sh PROGRAM: eglot in a batch Emacs, with PROGRAM as the server; then the same with a server that
# publishes nothing, where the suite must fail.
set -euo pipefail
program=$(realpath "$1")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
folder="$work/年报 文件夹"
mkdir -p "$folder" "$work/home"
report="$folder/虚构县 数据事务局 2023年度报告.txt"

in_emacs() {
    cp "$root/examples/report-2023.md" "$report"
    HOME=$work/home LC_ALL=C.UTF-8 NB_ROOT=$root NB_SERVER=$1 NB_WAIT=$2 NB_REPORT=$report \
        NB_REAL_PROGRAM=$program timeout -k 5 120 emacs --batch -q \
        -l "$root/tests/editors/emacs/suite.el" </dev/null
}

emacs --version | head -n 1
in_emacs "$program" 10 2>&1

if in_emacs "$root/tests/editors/silent_server.py" 1 >"$work/silent.log" 2>&1; then
    cat "$work/silent.log"
    echo "not ok: the suite passes with a server that publishes nothing"
    exit 1
fi
echo "ok: the suite fails with a server that publishes nothing"
