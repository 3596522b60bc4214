# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by cxx.sh: GCC's unwinder and libstdc++ for musl, built with the plugin
# from the source package of the compiler's version.  The compiler's own unwinder
# needs glibc, and hands functions without an id to pthread_once.

# Its folders and what its configure script looks for beside them.
unpack_libstdcxx ()
{
  local major archives unpacked
  major=$("$compiler" -dumpversion)
  major=${major%%.*}
  archives=(/usr/src/gcc-"$major"/gcc-"$major"*.tar.xz)
  [ -r "${archives[0]}" ] || {
    echo "no GCC source in /usr/src/gcc-$major: install gcc-$major-source"
    return 1
  }
  # What decides what is unpacked: the archive, the list below and the patch.
  unpacked=$(echo "${archives[0]}"
	     cat "$here"/{libstdcxx.sh,patches/libstdc++.patch} | sha256sum)
  [ "$(cat "$work/gcc/unpacked" 2>/dev/null)" != "$unpacked" ] || return 0
  rm -rf "$work/gcc"
  mkdir -p "$work/gcc"
  # The folder at the top has the version for its name, or with a date behind it.
  tar -C "$work/gcc" --strip-components=1 --wildcards --no-wildcards-match-slash \
    -xJf "${archives[0]}" '*/libstdc++-v3' '*/libgcc' '*/include' '*/libiberty' \
    '*/config' '*/config*' '*/*.sh' '*/*.m4' '*/missing' '*/install-sh' \
    '*/mkinstalldirs' '*/move-if-change' '*/depcomp' '*/gcc/BASE-VER' \
    '*/gcc/DATESTAMP' '*/gcc/tsystem.h' '*/gcc/coretypes.h' \
    && (cd "$work/gcc" && patch -p1 -s < "$here/patches/libstdc++.patch") \
    && echo "$unpacked" > "$work/gcc/unpacked"
}

# libgcc_eh.a and the start file in $work/root.  GCC's configuration comes from
# the headers for plugins; what its build would generate is written here.
build_unwinder ()
(
  [ ! -e "$work/root/lib/libgcc_eh.a" ] || return 0
  libgcc=$work/gcc/libgcc
  headers=$("$compiler" -print-file-name=plugin)/include
  rm -rf "$work/unwinder"
  mkdir -p "$work/unwinder" && cd "$work/unwinder" || return
  printf '#define USED_FOR_TARGET\n#include "auto-host.h"\n#include "ansidecl.h"\n' \
    > tconfig.h
  touch auto-target.h
  printf '#include "config/i386/value-unwind.h"\n' > libgcc_tm.h
  ln -s "$libgcc/unwind-generic.h" unwind.h
  ln -s "$libgcc/gthr-posix.h" gthr-default.h
  ln -s "$libgcc/config/i386/linux-unwind.h" md-unwind-support.h
  for name in unwind-dw2 unwind-dw2-fde-dip unwind-c; do
    "$work/cc" -O2 -w -DIN_GCC -DIN_LIBGCC2 -D_LIBGCC_ -DHAVE_CC_TLS \
      -DTARGET_DL_ITERATE_PHDR -DCROSS_DIRECTORY_STRUCTURE -fbuilding-libgcc \
      -fexceptions -I. -I"$libgcc" -I"$work/gcc/include" -I"$work/gcc/gcc" \
      -I"$headers" -c "$libgcc/$name.c" || return
  done
  "$work/cc" -O2 -c "$here/cxx-start.c" -o "$work/root/lib/cxx-start.o" \
    && ar rc "$work/root/lib/libgcc_eh.a" unwind-*.o
)

# The C++ compiler of this mode.  Its own headers come before musl's, which
# they include by #include_next.
write_cxx_compiler ()
{
  local flags="-fplugin=$plugin -fplugin-arg-kcfi-virtual=$mode"
  [ "$mode" = off ] || flags="$flags -fplugin-arg-kcfi-virtual-all"
  printf '#!/bin/sh\nexec %s %s -fno-pie -no-pie -static "$@" %s -specs %s\n' \
    "$cxx_compiler" "$flags" "" "$work/root/lib/kcfi.specs" \
    > "$built/library-c++"
  printf '#!/bin/sh\nexec %s %s -fno-pie -no-pie -static "$@" %s -specs %s\n' \
    "$cxx_compiler" "$flags" "-isystem $built/root/include/c++ \
-isystem $built/root/include/c++/x86_64-linux-musl -L$built/root/lib" \
    "$work/root/lib/kcfi.specs" > "$built/c++"
  chmod +x "$built/library-c++" "$built/c++"
}

build_libstdcxx ()
{
  [ ! -e "$built/root/lib/libstdc++.a" ] || return 0
  # The configure script expects libgcc's build beside its own.
  rm -rf "$built/build" "$built/libgcc"
  mkdir -p "$built/build" "$built/libgcc" "$built/root"
  ln -s "$work/gcc/libgcc/gthr-posix.h" "$built/libgcc/gthr-default.h"
  (cd "$built/build" \
     && "$work/gcc/libstdc++-v3/configure" --build=x86_64-linux-gnu \
       --host=x86_64-linux-musl --prefix="$built/root" \
       --with-gxx-include-dir="$built/root/include/c++" --disable-multilib \
       --disable-shared --with-pic=no --disable-nls --disable-libstdcxx-pch \
       --disable-libstdcxx-debug --enable-clocale=generic --disable-cet \
       CC="$work/cc" CXX="$built/library-c++" CFLAGS=-O2 CXXFLAGS=-O2 \
     && make -j"$JOBS" V=0 && make install) \
    || { rm -f "$built/root/lib/libstdc++.a"; return 1; }
  rm -rf "$built/build"
}

test_libstdcxx ()
{
  "$built/c++" -O2 -std=c++17 -pthread "$here/libstdcxx-test.cc" \
    -o "$built/libstdcxx-test" && "$built/libstdcxx-test" \
    && audit_program libstdcxx "$built/libstdcxx-test"
}

# The same program with a forged virtual table ends by SIGILL, if such calls
# are checked.
test_forged_table ()
{
  (ulimit -c 0; "$built/libstdcxx-test" forged)
  case $? in
    132) [ "$mode" != off ] ;;
    3) [ "$mode" = off ] ;;
    *) false ;;
  esac
}
