# SPDX-License-Identifier: GPL-3.0-or-later
#
# Typed entries (attribute kcfi_entry) are further ways into a function: the report
# names each, on every machine that has them, and no function that only ends in a jump.

audit_write entries.c {
    struct shape;
    extern int other (void *);
    int area (void *shape) { return !shape; }
    int area_shape (struct shape *) __attribute__ ((alias ("area"), kcfi_entry));
    int area_long (long) __attribute__ ((alias ("area"), kcfi_entry));
    /* Not one: it leads elsewhere, or does something first.  */
    int elsewhere (void *shape) { return other (shape); }
    int before (void *shape) { return area (shape == &before ? 0 : shape); }
}

proc entries_test { name command options } {
    global audit_work
    audit_compile $command [concat {-O2 -w -fno-inline -c} $options] \
	[file join $audit_work entries.c] entries-$name.o
    set problem ""
    set found {}
    foreach entry [dict get [audit_json entries-$name.o] entries] {
	lappend found [dict get $entry function name] [dict get $entry target name]
	if {[dict get $entry kind] ne "entry"} { append problem "$entry\n" }
	# A preamble and a jump at least.
	if {![dict exists $entry in_front] || [dict get $entry in_front] < 8} {
	    append problem "distance: $entry\n"
	}
    }
    if {[lsort -stride 2 $found] ne {area_long area area_shape area}} {
	append problem "entries: $found\n"
    }
    audit_result "entries: $name" $problem
}

entries_test plugin [audit_plugin] {}
entries_test landing-pad [audit_plugin] -fcf-protection
entries_test patchable [audit_plugin] -fpatchable-function-entry=16,16
foreach {entries_name entries_kind entries_command} [audit_cross_compilers] {
    if {[string match ppc64* $entries_name] || [string match powerpc* $entries_name]} {
	unsupported "audit: entries: $entries_name: its functions have no typed entries"
    } elseif {$entries_kind eq "plugin"} { entries_test $entries_name $entries_command {} }
}
audit_check "entries: text" entries-plugin.o 0 {
    {^Entries: ways into a function besides its own$}
    {^  entry +area_shape -> area, [0-9]+ bytes in front of it$}
}
audit_compile [audit_clang] {-O2 -w -c} [file join $audit_folder calls.c] entries-none.o
audit_result "entries: none" \
    [expr { [string first "Entries" [lindex [audit_run entries-none.o] 1]] < 0 ? "" : "some" }]
