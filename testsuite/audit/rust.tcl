# SPDX-License-Identifier: GPL-3.0-or-later
#
# Objects of rustc: ../interop/halves/rust.rs has five functions and two indirect
# calls.  Its ids must be those that clang gives the same prototypes in C.

# Compiles SOURCE, by default that file, as audit_work/OUTPUT; "" or why there is no
# rustc with KCFI.
proc rust_compile { options output {source {}} } {
    global audit_folder audit_work
    if {$source eq ""} {
	set source [file join $audit_folder .. interop halves rust.rs]
    }
    if {[auto_execok rustc] eq ""} { return "there is no rustc" }
    # The sanitizer is one of Rust's unstable options.
    lassign [kcfi_exec [concat env RUSTC_BOOTSTRAP=1 rustc -Zsanitizer=kcfi \
	-Zsanitizer-cfi-normalize-integers \
	-Cunsafe-allow-abi-mismatch=sanitizer,sanitizer-cfi-normalize-integers \
	-Cpanic=abort -Crelocation-model=static --emit=obj \
	--target=x86_64-unknown-linux-gnu $options $source \
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

# --- Shims ---------------------------------------------------------------------
#
# What rustc makes for a method whose address is taken, and for a closure behind a
# trait object: named as such, with the function that they lead to.

proc rust_shims_test { mangling } {
    global audit_work audit_folder
    audit_write shims.rs {
	#![crate_type = "lib"]
	pub trait Shape { fn area (&self) -> u32; }
	pub struct Square { pub side: u32, pub name: Vec<u8> }
	impl Shape for Square {
	    #[inline (never)]
	    fn area (&self) -> u32 { self.side * self.side }
	}
	#[no_mangle] pub fn make () -> Box<dyn Shape>
	{ Box::new (Square { side: 2, name: vec![1] }) }
	#[no_mangle] pub fn pointer () -> fn (&Square) -> u32 { <Square as Shape>::area }
	#[no_mangle] pub fn once (n: u32) -> Box<dyn FnOnce (u32) -> u32>
	{ Box::new (move |x| x + n) }
    }
    set why [rust_compile [list -Copt-level=1 -Zunstable-options \
			       -Csymbol-mangling-version=$mangling] \
		 shims.o [file join $audit_work shims.rs]]
    if {$why ne ""} {
	unsupported "audit: rustc's shims, $mangling: $why"
	return
    }
    set report [audit_json shims.o]
    set problem ""
    set kinds {}
    foreach entry [dict get $report entries] {
	set kind [dict get $entry kind]
	dict incr kinds $kind
	set name [dict get $entry function demangled]
	if {$kind eq "reify"} {
	    if {![dict exists $entry target]} {
		append problem "$name leads nowhere\n"
	    } elseif {[dict get $entry target demangled]
		      ne "<shims::Square as shims::Shape>::area"} {
		append problem "$name leads to [dict get $entry target demangled]\n"
	    }
	}
    }
    # FnOnce's method takes the closure by value: its vtable has a shim.
    if {![dict exists $kinds reify] || ![dict exists $kinds vtable]} {
	append problem "kinds: $kinds\n"
    }
    if {[dict get $report drop_glue functions] < 1} { append problem "no drop glue\n" }
    # The method's id is the trait's, the shim's that of the pointer.
    set ids {}
    foreach function [dict get [lindex [dict get $report files] 0] function_list] {
	if {[dict exists $function demangled]
	    && [string match "<shims::Square as shims::Shape>::area*" \
		    [dict get $function demangled]]} {
	    lappend ids [dict get $function id]
	}
    }
    if {[llength $ids] != 2 || [lindex $ids 0] eq [lindex $ids 1]} {
	append problem "ids of the method and its shim: $ids\n"
    }
    audit_result "rustc's shims, $mangling" $problem
    audit_check "rustc's shims in the text, $mangling" shims.o 0 {
	{^  reify +<shims::Square as shims::Shape>::area.* -> <shims::Square as shims::Shape>::area, }
	{^  drop glue +[0-9]+ functions? of Rust, [0-9]+ ids?: 0x}
    }
}
rust_shims_test v0
rust_shims_test legacy
