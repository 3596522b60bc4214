/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/driver/: how a command line is read and rewritten, and
   how the compiler follows from the driver's name.  Needs all files of
   plugin/driver/ but main.c, and gimple/text.c.  What is expected of Clang's
   switches is what clang-19 and clang-22 do with them.  */

#define _POSIX_C_SOURCE 200809L

#include "../../plugin/driver/command-line.h"
#include "../../plugin/driver/compiler.h"
#include "../../plugin/driver/response-file.h"
#include "../../plugin/driver/separate-options.h"
#include "../../plugin/driver/switches.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int failures;

static void
check (bool ok, const char *name, const char *got)
{
  printf ("%s: %s\n", ok ? "PASS" : "FAIL", name);
  if (!ok)
    {
      failures++;
      printf ("  got: %s\n", got != NULL ? got : "(nothing)");
    }
}

static void
check_text (const char *got, const char *expected, const char *name)
{
  check (got != NULL && strcmp (got, expected) == 0, name, got);
}

/* The strings of LIST, joined by '|', in a buffer of its own.  */
static char *
join (const struct kcfi_strings *list)
{
  size_t length = 1;
  for (size_t i = 0; i < list->count; i++)
    length += strlen (list->items[i]) + 1;
  char *result = calloc (1, length);
  if (result == NULL)
    abort ();
  for (size_t i = 0; i < list->count; i++)
    {
      if (i > 0)
	strcat (result, "|");
      strcat (result, list->items[i]);
    }
  return result;
}

/* A command line that was read, and all that follows from it.  */
struct run
{
  char *storage;
  char *argv[64];
  struct kcfi_command_line line;
  struct kcfi_switches switches;
  struct kcfi_strings command;
  char *error;
  char *result; /* COMMAND joined, or the error.  */
};

/* Read WORDS, separated by '|'; the plugin is "P/kcfi.so".  */
static void
run (struct run *run, const char *words)
{
  memset (run, 0, sizeof *run);
  run->storage = strdup (words);
  if (run->storage == NULL)
    abort ();
  size_t count = 0;
  run->argv[count++] = "kcfi-gcc";
  for (char *word = strtok (run->storage, "|"); word != NULL;
       word = strtok (NULL, "|"))
    run->argv[count++] = word;

  run->error = kcfi_command_line_read (&run->line, run->argv);
  if (run->error == NULL)
    run->error = kcfi_switches_read (&run->switches, &run->line);
  if (run->error == NULL)
    {
      if (run->switches.on)
	kcfi_switches_write (&run->switches, "P/kcfi.so", &run->command);
      kcfi_command_line_write (&run->line, &run->command);
    }
  run->result = run->error != NULL ? strdup (run->error) : join (&run->command);
}

static void
run_free (struct run *run)
{
  kcfi_switches_free (&run->switches);
  kcfi_command_line_free (&run->line);
  kcfi_strings_free (&run->command);
  free (run->error);
  free (run->result);
  free (run->storage);
}

#define PLUGIN "-fplugin=P/kcfi.so"
#define NOCFI "-D__nocfi=__attribute__((__no_sanitize__(\"kcfi\")))"
#define LOADED PLUGIN "|" NOCFI
#define NORMALIZE "-fsanitize-cfi-icall-experimental-normalize-integers"
#define NO_NORMALIZE "-fno-sanitize-cfi-icall-experimental-normalize-integers"
#define GENERALIZE "-fsanitize-cfi-icall-generalize-pointers"
#define NO_GENERALIZE "-fno-sanitize-cfi-icall-generalize-pointers"
#define ARG "-fplugin-arg-kcfi-"

/* WORDS must become EXPECTED: GCC's arguments, or an error's whole text.  */
static void
check_run (const char *words, const char *expected)
{
  struct run one;
  run (&one, words);
  check_text (one.result, expected, words[0] != '\0' ? words : "no words");
  run_free (&one);
}

