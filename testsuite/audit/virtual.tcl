# SPDX-License-Identifier: GPL-3.0-or-later
#
# Virtual calls of C++: virtual-x86_64.s and virtual-words.s have three functions
# with a second word, two calls that check it (one wants a word that no function
# has), one that checks the type id, and two tables of five functions, of which two
# have no second word: a method, and __cxa_pure_virtual, which is no problem.  On
# x86_64, aarch64 and riscv64 two calls without a check look like virtual ones, and
# others do not.

# A settings record with M and more words.
proc virtual_record { nops more } {
    return "\t.ident \"kcfi: 1 hash=xxHash64 prefix=$nops$more\"\n"
}

# SOURCE and MORE, assembled by COMMAND into OUTPUT.
proc virtual_assemble { command source more output } {
    global audit_folder
    set channel [open [file join $audit_folder $source] r]
    set text [read $channel]
    close $channel
    audit_write virtual.s "$text\n$more"
    global audit_work
    audit_compile $command {} [file join $audit_work virtual.s] $output
}

# The texts of PROBLEM in REPORT.
proc virtual_texts { report problem } {
    set texts {}
    foreach finding [dict get $report problems $problem] {
	lappend texts [dict get $finding text]
    }
    return $texts
}

# FILE has everything that the sources have; BARE is how many unchecked calls look
# virtual, WORD how far in front of a function the first word starts.
proc virtual_check { name file bare word } {
    set report [audit_json $file]
    set one [lindex [dict get $report files] 0]
    set problem ""
    foreach {key wanted} [list checked 2 unchecked $bare functions 3 tables 2 \
			      entries 5 entries_without_id 2] {
	set found [dict get $one virtual $key]
	if {$found != $wanted} { append problem "$key: $found, not $wanted\n" }
    }
    # With symbols, all ten or seven functions have a first word at one place.
    if {[llength [dict get $one hash_offsets]] != 2
	|| [lindex [dict get $one hash_offsets] 0] != $word
	|| [dict get $one without_preamble] != 0} {
	append problem "first words: [dict get $one hash_offsets]\n"
    }
    # Both words of B::w and D::w.
    foreach function [dict get $one function_list] {
	set name_of [dict get $function name]
	if {[dict exists $function virtual_id]
	    != ($name_of in {_ZN1B1wEi _ZN1D1wEi _ZN1B1xEv})} {
	    append problem "second word of $name_of\n"
	}
    }
    set sizes {}
    foreach class [dict get $report virtual_classes] {
	lappend sizes [llength [dict get $class functions]]/[llength [dict get $class calls]]
    }
    if {[lsort $sizes] ne {0/1 1/0 2/1}} { append problem "classes: $sizes\n" }
    set size [expr { [dict get $one machine] eq "arm" ? 4 : 8 }]
    set wanted "_ZN1B1yEv at _ZTV1B+[format 0x%x [expr { 4 * $size }]] has no virtual\
 id: a checked virtual call of it traps"
    if {[virtual_texts $report vtable] ne [list $wanted]} {
	append problem "vtable: [virtual_texts $report vtable]\n"
    }
    set target [virtual_texts $report target]
    if {[llength $target] != 1
	|| ![string match "no function has the virtual id 0x55*" [lindex $target 0]]} {
	append problem "target: $target\n"
    }
    foreach kind {mixed collision traps separated typeid} {
	set texts [virtual_texts $report $kind]
	if {$texts ne {}} { append problem "$kind: $texts\n" }
    }
    audit_result "virtual calls: $name" $problem
}

