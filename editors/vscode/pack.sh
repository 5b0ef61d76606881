#!/usr/bin/env bash
# pack.sh PROGRAM: build/nianbao-TARGET.vsix with PROGRAM inside, for the system this runs on.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")"
root=../..

case $(uname -sm) in
    'Linux x86_64') target=linux-x64 ;;
    'Linux aarch64') target=linux-arm64 ;;
    'Darwin x86_64') target=darwin-x64 ;;
    'Darwin arm64') target=darwin-arm64 ;;
    *)
        echo "pack.sh: no target of VS Code for $(uname -sm)" >&2
        exit 1
        ;;
esac

if ! cmp -s package-lock.json node_modules/.lock-installed; then
    # No install script: what vsce would build is for signing and key rings only.
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.lock-installed
fi
npm run --silent typecheck
npm run --silent bundle
mkdir -p server
install -m 755 "$program" server/nianbao
cp "$root/LICENSE" LICENSE
mkdir -p schema
cp "$root/editors/schema/nianbao.schema.json" schema/
cp "$root/examples/report-2023-wrong.md" walkthrough/report.md
npm run --silent package -- --target "$target" --out "$root/build/nianbao-$target.vsix"
