# SPDX-License-Identifier: GPL-3.0-or-later
#
# How far calls reach.  The figures are counted from the source below and computed by
# the definition of AIR: the mean of 1 - targets / S over all calls.

# Ten functions, of which four have their address taken.  int (int) has three functions
# and two calls, long (long) two functions and one call, short (short) no function and
# one call; one call is not checked.
audit_write reach.c {
int i1 (int x) { return x + 1; }
int i2 (int x) { return x + 2; }
int i3 (int x) { return x + 3; }
long l1 (long x) { return x + 1; }
long l2 (long x) { return x + 2; }
int (*volatile ints[3]) (int) = { i1, i2, i3 };
long (*volatile longs[1]) (long) = { l1 };
short (*volatile no_function) (short);
int call_1 (void) { return ints[0] (1) + 1; }
int call_2 (void) { return ints[1] (1) + 1; }
int call_3 (void) { return longs[0] (1) + 1; }
int call_4 (void) { return no_function (1) + 1; }
__attribute__ ((no_sanitize ("kcfi"))) int call_5 (void) { return ints[2] (1) + 1; }
}
# Another file, whose one call has the three functions of the first.
audit_write reach-other.c {
int other (int (*f) (int)) { return f (1) + 1; }
}

# REACH has CHECKED calls with TARGETS, a list, one number for each, and UNCHECKED ones;
# and BASES, the three S.
proc reach_compare { what reach targets unchecked bases } {
    set targets [lsort -integer $targets]
    set n [llength $targets]
    set pairs [tcl::mathop::+ {*}$targets]
    # The nearest rank: the first number that so many are not above.
    set wanted [list checked $n unchecked $unchecked pairs $pairs \
		    mean [expr { double ($pairs) / $n }] \
		    median [lindex $targets [expr { int (ceil ($n * .5)) - 1 }]] \
		    ninetieth [lindex $targets [expr { int (ceil ($n * .9)) - 1 }]] \
		    largest [lindex $targets end]]
    foreach {key base} $bases {
	set sum 0.
	foreach count $targets { set sum [expr { $sum + 1 - double ($count) / $base }] }
	lappend wanted $key [expr { $sum / ($n + $unchecked) }]
    }
    set problem ""
    if {[lsort [dict keys $reach]] ne [lsort [dict keys $wanted]]} {
	append problem "keys: [dict keys $reach]\n"
    }
    dict for {key value} $wanted {
	if {![dict exists $reach $key] || abs ([dict get $reach $key] - $value) > 2e-6} {
	    append problem "$key is not $value: $reach\n"
	}
    }
    audit_result "reach: $what" $problem
}

# The bytes of code in FILE, by size(1).
proc reach_bytes { file } {
    global audit_work
    lassign [kcfi_exec [list size -A [file join $audit_work $file]]] status output
    set bytes 0
    foreach {- size} [regexp -all -inline -line {^\.text\S* +(\d+)} $output] {
	incr bytes $size
    }
    return $bytes
}