proc virtual_x86_test { } {
    global audit_work
    foreach nops {0 2} {
	foreach {kind more} [list "with a record" [virtual_record $nops " virtual=name"] \
				 "without a record" ""] {
	    virtual_assemble [list as --defsym NOPS=$nops] virtual-x86_64.s $more \
		virtual.o
	    # Tables are relocations of sections and symbols, addresses, and relocations
	    # of the loader.
	    audit_compile ld {-e 0} [file join $audit_work virtual.o] virtual
	    audit_compile ld {-pie -e 0} [file join $audit_work virtual.o] virtual-pie
	    foreach file {virtual.o virtual virtual-pie} {
		virtual_check "$file, $nops nops, $kind" $file 2 [expr { 4 + $nops }]
	    }
	}
	# Without the symbols of preambles.
	lassign [kcfi_exec [list objcopy --wildcard -N "__cfi_*" \
	    [file join $audit_work virtual] [file join $audit_work virtual-bare]]] status
	virtual_check "without preamble symbols, $nops nops" virtual-bare 2 \
	    [expr { 4 + $nops }]
    }
}
virtual_x86_test

proc virtual_words_test { } {
    global audit_work CLANG
    if {$CLANG eq "" || [auto_execok ld.lld-19] eq ""} {
	unsupported "audit: virtual calls of other machines: clang or ld.lld-19 is\
	    missing"
	return
    }
    foreach {name target machine nop bare} {
	aarch64 aarch64-linux-gnu 1 4 2
	riscv64 riscv64-linux-gnu 2 4 2
	a32 armv7-linux-gnueabihf 3 4 0
	thumb2 armv7-linux-gnueabihf 4 2 0
    } {
	foreach {nops kind more} [list \
	    0 "with a record" [virtual_record 0 " virtual=name"] \
	    2 "with a record" [virtual_record 2 " virtual=class"] \
	    0 "without a record" "" 2 "without a record" ""] {
	    virtual_assemble [list $CLANG --target=$target -c -Wa,-defsym,NOPS=$nops \
				  -Wa,-defsym,MACHINE=$machine] virtual-words.s $more \
		virtual.o
	    foreach {file options} {virtual {} virtual-pie -pie} {
		audit_compile ld.lld-19 [concat $options {--no-relax -e 0}] \
		    [file join $audit_work virtual.o] $file
	    }
	    foreach file {virtual.o virtual virtual-pie} {
		virtual_check "$name, $file, $nops nops, $kind" $file $bare \
		    [expr { 4 + $nop * $nops }]
	    }
	}
    }
}
virtual_words_test

# Which unchecked calls look virtual.
foreach {virtual_name virtual_command virtual_source virtual_wanted} [list \
    x86_64 {as --defsym NOPS=0} virtual-x86_64.s \
	{_Z4bareP1B+0x13 _Z4bareP1B+0x3} \
    aarch64 [list $CLANG --target=aarch64-linux-gnu -c -Wa,-defsym,NOPS=0 \
		 -Wa,-defsym,MACHINE=1] virtual-words.s \
	{_Z4bareP1B+0x1c _Z4bareP1B+0x8} \
    riscv64 [list $CLANG --target=riscv64-linux-gnu -c -Wa,-defsym,NOPS=0 \
		 -Wa,-defsym,MACHINE=2] virtual-words.s \
	{_Z4bareP1B+0x20 _Z4bareP1B+0x8}] {
    if {[lindex $virtual_command 0] eq ""} {
	unsupported "audit: $virtual_name's unchecked virtual calls: there is no clang"
	continue
    }
    virtual_assemble $virtual_command $virtual_source "" virtual.o
    set virtual_found {}
    foreach virtual_site [dict get [lindex [dict get [audit_json virtual.o] files] 0] \
			      sites] {
	if {[dict exists $virtual_site reason]
	    && [dict get $virtual_site reason] eq "virtual call, as it seems"} {
	    lappend virtual_found [dict get $virtual_site place]
	}
    }
    audit_result "$virtual_name's unchecked virtual calls" \
	[expr { [lsort $virtual_found] eq $virtual_wanted ? "" : $virtual_found }]
}

