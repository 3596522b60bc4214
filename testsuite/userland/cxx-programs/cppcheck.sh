# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# Cppcheck: checks, loggers and test fixtures, all behind virtual functions; its
# tests, and the program on its own sources.

packages_cppcheck () { echo cppcheck; }

build_cppcheck ()
(
  unpack_part cppcheck cppcheck && cd "$built/cppcheck" || return 1
  includes=(-Ilib -Icli -isystem externals/picojson -isystem externals/simplecpp
	    -isystem externals/tinyxml2)
  compile objects lib/*.cpp cli/*.cpp externals/{simplecpp,tinyxml2}/*.cpp -- \
    -std=gnu++11 -O1 -DNDEBUG "${includes[@]}" \
    && compile objects test/*.cpp -- -std=gnu++11 -O0 -DNDEBUG "${includes[@]}" \
    && "$built/c++" -pthread objects/{lib,cli,externals/*}/*.o -o cppcheck \
    && "$built/c++" -pthread objects/{lib,externals/*,test}/*.o \
      objects/cli/{executor,processexecutor,threadexecutor,cmdlineparser}.cpp.o \
      objects/cli/{cppcheckexecutor,cppcheckexecutorseh}.cpp.o \
      objects/cli/{cppcheckexecutorsig,stacktrace,filelister}.cpp.o -o testrunner
)

run_cppcheck () ( cd "$built/cppcheck" && ./testrunner -q )

# What it says about a file with an error of each kind.
check_cppcheck ()
(
  cd "$built/cppcheck" && for folder in samples/*; do
    ./cppcheck -q --enable=all "$folder"/bad.c* 2>&1 | grep -q . || return
    ./cppcheck -q "$folder"/good.c* 2>&1 | grep . && return 1
  done
  true
)

test_cppcheck ()
{
  passes "cppcheck, virtual=$mode: tests" run_cppcheck
  passes "cppcheck, virtual=$mode: samples" check_cppcheck
  passes "cppcheck, virtual=$mode: audit" audit_program cppcheck \
    "$built/cppcheck/testrunner"
}
