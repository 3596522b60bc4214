# SPDX-License-Identifier: GPL-3.0-or-later
#
# Link-time optimisation: partitions, mixtures with ordinary objects, linking in
# two steps; units that disagree on a prototype; clones that a partition boundary
# makes public.

foreach level {-O0 -O2 -O3} {
    foreach partition {none one 1to1 max balanced} {
	set options [list $level -flto -flto-partition=$partition]
	builds_case "lto-prototypes $options" [list \
	    [list compile $options prototypes.c one.o] \
	    [list compile $options prototypes-other.c two.o] \
	    [list link $options {one.o two.o}] {run {}}]
    }
    set lto [list $level -flto]
    builds_case "lto-mixed: $level, first unit only" [list \
	[list compile $lto prototypes.c one.o] \
	[list compile $level prototypes-other.c two.o] \
	[list link $lto {one.o two.o}] {run {}}]
    builds_case "lto-mixed: $level, second unit only" [list \
	[list compile $level prototypes.c one.o] \
	[list compile $lto prototypes-other.c two.o] \
	[list link $lto {one.o two.o}] {run {}}]
    foreach output {rel nolto-rel} {
	builds_case "lto-relocatable: $level -flinker-output=$output" [list \
	    [list compile $lto prototypes.c one.o] \
	    [list compile $lto prototypes-other.c two.o] \
	    [list relink [concat $lto -flinker-output=$output] {one.o two.o} both.o] \
	    [list link [expr { $output eq "rel" ? $lto : $level }] both.o] {run {}}]
    }
    builds_case "lto-parallel: $level -flto=2" [list \
	[list compile $lto prototypes.c one.o] \
	[list compile $lto prototypes-other.c two.o] \
	[list link [list $level -flto=2] {one.o two.o}] {run {}}]
}

# clones.c says what must not have an id.
foreach options {{-O3} {-O3 -flto -flto-partition=none} {-O3 -flto -flto-partition=max}
    {-O2 -flto -flto-partition=1to1}} {
    builds_case "lto-clones $options" [list \
	[list compile $options clones.c one.o] \
	[list compile $options clones-other.c two.o] \
	[list link $options {one.o two.o}] {run {}} \
	{symbols-not {__cfi_\S*\.(isra|constprop|part)}}]
}

# What is decided when the source is compiled must not change if the link lacks the
# switch: libtool 2.4.7 hands -flto and -fsanitize=* to the link of a shared
# library and no other -fsanitize-*.  And a mix must be told in the program as it
# is without -flto; a user found that an FNV-1a and an xxHash64 object trapped and
# had one record.
proc builds_lto_records { name lto link } {
    set fnv "$lto -fplugin-arg-kcfi-hash=FNV-1a"
    builds_case "lto-records $name, all FNV-1a" [list \
	[list compile $fnv prototypes.c one.o] \
	[list compile $fnv prototypes-other.c two.o] \
	{*}$link {run {}} {records hash=FNV-1a}]
    builds_case "lto-records $name, mixed" [list \
	[list compile $fnv prototypes.c one.o] \
	[list compile $lto prototypes-other.c two.o] \
	{*}$link {records {hash=FNV-1a hash=xxHash64}}]
}
foreach part {none one 1to1 max balanced} {
    set lto "-O2 -flto -flto-partition=$part"
    builds_lto_records $part $lto [list [list link $lto {one.o two.o}]]
}
set lto "-O2 -flto -ffat-lto-objects"
builds_lto_records "fat" $lto [list [list link $lto {one.o two.o}]]
builds_lto_records "fat, linked without -flto" $lto \
    [list [list link -fno-lto {one.o two.o}]]
foreach output {rel nolto-rel} {
    set lto "-O2 -flto -flinker-output=$output"
    builds_lto_records "-r $output" "-O2 -flto" [list \
	[list relink $lto {one.o two.o} both.o] \
	[list link [expr { $output eq "rel" ? "-O2 -flto" : "-O2" }] both.o]]
}

