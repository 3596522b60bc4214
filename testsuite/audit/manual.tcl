# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual pages: each knows what the help text of its program knows and
# nothing else, is well-formed, and is installed.

proc manual_read { name } {
    global audit_top
    set channel [open [file join $audit_top doc $name] r]
    set text [read $channel]
    close $channel
    # The words as they are printed.
    return [string map {\\- - \\fI "" \\fP "" \\fB "" \\fR ""} $text]
}

# Each of WORDS stands alone in the manual page NAME and in HELP.
proc manual_compare { name help words } {
    set manual [manual_read $name]
    set problem ""
    foreach word $words {
	foreach {where text} [list $name $manual "the help text" $help] {
	    if {![regexp -- "(?:^|\[^-a-z\])${word}(?!\[-a-z\])" $text]} {
		append problem "$where has no $word\n"
	    }
	}
    }
    audit_result "$name and its help text" $problem
}

# kcfi-audit.
lassign [audit_run {--help}] status manual_help
set manual_options [lsort -unique \
	[concat [regexp -all -inline -- {--[a-z][-a-z]*} $manual_help] \
	     [regexp -all -inline -- {--[a-z][-a-z]*} [manual_read kcfi-audit.1]]]]
manual_compare kcfi-audit.1 $manual_help [concat $manual_options {
    explain diff unchecked separated traps taken mixed proof typeid target
    collision all none x86_64 aarch64 arm riscv64 riscv32
}]

# kcfi-gcc.
set manual_help [lindex [kcfi_exec [list $KCFI_DRIVER --kcfi-help]] 1]
set manual_options {}
foreach {- word} [regexp -all -inline -line -- \
	{^  (--?[a-z](?:[-a-z]|\[no-\])*)} $manual_help] {
    lappend manual_options [string map {{[no-]} ""} $word]
}
set manual_problem ""
if {[llength $manual_options] < 6} { set manual_problem $manual_options }
foreach manual_word $manual_options {
    if {[string first $manual_word [manual_read kcfi-gcc.1]] < 0} {
	append manual_problem "no $manual_word\n"
    }
}
audit_result "kcfi-gcc.1 and its help text" $manual_problem

# What stands behind each switch is its own description: words that its
# paragraph in the manual page has as well.
proc manual_descriptions_test { help } {
    set manual [string map [list "\n" " "] \
		    [regsub -all -line {^\.[A-Z]+ } [manual_read kcfi-gcc.1] ""]]
    set described {}
    foreach line [split $help "\n"] {
	if {[regexp {^  (-\S+)\s*(.*)$} $line -> switch text]} {
	    lappend described $switch $text
	} elseif {[regexp {^ {10,}(\S.*)$} $line -> text]} {
	    lset described end [string trim "[lindex $described end] $text"]
	} elseif {$described ne {}} {
	    break
	}
    }
    set problem ""
    foreach {switch word} {
	-fsanitize=kcfi "check indirect calls"
	-fno-sanitize=kcfi "do not"
	-f[no-]sanitize-cfi-icall-experimental-normalize-integers "size and sign"
	-f[no-]sanitize-cfi-icall-generalize-pointers "pointers"
	-f[no-]sanitize-kcfi-arity "how many registers"
	-fsanitize-kcfi-hash=xxHash64|FNV-1a "hash"
	--kcfi-help "print"
    } {
	if {![dict exists $described $switch]} {
	    append problem "no $switch\n"
	} elseif {![string match *$word* [dict get $described $switch]]} {
	    append problem "$switch: [dict get $described $switch]\n"
	} elseif {![string match -nocase *$word* $manual]} {
	    append problem "kcfi-gcc.1: no \"$word\"\n"
	}
	set described [dict remove $described $switch]
    }
    if {$described ne {}} { append problem "also $described\n" }
    audit_result "kcfi-gcc's help describes each switch" $problem
}
manual_descriptions_test $manual_help

# The plugin: its arguments and the names of its warnings.
audit_write manual.c "int x;\n"
proc manual_plugin { argument } {
    global audit_work
    return [lindex [kcfi_exec [concat [audit_plugin] \
	[list -fplugin-arg-kcfi-$argument -c [file join $audit_work manual.c] \
	     -o [file join $audit_work manual.o]]]] 1]
}
proc manual_plugin_test { } {
    set help [manual_plugin help]
    set arguments {}
    foreach {- word} [regexp -all -inline -line -- {^  ([a-z][-a-z]*)} $help] {
	lappend arguments $word
    }
    set manual [manual_read kcfi-plugin.7]
    regexp {\.SH ARGUMENTS(.*?)\.SH} $manual -> section
    set documented {}
    foreach {- word} [regexp -all -inline -line -- \
	    {^\.TP\n\.[A-Z]+ \"?([a-z][-a-z]*)} $section] {
	lappend documented $word
    }
    audit_result "kcfi-plugin.7 and the plugin's help text" \
	[expr { [lsort $arguments] eq [lsort $documented]
		&& [llength $documented] > 8
		? "" : "[lsort $documented], not [lsort $arguments]" }]
    # An unknown warning is answered with the names of all.
    set answer [manual_plugin warn=nonsense]
    regexp {\.SH WARNINGS(.*?)\.SH} $manual -> section
    set problem ""
    set names [regexp -all -inline -- {[a-z]+} \
		   [lindex [regexp -inline -line {'cast',.*$} $answer] 0]]
    set documented {}
    foreach {- word} [regexp -all -inline -line {^\.TP\n\.B ([a-z]+)$} $section] {
	lappend documented $word
	if {$word ni $names} { append problem "$word is none of $names\n" }
    }
    foreach word {cast devirt unprototyped alias unstable trampoline} {
	if {$word ni $documented} { append problem "no $word\n" }
	if {$word ni $names} { append problem "$names has no $word\n" }
    }
    audit_result "kcfi-plugin.7 and the plugin's warnings" $problem
}
manual_plugin_test

proc manual_form_test { } {
    global audit_top
    if {[auto_execok groff] eq ""} {
	unsupported "audit: form of the manual pages: there is no groff"
	return
    }
    foreach page {kcfi-gcc.1 kcfi-audit.1 kcfi-plugin.7} {
	lassign [kcfi_exec [list groff -man -Tutf8 -ww -z \
				[file join $audit_top doc $page]]] status output
	audit_result "form of $page" \
	    [expr { $status == 0 && $output eq "" ? "" : $output }]
    }
}
manual_form_test

proc manual_install_test { } {
    global audit_top audit_work KCFI_CC
    set root [file join $audit_work installed]
    lassign [kcfi_exec [list make -s -C $audit_top GCC=$KCFI_CC DESTDIR=$root \
			    prefix=/usr plugindir=/plugins install] 300] \
	status output
    set problem ""
    if {$status != 0} { set problem $output }
    foreach file {
	usr/share/man/man1/kcfi-gcc.1 usr/share/man/man1/kcfi-audit.1
	usr/share/man/man7/kcfi-plugin.7 usr/bin/kcfi-audit plugins/kcfi.so
    } {
	if {![file exists [file join $root $file]]} { append problem "no $file\n" }
    }
    audit_result "manual pages are installed" $problem
    lassign [kcfi_exec [list make -s -C $audit_top GCC=$KCFI_CC DESTDIR=$root \
			    prefix=/usr plugindir=/plugins uninstall] 300] \
	status output
    lassign [kcfi_exec [list find $root -type f]] status left
    audit_result "all is uninstalled" [string trim $left]
    file delete -force -- $root
}
manual_install_test
