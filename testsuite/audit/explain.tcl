# SPDX-License-Identifier: GPL-3.0-or-later
#
# explain: ids, and CFI reports in the words of Linux's kernel/cfi.c.  diff.

# The id of int (struct device *, int), from clang-19's code for explain.c.
set explain_id 0x2249bf8d

proc explain_test { name command } {
    global audit_folder explain_id
    audit_compile $command {-std=gnu11 -O2 -w -g -no-pie} \
	[file join $audit_folder explain.c] explain-$name
    audit_compile $command {-std=gnu11 -O2 -w -g -c} \
	[file join $audit_folder explain.c] explain-$name.o
    foreach file [list explain-$name explain-$name.o] {
	audit_check "explain an id: $file" [list explain $explain_id $file] 0 \
	    [list "^$explain_id\$" \
		 {^  prototype   int \(struct device \*, int\)$} \
		 {^  hashed as   _ZTSFiP6deviceiE$} \
		 {^  functions   1$} \
		 {^    int good_open \(struct device \*device, int mode\) \(.*explain\.c:1[12]\)$} \
		 {^  calls       1$} \
		 {^    call_open\+0x[0-9a-f]+ \(.*explain\.c:30\)$}]
	foreach {machine call target} {
	    x86 "call_open+0x10/0x30" "bad_open+0x0/0x20"
	    module "call_open+0x10/0x30 [explain_%]" "bad_open+0x0/0x20 [explain_%]"
	} {
	    set module [string map {- _} [file rootname [string range $file 8 end]]]
	    set call [string map [list % $module] $call]
	    set target [string map [list % $module] $target]
	    audit_write explain.log "\[    1.0\] before\n\[    1.1\] CFI failure at $call (target: $target; expected type: $explain_id)\n\[    1.2\] after\n"
	    audit_check "explain a report ($machine): $file" \
		[list explain $file] 0 \
		[list {^CFI failure$} \
		     {^  caller        call_open\+0x10( \[.*\])? \(.*explain\.c:\d+\)$} \
		     "^  call expects  $explain_id  int \\(struct device \\*, int\\)\$" \
		     {^  target        bad_open( \[.*\])? \(.*explain\.c:1[78]\)$} \
		     {^  function has  0x[0-9a-f]{8}  long( int)? bad_open \(struct device \*device, unsigned int mode\)$} \
		     {^  \* result +int +long( int)?$} \
		     {^    parameter 1 +struct device \* +struct device \*device$} \
		     {^  \* parameter 2 +int +unsigned int mode$} \
		     {^    operations\[1\]\.open \(.*explain\.c:2[34]\)$}] \
		explain.log
	}
    }
}

foreach pair [audit_compilers] { explain_test {*}$pair }

# Compiled in the source's folder: of DWARF 5 Clang's number of that file is 0.
proc explain_file_zero_test { name command } {
    global audit_folder audit_work explain_id
    file copy -force [file join $audit_folder explain.c] $audit_work
    lassign [kcfi_exec [list sh -c {cd "$1" && shift && exec "$@"} sh $audit_work \
	{*}$command -std=gnu11 -O2 -w -g -c explain.c -o explain-here.o]] status
    audit_check "explain an id: $name, compiled beside its source" \
	[list explain $explain_id explain-here.o] 0 \
	[list {^    int good_open \(.*\) \(.*explain\.c:1[12]\)$}]
}
foreach pair [audit_compilers] { explain_file_zero_test {*}$pair }

# Linux seeds its ids anew (FineIBT, or cfi=kcfi without norand): the report has
# an id that no file has, but the check in the code is known.
proc explain_seeded_test { } {
    global explain_id
    foreach site [dict get [lindex [dict get [audit_json explain-plugin.o] files] 0] \
		      sites] {
	if {[regexp {^call_open\+(0x[0-9a-f]+)$} [dict get $site place] -> offset]} {
	    # The trap is the ud2 in front of the call.
	    audit_write explain.log [format "CFI failure at call_open+%#x/0x30\
		(target: bad_open+0x0/0x20; expected type: 0x01234567)\n" \
		[expr { $offset - 2 }]]
	}
    }
    audit_check "explain a report of a kernel that has seeded its ids anew" \
	{explain explain-plugin.o} 0 \
	[list "^  call expects  $explain_id  int \\(struct device \\*, int\\)\$" \
	     {^  The kernel has seeded its ids anew: the report has 0x01234567\.$} \
	     {^  \* parameter 2 +int +unsigned int mode$}] explain.log
}
explain_seeded_test

