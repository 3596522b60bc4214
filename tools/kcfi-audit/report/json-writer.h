/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON (RFC 8259): commas, quotes and escapes.

   A NAME is that of an object's member, or NULL in a list.  What is opened must
   be closed.  */

#ifndef AUDIT_JSON_WRITER_H
#define AUDIT_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../../../plugin/base/text.h"

struct audit_json
{
  struct kcfi_text *out;
  bool separate;   /* Something stands before the next value ...  */
  bool break_line; /* ... which starts a line.  */
};

void audit_json_open_object (struct audit_json *json, const char *name);
void audit_json_close_object (struct audit_json *json);
void audit_json_open_list (struct audit_json *json, const char *name);
void audit_json_close_list (struct audit_json *json);

void audit_json_string (struct audit_json *json, const char *name,
			const char *value);
void audit_json_number (struct audit_json *json, const char *name,
			size_t value);

/* A number with six digits behind the point, given in millionths.  */
void audit_json_fraction (struct audit_json *json, const char *name,
			  int64_t millionths);

void audit_json_boolean (struct audit_json *json, const char *name, bool value);

/* VALUE as a string, "0x12345678": JSON's numbers do not hold 64 bits
   everywhere.  */
void audit_json_hexadecimal (struct audit_json *json, const char *name,
			     uint64_t value);

/* The next value starts a line.  */
void audit_json_break_line (struct audit_json *json);

#endif
