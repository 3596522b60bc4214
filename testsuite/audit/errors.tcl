# SPDX-License-Identifier: GPL-3.0-or-later
#
# What cannot be audited: one line that says so and exit status 2, whatever it
# is; the sanitizers watch.

audit_compile as {} [file join $audit_folder sites-x86_64.s] errors.o
set errors_good [audit_read errors.o]

audit_check "no file" {} 2 {{no file was named} {--help}}
audit_check "unknown option" {--no-such-option errors.o} 2 \
    {{no option "--no-such-option"}}
audit_check "unknown problem" {--fail-on=nonsense errors.o} 2 {{nonsense}}
audit_check "bad limit" {--limit=many errors.o} 2 {{many}}
audit_check "missing file" {no-such-file} 2 {{no-such-file: No such file}}
audit_check "device" {/dev/null} 2 {{not a regular file}}
audit_check "missing list" {--known=no-such-list errors.o} 2 {{No such file}}
audit_check "output that cannot be written" {-o /dev/full errors.o} 2 \
    {{/dev/full: No space left}}
audit_check "diff of one file" {diff errors.o} 2 {{diff wants two files}}
audit_check "explain without file" {explain 0x12345678} 1 {{prototype   unknown}}

foreach {name bytes pattern} [list \
    empty "" {not an ELF file} \
    text "int main;\n" {not an ELF file} \
    gzip "\x1f\x8b\x08\x00" {compressed with gzip} \
    xz "\xfd\x37zXZ\x00" {compressed with xz} \
    bitcode "BC\xc0\xde" {LLVM bitcode} \
    magic "\x7fELF" {: } \
    header [string range $errors_good 0 63] {: } \
    big-endian [string replace $errors_good 5 5 "\x02"] {: } \
    machine [string replace $errors_good 18 19 "\x2b\x00"] \
	{machine that is not supported} \
    core [string replace $errors_good 16 17 "\x04\x00"] {neither an object} \
    archive "!<arch>\n" {archive without objects} \
    listing "0x00000001\tx\n" {no line of print-ids}] {
    audit_write bad-$name $bytes
    audit_check "bad file: $name" [list bad-$name] 2 [list $pattern]
}

# A big-endian file whose header is right.
proc errors_big_endian_test { } {
    global audit_work
    set header "\x7fELF\x02\x02\x01"
    append header [string repeat "\x00" 9]
    append header [binary format SSIWWWISSSSSS 1 21 1 0 0 64 0 64 0 0 64 2 1]
    append header [string repeat "\x00" 64]
    append header [binary format IIWWWWIIWW 0 3 0 0 192 1 0 0 1 0] "\x00"
    audit_write bad-endian $header
    audit_check "big-endian file" {bad-endian} 2 \
	{{machine that is not supported .PowerPC, .*, big-endian}}
}
errors_big_endian_test

# Two reasons to refuse a file: the first is the error, on a line of its own.
proc errors_lto_test { } {
    global KCFI_CC audit_folder audit_work
    audit_write lto-x32.c "int f (void) { return 1; }\n"
    audit_compile $KCFI_CC {-mx32 -flto -c} [file join $audit_work lto-x32.c] \
	lto-x32.o
    audit_check "intermediate code for x32" {lto-x32.o} 2 \
	{{^kcfi-audit: lto-x32\.o: is for a machine [^\n]*little-endian\)$}}
}
errors_lto_test

# A user's script took an object without any protection for a good one, since the
# exit status was 0.  Beside one that has some it is no such problem.
proc errors_unprotected_test { } {
    global KCFI_CC audit_folder audit_work
    set source [file join $audit_folder calls.c]
    audit_compile $KCFI_CC {-w -c} $source unprotected.o
    audit_compile [audit_plugin] {-w -c} $source protected.o
    audit_write data.c "int data = 1;\n"
    audit_compile $KCFI_CC {-c} [file join $audit_work data.c] data.o
    audit_write leaf.c "static int f (void) { return 1; }\nint x (void) { return f (); }\n"
    audit_compile [audit_plugin] {-O2 -c} [file join $audit_work leaf.c] leaf.o
    set one {^unprotected: 1 \(fails\)\n  unprotected\.o has neither type ids nor checks: was it compiled with KCFI\?$}
    set two {^  unprotected\.o and 1 more have neither}
    foreach {what arguments status patterns} [list \
	"no protection" unprotected.o 1 [list $one] \
	"no protection in two" {unprotected.o unprotected.o} 1 [list $two] \
	"no protection, nothing to fail on" {--fail-on=none unprotected.o} 0 \
	    {{^unprotected: 1$}} \
	"no protection in one of two" {unprotected.o protected.o} 0 {} \
	"nothing to protect" data.o 0 {} \
	"nothing but a record" leaf.o 0 {}] {
	audit_check $what $arguments $status $patterns
    }
}
errors_unprotected_test

# Code near the end of the address space: nothing is computed from an address
# before it.
proc errors_high_address_test { } {
    global audit_work
    set header "\x7fELF\x02\x01\x01"
    append header [string repeat "\x00" 9]
    # ET_EXEC for EM_X86_64; the section headers follow, the names and code.
    append header [binary format ssiwwwissssss 2 62 1 0 0 64 0 64 0 0 64 3 2]
    append header [string repeat "\x00" 64]
    append header [binary format iiwwwwiiww 1 1 6 0x7fffffffffff0000 256 4 0 0 1 0]
    append header [binary format iiwwwwiiww 7 3 0 0 260 17 0 0 1 0]
    append header "\x90\xff\xd0\xc3" "\x00.text\x00.shstrtab\x00"
    audit_write high-address $header
    audit_check "code at a high address" {--fail-on=none high-address} 0 \
	{{^  call at 0x7fffffffffff0001: outside functions$}}
}
errors_high_address_test

