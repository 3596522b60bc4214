/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that knows libkcfi-audit by its header alone.  library.tcl compiles
   it where nothing else can be included and runs it under the sanitizers, which
   also see what is not freed:

     library PROTECTED UNPROTECTED

   are objects of input.c with debug information, by a compiler with KCFI and by
   one without.  Prints lines `PASS: what' and `FAIL: what'.  */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kcfi-audit.h"

static int failures;

static void
check (bool good, const char *what)
{
  printf ("%s: %s\n", good ? "PASS" : "FAIL", what);
  failures += !good;
}

/* True if TEXT, which is freed, has PART.  */

static bool
has (char *text, const char *part)
{
  bool found = text && strstr (text, part);
  if (!found)
    printf ("NOTE: no `%s' in `%s'\n", part, text ? text : "(null)");
  free (text);
  return found;
}

static struct kcfi_audit *
read_object (const char *path, enum kcfi_audit_depth depth)
{
  struct kcfi_audit *audit = kcfi_audit_new (depth);
  char *error = kcfi_audit_add_path (audit, path);
  if (error)
    check (false, error);
  free (error);
  return audit;
}

/* input.c has two functions of the type int (int), which Clang gives the id
   0x00050794, and a call of that type.  */

static void
check_protected (const char *path)
{
  static const struct kcfi_audit_style style = { .limit = 5 };
  struct kcfi_audit *audit = read_object (path, KCFI_AUDIT_DECLARATIONS);
  struct kcfi_audit_figures figures;
  struct kcfi_audit_finding finding;
  bool found;
  size_t number;
  kcfi_audit_figures (audit, &figures);
  check (figures.files == 1 && figures.listings == 0, "there is one file");
  check (figures.functions == 2 && figures.preambles == 2,
	 "two functions have preambles");
  check (figures.sites == 1 && figures.checked == 1 && figures.excused == 0
	     && figures.unchecked == 0,
	 "one call is checked");
  check (figures.ids == 1 && figures.proved == 2, "one id is proved twice");
  for (unsigned i = 0; i < KCFI_AUDIT_PROBLEMS; i++)
    if (kcfi_audit_count (audit, i) != 0)
      check (false, kcfi_audit_problem_name (i));
  check (!kcfi_audit_finding (audit, 0, &finding), "there is no finding");
  const char *prototype = kcfi_audit_prototype (audit, 0x00050794);
  check (prototype && !strcmp (prototype, "int (int)"), "the id is int (int)");
  check (!kcfi_audit_prototype (audit, 0x00050795), "another id is unknown");
  check (has (kcfi_audit_explain_id (audit, 0x00050794, &style, &found),
	      "int (int)")
	     && found,
	 "the id is explained");
  check (has (kcfi_audit_explain_log (
		  audit,
		  "CFI failure at caller+0x9/0x20 (target: callee+0x0/0x4; "
		  "expected type: 0x00050794)\n",
		  &style, &number),
	      "int (int)")
	     && number == 1,
	 "a report of Linux is explained");
  free (kcfi_audit_explain_log (audit, "nothing\n", &style, &number));
  check (number == 0, "a log without a report has none");
  kcfi_audit_free (audit);
}

static void
check_unprotected (const char *path)
{
  struct kcfi_audit_figures figures;
  struct kcfi_audit_finding finding;
  struct kcfi_audit *audit = read_object (path, KCFI_AUDIT_NO_DEBUG);
  kcfi_audit_finish (audit, NULL);
  kcfi_audit_figures (audit, &figures);
  check (figures.functions == 2 && figures.preambles == 0,
	 "no function has a preamble");
  check (figures.sites == 1 && figures.unchecked == 1, "a call is unchecked");
  check (kcfi_audit_count (audit, KCFI_AUDIT_UNCHECKED) == 1,
	 "an unchecked call is a finding");
  bool good = kcfi_audit_finding (audit, 0, &finding)
	      && finding.problem == KCFI_AUDIT_UNCHECKED
	      && !strcmp (finding.file, path)
	      && strstr (finding.text, "caller+0x");
  check (good, "the finding names file and function");
  check (!strcmp (kcfi_audit_problem_name (KCFI_AUDIT_UNCHECKED), "unchecked"),
	 "the problem has a name");
  kcfi_audit_free (audit);

  audit = read_object (path, KCFI_AUDIT_NO_DEBUG);
  kcfi_audit_finish (audit, "# known calls\ncaller # why\n");
  check (kcfi_audit_count (audit, KCFI_AUDIT_UNCHECKED) == 0,
	 "a known call is no finding");
  kcfi_audit_free (audit);
}

static char *
read_bytes (const char *path, size_t *size)
{
  FILE *file = fopen (path, "rb");
  char *bytes = malloc (1 << 20);
  *size = file && bytes ? fread (bytes, 1, 1 << 20, file) : 0;
  if (file)
    fclose (file);
  return bytes;
}

static void
check_texts (const char *path)
{
  static const struct kcfi_audit_style style
      = { .limit = 5, .fail_on = 1u << KCFI_AUDIT_UNCHECKED };
  size_t size;
  char *bytes = read_bytes (path, &size);
  struct kcfi_audit *audit = kcfi_audit_new (KCFI_AUDIT_PROTOTYPES);
  char *error = kcfi_audit_add_bytes (audit, "in\033memory", bytes, size);
  check (!error, "an object in memory is read");
  free (error);
  /* It was copied.  */
  memset (bytes, 0, size);
  free (bytes);
  check (has (kcfi_audit_report (audit, KCFI_AUDIT_TEXT, &style), "in?memory"),
	 "the report in text names the file, made harmless");
  check (has (kcfi_audit_report (audit, KCFI_AUDIT_JSON, &style),
	      "in\\u001bmemory"),
	 "the report in JSON names the file");
  check (has (kcfi_audit_report (audit, KCFI_AUDIT_HTML, &style), "<title>"),
	 "the report in HTML is a page");
  check (has (kcfi_audit_printable ("a\nb\033"), "a?b?"),
	 "control characters become harmless");
  kcfi_audit_free (audit);
}

