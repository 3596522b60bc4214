# shellcheck shell=bash disable=SC2154
# SPDX-License-Identifier: GPL-3.0-or-later
# JsonCpp: readers, writers and their factories; its unit tests, and its files
# read and written again.

packages_jsoncpp () { echo libjsoncpp; }

build_jsoncpp ()
(
  unpack_part jsoncpp libjsoncpp && cd "$built/jsoncpp" || return 1
  compile objects src/lib_json/*.cpp src/test_lib_json/{jsontest,fuzz,main}.cpp \
    src/jsontestrunner/main.cpp -- -O2 -Iinclude \
    && "$built/c++" objects/src/lib_json/*.o objects/src/test_lib_json/*.o \
      -o jsoncpp_test \
    && "$built/c++" objects/src/lib_json/*.o objects/src/jsontestrunner/*.o \
      -o jsontestrunner
)

files_jsoncpp ()
(
  cd "$built/jsoncpp/test" \
    && python3 -B runjsontests.py ../jsontestrunner data \
    && python3 -B runjsontests.py --with-json-checker ../jsontestrunner data
)

test_jsoncpp ()
{
  passes "jsoncpp, virtual=$mode: unit tests" "$built/jsoncpp/jsoncpp_test"
  passes "jsoncpp, virtual=$mode: files" files_jsoncpp
  passes "jsoncpp, virtual=$mode: audit" audit_program jsoncpp \
    "$built/jsoncpp/jsoncpp_test"
}