# Modes that are mixed, in one file and in two.  A unit of C fits all of them.
proc virtual_modes_test { } {
    global audit_work
    foreach {file words} {c "" off " virtual=off" name " virtual=name"
	class " virtual=class"} {
	virtual_assemble {as --defsym NOPS=0} virtual-x86_64.s \
	    [virtual_record 0 $words] mode-$file.o
    }
    foreach {files status pattern} {
	{c name} 0 {^Virtual ids$}
	{c off c} 0 {^Virtual ids$}
	{name name c} 0 {^Virtual ids$}
	{name class} 1 {^  mode-name\.o and mode-class\.o were .*: virtual \(name, class\)$}
	{c name class} 1 {^  mode-name\.o and mode-class\.o were .*: virtual \(name, class\)$}
	{c name c off} 1 {^  mode-name\.o and mode-off\.o were .*: virtual \(name, off\)$}
    } {
	set objects [lmap file $files { string cat mode-$file.o }]
	audit_check "modes $files" [concat --fail-on=mixed $objects] $status \
	    [list $pattern]
    }
    # The linker keeps both records.
    foreach file {name class} {
	audit_write record.s [virtual_record 0 " virtual=$file"]
	audit_compile as {} [file join $audit_work record.s] record-$file.o
    }
    lassign [kcfi_exec [list ld -r [file join $audit_work record-name.o] \
			    [file join $audit_work record-class.o] -o \
			    [file join $audit_work records.o]]] status
    audit_check "modes in one file" {--fail-on=mixed records.o} 1 \
	{{^  parts of records.o were compiled .*: virtual \(name, class\)$}}
}
virtual_modes_test

# What explain says of ids and of failures.
virtual_assemble {as --defsym NOPS=0} virtual-x86_64.s "" virtual.o
audit_check "explain a virtual id" {explain 0x90909090 virtual.o} 0 {
    {^0x90909090\n  virtual functions   2\n    B::w\(int\)\n    D::w\(int\)$}
    {^  virtual calls       1\n    call\(B\*\)\+0x14$}
}
audit_check "explain an id of both kinds" {explain 0x12345678 virtual.o} 0 {
    {^  functions   9$} {^  calls       1\n    call\(B\*\)\+0x24$}
    {^  virtual functions   1\n    B::x\(\)\n  virtual calls       0$}
}
audit_compile ld {-e 0} [file join $audit_work virtual.o] virtual
audit_write log "CFI failure at _Z4callP1B+0x12 (target: _ZN1B1xEv+0x0/0x1;\
 expected type: 0x90909090)
CFI failure at _Z4callP1B+0x12 (target: _ZN1B1yEv+0x0/0x1; expected type: 0x90909090)
CFI failure at _Z6nobodyP1B+0xc (no target information)
"
audit_check "explain a failed virtual call" {explain virtual} 0 {
    {^  caller        call\(B\*\)\+0x12\n  call expects  virtual id 0x90909090  \(such as B::w\(int\)\)\n  target        B::x\(\)\n  function has  virtual id 0x12345678$}
    {^  target        B::y\(\)\n  function has  no virtual id$}
    {^  call expects  virtual id 0x55555555  of no function of the files$}
} log

# What diff says: the new build has one of the functions and none of the calls.
audit_write less.s {
	.balign 16
	.type __cfi__ZN1B1wEi, @function
__cfi__ZN1B1wEi:
	.skip 6, 0x90
	movl $0x90909090, %eax
	movl $0x12345678, %eax
	.size __cfi__ZN1B1wEi, . - __cfi__ZN1B1wEi
	.globl _ZN1B1wEi
	.type _ZN1B1wEi, @function
_ZN1B1wEi:
	ret
	.size _ZN1B1wEi, . - _ZN1B1wEi
}
audit_compile as {} [file join $audit_work less.s] less.o
audit_check "diff of virtual ids" {diff virtual.o less.o} 1 {
    {^Changed virtual classes$}
    {^  0x90909090  functions 2 -> 1, calls 1 -> 0  B::w\(int\)$}
    {^  0x12345678  functions 1 -> 0, calls 0 -> 0  B::x\(\)$}
    {^  0x55555555  functions 0 -> 0, calls 1 -> 0  \?$}
}
audit_check "diff without a difference in virtual ids" {diff less.o less.o} 0 {
    {^Changed virtual classes\n  none$}
}

