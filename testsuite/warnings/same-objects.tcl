# SPDX-License-Identifier: GPL-3.0-or-later
#
# No warning changes the code: each source of three themes makes the same object
# with all warnings and with none.  Two of the warnings look at types while GCC
# still reads the source, or while it optimises, so that they could.

# GCC 12 for arm does not end on this file at -O2, with the plugin or without.
proc same_objects_endless { file } {
    return [expr { [kcfi_machine] eq "arm" && [file tail $file] eq "s390-collisions.c" }]
}

# What differs between FILE's objects without and with all warnings: "", a problem, or
# "unsupported: WHY".
proc same_objects_problem { file } {
    if {[same_objects_endless $file]} { return "unsupported: this GCC does not end on it" }
    set objects {}
    foreach arguments {{no-warn=all} {warn=all,rust-ffi}} {
	set object [file join [pwd] same-[llength $objects].o]
	file delete -- $object
	set command [kcfi_command [concat [kcfi_common_options {}] -O2 -w] $arguments]
	lassign [kcfi_exec [concat $command [list -c $file -o $object]]] status
	lappend objects $object
	lappend statuses $status
    }
    if {[lindex $statuses 0] != [lindex $statuses 1]} {
	return "exit status [join $statuses { and }]"
    }
    if {[lindex $statuses 0] != 0} { return "unsupported: it does not compile by itself at -O2" }
    lassign [kcfi_exec [concat cmp $objects]] status output
    return [expr { $status == 0 ? "" : "the objects differ: $output" }]
}

foreach same_objects_theme {typeid codegen execute} {
    foreach same_objects_file [lsort [glob $srcdir/$same_objects_theme/*.c]] {
	set same_objects_name "warnings: same object with warn=all: $same_objects_theme/[file tail $same_objects_file]"
	set same_objects_result [same_objects_problem $same_objects_file]
	if {$same_objects_result eq ""} {
	    pass $same_objects_name
	} elseif {[string match "unsupported: *" $same_objects_result]} {
	    unsupported "$same_objects_name: [string range $same_objects_result 13 end]"
	} else {
	    fail $same_objects_name
	    send_log "  $same_objects_result\n"
	}
    }
}
