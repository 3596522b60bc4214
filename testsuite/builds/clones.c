/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Functions whose address is taken, and of which interprocedural passes make
   copies of another signature: `isra' loses its unused parameter and gets the
   members instead of the structure, `cp' loses the constant.  The copies must
   have no id, or a pointer to the original's prototype could lead to them; with
   a partition boundary between them and their callers they are public.  The
   other half is clones-other.c.  */

extern int other (int);

struct s
{
  int a, b, c;
};

static __attribute__ ((__noinline__)) int
isra (struct s *s, int unused)
{
  return other (s->a + s->b);
}

static __attribute__ ((__noinline__)) int
cp (int k, int x)
{
  int r = 0;
  for (int i = 0; i < x; i++)
    r += other (k * i);
  return r;
}

int
use_one (struct s *s)
{
  return isra (s, 1) + isra (s, 2) + cp (7, s->a) + cp (7, s->b);
}

int
use_two (struct s *s)
{
  return isra (s, 1) * isra (s, 2) + cp (7, s->c);
}

int (*table_isra[]) (struct s *, int) = { isra };
int (*table_cp[]) (int, int) = { cp };
