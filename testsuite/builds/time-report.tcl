# SPDX-License-Identifier: GPL-3.0-or-later
#
# -ftime-report shows what each part of the plugin takes, under its own name.

set options {-O2 -ftime-report}
set text [lindex [kcfi_exec [concat [builds_command 1 $options] \
			 [list -c [builds_source prototypes.c] -o time-report.o]]] 1]
foreach part {kcfi_parse kcfi_mark kcfi_functions kcfi_tag kcfi_check kcfi_weld kcfi_preamble} {
    if {[regexp -line "^ *$part +:" $text]} {
	pass "builds/time-report: $part"
    } else {
	fail "builds/time-report: $part"
	send_log "$text\n"
    }
}
