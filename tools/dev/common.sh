# Small things that the parts of ./dev share. Sourced, never run.

say() { printf '==> %s\n' "$*" >&2; }

die() {
    printf 'dev: %s\n' "$*" >&2
    exit 2
}

have() { command -v "$1" >/dev/null 2>&1; }

# Unset where there is no ccache, so that a cached build directory is not asked to change.
if have ccache; then
    export CMAKE_C_COMPILER_LAUNCHER=${CMAKE_C_COMPILER_LAUNCHER-ccache}
fi

# configure PRESET: quick when nothing has changed, so every build may call it.
configure() { cmake --preset "$1"; }

# Every C file under version control, or new and not ignored, ended by NUL.
c_sources() {
    git ls-files -z --cached --others --exclude-standard -- '*.c' '*.h' |
        while IFS= read -r -d '' file; do
            [ -f "$file" ] && printf '%s\0' "$file"
        done
}

# The formatter whose output is the norm: releases after 14 break some lines elsewhere.
clang_format() {
    if have clang-format-14; then
        echo clang-format-14
    elif have clang-format && [[ $(clang-format --version) == *'version 14.'* ]]; then
        echo clang-format
    else
        return 1
    fi
}

# The first Node.js of at least the major version $1, or nothing.
node_of() {
    local candidate major
    for candidate in "$(command -v node || true)" "$root/build/tools/node/bin/node"; do
        [ -x "$candidate" ] || continue
        major=$("$candidate" -p 'process.versions.node.split(".")[0]' 2>/dev/null) || continue
        if [ "$major" -ge "$1" ]; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}
