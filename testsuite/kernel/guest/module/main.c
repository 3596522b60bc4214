// SPDX-License-Identifier: GPL-2.0-only
/* A module that is built outside of the kernel's tree: calls through a pointer
   of its own, is called through pointers by the kernel, and calls functions of
   files without KCFI by name.  Loads only if all of that went well.  */

#include <linux/errno.h>
#include <linux/module.h>
#include <linux/workqueue.h>

int outside_removed (int number);
int outside_flagged (int number);

static int runs;

static void
count_run (struct work_struct *work)
{
  runs++;
}

static DECLARE_WORK (counting, count_run);

static int
twice (int number)
{
  return 2 * number;
}

static int (*volatile hook) (int) = twice;

static int __init
outside_init (void)
{
  schedule_work (&counting);
  flush_work (&counting);
  if (outside_removed (21) != 42 || outside_flagged (21) != 42)
    return -EIO;
  return runs == 1 && hook (21) == 42 ? 0 : -EIO;
}

static void __exit
outside_exit (void)
{
}

module_init (outside_init);
module_exit (outside_exit);
MODULE_DESCRIPTION ("Calls through pointers");
MODULE_LICENSE ("GPL");
