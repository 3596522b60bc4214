#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# forge.sh NM ELF IMAGE BASE FUNCTION  changes the id in front of FUNCTION of the file
# IMAGE, which runs from the address BASE of ELF on: a call through a pointer to it is
# then one of a wrong type.  The id is the word in front of the entry.
set -eu
nm=$1 elf=$2 image=$3 base=$4 function=$5
address=$("$nm" "$elf" | awk -v f="$function" '$2 ~ /^[tT]$/ && $3 == f { print $1 }')
[ "$(wc -w <<< "$address")" = 1 ] || { echo "forge: no one $function in $elf" >&2; exit 1; }
offset=$((0x$address - base - 4))
[ "$(stat -c %s "$image")" -gt "$offset" ] || { echo "forge: $image is too short" >&2; exit 1; }
word=$(od -An -tu1 -N1 -j "$offset" "$image")
# shellcheck disable=SC2059 # a byte
printf "\\x$(printf %02x $((word ^ 0x5a)))" \
  | dd of="$image" bs=1 seek="$offset" conv=notrunc status=none
