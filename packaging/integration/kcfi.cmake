# SPDX-License-Identifier: GPL-3.0-or-later
# A module for CMake, for projects that offer KCFI with whatever compiler they get:
# kcfi-gcc, GCC with the plugin installed, or Clang.
#
#   include (kcfi.cmake)
#   kcfi_protect (program library)       these targets are built with KCFI if that is there
#   kcfi_audit (program)                 a test of ctest: every indirect call is checked
#
# KCFI_FOUND says whether there is KCFI, KCFI_FLAGS with which flags.

include (CheckCCompilerFlag)
option (KCFI "Check indirect calls (KCFI)" ON)

set (KCFI_FLAGS "")
if (KCFI)
  # GCC alone refuses the first flag; without the plugin it refuses the second.
  check_c_compiler_flag (-fsanitize=kcfi KCFI_SANITIZE)
  if (KCFI_SANITIZE)
    set (KCFI_FLAGS -fsanitize=kcfi)
  else ()
    check_c_compiler_flag (-fplugin=kcfi KCFI_PLUGIN)
    if (KCFI_PLUGIN)
      set (KCFI_FLAGS -fplugin=kcfi)
    endif ()
  endif ()
endif ()
if (KCFI_FLAGS)
  set (KCFI_FOUND TRUE)
else ()
  set (KCFI_FOUND FALSE)
endif ()

function (kcfi_protect)
  foreach (target IN LISTS ARGN)
    target_compile_options (${target} PRIVATE ${KCFI_FLAGS})
    # With LTO the code is made when linking.
    target_link_options (${target} PRIVATE ${KCFI_FLAGS})
  endforeach ()
endfunction ()

function (kcfi_audit)
  find_program (KCFI_AUDIT kcfi-audit)
  if (KCFI_FOUND AND KCFI_AUDIT)
    foreach (target IN LISTS ARGN)
      add_test (NAME kcfi-audit-${target}
	COMMAND ${KCFI_AUDIT} --no-progress --fail-on=unchecked,mixed,unprotected
	  $<TARGET_FILE:${target}>)
    endforeach ()
  endif ()
endfunction ()
