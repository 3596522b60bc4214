# SPDX-License-Identifier: GPL-3.0-or-later
#
# --baseline and --write-baseline: what fails a build that was good.  Each case is
# a change that a reviewer would see in the source, and what follows from it.

# Compiles TEXT as NAME.c in a folder of its own, as a build elsewhere would.
proc baseline_compile { folder name text {command {}} } {
    global audit_work
    if {$command eq {}} { set command [audit_plugin] }
    file mkdir [file join $audit_work $folder]
    audit_write $folder/$name.c $text
    audit_compile $command {-g -O1 -c} \
	[file join $audit_work $folder $name.c] $folder/$name.o
    return $folder/$name.o
}

# The program that the cases change: one unchecked call, a class of two functions
# that is called, and one of three that is not.
proc baseline_source { {change {}} } {
    return [string map $change {
int one (int x) { return x + 1; }
int two (int x) { return x + 2; }
long never_1 (long x) { return x + 1; }
long never_2 (long x) { return x + 2; }
long never_3 (long x) { return x + 3; }
/*functions*/
int checked (int (*f) (int)) { return f (1) + 1; }
__attribute__ ((no_sanitize ("kcfi")))
int exempt (int (*f) (int))
{
  /*before*/
  int x = f (2) + 2;
  /*after*/
  return x;
}
}]
}

# With CHANGE made the answer has STATUS, and of each word of COUNTS so many
# findings; the texts match PATTERNS.
proc baseline_case { what change counts patterns } {
    set counts [dict merge {added 0 grown 0 lost 0} $counts]
    set file [baseline_compile new base [baseline_source $change]]
    lassign [audit_run [list --json --baseline base.txt $file]] status output
    set problem ""
    if {[catch { json_read $output } report]} {
	audit_result "baseline: $what" $output
	return
    }
    set all {}
    dict for {word count} $counts {
	set found [dict get $report problems $word]
	if {[llength $found] != $count} { append problem "$word: $found\n" }
	if {($word in [dict get $report failed]) != ($count > 0)} {
	    append problem "failed: [dict get $report failed]\n"
	}
	lappend all {*}[lmap finding $found { dict get $finding text }]
    }
    if {$status != ($all ne {})} { append problem "exit status $status\n" }
    foreach pattern $patterns {
	if {[lsearch -regexp $all $pattern] < 0} { append problem "no $pattern: $all\n" }
    }
    audit_result "baseline: $what" $problem
}

