/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calling conventions of i386.  What is variadic has the one of C, whatever its
   attribute says, in GCC's code as in Clang's names.
   options: -m32 -std=gnu17
 */

#define STDCALL __attribute__ ((stdcall))
#define FASTCALL __attribute__ ((fastcall))
#define THISCALL __attribute__ ((thiscall))
#define CDECL __attribute__ ((cdecl))
#define REGPARM __attribute__ ((regparm (2)))

/* Without a convention of their own.  */
int plain (int a) { return a; }
int none (void) { return 0; }
int variadic (int a, ...) { return a; }
int unprototyped () { return 0; }
int old_style (a) int a; { return a; }
static int local (int a) { return a; }
void *taken[] = { local };

/* With one; without effect on variadic functions.  */
int STDCALL stdcall (int a) { return a; }
int STDCALL stdcall_none (void) { return 0; }
int STDCALL stdcall_variadic (int a, ...) { return a; }
int STDCALL stdcall_unprototyped () { return 0; }
int STDCALL stdcall_old_style (a) int a; { return a; }
int FASTCALL fastcall (int a) { return a; }
int FASTCALL fastcall_variadic (int a, ...) { return a; }
int THISCALL thiscall (int a) { return a; }
int CDECL cdecl (int a) { return a; }
int CDECL cdecl_variadic (int a, ...) { return a; }
int CDECL cdecl_old_style (a) int a; { return a; }
int REGPARM regparm (int a) { return a; }
int REGPARM STDCALL regparm_stdcall (int a) { return a; }
int REGPARM CDECL regparm_cdecl (int a) { return a; }
int REGPARM regparm_variadic (int a, ...) { return a; }

/* Pointers, and which of them are the same.  */
int of_plain (int (*f) (int)) { return f (1); }
int of_unprototyped (int (*f) ()) { return f != 0; }
int of_variadic (int (*f) (int, ...)) { return f (1); }
int of_stdcall (int (STDCALL *f) (int)) { return f (1); }
int of_stdcall_unprototyped (int (STDCALL *f) ()) { return f != 0; }
int of_stdcall_variadic (int (STDCALL *f) (int, ...)) { return f (1); }
int of_fastcall_variadic (int (FASTCALL *f) (int, ...)) { return f (1); }
int of_cdecl (int (CDECL *f) (int)) { return f (1); }
int STDCALL stdcall_of_cdecl (int (CDECL *f) (int)) { return f (1); }
int CDECL cdecl_of_plain (int (*f) (int)) { return f (1); }
int FASTCALL fastcall_of_fastcall (int (FASTCALL *f) (int)) { return f (1); }
int THISCALL thiscall_of_thiscall (int (THISCALL *f) (int)) { return f (1); }
int REGPARM regparm_of_regparm (int (REGPARM *f) (int)) { return f (1); }
int plain_and_stdcall (int (*a) (int), int (STDCALL *b) (int)) { return a == b; }
int plain_and_cdecl (int (*a) (int), int (CDECL *b) (int)) { return a != b; }
int variadic_three_times (int (*a) (int, ...), int (STDCALL *b) (int, ...),
			  int (CDECL *c) (int, ...)) { return a != b && b != c; }
int plain_and_regparm (int (*a) (int), int (REGPARM *b) (int)) { return a != b; }
int (*giving_plain (int a)) (int) { return a ? local : 0; }
int (*giving_variadic (int a)) (int, ...) { return a ? variadic : 0; }
int nested (int (*a) (int (*) (int), int (*) (int, ...)),
	    int (CDECL *b) (int (*) (int))) { return a && b; }

/* By typedefs.  */
typedef int function (int);
typedef int STDCALL stdcall_function (int);
typedef int CDECL cdecl_function (int);
int of_typedefs (function *p, stdcall_function *q, cdecl_function *r) { return p && q && r; }
stdcall_function by_stdcall_typedef;
cdecl_function by_cdecl_typedef;
function by_typedef;
void *declared[] = { by_typedef, by_stdcall_typedef, by_cdecl_typedef };

int main (int argc, char **argv) { return argc; }