proc reach_test { } {
    global audit_work
    foreach name {reach reach-other} {
	audit_compile [audit_plugin] {-O1 -c} [file join $audit_work $name.c] $name.o
    }
    set report [audit_json reach.o]
    set program [dict get $report program]
    set bytes [reach_bytes reach.o]
    set problem ""
    dict for {key value} [list functions 10 taken 4 bytes $bytes \
			      ids_without_function 1 ids_never_called 1 \
			      functions_never_called 5] {
	if {[dict get $program $key] != $value} {
	    append problem "$key is [dict get $program $key], not $value\n"
	}
    }
    audit_result "reach: what is counted" $problem
    set bases [list removed_of_functions 10 removed_of_taken 4 removed_of_bytes $bytes]
    reach_compare "the program" [dict get $program reach] {3 3 2 0} 1 $bases
    reach_compare "its only file" [dict get [lindex [dict get $report files] 0] reach] \
	{3 3 2 0} 1 $bases

    # With the other file: 11 functions.  Targets are those of all files.
    set report [audit_json {reach.o reach-other.o}]
    set bytes [expr { $bytes + [reach_bytes reach-other.o] }]
    set bases [list removed_of_functions 11 removed_of_taken 4 removed_of_bytes $bytes]
    reach_compare "two files" [dict get $report program reach] {3 3 2 0 3} 1 $bases
    reach_compare "one of two files" \
	[dict get [lindex [dict get $report files] 1] reach] {3} 0 $bases

    audit_check "reach: text" {--fail-on=none reach.o reach-other.o} 0 [list \
	{^  targets +5 checked calls: mean 2\.2, median 3, 90 % have at most 3, largest 3$} \
	"^  removed     \\d\\d\\.\\d\\d % of 11 functions, \\d+\\.\\d\\d % of 4 functions whose address is taken, 8\\d\\.\\d\\d % of $bytes bytes of code$" \
	{^  most reach  81\.81 % by 0x00050794: 3 functions x 3 calls$} \
	{^              18\.18 % by 0x[0-9a-f]+: 2 functions x 1 call$} \
	{^  reach\.o: 4 checked calls: mean 2\.0, median 2, 90 % have at most 3, largest 3$} \
	{^  reach-other\.o: 1 checked call: mean 3\.0, median 3, 90 % have at most 3, largest 3$}]
    audit_check "reach: --limit" {--limit=1 --fail-on=none reach.o reach-other.o} 0 \
	{{^  reach\.o: 4 checked calls: .*\n  \.\.\. and 1 more$}}
    audit_check "reach: HTML" {--html --fail-on=none reach.o reach-other.o} 0 {
	{<tr><td>all</td><td class="n" data-n="5">5</td><td class="n" data-n="2200000">2\.2</td>}
	{<tr><td>reach\.o</td><td class="n" data-n="4">4</td><td class="n" data-n="2000000">2\.0</td>}
	{<td data-n="9"><span class="bar" style="width:150px"></span> 9</td>}
	{<td data-n="2"><span class="bar" style="width:33px"></span> 2</td>}
    }
    audit_check "reach: diff" {diff reach.o reach-other.o} 1 {
	{^Targets of calls, old: 4 checked calls: mean 2\.0, }
	{^Targets of calls, new: 1 checked call: mean 0\.0, median 0, 90 % have at most 0, largest 0$}
	{^Removed, old: 6\d\.\d\d % of 10 functions, 40\.00 % of 4 functions whose}
	{^Removed, new: 100\.00 % of 1 functions, 100\.00 % of \d+ bytes of code$}
    }
}
reach_test

# More is let through than has its address taken: less than nothing is removed, and the
# report says so.  Without a call, and without a function, nothing is divided.
proc reach_edges_test { } {
    global audit_work
    audit_write reach-edge.c {
int i1 (int x) { return x + 1; }
int i2 (int x) { return x + 2; }
int i3 (int x) { return x + 3; }
int (*volatile f) (int) = i1;
int call (void) { return f (1) + 1; }
}
    audit_compile [audit_plugin] {-O1 -c} [file join $audit_work reach-edge.c] reach-edge.o
    reach_compare "fewer than the targets" \
	[dict get [audit_json reach-edge.o] program reach] {3} 0 \
	[list removed_of_functions 4 removed_of_taken 1 \
	     removed_of_bytes [reach_bytes reach-edge.o]]
    audit_check "reach: below zero" {reach-edge.o} 0 \
	{{, -200\.00 % of 1 functions whose address is taken}}
    audit_write reach-data.c "int data = 1;\n"
    audit_compile [audit_plugin] {-c} [file join $audit_work reach-data.c] reach-data.o
    set report [audit_json reach-data.o]
    audit_result "reach: nothing to reach" \
	[expr { [dict get $report program reach] eq {checked 0 unchecked 0 pairs 0}
		? "" : [dict get $report program reach] }]
    lassign [audit_run {reach-data.o}] - text
    audit_result "reach: no section without calls" \
	[expr { [string first Reach $text] < 0 ? "" : $text }]
}
reach_edges_test
