#!/usr/bin/env bash
# run.sh PROGRAM: the plugin in a headless Neovim, with PROGRAM as the server; then the same with a
# server that publishes nothing, where the suite must fail.
set -euo pipefail
program=$(realpath "$1")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../../..")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A folder as users name them: Chinese, with a blank.
folder="$work/年报 文件夹"
mkdir -p "$folder" "$work/home"
report="$folder/虚构县 数据事务局 2023年度报告.md"

in_neovim() {
    cp "$root/examples/report-2023.md" "$report"
    printf '{"rules": {"P102": "warning", "P105": "warning"}}\n' >"$folder/nianbao.json"
    printf '# 采购清单\n\n这里没有年报。\n' >"$folder/清单.md"
    HOME=$work/home XDG_CONFIG_HOME=$work/home XDG_DATA_HOME=$work/home XDG_STATE_HOME=$work/home \
        XDG_CACHE_HOME=$work/home NB_ROOT=$root NB_SERVER=$1 NB_REPORT=$report NB_REAL_PROGRAM=$program \
        NB_WAIT=$2 timeout -k 5 120 nvim --headless -u NONE -i NONE \
        --cmd "set runtimepath^=$root/editors/neovim" --cmd 'let g:nianbao = {"cmd": [$NB_SERVER, "lsp"]}' \
        --cmd 'filetype plugin on' --cmd "runtime! plugin/nianbao.lua" \
        -c "luafile $root/tests/editors/neovim/suite.lua" </dev/null
}

nvim --version | head -n 1
in_neovim "$program" 5000

# With the functions of 0.11 there, the plugin leaves the start to them.
if ! enabled=$(nvim --headless -u NONE -i NONE --cmd "set runtimepath^=$root/editors/neovim" \
    --cmd 'lua vim.lsp.config = {}; vim.lsp.enable = function(name) io.stdout:write("enabled " .. name) end' \
    --cmd 'runtime! plugin/nianbao.lua' -c 'qall!' 2>&1 </dev/null) || [ "$enabled" != 'enabled nianbao' ]; then
    echo "not ok: vim.lsp.enable is not called: $enabled"
    exit 1
fi
echo "ok: vim.lsp.enable is called where there is one"

if in_neovim "$root/tests/editors/silent_server.py" 300 >"$work/silent.log" 2>&1; then
    cat "$work/silent.log"
    echo "not ok: the suite passes with a server that publishes nothing"
    exit 1
fi
echo "ok: the suite fails with a server that publishes nothing"
