# SPDX-License-Identifier: GPL-3.0-or-later
#
# ccache and distcc.  ccache sees the driver, not the plugin that the driver loads:
# an object of the old plugin came out of the cache after an upgrade.  The manual
# page (CACHES AND DISTRIBUTED COMPILATION) names the two settings that are tried.

# Compiles program.c by COMMAND with SETTINGS of the environment; what ccache counts:
# hit, miss or something else.
proc bs_cached { settings command } {
    global bs_top bs_kcfi
    kcfi_exec {ccache -z}
    set compile [concat env $settings $command -O2 $bs_kcfi \
		     {-c program.c -o program.o}]
    if {![bs_run [file join $bs_top caches] $compile]} { return failed }
    set text [lindex [kcfi_exec {ccache --print-stats}] 1]
    set hits 0
    foreach kind {direct_cache_hit preprocessed_cache_hit} {
	if {[regexp "$kind\\s+(\\d+)" $text -> count]} { incr hits $count }
    }
    set misses 0
    regexp {cache_miss\s+(\d+)} $text -> misses
    return [expr { $hits == 1 ? "hit" : $misses == 1 ? "miss" : "neither: $text" }]
}

proc bs_ccache { name settings command } {
    global bs_top
    file delete -force [file join $bs_top ccache]
    set found {}
    lappend found [bs_cached $settings $command] [bs_cached $settings $command]
    # Another plugin that still loads: bytes behind an ELF file are not read.
    set channel [open [file join $bs_top bin kcfi.so] a]
    puts $channel "another version"
    close $channel
    lappend found [bs_cached $settings $command]
    bs_verdict "ccache: $name" \
	[expr { $found eq {miss hit miss} ? {} : [list "found $found"] }]
}

# A distributed compilation that falls back to this machine is none: with
# DISTCC_FALLBACK=0 it would be an error.
proc bs_distcc { } {
    global bs_top bs_cc bs_kcfi env
    file mkdir $env(DISTCC_DIR)
    set path [bs_project distcc]
    set prefix [file join $bs_top distcc.installed]
    bs_case "distcc: local mode" [list [list $path [list env DISTCC_HOSTS=localhost \
	DISTCC_FALLBACK=0 make -f Makefile.plain "CC=distcc $bs_cc" "CFLAGS=-O2 $bs_kcfi" \
	AR=ar DESTDIR=$prefix install]]] $prefix
}

bs_project caches
if {[bs_missing ccache] ne ""} {
    unsupported "buildsystems/ccache: there is no ccache"
} else {
    bs_ccache "CCACHE_EXTRAFILES" [list CCACHE_EXTRAFILES=[file join $bs_top bin kcfi.so]] \
	[list ccache $bs_cc]
    # The driver in front of ccache, which then sees -fplugin=.
    set bs_link [file join $bs_top ccache-bin gcc$bs_suffix]
    file mkdir [file dirname $bs_link]
    file link -symbolic $bs_link [lindex [auto_execok ccache] 0]
    bs_ccache "KCFI_GCC names ccache's link" [list KCFI_GCC=$bs_link] [list $bs_cc]
}
if {[bs_missing distcc make] ne ""} {
    unsupported "buildsystems/distcc: there is no distcc"
} else {
    bs_distcc
}
