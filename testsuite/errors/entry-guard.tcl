# SPDX-License-Identifier: GPL-3.0-or-later
#
# Bytes between preamble and label that no list of ours names: the assembler
# refuses them.  The case came from GCC's own back ends, x86's attribute
# ms_hook_prologue and arm's -mpoke-function-name, which made calls that were
# right trap.  The next GCC is played by editing what this one prints.

# Writes TEXT to FILE.
proc guard_write { file text } {
    set channel [open $file w]
    puts -nonewline $channel $text
    close $channel
}

# Assembles the lines LINES, which must SUCCEED or be refused in our words.
proc guard_assemble { name lines succeed } {
    global KCFI_CC
    guard_write guard.s [join $lines "\n"]
    set command [list $KCFI_CC -c guard.s -o guard.o]
    if {$succeed} {
	errors_must_succeed $name $command
    } else {
	errors_must_fail $name $command guard.o {{KCFI: something stands between} `f'}
    }
}

# What GCC prints of f with OPTIONS: as it is, with bytes in front of the label, and
# with a nop of its prefix gone or doubled.
proc guard_edits { options } {
    set name "entry guard, [concat $options]:"
    guard_write guard.c "int f (int x) { return x + 1; }\n"
    errors_must_succeed "$name compiles" \
	[concat [kcfi_command $options] {-S guard.c -o guard.s}]
    set channel [open guard.s]
    set lines [split [read $channel] "\n"]
    close $channel
    set label [lsearch -regexp $lines {^(\.L\.|\.)?f:}]
    set nop [lsearch -regexp [lrange $lines 0 $label] {^\s*nop}]
    guard_assemble "$name as it is" $lines 1
    guard_assemble "$name four bytes in front of the label" \
	[linsert $lines $label "\t.long\t0xcccccccc"] 0
    guard_assemble "$name an alignment in front of the label" \
	[linsert $lines $label "\t.balign\t512"] 0
    if {$nop >= 0} {
	guard_assemble "$name one nop less" [lreplace $lines $nop $nop] 0
	guard_assemble "$name one nop more" \
	    [linsert $lines $nop [lindex $lines $nop]] 0
    }
    file delete guard.c guard.s guard.o
}

guard_edits -O2
guard_edits {-O0 -g -ffunction-sections}
if {[kcfi_have patchable]} {
    guard_edits {-O2 -fpatchable-function-entry=4,2}
} else {
    unsupported "errors/entry guard: this machine has no patchable prefix"
}
