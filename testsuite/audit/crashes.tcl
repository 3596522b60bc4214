# SPDX-License-Identifier: GPL-3.0-or-later
#
# Inputs of fuzz/crashes, each of which made an earlier kcfi-audit fail: by
# itself, and beside an object, through everything that reads files.

audit_compile as {} [file join $audit_folder sites-x86_64.s] crashes.o

# Any answer but a sanitizer's.
proc crashes_survive { arguments {input /dev/null} } {
    lassign [audit_run $arguments $input] status output
    return [expr { $status in {0 1 2} && ![regexp {runtime error|Sanitizer} $output]
		   ? "" : "$arguments: exit status $status: $output\n" }]
}

proc crashes_test { file } {
    set name [file tail $file]
    set problem ""
    foreach other {{} crashes.o} {
	foreach format {--text --json --html} {
	    append problem [crashes_survive [concat $format --fail-on=none \
						 [list $file] $other]]
	}
	append problem [crashes_survive [concat explain 0x00050794 [list $file] $other]]
	append problem [crashes_survive [concat explain [list $file] $other] $file]
    }
    append problem [crashes_survive [list diff $file crashes.o]]
    append problem [crashes_survive [list diff crashes.o $file]]
    audit_result "found by fuzzing: $name" $problem
}

foreach crashes_file [lsort [glob $audit_folder/fuzz/crashes/*]] {
    if {[file tail $crashes_file] ne "README"} {
	crashes_test [file normalize $crashes_file]
    }
}
