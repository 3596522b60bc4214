# SPDX-License-Identifier: GPL-3.0-or-later
#
# Images as firmware has them: linked at address 0, with unused sections
# removed.  Each test says in which program its case was found.

# Assembles SOURCE for TARGET with clang and links it with lld and LINK into
# NAME; "" or why not.
proc firmware_link { name source target options link } {
    global CLANG audit_work
    if {$CLANG eq "" || [auto_execok ld.lld-19] eq ""} {
	return "clang or ld.lld-19 is missing"
    }
    audit_compile $CLANG [concat --target=$target $options -c] $source $name.o
    lassign [kcfi_exec [concat ld.lld-19 -e 0 $link \
			    [list [file join $audit_work $name.o] -o \
				 [file join $audit_work $name]]]] status output
    return [expr { $status == 0 ? "" : $output }]
}

# From U-Boot, TF-A and OpenSBI, whose entry is at address 0: a check was seen
# there that ends at 0, of the register number 0, so that a call through that
# register counted as checked.
proc firmware_zero_test { name target code } {
    global audit_work
    audit_write zero.s ".globl _start
	.type _start, %function
_start:
	$code
	nop
	.size _start, . - _start
"
    set why [firmware_link zero-$name [file join $audit_work zero.s] $target {} \
		 {-Ttext=0}]
    if {$why ne ""} {
	unsupported "audit: code at address 0 of $name: $why"
	return
    }
    audit_check "code at address 0 of $name" \
	[list --fail-on=separated,traps,unchecked zero-$name] 1 {
	    {^  calls +1 indirect: 0 checked, 1 unchecked}
	    {^  checks +0, 0 not directly before their call$}
	    {^unchecked: 1 \(fails\)\n  call at _start\+0x[04]: function without preamble$}
	}
}
foreach {name target code} {
    x86_64 x86_64-linux-gnu {call *%rax}
    aarch64 aarch64-linux-gnu {blr x0}
    a32 armv7-linux-gnueabihf {blx r0}
    armv4t armv4t-none-eabi "mov lr, pc\n bx r0"
    thumb2 armv7-linux-gnueabihf ".thumb_func\n blx r0"
    riscv64 riscv64-linux-gnu {jalr zero}
    riscv32 riscv32-linux-gnu {jalr zero}
} {
    firmware_zero_test $name $target $code
}
