#!/usr/bin/env bash
# run.sh PROGRAM: packs the extension with PROGRAM inside, installs it in a real workbench and does
# what a user does there; then once more with a server that publishes nothing, where that must fail.
# Wants CHROMIUM and Node.js 20 in PATH. Screenshots: build/editors/screenshots.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
root=$(realpath ../../..)
cache=$root/build/editors
shots=$cache/screenshots
mkdir -p "$cache" "$shots"

./setup.sh "$cache/code-server"
if ! cmp -s package-lock.json node_modules/.lock-installed; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.lock-installed
fi
"$root/editors/vscode/pack.sh" "$program" >"$cache/pack.log" 2>&1 || { cat "$cache/pack.log"; exit 1; }
vsix=$(ls "$root"/build/nianbao-*.vsix)
echo "packed $(basename "$vsix"), $(stat -c %s "$vsix") bytes"

export NB_ROOT=$root NB_VSIX=$vsix NB_SHOTS=$shots NB_REAL_PROGRAM=$program
export NB_CODE_SERVER=$cache/code-server/node_modules/code-server/out/node/entry.js

timeout -k 5 400 node --test --test-reporter=spec suite.test.mjs

if NB_SERVER_OVERRIDE=$root/tests/editors/silent_server.py NB_WAIT=8000 NB_SHOTS='' \
    timeout -k 5 300 node --test --test-reporter=spec --test-name-pattern='squiggles' \
    suite.test.mjs >"$cache/silent.log" 2>&1; then
    cat "$cache/silent.log"
    echo "not ok: the suite passes with a server that publishes nothing"
    exit 1
fi
if ! grep -q 'no findings in Problems' "$cache/silent.log"; then
    cat "$cache/silent.log"
    echo "not ok: with a server that publishes nothing the suite fails for another reason"
    exit 1
fi
echo "ok: the suite fails with a server that publishes nothing"
