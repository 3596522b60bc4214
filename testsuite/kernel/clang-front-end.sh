#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clang-19 as CC for make-reference.sh: of C code with KCFI it makes LLVM's
# intermediate code, unoptimised, in place of objects.  Type ids and what has
# one are the front end's decisions, and all that this build is for: it takes
# a third of the time, and serves machines whose back end has no KCFI.
kcfi='' object='' source=''
for word; do
  case $word in
    -fsanitize=kcfi) kcfi=1 ;;
    -c) object=1 ;;
    */scripts/mod/empty.c) source=0 ;; # kbuild looks into this object.
    *.c) source=1 ;;
  esac
done
if [ "$kcfi$object$source" = 111 ]; then
  exec clang-19 "$@" -S -emit-llvm -Xclang -disable-llvm-passes
fi
exec clang-19 "$@"
