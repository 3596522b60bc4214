# SPDX-License-Identifier: GPL-3.0-or-later
#
# The reports that programs read, against their schemas: JSON against
# doc/kcfi-audit.schema.json, which users have.  There a member may be added; here
# one that the schema does not describe fails.  SARIF is held against what its standard
# demands, in support/sarif-2.1.0.schema.json.

set formats_schema [schema_read [file join $audit_top doc kcfi-audit.schema.json]]
set formats_closed [schema_close $formats_schema]

# Files in which everything that a report can have is somewhere.
proc formats_inputs { } {
    global audit_folder audit_work CLANG KCFI_CC
    audit_compile as {} [file join $audit_folder sites-x86_64.s] formats-sites.o
    audit_compile as {--defsym NOPS=0} [file join $audit_folder virtual-x86_64.s] \
	formats-virtual.o
    audit_compile [audit_plugin] {-g -O1 -w -c} [file join $audit_folder calls.c] \
	formats-calls.o
    audit_compile $KCFI_CC {-w -c} [file join $audit_folder calls.c] formats-none.o
    audit_write formats.s "\t.text\n\t.globl _Z1fi\n\t.type _Z1fi, @function
_Z1fi:\n\tcall *%rax\n\tret\n\t.data\n\t.quad _Z1fi\n"
    audit_compile as {} [file join $audit_work formats.s] formats-mangled.o
    audit_write formats.txt "exempt\n"
    set inputs {
	formats-sites.o formats-virtual.o formats-calls.o formats-none.o
	formats-mangled.o {formats-sites.o formats-calls.o formats-mangled.o}
	{--known=formats.txt formats-calls.o} {--no-debug-info formats-calls.o}
    }
    if {$CLANG eq ""} {
	unsupported "audit: formats of other machines: CLANG (in site.exp) is empty"
	return $inputs
    }
    foreach {name source options} {
	aarch64 sites-aarch64.s --target=aarch64-linux-gnu
	riscv64 sites-riscv.s {--target=riscv64-linux-gnu -march=rv64gc -Wa,-defsym,WIDE=1}
	arm sites-arm.s {--target=armv7-linux-gnueabihf -Wa,-defsym,THUMB=0}
    } {
	audit_compile $CLANG [concat $options -c] [file join $audit_folder $source] \
	    formats-$name.o
	lappend inputs formats-$name.o
    }
    return $inputs
}
set formats_all [formats_inputs]

# What SCHEMA says against the report in FORMAT about each input; those of one run,
# since a run takes long.
proc formats_check { what schema format } {
    global formats_all
    foreach input $formats_all {
	lassign [audit_run [concat $format --fail-on=all $input]] status output
	if {[catch { schema_check $schema $schema [json_typed $output] } problems]} {
	    set problems [list $problems]
	}
	if {$status ni {0 1}} { lappend problems "exit status $status" }
	audit_result "$what: $input" [join [lrange $problems 0 9] "\n"]
    }
}
formats_check "JSON and its schema" $formats_closed --json

set formats_sarif [schema_read [file join $audit_folder support sarif-2.1.0.schema.json]]
formats_check "SARIF and its schema" $formats_sarif --sarif

# The results are the findings of the report as JSON: as many of each problem, and the
# same texts.  A rule's number is that of its place (3.27.6).
proc formats_sarif_findings_test { } {
    global formats_all
    foreach input $formats_all {
	lassign [audit_run [concat --sarif --fail-on=unchecked,mixed $input]] - output
	set run [lindex [dict get [json_read $output] runs] 0]
	set rules [lmap rule [dict get $run tool driver rules] { dict get $rule id }]
	set problem ""
	set found {}
	foreach result [dict get $run results] {
	    set rule [dict get $result ruleId]
	    if {[lindex $rules [dict get $result ruleIndex]] ne $rule} {
		append problem "the number of $rule\n"
	    }
	    set level [expr { $rule in {unchecked mixed} ? "error" : "warning" }]
	    if {[dict get $result level] ne $level} { append problem "the level of $rule\n" }
	    lappend found [list $rule [dict get $result message text]]
	}
	set wanted {}
	dict for {rule findings} [dict get [audit_json $input] problems] {
	    foreach finding $findings {
		set key [expr { [dict exists $finding demangled] ? "demangled" : "text" }]
		lappend wanted [list $rule [dict get $finding $key]]
	    }
	}
	if {[lsort $found] ne [lsort $wanted]} { append problem "$found, not $wanted" }
	audit_result "SARIF has the findings: $input" $problem
    }
}
formats_sarif_findings_test