# Other machines: the words of the report are the same on all.  Where the line is
# lost, or has no target, arm64's oops tells by its syndrome and registers
# (0x8000 | 17 << 5 | 8), and the check in the code tells the id.
proc explain_machine_test { name command } {
    global audit_folder explain_id audit_work
    audit_compile $command {-std=gnu11 -O2 -w -g -c} \
	[file join $audit_folder explain.c] explain-$name.o
    foreach function [dict get [lindex [dict get [audit_json explain-$name.o] \
					files] 0] function_list] {
	if {[dict get $function name] eq "bad_open"} {
	    set bad_open [string range [dict get $function address] 2 end]
	}
    }
    set report "CFI failure at call_open+0x10/0x30 (target: bad_open+0x0/0x20; expected type: $explain_id)\n"
    set oops "Internal error: Oops - CFI: 00000000f2008228 \[#1\] SMP
\[    1.2\] pstate: 60400005 (nZCv daif +PAN -UAO)
\[    1.2\] pc : call_open+0x10/0x30
\[    1.2\] lr : main+0x20/0x40
\[    1.2\] x17: 0000000002249bf8 x16: 0000000000000000 x8 : 0000000000000000
"
    set oops [string map [list x17:\ 0000000002249bf8 "x17: 00000000[string range $explain_id 2 end]" \
	"x8 : 0000000000000000" "x8 : $bad_open"] $oops]
    set explained {{^  target        (bad_open|0x[0-9a-f]+) \(.*explain\.c:1[78]\)$}
	{^  \* parameter 2 +int +unsigned int mode$}}
    lappend explained "^  call expects  $explain_id  int \\(struct device \\*, int\\)\$"
    foreach {what log} [list report $report oops $oops both "$report$oops"] {
	audit_write explain-$name.log $log
	lassign [audit_run [list explain explain-$name.o] explain-$name.log] \
	    status output
	set problem ""
	foreach pattern [concat $explained {{^  caller        call_open\+0x10}}] {
	    if {![regexp -line -- $pattern $output]} { append problem "no $pattern\n" }
	}
	if {[regexp -all {CFI failure} $output] != 1} { append problem "not once\n" }
	audit_result "explain a $what of $name" $problem
    }
    # The trap's place, by the check in the code.
    set site [lindex [dict get [lindex [dict get [audit_json explain-$name.o] \
					    files] 0] sites] 0]
    scan [lindex [split [dict get $site place] +] 1] %i call
    audit_write explain-$name.log [format \
	"CFI failure at call_open+0x%x/0x30 (no target information)\n" \
	[expr { $call - [string match riscv* $name] * 2 - [string match aarch64* $name] * 4 }]]
    audit_check "explain a report without target of $name" \
	[list explain explain-$name.o] 0 \
	[list "^  call expects  $explain_id  int" \
	     {^  target        not in the report$}] explain-$name.log
}
foreach {name compiler command} [audit_cross_compilers] {
    if {$compiler eq "clang"} { explain_machine_test $name $command }
}

# Without a file simple prototypes are tried; the ids are clang's, of the table in
# typeid/expected.tsv.
foreach {id prototype} {
    0x7e0c52a5 "void (int *)" 0x00050794 "int (int)" 0xa540670c "void (void)"
    0xe500adf2 ""
} {
    if {$prototype eq ""} {
	audit_check "no guess of $id" [list explain $id] 1 {{prototype   unknown}}
    } else {
	audit_check "a guess of $id" [list explain $id] 0 \
	    [list "^  prototype   perhaps [string map {( \\( ) \\) * \\*} $prototype]\$"]
    }
}

