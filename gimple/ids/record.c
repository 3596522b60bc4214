/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings record: one table of its settings, printed, parsed and compared.
   A new setting is a new row.  */

#include "record.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define START "kcfi: 1"

/* The values of one setting as numbers.  */
struct setting
{
  const char *name;
  unsigned (*get) (const struct kcfi_record *record);
  void (*set) (struct kcfi_record *record, unsigned value);
  /* Values have names: NULL if they are written as numbers.  */
  const char *(*value_name) (unsigned value);
  bool (*value_by_name) (const char *name, unsigned *value);
  /* False if RECORD says nothing of it and agrees with every value.  NULL: each
     record has it.  */
  bool (*has) (const struct kcfi_record *record);
};

static unsigned
get_hash (const struct kcfi_record *record)
{
  return record->id.hash;
}

static void
set_hash (struct kcfi_record *record, unsigned value)
{
  record->id.hash = (enum kcfi_hash) value;
}

static const char *
get_hash_name (unsigned value)
{
  return kcfi_hash_name ((enum kcfi_hash) value);
}

static bool
find_hash (const char *name, unsigned *value)
{
  enum kcfi_hash hash;
  if (!kcfi_hash_by_name (name, &hash))
    return false;
  *value = hash;
  return true;
}

static unsigned
get_normalize_integers (const struct kcfi_record *record)
{
  return record->id.normalize_integers;
}

static void
set_normalize_integers (struct kcfi_record *record, unsigned value)
{
  record->id.normalize_integers = value != 0;
}

static unsigned
get_generalize_pointers (const struct kcfi_record *record)
{
  return record->id.generalize_pointers;
}

static void
set_generalize_pointers (struct kcfi_record *record, unsigned value)
{
  record->id.generalize_pointers = value != 0;
}

static unsigned
get_arity (const struct kcfi_record *record)
{
  return record->arity;
}

static void
set_arity (struct kcfi_record *record, unsigned value)
{
  record->arity = value != 0;
}

static unsigned
get_prefix (const struct kcfi_record *record)
{
  return record->prefix;
}

static void
set_prefix (struct kcfi_record *record, unsigned value)
{
  record->prefix = value;
}

static unsigned
get_virtual (const struct kcfi_record *record)
{
  return record->virtual_mode;
}

static void
set_virtual (struct kcfi_record *record, unsigned value)
{
  record->has_virtual = true;
  record->virtual_mode = (enum kcfi_virtual_mode) value;
}

static const char *
get_virtual_name (unsigned value)
{
  return kcfi_virtual_mode_name ((enum kcfi_virtual_mode) value);
}

static bool
find_virtual (const char *name, unsigned *value)
{
  enum kcfi_virtual_mode mode;
  if (!kcfi_virtual_mode_by_name (name, &mode))
    return false;
  *value = mode;
  return true;
}

static bool
has_virtual (const struct kcfi_record *record)
{
  return record->has_virtual;
}

/* In the order in which they are printed.  */
static const struct setting settings[] = {
  { "hash", get_hash, set_hash, get_hash_name, find_hash, NULL },
  { "normalize-integers", get_normalize_integers, set_normalize_integers, NULL,
    NULL, NULL },
  { "generalize-pointers", get_generalize_pointers, set_generalize_pointers,
    NULL, NULL, NULL },
  { "arity", get_arity, set_arity, NULL, NULL, NULL },
  { "prefix", get_prefix, set_prefix, NULL, NULL, NULL },
  { "virtual", get_virtual, set_virtual, get_virtual_name, find_virtual,
    has_virtual },
};

enum
{
  SETTING_COUNT = sizeof settings / sizeof settings[0]
};

static bool
has_setting_p (const struct kcfi_record *record, const struct setting *setting)
{
  return !setting->has || setting->has (record);
}

static void
print_value (struct kcfi_text *out, const struct setting *setting,
	     unsigned value)
{
  if (setting->value_name)
    kcfi_text_add (out, setting->value_name (value));
  else
    kcfi_text_printf (out, "%u", value);
}

void
kcfi_record_print (struct kcfi_text *out, const struct kcfi_record *record)
{
  kcfi_text_add (out, START);
  for (size_t i = 0; i < SETTING_COUNT; i++)
    if (has_setting_p (record, &settings[i]))
      {
	kcfi_text_printf (out, " %s=", settings[i].name);
	print_value (out, &settings[i], settings[i].get (record));
      }
}

/* Enter the value TEXT, LENGTH bytes, of SETTING.  False if it is none.  */
static bool
parse_value (struct kcfi_record *record, const struct setting *setting,
	     const char *text, size_t length)
{
  char value[32];
  if (length == 0 || length >= sizeof value)
    return false;
  memcpy (value, text, length);
  value[length] = '\0';
  if (setting->value_by_name)
    {
      unsigned named;
      if (!setting->value_by_name (value, &named))
	return false;
      setting->set (record, named);
      return true;
    }
  char *end;
  unsigned long number = strtoul (value, &end, 10);
  if (*end || number > UINT16_MAX || strchr ("+- ", value[0]))
    return false;
  setting->set (record, (unsigned) number);
  return true;
}

/* Enter the word TEXT, LENGTH bytes: "prefix=11".  False if the setting is known
   and its value is not.  */
static bool
parse_word (struct kcfi_record *record, const char *text, size_t length)
{
  for (size_t i = 0; i < SETTING_COUNT; i++)
    {
      size_t name = strlen (settings[i].name);
      if (length > name && text[name] == '='
	  && memcmp (text, settings[i].name, name) == 0)
	return parse_value (record, &settings[i], text + name + 1,
			    length - name - 1);
    }
  return true;
}

bool
kcfi_record_parse (struct kcfi_record *record, const char *line)
{
  *record = (struct kcfi_record){ .id.hash = KCFI_HASH_XXHASH64 };
  size_t start = strlen (START);
  if (strncmp (line, START, start) != 0 || (line[start] && line[start] != ' '))
    return false;
  for (line += start; *line;)
    {
      line += strspn (line, " ");
      size_t length = strcspn (line, " ");
      if (!parse_word (record, line, length))
	return false;
      line += length;
    }
  return true;
}

void
kcfi_record_differences (struct kcfi_text *out, const struct kcfi_record *one,
			 const struct kcfi_record *other)
{
  const char *separator = "";
  for (size_t i = 0; i < SETTING_COUNT; i++)
    {
      unsigned of_one = settings[i].get (one);
      unsigned of_other = settings[i].get (other);
      if (of_one == of_other || !has_setting_p (one, &settings[i])
	  || !has_setting_p (other, &settings[i]))
	continue;
      kcfi_text_printf (out, "%s%s (", separator, settings[i].name);
      print_value (out, &settings[i], of_one);
      kcfi_text_add (out, ", ");
      print_value (out, &settings[i], of_other);
      kcfi_text_add (out, ")");
      separator = ", ";
    }
}