# The constructor that registers variables is made at the link, with its hash.
set asan {-O2 -flto -fsanitize=address -DTRAP_STRICT=0}
if {![builds_have $asan]} {
    unsupported "builds/lto-records, a function made at the link: no libasan"
} else {
    builds_case "lto-records, a function made at the link" [list \
	[list compile [concat $asan -fplugin-arg-kcfi-hash=FNV-1a] prototypes.c one.o] \
	[list compile [concat $asan -fplugin-arg-kcfi-hash=FNV-1a] prototypes-other.c two.o] \
	[list link $asan {one.o two.o}] \
	{records {hash=FNV-1a hash=xxHash64}}]
}

# In front of `local', int (int): one register has an argument.
if {[kcfi_machine] eq "x86_64"} {
    set arity {-O2 -flto -fplugin-arg-kcfi-arity}
    builds_case "lto-arity: the link does not repeat it" [list \
	[list compile $arity prototypes.c one.o] \
	[list compile $arity prototypes-other.c two.o] \
	{link {-O2 -flto} {one.o two.o}} {run {}} {records arity=1} \
	{code __cfi_local {^[^\n]*\n(?:[^\n]*nop\n)*[^\n]*mov +\$0x[0-9a-f]+,%ecx}}]
}

# The form of checks is each unit's own affair, and so are two in one program.
array set builds_other_form {
    x86_64 {not-taken {^(?:[^\n]+\n)*?[^\n]*test +\$0xd6,%al}}
    aarch64 {out-of-line {^(?:[^\n]+\n)*?[^\n]*cmp\s[^\n]*\n[^\n]*b\.ne\s[^\n]*\n[^\n]*blr?\s}}
}
if {[info exists builds_other_form([kcfi_machine])]} {
    lassign $builds_other_form([kcfi_machine]) form code
    foreach options {-O2 {-O2 -flto} {-O2 -flto -flto-partition=none}} {
	builds_case "two-forms $options" [list \
	    [list compile "$options -fplugin-arg-kcfi-check=$form" prototypes.c one.o] \
	    [list compile $options prototypes-other.c two.o] \
	    [list link $options {one.o two.o}] {run {}} [list code call_int $code]]
    }
}

# Traps for Linux's handlers: `bkpt' in place of `udf'.
if {[kcfi_machine] eq "arm"} {
    builds_case "lto-kernel-traps: the link does not repeat it" {
	{compile {-O2 -flto -fplugin-arg-kcfi-kernel-traps} prototypes.c one.o}
	{compile {-O2 -flto -fplugin-arg-kcfi-kernel-traps} prototypes-other.c two.o}
	{link {-O2 -flto} {one.o two.o}}
	{code call_int {^(?:[^\n]+\n)*[^\n]*bkpt}}
    }
}

# The table of trap sites, of one unit and not of the other.
if {[kcfi_trap_relocation] ne ""} {
    builds_case "lto-no-trap-table: the link does not repeat it" {
	{compile {-O2 -flto -fplugin-arg-kcfi-no-trap-table} prototypes.c one.o}
	{compile {-O2 -flto -fplugin-arg-kcfi-no-trap-table} prototypes-other.c two.o}
	{link {-O2 -flto} {one.o two.o}}
	{table-not}
    }
}

# A virtual call compares what only its own mode puts in front of functions.  C units
# take no part.
if {![kcfi_have c++]} {
    unsupported "builds/lto-virtual: $KCFI_CC has no C++ front end"
} else {
    foreach {one two} {name name class class off off off name name class class off} {
	set lto "-O2 -flto -fno-rtti -nostdinc++ -fplugin-arg-kcfi-virtual"
	set objects {one.o two.o three.o}
	builds_case "lto-virtual: $one with $two" [list \
	    [list compile $lto=$one virtual-mode.cc one.o] \
	    [list compile $lto=$two virtual-mode-other.cc two.o] \
	    [list compile {-O2 -flto} virtual-mode-c.c three.o] \
	    {*}[expr { $one eq $two
		       ? [list [list link {-O2 -flto} $objects] {run {}}]
		       : [list [list link-fails {-O2 -flto} $objects \
				    "compile all C\\+\\+ files with one virtual= mode"]] }]]
    }
}