static void
test_untouched (void)
{
  check_run ("", "");
  check_run ("-O2|-c|x.c|-o|x.o", "-O2|-c|x.c|-o|x.o");
  check_run ("-fsanitize=undefined,address|x.c",
	     "-fsanitize=undefined,address|x.c");
  check_run ("-fsanitize=|x.c", "-fsanitize=|x.c");
  check_run ("-fno-sanitize=all|x.c", "-fno-sanitize=all|x.c");
  check_run ("-v", "-v");
  check_run ("-", "-");
  check_run ("a b\t'c\"|-DX=\"y z\"", "a b\t'c\"|-DX=\"y z\"");
  /* Not Clang's spelling: GCC is to refuse it.  */
  check_run ("-fsanitize=KCFI", "-fsanitize=KCFI");
  check_run ("-fsanitize|kcfi", "-fsanitize|kcfi");
  check_run ("-fsanitize=kcfix", "-fsanitize=kcfix");
  check_run ("-fsanitize= kcfi", "-fsanitize= kcfi");
  check_run ("--sanitize=kcfi", "--sanitize=kcfi");
  check_run (NORMALIZE "x", NORMALIZE "x");
}

static void
test_on_and_off (void)
{
  check_run ("-fsanitize=kcfi", LOADED);
  check_run ("-O2|-fsanitize=kcfi|-c|x.c", LOADED "|-O2|-c|x.c");
  check_run ("-fsanitize=kcfi|-fsanitize=kcfi|x.c", LOADED "|x.c");
  check_run ("-fsanitize=kcfi|-fno-sanitize=kcfi|x.c", "x.c");
  check_run ("-fno-sanitize=kcfi|x.c", "x.c");
  check_run ("-fno-sanitize=kcfi|-fsanitize=kcfi|x.c", LOADED "|x.c");
  check_run ("-fsanitize=kcfi|-fno-sanitize=all|x.c", "-fno-sanitize=all|x.c");
  check_run ("-fno-sanitize=all|-fsanitize=kcfi|x.c",
	     LOADED "|-fno-sanitize=all|x.c");
}

static void
test_lists (void)
{
  check_run ("-fsanitize=kcfi,undefined|x.c",
	     LOADED "|-fsanitize=undefined|x.c");
  check_run ("-fsanitize=undefined,kcfi|x.c",
	     LOADED "|-fsanitize=undefined|x.c");
  check_run ("-fsanitize=bounds,kcfi,shift|x.c",
	     LOADED "|-fsanitize=bounds,shift|x.c");
  check_run ("-fsanitize=kcfi,|x.c", LOADED "|x.c");
  check_run ("-fsanitize=,kcfi|x.c", LOADED "|x.c");
  check_run ("-fsanitize=kcfi,kcfi|x.c", LOADED "|x.c");
  check_run ("-fsanitize=kcfi|-fno-sanitize=kcfi,undefined|x.c",
	     "-fno-sanitize=undefined|x.c");
  check_run ("-fsanitize=kcfi|-fno-sanitize=undefined,all|x.c",
	     "-fno-sanitize=undefined,all|x.c");
  /* Neither is KCFI; GCC knows none of them and refuses.  */
  check_run ("-fsanitize=kcfi,function|x.c", LOADED "|-fsanitize=function|x.c");
  check_run ("-fsanitize=kcfi,all|x.c", LOADED "|-fsanitize=all|x.c");
}

/* -D__KERNEL__ makes checks trap as Linux knows it.  */
static void
test_kernel (void)
{
  check_run ("-fsanitize=kcfi|-D__KERNEL__|x.c",
	     PLUGIN "|" ARG "kernel-traps|" NOCFI "|-D__KERNEL__|x.c");
  check_run ("-D__KERNEL__=1|-fsanitize=kcfi",
	     PLUGIN "|" ARG "kernel-traps|" NOCFI "|-D__KERNEL__=1");
  check_run ("-fsanitize=kcfi|-D__KERNEL__|-U__KERNEL__",
	     LOADED "|-D__KERNEL__|-U__KERNEL__");
  check_run ("-fsanitize=kcfi|-D__KERNEL__X", LOADED "|-D__KERNEL__X");
  check_run ("-D__KERNEL__|x.c", "-D__KERNEL__|x.c");
}