proc baseline_test { } {
    set file [baseline_compile old base [baseline_source]]
    audit_check "baseline: written beside the report" \
	[list --write-baseline=base.txt $file] 0 {{^  calls +2 indirect}}
    set text [audit_read base.txt]
    set problem ""
    foreach line [list "kcfi-audit baseline 1" \
		      "unchecked\texempt\tcall\tunknown\tbase.c\t13" \
		      "class\t0x00050794\t2\t1\tint (int)" \
		      "preamble\tone\t1\t0" "preamble\texempt\t1\t0"] {
	if {$line ni [split $text "\n"]} { append problem "no $line in\n$text" }
    }
    # 0x00050794 is Clang's id of int (int); nothing calls long (long).
    if {[regexp -all {\nclass\t} $text] != 1} { append problem "classes in $text" }
    audit_result "baseline: what it has" $problem

    baseline_case "the same elsewhere" {} {} {}
    baseline_case "code and lines have moved" {
	{int one} "\n\n\nstatic long moved (long x) { return x * 3; }
long (*pointer) (long) = moved;\nint one"
    } {} {}
    baseline_case "a call has moved in its function" {/*before*/ "x:\n\n"} {} {}
    baseline_case "a second call in a function" {/*after*/ {x += f (3);}} {added 1} {
	{^call at exempt\+0x[0-9a-f]+ \(.*base\.c:14\) is unchecked and not in the baseline: unknown$}
    }
    baseline_case "a second call before the known one" {/*before*/ "f (3);"} \
	{added 1} {{base\.c:12\)}}
    baseline_case "a call in another function" {
	/*functions*/ {__attribute__ ((no_sanitize ("kcfi")))
	    int other (int (*f) (int)) { return f (2) + 2; }}
    } {added 1} {{^call at other\+}}
    baseline_case "a larger class" {
	/*functions*/ {int three (int x) { return x + 3; }}
    } {grown 1} {
	{^the id 0x00050794 \(int \(int\)\), which is called, has 3 functions, in the baseline 2$}
    }
    baseline_case "a larger class that nothing calls" {
	/*functions*/ {long never_4 (long x) { return x + 4; }}
    } {} {}
    baseline_case "a large class that is called now" {
	/*functions*/ {long call (long (*f) (long)) { return f (1) + 1; }}
    } {grown 1} {{has 3 functions, the largest in the baseline 2$}}
    baseline_case "a new class that is not larger" {
	/*functions*/ {
	    short small (short x) { return x; }
	    short call (short (*f) (short)) { return f (1) + 1; }}
    } {} {}
    baseline_case "a function less" {{int two (int x) { return x + 2; }} {}} {} {}
    baseline_case "a function that only is called" {
	/*functions*/ {__attribute__ ((noinline)) static long own (long x)
	    { asm (""); return x; } int user (void) { return own (1); }}
    } {} {}

    # Of two objects one is not protected any more: its preambles are lost and its
    # calls unchecked.
    global KCFI_CC
    set part {int part (int (*f) (int)) { return f (1) + 1; }}
    set part_file [baseline_compile old part $part]
    audit_check "baseline: of two files" \
	[list --write-baseline two.txt $file $part_file] 0 {}
    audit_check "baseline: the same two" \
	[list --baseline=two.txt $part_file $file] 0 {}
    set part_file [baseline_compile new part $part $KCFI_CC]
    audit_check "baseline: an object without protection" \
	[list --baseline=two.txt $file $part_file] 1 {
	    {^added: 1 \(fails\)$}
	    {^  new/part\.o: call at part\+0x}
	    {^lost: 1 \(fails\)$}
	    {^  new/part\.o: part has no preamble, but had one in the baseline$}
    }
    audit_check "baseline: --fail-on without it" \
	[list --baseline=two.txt --fail-on=mixed $file $part_file] 0 {{^lost: 1$}}
    audit_check "baseline: --known" [list --baseline=two.txt --known=known.txt \
	--fail-on=added $file $part_file] 0 {}
}
audit_write known.txt "part\n"
baseline_test

# GCC's copies are functions of the source, whatever their numbers; so are static
# functions of one name, of which one may lose its preamble.
proc baseline_names_test { } {
    global audit_work
    set preamble {
	.balign 16
	.type __cfi_NAME, @function
__cfi_NAME:
	.skip 11, 0x90
	movl $0x12345678, %eax
	.size __cfi_NAME, . - __cfi_NAME
    }
    set function {
	.type NAME, @function
NAME:	call *%rax
	ret
	.size NAME, . - NAME
    }
    set taken ".data\n.balign 8\n.quad twin\n.text\n"
    foreach {name text} [list \
	copies-old [string map {NAME f.constprop.3} $function] \
	copies-new [string map {NAME f.isra.0} $function] \
	copies-jump [string map {NAME f.isra.0 call jmp} $function] \
	twin-with "[string map {NAME twin} $preamble$function]$taken" \
	twin-without "[string map {NAME twin} $function]$taken"] {
	audit_write $name.s $text
	audit_compile as {} [file join $audit_work $name.s] $name.o
    }
    audit_run {--write-baseline=copies.txt copies-old.o}
    audit_check "baseline: copies of a function" \
	{--fail-on=added,lost --baseline=copies.txt copies-new.o} 0 {}
    audit_check "baseline: a jump in place of a call" \
	{--fail-on=added --baseline=copies.txt copies-jump.o} 1 {
	    {^  jump at f\.isra\.0\+0x0 is unchecked and not in the baseline: }
	}
    # Three times the same, of which one has changed.
    audit_run {--write-baseline=twins.txt twin-with.o twin-with.o twin-without.o}
    audit_check "baseline: functions of one name" \
	{--fail-on=lost --baseline=twins.txt twin-without.o twin-with.o twin-with.o} 0 {}
    audit_check "baseline: one of several functions of one name" \
	{--fail-on=lost --baseline=twins.txt twin-without.o twin-with.o twin-without.o} 1 {
	    {^lost: 1 \(fails\)$}
	    {twin: a function of this name has no preamble, but had one}
    }
}
baseline_names_test

