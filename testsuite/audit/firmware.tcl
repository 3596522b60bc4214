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

# Links FILES of audit_work at address 0, without what nothing uses, by LINKER
# into NAME.
proc firmware_collect { name linker link files } {
    global audit_work
    set command [concat $linker -e _start -Ttext=0 --gc-sections $link]
    foreach file $files { lappend command [file join $audit_work $file] }
    lappend command -o [file join $audit_work $name]
    lassign [kcfi_exec $command] status output
    if {$status != 0} { error "$name does not link: $output" }
}

# From TF-A, whose bl1_entrypoint, in assembler at address 0, had the prototype
# of a function that the linker had removed; the debug information of that has
# the address 0 as well, with lld also a number of the user's.  A static function
# of the same name is told by its size, and what is at 0 keeps its own lines.
proc firmware_removed_test { } {
    global audit_work KCFI_CC CLANG
    audit_write gone.c {
	int gone (int a, char b, long c, void *d) { return a + b + c + !d; }
	static __attribute__ ((used)) int _start (int *p, int n)
	{ return p[n] / n + p[3] * n + p[4]; }
    }
    audit_write gone-assembler.s {
	.section .text.gone, "ax", @progbits
	.globl gone_assembler
	.type gone_assembler, @function
gone_assembler:
	.skip 64, 0x90
	.size gone_assembler, . - gone_assembler
    }
    audit_write kept.c {
int gone_too (int x) { return x / 3; }
void _start (void (*f) (void)) { f (); f (); }
}
    audit_write kept-assembler.s {	.globl _start
	.type _start, @function
_start:	call *%rax
	ret
	.size _start, . - _start
}
    foreach file {gone.c gone-assembler.s kept.c kept-assembler.s} {
	audit_compile $KCFI_CC {-O1 -g -ffunction-sections -fcf-protection=none -c} \
	    [file join $audit_work $file] [file rootname $file].o
    }
    audit_write removed.log \
	"CFI failure at _start+0x0/0x9 (target: _start+0x0/0x9; expected type: 0x1)\n"
    set linkers {{ld ld {}}}
    if {[auto_execok ld.lld-19] ne ""} {
	lappend linkers {lld ld.lld-19 {}} {lld-ones ld.lld-19 \
	    {-z dead-reloc-in-nonalloc=.debug_*=0xffffffffffffffff}}
    } else {
	unsupported "audit: removed code: there is no ld.lld-19"
    }
    foreach linker $linkers {
	lassign $linker name command link
	foreach order {{kept.o gone.o gone-assembler.o}
	    {gone-assembler.o gone.o kept.o}} {
	    firmware_collect removed-$name $command $link $order
	    audit_check "removed code, $name, [lindex $order 0] first: what is at 0 is in C" \
		[list --fail-on=none removed-$name] 0 \
		{{^  call at _start\+0x[0-9a-f]+( \(.*kept\.c:3\))?: function without preamble$}}
	    audit_check "removed code, $name, [lindex $order 0] first: its prototype" \
		[list explain removed-$name] 0 \
		{{^  target        _start \(.*kept\.c:3\)$}
		    {^  function has  no type id  void _start \(void \(\*f\)\(void\)\)$}} \
		removed.log
	}
	foreach order {{kept-assembler.o gone.o gone-assembler.o}
	    {gone-assembler.o gone.o kept-assembler.o}} {
	    firmware_collect removed-$name $command $link $order
	    audit_check "removed code, $name, [lindex $order 0] first: what is at 0 is in assembler" \
		[list --fail-on=none removed-$name] 0 \
		{{^  call at _start\+0x0 \(.*kept-assembler\.s:3\): assembler$}}
	    audit_check "removed code, $name, [lindex $order 0] first: no prototype" \
		[list explain removed-$name] 0 \
		{{^  target        _start$} {^  function has  no type id  \?$}} \
		removed.log
	}
    }
}
firmware_removed_test

# What KCFI takes: two checks of 14 bytes (movl, addl, je, ud2), two preambles of 5, in
# front of these 3 nops and 7 + 3, two entries of 4 bytes.  Without a table that is one
# problem and not two.
proc firmware_bytes_test { } {
    global audit_work
    set code {
	.text
	.globl	f, g
	.type	__cfi_f, @function
__cfi_f:
	.skip	3, 0x90
	movl	$0x00050794, %eax
	.size	__cfi_f, . - __cfi_f
	.type	f, @function
f:	ret
	.size	f, . - f
	.skip	7, 0x90
	.type	__cfi_g, @function
__cfi_g:
	.skip	3, 0x90
	movl	$0xccaf016e, %eax
	.size	__cfi_g, . - __cfi_g
	.type	g, @function
g:	.rept	2
	movl	$-0x00050794, %r10d
	addl	-4(%rdi), %r10d
	je	1f
2:	ud2
	TRAP
1:	call	*%rdi
	.endr
	ret
	.size	g, . - g
    }
    audit_write bytes.s [string map {TRAP {.pushsection .kcfi_traps, "ao", @progbits, .text
3:	.long	2b - 3b
	.popsection}} $code]
    audit_write no-table.s [string map {TRAP {}} $code]
    foreach name {bytes no-table} {
	audit_compile as {} [file join $audit_work $name.s] $name.o
    }
    set bytes [dict get [lindex [dict get [audit_json bytes.o] files] 0] bytes]
    set problem ""
    foreach {part wanted} {checks 28 preambles 10 padding 13 traps 8} {
	if {[dict get $bytes $part] != $wanted} { append problem "$part: $bytes\n" }
    }
    audit_result "bytes of checks, preambles, padding and traps" $problem
    audit_check "no trap table is one problem" {--fail-on=traps no-table.o} 1 {
	{^  bytes +28 of checks, 10 of preambles, 13 of padding before them, 0 of the trap table$}
	{^traps: 1 \(fails\)\n  there is no trap table for 2 checks: a linker script}
    }
}
firmware_bytes_test
