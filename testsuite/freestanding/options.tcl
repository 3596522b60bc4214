# SPDX-License-Identifier: GPL-3.0-or-later
#
# The options that firmware, boot loaders and kernels are compiled with: each keeps every
# check and id, or is an error that says why.  options.c has two indirect calls, and
# kcfi-audit must find both checked and each function with its id.  Where the auditor
# cannot read the code, the assembler text must have the two traps.

# Of each machine the options.  Behind `text': not for the auditor; behind `error': the
# message that is expected.
array set option_rows {
    x86_64 {
	{-mgeneral-regs-only -mno-red-zone}
	{-mcmodel=kernel -fno-pie -mno-red-zone}
	{-mcmodel=large -fno-pie}
	{-mcmodel=medium -fpie}
	{-fpie -fvisibility=hidden}
	{-mno-sse -mno-mmx -msoft-float}
	{-mabi=ms}
	{-fshort-enums -fshort-wchar -fno-common}
	{-fstack-protector-strong -mstack-protector-guard=global}
	{-m32 -mregparm=3}
	{-m32 -mregparm=3 -mgeneral-regs-only -fno-pie}
	{text -m16 -fno-pie}
    }
    i386 {
	{-mregparm=3 -mgeneral-regs-only -fno-pie}
	{-fpie -mno-sse}
	{text -m16 -fno-pie}
    }
    aarch64 {
	{-mgeneral-regs-only -mstrict-align}
	{-mcmodel=tiny -fno-pie}
	{-mcmodel=large -fno-pie}
	{-mbig-endian}
	{-ffixed-x18 -fpie}
	{-mbranch-protection=standard}
	{text -mabi=ilp32 -fno-pie}
    }
    arm {
	{-marm}
	{-mthumb -mcpu=cortex-m3 -mfloat-abi=soft -mslow-flash-data
	    -fno-pie -mno-word-relocations}
	{-mthumb -mcpu=cortex-m33 -mfloat-abi=soft -mcmse}
	{-mthumb -mcpu=cortex-m0 -mfloat-abi=soft}
	{-marm -mbig-endian}
	{-marm -mfloat-abi=soft -mlong-calls}
	{-mthumb -fpic -msingle-pic-base -mpic-register=r9 -mfloat-abi=soft -mcpu=cortex-m3}
	{error {-mthumb -mcpu=cortex-m3 -mfloat-abi=soft -mpure-code}
	    {error: [^\n]*pure-code}}
    }
    riscv {
	{-march=rv32imac -mabi=ilp32}
	{-march=rv32e -mabi=ilp32e}
	{-msave-restore}
	{-mcmodel=medany}
	{-mcmodel=medlow -fno-pie}
	{-mno-relax -mstrict-align}
	{-march=rv64imac -mabi=lp64}
    }
}
array set option_traps { x86_64 ud2 i386 ud2 aarch64 brk arm {(udf|bkpt)} riscv ebreak }

# Compiles options.c with OPTIONS, by default as the object options.o: {status output}.
proc options_compile { options output } {
    global srcdir subdir
    file delete $output
    return [kcfi_exec [concat [kcfi_command {}] [list -Os -ffreestanding -Wall -Wextra] \
	$options [list [file join $srcdir $subdir options.c] -o $output]]]
}

# "" or what is wrong with the code, by kcfi-audit.
proc options_audit { options } {
    global KCFI_BUILD
    set object [file join [pwd] options.o]
    lassign [options_compile [concat $options -c] $object] status output
    if {$status != 0 || $output ne ""} { return $output }
    lassign [kcfi_exec [list [file join [file dirname $KCFI_BUILD] audit kcfi-audit] \
			    --fail-on=all --no-progress $object]] status output
    if {$status != 0} { return $output }
    set checked 0
    foreach {- number} [regexp -all -inline {indirect: (\d+) checked, 0 unchecked} $output] {
	incr checked $number
    }
    return [expr { $checked == 2 && [regexp {: 4 with preamble} $output]
		   ? "" : $output }]
}

# The same by the number of traps in the text.
proc options_text { options } {
    global option_traps
    set text [file join [pwd] options.s]
    lassign [options_compile [concat $options -S] $text] status output
    if {$status != 0 || $output ne ""} { return $output }
    set channel [open $text]
    set found [regexp -all -line "^\\s+$option_traps([kcfi_machine])\\M" [read $channel]]
    close $channel
    return [expr { $found == 2 ? "" : "$found traps" }]
}

proc options_row { row } {
    set options [concat {*}$row]
    switch -- [lindex $row 0] {
	error {
	    lassign $row - options pattern
	    lassign [options_compile [concat $options -c] [file join [pwd] options.o]] \
		status output
	    set problem [expr { $status != 0 && [regexp $pattern $output] ? "" : $output }]
	    set what "error"
	}
	text {
	    set options [lrange $row 1 end]
	    set problem [options_text $options]
	    set what "two traps"
	}
	default {
	    set problem [options_audit $options]
	    set what "every check and id"
	}
    }
    if {$problem eq ""} {
	pass "freestanding/options.c [join $options]: $what"
    } else {
	fail "freestanding/options.c [join $options]: $what"
	send_log "$problem\n"
    }
}

if {![info exists option_rows([kcfi_machine])]} {
    unsupported "freestanding/options.c: [kcfi_machine] has no list of firmware's options"
} elseif {![file executable [file join [file dirname $KCFI_BUILD] audit kcfi-audit]]} {
    unsupported "freestanding/options.c: kcfi-audit is not built"
} else {
    foreach option_row $option_rows([kcfi_machine]) { options_row $option_row }
}
