# SPDX-License-Identifier: GPL-3.0-or-later
#
# Packagers' flags: what make would run, for the plugin, the driver and the auditor.
# Policies of distributions want all four variables in each command that they are for.

proc release_flags { } {
    lassign [release_make {-nB audit all CPPFLAGS=-DFROM_CPPFLAGS
	CFLAGS=-DFROM_CFLAGS CXXFLAGS=-DFROM_CXXFLAGS LDFLAGS=-Wl,--from-ldflags}] \
	status output
    set problem ""
    array set seen {c 0 c++ 0 link 0}
    foreach line [split [string map {"\\\n" " "} $output] "\n"] {
	set wanted {}
	if {[regexp { -c -o \S+\.c\.o } "$line "]} {
	    set wanted {FROM_CPPFLAGS FROM_CFLAGS}
	    incr seen(c)
	} elseif {[regexp { -c -o \S+\.cc\.o } "$line "]} {
	    set wanted {FROM_CPPFLAGS FROM_CXXFLAGS}
	    incr seen(c++)
	} elseif {[regexp { -o \S+/(kcfi\.so|kcfi-gcc|kcfi-audit) } $line]} {
	    set wanted --from-ldflags
	    incr seen(link)
	}
	foreach word $wanted {
	    if {[string first $word $line] < 0} { append problem "no $word: $line\n" }
	}
    }
    # The auditor is among them only where its libraries are.
    if {$status != 0 || $seen(c) < 30 || $seen(c++) < 20 || $seen(link) < 2} {
	append problem "status $status, [array get seen]"
    }
    release_result "each command has the flags" $problem
}
release_flags
