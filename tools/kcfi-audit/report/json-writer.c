/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing JSON.  */

#include "json-writer.h"

#include <inttypes.h>

#include "../base/escape.h"

static void
add_string (struct audit_json *json, const char *text)
{
  kcfi_text_add (json->out, "\"");
  audit_escape_json (json->out, text);
  kcfi_text_add (json->out, "\"");
}

/* What stands before a value called NAME.  */

static void
start_value (struct audit_json *json, const char *name)
{
  if (json->separate)
    kcfi_text_add (json->out, ",");
  if (json->break_line)
    kcfi_text_add (json->out, "\n");
  json->separate = true;
  json->break_line = false;
  if (!name)
    return;
  add_string (json, name);
  kcfi_text_add (json->out, ":");
}

static void
open_value (struct audit_json *json, const char *name, const char *bracket)
{
  start_value (json, name);
  kcfi_text_add (json->out, bracket);
  json->separate = false;
}

static void
close_value (struct audit_json *json, const char *bracket)
{
  kcfi_text_add (json->out, bracket);
  json->separate = true;
}

void
audit_json_open_object (struct audit_json *json, const char *name)
{
  open_value (json, name, "{");
}

void
audit_json_close_object (struct audit_json *json)
{
  close_value (json, "}");
}

void
audit_json_open_list (struct audit_json *json, const char *name)
{
  open_value (json, name, "[");
}

void
audit_json_close_list (struct audit_json *json)
{
  close_value (json, "]");
}

void
audit_json_string (struct audit_json *json, const char *name, const char *value)
{
  start_value (json, name);
  add_string (json, value);
}

void
audit_json_number (struct audit_json *json, const char *name, size_t value)
{
  start_value (json, name);
  kcfi_text_printf (json->out, "%zu", value);
}

void
audit_json_fraction (struct audit_json *json, const char *name,
		     int64_t millionths)
{
  uint64_t magnitude
      = millionths < 0 ? -(uint64_t) millionths : (uint64_t) millionths;
  start_value (json, name);
  kcfi_text_printf (json->out, "%s%" PRIu64 ".%06u", millionths < 0 ? "-" : "",
		    magnitude / 1000000, (unsigned) (magnitude % 1000000));
}

void
audit_json_boolean (struct audit_json *json, const char *name, bool value)
{
  start_value (json, name);
  kcfi_text_add (json->out, value ? "true" : "false");
}

void
audit_json_hexadecimal (struct audit_json *json, const char *name,
			uint64_t value)
{
  start_value (json, name);
  kcfi_text_printf (json->out, "\"0x%08" PRIx64 "\"", value);
}

void
audit_json_break_line (struct audit_json *json)
{
  json->break_line = true;
}
