# SPDX-License-Identifier: GPL-3.0-or-later
#
# libkcfi-audit: a program that has nothing of the project but kcfi-audit.h and the
# two libraries, built with the sanitizers.

# The libraries, in the order of their needs.
proc library_link { } {
    global KCFI_AUDIT_SANITIZED
    return [list [file join $KCFI_AUDIT_SANITIZED libkcfi-audit.a] \
		[file join $KCFI_AUDIT_SANITIZED libkcfi-ids.a] \
		-ldw -lelf -lcapstone -liberty]
}

# Compiles SOURCE of library/ in a folder that has nothing else but the public
# header, links it with the libraries, and takes over the lines of its run with
# ARGUMENTS as tests of WHAT.
proc library_run { what source arguments } {
    global audit_work audit_folder audit_top CLANG
    set folder [file join $audit_work library]
    file mkdir $folder
    file copy -force $audit_top/tools/kcfi-audit/kcfi-audit.h \
	$audit_folder/library/$source $folder
    set program [file join $folder [file rootname $source]]
    set compiler [expr { $CLANG ne "" ? $CLANG : "gcc" }]
    lassign [kcfi_exec [concat $compiler {-std=c11 -g -O1 -Wall -Wextra -Werror
	-fsanitize=address,undefined -fno-sanitize-recover=all} \
			    [list [file join $folder $source] -o $program] \
			    [library_link]]] status output
    if {$status != 0} {
	audit_result "library: $what: $source links" $output
	return
    }
    lassign [kcfi_exec [list sh -c {cd "$1" && shift && exec "$@"} sh \
			    $audit_work $program {*}$arguments]] status output
    set passed 0
    foreach line [split $output "\n"] {
	if {[regexp {^(PASS|FAIL): (.*)$} $line -> result line]} {
	    audit_result "library: $what: $line" \
		[expr { $result eq "PASS" ? "" : $output }]
	    incr passed [expr { $result eq "PASS" }]
	}
    }
    audit_result "library: $what: exit status" \
	[expr { $status == 0 && $passed ? "" : "status $status\n$output" }]
}

# kcfi-audit.h is a header of its own, for C and for C++.
foreach {library_compiler library_options} {
    gcc {-std=c11 -x c}
    g++ {-std=c++11 -x c++}
} {
    lassign [kcfi_exec [concat $library_compiler $library_options \
			    {-Wall -Wextra -Werror -pedantic -fsyntax-only} \
			    [list $audit_top/tools/kcfi-audit/kcfi-audit.h]]] \
	library_status library_output
    audit_result "library: the header compiles with $library_compiler" \
	[expr { $library_status == 0 ? "" : $library_output }]
}

foreach library_compiler [audit_compilers] {
    lassign $library_compiler library_name library_command
    set library_source [file join $audit_folder library input.c]
    audit_compile $library_command {-O2 -g -c} $library_source \
	library-$library_name.o
    audit_compile gcc {-O2 -g -c} $library_source library-none.o
    library_run $library_name library.c \
	[list library-$library_name.o library-none.o]
}
library_run "no disassembler" no-disassembler.c library-none.o
