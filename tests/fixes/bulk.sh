#!/usr/bin/env bash
# bulk.sh PROGRAM: `nianbao fix` on files as clerks have them: encodings, line ends, links, rights,
# full disks.
set -uo pipefail
program=$(realpath "$1")
root=$(mktemp -d)
trap 'chmod -R u+rwx "$root"; rm -rf "$root"' EXIT
cd "$root" || exit 1
unset LC_ALL LC_MESSAGES
export LANG=en_US.UTF-8
failures=0

fail() {
    echo "$*"
    failures=$((failures + 1))
}
# run STATUS COMMAND…: standard output to out, standard error to err.
run() {
    local expected=$1 status=0
    shift
    "$@" >"$root/out" 2>"$root/err" || status=$?
    [ "$status" = "$expected" ] && return
    fail "$*: exit status $status, not $expected"
    cat "$root/out" "$root/err"
}
has() { grep -qF -- "$2" "$1" || fail "$1 lacks: $2: $(cat "$1")"; }
same() { cmp "$1" "$2" || fail "$1 is not $2"; }

write() {
    printf '%s\n' '某某市示例局2023年政府信息公开工作年度报告' '一、总体情况' "公开信息12条，$1受理申请3件。" \
        '二、主动公开政府信息情况' '无。' '三、收到和处理政府信息公开申请情况' '无。'
}
write '，' >bad
write '' >good

# ---- encodings, byte order marks, line ends ----
bom() { printf '\xef\xbb\xbf'; }
for text in bad good; do
    cp $text $text.utf8
    { bom && cat $text; } >$text.bom
    sed 's/$/\r/' $text >$text.crlf
    { bom && sed 's/$/\r/' $text; } >$text.bomcrlf
    iconv -f UTF-8 -t GB18030 $text >$text.gb18030
    { printf '\xff\xfe' && iconv -f UTF-8 -t UTF-16LE $text; } >$text.utf16le
    { printf '\xfe\xff' && iconv -f UTF-8 -t UTF-16BE $text; } >$text.utf16be
    printf '%s' "$(cat $text)" >$text.noend
    tr '\n' '\r' <$text >$text.cr
done
for kind in utf8 bom crlf bomcrlf gb18030 utf16le utf16be noend cr; do
    cp bad.$kind file.txt
    run 0 "$program" fix file.txt
    same file.txt good.$kind
    # A second run finds nothing and does not touch the file.
    touch -d '2020-01-02 03:04:05' file.txt
    before=$(stat -c '%i %Y' file.txt)
    run 0 "$program" fix file.txt
    same file.txt good.$kind
    [ "$(stat -c '%i %Y' file.txt)" = "$before" ] || fail "$kind: written although nothing changed"
    # The same through a pipe.
    "$program" fix - <bad.$kind >piped || fail "$kind: fix - failed"
    same piped good.$kind
done

# ---- only what is safe ----
write '' | sed 's/二、主动公开/三、主动公开/' >suggest.txt
cp suggest.txt kept.txt
run 0 "$program" fix suggest.txt
same suggest.txt kept.txt
run 0 "$program" fix --suggest S107 suggest.txt
same suggest.txt good

# ---- --diff writes nothing and is a patch ----
cp bad file.txt
run 0 "$program" fix --diff file.txt
same file.txt bad
if command -v patch >/dev/null; then
    patch -s file.txt <out && same file.txt good
fi

# ---- rights ----
cp bad mode.txt && chmod 640 mode.txt
run 0 "$program" fix mode.txt
[ "$(stat -c %a mode.txt)" = 640 ] || fail 'the mode was not kept'
cp bad read-only.txt && chmod 444 read-only.txt
run 2 "$program" fix read-only.txt
same read-only.txt bad
has err 'read-only.txt'
has err 'left as it was'
run 2 "$program" fix --lang zh read-only.txt
has err '原文件未改动'

# ---- links ----
mkdir other && cp bad other/real.txt && ln -s other/real.txt link.txt
run 0 "$program" fix link.txt
[ -L link.txt ] || fail 'the link became a file'
same other/real.txt good
ln -s nowhere.txt dead.txt
run 2 "$program" fix dead.txt

# ---- a folder that takes no new file ----
user=()
[ "$(id -u)" = 0 ] && user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
chmod 755 "$root" && mkdir shut && cp bad shut/file.txt && chmod 666 shut/file.txt
if "${user[@]}" test -x "$program" 2>/dev/null; then
    chmod 555 shut
    run 2 "${user[@]}" "$program" fix shut/file.txt
    same shut/file.txt bad
    has err 'folder'
else
    echo 'skipped: no other user can be taken here'
fi

# ---- a disk that takes no more ----
cp bad full.txt
( ulimit -f 0 && "$program" fix full.txt 2>&1 ) | cat >told
has told 'left as it was'
same full.txt bad

# ---- several files: one that fails does not stop the others ----
cp bad one.txt && cp bad two.txt
run 2 "$program" fix one.txt missing.txt read-only.txt two.txt
same one.txt good
same two.txt good

[ -z "$(find . -name '*.nianbao-*')" ] || fail "left behind: $(find . -name '*.nianbao-*')"
[ "$failures" = 0 ] && echo 'all good'
exit $((failures > 0))
