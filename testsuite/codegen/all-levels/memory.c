/* SPDX-License-Identifier: GPL-3.0-or-later */
/* { dg-skip-level "-mharden-sls=all" "has GCC's own branches to registers; see ../aarch64-sls.c" } */
/* Targets in memory are loaded first; the check is on the register called.  */

struct operations
{
  long pad[3];
  int (*hook) (int);
};

struct device
{
  long pad[100];
  const struct operations *operations;
};

int (*global) (int);
int (*table[8]) (int);
extern __thread int (*thread_local_hook) (int);

int
through_device (struct device *d, int x)
{
  return d->operations->hook (x) + 1;
}

int
through_global (int x)
{
  return global (x) + 1;
}

int
through_global_tail (int x)
{
  return global (x);
}

int
through_table (int x, long i)
{
  return table[i] (x) + 1;
}

int
through_table_tail (int x, long i)
{
  return table[i & 7] (x);
}

int
through_thread (int x)
{
  return thread_local_hook (x) + 1;
}

/* { dg-final { set ids [lrepeat 6 00050794] } } */
/* { dg-final { check-calls 6 -ids $ids } } */
