# SPDX-License-Identifier: GPL-3.0-or-later
#
# Building and running kcfi-audit, and what the parts of its tests share.

# Builds the tool and its library with sanitizers; "" or what went wrong.
proc audit_build { top } {
    global audit_tool CLANG KCFI_CC KCFI_AUDIT_SANITIZED
    # Of the make that runs the suite, whose jobs these are not.
    lassign [kcfi_exec [list env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL \
			    make -C $top --no-print-directory -j2 audit-sanitized \
			    GCC=$KCFI_CC CLANG=$CLANG] 1200] status output
    set audit_tool [file join $KCFI_AUDIT_SANITIZED kcfi-audit]
    return [expr { $status ? $output : "" }]
}

# Runs the tool with ARGUMENTS in audit_work; returns {status output}.
proc audit_run { arguments {input /dev/null} } {
    global audit_tool audit_work
    return [kcfi_exec [list sh -c {cd "$1" && shift && exec "$@"} sh \
			   $audit_work sh -c "exec \"\$@\" < $input" sh \
			   $audit_tool {*}$arguments]]
}

# Runs the tool; the test NAME passes with exit status STATUS and an output in
# which each of PATTERNS (regular expressions) matches.
proc audit_check { name arguments status patterns {input /dev/null} } {
    lassign [audit_run $arguments $input] got output
    set problem ""
    if {$got != $status} { set problem "exit status $got, not $status" }
    foreach pattern $patterns {
	if {![regexp -line -- $pattern $output]} {
	    append problem " no `$pattern'"
	}
    }
    audit_result $name $problem
}

# PROBLEM is empty or says what is wrong.
proc audit_result { name problem } {
    if {$problem eq ""} {
	pass "audit: $name"
    } else {
	fail "audit: $name"
	send_log -- "$problem\n"
    }
}

# The JSON report about FILES as a dict; an error if there is none.
proc audit_json { files {arguments {}} } {
    lassign [audit_run [concat --json --fail-on=none $arguments $files]] \
	status output
    if {$status != 0} { error "exit status $status" }
    return [json_read $output]
}

# Compiles SOURCE with COMMAND and OPTIONS into audit_work/OUTPUT.  Some sources
# have unprototyped functions, which C23 lacks.
proc audit_compile { command options source output } {
    global audit_work
    set dialect [expr { [string match *.c $source] ? "-std=gnu17" : {} }]
    lassign [kcfi_exec [concat $command $dialect $options \
			    [list $source -o [file join $audit_work $output]]] \
		 300] status text
    if {$status != 0} { error "$source does not compile: $text" }
}

proc audit_write { name text } {
    global audit_work
    set channel [open [file join $audit_work $name] w]
    fconfigure $channel -translation binary
    puts -nonewline $channel $text
    close $channel
}

proc audit_read { name } {
    global audit_work
    set channel [open [file join $audit_work $name] r]
    fconfigure $channel -translation binary
    set text [read $channel]
    close $channel
    return $text
}

# The commands that compile with protection.
proc audit_plugin { } {
    global KCFI_CC KCFI_PLUGIN
    return [list $KCFI_CC -fplugin=$KCFI_PLUGIN]
}

proc audit_clang { } {
    global CLANG
    return [list $CLANG -fsanitize=kcfi]
}

# {name command} for each compiler there is.
proc audit_compilers { } {
    global CLANG
    set result [list [list plugin [audit_plugin]]]
    if {$CLANG ne ""} {
	lappend result [list clang [audit_clang]]
    } else {
	unsupported "audit: clang's objects: CLANG (in site.exp) is empty"
    }
    return $result
}

# The same for other machines: {name compiler command ...}.  Clang 19 serves
# aarch64 and RISC-V as the ABI wants it; the plugin all whose cross compiler and
# cross plugin are there (make all-targets).
proc audit_cross_compilers { } {
    global CLANG audit_top
    set result {}
    if {$CLANG ne ""} {
	foreach triplet {aarch64-linux-gnu aarch64_be-linux-gnu riscv64-linux-gnu} {
	    lappend result $triplet-clang clang \
		[concat [audit_clang] --target=$triplet]
	}
    }
    foreach {name triplet options} {
	aarch64 aarch64-linux-gnu {}
	aarch64_be aarch64-linux-gnu -mbig-endian
	riscv64 riscv64-linux-gnu {}
	a32 arm-linux-gnueabihf -marm
	thumb2 arm-linux-gnueabihf -mthumb
	thumb1 arm-linux-gnueabihf {-mthumb -mcpu=cortex-m0 -mfloat-abi=soft}
	thumb1-armv4t arm-linux-gnueabihf {-mthumb -march=armv4t -mfloat-abi=soft}
	armeb arm-linux-gnueabihf {-marm -mbig-endian}
	i386 i686-linux-gnu {}
	s390x s390x-linux-gnu {}
	powerpc64le powerpc64le-linux-gnu {}
	mips64el mips64el-linux-gnuabi64 {}
    } {
	set plugin [file join $audit_top build $triplet-12 kcfi.so]
	if {[auto_execok $triplet-gcc-12] eq ""} {
	    unsupported "audit: $name: there is no $triplet-gcc-12"
	} elseif {![file exists $plugin]} {
	    unsupported "audit: $name: the plugin for $triplet is not built"
	} else {
	    lappend result $name-plugin plugin \
		[concat $triplet-gcc-12 -fplugin=$plugin $options]
	}
    }
    return $result
}