static void
test_modes (void)
{
  check_run ("-fsanitize=kcfi|-fsanitize-recover=kcfi", LOADED);
  check_run ("-fsanitize=kcfi|-fsanitize-recover=kcfi,address",
	     LOADED "|-fsanitize-recover=address");
  check_run ("-fsanitize=kcfi|-fno-sanitize-trap=kcfi", LOADED);
  check_run ("-fsanitize=kcfi|-fno-sanitize-recover=all",
	     LOADED "|-fno-sanitize-recover=all");
  check_run ("-fsanitize=kcfi|-fno-sanitize-recover=kcfi",
	     "unrecognized argument to '-fno-sanitize-recover=' option:"
	     " 'kcfi'");
  check_run ("-fsanitize-trap=undefined,kcfi",
	     "unrecognized argument to '-fsanitize-trap=' option: 'kcfi'");
  check_run ("-fsanitize=kcfi|-fsanitize-trap=all",
	     LOADED "|-fsanitize-trap=all");
  check_run ("-fsanitize=kcfi|-mpure-code",
	     "'-fsanitize=kcfi' is incompatible with '-mpure-code'");
  check_run ("-mexecute-only|-fsanitize=kcfi",
	     "'-fsanitize=kcfi' is incompatible with '-mexecute-only'");
  check_run ("-fsanitize=kcfi|-mpure-code|-mno-pure-code",
	     LOADED "|-mpure-code|-mno-pure-code");
  check_run ("-fsanitize=kcfi|-mpure-code|-fno-sanitize=kcfi", "-mpure-code");
}

static void
test_features (void)
{
  check_run ("-fsanitize=kcfi|" NORMALIZE "|x.c",
	     PLUGIN "|" ARG "normalize-integers|" NOCFI "|x.c");
  check_run (GENERALIZE "|-fsanitize=kcfi|x.c",
	     PLUGIN "|" ARG "generalize-pointers|" NOCFI "|x.c");
  check_run ("-fsanitize=kcfi|" GENERALIZE "|" NORMALIZE "|x.c",
	     PLUGIN "|" ARG "normalize-integers|" ARG
		    "generalize-pointers|" NOCFI "|x.c");
  check_run ("-fsanitize=kcfi|" NORMALIZE "|" NO_NORMALIZE "|x.c",
	     LOADED "|x.c");
  check_run ("-fsanitize=kcfi|" NO_GENERALIZE "|" GENERALIZE "|x.c",
	     PLUGIN "|" ARG "generalize-pointers|" NOCFI "|x.c");
  check_run ("-fsanitize=kcfi|-fsanitize-kcfi-hash=FNV-1a",
	     PLUGIN "|" ARG "hash=FNV-1a|" NOCFI);
  check_run ("-fsanitize=kcfi|-fsanitize-kcfi-hash=FNV-1a|"
	     "-fsanitize-kcfi-hash=xxHash64",
	     PLUGIN "|" ARG "hash=xxHash64|" NOCFI);
  check_run ("-fsanitize=kcfi|-fsanitize-kcfi-hash=md5",
	     "unrecognized argument to '-fsanitize-kcfi-hash=' option: 'md5';"
	     " valid arguments are: xxHash64 FNV-1a");
  check_run ("-fsanitize=kcfi|-fsanitize-kcfi-hash=fnv-1a",
	     "unrecognized argument to '-fsanitize-kcfi-hash=' option:"
	     " 'fnv-1a'; valid arguments are: xxHash64 FNV-1a");
  check_run ("-fsanitize-kcfi-hash=",
	     "unrecognized argument to '-fsanitize-kcfi-hash=' option: '';"
	     " valid arguments are: xxHash64 FNV-1a");
  check_run (NORMALIZE "|-c|x.c", "-c|x.c");
  check_run (NORMALIZE "|-fno-sanitize=kcfi|-c|x.c", "-c|x.c");
}

/* Whether WORDS make clang complain of a switch without -fsanitize=kcfi, and
   whether it ends there.  */