# Release 6 of mips64 has other branches, and the short encodings are not read: an
# error is better than calls that are not seen.
proc errors_mips_test { option } {
    global CLANG audit_work
    if {$CLANG eq ""} {
	unsupported "audit: mips64 with $option: CLANG (in site.exp) is empty"
	return
    }
    audit_write mips.c "void f (void (*p) (void)) { p (); }\n"
    audit_compile $CLANG [list --target=mips64el-linux-gnuabi64 $option -c] \
	[file join $audit_work mips.c] mips.o
    audit_check "mips64 with $option" {mips.o} 2 \
	{{^kcfi-audit: mips\.o: has code of MIPS release 6, MIPS16 or microMIPS, }}
}
errors_mips_test -mips64r6

# Cut short, and with bytes changed: any answer but a crash.  The changes are
# the same in each run.
proc errors_survive { what files } {
    set problem ""
    foreach file $files {
	lassign [audit_run [list --json --fail-on=none $file]] status output
	if {$status != 0 && $status != 2} {
	    append problem "$file: exit status $status\n"
	} elseif {$status == 2 && [string first "\n" $output] >= 0} {
	    append problem "$file: more than one line\n"
	} elseif {$status == 0 && [catch { json_read $output } reason]} {
	    append problem "$file: $reason\n"
	}
    }
    audit_result $what $problem
}

proc errors_damage_test { name bytes {cuts 30} {damages 60} } {
    set length [string length $bytes]
    set files {}
    for {set i 1} {$i < $cuts} {incr i} {
	audit_write $name-cut-$i [string range $bytes 0 [expr { $length * $i / $cuts }]]
	lappend files $name-cut-$i
    }
    errors_survive "$name: cut short" $files
    set files {}
    set seed 12345
    for {set i 0} {$i < $damages} {incr i} {
	set damaged $bytes
	for {set n 0} {$n < 8} {incr n} {
	    set seed [expr { ($seed * 1103515245 + 12345) & 0x7fffffff }]
	    set place [expr { $seed % $length }]
	    set byte [expr { $seed >> 16 & 0xff }]
	    set damaged [string replace $damaged $place $place \
			     [format %c $byte]]
	}
	audit_write $name-damaged-$i $damaged
	lappend files $name-damaged-$i
    }
    errors_survive "$name: damaged" $files
}
errors_damage_test sites $errors_good
audit_compile [audit_plugin] {-O1 -g -c} [file join $audit_folder calls.c] damage.o
errors_damage_test debug [audit_read damage.o]
# Of the other machines a few; the fuzzer has more.
foreach {name source options} {
    aarch64_be sites-aarch64.s --target=aarch64_be-linux-gnu
    riscv64 sites-riscv.s {--target=riscv64-linux-gnu -march=rv64gc -Wa,-defsym,WIDE=1}
    thumb2 sites-arm.s {--target=armv7-linux-gnueabihf -Wa,-defsym,THUMB=1}
    i386 sites-i386.s --target=i686-linux-gnu
    s390x sites-s390x.s {--target=s390x-linux-gnu -march=z13}
    powerpc64le sites-powerpc64.s --target=powerpc64le-linux-gnu
    mips64el sites-mips64.s --target=mips64el-linux-gnuabi64
    loongarch64 sites-loongarch64.s --target=loongarch64-linux-gnu
} {
    if {$CLANG eq ""} {
	unsupported "audit: damaged $name: CLANG (in site.exp) is empty"
	continue
    }
    audit_compile $CLANG [concat $options -c] [file join $audit_folder $source] \
	damage-$name.o
    errors_damage_test $name [audit_read damage-$name.o] 10 20
    # Stripped: all checks are found all the same, or it is an error.
    set image [file join $audit_work stripped-$name]
    lassign [kcfi_exec [list ld.lld-19 -e 0 --strip-all -o $image \
			    [file join $audit_work damage-$name.o]]] status output
    if {$name eq "thumb2"} {
	audit_check "stripped: $name" [list stripped-$name] 2 \
	    {{stripped: whether its code is A32 or Thumb}}
	continue
    }
    set checks [lmap file [list damage-$name.o stripped-$name] {
	dict get [lindex [dict get [audit_json $file] files] 0] checks }]
    audit_result "stripped: $name" \
	[expr { [lindex $checks 0] > 4 && [lindex $checks 0] == [lindex $checks 1]
		? "" : $checks }]
}

# Names that would harm a terminal, a page or JSON.
proc errors_names_test { } {
    audit_write names.s "\t.globl \"a\\033\[31m<b>&\\\"\"\n\t.text\n\"a\\033\[31m<b>&\\\"\":\n\tcall *%rax\n\t.type \"a\\033\[31m<b>&\\\"\", @function\n"
    global audit_work
    audit_compile as {} [file join $audit_work names.s] names.o
    set problem ""
    foreach format {--text --json --html} {
	lassign [audit_run [list $format --fail-on=none names.o]] status output
	if {$status != 0} { append problem "$format: exit status $status\n" }
	if {[regexp {[\x00-\x09\x0b-\x1f]} $output]} {
	    append problem "$format: control character\n"
	}
	if {$format eq "--html" && [regexp {<b>} $output]} {
	    append problem "$format: a tag\n"
	}
    }
    audit_result "hostile names" $problem
}
errors_names_test
