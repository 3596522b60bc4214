/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A function that a cast puts where another prototype is called.  */

struct device;
struct operations
{
  int (*open) (struct device *device, int mode);
  void (*close) (struct device *device);
};

int
good_open (struct device *device, int mode)
{
  return device ? mode : 0;
}

long
bad_open (struct device *device, unsigned mode)
{
  return device ? (long) mode : 0;
}

struct operations operations[2]
  = { { good_open, 0 },
      { (int (*) (struct device *, int)) bad_open, 0 } };

__attribute__ ((noinline)) int
call_open (int n, struct device *device)
{
  return operations[n].open (device, 1) + 1;
}

int
main (int argc, char **argv)
{
  return call_open (argc, (struct device *) argv);
}
