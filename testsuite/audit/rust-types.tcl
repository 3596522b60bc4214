# SPDX-License-Identifier: GPL-3.0-or-later
#
# Which types of C and Rust are one type to KCFI: the table of doc/rust.md, measured.
# A function of each parameter is compiled by the plugin and by rustc, and the ids that
# kcfi-audit finds in the objects must be equal, or must not.

# Lines: the parameter in C and in Rust, whether the ids are equal with normalized
# integers and without.
set rust_types {
    {signed char a}		{a: i8}				same differ
    {unsigned char a}		{a: u8}				same differ
    {short a}			{a: i16}			same differ
    {unsigned short a}		{a: u16}			same differ
    {int a}			{a: i32}			same differ
    {unsigned a}		{a: u32}			same differ
    {unsigned a}		{a: char}			same differ
    {long a}			{a: i64}			same differ
    {long long a}		{a: i64}			same differ
    {unsigned long a}		{a: u64}			same differ
    {unsigned long a}		{a: usize}			same differ
    {__int128 a}		{a: i128}			same differ
    {unsigned __int128 a}	{a: u128}			same differ
    {_Bool a}			{a: bool}			same same
    {float a}			{a: f32}			same same
    {double a}			{a: f64}			same same
    {void}			{}				same same
    {void *a}			{a: *mut c_void}		same same
    {const void *a}		{a: *const c_void}		same same
    {void **a}			{a: *mut *mut c_void}		same same
    {const char *a}		{a: *const i8}			same differ
    {struct s *a}		{a: *mut s}			same same
    {const struct s *a}		{a: *const s}			same same
    {struct s a}		{a: s}				same same
    {union u a}			{a: u}				same same
    {union u *a}		{a: *mut u}			same same
    {struct o *a}		{a: *mut o}			same same
    {int (*a) (int)}		{a: extern "C" fn (i32) -> i32}	same differ
    {struct s *a, unsigned n, struct s *b}
	{a: *mut s, n: u32, b: *mut s}				same differ
    {int (*a) (int)}		{a: Option<extern "C" fn (i32) -> i32>}	differ differ
    {struct s *a}		{a: &mut s}			differ differ
    {struct s *a}		{a: Option<&s>}			differ differ
    {struct s *a}		{a: core::ptr::NonNull<s>}	differ differ
    {enum e a}			{a: u32}			differ differ
    {enum e a}			{a: E}				differ differ
    {int (*a)[4]}		{a: *mut [i32; 4]}		differ differ
    {struct empty a}		{a: empty}			differ differ
}

# The two halves: function fN of line N in each, and what is no parameter.
proc rust_types_write { } {
    global rust_types
    set c "struct s { int a; }; union u { int a; }; struct o; enum e { A };\
	struct empty { };\n"
    set rust "#!\[feature (extern_types, c_variadic)\]\n#!\[no_std\]\n\
	#!\[crate_type = \"lib\"\]\n#!\[allow (warnings)\]\nuse core::ffi::c_void;\n\
	#\[repr (C)\] pub struct s { a: i32 }\n#\[repr (C)\] pub union u { a: i32 }\n\
	#\[repr (C)\] pub struct empty { }\n#\[repr (u32)\] pub enum E { A }\n\
	extern \"C\" { pub type o; }\n"
    set number 0
    foreach {in_c in_rust normalized plain} $rust_types {
	append c "void f$number ($in_c) { }\n"
	append rust "#\[no_mangle\] pub extern \"C\" fn f$number ($in_rust) { }\n"
	incr number
    }
    append c "void variadic (int a, ...) { }\n"
    append rust "#\[no_mangle\] pub unsafe extern \"C\" fn variadic\
	(a: i32, mut rest: ...) { }\n"
    append c "int result (void) { return 1; }\nvoid never (int a) { for (;;); }\n"
    append rust "#\[no_mangle\] pub extern \"C\" fn result () -> i32 { 1 }\n\
	#\[no_mangle\] pub extern \"C\" fn never (a: i32) -> ! { loop {} }\n"
    audit_write types.c $c
    audit_write types.rs $rust
}

# {name id ...} of the functions of OBJECT.
proc rust_types_ids { object } {
    set ids {}
    foreach function [dict get [lindex [dict get [audit_json $object] files] 0] \
			  function_list] {
	if {[dict exists $function id]} {
	    dict set ids [dict get $function name] [dict get $function id]
	}
    }
    return $ids
}

# With NORMALIZED or plain integers, column COLUMN of the table.
proc rust_types_test { what rust_options c_options column } {
    global rust_types audit_work
    lassign [kcfi_exec [concat env RUSTC_BOOTSTRAP=1 rustc -Zsanitizer=kcfi \
	$rust_options -Cunsafe-allow-abi-mismatch=sanitizer,sanitizer-cfi-normalize-integers \
	-Cpanic=abort -Crelocation-model=static --emit=obj \
	[file join $audit_work types.rs] -o [file join $audit_work types-rs.o]]] status output
    if {$status != 0} {
	unsupported "audit: types of rustc, $what: [lindex [split $output \n] 0]"
	return
    }
    audit_compile [concat [audit_plugin] $c_options] {-w -c} \
	[file join $audit_work types.c] types-c.o
    set of_rust [rust_types_ids types-rs.o]
    set of_c [rust_types_ids types-c.o]
    set number 0
    set lines {}
    foreach {in_c in_rust normalized plain} $rust_types {
	lappend lines f$number "$in_c / $in_rust" [set $column]
	incr number
    }
    lappend lines variadic "int a, ... / a: i32, ..." \
	[expr { $column eq "normalized" ? "same" : "differ" }]
    lappend lines result "result int / i32" \
	[expr { $column eq "normalized" ? "same" : "differ" }]
    # Attribute noreturn is not part of a type; `!' is a result of its own.
    lappend lines never "noreturn / !" differ
    foreach {name text wanted} $lines {
	set found [expr { ![dict exists $of_rust $name] || ![dict exists $of_c $name]
			  ? "missing"
			  : [dict get $of_rust $name] eq [dict get $of_c $name]
			  ? "same" : "differ" }]
	audit_result "types of rustc, $what: $text: $wanted" \
	    [expr { $found eq $wanted ? "" : "$found" }]
    }
}

if {[auto_execok rustc] eq ""} {
    unsupported "audit: types of rustc: there is no rustc"
} else {
    rust_types_write
    rust_types_test normalized -Zsanitizer-cfi-normalize-integers \
	-fplugin-arg-kcfi-normalize-integers normalized
    rust_types_test plain {} {} plain
}