static void
check_unused (const char *words, bool reported, bool fatal)
{
  struct run one;
  run (&one, words);
  bool got_reported = kcfi_switches_are_unused (&one.switches);
  bool got_fatal = got_reported && one.switches.warnings_are_errors;
  char name[400];
  snprintf (name, sizeof name, "unused: %s", words);
  check (one.error == NULL && got_reported == reported && got_fatal == fatal,
	 name,
	 got_fatal	? "error"
	 : got_reported ? "warning"
			: "silence");
  run_free (&one);
}

static void
test_unused (void)
{
  check_unused (NORMALIZE "|-c|x.c", true, false);
  check_unused (NORMALIZE "|-Werror|-c|x.c", true, true);
  check_unused ("-Werror|-Wno-error|" NORMALIZE "|-c|x.c", true, false);
  check_unused ("-Wno-error|-Werror|" NORMALIZE "|-c|x.c", true, true);
  check_unused ("-w|" NORMALIZE "|-c|x.c", false, false);
  check_unused ("-Wno-unused-command-line-argument|" NORMALIZE "|-c|x.c", false,
		false);
  check_unused ("-fsanitize=kcfi|" NORMALIZE "|-c|x.c", false, false);
  check_unused ("-fsanitize=kcfi|" NORMALIZE "|-fno-sanitize=kcfi|-c|x.c",
		false, false);
  check_unused ("-fno-sanitize=kcfi|" NORMALIZE "|-c|x.c", true, false);
  check_unused ("-fsanitize=address|" NORMALIZE "|-c|x.c", true, false);
  check_unused (NORMALIZE "|x.o|-shared|-o|x.so", false, false);
  check_unused (NORMALIZE "|x.o|x.c", true, false);
  check_unused (NORMALIZE "|-E|x.c", true, false);
  check_unused (NORMALIZE "|-c|x.s", true, false);
  check_unused (NORMALIZE "|-S|-x|c|/dev/null", true, false);
  check_unused (NORMALIZE "|-S|-xc|/dev/null", true, false);
  check_unused (NORMALIZE "|--version", false, false);
  check_unused (NORMALIZE, false, false);
  check_unused (NORMALIZE "|-xc|-xnone|dir.c/x", false, false);
}

static void
test_separate_options (void)
{
  static const char *const yes[]
      = { "-o",	       "-D",	    "-U",	   "-I",
	  "-L",	       "-l",	    "-x",	   "-include",
	  "-Xlinker",  "-isystem",  "-MF",	   "-MT",
	  "-T",	       "-z",	    "-u",	   "-e",
	  "--param",   "--sysroot", "--output",	   "-aux-info",
	  "-Ttext",    "--assert",  "-A",	   "-wrapper",
	  "-dumpbase", "-imacros",  "-Xassembler", "-Xpreprocessor" };
  static const char *const no[]
      = { "-c",	 "-MD",	     "-MMD",	  "-ofile", "-Dx",
	  "-O2", "-fplugin", "--param=x", "-g",	    "-",
	  "",	 "-pipe",    "-sysroot",  "x.c",    "-fsanitize=kcfi" };
  for (size_t i = 0; i < sizeof yes / sizeof yes[0]; i++)
    {
      char name[64];
      snprintf (name, sizeof name, "%s takes the next word", yes[i]);
      check (kcfi_takes_next_word (yes[i]), name, "no");
    }
  for (size_t i = 0; i < sizeof no / sizeof no[0]; i++)
    {
      char name[64];
      snprintf (name, sizeof name, "'%s' does not take the next word", no[i]);
      check (!kcfi_takes_next_word (no[i]), name, "yes");
    }

  check_run ("-o|-fsanitize=kcfi|x.c", "-o|-fsanitize=kcfi|x.c");
  check_run ("-Xlinker|-fsanitize=kcfi|x.c", "-Xlinker|-fsanitize=kcfi|x.c");
  check_run ("-fsanitize=kcfi|-D|-fno-sanitize=kcfi|x.c",
	     LOADED "|-D|-fno-sanitize=kcfi|x.c");
  check_run ("-include|-o|-fsanitize=kcfi", LOADED "|-include|-o");
  check_run ("x.c|-o", "x.c|-o");
  check_run ("-o|--kcfi-help", "-o|--kcfi-help");
}

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

