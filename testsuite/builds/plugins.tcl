# SPDX-License-Identifier: GPL-3.0-or-later
#
# Linux's own GCC plugins beside this one, loaded before and after it.

# Builds NAME_plugin.so of a Linux source package; returns the file, or "" after
# a report.
proc builds_linux_plugin { archive name } {
    global KCFI_CC KCFI_BUILD
    set folder [file join $KCFI_BUILD deep linux-plugins]
    set tree [file rootname [file rootname [file tail $archive]]]
    set sources [file join $folder $tree scripts gcc-plugins]
    file mkdir $folder
    if {![file exists $sources]} {
	kcfi_exec [list tar -C $folder -xJf $archive $tree/scripts/gcc-plugins] 300
    }
    set channel [open [file join $folder randomize_layout_seed.h] w]
    puts $channel "const char *randstruct_seed = \"[string repeat 0123456789abcdef 4]\";"
    close $channel
    set headers [lindex [kcfi_exec [list $KCFI_CC -print-file-name=plugin]] 1]
    set result [file join $folder ${name}_plugin.so]
    lassign [kcfi_exec [list g++ -shared -fPIC -fno-rtti -fno-exceptions -w -O1 \
	"-DPLUGIN_VERSION=\"1\"" -isystem $headers/include -I$sources -I$folder \
	[file join $sources ${name}_plugin.c] -o $result]] status
    if {$status == 0} { return $result }
    unsupported "builds/plugins: this compiler's headers do not build $name of $tree"
    return ""
}

set builds_archive [lindex [lsort -decreasing -dictionary \
	[glob -nocomplain /usr/src/linux-source-*.tar.xz]] 0]
if {[kcfi_machine] ne "x86_64"} {
    unsupported "builds/plugins: Linux's plugins are built for x86_64 here"
} elseif {$builds_archive eq ""} {
    unsupported "builds/plugins: no /usr/src/linux-source-*.tar.xz (package linux-source-6.1)"
} else {
    foreach {name arguments} {
	stackleak {track-min-size=0 arch=x86}
	randomize_layout {}
	latent_entropy {}
	structleak {byref-all}
    } {
	if {![runtest_file_p $runtests "builds/plugins $name.c"]} { continue }
	set plugin [builds_linux_plugin $builds_archive $name]
	if {$plugin eq ""} { continue }
	set other -fplugin=$plugin
	foreach argument $arguments {
	    lappend other -fplugin-arg-${name}_plugin-$argument
	}
	foreach level {-O0 -O2 -Os} {
	    # Without us it crashes on a compound literal at -O0.
	    if {$name eq "structleak" && $level eq "-O0"} { continue }
	    foreach order {first last} {
		set options [concat $other $level]
		set step compile
		if {$order eq "last"} {
		    set options [concat $other -fplugin=$KCFI_PLUGIN $level]
		    set step plain
		}
		builds_case "plugins $name: $level, kcfi $order" [list \
		    [list $step $options beside.c one.o] \
		    {plain -O2 beside-support.c two.o} \
		    [list link $level {one.o two.o}] {run {}}]
	    }
	}
    }
}
