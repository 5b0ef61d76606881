#!/usr/bin/env bash
# commands.sh PROGRAM: the configuration and baselines, in a folder of this test.
set -uo pipefail
program=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
cd "$root" || exit 1
unset LC_ALL LC_MESSAGES
export LANG=en_US.UTF-8
failures=0

# run STATUS ARGUMENT…: standard output to out, standard error to err.
run() {
    local expected=$1 status=0
    shift
    "$program" "$@" >out 2>err || status=$?
    if [ "$status" != "$expected" ]; then
        echo "nianbao $*: exit status $status, not $expected"
        cat out err
        failures=$((failures + 1))
    fi
}

# has FILE TEXT, lacks FILE TEXT
has() {
    grep -qF -- "$2" "$1" && return
    echo "$1 lacks: $2"
    cat "$1"
    failures=$((failures + 1))
}
lacks() {
    grep -qF -- "$2" "$1" || return 0
    echo "$1 has: $2"
    cat "$1"
    failures=$((failures + 1))
}

mkdir -p a/b drafts
report() {
    printf '%s\n' '某某市示例局2023年政府信息公开工作年度报告' '' '一、总体情况' "$@" \
        '二、主动公开政府信息情况' '无。' '三、收到和处理政府信息公开申请情况' '无。' \
        '四、政府信息公开行政复议、行政诉讼情况' '无。' '五、存在的主要问题及改进情况' '无。' \
        '六、其他需要报告的事项' '无。'
}
report 'XX市公开信息12条，，受理申请3件。' >a/b/r.txt
cp a/b/r.txt drafts/r.txt

# ---- without a configuration ----
run 1 check --fail-on warning a/b/r.txt
has out '[F101]'
has out '[F103]'

# ---- the nearest one above holds, wherever the program is started ----
echo '{"rules": {"residue": "error", "F103": "off"}, "ignore": ["drafts"]}' >nianbao.json
run 1 check a/b/r.txt
has out 'error[F101]'
lacks out '[F103]'
(cd a && "$program" check b/r.txt >../out 2>../err)
has out 'error[F101]'
run 0 check --no-config a/b/r.txt
has out '[F103]'
echo '{"rules": {"F101": "off"}}' >a/nianbao.json
run 0 check a/b/r.txt
lacks out '[F101]'
has out '[F103]'
run 1 check --config nianbao.json a/b/r.txt
has out 'error[F101]'

# ---- files left out, unless they are named ----
run 0 check --format jsonl .
has out '"path":"./a/b/r.txt"'
lacks out drafts
run 1 check drafts/r.txt
has out '[F101]'

# ---- standard input goes by its name, else by the working folder ----
"$program" check --stdin-filename a/b/x.txt - <a/b/r.txt >out 2>err
lacks out '[F101]'
"$program" check - <a/b/r.txt >out 2>err
has out 'error[F101]'

# ---- the command line has the last word ----
echo '{"year": 2019, "form": "2019"}' >a/nianbao.json
run 0 check --format jsonl --fail-on never a/b/r.txt
has out '"year":2019,"format":"2019"'
run 0 check --format jsonl --fail-on never --year 2022 a/b/r.txt
has out '"year":2022,"format":"2019"'
run 0 model --format json a/b/r.txt
has out '2019'

# ---- language ----
echo '{"language": "zh"}' >a/nianbao.json
run 0 check a/b/r.txt
has out '警告[F101]'
run 0 check --lang en a/b/r.txt
has out 'warning[F101]'

# ---- what is not understood is told with its place, and the rest holds ----
printf '{\n  "rules": {"F1O1": "off", "F103": "off"},\n  "lenghtLimit": 5\n}\n' >a/nianbao.json
run 0 check a/b/r.txt
has err 'a/nianbao.json:2:13: warning: there is no rule "F1O1"; did you mean F101?'
has err 'a/nianbao.json:3:3: warning: there is no key "lenghtLimit"; did you mean "lengthLimit"?'
lacks out '[F103]'
printf '{\n  "rules": {"F101": "off",}\n}\n' >a/nianbao.json
run 2 check a/b/r.txt
has err 'a/nianbao.json:2:'
has err 'error: this is not JSON'
run 2 check --config none.json a/b/r.txt
has err 'none.json:1:1: error: '
rm a/nianbao.json

# ---- fix goes by it as well ----
echo '{"rules": {"F103": "off"}}' >a/nianbao.json
run 0 fix --diff a/b/r.txt
lacks out '-XX市'
run 0 fix --no-config --diff a/b/r.txt
has out '-XX市'
rm a/nianbao.json nianbao.json

# ---- one finding by its fingerprint ----
run 0 check --format json a/b/r.txt
print=$(grep -o '"fingerprint":"[0-9a-f]\{16\}"' out | head -1 | cut -d'"' -f4)
code=$(grep -o '"code":"[A-Z0-9]*"' out | head -1 | cut -d'"' -f4)
echo "{\"suppress\": [{\"fingerprint\": \"$print\", \"code\": \"$code\", \"reason\": \"核对过\"}]}" >nianbao.json
run 0 check --format json a/b/r.txt
lacks out "$print"
echo "{\"suppress\": [{\"fingerprint\": \"$print\", \"path\": \"drafts/*\", \"reason\": \"核对过\"}]}" >nianbao.json
run 0 check --format json a/b/r.txt
has out "$print"
run 0 check --format json drafts/r.txt
lacks out "$print"
rm nianbao.json

# ---- baselines ----
run 0 check --write-baseline a/base.json --fail-on warning a drafts
[ ! -s out ] || has out 'nothing on standard output'
has a/base.json '"path":"b/r.txt"'
run 0 check --baseline a/base.json --fail-on hint a drafts
has out '2'
lacks out '[F'
report '新增的一段，公开信息34条。' '' 'XX市公开信息12条，，受理申请3件。' '落实“一网通办。' >a/b/r.txt
run 1 check --baseline a/base.json --fail-on hint a
lacks out '[F101]'
lacks out '[F103]'
has out '[F102]'
cp a/base.json a/b/base.json
run 1 check --baseline a/b/base.json --fail-on warning a
has out '[F101]'
run 2 check --baseline a/b/r.txt a
has err 'no baseline'
run 2 check --baseline none.json a
run 2 check --write-baseline no/such/folder.json a
run 2 check --baseline a/base.json --write-baseline a/base.json a
run 2 check --write-baseline empty.json drafts/none
[ ! -e empty.json.new ] || has out 'no rest of a baseline'

[ "$failures" = 0 ] && echo "configuration: all as expected"
[ "$failures" = 0 ]
