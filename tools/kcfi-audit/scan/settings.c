/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings record, and the ids that symbols name.  */

#include "settings.h"

#include <string.h>

#include "../base/array.h"

/* __kcfi_typeid_NAME: an absolute symbol for each function whose address is
   taken where it is not defined.  */

static void
read_typeids (struct audit_file *file)
{
  static const char prefix[] = "__kcfi_typeid_";
  const struct audit_symbols *table = &file->elf.tables[AUDIT_STATIC_SYMBOLS];
  for (size_t i = 0; i < table->symbols_count; i++)
    {
      const struct audit_symbol *symbol = &table->symbols[i];
      const char *found
	  = symbol->absolute ? strstr (symbol->name, prefix) : NULL;
      if (found)
	AUDIT_APPEND (file, typeids,
		      (struct audit_typeid){ symbol->name,
					     (size_t) (found - symbol->name),
					     found + sizeof prefix - 1,
					     (uint32_t) symbol->address });
    }
}

void
audit_read_settings (struct audit_file *file)
{
  read_typeids (file);
  for (size_t i = 1; i < file->elf.sections_count; i++)
    {
      const struct audit_section *section = &file->elf.sections[i];
      if (strcmp (section->name, ".comment") != 0 || !section->bytes)
	continue;
      const char *text = (const char *) section->bytes;
      const char *end = text + section->size;
      for (const char *string = text; string < end;)
	{
	  const char *next = memchr (string, '\0', (size_t) (end - string));
	  if (!next)
	    break;
	  bool known = false;
	  for (size_t n = 0; n < file->settings.records_count; n++)
	    known |= !strcmp (file->settings.records[n], string);
	  if (!known && !strncmp (string, "kcfi:", 5))
	    AUDIT_APPEND (&file->settings, records, string);
	  string = next + 1;
	}
    }
}
