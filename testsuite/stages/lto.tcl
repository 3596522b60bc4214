# SPDX-License-Identifier: GPL-3.0-or-later
#
# With -flto cc1 marks and lto1 tags: what the one has marked the other finds, in
# the functions that calls of both units came into.

# Runs COMMAND; an error if it fails.
proc stages_command { options } {
    lassign [kcfi_exec [kcfi_command $options]] status text
    if {$status != 0} { error "exit status $status: $text" }
}

proc stages_lto { folder } {
    global kcfi_stage_dumps
    set marked {}
    foreach unit {one other} {
	kcfi_forget_dumps
	stages_command [list -O3 -flto $kcfi_stage_dumps \
			    -c [file join $folder $unit.c] -o $unit.o]
	lappend marked {*}[kcfi_stage_keys [kcfi_stage_calls mark counted]]
    }
    kcfi_forget_dumps
    # Small functions are inlined over the border of the units.
    stages_command [list -O3 -flto -flto-partition=one $kcfi_stage_dumps \
			-r -nostdlib -flinker-output=nolto-rel one.o other.o -o stages-lto.o]
    set problems {}
    set calls [kcfi_stage_calls tag counted]
    foreach key [kcfi_stage_keys $calls] {
	if {$key ni $marked} { lappend problems "lto1 tags what cc1 did not mark: $key" }
    }
    set expected {
	exempt {unchecked: no_sanitize}  checked {id 0x00050794}
	alone {id 0xab53c5c9}
	checked_around {unchecked: no_sanitize}  exempt_around {id 0x00050794}
    }
    set found {}
    foreach call $calls { lappend found [lindex $call 0] [lindex $call 4] }
    foreach {function mark} $expected {
	if {![dict exists $found $function]} {
	    lappend problems "no call in $function"
	} elseif {[dict get $found $function] ne $mark} {
	    lappend problems "$function: [dict get $found $function]"
	}
    }
    set tagged [kcfi_stage_keys $calls 1]
    lappend problems {*}[kcfi_stage_difference tagged $tagged \
			     checked [kcfi_stage_keys [kcfi_stage_calls check counted]]]
    kcfi_forget_dumps
    return $problems
}

if {[runtest_file_p $runtests lto.c]} {
    kcfi_reset_test
    set kcfi_test(name) stages/lto
    if {[catch { stages_lto [file join $srcdir $subdir lto] } stages_problems]} {
	unresolved "stages/lto: $stages_problems"
    } else {
	kcfi_verdict "marks of cc1 in lto1" $stages_problems
    }
}
