# SPDX-License-Identifier: GPL-3.0-or-later
#
# How long a file of the size of a large kernel takes, and how much memory: 30 MB
# with 100,000 functions are to take less than 10 seconds and 500 MB.  Processor
# time is compared, with the tool as it is installed (without sanitizers); in
# figures of September 2026 it is 2 seconds and 100 MB.

# On a terminal there is a bar, which is gone in the end.  `script' makes one, but
# not in a chroot without /dev/pts, where a packager's `make check' failed.
proc speed_bar_test { tool } {
    global audit_work
    lassign [kcfi_exec {script -qec true /dev/null}] status
    if {$status != 0} {
	unsupported "audit: progress bar: there is no pseudo terminal, or no script(1)"
	return
    }
    lassign [kcfi_exec [list script -qec \
			    "$tool --fail-on=none --limit=1 [file join $audit_work large]" \
			    /dev/null]] status output
    set bar ""
    if {![regexp {large: code +\[#+ *\] +\d+ %} $output]} { append bar "no bar\n" }
    if {![regexp { %\x1b\[K[\r\n]+\x1b\[K[^%]*large\S* \(x86_64\)} $output]} { append bar "it stays\n" }
    audit_result "progress bar" $bar
}

proc speed_test { } {
    global audit_folder audit_work audit_top
    set tool [file join $audit_top build audit kcfi-audit]
    if {![file executable $tool] || ![file executable /usr/bin/time]} {
	unsupported "audit: speed: $tool or /usr/bin/time is missing"
	return
    }
    audit_compile as {} [file join $audit_folder support large.s] large.o
    set parts [lrepeat 5 [file join $audit_work large.o]]
    lassign [kcfi_exec [concat ld -e 0 $parts -o \
			    [list [file join $audit_work large]]]] status output
    if {$status != 0} { error "large does not link: $output" }
    set size [expr { [file size [file join $audit_work large]] / 1000000 }]
    lassign [kcfi_exec [list /usr/bin/time -f "took %U %S %M" $tool \
			    --fail-on=all --html -o [file join $audit_work large.html] \
			    [file join $audit_work large]]] status output
    set problem ""
    if {![regexp {took ([\d.]+) ([\d.]+) (\d+)} $output -> user system kilobytes]} {
	set problem $output
    } else {
	set seconds [expr { $user + $system }]
	set megabytes [expr { $kilobytes / 1000 }]
	send_user "audit: $size MB, 100,000 functions: $seconds s, $megabytes MB\n"
	send_log "audit: $size MB, 100,000 functions: $seconds s, $megabytes MB\n"
	if {$seconds >= 10 || $megabytes >= 500} {
	    append problem "$seconds s, $megabytes MB\n"
	}
    }
    if {$size < 30} { append problem "only $size MB\n" }
    if {$status != 0} { append problem "exit status $status\n" }
    set page [audit_read large.html]
    foreach needed {500000 100000} {
	if {[string first $needed $page] < 0} { append problem "no $needed\n" }
    }
    speed_bar_test $tool
    audit_result "100,000 functions in 10 seconds and 500 MB" $problem
    file delete {*}[lmap name {large large.o large.html} {
	file join $audit_work $name }]
}
speed_test
