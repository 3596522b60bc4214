# SPDX-License-Identifier: GPL-3.0-or-later
#
# What linkers do to sections: --icf of lld and gold, --gc-sections, -r.

foreach {linker switches} {
    lld {-Wl,--icf=all {-Wl,--icf=all -Wl,--gc-sections} -Wl,--gc-sections}
    gold {-Wl,--icf=all {-Wl,--icf=all -Wl,--gc-sections} -Wl,--gc-sections}
    bfd {-Wl,--gc-sections}
} {
    if {![builds_have -fuse-ld=$linker]} {
	unsupported "builds/linkers: there is no ld.$linker for this compiler"
	continue
    }
    foreach switch $switches {
	foreach level {-O0 -O2 -Os} {
	    set options [list $level -ffunction-sections -fno-ipa-icf]
	    set step link
	    set linking [concat $options -fuse-ld=$linker $switch]
	    if {$linker eq "gold"} {
		set step link-gold
		set linking [concat $options $switch]
	    }
	    builds_case "linkers $linker: $level $switch" [list \
		[list compile $options foldable.c one.o] \
		[list $step $linking one.o] {run {}}]
	}
    }
}
builds_case "linkers -r" {
    {compile {-O2 -ffunction-sections} prototypes.c one.o}
    {compile {-O2 -ffunction-sections} prototypes-other.c two.o}
    {relink {-O2} {one.o two.o} both.o}
    {link {-O2} both.o} {run {}}
}
