# SPDX-License-Identifier: GPL-3.0-or-later
#
# Programs of execute/ under options that change what stands around a call or
# a function's entry, or that bring code of GCC's own.

set builds_options {
    {-O2 -fexceptions -fnon-call-exceptions}
    {-O0 -fexceptions -fnon-call-exceptions}
    {-O2 -fPIC -fno-plt}
    {-O1 -fno-shrink-wrap}
    {-O2 -fno-toplevel-reorder}
    {-O2 -finstrument-functions}
    {-O2 -fprofile-arcs -ftest-coverage}
    {-O2 -fsanitize=undefined}
    {-O2 -fstack-protector-all -fstack-clash-protection}
    {-O3 -fno-jump-tables -funroll-all-loops}
}
set builds_x86_options {
    {-O2 -fsplit-stack}
    {-O0 -fsplit-stack}
    {-O2 -mcmodel=large}
    {-O0 -mcmodel=large -fPIC}
    {-O2 -mcmodel=large -fPIC}
    {-O2 -mforce-drap -mstackrealign}
    {-O2 -pg}
    {-O2 -pg -mfentry}
    {-O2 -fsanitize=thread}
    {-O2 -fsanitize=address -DTRAP_STRICT=0}
    {-O2 -mtls-dialect=gnu2 -fPIC}
}
if {![builds_have -fsanitize=undefined]} {
    unsupported "builds/options: -fsanitize=undefined: no libubsan"
    set builds_options [lsearch -all -inline -not -glob $builds_options *=undefined]
}
if {[kcfi_machine] eq "x86_64"} { lappend builds_options {*}$builds_x86_options }

set builds_sources {pointer.c tail-call.c tls.c struct-return.c cold.c}
# Reads the machine's register by asm.
if {[kcfi_machine] eq "x86_64"} { lappend builds_sources static-chain.c }
foreach source $builds_sources {
    foreach options $builds_options {
	# The callee reads r10 by asm, which GCC's own code at its entry overwrites.
	if {$source eq "static-chain.c" && [regexp {profile|thread|pg} $options]} {
	    continue
	}
	builds_case "options: $source $options" [list \
	    [list compile $options $source one.o] \
	    [list link $options one.o] {run {}}]
    }
}

# kcov: GCC calls functions that the program defines.
foreach source {pointer.c tail-call.c} {
    builds_case "options: $source -fsanitize-coverage" [list \
	[list compile {-O2 -fsanitize-coverage=trace-pc,trace-cmp} $source one.o] \
	{plain -O2 coverage-callbacks.c two.o} \
	{link -O2 {one.o two.o}} {run {}}]
}

# Bodies that OpenMP puts into functions of their own.
foreach options {{-O0 -fopenmp} {-O2 -fopenmp} {-O3 -fopenmp -flto -flto-partition=max}} {
    builds_case "openmp $options" [list \
	[list compile $options outlined.c one.o] \
	[list link $options one.o] {run {}}]
}

# Copies for vectors have another signature; those for transactions are called
# through pointers.
if {[kcfi_machine] eq "x86_64"} {
    builds_case "simd clones" {
	{compile {-O3 -fopenmp-simd} simd.c one.o}
	{link -O3 one.o} {run {}} {symbols-not __cfi__ZGV}
    }
    if {[builds_have -fgnu-tm]} {
	foreach level {-O0 -O2} {
	    builds_case "transactional memory $level" [list \
		[list compile "$level -fgnu-tm" transaction.c one.o] \
		[list link "$level -fgnu-tm" one.o] {run {}}]
	}
    } else {
	unsupported "builds/transactional memory: no libitm"
    }
}

# Units that differ in their warnings: a warning changes no id.
builds_case late-union {
    {compile {-O2 -fplugin-arg-kcfi-warn=all} late-union.c late-union.o}
    {compile {-O2} late-union-other.c late-union-other.o}
    {link {-O2} {late-union.o late-union-other.o}}
    {run {}}
}
