/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A library and its user: tables of operations, callbacks with context, opaque
   types, a function chosen at run time.  */

#include "trap.h"
#include "messages.h"

struct message
{
  int number;
};

static int
good_filter (struct message *m, void *context)
{
  REACHED ();
  *(int *) context += m->number;
  return m->number > 1;
}

static int
forged_filter (struct message *m, int *context)
{
  REACHED ();
  *context -= m->number;
  return 1;
}

static int
number_of (const struct message *m)
{
  REACHED ();
  return m->number;
}

static long long
forged_number_of (const struct message *m)
{
  REACHED ();
  return m->number + 1;
}

filter *volatile chosen;

static int
use_queue (const struct queue_operations *o, struct queue *q, struct message *m)
{
  return o->put (q, m) + o->count (q);
}

int
main (void)
{
  struct message messages[3] = { { 1 }, { 2 }, { 3 } };
  struct message *list[3] = { &messages[0], &messages[1], &messages[2] };
  const struct queue_operations *operations = queue_operations ();
  struct queue_operations mixed;
  struct queue *queue = queue_new ();
  int sum = 0, result = 0;

  /* Our callbacks, called there.  */
  chosen = good_filter;
  MUST_PASS (result = filter_messages (list, 3, chosen, &sum));
  CHECK (result == 2 && sum == 6);
  chosen = (filter *) forged_filter;
  MUST_TRAP (filter_messages (list, 3, chosen, &sum));
  MUST_PASS (result = total (list, 3, number_of));
  CHECK (result == 6);
  MUST_TRAP (total (list, 3, (int (*) (const struct message *)) forged_number_of));

  /* Their operations, called here.  */
  MUST_PASS (result = use_queue (operations, queue, list[0]));
  CHECK (result == 2);
  mixed = *operations;
  mixed.put = (int (*) (struct queue *, struct message *)) operations->count;
  MUST_TRAP (use_queue (&mixed, queue, list[0]));
  DONE ();
}
