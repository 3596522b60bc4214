/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/driver/: @-files.  */

#include "driver-run.h"

#include "../../plugin/driver/response-file.h"

#include <sys/stat.h>
#include <unistd.h>

static void
check_split (const char *contents, const char *expected)
{
  struct kcfi_strings words = { 0 };
  kcfi_response_split (&words, contents);
  char *joined = join (&words);
  char name[200];
  snprintf (name, sizeof name, "words of %s", contents);
  for (char *c = name; *c != '\0'; c++)
    if (*c == '\n')
      *c = '$';
  check_text (joined, expected, name);
  free (joined);
  kcfi_strings_free (&words);
}

/* Expected: what GCC's own expandargv makes of them.  */
static void
test_response_words (void)
{
  check_split ("-a -b", "-a|-b");
  check_split ("  -a\t\n\r\v\f-b \n", "-a|-b");
  check_split ("", "");
  check_split (" \n", "");
  check_split ("'a b' \"c d\"", "a b|c d");
  check_split ("a'b c'd", "ab cd");
  check_split ("a\\ b", "a b");
  check_split ("\"a\\\"b\" '\\''", "a\"b|'");
  check_split ("'' x", "|x");
  check_split ("\"a'b\" 'c\"d'", "a'b|c\"d");
  check_split ("'open end", "open end");
  check_split ("end\\", "end");
  check_split ("a\\\nb", "a\nb");
}

/* What is written is read back as it was.  */
static void
test_written_words (void)
{
  static const char *const words[]
      = { "-O2",	  "a b.c", "",	    "a\nb\r\t\v\f", "'",
	  "\"",		  "\\",	   "\\\\n", "@x",	    "-DNAME=\"a'b\"",
	  "\303\251\377", "end\\" };
  enum
  {
    COUNT = sizeof words / sizeof words[0]
  };
  struct kcfi_text contents = { 0 };
  struct kcfi_strings read = { 0 };
  for (size_t i = 0; i < COUNT; i++)
    kcfi_response_add_word (&contents, words[i]);
  kcfi_response_split (&read, contents.bytes);
  check (read.count == COUNT, "as many words as were written", contents.bytes);
  for (size_t i = 0; i < read.count && i < COUNT; i++)
    check_text (read.items[i], words[i], "a word written and read");
  kcfi_text_free (&contents);
  kcfi_strings_free (&read);
}

/* Write CONTENTS to the file NAME.  */
static void
write_file (const char *name, const char *contents)
{
  FILE *file = fopen (name, "w");
  if (file == NULL || fputs (contents, file) < 0 || fclose (file) != 0)
    {
      perror (name);
      exit (2);
    }
}

static void
test_response_files (void)
{
  char folder[] = "/tmp/kcfi-driver-test-XXXXXX";
  char *back = getcwd (NULL, 0);
  if (back == NULL || mkdtemp (folder) == NULL || chdir (folder) != 0)
    {
      perror (folder);
      exit (2);
    }
  write_file ("plain", "-O2 'a b.c'\n");
  write_file ("on", "-O2 -fsanitize=kcfi\n-c");
  write_file ("list", "-fsanitize=undefined,kcfi 'a b.c' @plain");
  write_file ("off", "-fno-sanitize=kcfi");
  write_file ("nested", "-g @on -pipe");
  write_file ("empty", "");
  write_file ("name", "-fsanitize=kcfi");
  write_file ("dash-o", "-c -o");
  write_file ("loop", "x @loop");
  if (mkdir ("folder", 0700) != 0 || mkfifo ("pipe", 0600) != 0)
    exit (2);

  check_run ("@plain|-c", "@plain|-c");
  check_run ("-fsanitize=kcfi|@plain|-c", LOADED "|@plain|-c");
  check_run ("-g|@on|x.c", LOADED "|-g|-O2|-c|x.c");
  check_run ("@list|x.c", LOADED "|-fsanitize=undefined|a b.c|-O2|a b.c|x.c");
  check_run ("@on|@off|x.c", "-O2|-c|x.c");
  check_run ("@nested|x.c", LOADED "|-g|-O2|-c|-pipe|x.c");
  check_run ("@plain|@nested|@plain", LOADED "|@plain|-g|-O2|-c|-pipe|@plain");
  check_run ("@empty|x.c", "@empty|x.c");
  check_run ("@missing|x.c", "@missing|x.c");
  check_run ("@folder|x.c", "@folder|x.c");
  check_run ("@|x.c", "@|x.c");
  /* Would block, or take from GCC what can be read only once.  */
  check_run ("@pipe|x.c", "@pipe|x.c");
  /* GCC expands before it looks at options.  */
  check_run ("-o|@name|x.c", "-o|@name|x.c");
  check_run ("@dash-o|-fsanitize=kcfi|x.c", "@dash-o|-fsanitize=kcfi|x.c");
  check_run ("@loop", "too many @-files encountered");

  static const char *const files[]
      = { "plain", "on",   "list", "off",    "nested",
	  "empty", "name", "loop", "dash-o", "pipe" };
  for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
    unlink (files[i]);
  if (rmdir ("folder") != 0 || chdir (back) != 0 || rmdir (folder) != 0)
    perror (folder);
  free (back);
}

int
main (void)
{
  test_response_words ();
  test_written_words ();
  test_response_files ();
  return failures != 0;
}
