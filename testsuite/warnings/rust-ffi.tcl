# SPDX-License-Identifier: GPL-3.0-or-later
#
# warn=rust-ffi: what the notes tell to do, and which files are looked at.  Sourced by
# warnings.exp.

# The messages about a file that includes border/border.h, with the plugin's ARGUMENTS.
proc rust_ffi_messages { arguments } {
    global srcdir subdir
    set source [file join [pwd] rust-ffi-files.c]
    set channel [open $source w]
    puts $channel {#include "border/border.h"}
    puts $channel "struct inside { void (*not_on_border) (enum border_state); };"
    close $channel
    set command [kcfi_command [list -fdiagnostics-plain-output -fsyntax-only] $arguments]
    lassign [kcfi_exec [concat $command [list -I$srcdir/$subdir $source]]] status output
    # GCC quotes as the locale does.
    return [string map {\u2018 ' \u2019 '} $output]
}

proc rust_ffi_check { name condition } {
    if {$condition} { pass "warnings/rust-ffi: $name" } else { fail "warnings/rust-ffi: $name" }
}

set all [rust_ffi_messages warn=rust-ffi]
rust_ffi_check "all files" [expr { [string match "*in 'on_border'*" $all]
				   && [string match "*in 'not_on_border'*" $all] }]
set some [rust_ffi_messages {warn=rust-ffi ffi=*/border/*.h}]
rust_ffi_check "files of a pattern" [expr { [string match "*in 'on_border'*" $some]
					    && ![string match "*not_on_border*" $some] }]
rust_ffi_check "what to tell bindgen" [string match \
    {*--newtype-enum border_state --with-attribute-custom-enum border_state="#\[cfi_encoding = \\"12border_state\\"\]"*cfi_encoding ("u3u32")*} \
    $some]
rust_ffi_check "not by warn=all" [expr { [rust_ffi_messages warn=all] eq "" }]
