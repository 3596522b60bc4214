#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Pictures of what users see, into FOLDER: the page of kcfi-audit for FILE, which may be
# a kernel, by headless Chromium, light, dark and without colour, and a terminal session
# as text.  A picture that has nothing on it, or light and dark that are the same, is an
# error.
# usage: pictures.sh FOLDER AUDIT DRIVER FILE
set -eu
folder=$1 audit=$(realpath "$2") driver=$(realpath "$3") file=$4
fail () { echo "pictures: $*" >&2; exit 1; }

browser=
for name in chromium chromium-browser google-chrome; do
  command -v "$name" > /dev/null && { browser=$name; break; }
done
[ -n "$browser" ] || fail "install the package chromium"
[ -f "$file" ] || fail "there is no $file: AUDITED= names a program or a kernel"
mkdir -p "$folder"
folder=$(realpath "$folder")

# shoot NAME SETTING PAGE: preferredColorScheme is 0 for dark, 1 for light.
shoot () {
  rm -f "$folder/$1.png"
  # root has no sandbox; the page is our own.
  "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars \
    --window-size=1100,1600 --blink-settings="preferredColorScheme=$2" \
    --user-data-dir="$folder/profile" --screenshot="$folder/$1.png" \
    "file://$folder/$3.html" > "$folder/browser.log" 2>&1 || :
  [ -s "$folder/$1.png" ] || { tail -n 5 "$folder/browser.log" >&2; fail "no $1.png"; }
  # A page of one colour packs to a few kilobytes.
  [ "$(stat -c %s "$folder/$1.png")" -gt 20000 ] || fail "$1.png is empty"
  echo "  $folder/$1.png"
}

"$audit" --no-progress --fail-on=none --html -o "$folder/report.html" "$file"
sed 's|</head>|<style>html { filter: grayscale(1); }</style></head>|' \
  "$folder/report.html" > "$folder/gray.html"
grep -q grayscale "$folder/gray.html" || fail "the page has no head"
shoot light 1 report
shoot dark 0 report
shoot gray 1 gray
if cmp -s "$folder/light.png" "$folder/dark.png"; then fail "light and dark are the same"; fi

# A terminal session: what README.md begins with.
demo=$(realpath "$(dirname "$0")/../doc/example/demo.c")
mkdir -p "$folder/bin"
ln -sf "$driver" "$folder/bin/kcfi-gcc"
ln -sf "$audit" "$folder/bin/kcfi-audit"
cd "$folder"
PATH=$folder/bin:$PATH
cp "$demo" demo.c
{
  for command in "kcfi-gcc -fsanitize=kcfi -O2 -g demo.c -o demo" "./demo" \
    "./demo forged" "kcfi-audit demo"; do
    echo "$ $command"
    # The shell that waits says what it says of signals.
    bash -c "ulimit -c 0; $command; exit" 2>&1 \
      | sed "s/^bash: line 1: *[0-9]* \(Illegal instruction\).*/\1/" || :
  done
} > session.txt
grep -q "Illegal instruction" session.txt || fail "the forged call went through"
rm -rf profile bin demo demo.c gray.html browser.log
echo "  $folder/session.txt"
