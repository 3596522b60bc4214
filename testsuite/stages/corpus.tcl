# SPDX-License-Identifier: GPL-3.0-or-later
#
# The stages agree over the sources of the theme `execute': without optimisation
# each call with an id is the same at each stage, and with it none has an id that
# the mark pass did not give.  And a compilation that writes dumps makes the same
# object as one that does not.

# Why the calls of a file are not the same at -O0.
array set stages_differences {
    inline-exempt.c "always_inline functions are copied"
}

proc stages_compile { file options object } {
    set command [kcfi_command [concat [kcfi_common_options {}] -w -frandom-seed=1 $options]]
    return [kcfi_exec [concat $command [list -c $file -o $object]]]
}

proc stages_contents { file } {
    set channel [open $file rb]
    set contents [read $channel]
    close $channel
    return $contents
}

proc stages_agree { file level } {
    global kcfi_stage_dumps kcfi_test stages_differences
    set name "stages/corpus [file tail $file] $level"
    lassign [stages_compile $file $level corpus-plain.o] status text
    if {$status != 0} {
	unsupported "$name: this compiler does not take it"
	return
    }
    kcfi_forget_dumps
    kcfi_reset_test
    set kcfi_test(name) $name
    lassign [stages_compile $file [list $level $kcfi_stage_dumps] corpus.o] status text
    set problems {}
    if {$status != 0} {
	lappend problems "exit status $status with dumps"
    } elseif {[stages_contents corpus.o] ne [stages_contents corpus-plain.o]} {
	lappend problems "another object with dumps"
    }
    kcfi_verdict "the same object with dumps" $problems
    set exact [expr { $level eq "-O0" && ![info exists stages_differences([file tail $file])] }]
    if {[catch { kcfi_stage_problems $exact } problems]} {
	unresolved "$name: $problems"
    } else {
	kcfi_verdict "the stages agree" $problems
    }
    kcfi_forget_dumps
}

if {[runtest_file_p $runtests corpus.c]} {
    foreach stages_file [lsort [glob [file join $srcdir execute *.c]]] {
	foreach stages_level {-O0 -O2} { stages_agree $stages_file $stages_level }
    }
}