/* PROGRAM with KCFI_GCC=SETTING must run EXPECTED; or fail, with a text that
   contains it, if FAILS.  */
static void
check_compiler (const char *program, const char *setting, bool fails,
		const char *expected)
{
  char *error = NULL;
  char *compiler = kcfi_compiler_name (program, setting, "gcc", &error);
  char name[200];
  snprintf (name, sizeof name, "%s with KCFI_GCC=%s", program,
	    setting != NULL ? setting : "(none)");
  if (fails)
    check (compiler == NULL && error != NULL
	       && strstr (error, expected) != NULL,
	   name, compiler != NULL ? compiler : error);
  else
    check (error == NULL && compiler != NULL
	       && strcmp (compiler, expected) == 0,
	   name, error != NULL ? error : compiler);
  free (compiler);
  free (error);
}

static void
test_compiler_name (void)
{
  check_compiler ("kcfi-gcc", NULL, false, "gcc");
  check_compiler ("/usr/bin/kcfi-gcc", NULL, false, "gcc");
  check_compiler ("kcfi-gcc-12", NULL, false, "gcc-12");
  check_compiler ("aarch64-linux-gnu-kcfi-gcc-12", NULL, false,
		  "aarch64-linux-gnu-gcc-12");
  check_compiler ("./arm-linux-gnueabihf-kcfi-gcc", NULL, false,
		  "arm-linux-gnueabihf-gcc");
  check_compiler ("/x-kcfi-gcc-9/kcfi-gcc-11", NULL, false, "gcc-11");
  check_compiler ("kcfi-gcc", "", false, "gcc");
  check_compiler ("kcfi-gcc-12", "/opt/bin/gcc", false, "/opt/bin/gcc");
  check_compiler ("anything", "gcc-12", false, "gcc-12");
  check_compiler ("cc", NULL, true, "'cc'");
  check_compiler ("mykcfi-gcc", NULL, true, "'mykcfi-gcc'");
  check_compiler ("kcfi-gccx", NULL, true, "'kcfi-gccx'");
  check_compiler ("/kcfi-gcc/", NULL, true, "''");
  check_compiler ("kcfi-gcc", "kcfi-gcc", true, "KCFI_GCC is 'kcfi-gcc'");
  check_compiler ("kcfi-gcc", "/usr/bin/x-kcfi-gcc-12", true, "KCFI_GCC");
}

static void
test_compiler_answer (void)
{
  char *error = NULL;
  char *answer = kcfi_compiler_answer ("echo", "several words", &error);
  check_text (answer, "several words", "a program's answer");
  free (answer);
  free (error);

  error = NULL;
  answer = kcfi_compiler_answer ("true", "x", &error);
  check_text (answer, "", "an empty answer");
  free (answer);
  free (error);

  error = NULL;
  answer = kcfi_compiler_answer ("false", "x", &error);
  check (answer == NULL && error != NULL && strstr (error, "'false x'") != NULL,
	 "a program that fails", error);
  free (answer);
  free (error);

  error = NULL;
  answer = kcfi_compiler_answer ("/nonexistent/gcc", "x", &error);
  check (answer == NULL && error != NULL
	     && strstr (error, "cannot run '/nonexistent/gcc'") != NULL,
	 "a program that does not exist", error);
  free (answer);
  free (error);
}

static void
test_help (void)
{
  struct run one;
  run (&one, "-c|--kcfi-help");
  check (one.switches.help, "--kcfi-help", "no help");
  run_free (&one);
  run (&one, "--help");
  check (!one.switches.help, "--help is GCC's", "help");
  check_text (one.result, "--help", "--help goes to GCC");
  run_free (&one);
}

int
main (void)
{
  test_untouched ();
  test_on_and_off ();
  test_lists ();
  test_kernel ();
  test_modes ();
  test_features ();
  test_unused ();
  test_separate_options ();
  test_response_words ();
  test_response_files ();
  test_compiler_name ();
  test_compiler_answer ();
  test_help ();
  return failures != 0;
}
