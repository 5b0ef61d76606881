# The suites of ./dev test, one function each: 0 passed, 77 skipped, anything else failed.
# A suite prints its runner's own summary. Sourced by ./dev.

suites=(format style packages gcc clang asan fuzz neovim emacs vscode)

skip() {
    printf 'skipped: %s\n' "$*"
    return 77
}

jobs=$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

suite_format() {
    local formatter
    formatter=$(clang_format) || { skip "clang-format 14 is not here"; return; }
    c_sources | xargs -0 "$formatter" --dry-run -Werror
}

suite_style() {
    python3 tests/style/check.py
}

# Builds a preset and runs its tests, the protocol sessions among them.
build_and_test() {
    have npm && { suite_packages >/dev/null || return; }
    configure "$1" >"build/$1.log" 2>&1 || { cat "build/$1.log"; return 1; }
    cmake --build "build/$1" >"build/$1.log" 2>&1 || { cat "build/$1.log"; return 1; }
    ctest --test-dir "build/$1" --output-on-failure --no-tests=error -j "$jobs"
}

suite_gcc() { build_and_test gcc; }

suite_asan() {
    ASAN_OPTIONS=detect_stack_use_after_return=1 UBSAN_OPTIONS=print_stacktrace=1 build_and_test asan
}

suite_clang() {
    have clang || { skip "clang is not here"; return; }
    configure clang >build/clang.log 2>&1 && cmake --build build/clang >build/clang.log 2>&1 ||
        { cat build/clang.log; return 1; }
    echo "clang: no warnings"
}

# A minute of libFuzzer over all targets, from the checked-in corpus.
suite_fuzz() {
    have clang || { skip "clang is not here"; return; }
    local targets=(tests/fuzz/fuzz_*.c)
    targets=("${targets[@]##*/}")
    configure fuzz >build/fuzz.log 2>&1 &&
        cmake --build build/fuzz --target "${targets[@]%.c}" >build/fuzz.log 2>&1 ||
        { cat build/fuzz.log; return 1; }
    tests/fuzz/run.sh build/fuzz/tests 60
}

# npm_ci FOLDER: the packages of a lock file, fetched again only when it has changed.
npm_ci() {
    local stamp=$1/node_modules/.lock-installed
    cmp -s "$1/package-lock.json" "$stamp" && return 0
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error || return
    cp "$1/package-lock.json" "$stamp"
}

# Each folder of tests with a lock file; their tests run under ctest.
suite_packages() {
    local lock
    have npm || { skip "npm is not here"; return; }
    for lock in $(git ls-files 'tests/*package-lock.json'); do
        case $lock in tests/editors/*) continue ;; esac
        npm_ci "$(dirname "$lock")" || return
        echo "packages of $(dirname "$lock") are in place"
    done
}

suite_neovim() {
    have nvim || { skip "nvim is not here"; return; }
    build_program && tests/editors/neovim/run.sh build/release/nianbao
}

suite_emacs() {
    have emacs || { skip "emacs is not here"; return; }
    build_program && tests/editors/emacs/run.sh build/release/nianbao
}

suite_vscode() {
    local node browser
    browser=$(find_chromium) || { skip "no Chromium that starts without a desktop (a snap does not)"; return; }
    node=$(node_20) || { skip "Node.js 20 or later is needed"; return; }
    build_program && PATH=$(dirname "$node"):$PATH CHROMIUM=$browser \
        tests/editors/vscode/run.sh build/release/nianbao
}

# Node.js of Debian 12 and Ubuntu 24.04 is 18; a newer one comes as an npm package.
node_20() {
    local arch
    node_of 20 && return
    have npm || return 1
    case $(uname -sm) in
        'Linux x86_64') arch=linux-x64 ;;
        'Linux aarch64') arch=linux-arm64 ;;
        *) return 1 ;;
    esac
    say "Node.js 20 for the editor tests, in build/tools/node"
    npm install --prefix build/tools --no-save --no-audit --no-fund --loglevel=error \
        "node-$arch@20" >&2 || return 1
    ln -sfn "node_modules/node-$arch" build/tools/node
    node_of 20
}

# run_suites [NAME…]: all, or those named. Under CI nothing may be skipped.
run_suites() {
    local name status started passed=() failed=() skipped=()
    [ $# -eq 0 ] || suites=("$@")
    mkdir -p build
    for name in "${suites[@]}"; do
        declare -F "suite_$name" >/dev/null || die "no suite $name"
        say "$name"
        started=$SECONDS status=0
        "suite_$name" 2>&1 || status=$?
        say "$name: exit $status, $((SECONDS - started)) s"
        if [ "$status" = 0 ]; then
            passed+=("$name")
        elif [ "$status" = 77 ] && [ "${CI:-}" != true ]; then
            skipped+=("$name")
        else
            failed+=("$name")
        fi
    done
    echo
    [ ${#skipped[@]} -eq 0 ] || echo "skipped: ${skipped[*]}"
    [ ${#failed[@]} -eq 0 ] || echo "failed: ${failed[*]}"
    if [ ${#skipped[@]} -eq 0 ]; then
        echo "${#passed[@]} passed, ${#failed[@]} failed"
    else
        echo "${#passed[@]} passed, ${#failed[@]} failed, ${#skipped[@]} skipped"
    fi
    [ ${#failed[@]} -eq 0 ]
}
