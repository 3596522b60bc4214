# SPDX-License-Identifier: GPL-3.0-or-later
#
# autoconf, automake and libtool.  libtool hands -flto and -fsanitize=* to the link
# of a shared library and no other -fsanitize-*: right code had a wrong settings
# record, and kcfi-audit reported a mix.

# The sources with their configure script, made once.
proc bs_autotools_sources { } {
    global bs_top
    set path [bs_project autotools]
    return [expr { [bs_run $path {autoreconf -i}] ? $path : "" }]
}

proc bs_autotools { name sources folder flags options } {
    global bs_top bs_cc bs_suffix
    set path [file join $bs_top $folder]
    set prefix $path.installed
    file mkdir $path
    bs_case "autotools: $name" [list \
	[list $path [concat [list $sources/configure --disable-static CC=$bs_cc CFLAGS=$flags \
		AR=kcfi-gcc-ar$bs_suffix NM=kcfi-gcc-nm$bs_suffix \
		RANLIB=kcfi-gcc-ranlib$bs_suffix --prefix=$prefix] $options]] \
	[list $path {make -j2 install}]] $prefix
}

set bs_why [bs_missing autoreconf automake libtoolize make]
if {$bs_why ne ""} {
    unsupported "buildsystems/autotools: $bs_why"
} elseif {[set bs_sources [bs_autotools_sources]] eq ""} {
    fail "buildsystems/autotools: autoreconf"
} else {
    bs_autotools "libtool, LTO, a hash that it does not hand on" $bs_sources autotools-lto \
	"-O2 $bs_kcfi -flto -fsanitize-kcfi-hash=FNV-1a" {}
    if {$bs_all} {
	bs_autotools "libtool, all switches" $bs_sources autotools-all "-O2 -flto $bs_kcfi\
 -fsanitize-kcfi-hash=FNV-1a -fsanitize-kcfi-arity\
 -fsanitize-cfi-icall-experimental-normalize-integers -fpatchable-function-entry=11,11" {}
	bs_autotools "libtool, no LTO" $bs_sources autotools-plain \
	    "-O2 $bs_kcfi -fsanitize-kcfi-hash=FNV-1a" {}
	bs_autotools "static library too" $bs_sources autotools-static "-O2 -flto $bs_kcfi" \
	    --enable-static
    }
}
