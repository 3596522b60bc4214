# SPDX-License-Identifier: GPL-3.0-or-later
#
# A strict JSON reader (RFC 8259): json_read TEXT returns objects as dicts,
# arrays as lists, strings without their escapes, numbers and words as they
# are.  Anything that is not JSON is an error.

proc json_read { text } {
    return [json_plain [json_typed $text]]
}

# The same with the type in front of each value: {object {NAME VALUE ...}},
# {array {VALUE ...}}, {string TEXT}, {number 1}, {boolean true}, {null null}.
proc json_typed { text } {
    set at 0
    set value [json_value $text at]
    json_space $text at
    if {$at != [string length $text]} { error "text after the value at $at" }
    return $value
}

proc json_plain { typed } {
    lassign $typed type value
    switch -- $type {
	object { return [dict map {name member} $value { json_plain $member }] }
	array { return [lmap item $value { json_plain $item }] }
	default { return $value }
    }
}

proc json_space { text at_name } {
    upvar 1 $at_name at
    regexp -start $at -indices {\A[ \t\r\n]*} $text range
    set at [expr { [lindex $range 1] + 1 }]
}

# The character CHARACTER must come next.
proc json_expect { text at_name character } {
    upvar 1 $at_name at
    json_space $text at
    if {[string index $text $at] ne $character} {
	error "`$character' is missing at $at"
    }
    incr at
}

proc json_peek { text at_name } {
    upvar 1 $at_name at
    json_space $text at
    return [string index $text $at]
}

proc json_string { text at_name } {
    upvar 1 $at_name at
    if {![regexp -start $at -indices \
	      {\A"(?:[^"\\\x00-\x1f]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"} \
	      $text range]} {
	error "no string at $at"
    }
    set raw [string range $text [lindex $range 0]+1 [lindex $range 1]-1]
    set at [expr { [lindex $range 1] + 1 }]
    if {[string first "\\" $raw] < 0} { return $raw }
    return [subst -nocommands -novariables $raw]
}

proc json_value { text at_name } {
    upvar 1 $at_name at
    switch -- [json_peek $text at] {
	"\{" {
	    incr at
	    set result {}
	    if {[json_peek $text at] eq "\}"} { incr at; return [list object $result] }
	    while 1 {
		json_space $text at
		set key [json_string $text at]
		if {[dict exists $result $key]} { error "`$key' twice" }
		json_expect $text at :
		dict set result $key [json_value $text at]
		if {[json_peek $text at] ne ","} break
		incr at
	    }
	    json_expect $text at "\}"
	    return [list object $result]
	}
	"\[" {
	    incr at
	    set result {}
	    if {[json_peek $text at] eq "\]"} { incr at; return [list array $result] }
	    while 1 {
		lappend result [json_value $text at]
		if {[json_peek $text at] ne ","} break
		incr at
	    }
	    json_expect $text at "\]"
	    return [list array $result]
	}
	"\"" { return [list string [json_string $text at]] }
	default {
	    if {![regexp -start $at -indices \
		      {\A(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)} \
		      $text range]} {
		error "no value at $at"
	    }
	    set at [expr { [lindex $range 1] + 1 }]
	    set word [string range $text [lindex $range 0] [lindex $range 1]]
	    switch -- $word {
		true - false { return [list boolean $word] }
		null { return [list null $word] }
		default { return [list number $word] }
	    }
	}
    }
}
