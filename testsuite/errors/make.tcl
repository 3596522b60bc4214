# SPDX-License-Identifier: GPL-3.0-or-later
#
# The build takes the variables that packages set, and whoever names a compiler
# by a variable that has no effect is told the one that has.

# Runs make with ARGUMENTS for an output folder of its own.
proc make_run { arguments } {
    global srcdir KCFI_CC
    return [kcfi_exec [concat \
	{env -u MAKEFLAGS -u MFLAGS -u MAKEOVERRIDES -u MAKELEVEL -u WERROR
	    -u CFLAGS -u CXXFLAGS -u CPPFLAGS -u LDFLAGS make} \
	[list --no-print-directory -C [file dirname [file normalize $srcdir]]] \
	[list GCC=$KCFI_CC out=[pwd]/made audit-out=[pwd]/made/audit] $arguments] 300]
}

# Each of LINES of what make would do (TEXT) that matches PATTERN has WORDS.
proc make_lines { name text pattern words } {
    set problems {}
    set lines [regexp -all -inline -line $pattern $text]
    if {$lines eq {}} { lappend problems "nothing like $pattern is done" }
    foreach line $lines {
	foreach word $words {
	    if {$word ni $line} { lappend problems "no $word in: $line" }
	}
    }
    errors_verdict "make: $name" $problems
}

proc make_test { } {
    global KCFI_CC
    set text [string map [list "\\\n" " "] [lindex [make_run {-n CPPFLAGS=-DGIVEN
	CFLAGS=-O1 CXXFLAGS=-O3 LDFLAGS=-Wl,-O1 WERROR=-Werror HOSTCC=gcc
	HOSTCXX=g++ all made/audit/kcfi-audit}] 1]]
    make_lines "flags of C" $text {^\t?\S+ .* -c -o \S+\.c\.o .*$} \
	{-DGIVEN -O1 -Werror}
    make_lines "flags of C++" $text {^\t?\S+ .* -c -o \S+\.cc\.o .*$} \
	{-DGIVEN -O3 -Werror}
    make_lines "flags of the plugin's link" $text {^.* -o \S+/kcfi\.so .*$} \
	{-O3 -Wl,-O1}
    make_lines "flags of the driver's link" $text {^.* -o \S+/kcfi-gcc .*$} \
	{-O1 -Wl,-O1}
    make_lines "flags of kcfi-audit's link" $text {^.* -o \S+/kcfi-audit .*$} \
	{-O1 -Wl,-O1}
    # The headers go where this compiler, cross or not, looks, and along with a plugin
    # that goes somewhere else.
    set own [lindex [kcfi_exec [list $KCFI_CC -print-file-name=include]] 1]
    foreach {where arguments} [list $own {} /opt/include plugindir=/opt] {
	set text [string map [list "\\\n" " "] [lindex [make_run \
	    [concat {-n install DESTDIR=/root-of-package} $arguments]] 1]]
	make_lines "headers are installed, [list $arguments]" $text {^.*/kcfi\.h .*$} \
	    [list include/kcfi/asm.h include/kcfi/traps.ld /root-of-package$where/kcfi]
    }
    # Distributions also ask for executables and for LTO, which the plugin, a library
    # made by way of a relocatable link, is not and cannot have.
    set problems {}
    set text [lindex [make_run {-n {CFLAGS=-fPIE -flto=auto} {CXXFLAGS=-fPIE -flto=auto}
	all}] 1]
    set lines [regexp -all -inline -line {^.* -c -o \S*made/(?!audit)\S+\.cc?\.o .*$} $text]
    foreach line [concat [list [llength $lines]] $lines] {
	if {![regexp -- {-fPIE.* -fPIC} $line] || ![regexp -- {-flto.* -fno-lto} $line]} {
	    lappend problems $line
	}
    }
    if {[llength $lines] > 50} { set problems [lrange $problems 1 end] }
    errors_verdict "make: packagers' flags leave the plugin a library" $problems
    set problems {}
    if {[regexp -- -Werror [lindex [make_run {-n all}] 1]]} {
	lappend problems "-Werror without WERROR="
    }
    errors_verdict "make: warnings are no errors unless asked for" $problems
    foreach {name arguments pattern} {
	"CXX= is not HOSTCXX=" {-n CXX=g++-99 api-report} {CXX= have no effect.*HOSTCXX=}
	"CC= is not HOSTCC=" {-n CC=gcc-99 api-report} {CC= .*have no effect.*HOSTCC=}
	"no such HOSTCXX" {HOSTCXX=g++-99} {no C\+\+ compiler "g\+\+-99" \(HOSTCXX=}
	"no such HOSTCC" {HOSTCC=gcc-99} {no C compiler "gcc-99" \(HOSTCC=}
    } {
	set text [lindex [make_run $arguments] 1]
	errors_verdict "make: $name" \
	    [expr { [regexp -- $pattern $text] ? {} : [list $text] }]
    }
    file delete -force made
}
make_test
