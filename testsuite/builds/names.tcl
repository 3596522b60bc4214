# SPDX-License-Identifier: GPL-3.0-or-later
#
# Source files with odd names, in folders with odd names.  GCC prints the name of
# an asm statement's file as it is, so a quote in it was an error of the assembler
# in each file with a check, which GCC without the plugin compiles.

set builds_odd_names {
    {"quote".c} {one".c} {back\slash.c} {back\tab.c} {end\.c} {two words.c} {it's.c}
    {naïve-日本.c} {dollar$x.c} {percent%d%%.c} {hash#.c} {*star?.c}
    {semi;colon.c} {[bracket].c} {-dash.c} {@at.c} {a,b.c} {a&b|c.c}
}
lappend builds_odd_names "new\nline.c" "tab\t.c"

# The name in the form that the log can have.
proc builds_print_name { name } {
    return [string map {"\n" \\n "\t" \\t} $name]
}

# driver/program.c has no asm statement, which GCC itself cannot compile there.
proc builds_odd_name { name options } {
    global KCFI_CC srcdir
    if {![runtest_file_p $::runtests names.c]} { return }
    set shown "builds/names: [builds_print_name $name] $options"
    file mkdir odd
    file copy [file join $srcdir driver program.c] ./odd/$name
    set plain [kcfi_exec [concat [list $KCFI_CC] $options [list -c ./odd/$name -o names.o]]]
    if {$plain ne {0 {}}} {
	unsupported "$shown: GCC without the plugin does not compile it"
    } else {
	set command [concat [builds_command 1 $options] \
			 [list -DWITH_MAIN ./odd/$name -o names.exe]]
	set made [kcfi_exec $command]
	set run [concat [kcfi_board runner {}] ./names.exe]
	set good [lindex [kcfi_exec $run] 0]
	set forged [lindex [kcfi_exec [concat $run argument]] 0]
	if {$made eq {0 {}} && $good == 0 && $forged == 128 + [kcfi_trap_signal]} {
	    pass $shown
	} else {
	    fail $shown
	}
    }
    file delete -force odd names.exe
}
foreach name $builds_odd_names {
    foreach options {-O2 {-O0 -g}} { builds_odd_name $name $options }
}