# The page has both tables of ids, each closed, under names of their own.
lassign [audit_run {--html --fail-on=none virtual.o}] virtual_status virtual_page
set virtual_problem ""
foreach virtual_needed {{<table id="ids">} {<table id="virtual-ids">}
    {<table id="virtual-histogram">} {<td>checked virtual calls</td>}
    {B::w(int), D::w(int)}} {
    if {[string first $virtual_needed $virtual_page] < 0} {
	append virtual_problem "no $virtual_needed\n"
    }
}
audit_result "virtual ids in HTML" $virtual_problem

# C has nothing of this in its report.
audit_compile as {} [file join $audit_folder sites-x86_64.s] virtual-c.o
lassign [audit_run {--fail-on=none virtual-c.o}] virtual_status virtual_page
audit_result "nothing of virtual calls in a report about C" \
    [expr { [regexp {^virtual-c.o.*Type ids} $virtual_page]
	    && ![regexp -line -nocase {virtual(?!-c\.o)} $virtual_page] ? "" : $virtual_page }]

# The plugin's own objects.  Of a class with a destructor and two methods, derived
# once, six functions stand in tables and two calls are virtual; the call through
# a pointer is not.
proc virtual_plugin_test { } {
    global audit_work
    audit_write virtual.cc {
	struct B { virtual ~B (); virtual int w (int); virtual int x (); };
	struct D : B { ~D () override; int w (int) override; };
	B::~B () {}
	int B::w (int i) { return i; }
	int B::x () { return 1; }
	D::~D () {}
	int D::w (int i) { return -i; }
	int call (B *b) { return b->w (1) + b->x (); }
	int plain (int (*f) (int)) { return f (1) + 1; }
    }
    set command [concat [audit_plugin] -x c++]
    foreach {options checked unchecked functions} {
	{-O2 -fplugin-arg-kcfi-virtual=name} 2 0 7
	{-O2 -fplugin-arg-kcfi-virtual=class} 2 0 7
	{-O0 -fplugin-arg-kcfi-virtual=name -fPIC} 2 0 7
	{-O2 -fplugin-arg-kcfi-virtual=name -fpatchable-function-entry=5,3} 2 0 7
	{-Os -fplugin-arg-kcfi-virtual=class -fplugin-arg-kcfi-arity} 2 0 7
	{-O2 -fno-devirtualize-speculatively} 0 2 0
	{-O0} 0 2 0
    } {
	lassign [kcfi_exec [concat $command $options \
	    [list -c [file join $audit_work virtual.cc] -o \
		 [file join $audit_work virtual-cc.o]]]] status output
	if {$status != 0} {
	    if {[regexp {cc1plus|cannot execute} $output]} {
		unsupported "audit: virtual calls of the plugin: there is no C++ compiler"
		return
	    }
	    fail "audit: virtual calls of the plugin, $options"
	    send_log -- "$output\n"
	    continue
	}
	set report [audit_json virtual-cc.o]
	set one [lindex [dict get $report files] 0]
	set problem ""
	foreach {key wanted} [list checked $checked unchecked $unchecked \
				  functions $functions tables 2 entries 8] {
	    set found [dict get $one virtual $key]
	    if {$found != $wanted} { append problem "$key: $found, not $wanted\n" }
	}
	set all [expr { [dict get $one calls checked] + [dict get $one jumps checked] }]
	if {$all != $checked + 1} { append problem "$all checked\n" }
	foreach kind {vtable mixed traps separated taken} {
	    set texts [virtual_texts $report $kind]
	    if {$texts ne {}} { append problem "$kind: $texts\n" }
	}
	# B::x is in both tables; all that a checked call wants is here, but the
	# function that `plain' calls.
	if {[llength [virtual_texts $report target]] != 0} {
	    append problem "target: [virtual_texts $report target]\n"
	}
	audit_result "virtual calls of the plugin, $options" $problem
    }
}
virtual_plugin_test