# Where the results are: the line of the call or function in the source, or the file
# that was audited.  Each place is what a service shows.
proc formats_sarif_places_test { } {
    global audit_work
    audit_write "place #1.c" "int taken (int x) { return x; }

__attribute__ ((no_sanitize (\"kcfi\")))
int caller (int (*f) (int))
{
  return f (1) + 1;
}
"
    audit_compile [audit_plugin] {-g -O1 -c} [file join $audit_work "place #1.c"] \
	"place #1.o"
    audit_write place.s "\t.text\n\t.globl _Z1fi\n\t.type _Z1fi, @function
_Z1fi:\n\tcall *%rax\n\tret\n\t.data\n\t.quad _Z1fi, taken\n"
    audit_compile as {} [file join $audit_work place.s] place.o
    set folder [string map {{ } %20 # %23} $audit_work]
    foreach {what files wanted} [list \
	"a call" [list "place #1.o"] \
	    [list unchecked place%20%231.o file://$folder/place%20%231.c 6 caller] \
	"without debug information" place.o [list \
	    unchecked place.o place.o "" _Z1fi taken place.o place.o "" _Z1fi \
	    unprotected place.o place.o "" ""]] {
	lassign [audit_run [concat --sarif --fail-on=none $files]] - output
	set got {}
	foreach result [dict get [lindex [dict get [json_read $output] runs] 0] results] {
	    set location [lindex [dict get $result locations] 0]
	    set physical [dict get $location physicalLocation]
	    lappend got [dict get $result ruleId] [dict get $result analysisTarget uri] \
		[dict get $physical artifactLocation uri] \
		[expr { [dict exists $physical region]
			? [dict get $physical region startLine] : "" }] \
		[expr { [dict exists $location logicalLocations]
			? [dict get [lindex [dict get $location logicalLocations] 0] \
			       decoratedName] : "" }]
	}
	audit_result "places of SARIF: $what" [expr { $got eq $wanted ? "" : $got }]
    }
    # A function that lost its preamble is at its declaration.
    audit_compile [audit_plugin] {-g -O1 -c} [file join $audit_work "place #1.c"] \
	protected.o
    global KCFI_CC
    audit_compile $KCFI_CC {-g -O1 -c} [file join $audit_work "place #1.c"] bare.o
    audit_run {--write-baseline=place.txt protected.o}
    audit_check "places of SARIF: a lost preamble" \
	{--sarif --baseline=place.txt bare.o} 1 \
	{{"ruleId":"lost".*%231\.c".,"region":."startLine":1..*"decoratedName":"taken"}
	 {"ruleId":"lost".*%231\.c".,"region":."startLine":4..*"decoratedName":"caller"}}
}
formats_sarif_places_test

# The schema refuses what is no report: the checker checks.
proc formats_schema_test { } {
    global formats_closed
    lassign [audit_run {--json --fail-on=none formats-calls.o}] status report
    set problem ""
    foreach {what from to pattern} {
	"another format" {"format":1,} {"format":2,} {format is not 1}
	"no format" {"format":1,} {} {has no format}
	"a word for a number" {"checks":} {"checks":"x","x":} {checks is no integer}
	"a negative number" {"checks":} {"checks":-1,"x":} {checks is -1}
	"a fraction" {"checks":} {"checks":1.5,"x":} {checks is no integer}
	"another kind" {"kind":"call"} {"kind":"leap"} {kind is .leap}
	"a short id" {"id":"0x} {"id":"0} {id is .0}
	"a new member" {"format":1,} {"format":1,"new":1,} {new must not be}
	"an object for a list" {"failed":[]} {"failed":{}} {failed is no array}
	"another problem" {"failed":[]} {"failed":["bad"]} {failed\[0\] is .bad}
	"a problem twice" {"failed":[]} {"failed":["lost","lost"]} {something twice}
    } {
	set changed [string map [list $from $to] $report]
	if {$changed eq $report} { append problem "$what: nothing changed\n"; continue }
	set answer [schema_check $formats_closed $formats_closed [json_typed $changed]]
	if {[lsearch -regexp $answer $pattern] < 0} { append problem "$what: $answer\n" }
    }
    # Whoever has the schema allows for members to come.
    global formats_schema
    set changed [string map {{"format":1,} {"format":1,"new":1,}} $report]
    append problem [schema_check $formats_schema $formats_schema [json_typed $changed]]
    audit_result "the schema refuses what is no report" $problem
}
formats_schema_test

# The number of the format is that of the manual page, and the problems are those
# of the help text.
proc formats_words_test { } {
    global formats_schema audit_top
    set problem ""
    set channel [open [file join $audit_top doc kcfi-audit.1] r]
    set manual [read $channel]
    close $channel
    set plain [json_plain $formats_schema]
    set number [dict get $plain properties format const]
    if {![regexp -line "^\\.B format\n$number; an incompatible change" $manual]} {
	append problem "the manual page does not say $number\n"
    }
    regexp {there is one of LIST.*?by commas: (.*?), all, none} \
	[regsub -all {\s+} [lindex [audit_run --help] 1] " "] -> words
    set known [dict keys [dict get $plain properties problems properties]]
    if {[split [string map {", " ,} $words] ,] ne $known} { append problem "$words, not $known" }
    audit_result "the schema's words" $problem
}
formats_words_test

# One line: numbers from the source of calls.c are in reports.tcl's other tests.
proc formats_line_test { } {
    foreach {what arguments status pattern} {
	"good" formats-virtual.o 0 {formats-virtual\.o: \d+ of \d+ calls and jumps checked \(\d+\.\d %\), \d+ of \d+ functions with preamble(; found: [a-z]+ \d+(, [a-z]+ \d+)*)?; passes}
	"no protection" formats-none.o 1 {formats-none\.o: 0 of \d+ .*\(0\.0 %\), 0 of \d+ functions .*; FAILS: unprotected 1}
	"several" {--fail-on=taken,unchecked formats-mangled.o formats-none.o} 1 {2 files: 0 of .*; found: unprotected 1; FAILS: unchecked \d+, taken 1}
	"no calls" {--fail-on=none formats-empty.o} 0 {formats-empty\.o: 0 of 0 calls and jumps checked, 0 of 1 functions with preamble; found: unprotected 1; passes}
    } {
	lassign [audit_run [concat --summary $arguments]] got output
	audit_result "--summary: $what" \
	    [expr { $got == $status && [regexp "^$pattern\$" $output]
		    ? "" : "exit status $got: $output" }]
    }
}
audit_write formats-empty.s "\t.text\n\t.type f, @function\nf:\tret\n"
audit_compile as {} [file join $audit_work formats-empty.s] formats-empty.o
formats_line_test
