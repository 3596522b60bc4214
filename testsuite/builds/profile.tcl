# SPDX-License-Identifier: GPL-3.0-or-later
#
# Profile-guided optimisation: -fprofile-generate, a run, -fprofile-use.

foreach options {-O2 {-O3 -flto} {-O2 -fprofile-partial-training}} {
    set make [concat $options -fprofile-generate -fprofile-update=atomic]
    set use [concat $options -fprofile-use]
    builds_case "profile $options" [list \
	[list compile $make promoted.c promoted.o] \
	[list link $make promoted.o] {run train} \
	[list compile $use promoted.c promoted.o] \
	[list link $use promoted.o] {run {}}]
}
