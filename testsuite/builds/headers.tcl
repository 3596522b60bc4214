# SPDX-License-Identifier: GPL-3.0-or-later
#
# Precompiled headers.  (errors/ has one that was made without the plugin.)

# -fcompare-debug does not use precompiled headers.
if {[string match *-fcompare-debug* $KCFI_EXTRA]} {
    unsupported "builds/precompiled: -fcompare-debug uses no precompiled header"
} else {
    foreach options {-O2 {-O0 -g} {-O2 -flto}} {
	# There is no such header in this folder, only the precompiled one.
	set including [concat $options -include ./precompiled.h]
	builds_case "precompiled $options" [list \
	    [list header $options precompiled.h precompiled.h.gch] \
	    [list compile $including precompiled.c one.o] \
	    [list compile $options precompiled-other.c two.o] \
	    [list link $options {one.o two.o}] {run {}}]
    }
}
