/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both units of shared-thunks.cc know.  */

struct one
{
  long x = 1;
  virtual ~one () {}
  virtual int h () { return 10; }
};

struct two
{
  long y = 2;
  virtual ~two () {}
  virtual int h () { return 20; }
  virtual int other () { REACHED (); return 21; }
};

struct both : virtual one, virtual two
{
  both ();
  int h () override;
};

extern int made;
int call (one *);
int call (two *);
both *make_far_heir ();
