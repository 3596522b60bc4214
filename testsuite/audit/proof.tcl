# SPDX-License-Identifier: GPL-3.0-or-later
#
# The proof: ids from debug information against ids in the bytes, for every
# type of the type corpus.  proof-differences has what cannot be equal.

# The corpus with a definition of each function instead of a declaration.  [*]
# and an assembler name can only be declared.
proc proof_source { } {
    global srcdir
    set channel [open [file join $srcdir typeid corpus.c] r]
    set text [read $channel]
    close $channel
    regsub -line {^#define T\(name, \.\.\.\).*$} $text \
	{#define T(name, ...) __VA_ARGS__ { __builtin_trap (); }} text
    regsub -all -line {^T\((a_vlastar2?|ms_asm),.*$} $text "" text
    audit_write proof.c $text
}

# NAME tells the machine as well; what a machine's compiler leaves out of the
# corpus cannot differ.
proc proof_test { compiler command {name ""} } {
    global audit_folder audit_work
    if {$name eq ""} { set name $compiler }
    set expected {}
    set unread {}
    set channel [open [file join $audit_folder proof-differences] r]
    foreach line [split [read $channel] "\n"] {
	lassign [split $line "\t"] who how function
	if {$who eq $compiler && $how eq "differs"} { lappend expected $function }
	if {$who eq $compiler && $how eq "unread"} { lappend unread $function }
    }
    close $channel
    audit_compile $command {-std=gnu11 -O1 -w -g -c} \
	[file join $audit_work proof.c] proof-$name.o
    set report [audit_json proof-$name.o]
    set file [lindex [dict get $report files] 0]
    set there {}
    foreach function [dict get $file function_list] {
	lappend there [dict get $function name]
    }
    foreach list {expected unread} {
	set $list [lmap function [set $list] {
	    if {$function ni $there && $name ne $compiler} continue
	    set function
	}]
    }
    set found {}
    foreach finding [dict get $report problems proof] {
	lappend found [lindex [dict get $finding text] 0]
    }
    set problem ""
    if {[lsort $found] ne [lsort $expected]} {
	set problem "[lsort $found], not [lsort $expected]"
    }
    audit_result "ids of the corpus by $name" $problem
    set proof [dict get $file proof]
    set proved [expr { [dict get $proof equal] + [dict get $proof numbered]
		       + [dict get $proof assumed] }]
    set found_unread {}
    foreach function [dict get $file function_list] {
	if {![dict exists $function string]} {
	    lappend found_unread [dict get $function name]
	}
    }
    set problem ""
    if {[lsort $found_unread] ne [lsort $unread]} {
	append problem "unread: $found_unread\n"
    }
    if {[dict get $proof undecided]} { append problem "undecided: $proof\n" }
    if {$proved + [llength $expected] + [llength $unread]
	!= [dict get $file preambles] || $proved < 300} {
	append problem "does not add up: $proof\n"
    }
    audit_result "proofs of the corpus by $name" $problem
}
proof_source
foreach pair [audit_compilers] { proof_test {*}$pair }
foreach {name compiler command} [audit_cross_compilers] {
    if {[string match {i386*} $name]} {
	unsupported "audit: proofs of the corpus by $name: attributes fastcall and\
	    stdcall, which are part of its ids, are not in DWARF"
	continue
    }
    proof_test $compiler $command $name
}

# One wrong byte in a hash is found.
proc proof_wrong_hash_test { name command } {
    global audit_folder audit_work
    audit_compile $command {-std=gnu11 -O1 -w -g -S} \
	[file join $audit_folder calls.c] wrong.s
    set text [audit_read wrong.s]
    regsub {(__cfi_exempt:.*?movl\s+\$)329620} $text \\1[expr { 0x00050f95 }] text
    audit_write wrong.s $text
    audit_compile [lindex $command 0] {-c} [file join $audit_work wrong.s] wrong.o
    audit_check "a wrong hash in $name's code" {wrong.o --fail-on=proof} 1 \
	{{^  proof +5 ids equal those of debug information, 1 differs}
	    {^  exempt has the id 0x00050f95, but debug information gives 0x00050794 \(_ZTSFiiE\)}}
}
foreach pair [audit_compilers] { proof_wrong_hash_test {*}$pair }

# How ids are computed is found out where no record tells.
proc proof_settings_test { command } {
    global audit_folder
    audit_compile $command {-std=gnu11 -O1 -w -g -c
	-fsanitize-cfi-icall-experimental-normalize-integers} \
	[file join $audit_folder calls.c] normalized-clang.o
    audit_check "normalized ids without a record" {normalized-clang.o} 0 \
	{{no record; debug information shows hash=xxHash64 normalize-integers=1 generalize-pointers=0}
	    {^  proof +6 ids equal those of debug information, 0 differ}
	    {_ZTSFu3i32S_E|int \(int\)}}
    audit_check "clang's ids and the plugin's do not mix" \
	{normalized-clang.o calls-plugin-g.o} 1 \
	{{normalized-clang\.o and calls-plugin-g\.o compute ids in different ways}}
}
if {$CLANG ne ""} {
    audit_compile [audit_plugin] {-O2 -g -w -c} \
	[file join $audit_folder calls.c] calls-plugin-g.o
    proof_settings_test [audit_clang]
}

# Compressed debug sections.
audit_compile [audit_plugin] {-O1 -g -gz -w -c} \
    [file join $audit_folder calls.c] compressed.o
audit_check "compressed debug information" {compressed.o} 0 \
    {{^  proof +6 ids equal those of debug information, 0 differ}}

audit_check "without debug information" {--no-debug-info compressed.o} 0 \
    {{^  proof +debug information not read$}}

# -g1 names functions, but not their types: no id is wrong because of that.
audit_compile [audit_plugin] {-O1 -g1 -w -c} \
    [file join $audit_folder calls.c] lines.o
audit_check "debug information without types" {lines.o --fail-on=proof} 0 \
    {{^  proof +0 ids equal those of debug information, 0 differ; 6 without debug information$}
	{^  0x00050794 +6 +3  \? \(such as }}

# -gsplit-dwarf: a user's ids were silently not proven.  The .dwo is found where it
# was compiled, or beside the file; a pipe of that name is not opened.
proc proof_split_test { name command } {
    global audit_folder audit_work
    foreach version {4 5} {
	set folder [file join $audit_work split-$name-$version]
	file delete -force $folder
	file mkdir $folder [file join $folder moved]
	foreach source {calls.c} {
	    file copy -force [file join $audit_folder $source] $folder
	}
	lassign [kcfi_exec [list sh -c {cd "$1" && shift && exec "$@"} sh $folder \
	    {*}$command -std=gnu11 -O1 -w -gdwarf-$version -gsplit-dwarf -c \
	    calls.c -o calls.o]] status output
	if {$status != 0} { error "calls.c is not split: $output" }
	set object split-$name-$version/calls.o
	set proven {^  proof +6 ids equal those of debug information, 0 differ; 0 without debug information$}
	set lines {^  call at exempt\+0x[0-9a-f]+ \(.*calls\.c:35\): }
	audit_check "split debug information, $name, DWARF $version" \
	    [list $object] 0 [list $proven $lines]
	file rename [file join $folder calls.dwo] [file join $folder moved]
	file copy [file join $folder calls.o] [file join $folder moved]
	audit_check "split debug information beside the file, $name, DWARF $version" \
	    [list split-$name-$version/moved/calls.o] 0 [list $proven $lines]
	set missing {^  proof +0 ids equal .*; 6 without debug information; 1 unit not read, since its \.dwo file was not found$}
	audit_check "no .dwo, $name, DWARF $version" [list $object] 0 \
	    [list $missing $lines]
	kcfi_exec [list mkfifo [file join $folder calls.dwo]]
	audit_check "a pipe for a .dwo, $name, DWARF $version" [list $object] 0 \
	    [list $missing]
    }
}
foreach pair [audit_compilers] { proof_split_test {*}$pair }
