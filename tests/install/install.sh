#!/usr/bin/env bash
# install.sh CMAKE BUILD CC: what `cmake --install` lays down, in a folder of this test: the program,
# its manual, and headers of which each compiles by itself.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
DESTDIR=$folder "$1" --install "$2" --prefix /usr >"$folder/log" || { cat "$folder/log"; exit 1; }
for file in bin/nianbao share/man/man1/nianbao.1 include/nb/check/check.h; do
    [ -s "$folder/usr/$file" ] || { echo "not installed: $file"; exit 1; }
done
[[ $("$folder/usr/bin/nianbao" --version) == nianbao\ [0-9]* ]]
strange=$(find "$folder/usr" -type f ! -path '*/include/nb/*/*.h' ! -name nianbao ! -name nianbao.1)
[ -z "$strange" ] || { echo "installed as well: $strange"; exit 1; }
count=0
while IFS= read -r -d '' header; do
    "$3" -std=c11 -fsyntax-only -Wall -Werror -x c -I "$folder/usr/include" "$header"
    count=$((count + 1))
done < <(find "$folder/usr/include" -name '*.h' -print0)
echo "installed: $count headers"
[ "$count" -gt 10 ]
