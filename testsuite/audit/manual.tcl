# SPDX-License-Identifier: GPL-3.0-or-later
#
# The manual pages: each knows what the help text of its program knows and
# nothing else, and is well-formed.

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
    collision unprotected vtable added grown lost all none x86_64 aarch64 arm riscv64 riscv32
}]

# What the examples of doc/auditing.md use is there.
set manual_problem ""
foreach manual_word [lsort -unique [regexp -all -inline -- {--[a-z][-a-z]*} \
	[join [regexp -all -inline -line {^ .*\mkcfi-audit .*$} \
		   [manual_read auditing.md]] "\n"]]] {
    if {$manual_word ni $manual_options} { append manual_problem "$manual_word\n" }
}
audit_result "auditing.md's examples" $manual_problem

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
	-fkcfi-check=classic|not-taken|out-of-line "form of the checks"
	-f[no-]kcfi-trap-table ".kcfi_traps"
	-fkcfi-virtual=off|name|class "virtual calls"
	-f[no-]kcfi-virtual-all "system header"
	--kcfi-id=PROTOTYPE "type id"
	--kcfi-help "print"
	--kcfi-version "print the version"
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
    # The driver and the manual page's own command tell the same.
    global KCFI_DRIVER KCFI_PLUGIN audit_work
    set problem ""
    set printed [lindex [kcfi_exec [list $KCFI_DRIVER --kcfi-help]] 1]
    if {$help eq "" || [string first $help $printed] < 0} { append problem $printed }
    set manual [manual_read kcfi-plugin.7]
    if {![regexp -line {^\.B (gcc -fplugin=kcfi -fplugin-arg-kcfi-help .*)$} \
	      $manual -> command]} {
	append problem "kcfi-plugin.7 has no command that prints the help text"
    } else {
	set command [lreplace $command 0 1 [kcfi_compiler] -fplugin=$KCFI_PLUGIN]
	lassign [kcfi_exec $command] status printed
	if {$status != 0 || $printed ne $help} { append problem "$command: $printed" }
    }
    audit_result "the plugin's help text without a file to compile" $problem

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
}
manual_plugin_test

# The names of the plugin's warnings: those of enum kcfi_warning in its sources
# are those that it tells whoever asks for another, that it takes, that the manual
# page has, and the page says of the same ones as the help text that they are on
# by default.
proc manual_warnings_test { } {
    global audit_top
    set names {}
    foreach header [glob -directory $audit_top {{gimple,plugin}/{,*/}*.h}] {
	set channel [open $header r]
	foreach {- name} [regexp -all -inline {\mKCFI_WARN_([A-Z]+)\s*= \d} \
			      [read $channel]] {
	    if {$name ne "ALL"} { lappend names [string tolower $name] }
	}
	close $channel
    }
    set names [lsort $names]
    set problem ""
    if {[llength $names] < 2} { append problem "the sources have \"$names\"\n" }

    regexp {\.SH WARNINGS(.*?)\.SH} [manual_read kcfi-plugin.7] -> section
    set documented {}
    set documented_default {}
    foreach entry [lrange [split [string map [list .TP\n \x01] $section] \x01] 1 end] {
	if {![regexp {^\.B ([a-z]+)\n} $entry -> name]} { continue }
	lappend documented $name
	if {[regexp -line {^On by default\.$} $entry]} {
	    lappend documented_default $name
	}
    }
    set told ""
    regexp {list of ('[a-z]+'(, '[a-z]+')*)} [manual_plugin warn=nonsense] -> told
    set told [regexp -all -inline {[a-z]+} $told]
    set default ""
    regexp {give these warnings \(default: ([a-z,]+)\)} [manual_plugin help] -> default
    foreach {what list expected} [list \
	    "the manual page has" $documented $names \
	    "the plugin's answer has" $told $names \
	    "the manual page says default of" $documented_default \
	    [lsort [split $default ,]]] {
	if {[lsort $list] ne $expected} {
	    append problem "$what \"[lsort $list]\", not \"$expected\"\n"
	}
    }
    set answer [manual_plugin warn=[join $names ,]]
    if {$answer ne ""} { append problem "$answer\n" }
    audit_result "kcfi-plugin.7 and the plugin's warnings" $problem
}
manual_warnings_test

# LISTING: which functions have a line, by the rule that the page gives.
proc manual_listing_test { } {
    global audit_work
    audit_write manual.c {
	extern int declared (int);
	extern int taken (int);
	extern int taken_and_called (int);
	int (*pointer) (int) = taken;
	static __attribute__ ((noinline)) int only_called (int x) { return x * 3; }
	static int own_taken (int x) { return x + 1; }
	int (*other) (int) = own_taken;
	int public (int x) { return only_called (x) + declared (x); }
	int caller (int x) { pointer = taken_and_called; return pointer (x); }
    }
    set listed {}
    foreach line [split [manual_plugin print-ids] "\n"] {
	lappend listed [lindex [split $line "\t"] 2]
    }
    # The call is in caller, whose name stands there a second time.
    set expected {caller caller only_called own_taken public taken taken_and_called}
    audit_result "kcfi-plugin.7 and what print-ids lists" \
	[expr { [lsort $listed] eq $expected ? "" : [lsort $listed] }]
}
manual_listing_test

proc manual_form_test { } {
    global audit_top
    if {[auto_execok groff] eq ""} {
	unsupported "audit: form of the manual pages: there is no groff"
	return
    }
    foreach page {kcfi-gcc.1 kcfi-audit.1 kcfi-plugin.7} {
	lassign [kcfi_exec [list groff -man -Tutf8 -ww -z \
				[file join $audit_top doc $page]]] status output
	# A quote that a macro does not take for its own is printed, alone.
	set text [lindex [kcfi_exec [list groff -man -Tutf8 -P-cbou \
					 [file join $audit_top doc $page]]] 1]
	foreach paragraph [split [regsub -all {\n\s*\n} $text \x01] \x01] {
	    if {[regexp -all \" $paragraph] % 2} { append output "\n$paragraph" }
	}
	audit_result "form of $page" \
	    [expr { $status == 0 && $output eq "" ? "" : $output }]
    }
}
manual_form_test
