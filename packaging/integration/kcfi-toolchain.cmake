# SPDX-License-Identifier: GPL-3.0-or-later
# A toolchain file for CMake: all of a project is built with KCFI, and the project
# needs no change.
#
#   cmake --toolchain kcfi-toolchain.cmake -S . -B build
#   cmake --toolchain kcfi-toolchain.cmake -S . -B build \
#     -DKCFI_SUFFIX=-12 -DKCFI_PREFIX=aarch64-linux-gnu-       for kcfi-gcc-12, a cross one

set (KCFI_PREFIX "" CACHE STRING "What is before kcfi-gcc: aarch64-linux-gnu-")
set (KCFI_SUFFIX "" CACHE STRING "What is behind kcfi-gcc: -12")
# CMake's own trial programs read this file again.
list (APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES KCFI_PREFIX KCFI_SUFFIX)

if (KCFI_PREFIX)
  set (CMAKE_SYSTEM_NAME Linux)
  string (REGEX REPLACE "-.*" "" CMAKE_SYSTEM_PROCESSOR "${KCFI_PREFIX}")
endif ()
set (CMAKE_C_COMPILER "${KCFI_PREFIX}kcfi-gcc${KCFI_SUFFIX}")
set (CMAKE_CXX_COMPILER "${KCFI_PREFIX}kcfi-g++${KCFI_SUFFIX}")
set (CMAKE_C_FLAGS_INIT "-fsanitize=kcfi")
set (CMAKE_CXX_FLAGS_INIT "-fsanitize=kcfi")
