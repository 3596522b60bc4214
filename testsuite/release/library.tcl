# SPDX-License-Identifier: GPL-3.0-or-later
#
# make install-audit-library: a program finds the library by pkg-config alone.

proc library_write_program { } {
    global release_work
    set path [file join $release_work judge.c]
    set channel [open $path w]
    puts $channel {#include <kcfi-audit.h>
#include <stdio.h>
#include <stdlib.h>
int
main (int count, char **words)
{
  struct kcfi_audit *audit = kcfi_audit_new (KCFI_AUDIT_PROTOTYPES);
  char *error = kcfi_audit_add_path (audit, words[count - 1]);
  if (!error)
    {
      kcfi_audit_finish (audit, NULL);
      printf ("%zu unchecked\n", kcfi_audit_count (audit, KCFI_AUDIT_UNCHECKED));
    }
  free (error);
  kcfi_audit_free (audit);
  return 0;
}}
    close $channel
    return $path
}

# An object with one indirect call that is not checked; its path.
proc library_write_object { } {
    global release_work KCFI_CC
    set path [file join $release_work unchecked]
    set channel [open $path.c w]
    puts $channel "int f (int (*p) (void)) { return p () + 1; }"
    close $channel
    kcfi_exec [list $KCFI_CC -O2 -c $path.c -o $path.o]
    return $path.o
}

proc library_test { } {
    global release_work release_top
    if {![file executable [file join $release_top build audit kcfi-audit]]} {
	unsupported "release: the audit library: it is not built"
	return
    }
    if {[auto_execok pkg-config] eq ""} {
	unsupported "release: the audit library: there is no pkg-config"
	return
    }
    # Where it is used is where it is installed: no DESTDIR.
    set root [file join $release_work library]
    set made [release_make [list -s install-audit-library prefix=$root]]
    release_result "the audit library's files" \
	[expr { [lindex $made 0] == 0 && [release_files $root] eq [lsort {include/kcfi-audit.h lib/libkcfi-audit.a
	    lib/libkcfi-ids.a lib/pkgconfig/kcfi-audit.pc}] ? "" : $made }]
    set pkg [list env PKG_CONFIG_PATH=[file join $root lib pkgconfig] pkg-config]
    release_result "pkg-config tells the version" \
	[expr { [lindex [kcfi_exec [concat $pkg {--modversion kcfi-audit}]] 1]
		eq [release_version VERSION] ? "" : "another version" }]
    set flags [lindex [kcfi_exec [concat $pkg {--cflags --libs kcfi-audit}]] 1]
    set program [file join $release_work judge]
    set built [kcfi_exec [concat [list gcc [library_write_program] -o $program] $flags]]
    set said [lindex [kcfi_exec [list $program [library_write_object]]] 1]
    release_result "a program with what pkg-config says judges an object" \
	[expr { $said eq "1 unchecked" ? "" : "$built\n$said" }]
    release_make [list -s uninstall-audit-library prefix=$root]
    release_result "make uninstall-audit-library leaves nothing" \
	[string trim [release_files $root]]
}

if {[string match x86_64-* $KCFI_TARGET]} {
    library_test
} else {
    unsupported "release: the audit library is tested in the run for this machine"
}
