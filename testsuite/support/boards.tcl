# SPDX-License-Identifier: GPL-3.0-or-later
#
# The program of doc/example/firmware on a board of each machine that it is for: the
# entries of kcfi/vector.h and the handlers of kcfi/frame.h.  A right call comes back, a
# forged one is reported, one that goes on in spite of it comes back, too, and a trap of
# another kind is said to be one and reaches the next handler.

# Of each machine: {board source options}; what BOARD is is in support_emulator.
array set support_boards {
    x86_64 {
	{x86_64 x86.S {-mno-red-zone -mgeneral-regs-only}}
	{x86_64 x86.S {-mno-red-zone -mgeneral-regs-only -fcf-protection=branch
	    -fpatchable-function-entry=11,11 -DKCFI_PREFIX=11}}
	{i386 x86.S {-m32 -mgeneral-regs-only}}
    }
    aarch64 {
	{virt aarch64.S {-mgeneral-regs-only -mstrict-align}}
	{virt,virtualization=on aarch64.S {-mgeneral-regs-only -mstrict-align
	    -mbranch-protection=standard}}
	{virt,secure=on aarch64.S {-mgeneral-regs-only -mstrict-align}}
    }
    riscv {
	{riscv64 riscv.S {-mcmodel=medany}}
	{riscv32 riscv.S {-march=rv32imac -mabi=ilp32}}
	{riscv32 riscv.S {-march=rv32im -mabi=ilp32}}
	{riscv32e riscv.S {-march=rv32ec -mabi=ilp32e}}
    }
    arm {
	{microbit cortex-m.S {-mthumb -mcpu=cortex-m0 -mfloat-abi=soft memcpy.c}}
	{mps2-an385 cortex-m.S {-mthumb -mcpu=cortex-m3 -mfloat-abi=soft}}
	{mps2-an505 cortex-m.S {-mthumb -mcpu=cortex-m33 -mfloat-abi=soft -mcmse
	    -Wl,--defsym=CODE=0x10000000 -Wl,--defsym=STACK=0x38004000}}
    }
}

# {command, address of its RAM, how it tells a STATUS} of BOARD.  riscv32e is a processor
# of 32 bits; its programs only use the lower 16 registers.
proc support_emulator { board } {
    switch -glob -- $board {
	x86_64 - i386 {
	    return [list [list qemu-system-x86_64 -nodefaults -no-reboot -display none \
		-debugcon stdio -device isa-debug-exit,iobase=0xf4,iosize=4 -kernel] \
		0x100000 {2 * $status + 1}]
	}
	riscv* {
	    return [list [list qemu-system-[string trimright $board e] -M virt -bios none \
		-nographic -monitor none -serial stdio -kernel] 0x80000000 {$status}]
	}
    }
    return [list [concat [expr { [string match virt* $board]
		  ? {qemu-system-aarch64 -cpu cortex-a57} : {qemu-system-arm} }] \
	[list -M $board -nographic -monitor none -serial none \
	     -semihosting-config enable=on,target=native -kernel]] 0x40080000 {$status}]
}

# Builds the program for BOARD with OPTIONS and MORE; its name, or "".
proc support_board_build { board source options more } {
    global srcdir subdir support_include kcfi_tool
    set example [file join $srcdir .. doc example firmware]
    set script [expr { $source eq "cortex-m.S" ? "cortex-m.ld" : "ram.ld" }]
    set program [file join [pwd] board.elf]
    set sources [list [file join $example main.c] [file join $example $source]]
    foreach option $options {
	if {[file extension $option] eq ".c"} {
	    lappend sources [file join $srcdir $subdir $option]
	} else {
	    lappend more $option
	}
    }
    file delete $program
    lassign [kcfi_exec [concat [kcfi_command {} {}] {-g -Os -Wall -Wextra -Werror} \
	{-ffreestanding -nostdlib -static -fno-pie -no-pie -Wl,--build-id=none} \
	{-Wl,--no-warn-rwx-segments} $more [list -I$support_include -L$support_include \
	-Wl,--defsym=RAM=[lindex [support_emulator $board] 1] \
	-T [file join $example $script]] $sources [list -o $program]]] status output
    if {$status != 0 || $output ne ""} { return "" }
    # QEMU's Multiboot loader takes files of 32 bits only.
    if {$board eq "x86_64"} {
	kcfi_exec [list $kcfi_tool(objcopy) -O elf32-i386 $program $program.32]
	return $program.32
    }
    return $program
}

