/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways into functions besides their own: each is one more address that a forged
   pointer can name, with an id of its own.  */

#include "entries.h"

#include <stdlib.h>

#include "../base/array.h"
#include "names.h"

/* An entry or a shim, and where it leads.  */
struct way
{
  const char *kind;
  const struct audit_file *file;
  uint32_t function;
  const struct audit_file *target_file; /* NULL: not among the files.  */
  uint32_t target;
};

static struct way
shim_way (const struct audit *audit, const struct audit_shim *shim)
{
  return (struct way){ shim->kind, &audit->files[shim->file], shim->function,
		       shim->found ? &audit->files[shim->target_file] : NULL,
		       shim->target };
}

/* Call VISIT with DATA for each way of AUDIT.  */

static void
each_way (const struct audit *audit, void (*visit) (const struct way *, void *),
	  void *data)
{
  for (size_t i = 0; i < audit->files_count; i++)
    {
      const struct audit_file *file = &audit->files[i];
      for (size_t n = 0; n < file->entries_count; n++)
	visit (&(struct way){ "entry", file, file->entries[n].function, file,
			      file->entries[n].target },
	       data);
    }
  for (size_t i = 0; i < audit->shims_count; i++)
    {
      struct way way = shim_way (audit, &audit->shims[i]);
      visit (&way, data);
    }
}

static const struct audit_function *
way_function (const struct way *way)
{
  return &way->file->elf.functions[way->function];
}

/* Where WAY leads; NULL if that is not among the files.  */

static const struct audit_function *
way_target (const struct way *way)
{
  return way->target_file ? &way->target_file->elf.functions[way->target]
			  : NULL;
}

/* True if the bytes between WAY and its target mean something: both have their
   places.  */

static bool
distance_known_p (const struct way *way)
{
  const struct audit_function *target = way_target (way);
  return target && way->target_file == way->file
	 && (!way->file->elf.relocatable
	     || target->section == way_function (way)->section);
}

/* From WAY's function to its target, negative if that comes first.  */

static int64_t
way_distance (const struct way *way)
{
  return (int64_t) (way_target (way)->address - way_function (way)->address);
}

size_t
audit_entries_count (const struct audit *audit)
{
  size_t count = audit->shims_count + (audit->drop_glue ? 1 : 0);
  for (size_t i = 0; i < audit->files_count; i++)
    count += audit->files[i].entries_count;
  return count;
}

struct lines
{
  struct kcfi_text *out;
  const struct audit_options *options;
  size_t count;
};

static void
write_way (const struct way *way, void *data)
{
  struct lines *lines = data;
  const struct audit_function *target = way_target (way);
  if (lines->count++ >= lines->options->limit)
    return;
  kcfi_text_printf (lines->out, "  %-12s", way->kind);
  audit_add_names (lines->out, way_function (way)->name, lines->options);
  kcfi_text_add (lines->out, " -> ");
  if (!target)
    kcfi_text_add (lines->out, "no function of its name: merged into it, or in "
			       "another file");
  else
    audit_add_names (lines->out, target->name, lines->options);
  if (distance_known_p (way))
    {
      int64_t distance = way_distance (way);
      kcfi_text_printf (lines->out, ", %lld bytes %s it",
			(long long) llabs (distance),
			distance > 0 ? "in front of" : "behind");
    }
  else if (target)
    kcfi_text_add (lines->out, way->target_file == way->file
				   ? ", in another section"
				   : ", in another file");
  kcfi_text_add (lines->out, "\n");
}

static int
compare_ids (const void *left, const void *right)
{
  return audit_compare (*(const uint32_t *) left, *(const uint32_t *) right);
}

/* The ids of AUDIT's drop glue, each once; the caller frees them.  */

static uint32_t *
list_drop_ids (const struct audit *audit, size_t *count)
{
  uint32_t *ids = malloc ((audit->drop_ids_count + 1) * sizeof *ids);
  *count = 0;
  if (!ids)
    abort ();
  for (size_t i = 0; i < audit->drop_ids_count; i++)
    ids[i] = audit->drop_ids[i];
  qsort (ids, audit->drop_ids_count, sizeof *ids, compare_ids);
  for (size_t i = 0; i < audit->drop_ids_count; i++)
    if (!i || ids[i] != ids[*count - 1])
      ids[(*count)++] = ids[i];
  return ids;
}

static void
write_drop_glue (struct kcfi_text *out, const struct audit *audit)
{
  size_t count;
  uint32_t *ids = list_drop_ids (audit, &count);
  kcfi_text_printf (out, "  %-12s%zu function%s of Rust, %zu id%s", "drop glue",
		    audit->drop_glue, audit->drop_glue == 1 ? "" : "s", count,
		    count == 1 ? "" : "s");
  for (size_t i = 0; i < count && i < 3; i++)
    kcfi_text_printf (out, "%s0x%08x", i ? ", " : ": ", ids[i]);
  kcfi_text_printf (out, "%s\n", count > 3 ? ", ..." : "");
  free (ids);
}

void
audit_write_entries (struct kcfi_text *out, const struct audit *audit,
		     const struct audit_options *options)
{
  struct lines lines = { out, options, 0 };
  each_way (audit, write_way, &lines);
  if (lines.count > options->limit)
    kcfi_text_printf (out, "  ... and %zu more\n",
		      lines.count - options->limit);
  if (audit->drop_glue)
    write_drop_glue (out, audit);
}

struct json_ways
{
  struct audit_json *json;
  const struct audit *audit;
  const struct audit_options *options;
};

static void
write_json_member (const struct json_ways *ways, const char *key,
		   const struct audit_file *file,
		   const struct audit_function *function)
{
  audit_json_open_object (ways->json, key);
  audit_json_number (ways->json, "file", (size_t) (file - ways->audit->files));
  audit_json_names (ways->json, "name", function->name, ways->options);
  audit_json_close_object (ways->json);
}

static void
write_json_way (const struct way *way, void *data)
{
  struct json_ways *ways = data;
  const struct audit_function *target = way_target (way);
  audit_json_break_line (ways->json);
  audit_json_open_object (ways->json, NULL);
  audit_json_string (ways->json, "kind", way->kind);
  write_json_member (ways, "function", way->file, way_function (way));
  if (target)
    write_json_member (ways, "target", way->target_file, target);
  if (distance_known_p (way))
    audit_json_number (ways->json,
		       way_distance (way) > 0 ? "in_front" : "behind",
		       (size_t) llabs (way_distance (way)));
  audit_json_close_object (ways->json);
}

void
audit_json_entries (struct audit_json *json, const struct audit *audit,
		    const struct audit_options *options)
{
  struct json_ways ways = { json, audit, options };
  size_t count;
  uint32_t *ids = list_drop_ids (audit, &count);
  audit_json_break_line (json);
  audit_json_open_list (json, "entries");
  each_way (audit, write_json_way, &ways);
  audit_json_close_list (json);
  audit_json_open_object (json, "drop_glue");
  audit_json_number (json, "functions", audit->drop_glue);
  audit_json_open_list (json, "ids");
  for (size_t i = 0; i < count; i++)
    audit_json_hexadecimal (json, NULL, ids[i]);
  audit_json_close_list (json);
  audit_json_close_object (json);
  free (ids);
}
