# SPDX-License-Identifier: GPL-3.0-or-later
#
# JSON Schema (draft 2020-12), as far as the schemas of this suite need it.  A
# keyword that is not known is an error, so that none is passed over.  Both are
# what json_typed returns.

# What is wrong with VALUE by SCHEMA, a list of lines; PLACE is where it stands.
# ROOT is the whole schema, for `$ref'.
proc schema_check { root schema value {place "$"} } {
    if {[lindex $schema 0] eq "boolean"} {
	return [expr { [lindex $schema 1] ? {} : [list "$place must not be"] }]
    }
    set keywords [lindex $schema 1]
    set problems {}
    dict for {keyword wanted} $keywords {
	if {[info commands schema_$keyword] ne ""} {
	    lappend problems {*}[schema_$keyword $root $keywords $wanted $value $place]
	} elseif {$keyword ni {$schema $id $comment $defs title description}} {
	    error "the keyword `$keyword' is not known"
	}
    }
    return $problems
}

# What schema_KEYWORD is given: ROOT, the KEYWORDS beside it, what the keyword has
# (WANTED), and the VALUE at PLACE.  Those of one type do not concern others.
foreach {name body} {
    $ref {
	set schema $root
	foreach part [lrange [split [lindex $wanted 1] /] 1 end] {
	    set schema [dict get [lindex $schema 1] $part]
	}
	return [schema_check $root $schema $value $place]
    }
    type {
	lassign $value type plain
	set wanted [lindex $wanted 1]
	if {$wanted eq $type
	    || ($wanted eq "integer" && $type eq "number"
		&& [regexp {^-?[0-9]+$} $plain])} { return }
	return [list "$place is no $wanted"]
    }
    const {
	if {$value ne $wanted} { return [list "$place is not [lindex $wanted 1]"] }
    }
    enum {
	if {$value ni [lindex $wanted 1]} {
	    return [list "$place is `[lindex $value 1]'"]
	}
    }
    pattern {
	if {[lindex $value 0] eq "string"
	    && ![regexp [lindex $wanted 1] [lindex $value 1]]} {
	    return [list "$place is `[lindex $value 1]'"]
	}
    }
    minimum {
	if {[lindex $value 0] eq "number" && [lindex $value 1] < [lindex $wanted 1]} {
	    return [list "$place is [lindex $value 1]"]
	}
    }
    minItems {
	if {[lindex $value 0] eq "array"
	    && [llength [lindex $value 1]] < [lindex $wanted 1]} {
	    return [list "$place is too short"]
	}
    }
    uniqueItems {
	if {[lindex $value 0] eq "array" && [lindex $wanted 1]
	    && [llength [lsort -unique [lindex $value 1]]]
	    != [llength [lindex $value 1]]} {
	    return [list "$place has something twice"]
	}
    }
    items {
	if {[lindex $value 0] ne "array"} { return }
	set problems {}
	set i -1
	foreach item [lindex $value 1] {
	    lappend problems {*}[schema_check $root $wanted $item $place\[[incr i]\]]
	}
	return $problems
    }
    required {
	if {[lindex $value 0] ne "object"} { return }
	set problems {}
	foreach name [lindex $wanted 1] {
	    if {![dict exists [lindex $value 1] [lindex $name 1]]} {
		lappend problems "$place has no [lindex $name 1]"
	    }
	}
	return $problems
    }
    properties {
	if {[lindex $value 0] ne "object"} { return }
	set problems {}
	dict for {name schema} [lindex $wanted 1] {
	    if {[dict exists [lindex $value 1] $name]} {
		lappend problems {*}[schema_check $root $schema \
		    [dict get [lindex $value 1] $name] $place.$name]
	    }
	}
	return $problems
    }
    additionalProperties {
	if {[lindex $value 0] ne "object"} { return }
	set problems {}
	dict for {name member} [lindex $value 1] {
	    if {![dict exists $keywords properties]
		|| ![dict exists [lindex [dict get $keywords properties] 1] $name]} {
		lappend problems {*}[schema_check $root $wanted $member $place.$name]
	    }
	}
	return $problems
    }
    anyOf {
	foreach schema [lindex $wanted 1] {
	    if {[schema_check $root $schema $value $place] eq {}} { return }
	}
	return [list "$place is none of what it may be"]
    }
} {
    proc schema_$name { root keywords wanted value place } $body
}

# What json_typed makes of the file NAME.
proc schema_read { name } {
    set channel [open $name r]
    fconfigure $channel -encoding utf-8
    set text [read $channel]
    close $channel
    return [json_typed $text]
}

# SCHEMA without its permission to have more members: for a test, what the schema
# does not name is a member that nobody has described.
proc schema_close { schema } {
    lassign $schema type plain
    switch -- $type {
	object {
	    set result [dict map {name value} $plain { schema_close $value }]
	    if {[dict exists $plain properties]
		&& ![dict exists $plain additionalProperties]} {
		dict set result additionalProperties {boolean false}
	    }
	    return [list object $result]
	}
	array { return [list array [lmap value $plain { schema_close $value }]] }
	default { return $schema }
    }
}
