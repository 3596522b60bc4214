# SPDX-License-Identifier: GPL-3.0-or-later
#
# Objects of rustc: ../interop/halves/rust.rs has five functions and two indirect
# calls.  Its ids must be those that clang gives the same prototypes in C.

# "" or why there is no rustc with KCFI.
proc rust_compile { options output } {
    global audit_folder audit_work
    if {[auto_execok rustc] eq ""} { return "there is no rustc" }
    # The sanitizer is one of Rust's unstable options.
    lassign [kcfi_exec [concat env RUSTC_BOOTSTRAP=1 rustc -Zsanitizer=kcfi \
	-Zsanitizer-cfi-normalize-integers \
	-Cunsafe-allow-abi-mismatch=sanitizer,sanitizer-cfi-normalize-integers \
	-Cpanic=abort -Crelocation-model=static --emit=obj \
	--target=x86_64-unknown-linux-gnu $options \
	[file join $audit_folder .. interop halves rust.rs] \
	-o [file join $audit_work $output]]] status text
    return [expr { $status == 0 ? ""
		   : "rustc has no KCFI: [lindex [split $text \n] 0]" }]
}

# {name id} of each function of FILE.
proc rust_ids { file } {
    set result {}
    foreach function [dict get $file function_list] {
	if {[dict exists $function id]} {
	    lappend result [dict get $function name] [dict get $function id]
	}
    }
    return [lsort -stride 2 $result]
}

proc rust_test { options offset } {
    set why [rust_compile $options rust.o]
    if {$why ne ""} {
	unsupported "audit: rustc $options: $why"
	return
    }
    set report [audit_json rust.o]
    set file [lindex [dict get $report files] 0]
    set problem ""
    foreach {key total} {checked 2 unchecked 0 excused 0} {
	set found [expr { [dict get $file calls $key] + [dict get $file jumps $key] }]
	if {$found != $total} { append problem "$key: $found\n" }
    }
    foreach {key wanted} [list checks 2 traps 2 functions 5 preambles 5 \
			      without_preamble 0 hash_offsets [list $offset 5]] {
	set found [dict get $file $key]
	if {$found ne $wanted} { append problem "$key: $found\n" }
    }
    dict for {kind findings} [dict get $report problems] {
	if {$findings ne {}} { append problem "$kind: $findings\n" }
    }
    # Of DWARF only C's prototypes are read; a user saw no word of that.
    if {"-g" in $options && [dict get $file proof units_not_in_c] == 0} {
	append problem "proof: [dict get $file proof]\n"
    }
    audit_result "rust.rs $options" $problem

    global CLANG audit_work
    if {$CLANG eq ""} {
	unsupported "audit: ids of rustc: CLANG (in site.exp) is empty"
	return
    }
    audit_write rust.c {
	struct Record { int a; };
	int rust_add (int x) { return x; }
	long rust_wide (long x) { return x; }
	unsigned char rust_read (const struct Record *r, unsigned long at)
	{ return r->a + at; }
	int rust_call (int (*f) (int), int x) { return f (x); }
	unsigned char rust_call_read (unsigned char (*f) (const struct Record *,
							  unsigned long),
				      const struct Record *r) { return f (r, 1); }
    }
    audit_compile [audit_clang] {-O1 -c
	-fsanitize-cfi-icall-experimental-normalize-integers} \
	[file join $audit_work rust.c] rust-c.o
    set wanted [rust_ids [lindex [dict get [audit_json rust-c.o] files] 0]]
    set found [rust_ids $file]
    audit_result "ids of rust.rs $options" \
	[expr { [dict size $wanted] == 5 && $found eq $wanted
		? "" : "$found, not $wanted" }]

    # Beside an object of the plugin with the same settings nothing is mixed and
    # all that is called has a function.
    set more [expr { $offset == 4 ? "" : "-fpatchable-function-entry=11,11" }]
    audit_compile [audit_plugin] [concat {-std=gnu11 -O2 -w -c
	-fplugin-arg-kcfi-normalize-integers} $more] [file join $audit_work rust.c] rust-p.o
    set both [audit_json {rust.o rust-p.o}]
    set problem ""
    foreach kind {mixed target collision traps unchecked} {
	set findings [dict get $both problems $kind]
	if {$findings ne {}} { append problem "$kind: $findings\n" }
    }
    if {[llength [dict get $both classes]] != 5} {
	append problem "[llength [dict get $both classes]] classes\n"
    }
    audit_result "rust.rs $options beside the plugin's object" $problem
}
rust_test {-Copt-level=0} 4
rust_test {-Copt-level=2 -g} 4
rust_test {-Copt-level=2 -Zpatchable-function-entry=11,11} 15
