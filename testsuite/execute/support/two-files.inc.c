/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second translation unit of two-files.c.  */

#include "../trap.h"

struct message
{
  int kind;
  int (*reply) (struct message *);
};

extern int dispatch (struct message *);
extern int (*other_unit (int)) (struct message *);
extern int external (struct message *);

static int
handler (struct message *m)
{
  REACHED ();
  return m->kind + 10;
}

static int
local (struct message *m)
{
  REACHED ();
  return m->kind + 20;
}

int
external (struct message *m)
{
  REACHED ();
  return m->kind + 100;
}

int
dispatch (struct message *m)
{
  return m->reply (m) * 10;
}

int (*other_unit (int which)) (struct message *)
{
  return which ? local : handler;
}
