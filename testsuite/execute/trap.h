/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an execution test says what must happen at an indirect call.

   MUST_PASS (CALL)    CALL, any expression, goes through a checked pointer to a
		       function of the right type: it is reached, nothing traps.
   MUST_TRAP (CALL)    CALL goes through a forged pointer: it must trap, at a
		       trap site of the machine's form listed in .kcfi_traps
		       (where the machine has that table), before the callee
		       runs.  Control comes back by siglongjmp.
   MUST_TRAP_VIRTUAL (CALL)
		       the same, but the check is that of a virtual call.
   MUST_RESUME (CALL)  the same, but execution goes on behind the trap as a
		       permissive kernel does it: the callee must then run.
   MUST_NOT_CHECK (CALL)
		       CALL goes through a forged pointer but is exempt.
   REACHED ()          in each callee: it has been reached.
   DONE ()             last statement of main: exit status 0 if all was well.

   The call belongs into a function of its own (noinline unless inlining is the
   subject), so that the sigsetjmp here does not change the code around it.
   Forged pointers come out of a volatile object, or the compiler sees through
   the cast, makes the call direct and rightly drops its check.  */

#ifndef KCFI_TRAP_H
#define KCFI_TRAP_H

#include <setjmp.h>

#ifdef __cplusplus
extern "C" {
#endif

enum trap_mode { TRAP_FORBIDDEN, TRAP_JUMP, TRAP_RESUME };

extern sigjmp_buf trap_return;
extern volatile int trap_reached;

/* Starts an expectation; NAME and LINE are for the report.  */
extern void trap_begin (enum trap_mode mode, const char *name, int line,
			int prefix, int strict);
/* Ends it and reports what did not happen.  */
extern void trap_end (void);
extern int trap_done (void);

/* What the trap handler must find in the check: the patchable prefix M of the
   calling function in nops, and the exact instructions (only from the plugin;
   the library passes both).  A test that is
   different there defines them before the include.  */
#ifndef TRAP_PREFIX
#ifdef KCFI_PREFIX
#define TRAP_PREFIX KCFI_PREFIX
#else
#define TRAP_PREFIX 0
#endif
#endif
/* Length of a nop in that prefix.  */
#if defined(__aarch64__) || (defined(__arm__) && !defined(__thumb__))       \
    || (defined(__riscv) && !defined(__riscv_compressed))                   \
    || defined(__powerpc__) || defined(__mips__) || defined(__loongarch__)
#define TRAP_NOP_BYTES 4
#elif defined(__arm__) || defined(__riscv) || defined(__s390__)
#define TRAP_NOP_BYTES 2
#else
#define TRAP_NOP_BYTES 1
#endif
#ifndef TRAP_STRICT
#ifdef KCFI_PLUGIN
#define TRAP_STRICT 1
#else
#define TRAP_STRICT 0
#endif
#endif

/* What lies between the id that a check reads and the function: the prefix, and for
   a virtual call the type id.  */
#define TRAP_PREFIX_BYTES (TRAP_PREFIX * TRAP_NOP_BYTES)
#if defined(__x86_64__) || defined(__i386__)
#define TRAP_ID_BYTES 5
#else
#define TRAP_ID_BYTES 4
#endif

#define TRAP_EXPECT(MODE, CALL) TRAP_EXPECT_AT (MODE, CALL, TRAP_PREFIX_BYTES)

#define TRAP_EXPECT_AT(MODE, CALL, BYTES)                                     \
  do                                                                          \
    {                                                                         \
      trap_begin (MODE, #CALL, __LINE__, BYTES, TRAP_STRICT);                 \
      if (sigsetjmp (trap_return, 1) == 0)                                    \
	{                                                                     \
	  CALL;                                                               \
	}                                                                     \
      trap_end ();                                                            \
    }                                                                         \
  while (0)

#define MUST_PASS(CALL) TRAP_EXPECT (TRAP_FORBIDDEN, CALL)
#define MUST_NOT_CHECK(CALL) TRAP_EXPECT (TRAP_FORBIDDEN, CALL)
#define MUST_TRAP(CALL) TRAP_EXPECT (TRAP_JUMP, CALL)
#define MUST_TRAP_VIRTUAL(CALL)                                               \
  TRAP_EXPECT_AT (TRAP_JUMP, CALL, TRAP_PREFIX_BYTES + TRAP_ID_BYTES)
#define MUST_RESUME(CALL) TRAP_EXPECT (TRAP_RESUME, CALL)

#define REACHED() ((void) (trap_reached = trap_reached + 1))
#define DONE() return trap_done ()

/* A condition of the test's own.  */
#define CHECK(CONDITION) trap_check ((CONDITION) != 0, #CONDITION, __LINE__)
extern void trap_check (int ok, const char *name, int line);

#ifdef __cplusplus
}
#endif

#define NOINLINE __attribute__ ((__noinline__, __noclone__))
#ifdef __clang__
#undef NOINLINE
#define NOINLINE __attribute__ ((__noinline__))
#endif

#endif
