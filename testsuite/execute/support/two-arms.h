/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arms that call one pointer through several prototypes, for tests that turn the
   merging passes on for these functions alone: by the attributes in MERGED, or
   by a pragma around this file.  two-arms-main.h calls them.  */

MERGED NOINLINE long
two_arms (void *p, int is_unsigned, long x)
{
  long result;

  if (is_unsigned)
    result = ((long (*) (unsigned long)) p) ((unsigned long) x);
  else
    result = ((long (*) (long)) p) (x);
  return result;
}

MERGED NOINLINE long
many_arms (void *p, int kind, long x)
{
  switch (kind)
    {
    case 0:
      return ((long (*) (long)) p) (x) + 1;
    case 1:
      return ((long (*) (unsigned long)) p) ((unsigned long) x) + 1;
    case 2:
      return ((long (*) (char *)) p) ((char *) x) + 1;
    case 3:
      return ((long (*) (const char *)) p) ((const char *) x) + 1;
    default:
      return ((long (*) (void *)) p) ((void *) x) + 1;
    }
}

/* The arms of which there is least to tell them apart.  */
MERGED NOINLINE void
two_arms_void (void *p, int is_unsigned, int x)
{
  if (is_unsigned)
    ((void (*) (unsigned)) p) ((unsigned) x);
  else
    ((void (*) (int)) p) (x);
}
