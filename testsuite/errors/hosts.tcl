# SPDX-License-Identifier: GPL-3.0-or-later
#
# Processes that the plugin must refuse to start in: one that has a plugin of this
# kind already, under another name (GCC itself refuses the same name), and
# libgccjit, which loads plugins but has nothing to offer them.

file copy -force $KCFI_PLUGIN other.so
set hosts_source [open hosts.c w]
puts $hosts_source "int f (int (*p) (int)) { return p (1) + 1; }"
close $hosts_source

foreach {hosts_first hosts_second} [list $KCFI_PLUGIN ./other.so ./other.so $KCFI_PLUGIN] {
    errors_must_fail "two plugins: [file tail $hosts_first] first" \
	[list $KCFI_CC -fplugin=$hosts_first -fplugin=$hosts_second -c hosts.c -o hosts.o] \
	hosts.o {given twice as kcfi.so other.so}
}
# One that does nothing is no second one.
errors_must_succeed "two plugins: one is disabled" \
    [list $KCFI_CC -fplugin=./other.so -fplugin-arg-other-disable \
	 -fplugin=$KCFI_PLUGIN -c hosts.c -o hosts.o]

set hosts_source [open jit.c w]
puts $hosts_source {
    #include <libgccjit.h>
    int
    main (int argc, char **argv)
    {
      gcc_jit_context *c = gcc_jit_context_acquire ();
      gcc_jit_type *type = gcc_jit_context_get_type (c, GCC_JIT_TYPE_INT);
      gcc_jit_function *f = gcc_jit_context_new_function
	(c, 0, GCC_JIT_FUNCTION_EXPORTED, type, "f", 0, 0, 0);
      gcc_jit_block *b = gcc_jit_function_new_block (f, 0);

      gcc_jit_block_end_with_return (b, 0, gcc_jit_context_one (c, type));
      if (argc > 1)
	gcc_jit_context_add_command_line_option (c, argv[1]);
      return gcc_jit_context_compile (c) == 0;
    }
}
close $hosts_source
file delete -force jit.exe
lassign [kcfi_exec [list $KCFI_CC jit.c -lgccjit -o jit.exe]] hosts_status
if {$hosts_status == 0} { lassign [kcfi_exec ./jit.exe] hosts_status }
if {$hosts_status != 0} {
    unsupported "errors/libgccjit: not installed for $KCFI_CC (package libgccjit-N-dev)"
} else {
    errors_must_fail libgccjit [list ./jit.exe -fplugin=$KCFI_PLUGIN] jit.o \
	{libgccjit {cannot be protected}}
}
