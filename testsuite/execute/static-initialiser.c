/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Static functions whose address is taken in initialisers alone: of a global,
   of a local static, of a compound literal, of a nested aggregate.  */

#include "trap.h"

typedef int function (int);

static int
in_global (int x)
{
  REACHED ();
  return x + 1;
}

static int
in_local_static (int x)
{
  REACHED ();
  return x + 2;
}

static int
in_literal (int x)
{
  REACHED ();
  return x + 3;
}

static int
in_nested (int x)
{
  REACHED ();
  return x + 4;
}

static int
forged (long x)
{
  REACHED ();
  return (int) x + 5;
}

function *global = in_global;
function **global_literal = (function *[]) { 0, in_literal };

struct outer
{
  int pad;
  struct
  {
    function *hooks[2];
  } inner;
};
struct outer nested = { .inner.hooks = { [1] = in_nested } };
struct outer bad = { .inner.hooks = { [1] = (function *) forged } };

NOINLINE function *
local_static (void)
{
  static function *hook = in_local_static;

  return hook;
}

NOINLINE int
call (function *f, int x)
{
  return f (x) * 2;
}

int
main (void)
{
  int result = 0;

  MUST_PASS (result = call (global, 0));
  CHECK (result == 2);
  MUST_PASS (result = call (local_static (), 0));
  CHECK (result == 4);
  MUST_PASS (result = call (global_literal[1], 0));
  CHECK (result == 6);
  MUST_PASS (result = call (nested.inner.hooks[1], 0));
  CHECK (result == 8);
  MUST_TRAP (call (bad.inner.hooks[1], 0));
  DONE ();
}
