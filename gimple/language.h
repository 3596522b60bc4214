/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The language of the unit, and what follows from it: whoever does something in
   one language only asks here for the property, not for the name.  */

#ifndef KCFI_LANGUAGE_H
#define KCFI_LANGUAGE_H

struct kcfi_language
{
  /* What lang_hooks.name starts with; a standard's year may follow.  */
  const char *front_end;

  /* The link-time back end, which compiles what was read earlier: there is no
     source to observe, and calls and functions are marked already.  */
  bool link_time;

  /* Parsed by C's parser.  Clang's strings then depend on things that GCC's types
     do not show: gimple/parse/ notes them while the source is read.  */
  bool c_parser;

  /* The front end has a mangler, and its types say all that it needs: strings
     are made by it (cxx/type-strings.h), and functions are known by mangled
     names.  Each function type has a prototype.  */
  bool own_mangler;

  /* Attributes that change a type are part of mangled names.  */
  bool attributes_in_symbols;
};

/* The language that this process compiles; NULL if the plugin does not serve
   it.  */
const struct kcfi_language *kcfi_unit_language (void);

/* What the front end calls itself, "GNU C17"; for messages.  */
const char *kcfi_front_end_name (void);

#endif
