# SPDX-License-Identifier: GPL-3.0-or-later
#
# A plain makefile: in parallel with -save-temps, and with all that is compiled and
# linked given in response files.

proc bs_make { name folder flags } {
    global bs_cc bs_top bs_suffix
    set path [bs_project $folder]
    set prefix [file join $bs_top $folder.installed]
    bs_case "make: $name" [list [list $path [list make -j4 -f Makefile.plain CC=$bs_cc \
	CFLAGS=$flags AR=kcfi-gcc-ar$bs_suffix DESTDIR=$prefix install]]] $prefix
}

if {[bs_missing make] ne ""} {
    unsupported "buildsystems/make: there is no make"
} else {
    bs_make "-j, -save-temps" make-temps "-O2 $bs_kcfi -save-temps"
    bs_make "-j, -save-temps, LTO" make-temps-lto "-O2 -flto $bs_kcfi -save-temps"
    set bs_channel [open [file join $bs_top flags.rsp] w]
    puts $bs_channel "-O2 $bs_kcfi -fsanitize-kcfi-hash=FNV-1a"
    close $bs_channel
    bs_make "response file" make-response "@[file join $bs_top flags.rsp]"
}
