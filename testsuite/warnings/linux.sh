#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# How many warnings warn=cast gives in a Linux tree, and where (doc/results/auditing.md).
# usage: linux.sh DRIVER SOURCE CONFIG FOLDER
# DRIVER is kcfi-gcc as it was built, SOURCE an unmodified tree, CONFIG a make
# target as tinyconfig, FOLDER the output; a run that is stopped goes on there.
set -eu
driver=$(realpath "${1:?usage: linux.sh DRIVER SOURCE CONFIG FOLDER}")
source=${2:?} config=${3:?} folder=${4:?}

linux () {
  make -s -C "$source" "O=$folder" "CC=$driver" "$@"
}

mkdir -p "$folder"
folder=$(realpath "$folder")
if [ ! -f "$folder/.config" ]; then
  linux "$config" >/dev/null
  "$source/scripts/config" --file "$folder/.config" \
    -e 64BIT -e CFI_CLANG -d DEBUG_INFO -d WERROR
  linux olddefconfig >/dev/null
fi
grep -q '^CONFIG_CFI_CLANG=y' "$folder/.config" || {
  echo "linux.sh: this configuration cannot have CFI_CLANG" >&2
  exit 1
}
linux -k "-j$(nproc)" vmlinux \
  "CC_FLAGS_CFI=-fsanitize=kcfi -fplugin-arg-kcfi-warn=cast" \
  2>>"$folder/warnings" || true
objects=$(find "$folder" -name '.*.o.cmd' | wc -l)
places=$(grep 'warn=cast' "$folder/warnings" | cut -d: -f1,2 | sort | uniq -c \
  | sort -rn || true)
echo "$objects objects, $(grep -c 'warn=cast' "$folder/warnings" || true) warnings:"
echo "$places"
