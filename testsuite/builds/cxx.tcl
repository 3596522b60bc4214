# SPDX-License-Identifier: GPL-3.0-or-later
#
# C++ of several units: precompiled headers, modules, OpenMP, link-time optimisation
# of C and C++ together.

if {![kcfi_have c++]} {
    unsupported "builds/cxx: $KCFI_CC has no C++ front end"
    return
}

# Emulators are slow: one level each.
set builds_cxx_levels [expr { [kcfi_board runner {}] eq "" ? {-O0 -O2} : {-O2} }]

# What the header declares has the same id in a unit that reads it as text.
if {[string match *-fcompare-debug* $KCFI_EXTRA]} {
    unsupported "builds/cxx-precompiled: -fcompare-debug uses no precompiled header"
} else {
    foreach level $builds_cxx_levels {
	set options [list $level -std=c++17]
	set including [concat $options {-include ./precompiled-cxx.hh}]
	builds_case "cxx-precompiled $options" [list \
	    [list header $options precompiled-cxx.hh precompiled-cxx.hh.gch] \
	    [list compile $including precompiled-cxx.cc one.o] \
	    [list compile $options precompiled-cxx-other.cc two.o] \
	    [list link $options {one.o two.o -lstdc++}] {run {}}]
    }
}

# The importer compiles inline functions of the module again.
foreach level $builds_cxx_levels {
    set modules [list $level -std=c++20 -fmodules-ts]
    builds_case "cxx-modules $level" [list \
	[list compile $modules module.cc one.o] \
	[list compile $modules module-importer.cc two.o] \
	[list link $modules {one.o two.o -lstdc++}] {run {}}]
}

# Bodies of parallel regions and tasks are functions whose address libgomp gets;
# constructors of private copies run in them.
if {![builds_have -fopenmp]} {
    unsupported "builds/cxx-openmp: no libgomp"
} else {
    foreach level [concat $builds_cxx_levels {{-O2 -flto}}] {
	set options [concat $level -fopenmp]
	builds_case "cxx-openmp $options" [list \
	    [list compile $options openmp-cxx.cc one.o] \
	    [list link $options {one.o -lstdc++}] {run {}}]
    }
}

# One program of both languages, each calling the other's functions; the mixture with
# an ordinary object of either.
foreach {one two} {-flto -flto {} -flto -flto {}} {
    foreach level $builds_cxx_levels {
	builds_case "cxx-mixed $level, C++ $one, C $two" [list \
	    [list compile [concat $level $one] mixed.cc one.o] \
	    [list compile [concat $level $two] mixed-c.c two.o] \
	    [list link [list $level -flto] {one.o two.o -lstdc++}] {run {}}]
    }
}
foreach partition {none max} {
    set options [list -O2 -flto -flto-partition=$partition]
    builds_case "cxx-mixed $options" [list \
	[list compile $options mixed.cc one.o] \
	[list compile $options mixed-c.c two.o] \
	[list link $options {one.o two.o -lstdc++}] {run {}}]
}
