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

# The copyright file of the system's package that a library comes from.
licence_of() {
    local package
    printf '\n---- %s ----\n\n' "$(basename "$1")"
    package=$(dpkg-query -S "$(realpath "$1")" 2>/dev/null | head -n 1 | cut -d: -f1) || return 0
    [ -n "$package" ] && cat "/usr/share/doc/$package/copyright"
}

# What the program links beside the C library lies beside it, where it looks first (CMakeLists.txt).
bring_libraries() {
    local path name
    [ "$(uname -s)" = Linux ] || return 0
    mkdir -p server/lib
    ldd "$program" | awk '$2 == "=>" && $3 ~ /^\// {print $1, $3}' | while read -r name path; do
        case $name in libc.so.* | libm.so.* | libpthread.so.* | libdl.so.* | librt.so.*) continue ;; esac
        install -m 644 "$(realpath "$path")" "server/lib/$name"
        licence_of "$path" >>server/lib/LICENSES.txt
    done
    if ldd server/nianbao | grep -E '=> /(usr/)?lib' | grep -vE 'lib(c|m|pthread|dl|rt)\.so'; then
        echo "pack.sh: these would not be there on another system" >&2
        exit 1
    fi
}

if ! cmp -s package-lock.json node_modules/.lock-installed; then
    # No install script: what vsce would build is for signing and key rings only.
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
    cp package-lock.json node_modules/.lock-installed
fi
npm run --silent typecheck
npm run --silent bundle
rm -rf server
mkdir -p server
install -m 755 "$program" server/nianbao
bring_libraries
cp "$root/LICENSE" LICENSE
mkdir -p schema
cp "$root/editors/schema/nianbao.schema.json" schema/
cp "$root/examples/report-2023-wrong.md" walkthrough/report.md
npm run --silent package -- --target "$target" --out "$root/build/nianbao-$target.vsix"
