# SPDX-License-Identifier: GPL-3.0-or-later
#
# The forms of the report.

audit_compile as {} [file join $audit_folder sites-x86_64.s] reports.o

# An HTML page is complete: each element that is opened is closed in order, and
# nothing is fetched.
proc reports_html_test { } {
    lassign [audit_run {--html --fail-on=none reports.o}] status output
    set problem ""
    set open {}
    foreach {tag slash name} [regexp -all -inline {<(/?)(\w+)[^>]*>} $output] {
	if {$name eq "meta"} continue
	if {$slash eq ""} {
	    lappend open $name
	} elseif {[lindex $open end] ne $name} {
	    append problem "$name closed in [lindex $open end]\n"
	} else {
	    set open [lrange $open 0 end-1]
	}
    }
    if {$open ne {}} { append problem "open: $open\n" }
    if {[regexp {https?://|src=|href=} $output]} { append problem "fetches\n" }
    foreach needed {<table\ id="ids"> <script> id="histogram" 0x12345678} {
	if {[string first $needed $output] < 0} { append problem "no $needed\n" }
    }
    # What has no findings cannot be opened; a name is told once.
    if {[regexp {<summary[^>]*>\w+: 0<} $output]} { append problem "opens nothing\n" }
    lassign [audit_run {--html --fail-on=none reports.o reports.o}] status output
    if {[regexp {>(\w+), \1[,<]} $output -> name]} { append problem "$name twice\n" }
    audit_result "page of HTML" $problem
}
reports_html_test

# Colours only where asked for.
proc reports_colour_test { } {
    set problem ""
    foreach {option wanted} {--color=always 1 --color=never 0 --color=auto 0} {
	lassign [audit_run [list $option reports.o]] status output
	if {[regexp {\x1b\[} $output] != $wanted} { append problem "$option\n" }
    }
    audit_result "colour" $problem
}
reports_colour_test

proc reports_output_test { } {
    lassign [audit_run {--fail-on=none reports.o}] status direct
    lassign [audit_run {-o report.txt --fail-on=none reports.o}] status output
    audit_result "-o FILE" [expr { $output eq "" &&
	[audit_read report.txt] eq "$direct\n" ? "" : "another text" }]
}
reports_output_test

audit_check "--limit" {--limit=1 reports.o} 1 {{^  \.\.\. and 41 more$}}
audit_check "--version" {--version} 0 {{^kcfi-audit [0-9.]+$}}