# A name with a tab is a field all the same.
proc baseline_escape_test { } {
    global audit_work
    audit_write escape.s [string map [list NAME "\"a\tb%\""] {
	.text
	.globl NAME
	.type NAME, @function
NAME:	call *%rax
	.size NAME, . - NAME
    }]
    audit_compile as {} [file join $audit_work escape.s] escape.o
    audit_run {--write-baseline=escape.txt escape.o}
    set text [audit_read escape.txt]
    audit_result "baseline: hostile names" \
	[expr { [string first "unchecked\ta%09b%25\tcall\t" $text] > 0 ? "" : $text }]
    audit_check "baseline: hostile names are read" \
	{--fail-on=added --baseline=escape.txt escape.o} 0 {}
}
baseline_escape_test

# What is no baseline: one line that says which line is wrong.
proc baseline_errors_test { } {
    global audit_work
    set good "kcfi-audit baseline 1\n"
    foreach {what text pattern} [list \
	"empty" "" {bad\.txt: is empty and no baseline$} \
	"another version" "kcfi-audit baseline 2\n" {bad\.txt:1: .*--write-baseline$} \
	"another kind" "${good}something\tf\t1\t0\n" {bad\.txt:2: } \
	"too few fields" "${good}preamble\tf\t1\t0\npreamble\tf\t1\n" {bad\.txt:3: } \
	"too many fields" "${good}[string repeat "unchecked\t" 9]\n" {bad\.txt:2: } \
	"no number" "${good}preamble\tf\tmany\t0\n" {bad\.txt:2: } \
	"a negative number" "${good}preamble\tf\t-1\t0\n" {bad\.txt:2: } \
	"a number too large" "${good}class\t0x123456789\t1\t1\tf\n" {bad\.txt:2: } \
	"an object" [audit_read escape.o] {bad\.txt:1: }] {
	audit_write bad.txt $text
	audit_check "baseline: $what" {--baseline=bad.txt escape.o} 2 [list $pattern]
    }
    audit_check "baseline: no such file" {--baseline no-such-file escape.o} 2 \
	{{^kcfi-audit: no-such-file: No such file}}
    audit_check "baseline: no name" {escape.o --baseline} 2 \
	{{a file name is missing after "--baseline"}}
    audit_check "baseline: cannot be written" {--write-baseline=/dev/full escape.o} 2 \
	{{/dev/full: No space left}}
    # Bytes changed: any answer but a crash, the same ones in each run.
    set text [audit_read base.txt]
    set seed 1
    set problem ""
    for {set i 0} {$i < 60} {incr i} {
	set damaged $text
	for {set n 0} {$n < 4} {incr n} {
	    set seed [expr { ($seed * 1103515245 + 12345) & 0x7fffffff }]
	    set place [expr { $seed % [string length $text] }]
	    set damaged [string replace $damaged $place $place \
			     [string index "\t\n0x-9%\x00\xff" [expr { ($seed >> 8) % 9 }]]]
	}
	audit_write damaged.txt $damaged
	lassign [audit_run {--json --baseline=damaged.txt new/base.o}] status output
	if {$status ni {0 1 2} || ($status != 2 && [catch { json_read $output }])} {
	    append problem "$i: $output\n"
	}
    }
    audit_result "baseline: damaged" $problem
}
baseline_errors_test
