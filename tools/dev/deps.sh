# What the project needs from the system, how to see that it is there, and its name in five
# package managers. Sourced by ./dev.

# group  probe  apt  dnf  pacman  brew  apk        (a comma parts alternatives of a probe and
# packages of one name; - where there is none)
dep_table() {
    cat <<'END'
build   cc:links              gcc,libc6-dev     gcc                          gcc               gcc            build-base
build   cmd:cmake             cmake             cmake                        cmake             cmake          cmake
build   cmd:ninja             ninja-build       ninja-build                  ninja             ninja          ninja-build
build   cmd:pkg-config        pkg-config        pkgconf-pkg-config           pkgconf           pkgconf        pkgconf
build   pc:libuv              libuv1-dev        libuv-devel                  libuv             libuv          libuv-dev
build   pc:libcjson           libcjson-dev      cjson-devel                  cjson             cjson          cjson-dev
build   pc:libutf8proc        libutf8proc-dev   utf8proc-devel               libutf8proc       utf8proc       utf8proc-dev
build   pc:gumbo              libgumbo-dev      gumbo-parser-devel           gumbo-parser      gumbo-parser   gumbo-parser-dev
build   pc:cmocka             libcmocka-dev     libcmocka-devel              cmocka            cmocka         cmocka-dev
format  fmt:14                clang-format-14   clang-tools-extra            clang             clang-format   clang-extra-tools
vscode  cmd:node              nodejs            nodejs                       nodejs            node           nodejs
vscode  cmd:npm               npm               nodejs-npm                   npm               node           npm
test    cmd:gcc               gcc               gcc                          gcc               gcc            gcc
test    cmd:clang             clang             clang                        clang             llvm           clang
test    rt:clang              libclang-rt-dev   compiler-rt                  compiler-rt       llvm           compiler-rt
test    cmd:g++               g++               gcc-c++                      gcc               gcc            g++
test    cmd:make              make              make                         make              make           make
test    cmd:python3           python3           python3                      python            python         python3
test    cmd:nvim              neovim            neovim                       neovim            neovim         neovim
test    cmd:emacs             emacs-nox         emacs-nox                    emacs-nox         emacs          emacs-nox
test    eglot:                elpa-eglot        -                            -                 -              -
test    cmd:rg                ripgrep           ripgrep                      ripgrep           ripgrep        ripgrep
test    chrome:               chromium          chromium                     chromium          -              chromium
test    font:zh               fonts-noto-cjk    google-noto-sans-cjk-fonts   noto-fonts-cjk    font-noto-sans-cjk-sc  font-noto-cjk
END
}

# Rows of a group and of those that it stands on.
dep_rows() {
    case $1 in
        build) dep_table | grep '^build ' ;;
        format) dep_table | grep '^format ' ;;
        vscode) dep_table | grep -E '^(build|vscode) ' ;;
        test) dep_table ;;
        *) die "deps: no group $1 (build, format, vscode, test)" ;;
    esac
}

# A browser that starts without a desktop session; Ubuntu's chromium commands only fetch a snap.
find_chromium() {
    local c
    for c in "${CHROMIUM:-}" chromium google-chrome-stable google-chrome chromium-browser; do
        [ -n "$c" ] && have "$c" || continue
        [ -L "$(command -v "$c")" ] && [[ $(readlink -f "$(command -v "$c")") == */snap ]] && continue
        grep -qsI 'snap' "$(command -v "$c")" && grep -qsI 'snap install\|/snap/bin' "$(command -v "$c")" && continue
        command -v "$c"
        return 0
    done
    return 1
}

dep_present() {
    case $1 in
        cmd:*) have "${1#cmd:}" ;;
        # Ubuntu's gcc comes without the C library's headers and start files.
        cc:*) have cc && echo 'int main(void) { return 0; }' | cc -x c -o /dev/null - 2>/dev/null ;;
        pc:*) have pkg-config && pkg-config --exists "${1#pc:}" ;;
        fmt:*) clang_format >/dev/null ;;
        rt:*) have clang && [ -n "$(find "$(clang -print-resource-dir)" -name '*clang_rt.fuzzer*' 2>/dev/null | head -n 1)" ] ;;
        eglot:*) have emacs && emacs --batch -L /dev/null --eval '(progn (package-initialize) (kill-emacs (if (locate-library "eglot") 0 1)))' 2>/dev/null ;;
        chrome:*) find_chromium >/dev/null ;;
        font:*) have fc-list && [ -n "$(fc-list :lang=zh file | head -n 1)" ] ;;
    esac
}

# The missing rows of a group.
dep_missing() {
    local row probe
    dep_rows "$1" | while IFS= read -r row; do
        probe=$(awk '{print $2}' <<<"$row")
        dep_present "$probe" || printf '%s\n' "$row"
    done
}

# The column of the package manager that is here.
dep_column() {
    local manager column=3
    for manager in apt-get dnf pacman brew apk; do
        have "$manager" && echo "$column" && return
        column=$((column + 1))
    done
    echo 0
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif have sudo; then
        sudo "$@"
    else
        die "not root and no sudo; as root: $*"
    fi
}

apt_install() {
    local log=build/deps.log known=() package
    mkdir -p build
    say "apt-get update"
    as_root apt-get update -qq >"$log" 2>&1 || { cat "$log" >&2; say "apt-get update failed; trying with the lists that are here"; }
    for package in "$@"; do
        # A name that this release does not have is left out and shows up as missing below.
        if apt-cache policy "$package" 2>/dev/null | grep 'Candidate: [^(]' >/dev/null; then
            known+=("$package")
        fi
    done
    [ ${#known[@]} -gt 0 ] || return 0
    say "apt-get install ${known[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        "${known[@]}" >"$log" 2>&1 || { cat "$log" >&2; die "apt-get could not install: ${known[*]}"; }
}

# deps GROUP: installs what is missing, or names it. What only tests need may stay missing; the
# suite that wants it says so.
deps() {
    local missing column packages
    missing=$(dep_missing "$1")
    if [ -n "$missing" ]; then
        column=$(dep_column)
        if [ "$column" = 3 ]; then
            packages=$(awk '$3 != "-" {print $3}' <<<"$missing" | tr ',\n' '  ')
            # shellcheck disable=SC2086
            [ -z "${packages// /}" ] || apt_install $packages
            missing=$(dep_missing "$1")
        fi
        [ -z "$missing" ] || dep_report "$column" <<<"$missing"
    fi
    dep_cmake_version
}

dep_report() {
    local column=$1 managers=(apt-get dnf pacman brew apk) rows
    rows=$(cat)
    {
        echo "Missing on this system:"
        if [ "$column" = 0 ]; then
            awk '{printf "  %-18s apt %s, dnf %s, pacman %s, brew %s, apk %s\n", $2, $3, $4, $5, $6, $7}' <<<"$rows"
        else
            awk -v c="$column" -v m="${managers[$((column - 3))]}" \
                '{printf "  %-18s %s: %s\n", $2, m, $c == "-" ? "no such package" : $c}' <<<"$rows"
        fi
    } >&2
    if grep -q '^build ' <<<"$rows"; then
        die "install these, then try again"
    fi
}

dep_cmake_version() {
    local version
    have cmake || return 0
    version=$(cmake --version | awk 'NR == 1 {print $3}')
    if [ "$(printf '3.25\n%s\n' "$version" | sort -V | head -n 1)" != 3.25 ]; then
        die "CMake 3.25 or later is needed, this is $version"
    fi
}
