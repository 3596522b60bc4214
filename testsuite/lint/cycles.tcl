# SPDX-License-Identifier: GPL-3.0-or-later
#
# tools/cycles.sh: cycles of each kind in trees of a few lines, and what the list
# of allowed ones does.  A case is the files of a tree, the list, the exit status
# and what must and must not be printed.

# Makes the tree of FILES {name text ...} in lint_work and compiles its sources,
# but those that WITHOUT names.
proc cycles_make { files without } {
    global lint_work
    file delete -force -- $lint_work
    set objects {}
    foreach {name text} $files {
	set path [file join $lint_work $name]
	file mkdir [file dirname $path]
	set channel [open $path w]
	puts $channel $text
	close $channel
    }
    foreach {name text} $files {
	if {[file extension $name] eq ".h" || $name in $without} { continue }
	set object build/$name.o
	file mkdir [file join $lint_work [file dirname $object]]
	set compiler [expr { [file extension $name] eq ".cc" ? "g++" : "gcc" }]
	lassign [kcfi_exec [list $compiler -w -c [file join $lint_work $name] \
				-o [file join $lint_work $object]]] status output
	if {$status != 0} { error "$name does not compile: $output" }
	lappend objects $object
    }
    return $objects
}

proc cycles_check { what files allowed status patterns {nots {}} {without {}} } {
    global lint_top lint_work
    if {[catch { cycles_make $files $without } objects]} {
	fail "lint: cycles: $what"
	send_log -- "$objects\n"
	return
    }
    set channel [open [file join $lint_work allowed] w]
    puts $channel $allowed
    close $channel
    lassign [kcfi_exec [concat [list sh -c {cd "$1" && shift && exec "$@"} sh \
				    $lint_work $lint_top/tools/cycles.sh allowed] \
			    $objects]] got output
    set problem [expr { $got == $status ? "" : "exit status $got, not $status;" }]
    foreach pattern $patterns {
	if {![regexp -line -- $pattern $output]} { append problem " no `$pattern'" }
    }
    foreach pattern $nots {
	if {[regexp -line -- $pattern $output]} { append problem " `$pattern'" }
    }
    if {$problem eq ""} {
	pass "lint: cycles: $what"
    } else {
	fail "lint: cycles: $what"
	send_log -- "$problem\n$output\n"
    }
    file delete -force -- $lint_work
}

set cycles_chain {
    plugin/a.c {void b (void); void a (void) { b (); }}
    gimple/b.c {void c (void); void b (void) { c (); }}
    rtl/c.c    {void c (void) { }}
}
cycles_check "a chain is none" $cycles_chain "" 0 {{allowed cycles: 0$}}

set cycles_pair {
    plugin/a.c {void b (void); void a (void) { b (); }}
    plugin/b.c {void a (void); void b (void) { a (); }}
    plugin/d.c {void a (void); void d (void) { a (); }}
}
cycles_check "two that call each other" $cycles_pair "" 1 {
    {^cycles: a cycle of calls: plugin/a\.c plugin/b\.c$}
    {^  plugin/a\.c -> plugin/b\.c$} {^  plugin/b\.c -> plugin/a\.c$}
} {plugin/d\.c}

cycles_check "three, by a table of functions and a variable" {
    gimple/a.c   {extern int y; int x (void) { return y; }}
    gimple/b.cc  {extern "C" int z (void); extern "C" { int y = z (); }}
    rtl/deep/c.c {int x (void); int (*table[]) (void) = { x };
		  int z (void) { return table[0] (); }}
} "" 1 {{^cycles: a cycle of calls: gimple/a\.c gimple/b\.cc rtl/deep/c\.c$}}

# Each object has a copy of the inline functions it uses.
cycles_check "a shared inline function is none" {
    gimple/x.h  {#pragma once
inline int twice (int i) { return i < 9 ? twice (i + i) : i; }}
    gimple/a.cc {#include "x.h"
int a (int i) { return twice (i); }}
    gimple/b.cc {#include "x.h"
int a (int i); int b (int i) { return a (twice (i)); }}
} "" 0 {{allowed cycles: 0$}}

cycles_check "headers that include each other" {
    plugin/a.h   {#ifndef A
#define A
#include "../rtl/b.h"
#endif}
    rtl/b.h      {#ifndef B
#define B
# include "deep/c.h"
#endif}
    rtl/deep/c.h {#include "../../plugin/a.h"}
    rtl/use.c    {#include "b.h"}
} "" 1 {
    {^cycles: a cycle of includes: plugin/a\.h rtl/b\.h rtl/deep/c\.h$}
    {^  rtl/deep/c\.h -> plugin/a\.h$}
} {use\.c}

set cycles_layers {
    tools/kcfi-audit/elf/a.c  {void b (void); void a (void) { b (); }}
    tools/kcfi-audit/scan/b.h {void b (void);}
    tools/kcfi-audit/scan/x86/b.c {#include "../b.h"
void b (void) { }}
    tools/kcfi-audit/scan/c.c {#include "../elf/d.h"}
    tools/kcfi-audit/elf/d.h  {}
}
cycles_check "layers that use each other, though no files do" $cycles_layers "" 1 \
    {{^cycles: a cycle of folders: tools/kcfi-audit/elf tools/kcfi-audit/scan$}} \
    {{a cycle of (calls|includes)}}

cycles_check "one that is allowed" $cycles_pair {
# Comments and lines that are empty.

calls: plugin/b.c plugin/a.c
why: each is half of the other} 0 {{allowed cycles: 1$}}

cycles_check "one that is allowed without a reason" $cycles_pair {
calls: plugin/a.c plugin/b.c
} 1 {{has no reason: calls: plugin/a\.c plugin/b\.c} {a cycle of calls}}

cycles_check "one with a file more than is allowed" {
    plugin/a.c {void b (void); void a (void) { b (); }}
    plugin/b.c {void a (void), c (void); void b (void) { a (); c (); }}
    plugin/c.c {void a (void); void c (void) { a (); }}
} {
calls: plugin/a.c plugin/b.c
why: they are two} 1 {
    {a cycle of calls: plugin/a\.c plugin/b\.c plugin/c\.c$}
    {no such cycle \(any more\): calls: plugin/a\.c plugin/b\.c$}
}

cycles_check "an allowed one that is gone" $cycles_chain {
calls: plugin/a.c gimple/b.c
why: it was there once} 1 {{no such cycle \(any more\): calls: gimple/b\.c plugin/a\.c$}}

cycles_check "a list that says something else" $cycles_chain {
call: plugin/a.c gimple/b.c
why: a slip} 1 {{cannot be read: call:}}

cycles_check "a source without an object" $cycles_chain "" 1 \
    {{rtl/c\.c has no object}} {} rtl/c.c
