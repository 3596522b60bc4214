# SPDX-License-Identifier: GPL-3.0-or-later
#
# The statistics of `make bench-run' (testsuite/cost/run/report.awk) on numbers whose
# results are worked out by hand.

file mkdir bench-report
foreach {name text} {
    machine.txt "machine of the test\n"
    misses.tsv ""
    sizes.tsv "micro ffi gcc gcc 1000\nmicro ffi classic gcc 1250\n"
    times.tsv {micro sites-1-one gcc gcc 1
micro sites-1-one classic gcc 100
micro sites-64-one gcc gcc 10
micro sites-64-one classic gcc 11
micro sites-64-one gcc gcc 10
micro sites-64-one classic gcc 12
micro sites-64-one gcc gcc 20
micro sites-64-one classic gcc 22
micro ffi gcc gcc 10
micro ffi classic gcc 40
}} {
    set channel [open bench-report/$name w]
    puts -nonewline $channel $text
    close $channel
}
set status [lindex [kcfi_exec [list $srcdir/cost/run/report.sh bench-report]] 0]
set channel [open bench-report/report.txt]
set text [read $channel]
close $channel
# The ratios are 1.1, 1.2 and 1.1; the mean is the root of 1.1 * 4, without one site.
foreach {what line} {
    "median, quartiles and least" {^sites-64-one +classic +12.000 ns +1.100 \(1.100-1.150\) +1.100$}
    "geometric mean" {^geometric mean +classic +2.098 +2.098$}
    "size" {^ffi +classic +1250 +1.250$}
} {
    if {$status == 0 && [regexp -line $line $text]} {
	pass "builds/bench-report: $what"
    } else {
	send_log "$text\n"
	fail "builds/bench-report: $what"
    }
}
