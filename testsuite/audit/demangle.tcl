# SPDX-License-Identifier: GPL-3.0-or-later
#
# Names of C++ and Rust in all reports are those of the source.  They come from the
# Itanium C++ ABI, from Rust's RFC 2603 and, in its older form, from a crate.

# A function for each name, with a preamble, an unchecked call, and its address in
# a table.
proc demangle_source { names } {
    set text "\t.text\n"
    set number 0
    foreach name $names {
	append text "
	.balign 16
	.type \"__cfi_$name\", @function
\"__cfi_$name\":
	.skip 11, 0x90
	movl \$[expr { 0x10000000 + [incr number] }], %eax
	.size \"__cfi_$name\", . - \"__cfi_$name\"
	.globl \"$name\"
	.type \"$name\", @function
\"$name\":
	call *%rbx
	ret
	.size \"$name\", . - \"$name\"
"
    }
    append text "
	.type unprotected, @function
	.globl _ZN5outer5innerEPKc
	.type _ZN5outer5innerEPKc, @function
_ZN5outer5innerEPKc:
	ret
	.size _ZN5outer5innerEPKc, . - _ZN5outer5innerEPKc
	.weak __kcfi_typeid__Z1fv
	.set __kcfi_typeid__Z1fv, 0x77777777
	.data
	.quad _ZN5outer5innerEPKc
	.section .note.GNU-stack, \"\", @progbits
"
    return $text
}

proc demangle_test { } {
    global audit_work
    # {mangled, as it is in the source}; what is not mangled stays.
    set names {
	_Z1fv "f()"
	_ZN1B1wEi "B::w(int)"
	_ZNK3abcIiE4sizeEv "abc<int>::size() const"
	_ZThn16_N1D1hEv "non-virtual thunk to D::h()"
	_ZN1B1wEi.cold {B::w(int) [clone .cold]}
	_RNvNtCs1234_7mycrate3foo3bar mycrate::foo::bar
	_ZN4core3ptr13drop_in_place17h0123456789abcdefE core::ptr::drop_in_place
	_ZN3foo17hnothexadecimalxxE {foo::hnothexadecimalxx}
	_Zfoo _Zfoo
	_Rfoo _Rfoo
	main main
    }
    audit_write names.s [demangle_source [dict keys $names]]
    audit_compile as {} [file join $audit_work names.s] names.o
    set patterns {}
    dict for {mangled source} $names {
	set plain [string map {( \\( ) \\) * \\* + \\+ [ \\[ ] \\] . \\.} $source]
	lappend patterns "^  call at $plain\\+0x0: " "\\(such as $plain\\)$"
    }
    lappend patterns \
	{^  the address of outer::inner\(char const\*\) is taken} \
	{^  __kcfi_typeid_f\(\) is 0x77777777, but}
    audit_check "names of the source" {--fail-on=none names.o} 0 $patterns
    set patterns {}
    foreach mangled [dict keys $names] {
	set plain [string map {. \\.} $mangled]
	lappend patterns "^  call at $plain\\+0x0: " "\\(such as $plain\\)$"
    }
    lappend patterns {^  the address of _ZN5outer5innerEPKc is taken}
    audit_check "--no-demangle" {--no-demangle --fail-on=none names.o} 0 $patterns
    # Page: escaped.
    audit_check "names in HTML" {--html --fail-on=none names.o} 0 {
	{abc&lt;int&gt;::size\(\) const} {<li class="code">call at mycrate::foo::bar\+0x0}
    }
    audit_check "explain with names" {explain 0x10000001 names.o} 0 {{^    f\(\)$}}
    audit_check "explain --no-demangle" {--no-demangle explain 0x10000001 names.o} 0 \
	{{^    _Z1fv$}}
    audit_write one.s [demangle_source _Z1fv]
    audit_compile as {} [file join $audit_work one.s] one.o
    audit_check "diff with names" {diff one.o names.o} 1 {{^  B::w\(int\)$}}
    audit_write log "CFI failure at _Z1fv+0x0 (target: _ZN1B1wEi+0x0/0x3; expected\
 type: 0x1)\n"
    audit_check "explain a failure with names" {explain names.o} 0 {
	{^  caller        f\(\)$} {^  target        B::w\(int\)$}} log

    # JSON has both; without --no-demangle nothing is lost.
    set problem ""
    foreach {option both} {{} 1 --no-demangle 0} {
	set report [audit_json names.o $option]
	set one [lindex [dict get $report files] 0]
	set found {}
	foreach function [dict get $one function_list] {
	    dict set found [dict get $function name] \
		[expr { [dict exists $function demangled]
			? [dict get $function demangled] : "" }]
	}
	dict for {mangled source} $names {
	    set wanted [expr { $both && $source ne $mangled ? $source : "" }]
	    if {![dict exists $found $mangled]
		|| [dict get $found $mangled] ne $wanted} {
		append problem "$option $mangled\n"
	    }
	}
	set site [lindex [dict get $one sites] 0]
	set class [lindex [dict get $report classes] 0]
	set finding [lindex [dict get $report problems taken] 0]
	foreach {item wanted} [list $site "f()+0x0" \
				   [lindex [dict get $class functions] 0] "f()" \
				   $finding "the address of outer::inner(char\
 const*) is taken, but it has no preamble"] {
	    if {[dict exists $item demangled] != $both
		|| ($both && [dict get $item demangled] ne $wanted)} {
		append problem "$option no $wanted\n"
	    }
	}
    }
    audit_result "both names in JSON" $problem
}
demangle_test

# A name that would have 2^60 characters, and one that is too long for the library.
proc demangle_hostile_test { } {
    global audit_work
    set digits 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ
    set name _Z1f1A1PIS_S_E
    for {set i 1} {$i < 60} {incr i} {
	set number [expr { $i < 36 ? [string index $digits $i]
			   : "1[string index $digits [expr { $i - 36 }]]" }]
	append name "S0_IS${number}_S${number}_E"
    }
    set long _Z[string repeat 1 4][string repeat x 1111]v
    audit_write names.s [demangle_source [list $name $long]]
    audit_compile as {} [file join $audit_work names.s] names.o
    audit_check "names that grow" {--fail-on=none names.o} 0 \
	[list "^  call at $name\\+0x0: " "^  call at $long\\+0x0: "]
}
demangle_hostile_test
