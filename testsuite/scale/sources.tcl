# SPDX-License-Identifier: GPL-3.0-or-later
#
# Sources of any size, for scale.exp: scale_source KIND N is a C file in which
# something stands N times, or N deep.

# TEXT once for each I from 0 to N - 1; in it %d is I and %p is I - 1.
proc scale_repeat { n text } {
    set result ""
    for {set i 0} {$i < $n} {incr i} {
	append result [string map [list %d $i %p [expr { $i - 1 }]] $text]
    }
    return $result
}

# The same from 1, for what is built on the one before.
proc scale_chain { n first text } {
    set result $first
    for {set i 1} {$i < $n} {incr i} {
	append result [string map [list %d $i %p [expr { $i - 1 }]] $text]
    }
    return $result
}

# N times TEXT, with commas between.
proc scale_list { n text } {
    return [string trimright [scale_repeat $n "$text,"] ,]
}

proc scale_source { kind n } {
    set last [expr { $n - 1 }]
    switch -- $kind {
	asm-clobbers {
	    return "void f (void) { asm (\"\" : : : [scale_list $n {"memory"}]); }\n"
	}
	asm-labels {
	    return "void f (void) { asm goto (\"\" : : : : [scale_list $n l%d]);\n[scale_repeat $n "l%d: ;\n"]}\n"
	}
	asm-operands {
	    return "void f (void) { asm (\"\" : : [scale_list $n {"i" (%d)}]); }\n"
	}
	openmp-clauses {
	    return "void f (int c) { int [scale_list $n a%d];\n_Pragma (\"omp parallel private([scale_list $n a%d])\") c++; }\n"
	}
	function-types {
	    return "[scale_chain $n "typedef void (*f0) (void);\n" "typedef void (*f%d) (f%p, f%p);\n"]void f (f$last x) { (void) x; }\n"
	}
	function-types-of-fields {
	    return "[scale_chain $n "typedef void (*f0) (void);\n" "typedef void (*f%d) (f%p, f%p);\n"]
		struct s { struct { int a; } m; f$last f; };\nvoid f (struct s *x) { (void) x; }\n"
	}
	typedefs-of-pointers {
	    return "[scale_chain $n "typedef void p0 (void);\n" "typedef p%p *p%d;\n"]void f (p$last x) { (void) x; }\n"
	}
	typedefs-of-functions {
	    return "[scale_chain $n "typedef void (*p0) (void);\n" "typedef void (*p%d) (p%p);\n"]void f (p$last x) { (void) x; }\n"
	}
	typedefs-of-one-tag {
	    return "typedef struct { int a; } *t;\n[scale_repeat $n "typedef __typeof__ (*(t) 0) t%d;\n"]void f (t x) { (void) x; }\n"
	}
	variable-arrays {
	    return "[scale_chain $n "typedef void (*p0) (int n, int (*) \[n\]);\n" "typedef p%p *p%d;\n"]void f (p$last x) { (void) x; }\n"
	}
	local-structs {
	    return "void f (void) {\n[scale_repeat $n "struct s%d { int a; } v%d;\n"]}\n"
	}
	local-functions {
	    return "void f (void) {\n[scale_repeat $n "struct s%d { int a; };\n"]{\n[scale_repeat $n "void g%d (struct s%d *);\n"]}}\n"
	}
	unnamed-members {
	    return "struct outer {\n[scale_repeat $n "struct { int a; } m%d;\n"]};\nvoid f (struct outer *x) { (void) x; }\n"
	}
	mentions-of-a-large-struct {
	    return "struct large {\n[scale_repeat $n "int m%d;\n"]};\nstruct outer { struct { int a; } u;\n[scale_repeat $n "struct large *p%d;\n"]};\nvoid f (struct outer *x) { (void) x; }\n"
	}
	redeclarations {
	    return "enum e { A };\n[scale_repeat $n "void f%d (enum e);\nvoid f%d (unsigned x) { (void) x; }\n"]"
	}
	functions {
	    return [scale_repeat $n "int f%d (int (*p) (int), int x) { return p (x) + %d; }\n"]
	}
	local-function-tables {
	    return "[scale_repeat $n "static int f%d (int x) { return x + %d; }\n"]int (*table\[\]) (int) = { [scale_list $n f%d] };\n"
	}
	calls {
	    return "int f (int (*p) (int), int x) {\n[scale_repeat $n "x += p (x + %d);\n"]return x; }\n"
	}
	prototypes {
	    # Unlike each other: GCC makes one function of equal ones, but for ids.
	    return "[scale_repeat $n "struct s%d { int a; };\nint f%d (struct s%d *x, int (*p) (struct s%d *)) { return p (x) + %d; }\n"]"
	}
	parameters {
	    return "int f ([scale_list $n "int a%d"], int (*p) ([scale_list $n int])) { return p ([scale_list $n a%d]) + 1; }\n"
	}
	initialisers {
	    return "int table\[\] = { [scale_list $n %d] };\n"
	}
	fields {
	    return "struct s {\n[scale_repeat $n "int m%d;\n"]};\nint f (int (*p) (struct s *), struct s *x) { return p (x) + 1; }\n"
	}
	deep-expressions {
	    return "int g (int);\nint f (int x) { return [string repeat "g (1 + " $n]x[string repeat ) $n]; }\n"
	}
	switches {
	    return "int f (int (*p) (int), int x) { switch (x) {\n[scale_repeat $n "case %d: return p (%d) + %d;\n"]} return 0; }\n"
	}
	dead-code {
	    return "void f (int x) {\n[string repeat "if (0) \{\n" $n]l: x++;\n[string repeat "\}\n" $n]if (x) goto l; }\n"
	}
	conversions {
	    return "[scale_repeat $n "void g%d (int);\nvoid (*p%d) (unsigned) = (void (*) (unsigned)) g%d;\n"]"
	}
    }
    error "no source of kind $kind"
}
