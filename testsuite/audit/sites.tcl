# SPDX-License-Identifier: GPL-3.0-or-later
#
# Calls and jumps: sites-x86_64.s has one of each kind.  Its comments say in
# `# call checked', `# jump excused "jump table"' what they are; the object and
# the linked image must both be seen so.

# The expectations in FILE: a list {function kind state reason}.
proc sites_expected { file } {
    set channel [open $file r]
    set lines [split [read $channel] "\n"]
    close $channel
    set result {}
    set wanted {}
    foreach line $lines {
	if {[regexp {^# (call|jump) (checked|excused|unchecked) ?("[^"]*"|\w*)} \
		 $line -> kind state reason]} {
	    set item [list $kind $state]
	    if {$state ne "checked"} { lappend item [string trim $reason {"}] }
	    lappend wanted $item
	} elseif {[regexp {^\tfunction (\w+)} $line -> name]
		  || [regexp {^(\w+):$} $line -> name]} {
	    foreach item $wanted { lappend result [linsert $item 0 $name] }
	    set wanted {}
	}
    }
    return [lsort $result]
}

# PREFIX is in front of all names.
proc sites_found { report prefix } {
    set result {}
    foreach site [dict get [lindex [dict get $report files] 0] sites] {
	set name [string range [lindex [split [dict get $site place] +] 0] \
		      [string length $prefix] end]
	set item [list $name [dict get $site kind] [dict get $site state]]
	if {[dict exists $site reason]} { lappend item [dict get $site reason] }
	lappend result $item
    }
    return [lsort $result]
}

# The sites of FILE, its findings of each problem (a list of a problem and
# patterns, one for each finding), and how many calls FineIBT can rewrite.
proc sites_check { name file expected problems fineibt { prefix "" } } {
    set report [audit_json $file]
    set found [sites_found $report $prefix]
    set problem ""
    foreach item $expected {
	if {$item ni $found} { append problem "not found: $item\n" }
    }
    foreach item $found {
	if {$item ni $expected} { append problem "unexpected: $item\n" }
    }
    audit_result "$name: calls and jumps" $problem
    foreach {problem patterns} $problems {
	set texts {}
	foreach finding [dict get $report problems $problem] {
	    set text [dict get $finding text]
	    if {$prefix ne ""} { set text [string map [list $prefix ""] $text] }
	    lappend texts $text
	}
	set wrong ""
	if {[llength $texts] != [llength $patterns]} { set wrong "found $texts" }
	foreach text $texts pattern $patterns {
	    if {![regexp -- $pattern $text]} { append wrong " no $pattern" }
	}
	audit_result "$name: $problem" $wrong
    }
    set ready [dict get [lindex [dict get $report files] 0] fineibt_calls]
    audit_result "$name: FineIBT" \
	[expr { $ready == $fineibt ? "" : "$ready calls" }]
}

proc sites_test { } {
    global audit_folder audit_work
    set source [file join $audit_folder sites-x86_64.s]
    audit_compile as {} $source sites.o
    audit_compile ld {-e 0} [file join $audit_work sites.o] sites
    # Where a kernel is.
    audit_compile ld {-e 0 -Ttext-segment=0xffffffff81000000} \
	[file join $audit_work sites.o] sites-high
    audit_compile as {--defsym old=1} $source sites-old.o
    audit_compile ld {-e 0} [file join $audit_work sites-old.o] sites-old
    foreach file {sites.o sites sites-high sites-old.o sites-old} {
	sites_check $file $file [sites_expected $source] {
	    separated {{at separated\+} {at wrong_register\+} {at damaged\+}
		{at not_taken_other\+}}
	    traps {{^unlisted\+0xc traps} {^stray\+0x0 is in}
		{^damaged\+0x9 traps} {^not_taken_unlisted\+0xd traps}}
	    taken {{of handed_over is} {of returned_address is} {of taken is}}
	    typeid {{typeid_call_rax is 0x87654321}}
	    mixed {{15 bytes in front of functions that have it 4 bytes}}
	} 1
    }
}
sites_test

# FILE with PREFIX in front of all names, as PREFIX FILE.
proc sites_prefix_symbols { file prefix } {
    global audit_work
    lassign [kcfi_exec [list llvm-objcopy-19 --prefix-symbols=$prefix \
			    [file join $audit_work $file] \
			    [file join $audit_work $prefix$file]]] \
	status output
    if {$status != 0} { error "$file is not copied: $output" }
}

# All names with something in front, by objcopy --prefix-symbols: a user's
# foo___cfi_f counted as a function.  The tool's other names have it too.
proc sites_prefixed_test { } {
    global audit_folder
    if {[auto_execok llvm-objcopy-19] eq ""} {
	unsupported "audit: prefixed names: there is no llvm-objcopy-19"
	return
    }
    foreach file {sites.o sites} {
	sites_prefix_symbols $file foo_
	sites_check foo_$file foo_$file \
	    [sites_expected [file join $audit_folder sites-x86_64.s]] {
	    separated {{at separated\+} {at wrong_register\+}
		{at damaged\+} {at not_taken_other\+}}
	    traps {{^unlisted\+0xc traps} {^stray\+0x0 is in}
		{^damaged\+0x9 traps} {^not_taken_unlisted\+0xd traps}}
	    taken {{of handed_over is} {of returned_address is} {of taken is}}
	    typeid {{typeid_call_rax is 0x87654321}}
	    mixed {{15 bytes in front of functions that have it 4 bytes}}
	} 1 foo_
    }
}
sites_prefixed_test

# Assembler for x86_64: a macro `function ARGUMENTS', of which one is name, makes a
# function of that name.  PREAMBLE is what stands at its __cfi_ symbol.
proc sites_function_macro { arguments preamble } {
    return "
	.macro	function $arguments
	.balign	16
	.type	__cfi_\\name, @function
__cfi_\\name:
$preamble
	.globl	\\name
	.type	\\name, @function
\\name:
	ret
	.size	\\name, . - \\name
	.endm
	.text
"
}

# What objtool of Linux 7.2 makes of preambles in front of call padding: the
# symbol ends where the function starts.  The id looks like padding.  Tables of
# places to trace and of names take no addresses.
proc sites_padding_test { } {
    global audit_work
    audit_write padding.s [string cat [sites_function_macro {name size id} {
	movl	$\id, %eax
	.skip	11, 0x90
	.size	__cfi_\name, \size}] {
	function grown 16 0x90909090
	function plain 5 0x12345690
	.balign	16
	.type	traced, @function
traced:
	ret
	.size	traced, . - traced
	.data
	.balign	8
__start_mcount_loc:
	.quad	grown, plain, traced
__stop_mcount_loc:
kallsyms_offsets:
	.long	grown - ., plain - ., traced - .
kallsyms_seqs_of_names:
	.balign	8
	.quad	plain
	.section .note.GNU-stack, "", @progbits
    }]
    audit_compile as {} [file join $audit_work padding.s] padding.o
    audit_compile ld {-e 0} [file join $audit_work padding.o] padding
    audit_check "preambles before call padding" {padding} 0 {
	{^  functions +3: 2 with preamble, 1 without \(0 with their address taken\)}
	{^  preambles +hash: 2 at -15; .*; 1 not needed}
	{^  0x12345690 +1 +0 }
	{^  0x90909090 +1 +0 }
    }
}
sites_padding_test

# Ids that end as padding does, with a call in their bytes: `call *%rbp' is ff d5.  A
# part of such a preamble was taken for code without its last byte.  Seen in libstdc++.
proc sites_id_test { } {
    global audit_work
    audit_write padded-ids.s [string cat [sites_function_macro {name id} {
	.skip	11, 0x90
	movl	$\id, %eax
	.size	__cfi_\name, . - __cfi_\name}] {
	function nop_last 0x90d5ffc3
	function zero_last 0x00d5ffc3
	function trap_last 0xccd5ffc3
	function two_last 0xccccd5ff
	.section .note.GNU-stack, "", @progbits
    }]
    audit_compile as {} [file join $audit_work padded-ids.s] padded-ids.o
    audit_check "ids that end as padding" {padded-ids.o} 0 {
	{^  calls +0 indirect}
	{^  jumps +0 indirect}
	{^  functions +4: 4 with preamble}
    }
}
sites_id_test

# A __kcfi_typeid_ symbol is of the global function, whatever local ones there
# are of that name.
proc sites_local_test { } {
    global audit_work
    set objects {}
    foreach id {0x12345678 0x22222222 0x33333333 0x44444444} {
	audit_write local.s "
	.balign 16
	.type __cfi_twin, @function
__cfi_twin:
	.skip 11, 0x90
	movl \$$id, %eax
	.size __cfi_twin, . - __cfi_twin
	.type twin, @function
twin:	ret
	.size twin, . - twin
	[expr {$id == 0x12345678 ? ".globl twin" : ""}]
	.weak __kcfi_typeid_twin
	.set __kcfi_typeid_twin, 0x12345678
	"
	audit_compile as {} [file join $audit_work local.s] local-$id.o
	lappend objects [file join $audit_work local-$id.o]
    }
    lassign [kcfi_exec [concat ld -e 0 $objects \
			    [list -o [file join $audit_work local]]]] status
    audit_check "functions of one name" {--fail-on=typeid local} 0 \
	{{^  functions +4: 4 with preamble}}
}
sites_local_test

# A __kcfi_typeid_ symbol has the id of the prototype.  In code it is one more if
# it would be an ENDBR there, and only then (MaskKCFIType of LLVM's
# X86AsmPrinter.cpp): SYMBOL is right for a function with CODE.
proc sites_masked_test { symbol code right } {
    global audit_work
    audit_write masked.s "
	.type __cfi_f, @function
__cfi_f:
	.skip 11, 0x90
	movl \$$code, %eax
	.size __cfi_f, . - __cfi_f
	.globl f
	.type f, @function
f:	ret
	.size f, . - f
	.weak __kcfi_typeid_f
	.set __kcfi_typeid_f, $symbol
	"
    audit_compile as {} [file join $audit_work masked.s] masked.o
    audit_check "typeid symbol $symbol, preamble $code" \
	{--fail-on=typeid masked.o} [expr { !$right }] \
	[list "^  functions +1: 1 with preamble"]
}
foreach {sites_symbol sites_code sites_right} {
    0xfa1e0ff3 0xfa1e0ff4 1
    0x05e1f00d 0x05e1f00e 1
    0xfb1e0ff3 0xfb1e0ff4 1
    0xfa1e0ff3 0xfa1e0ff3 0
    0x12345678 0x12345678 1
    0x12345678 0x12345679 0
} {
    sites_masked_test $sites_symbol $sites_code $sites_right
}

# Where a word in front of a function is a preamble and where not, in a FILE all
# of whose names start with PREFIX.
proc sites_preambles { file prefix } {
    set problem ""
    foreach function [dict get [lindex [dict get [audit_json $file] files] 0] \
			  function_list] {
	set has [dict exists $function id]
	set name [string range [dict get $function name] \
		      [string length $prefix] end]
	switch -glob -- $name {
	    behind_replacement - behind_bug_preamble { set wanted 1 }
	    behind_the_entry { set wanted 1 }
	    behind_* - taken - no_preamble - __* - _call_via_* {
		set wanted 0
	    }
	    default { set wanted 1 }
	}
	if {$has != $wanted} { append problem "$name\n" }
    }
    audit_result "$file: preambles" $problem
}

# The other machines; clang assembles and lld links for all of them.
proc sites_machine_test { name source target options problems { link {} } } {
    global audit_folder audit_work CLANG
    set source [file join $audit_folder $source]
    audit_compile $CLANG [concat --target=$target $options -c] $source sites-$name.o
    lassign [kcfi_exec [concat ld.lld-19 --no-relax -e 0 $link \
			    [file join $audit_work sites-$name.o] -o \
			    [file join $audit_work sites-$name]]] status output
    if {$status != 0} { error "sites-$name does not link: $output" }
    foreach file [list sites-$name.o sites-$name] {
	sites_check $file $file [sites_expected $source] $problems 0
	sites_preambles $file ""
	# Linux's early code, and a user's.
	foreach prefix {__pi_ foo_} {
	    sites_prefix_symbols $file $prefix
	    sites_check $prefix$file $prefix$file [sites_expected $source] \
		$problems 0 $prefix
	    sites_preambles $prefix$file $prefix
	}
    }
}

proc sites_machines_test { } {
    global CLANG
    set common {
	taken {{of taken is}}
	typeid {{typeid_function is 0x12345678, but the function has 0x87654321}}
	mixed {}
	separated {{at (separated|wrong_register)\+} {at (separated|wrong_register)\+}}
    }
    set numbers {traps {{^the trap at wrong_trap\+.* names other registers}}}
    set words {traps {{^the trap at wrong_trap\+.* names other registers}
	{^scratch_is_target\+0x1c is a KCFI trap without a check}}}
    set strays {traps {{^the trap at wrong_trap\+.* names other registers}
	{^trap_elsewhere\+0x1c is a KCFI trap without a check}
	{^scratch_is_target\+0x14 is a KCFI trap without a check}
	{^expected_is_target\+0x14 is a KCFI trap without a check}
	{^stray\+0x0 is a KCFI trap without a check}}}
    set table {traps {{^unlisted\+0x10 traps} {^damaged\+0x10 traps}
	{^stray\+0x0 is in the trap table}}
	taken {{of taken is}}
	typeid {{typeid_function is 0x12345678, but the function has 0x87654321}}
	mixed {}
	separated {{at beyond\+} {at wrong_register\+} {at separated\+}
	    {at damaged\+}}}
    # The machines of doc/abi-generic.md have no trap table.
    set generic [concat {traps {}} $common]
    set generic_beyond [dict replace $generic separated {{at beyond\+}
	{at wrong_register\+} {at separated\+}}]
    if {$CLANG eq "" || [auto_execok ld.lld-19] eq ""} {
	unsupported "audit: sites of other machines: clang or ld.lld-19 is missing"
	return
    }
    foreach {name source target options problems link} [list \
	aarch64 sites-aarch64.s aarch64-linux-gnu {} [concat $strays $common] {} \
	aarch64_be sites-aarch64.s aarch64_be-linux-gnu {} \
	    [concat $strays $common] {} \
	riscv64 sites-riscv.s riscv64-linux-gnu \
	    {-march=rv64gc -Wa,-defsym,WIDE=1} $table {} \
	riscv32 sites-riscv.s riscv32-linux-gnu \
	    {-march=rv32imac -Wa,-defsym,WIDE=0} $table {} \
	a32 sites-arm.s armv7-linux-gnueabihf {-Wa,-defsym,THUMB=0} \
	    [concat $words $common] {} \
	thumb2 sites-arm.s armv7-linux-gnueabihf {-Wa,-defsym,THUMB=1} \
	    [concat $numbers $common] {} \
	armeb sites-arm.s armebv7-linux-gnueabihf {-Wa,-defsym,THUMB=0} \
	    [concat $words $common] {} \
	armeb-thumb2 sites-arm.s armebv7-linux-gnueabihf \
	    {-Wa,-defsym,THUMB=1} [concat $numbers $common] {} \
	armeb-be8 sites-arm.s armebv7-linux-gnueabihf {-Wa,-defsym,THUMB=0} \
	    [concat $words $common] --be8 \
	i386 sites-i386.s i686-linux-gnu {} $generic {} \
	s390x sites-s390x.s s390x-linux-gnu -march=z13 $generic {} \
	powerpc64le sites-powerpc64.s powerpc64le-linux-gnu {} $generic {} \
	mips64 sites-mips64.s mips64-linux-gnuabi64 {} $generic {} \
	mips64el sites-mips64.s mips64el-linux-gnuabi64 {} $generic {} \
	loongarch64 sites-loongarch64.s loongarch64-linux-gnu {} $generic_beyond {} \
	thumb1 sites-thumb1.s thumbv6m-none-eabi {} \
	    [concat {traps {}} [dict replace $common separated {
		{at (separated|wrong_register)\+} {at (separated|wrong_register)\+}
		{at via_(other|separated)\+} {at via_(other|separated)\+}}]] {}] {
	sites_machine_test $name $source $target $options $problems $link
    }
}
sites_machines_test

# --fail-on: 1 if there is one of the list, 0 if not; mixed and unprotected are the
# default.
audit_check "fails on mixed settings" {sites.o} 1 {{^mixed: 1 \(fails\)}}
audit_check "fails on what is asked" {--fail-on=traps,taken sites.o} 1 \
    {{^traps: 4 \(fails\)} {^taken: 3 \(fails\)} {^mixed: 1$}}
audit_check "fails on nothing" {--fail-on=none sites.o} 0 {}
audit_check "fails on all" {--fail-on=all sites.o} 1 {{^unchecked: 42 \(fails\)}}
audit_check "does not fail on what is not there" \
    {--fail-on=collision,proof,target sites.o} 0 {}

# Functions whose unchecked calls are known.
audit_write known "# a comment\nbare_call\nbare_memory # why\nassembler\n"
audit_check "known functions" {--known=known sites.o --fail-on=unchecked} 1 \
    {{^unchecked: 39 \(fails\)}}
