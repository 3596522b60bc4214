# SPDX-License-Identifier: GPL-3.0-or-later
#
# Objects do not depend on where the plugin lies and where its listing goes: a
# package was not reproducible since the path of kcfi.so was in DW_AT_producer,
# which -ffile-prefix-map does not change.

# What the plugin in FOLDER makes of pointer.c, as bytes.
proc builds_made_from { folder options } {
    global KCFI_CC KCFI_PLUGIN
    file mkdir $folder
    file copy -force $KCFI_PLUGIN $folder/kcfi.so
    file delete made.o
    kcfi_exec [concat \
	[list $KCFI_CC -fplugin=[pwd]/$folder/kcfi.so \
	     -fplugin-arg-kcfi-print-ids=[pwd]/$folder/list] \
	[kcfi_common_options {}] -w -frandom-seed=1 $options \
	[list -c [builds_source pointer.c] -o made.o]]
    set channel [open made.o rb]
    set bytes [read $channel]
    close $channel
    return $bytes
}

# The objects are equal and still tell the option.
proc builds_reproducible { options } {
    if {![runtest_file_p $::runtests reproducible.c]} { return }
    set one [builds_made_from here $options]
    set other [builds_made_from elsewhere/and/longer $options]
    if {$one eq $other && [string first "-fplugin=kcfi" $one] >= 0} {
	pass "builds/reproducible: $options"
    } else {
	fail "builds/reproducible: $options"
    }
    file delete -force here elsewhere
}
foreach options {
    {-O2 -g} {-O0 -gdwarf-4} {-O2 -g3 -frecord-gcc-switches} {-O2 -frecord-gcc-switches}
    {-O2 -flto} {-O2 -g -flto} {-O2 -g -flto -ffat-lto-objects}
} {
    builds_reproducible $options
}
