/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages that are served.  */

#include "../plugin/gcc-compat.h"
#include "language.h"

/* Of the front ends of the C family, which others lack.  */
extern c_language_kind c_language __attribute__ ((weak));

/* Longer names first.  */
static const struct kcfi_language languages[] = {
  { .front_end = "GNU C++",
    .link_time = false,
    .c_parser = false,
    .own_mangler = true,
    .attributes_in_symbols = true },
  { .front_end = "GNU C",
    .link_time = false,
    .c_parser = true,
    .own_mangler = false,
    .attributes_in_symbols = false },
  { .front_end = "GNU GIMPLE",
    .link_time = true,
    .c_parser = false,
    .own_mangler = false,
    .attributes_in_symbols = false },
};

/* True if NAME is FRONT_END, perhaps with a year: "GNU C17", "GNU C++26", but not
   "GNU C++17" for "GNU C".  */
static bool
names_front_end_p (const char *name, const char *front_end)
{
  size_t length = strlen (front_end);
  return strncmp (name, front_end, length) == 0
	 && (!name[length] || ISDIGIT (name[length]));
}

/* A standard chosen with -std= takes the name of C or C++ there, and in C++ the
   standard of every unit does (set_std_cxx17 in c-family/c-opts.c).  */
static bool
objective_p (void)
{
  return &c_language && c_dialect_objc ();
}

const char *
kcfi_front_end_name (void)
{
  if (objective_p ())
    return c_dialect_cxx () ? "GNU Objective-C++" : "GNU Objective-C";
  return lang_hooks.name;
}

static const struct kcfi_language *
find_language (void)
{
  if (objective_p ())
    return NULL;
  for (size_t i = 0; i < ARRAY_SIZE (languages); i++)
    if (names_front_end_p (lang_hooks.name, languages[i].front_end))
      return &languages[i];
  return NULL;
}

/* Asked for each declaration.  */
const struct kcfi_language *
kcfi_unit_language (void)
{
  static const char *known_name;
  static const struct kcfi_language *known;
  if (known_name != lang_hooks.name)
    {
      known_name = lang_hooks.name;
      known = find_language ();
    }
  return known;
}
