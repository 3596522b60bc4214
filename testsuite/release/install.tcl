# SPDX-License-Identifier: GPL-3.0-or-later
#
# make install and make uninstall.  What is installed is what the head of the
# Makefile and doc/kcfi-gcc.1 (FILES) say.

set release_root [file join $release_work root]
set release_variables [list DESTDIR=$release_root prefix=/usr plugindir=/plugins]

# The files and links below FOLDER, sorted.
proc release_files { folder } {
    set files [lindex [kcfi_exec [list find $folder -not -type d -printf "%P\n"]] 1]
    return [lsort [split $files "\n"]]
}

# What stands for gcc-12 or aarch64-linux-gnu-gcc-12 in the names of commands.
proc release_commands { } {
    global KCFI_CC
    if {![regexp {^(.*-)?gcc(-[0-9]+)?$} [file tail $KCFI_CC] -> prefix suffix]} {
	return {}
    }
    set commands [list ${prefix}kcfi-gcc$suffix ${prefix}kcfi-g++$suffix]
    foreach tool {ar nm ranlib} { lappend commands ${prefix}kcfi-gcc-$tool$suffix }
    if {$prefix ne ""} {
	foreach tool {addr2line ar ld nm objcopy objdump ranlib readelf strip} {
	    lappend commands ${prefix}kcfi-$tool
	}
    }
    return $commands
}

proc release_install { } {
    global release_root release_top release_variables
    lassign [release_make [concat -s install $release_variables]] status output
    set expected [list plugins/kcfi.so plugins/.debug/kcfi.so.debug \
		      usr/share/man/man1/kcfi-gcc.1 usr/share/man/man7/kcfi-plugin.7]
    foreach command [release_commands] { lappend expected usr/bin/$command }
    # The headers of programs without a system below them.
    foreach header [glob -directory [file join $release_top include kcfi] -tails *] {
	lappend expected plugins/include/kcfi/$header
    }
    lappend expected usr/share/zsh/site-functions/_kcfi-gcc \
	usr/share/bash-completion/completions/[lindex [concat [release_commands] kcfi-gcc] 0]
    # Without its libraries the auditor is not built.
    if {[file executable [file join $release_top build audit kcfi-audit]]} {
	lappend expected usr/bin/kcfi-audit usr/share/man/man1/kcfi-audit.1 \
	    usr/bin/kcfi-check-kernel usr/share/man/man1/kcfi-check-kernel.1 \
	    usr/share/bash-completion/completions/kcfi-audit \
	    usr/share/zsh/site-functions/_kcfi-audit
    }
    set problem ""
    if {$status != 0} { set problem $output }
    set found [release_files $release_root]
    foreach file $expected {
	if {$file ni $found} { append problem "$file is not installed\n" }
    }
    foreach file $found {
	if {$file ni $expected} { append problem "$file is installed\n" }
    }
    release_result "make install installs its files" $problem
}

proc release_pages { } {
    global release_root
    set line "\"[release_version RELEASE_DATE]\" \"kcfi [release_version VERSION]\""
    set problem ""
    foreach page [glob -directory $release_root usr/share/man/man*/*] {
	set channel [open $page]
	set text [read $channel]
	close $channel
	if {![regexp -line "^\\.TH \[A-Z-\]+ \[17\] $line \"" $text]} {
	    append problem "$page has no version\n"
	}
    }
    release_result "manual pages tell the version and its day" $problem
}

# The names of FILE's sections.
proc release_sections { file } {
    set names {}
    foreach section [kcfi_sections $file] { lappend names [lindex $section 1] }
    return $names
}

proc release_debug_information { } {
    global release_root
    set plugin [file join $release_root plugins kcfi.so]
    set sections [release_sections $plugin]
    set problem ""
    if {".debug_info" in $sections || ".symtab" in $sections} {
	append problem "the plugin has its debug information\n"
    }
    # binutils look for the file as debuggers do.
    set address [dict get [kcfi_dynamic $plugin] plugin_init]
    set place [lindex [kcfi_exec [list addr2line -e $plugin $address]] 1]
    if {![regexp {plugin/kcfi-plugin\.cc:[0-9]+$} $place]} {
	append problem "plugin_init is at $place\n"
    }
    release_result "the plugin's debug information is a file of its own" $problem
}

# The dynamic symbols of FILE: {name address ...}.
proc kcfi_dynamic { file } {
    set symbols {}
    foreach line [split [lindex [kcfi_exec [list nm -D --defined-only $file]] 1] "\n"] {
	lassign $line address - name
	lappend symbols $name 0x$address
    }
    return $symbols
}

# The installed plugin makes what the built one makes.
proc release_plugin_works { } {
    global release_root release_work KCFI_CC KCFI_PLUGIN
    set source [file join $release_work call.c]
    set channel [open $source w]
    puts $channel "int f (int (*p) (void)) { return p () + 1; }"
    close $channel
    set made {}
    foreach plugin [list $KCFI_PLUGIN [file join $release_root plugins kcfi.so]] {
	lappend made [lindex [kcfi_exec [list $KCFI_CC -O2 -fplugin=$plugin -S -o - \
					     $source]] 1]
    }
    lassign $made built installed
    release_result "the installed plugin does what the built one does" \
	[expr { [string first "kcfi: 1 hash" $built] >= 0 && $built eq $installed
		? "" : "$built\n\n$installed" }]
}

proc release_uninstall { } {
    global release_root release_variables
    release_make [concat -s uninstall $release_variables]
    set left [release_files $release_root]
    if {[file exists [file join $release_root plugins .debug]]} { lappend left .debug }
    release_result "make uninstall leaves nothing" [string trim $left]
}

# Packagers take the debug information apart themselves.
proc release_unstripped { } {
    global release_root release_variables KCFI_PLUGIN
    release_make [concat -s install debugdir= $release_variables]
    set problem [lindex [kcfi_exec [list cmp $KCFI_PLUGIN \
					[file join $release_root plugins kcfi.so]]] 1]
    if {[file exists [file join $release_root plugins .debug]]} {
	append problem "there is a .debug\n"
    }
    release_result "debugdir= installs the plugin as it was built" $problem
}

release_install
release_pages
release_debug_information
release_plugin_works
release_uninstall
release_unstripped
