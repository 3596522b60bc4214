# SPDX-License-Identifier: GPL-3.0-or-later
#
# A GCC that the plugin does not know: the build warns and names the tests to
# run, or fails and says why; one that is too old is refused.  A script that is
# the compiler under test but for its version number stands in for both.

# Runs make with ARGUMENTS, the plugin being made in untried/ of OBJECTS alone
# (paths relative to untried/).  Returns {status output}.
proc untried_make { version objects arguments } {
    global srcdir subdir KCFI_CC
    set top [file dirname [file normalize $srcdir]]
    set out [file join [pwd] untried]
    set gcc [file join $out gcc]
    file mkdir $out
    set script [open $gcc w]
    puts $script "#!/bin/sh\ncase \$1 in"
    puts $script "  -dumpversion) echo $version ;;"
    puts $script "  *) exec $KCFI_CC \"\$@\" ;;\nesac"
    close $script
    file attributes $gcc -permissions 0755
    set paths {}
    foreach object $objects { lappend paths [file join $out $object] }
    # The outer make's arguments would override some of these.  On a busy machine
    # a file of GCC's headers takes its time.
    return [kcfi_exec [concat \
	{env -u MAKEFLAGS -u MFLAGS -u MAKEOVERRIDES make --no-print-directory} \
	[list -C $top GCC=$gcc out=$out objects=$paths] $arguments \
	[list $out/kcfi.so]] 1200]
}

# The build for VERSION ends with STATUS (0 or not) and its text matches each of
# WORDS, none if it must say nothing of this.
proc untried_build { name version arguments succeeds words } {
    file delete -force untried
    lassign [untried_make $version plugin/version-check.cc.o $arguments] \
	status output
    set problems {}
    if {($status == 0) != $succeeds} { lappend problems "exit status $status" }
    foreach word $words {
	if {![regexp -- $word $output]} { lappend problems "no `$word'" }
    }
    if {$words eq "" && [regexp {kcfi:} $output]} { lappend problems "it speaks" }
    if {[file exists untried/kcfi.so] != $succeeds} {
	lappend problems "the plugin is [expr { $succeeds ? {not } : {} }]there"
    }
    errors_verdict "untried GCC: $name" $problems
}

# The plugin itself, pretending that this GCC is newer than what it knows.
proc untried_plugin { } {
    global srcdir KCFI_CC KCFI_OBJECTS
    file delete -force untried
    set objects [list plugin/kcfi-plugin.cc.o]
    foreach object $KCFI_OBJECTS {
	if {[file tail $object] ne "kcfi-plugin.cc.o"} { lappend objects $object }
    }
    lassign [untried_make 16 $objects [list "CXXFLAGS=-O0 -DKCFI_NEWEST_GCC=10"]] \
	status
    set problems {}
    if {$status != 0} { lappend problems "make: exit status $status" }
    set source [file join $srcdir execute pointer.c]
    lassign [kcfi_exec [list $KCFI_CC -fplugin=[pwd]/untried/kcfi.so \
	-fplugin-arg-kcfi-version -w -O2 -c $source -o untried.o]] status output
    # It says so when asked and compiles in silence: cc-option and the like must
    # not be disturbed.
    if {$status != 0} { lappend problems "exit status $status" }
    if {![regexp {^kcfi [0-9.]+ for GCC [0-9.]+, with which it was not tried$} \
	      $output]} {
	lappend problems "it says: $output"
    }
    errors_verdict "untried GCC: the plugin says so with -version" $problems
    lassign [kcfi_exec [concat [kcfi_command {-w -O2} version] \
	[list -c $source -o untried.o]]] status output
    set problems {}
    if {![regexp {^kcfi [0-9.]+ for GCC [0-9.]+(, with which it was not tried)?$} \
	      $output]} {
	lappend problems "it says: $output"
    }
    errors_verdict "untried GCC: -version" $problems
}

untried_build "warns, and names the tests" 99 {} 1 \
    {{warning: .*never tried with GCC 99} {GCC up to 1\d} {make GCC=\S+ check\n}
	check-consistency check-torture check-kernel}
untried_build "fails with a reason" 99 HOSTCXX=false 0 \
    {{does not build for GCC 99} gcc-compat.h}
untried_build "a known one says nothing" 16 {} 1 {}
untried_build "nor when its build fails" 16 HOSTCXX=false 0 {}
untried_build "too old" 10 {} 0 {{is GCC 10: the plugin needs GCC 11 or later}}
untried_plugin
file delete -force untried
