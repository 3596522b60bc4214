/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A module that module-importer.cc imports (cxx.tcl).  */

export module shapes;

export struct shape
{
  int size = 3;
  virtual int area (int x) const;
  virtual ~shape () = default;
};

export struct named
{
  int n = 5;
  virtual int name (int x);
};

export struct square : shape, named
{
  int area (int x) const override;
  int name (int x) override;
};

export typedef int visitor (const shape &, int);

export int visit (visitor *f, const shape &s, int x);

export inline int
visit_inline (visitor *f, const shape &s, int x)
{
  return f (s, x) + 1;
}

export template <class T> T
apply (T (*f) (T), T x)
{
  return f (x);
}

export int visit_area (const shape &s, int x);

int shape::area (int x) const { return x; }
int named::name (int x) { return x + n; }
int square::area (int x) const { return x * size; }
int square::name (int x) { return x - size; }

[[gnu::noipa]] int
visit (visitor *f, const shape &s, int x)
{
  return f (s, x);
}

int
visit_area (const shape &s, int x)
{
  return s.area (x);
}
