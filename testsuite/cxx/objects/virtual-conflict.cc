/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A thunk that two virtual bases share would need two ids with virtual=class: both
   bases have one virtual function, so that its vcall offset stands at one place in
   both tables, and the symbol of the thunk says nothing else.  An error, rather than
   a call that traps.  Destructors are no trouble (virtual/destructors.cc).  */
/* { dg-require plugin "Clang does not check virtual calls" } */
/* { dg-plugin-args "virtual=class" } */
/* { dg-prune-output "note: .* is declared here" } */

struct one
{
  int x;
  virtual int h ();
};

struct two
{
  int y;
  virtual int h ();
};

struct both : virtual one, virtual two
{
  int h () override; /* { dg-error "one thunk of .*both.* would need two ids: it is reached as 'virtual int one::h\\(\\)' and as 'virtual int two::h\\(\\)'" } */
};

int
both::h ()
{
  return 1;
}

/* One introducer that is not checked leaves one id.  */
struct [[kcfi::prebuilt]] given
{
  int y;
  virtual int h ();
};

struct fine : virtual one, virtual given
{
  int h () override;
};

int
fine::h ()
{
  return 2;
}
