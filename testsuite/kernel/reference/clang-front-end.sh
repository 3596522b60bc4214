#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-19 as CC for make-reference.sh: of C code with KCFI it makes LLVM's
# intermediate code, unoptimised, in OBJECT.ll, and an empty OBJECT, for kbuild
# looks into it.  Type ids and what has one are the front end's decisions, and
# all that this build is for: it takes a third of the time, and serves machines
# whose back end has no KCFI.
kcfi='' compile='' source='' target='' output='' last=''
for word; do
  case $word in
    -fsanitize=kcfi) kcfi=1 ;;
    -c) compile=1 ;;
    --target=*) target=$word ;;
    */scripts/mod/empty.c) source=0 ;; # Tells modpost the machine's format.
    *.c) source=1 ;;
  esac
  [ "$last" != -o ] || output=$word
  last=$word
done
[ "$kcfi$compile$source" = 111 ] || exec clang-19 "$@"
clang-19 "$@" -S -emit-llvm -Xclang -disable-llvm-passes -o "$output.ll" \
  || exit
exec clang-19 ${target:+"$target"} -c -x assembler /dev/null -o "$output"
