# SPDX-License-Identifier: GPL-3.0-or-later
#
# Every function that GCC makes by itself: which have a preamble.  The table
# follows doc/function-makers.md, which says who calls each.

# makers_case NAME OPTIONS SOURCE WITH WITHOUT: of the functions of SOURCE that
# match a regular expression of the list WITH, all have a preamble; of those that
# match one in WITHOUT, none.  Each must be there.  The assembler text tells, as
# only x86 has symbols at preambles: behind each is a guard with the function's
# name.
proc makers_case { name options source with without } {
    set name "builds/makers: $name $options"
    lappend options -S
    if {[builds_step [list plain $options makers/$source.c makers.s]] ne ""} {
	unsupported "$name: this compiler cannot without the plugin"
	return
    }
    set problem [builds_step [list compile $options makers/$source.c makers.s]]
    if {$problem ne ""} {
	fail $name
	send_log "  $problem\n"
	return
    }
    set text [makers_text makers.s]
    set functions [makers_names $text {\.type\s+([^\s,"]+),\s*[@%]function}]
    set marked [makers_names $text {\.if\s+1\+\(([^\s"]+)-\.Lkcfi_end}]
    set problems {}
    foreach {wanted expressions} [list 1 $with 0 $without] {
	foreach expression $expressions {
	    set found [lsearch -all -inline -regexp $functions ^$expression\$]
	    if {$found eq ""} { lappend problems "no function $expression" }
	    foreach function $found {
		if {($function in $marked) != $wanted} {
		    lappend problems "$function: preamble: [expr { !$wanted }]"
		}
	    }
	}
    }
    if {$problems eq ""} { pass $name } else { fail $name }
    send_log "  [join $problems "\n  "]\n"
    makers_link [string map {makers: makers-lto:} $name] $options $source
}

# At a link with -flto, functions that GCC made are told from those of an object
# without the plugin, which are errors.
proc makers_link { name options source } {
    set options [concat [lsearch -all -inline -not -exact $options -S] -flto]
    builds_case [string range $name [string length builds/] end] [list \
	[list compile $options makers/$source.c one.o] \
	[list relink [concat $options -flinker-output=nolto-rel] one.o both.o]]
}

proc makers_text { file } {
    set stream [open $file]
    set text [read $stream]
    close $stream
    return $text
}

# What the group of EXPRESSION matches in TEXT, on each line of it.
proc makers_names { text expression } {
    set names {}
    foreach {- name} [regexp -all -inline -line -- $expression $text] {
	lappend names $name
    }
    return $names
}

foreach level {-O0 -O2} {
    makers_case OpenMP "$level -fopenmp" tasks \
	{tasks tasks._omp_fn.* tasks._omp_cpyfn.* offload._omp_fn.*} {}
}
makers_case OpenACC {-O2 -fopenacc} regions {regions regions._omp_fn.*} {}
makers_case "loop outlining" {-O2 -ftree-parallelize-loops=4} regions \
    {regions regions._loopfn.*} {}
makers_case nested -O2 nested {outer taken.*} called.*
makers_case "copies of functions" {-O3 -fno-inline} copies \
    {use_3 use_4 split equal equal_too} for_constant.constprop.*
makers_case "parts of functions" {-O2 -fno-ipa-cp -fno-inline-functions} copies \
    {split use_split} {for_constant split.part.*}
foreach option {-fprofile-arcs --coverage -fprofile-generate} {
    makers_case "counters" "-O2 $option" shared-data {get set _sub_I_.* _sub_D_.*} {}
}
makers_case "address sanitizer" {-O2 -fsanitize=address} shared-data \
    {get set _sub_I_.* _sub_D_.*} {}
makers_case "thread sanitizer" {-O2 -fsanitize=thread} shared-data \
    {get set _sub_I_.*} {}
makers_case "stack scrubbing" {-O2 -fstrub=relaxed} scrubbed {internal at_calls} \
    internal.strub.*
if {[kcfi_machine] eq "x86_64"} {
    # GCC 11 numbers them: public.avx2.0.
    set makers_versions {use}
    foreach function {public local} {
	foreach version {default avx2} {
	    lappend makers_versions "$function\\.$version\(\\.\[0-9]+\)?"
	}
    }
    makers_case versions -O2 versions \
	$makers_versions {}
    makers_case "versions, shared library" {-O2 -fPIC} versions \
	$makers_versions {}
    makers_case "for vectors" {-O2 -fopenmp-simd} vectors {scalar loop} _ZGV.*
    makers_case "for transactions" {-O2 -fgnu-tm} transactions \
	{safe use _ZGTt4safe} {}
    makers_case "retpoline" {-O2 -mindirect-branch=thunk} thunks through \
	__x86_indirect_thunk_.*
    makers_case "address of the code counter" {-O2 -fPIC -m32} thunks through \
	__x86.get_pc_thunk.*
}

# What runs: the library's end of an outlined loop is in the source.
foreach options {{-O2} {-O2 -flto -flto-partition=max}} {
    if {![builds_have -ftree-parallelize-loops=4]} {
	unsupported "builds/outlined-loop $options: no libgomp"
	continue
    }
    set options [concat $options -ftree-parallelize-loops=4]
    builds_case "outlined-loop $options" [list \
	[list compile $options outlined-loop.c one.o] \
	[list link $options one.o] {run {}}]
}

# Functions with one more parameter than their prototype: GCC 14.
foreach options {-O0 -O2 {-O2 -fstrub=all} {-O2 -flto} {-O2 -flto -fstrub=at-calls}} {
    if {![builds_have -fstrub=relaxed]} {
	unsupported "builds/scrubbed $options: no strub before GCC 14"
	continue
    }
    builds_case "scrubbed $options" [list \
	[list compile $options scrubbed.c one.o] \
	[list link $options one.o] {run {}}]
}

# GCC 16 declares the versions and the scrubbed functions anew in a pass, where
# the plugin's notes about the source are gone.
if {[kcfi_machine] eq "x86_64"} {
    foreach options {-O2 {-O2 -flto} {-O2 -flto -ffat-lto-objects}} {
	builds_case "versions $options" [list \
	    [list compile $options makers/versions.c one.o] \
	    [list compile $options versions-use.c two.o] \
	    [list link $options {one.o two.o}] {run {}}]
    }
}
