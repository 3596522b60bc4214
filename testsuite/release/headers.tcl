# SPDX-License-Identifier: GPL-3.0-or-later
#
# tools/check-headers.sh, which make runs before it builds: one sentence says what a
# toolchain lacks and what to do.  The compiler is a script that says of itself what
# compilers say; what builds is this machine's.

# A compiler NAME of GCC VERSION whose plugin folder is FOLDER; its path.
proc headers_compiler { name version folder } {
    global release_work
    set path [file join $release_work $name]
    set channel [open $path w]
    puts $channel "#!/bin/sh\ncase \$1 in
-dumpversion) echo $version ;;
-dumpmachine) echo riscv64-unknown-elf ;;
-print-file-name=plugin) echo '$folder' ;;
*) exit 1 ;;\nesac"
    close $channel
    file attributes $path -permissions 0755
    return $path
}

# What check-headers.sh says of COMPILER has PART; nothing if that is empty.  HOSTCC
# builds, with CPPFLAGS.
proc headers_test { name compiler hostcc cppflags part } {
    global release_top
    lassign [kcfi_exec [list env CPPFLAGS=$cppflags \
	[file join $release_top tools check-headers.sh] $compiler $hostcc g++]] status output
    set right [expr { $part eq "" ? $status == 0 && $output eq ""
		      : $status == 1 && [string first $part $output] >= 0
			  && [llength [split $output "\n"]] == 1 }]
    release_result "headers: $name" [expr { $right ? "" : "status $status: $output" }]
}

proc headers_tests { } {
    global release_work
    set folder [file join $release_work plugin]
    file mkdir [file join $folder include]
    close [open [file join $folder include gcc-plugin.h] w]
    # A compiler that finds neither GMP nor xxHash unless -I names their folder.
    set hostcc [file join $release_work bare-gcc]
    set channel [open $hostcc w]
    puts $channel "#!/bin/sh\nexec gcc -nostdinc \"\$@\""
    close $channel
    file attributes $hostcc -permissions 0755
    set more [file join $release_work more]
    file mkdir $more
    set complete [headers_compiler gcc-complete 12 $folder]

    headers_test "a toolchain that has all" $complete gcc "" ""
    headers_test "a compiler that is too old" [headers_compiler gcc-old 10 $folder] gcc "" \
	"is GCC 10: the plugin needs GCC 11 or later"
    headers_test "a compiler that was built without plugins" \
	[headers_compiler gcc-bare 12 $release_work/none] gcc "" "build it with --enable-plugin"
    headers_test "GMP is missing" $complete $hostcc "" \
	"there is no header gmp.h, which GCC's headers include (CPPFLAGS=-I names its folder)"
    close [open [file join $more gmp.h] w]
    headers_test "xxHash is missing, GMP is where CPPFLAGS says" $complete $hostcc -I$more \
	"there is no header xxhash.h"
    close [open [file join $more xxhash.h] w]
    headers_test "both are where CPPFLAGS says" $complete $hostcc -I$more ""
    headers_test "there is no compiler that builds" $complete /none/gcc "" \
	"there is no C compiler \"/none/gcc\" (HOSTCC= names another)"
}

if {[string match x86_64-* $KCFI_TARGET]} {
    headers_tests
} else {
    unsupported "release: what a toolchain lacks is tested in the run for this machine"
}