# Firmware, whose own trap handler prints addresses: OpenSBI is linked at 0 and runs
# at 0x80000000.  The lines are written by hand from its registers.
proc explain_loaded_test { } {
    global audit_folder audit_work explain_id
    audit_compile [audit_plugin] {-std=gnu11 -O2 -w -g -no-pie -nostdlib
	-Wl,-e,call_open -Wl,--build-id=none -Wl,-Ttext-segment=0x30000} \
	[file join $audit_folder explain.c] explain-loaded
    set file [lindex [dict get [audit_json explain-loaded --no-debug-info] files] 0]
    foreach function [dict get $file function_list] {
	set address([dict get $function name]) [dict get $function address]
    }
    foreach site [dict get $file sites] {
	if {[string match call_open* [dict get $site place]]} {
	    set call [dict get $site address]
	}
    }
    lassign [kcfi_exec [list readelf -SW [file join $audit_work explain-loaded]]] \
	status output
    set lowest ""
    foreach {- section} [regexp -all -inline -line \
			     {^ .*PROGBITS +([0-9a-f]{16}) .* A[XL]* } $output] {
	if {$lowest eq "" || "0x$section" < $lowest} { set lowest 0x$section }
    }
    # The trap, two bytes before the call.
    foreach {offset arguments} [list 0 {} \
	[expr { 0x80000000 - $lowest }] --load-address=0x80000000 \
	[expr { 0x1000 - $lowest }] --load-address=4096] {
	foreach {end patterns} [list "" {{^  target        not in the report$}} \
	    [format " (target: 0x%x; expected type: %s)" \
		 [expr { $address(bad_open) + $offset }] $explain_id] \
	    {{^  function has  0x[0-9a-f]{8}  long( int)? bad_open \(}
		{^  \* parameter 2 +int +unsigned int mode$}}] {
	    audit_write explain.log [format "CFI failure at 0x%x%s\n" \
		[expr { $call - 2 + $offset }] $end]
	    audit_check "explain [expr { $end eq "" ? "a trap" : "a report" }] by address $arguments" \
		[concat explain $arguments explain-loaded] 0 \
		[concat $patterns [list {^  caller        0x3[0-9a-f]{4} \(.*explain\.c:\d+\)$} \
		    "^  call expects  $explain_id  int \\(struct device \\*, int\\)\$"]] \
		explain.log
	}
    }
    # What they print without such a handler; all registers are the target.
    foreach {program text} {
	OpenSBI "sbi_trap_error: hart0: trap0: mcause=0x03 mtval=0x0
sbi_trap_error: hart0: trap0: mepc=0x%016x mstatus=0x8000000a00006800
sbi_trap_error: hart0: trap0: r11=0x%016x rax=0x%016x\n"
	U-Boot "\"Synchronous Abort\" handler, esr 0xf2008228
elr: 0000000000001234 lr : 0000000000001235 (reloc)
elr: %016x lr : 0000000000001235
r11: %016x rax: %016x\n"
	Xen "(XEN) RIP:    e008:\[<%016x>\] read_io+0x14/0x20
(XEN) r11: %016x rax: %016x\n"
	TF-A "elr_el3        = 0x%016x\nr11            = 0x%016x\nrax            = 0x%016x\n"
    } {
	foreach {offset arguments} [list 0 {} \
	    [expr { 0x80000000 - $lowest }] --load-address=0x80000000] {
	    set target [expr { $address(bad_open) + $offset }]
	    set trap [expr { $call - 2 + $offset }]
	    audit_write explain.log [format $text $trap $target $target]
	    audit_check "explain the registers of $program $arguments" \
		[concat explain $arguments explain-loaded] 0 \
		[list {^  caller        0x3[0-9a-f]{4} \(.*explain\.c:\d+\)$} \
		    "^  call expects  $explain_id  int \\(struct device \\*, int\\)\$" \
		    {^  function has  0x[0-9a-f]{8}  long( int)? bad_open \(}] explain.log
	}
    }
    audit_write explain.log [format "mepc=0x%x r11=0x0\n" $address(bad_open)]
    audit_check "explain the registers of another trap" {explain explain-loaded} 0 \
	{{^  there is no check at this address: the trap is of another kind$}} explain.log
    # A handler of kcfi/format.h, and code that is not as it was linked.
    audit_write explain.log [format \
	"CFI failure at 0x%x (target: 0x%x; expected type: %s; found: 0x00000007)\n" \
	[expr { $call - 2 }] $address(bad_open) $explain_id]
    audit_check "explain an id that was overwritten" {explain explain-loaded} 0 \
	{{^  The check has found 0x00000007 there: the code in memory is not that of this file\.$}} \
	explain.log
    audit_check "a load address that is no number" \
	{explain --load-address=top explain-loaded} 2 {{--load-address wants a number}} \
	explain.log
}
explain_loaded_test

audit_check "an id that nothing has" {explain 0x00000001 explain-plugin} 1 \
    {{^  prototype   unknown}}
audit_write explain-none.log "nothing of interest\n"
audit_check "a log without a report" {explain explain-plugin} 2 \
    {{there is no CFI report}} explain-none.log
audit_write explain-odd.log "CFI failure at call_open+0x10/0x30 (no target information)
CFI failure at call_open+0x10/0x30 (target: 0xdeadbeef; expected type: $explain_id)
CFI failure at call_open+0x10/0x30 (target: bad_open+0x3/0x20; expected type: $explain_id)
CFI failure at call_open+0x10/0x30 (target: good_open+0x0/0x20; expected type: $explain_id)
CFI failure at
CFI failure at (((((
CFI failure at call_open+0x10/0x30 (target: "
audit_check "odd reports" {explain explain-plugin} 0 \
    {{^  target        not in the report$}
	{^  target        0xdeadbeef: no function of the files$}
	{^  target        bad_open\+0x3: in the middle of bad_open}
	{^  The ids are equal: the report is not of this build}} explain-odd.log

# A listing knows prototypes too.
audit_compile [audit_plugin] [list -O2 -w -c \
    -fplugin-arg-kcfi-print-ids=[file join $audit_work explain.ids]] \
    [file join $audit_folder explain.c] explain-listed.o
audit_check "explain with a listing" \
    [list explain $explain_id explain-listed.o explain.ids] 0 \
    {{^  hashed as   _ZTSFiP6deviceiE$} {^    good_open$}}

# --- diff ---------------------------------------------------------------------

proc diff_test { } {
    global audit_folder audit_work
    foreach {name more} [list "" {} .ids [list -fplugin-arg-kcfi-print-ids=@]] {
	foreach {source output} [list \
	    [file join $audit_folder explain.c] old \
	    [file join $audit_folder explain-changed.c] new] {
	    audit_compile [audit_plugin] [concat {-O2 -g -w -c} \
		[string map [list @ [file join $audit_work $output.ids]] $more]] \
		$source $output.o
	}
    }
    audit_check "diff of objects" {diff old.o new.o} 1 \
	{{^  good_open$}
	    {^    - 0x2249bf8d  int good_open \(struct device \*device, int mode\)$}
	    {^    \+ 0x[0-9a-f]{8}  int good_open \(struct device \*device, int mode, int more\)$}
	    {^New functions\n  added\n}
	    {^Removed functions\n  none\n}
	    {^  0x2249bf8d  functions 1 -> 0, calls 1 -> 1  int \(struct device \*, int\)$}
	    {^Calls and jumps: checked 1 -> 2, unchecked 0 -> 0$}}
    audit_check "diff of the same" {diff old.o old.o} 0 \
	{{^Changed type ids\n  none\n}}
    audit_check "diff of listings" {diff old.ids new.ids} 1 \
	{{^  good_open$} {^    - 0x2249bf8d  _ZTSFiP6deviceiE$}
	    {^New functions\n  added\n}}
    audit_check "diff of a listing and an object" {diff old.ids new.o} 2 \
	{{a listing can only be compared with a listing}}
}
diff_test

# The same as JSON, with the same figures, and by its schema.
proc diff_json_test { } {
    global audit_top
    lassign [audit_run {diff --json old.o new.o}] status output
    set problem ""
    if {$status != 1} { append problem "exit status $status\n" }
    set schema [schema_close [schema_read \
	[file join $audit_top doc kcfi-audit-diff.schema.json]]]
    append problem [join [schema_check $schema $schema [json_typed $output]] "\n"]
    set found [json_read $output]
    foreach {key wanted} {checked {1 2} unchecked {0 0}} {
	if {[dict get $found $key] ne $wanted} { append problem "$key\n" }
    }
    set changed [lindex [dict get $found changed] 0]
    if {[dict get $changed name] ne "good_open"
	|| [dict get [lindex [dict get $changed old] 0] id] ne "0x2249bf8d"
	|| [dict get [lindex [dict get $found added] 0] name] ne "added"
	|| [dict get $found removed] ne {}} { append problem "functions\n" }
    foreach class [dict get $found classes] {
	if {[dict get $class id] eq "0x2249bf8d"} { set good_class $class }
    }
    if {[dict get $good_class functions] ne {1 0}
	|| [dict get $good_class calls] ne {1 1}} { append problem "class\n" }
    audit_result "diff as JSON" $problem
    lassign [audit_run {diff --json old.o old.o}] status output
    audit_result "diff of the same as JSON" \
	[expr { $status == 0 && [dict get [json_read $output] differences] == 0
		? "" : "exit status $status: $output" }]
    audit_check "diff as HTML" {diff --html old.o new.o} 2 \
	{{diff reports as text or JSON only}}
}
diff_json_test
