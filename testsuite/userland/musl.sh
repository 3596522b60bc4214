# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sourced by userland.sh and cxx.sh: musl built with the plugin in $work/root,
# and what both need to build on top of it and to look at what was linked.
#
# Needs $here, $work, $compiler, $plugin, $audit and lib/parallel.sh.

require_machine ()
{
  case $("$compiler" -dumpmachine) in
    x86_64-*) ;;
    *) echo "userland: musl's assembler has ids for x86_64 only" >&2
       exit 1 ;;
  esac
}

# log COMMAND...: its output goes to the log file; its status stays.
log ()
{
  { echo "== $*"; } | log_text
  "$@" > "$work/last.text" 2>&1 < /dev/null
  local status=$?
  log_text < "$work/last.text"
  return $status
}

# passes NAME COMMAND...: a result; the exit status is the command's.
passes ()
{
  local name=$1
  shift
  if log "$@"; then
    result PASS "userland/$name"
    return
  fi
  result FAIL "userland/$name"
  tail -n 5 "$work/last.text" | sed "s|^|$name: |"
  return 1
}

# The compilers of libc and of programs.  GCC's own crtbegin.o is left out: its
# constructors have no id, and C programs do not need them.
write_compilers ()
{
  mkdir -p "$work/root/lib"
  printf '#!/bin/sh\nexec %s -fplugin=%s "$@"\n' "$compiler" "$plugin" \
    > "$work/libc-cc"
  printf '#!/bin/sh\nexec %s -fplugin=%s -fno-pie -no-pie -static "$@" -specs %s\n' \
    "$compiler" "$plugin" "$work/root/lib/kcfi.specs" > "$work/cc"
  chmod +x "$work/libc-cc" "$work/cc"
  sed "s|@ROOT@|$work/root|g" "$here/kcfi.specs.in" > "$work/root/lib/kcfi.specs"
}

build_musl ()
{
  rm -rf "$work/musl"
  cp -r "$work/sources/musl" "$work/musl"
  (cd "$work/musl" && patch -p1 -s < "$here/patches/musl.patch" \
     && CC=$work/libc-cc ./configure --prefix="$work/root" --disable-shared \
     && make -j"$JOBS" && make install) || return 1
  # Headers of the kernel, from Debian's linux-libc-dev.
  ln -sfn /usr/include/linux "$work/root/include/linux"
  ln -sfn /usr/include/mtd "$work/root/include/mtd"
  ln -sfn /usr/include/asm-generic "$work/root/include/asm-generic"
  ln -sfn "/usr/include/$("$compiler" -print-multiarch)/asm" \
    "$work/root/include/asm"
}

test_libc ()
{
  "$work/cc" -O2 -w "$here/libc-test.c" -o "$work/libc-test" || return 1
  "$work/libc-test"
}

# The same program with a forged call ends by SIGILL.
test_forged ()
{
  (ulimit -c 0; "$work/libc-test" forged)
  [ $? = 132 ]
}

# audit_program NAME FILE: every indirect call is checked, every function whose
# address is taken has an id; except what known-unchecked and known-taken list.  With
# $mode `off' virtual calls are not.
audit_program ()
{
  local problems=unchecked,separated,traps,mixed
  [ "${mode:-}" != off ] || problems=separated,traps,mixed
  "$audit" --no-progress --fail-on="$problems" --limit=0 \
    --known="$here/known-unchecked" "$2" > "$2.audit"
  local status=$?
  cat "$2.audit"
  sed -n 's/^ *the address of \(.*\) is taken, but it has no preamble.*/\1/p' \
    "$2.audit" | grep -vxFf <(grep -v '^#' "$here/known-taken") && status=1
  return $status
}
