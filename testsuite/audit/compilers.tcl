# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the compilers make: calls.c says how many calls of which kind it has.

proc compilers_test { name command } {
    global audit_folder
    set source [file join $audit_folder calls.c]
    set options {-std=gnu11 -O2 -w -fno-inline -fcf-protection=none -c}
    set variants {
	"" {} 4
	" retpoline" {} 4
	" -g" {-g} 4
	" -ffunction-sections" {-ffunction-sections} 4
	" prefix" {-fpatchable-function-entry=11,11} 15
    }
    foreach {variant more offset} $variants {
	if {$variant eq " retpoline"} {
	    set more [expr { $name eq "clang"
		? "-mretpoline-external-thunk"
		: "-mindirect-branch=thunk-extern -mindirect-branch-register" }]
	}
	set object calls-$name[string map {" " -} $variant].o
	audit_compile $command [concat $options $more] $source $object
	set file [lindex [dict get [audit_json $object] files] 0]
	# Retpolines leave no jump tables.
	set tables [expr { $variant ne " retpoline" }]
	set problem ""
	foreach {key wanted} [list \
	    calls [list total 5 checked 3 unchecked 2 excused 0] \
	    jumps [list total [expr { 1 + $tables }] checked 1 unchecked 0 \
		       excused $tables] \
	    checks 4 traps 4 functions 6 preambles 6 \
	    without_preamble 0 \
	    hash_offsets [list $offset 6]] {
	    set found [dict get $file $key]
	    if {$found ne $wanted} { append problem "$key: $found, not $wanted\n" }
	}
	audit_result "calls.c of $name$variant" $problem
    }
}
foreach pair [audit_compilers] { compilers_test {*}$pair }

# What compilers and assemblers put into checks and calls against speculation: a
# user of -Wa,-mlfence-... had only false alarms.  -Os has calls of pointers in
# memory and few registers, so that one may be saved around a check.
proc compilers_hardened_test { name variants } {
    global audit_folder
    set command [audit_$name]
    foreach more $variants {
	foreach level {-O0 -Os -O2} {
	    set object calls-hardened-$name.o
	    audit_compile $command [concat {-std=gnu11 -w -fno-inline -c} $level $more] \
		[file join $audit_folder calls.c] $object
	    set report [audit_json $object]
	    set file [lindex [dict get $report files] 0]
	    set problem ""
	    foreach {key total} {checked 4 unchecked 2} {
		set found [expr { [dict get $file calls $key]
				  + [dict get $file jumps $key] }]
		if {$found != $total} { append problem "$key: $found\n" }
	    }
	    foreach kind {traps taken mixed separated typeid} {
		set texts [dict get $report problems $kind]
		if {$texts ne {}} { append problem "$kind: $texts\n" }
	    }
	    audit_result "calls.c of $name $level $more" $problem
	}
    }
}
compilers_hardened_test plugin {
    -mindirect-branch=thunk-inline
    {-mindirect-branch=thunk-inline -mfunction-return=thunk-inline -mharden-sls=all}
    -mindirect-branch=thunk
    -Wa,-mlfence-before-indirect-branch=all
    -Wa,-mlfence-after-load=yes
    {-Wa,-mlfence-after-load=yes -Wa,-mlfence-before-indirect-branch=all
	-Wa,-mlfence-before-ret=yes}
}
if {$CLANG ne ""} {
    compilers_hardened_test clang {-mretpoline -mlvi-cfi -mlvi-hardening
	-mharden-sls=all}
}

# The same on other machines: how the switch is compiled differs, and Thumb-1 has
# no room for a tail call.
proc compilers_machine_test { name command } {
    global audit_folder
    set source [file join $audit_folder calls.c]
    foreach {variant options} {
	"" {-O2 -fno-inline}
	" -O0" {-O0}
	" -Os -g -ffunction-sections" {-Os -g -fno-inline -ffunction-sections}
	" prefix" {-O2 -g -fno-inline -fpatchable-function-entry=4,2}
    } {
	# The plugin rejects nops in front of the label on these.
	if {$variant eq " prefix"
	    && [regexp {^(powerpc|mips)} $name]} { continue }
	# Two nops of one, two or four bytes each.
	set offset [expr { $variant ne " prefix" ? 4
			   : [string match {i386*} $name] ? 6
			   : [regexp {^(riscv|thumb|s390x)} $name] ? 8 : 12 }]
	set object calls-$name[string map {" " ""} $variant].o
	# Direct calls of shared libraries that share their end are not told.
	if {[string match {mips*} $name]} { lappend options -fno-crossjumping }
	audit_compile $command [concat {-std=gnu11 -w -c} $options] $source $object
	set report [audit_json $object]
	set file [lindex [dict get $report files] 0]
	set problem ""
	foreach {key total} {checked 4 unchecked 2} {
	    set found [expr { [dict get $file calls $key]
			      + [dict get $file jumps $key] }]
	    if {$found != $total} { append problem "$key: $found\n" }
	}
	# i386 has two that say where they are called from.
	set functions [expr { [string match {i386*} $name] ? 8 : 6 }]
	foreach {key wanted} [list checks 4 functions $functions preambles 6] {
	    set found [dict get $file $key]
	    if {$found ne $wanted} { append problem "$key: $found\n" }
	}
	if {[dict get $file hash_offsets] ne [list $offset 6]} {
	    append problem "hash_offsets: [dict get $file hash_offsets]\n"
	}
	if {[lsearch $options -g] >= 0 && [dict get $file proof equal] != 6} {
	    append problem "proof: [dict get $file proof]\n"
	}
	foreach kind {traps taken mixed separated typeid} {
	    set texts [dict get $report problems $kind]
	    if {$texts ne {}} { append problem "$kind: $texts\n" }
	}
	audit_result "calls.c of $name$variant" $problem
    }
}
foreach {name compiler command} [audit_cross_compilers] {
    compilers_machine_test $name $command
}

