/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts that virtual ids are made of with virtual=name: what an override must
   repeat (C++20, [class.virtual]/2: name, parameter types, cv, ref), and thus not
   the class, the result, noexcept.  Their hash stands in front of the type id.  */
/* { dg-require plugin "Clang does not check virtual calls" } */
/* { dg-plugin-args "virtual=name hash=FNV-1a" } */

typedef int integer;

struct result
{
  int x;
};

struct first
{
  virtual long plain (integer, const char *);
  virtual int constant () const volatile;
  virtual int left () &;
  virtual int right () const &&;
  virtual void never () noexcept;
  virtual int many (int, ...);
  virtual operator result () const;
  virtual int operator() (result);
  virtual result *covariant ();
  virtual ~first ();
};

long first::plain (integer, const char *) { return 1; }
int first::constant () const volatile { return 2; }
int first::left () & { return 3; }
int first::right () const && { return 4; }
void first::never () noexcept {}
int first::many (int, ...) { return 5; }
first::operator result () const { return result (); }
int first::operator() (result) { return 6; }
result *first::covariant () { return nullptr; }
first::~first () {}

struct more : result
{
};

/* `struct plain' makes `plain' the name of a type as well.  */
struct plain
{
};

struct pad
{
  virtual void unlike ();
  int p;
};

struct second : pad, first
{
  long plain (int, const char *) override;
  more *covariant () override;
  ~second () override;
};

long second::plain (int, const char *) { return 7; }
more *second::covariant () { return nullptr; }
second::~second () {}

/* { dg-final { check-virtual-id _ZN5first5plainEiPKc _ZTV5plain.FviPKcE } } */
/* { dg-final { check-virtual-id _ZNVK5first8constantEv _ZTV8constant.VKFvvE } } */
/* { dg-final { check-virtual-id _ZNR5first4leftEv _ZTV4left.FvvRE } } */
/* { dg-final { check-virtual-id _ZNKO5first5rightEv _ZTV5right.KFvvOE } } */
/* { dg-final { check-virtual-id _ZN5first5neverEv _ZTV5never.FvvE } } */
/* { dg-final { check-virtual-id _ZN5first4manyEiz _ZTV4many.FvizE } } */
/* { dg-final { check-virtual-id _ZNK5firstcv6resultEv _ZTVcv.KF6resultvE } } */
/* { dg-final { check-virtual-id _ZN5firstclE6result _ZTV10operator().Fv6resultE } } */
/* { dg-final { check-virtual-id _ZN5first9covariantEv _ZTV9covariant.FvvE } } */
/* { dg-final { check-virtual-id _ZN6second9covariantEv _ZTV9covariant.FvvE } } */
/* { dg-final { check-virtual-id _ZN5firstD2Ev _ZTVD1 } } */
/* { dg-final { check-virtual-id _ZN5firstD0Ev _ZTVD0 } } */
/* { dg-final { check-virtual-id _ZN6second5plainEiPKc _ZTV5plain.FviPKcE } } */
/* { dg-final { check-virtual-id _ZN6secondD2Ev _ZTVD1 } } */
