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