/* What is wrong is an error, after which the audit has what it had before.  */

static void
check_errors (const char *path)
{
  struct kcfi_audit_figures figures;
  uint32_t id;
  size_t size;
  char *bytes = read_bytes (path, &size);
  struct kcfi_audit *audit = read_object (path, KCFI_AUDIT_PROTOTYPES);
  check (has (kcfi_audit_add_path (audit, "no/such/file"), "no/such/file: "),
	 "a file that is not there is an error");
  check (has (kcfi_audit_add_path (audit, "/dev/null"), "not a regular file"),
	 "a device is an error");
  check (has (kcfi_audit_add_path (audit, "/dev"),
	      "a folder without kernel modules"),
	 "a folder without modules is an error");
  check (has (kcfi_audit_add_bytes (audit, "junk", "junk", 4), "junk: "),
	 "junk is an error");
  check (has (kcfi_audit_add_bytes (audit, "nothing", "", 0), "nothing: "),
	 "nothing is an error");
  check (has (kcfi_audit_add_bytes (audit, "half", bytes, size / 2), "half: "),
	 "half an object is an error");
  /* e_machine.  */
  memset (bytes + 18, 0, 2);
  check (has (kcfi_audit_add_bytes (audit, "odd", bytes, size),
	      "odd: is for a machine that is not supported"),
	 "another machine is an error");
  free (bytes);
  kcfi_audit_figures (audit, &figures);
  check (figures.files == 1 && figures.functions == 2,
	 "after errors the audit has what it had");
  check (has (kcfi_audit_add_path (audit, path), "the audit is finished"),
	 "adding to a finished audit is an error");
  kcfi_audit_free (audit);
  kcfi_audit_free (NULL);
  check (kcfi_audit_parse_id ("0x00050794", &id) && id == 0x00050794,
	 "an id is read");
  check (!kcfi_audit_parse_id ("0x000507941", &id)
	     && !kcfi_audit_parse_id ("main.o", &id),
	 "what is no id is not");
}

static void
check_diff (const char *protected_path, const char *unprotected_path)
{
  static const struct kcfi_audit_style style = { .limit = 5 };
  static const char listing[] = "0x00050794\t_ZTSFiiE\tmain\tmain.c:12\n";
  size_t differences;
  struct kcfi_audit *audits[3]
      = { read_object (protected_path, KCFI_AUDIT_DECLARATIONS),
	  read_object (unprotected_path, KCFI_AUDIT_DECLARATIONS),
	  kcfi_audit_new (KCFI_AUDIT_DECLARATIONS) };
  free (kcfi_audit_diff (audits[0], audits[0], &style, &differences));
  check (differences == 0, "nothing differs from itself");
  check (has (kcfi_audit_diff (audits[0], audits[1], &style, &differences),
	      "callee")
	     && differences > 0,
	 "a function that lost its preamble is a difference");
  char *error = kcfi_audit_add_bytes (audits[2], "listing", listing,
				      sizeof listing - 1);
  struct kcfi_audit_figures figures;
  kcfi_audit_figures (audits[2], &figures);
  check (!error && figures.listings == 1 && figures.files == 0,
	 "a listing is read");
  check (!kcfi_audit_diff (audits[0], audits[2], &style, &differences),
	 "a listing cannot be compared with an object");
  for (unsigned i = 0; i < 3; i++)
    kcfi_audit_free (audits[i]);
}

/* The protected object is input.c as it was, the other one as it is now.  */

static void
check_baseline (const char *protected_path, const char *unprotected_path)
{
  struct kcfi_audit *old = read_object (protected_path, KCFI_AUDIT_NO_DEBUG);
  struct kcfi_audit *new = read_object (unprotected_path, KCFI_AUDIT_NO_DEBUG);
  char *baseline = kcfi_audit_baseline (old);
  char *error = kcfi_audit_compare_baseline (old, "own", baseline);
  check (!error && !kcfi_audit_count (old, KCFI_AUDIT_LOST)
	     && !kcfi_audit_count (old, KCFI_AUDIT_ADDED),
	 "nothing is worse than its own baseline");
  free (error);
  error = kcfi_audit_compare_baseline (new, "old", baseline);
  check (!error && kcfi_audit_count (new, KCFI_AUDIT_LOST) == 2
	     && kcfi_audit_count (new, KCFI_AUDIT_ADDED) == 1
	     && kcfi_audit_count (new, KCFI_AUDIT_GROWN) == 0,
	 "two functions have lost their preambles, a call its check");
  free (error);
  check (has (kcfi_audit_compare_baseline (old, "junk", "junk\n"), "junk:1: "),
	 "what is no baseline is an error");
  free (baseline);
  kcfi_audit_free (old);
  kcfi_audit_free (new);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    return 2;
  check_protected (argv[1]);
  check_unprotected (argv[2]);
  check_texts (argv[1]);
  check_errors (argv[1]);
  check_diff (argv[1], argv[2]);
  check_baseline (argv[1], argv[2]);
  return failures != 0;
}
