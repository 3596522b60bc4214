/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pointers in a constant table of operations, reached through a pointer to the
   table: the target is a memory operand.  */

#include "trap.h"

struct device
{
  int number;
};

struct operations
{
  int (*open) (struct device *);
  long (*read) (struct device *, char *, unsigned long);
};

static int
good_open (struct device *device)
{
  REACHED ();
  return device->number;
}

static long
good_read (struct device *device, char *buffer, unsigned long size)
{
  REACHED ();
  buffer[0] = (char) device->number;
  return (long) size;
}

static int
forged_open (const struct device *device)
{
  REACHED ();
  return device->number + 100;
}

static const struct operations good = { good_open, good_read };
/* The members exchanged: the worst a confused table can do.  */
static const struct operations forged = {
  (int (*) (struct device *)) forged_open,
  (long (*) (struct device *, char *, unsigned long)) good_open
};

const struct operations *volatile operations;
struct device device = { 7 };
char buffer[8];

NOINLINE int
open_device (const struct operations *table, struct device *d)
{
  return table->open (d) + 1;
}

NOINLINE long
read_device (const struct operations *table, struct device *d)
{
  return table->read (d, buffer, sizeof buffer);
}

int
main (void)
{
  long result = 0;

  operations = &good;
  MUST_PASS (result = open_device (operations, &device));
  CHECK (result == 8);
  MUST_PASS (result = read_device (operations, &device));
  CHECK (result == 8 && buffer[0] == 7);
  operations = &forged;
  MUST_TRAP (open_device (operations, &device));
  MUST_TRAP (read_device (operations, &device));
  MUST_RESUME (result = open_device (operations, &device));
  CHECK (result == 108);
  DONE ();
}
