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

# {name value} of the colours that RULES, a style sheet, sets: .bad color, th background.
proc reports_colours { rules } {
    set colours {}
    foreach {- selector body} [regexp -all -inline {([^{}\n]+)\{([^{}]*)\}} $rules] {
	foreach {- property value} [regexp -all -inline \
		{(?:^|;)(color|background):#([0-9a-f]+)} $body] {
	    if {[string length $value] == 3} { set value [regsub -all {.} $value {&&}] }
	    dict set colours "$selector $property" $value
	}
    }
    return $colours
}

# WCAG 2.1's contrast of two colours, 1 to 21; it asks for 4.5 where there is text.
proc reports_contrast { one other } {
    set light {}
    foreach colour [list $one $other] {
	scan $colour %2x%2x%2x red green blue
	set sum 0
	foreach part [list $red $green $blue] weight {0.2126 0.7152 0.0722} {
	    set part [expr { $part / 255.0 }]
	    set sum [expr { $sum + $weight * ($part <= 0.03928 ? $part / 12.92
					      : pow (($part + 0.055) / 1.055, 2.4)) }]
	}
	lappend light $sum
    }
    lassign [lsort -real -decreasing $light] high low
    return [expr { ($high + 0.05) / ($low + 0.05) }]
}

# Whoever likes dark pages gets one: each colour has its counterpart, and text can be
# read on what is behind it, in both.
proc reports_dark_test { } {
    lassign [audit_run {--html --fail-on=none reports.o}] status output
    set problem ""
    if {![regexp {<style>(.*)@media \(prefers-color-scheme:dark\)\{\n(.*?\n)\}} $output \
	      -> light dark]} {
	audit_result "page of HTML: light and dark" "no dark colours"
	return
    }
    set both [list [reports_colours $light] [reports_colours $dark]]
    if {[lsort [dict keys [lindex $both 0]]] ne [lsort [dict keys [lindex $both 1]]]
	|| [dict size [lindex $both 0]] < 5} {
	append problem "not the same set: $both\n"
    } else {
	foreach colours $both {
	    foreach {text behind} {body body  .bad body  .good body  body th} {
		set contrast [reports_contrast [dict get $colours "$text color"] \
				  [dict get $colours "$behind background"]]
		if {$contrast < 4.5} { append problem "$text on $behind: $contrast\n" }
	    }
	}
    }
    audit_result "page of HTML: light and dark" $problem
}
reports_dark_test

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
