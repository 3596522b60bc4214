# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# TinyXML-2: nodes and visitors; its own test.

packages_tinyxml2 () { echo tinyxml2; }

build_tinyxml2 ()
(
  unpack_part tinyxml2 tinyxml2 && cd "$built/tinyxml2" || return 1
  compile objects tinyxml2.cpp xmltest.cpp -- -O2 \
    && "$built/c++" objects/*.o -o xmltest
)

run_tinyxml2 ()
(
  cd "$built/tinyxml2" && mkdir -p resources/out && ./xmltest > xmltest.log
  tail -n 1 xmltest.log
  grep -q '^Pass [0-9]*, Fail 0$' xmltest.log
)

test_tinyxml2 ()
{
  passes "tinyxml2, virtual=$mode: tests" run_tinyxml2
  passes "tinyxml2, virtual=$mode: audit" audit_program tinyxml2 \
    "$built/tinyxml2/xmltest"
}