# The listing says why.
proc compilers_listing_test { } {
    global audit_folder audit_work
    set listing [file join $audit_work calls.ids]
    audit_compile [audit_plugin] \
	[list -std=gnu11 -O2 -w -g -fno-inline -c \
	     -fplugin-arg-kcfi-print-ids=$listing] \
	[file join $audit_folder calls.c] listed.o
    set reasons {}
    foreach site [dict get [lindex [dict get [audit_json {listed.o calls.ids}] \
					files] 0] sites] {
	if {[dict get $site state] eq "unchecked"} {
	    lappend reasons [lindex [split [dict get $site place] +] 0] \
		[dict get $site reason] [file tail [dict get $site file]] \
		[dict get $site line]
	}
    }
    set wanted {exempt no_sanitize calls.c 35 old_style unprototyped calls.c 41}
    audit_result "reasons from a listing" \
	[expr { $reasons eq $wanted ? "" : "$reasons, not $wanted" }]
}
compilers_listing_test

# Settings: objects of different prefixes, linked or side by side.
proc compilers_mixed_test { } {
    global audit_folder audit_work
    set source [file join $audit_folder calls.c]
    set options {-std=gnu11 -O2 -w -fno-inline -c}
    audit_compile [audit_plugin] $options $source plain.o
    audit_compile [audit_plugin] \
	[concat $options -fpatchable-function-entry=11,11] $source prefix.o
    audit_compile [audit_plugin] \
	[concat $options -fplugin-arg-kcfi-normalize-integers] $source \
	normalized.o
    audit_check "one setting" {plain.o plain.o} 0 {}
    audit_check "two prefixes" {plain.o prefix.o} 1 \
	{{^  plain\.o and prefix\.o were compiled with different settings: prefix \(0, 11\)$}
	    {^  calls look for the hash}}
    audit_check "two kinds of ids" {plain.o normalized.o} 1 \
	{{^  plain\.o and normalized\.o were .* settings: normalize-integers \(0, 1\)$}}
    lassign [kcfi_exec [list ld -r -o [file join $audit_work mixed.o] \
			    --allow-multiple-definition \
			    [file join $audit_work plain.o] \
			    [file join $audit_work prefix.o]]] status output
    audit_check "two prefixes in one file" {mixed.o} 1 \
	{{^  parts of mixed\.o were .* settings: prefix \(0, 11\)$}}

    # A link with -flto, which need not know the switches of its objects; a user
    # had the exit status 0 for a program of two hashes.
    set lto [concat $options -flto]
    audit_compile [audit_plugin] $lto $source lto-plain.o
    audit_compile [audit_plugin] [concat $lto -fplugin-arg-kcfi-hash=FNV-1a] \
	$source lto-hash.o
    foreach {name objects status wanted} {
	"two hashes" {lto-plain.o lto-hash.o} 1 {{^  parts of linked\.o were .* settings: hash \((xxHash64, FNV-1a|FNV-1a, xxHash64)\)$}}
	"a hash that the link does not repeat" lto-hash.o 0 {{hash=FNV-1a}}
    } {
	set command [concat [audit_plugin] {-O2 -flto -r -flinker-output=nolto-rel} \
			 -Wl,--allow-multiple-definition]
	foreach object $objects { lappend command [file join $audit_work $object] }
	kcfi_exec [concat $command -o [file join $audit_work linked.o]]
	audit_check "-flto: $name" {linked.o} $status $wanted
    }
}
compilers_mixed_test

# An archive is its objects.
proc compilers_archive_test { } {
    global audit_work
    kcfi_exec [list ar rc [file join $audit_work calls.a] \
		   [file join $audit_work plain.o] \
		   [file join $audit_work calls-plugin.o]]
    audit_check "archive" {calls.a} 0 {{^calls\.a\(plain\.o\) \(x86_64\)}
	{^calls\.a\(calls-plugin\.o\) \(x86_64\)} {^  1 id of functions, 0 of one function only$}
	{^unchecked: 4$}}
}
compilers_archive_test
