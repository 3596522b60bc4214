/* SPDX-License-Identifier: GPL-3.0-or-later */
/* explain.c, changed: good_open has another parameter, added is new, and there
   is one more call.  */

struct device;
struct operations
{
  int (*open) (struct device *device, int mode);
  void (*close) (struct device *device);
};

int
good_open (struct device *device, int mode, int more)
{
  return device ? mode + more : 0;
}

long
bad_open (struct device *device, unsigned mode)
{
  return device ? (long) mode : 0;
}

struct operations operations[2]
  = { { (int (*) (struct device *, int)) good_open, 0 },
      { (int (*) (struct device *, int)) bad_open, 0 } };

int
added (void)
{
  return 3;
}

__attribute__ ((noinline)) int
call_open (int n, struct device *device)
{
  int result = operations[n].open (device, 1) + 1;
  operations[n].close (device);
  return result;
}

int
main (int argc, char **argv)
{
  return call_open (argc, (struct device *) argv);
}