proc support_board { board source options } {
    set name "support/boards: $board, [join $options]"
    lassign [support_emulator $board] command - end
    if {[auto_execok [lindex $command 0]] eq ""} {
	unsupported "$name: no [lindex $command 0] (make setup-targets)"
	return
    }
    set report {^CFI failure at 0x\w+ \(target: 0x\w+; expected type: 0x00050794; found: 0x421d93ee\)$}
    foreach {what macro status pattern} [list \
	"a forged call" -DFORGED 3 $report \
	"a forged call that goes on" -DRESUME 0 $report \
	"another trap" -DOTHER_TRAP 4 {^the trap at 0x[0-9a-f]+ is not one of KCFI$}] {
	set program [support_board_build $board $source $options $macro]
	if {$program eq ""} {
	    fail "$name: $what: builds without a warning"
	    continue
	}
	lassign [kcfi_exec [concat $command [list $program]] 30] got output
	set line [string trim $output]
	if {$got == [expr $end] && [regexp $pattern $line]} {
	    pass "$name: $what"
	} else {
	    fail "$name: $what"
	    send_log "  status $got, expected [expr $end]; it said: $line\n"
	}
	# The audit does not know i386.
	if {$what eq "a forged call" && $source ne "x86.S"} {
	    support_explain $program $line $name
	}
    }
}

# kcfi-audit says what LINE of PROGRAM is about.  On arm the target is Thumb code, whose
# pointers are odd.
proc support_explain { program line name } {
    global KCFI_BUILD
    set audit [file join [file dirname $KCFI_BUILD] audit kcfi-audit]
    if {![file executable $audit]} {
	unsupported "$name: kcfi-audit is not built"
	return
    }
    lassign [kcfi_exec [list sh -c {echo "$2" | "$0" explain "$1"} $audit $program \
			    $line]] status output
    if {[regexp {call expects +0x00050794 +int \(int\)} $output]
	&& [regexp {function has +0x421d93ee +int length \(char \*text\)} $output]} {
	pass "$name: kcfi-audit explain reads the line"
    } else {
	fail "$name: kcfi-audit explain reads the line"
    }
}

# A program with the C library of Debian's bare-metal compilers, picolibc, which calls
# back: {machine, emulator, options}.
array set support_picolibc {
    arm {
	{qemu-system-arm -M mps2-an385}
	{-mcpu=cortex-m3 -mthumb -Wl,--defsym=__flash=0 -Wl,--defsym=__flash_size=0x400000
	    -Wl,--defsym=__ram=0x20000000 -Wl,--defsym=__ram_size=0x10000}
    }
    riscv {
	{qemu-system-riscv64 -M virt -bios none}
	{-mcmodel=medany -march=rv64gc -mabi=lp64d -Wl,--defsym=__flash=0x80000000
	    -Wl,--defsym=__flash_size=0x200000 -Wl,--defsym=__ram=0x80200000
	    -Wl,--defsym=__ram_size=0x200000}
    }
}

proc support_with_library { emulator options } {
    global srcdir subdir support_include KCFI_TARGET
    set name "support/picolibc.c: $KCFI_TARGET"
    if {[auto_execok [lindex $emulator 0]] eq ""} {
	unsupported "$name: no [lindex $emulator 0]"
	return
    }
    set here [file join $srcdir $subdir]
    if {[lindex [kcfi_exec [concat [kcfi_command {} {}] \
	    {--specs=picolibc.specs -E -x c /dev/null}]] 0] != 0} {
	unsupported "$name: no picolibc-$KCFI_TARGET"
	return
    }
    # The second pointer is to a function of the library, which has no id.
    foreach {what macro end pattern} {
	"calls back" -DRIGHT 0 {^1 2 3 -1\s+at exit$}
	"a forged call" -DFORGED 3
	{^1 2 3 -1\s+CFI failure at 0x\w+ \(target: 0x\w+; expected type: 0x00050794; found: 0x421d93ee\)$}
	"a function of the library" -DLIBRARY 3
	{^1 2 3 -1\s+CFI failure at 0x\w+ \(target: 0x\w+; expected type: 0xb605e861; found: 0x\w+\)$}
    } {
	set program [file join [pwd] picolibc.elf]
	file delete $program
	kcfi_exec [concat [kcfi_command {} {}] {-Os --specs=picolibc.specs --oslib=semihost} \
	    $options [list $macro -I$support_include [file join $here picolibc.c] \
	    [file join $here picolibc.S] -o $program]]
	lassign [kcfi_exec [concat $emulator {-nographic -monitor none -serial none
	    -semihosting-config enable=on,target=native -kernel} [list $program]] 30] \
	    status output
	if {$status == $end && [regexp $pattern [string trim $output]]} {
	    pass "$name: $what"
	} else {
	    fail "$name: $what"
	}
    }
}

if {[support_bare] && [info exists support_picolibc([kcfi_machine])]} {
    support_with_library {*}$support_picolibc([kcfi_machine])
}

if {![info exists support_boards([kcfi_machine])]} {
    unsupported "support/boards: kcfi/vector.h has no entry for [kcfi_machine]"
} else {
    foreach support_item $support_boards([kcfi_machine]) { support_board {*}$support_item }
}
