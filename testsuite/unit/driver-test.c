/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/driver/: how a command line is read and rewritten.  What
   is expected of Clang's switches is what clang-19 and clang-22 do with them.
 */

#include "driver-run.h"

#include "../../plugin/driver/separate-options.h"

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

/* Arguments of the plugin, which GCC takes only where it is loaded.  */
static void
test_plugin_arguments (void)
{
  check_run ("-fsanitize=kcfi|" ARG "warn=all|x.c",
	     LOADED "|" ARG "warn=all|x.c");
  check_run ("-fsanitize=kcfi|" ARG "warn=all|-fno-sanitize=kcfi|" ARG
	     "arity|x.c",
	     "x.c");
  check_run ("-fsanitize=kcfi|-o|" ARG "x|-fno-sanitize=kcfi|x.c",
	     "-o|" ARG "x|x.c");
  check_run ("-fplugin=/p/kcfi.so|-fsanitize=kcfi|" ARG
	     "warn=all|-fno-sanitize=kcfi|x.c",
	     "-fplugin=/p/kcfi.so|" ARG "warn=all|x.c");
  check_run ("-fplugin=other|-fsanitize=kcfi|" ARG
	     "warn=all|-fno-sanitize=kcfi|x.c",
	     "-fplugin=other|x.c");
  check_run (ARG "warn=all|x.c", ARG "warn=all|x.c");
}

/* Virtual calls of C++.  */
static void
test_virtual (void)
{
  check_run ("-fsanitize=kcfi|-fkcfi-virtual=name|x.cc",
	     PLUGIN "|" ARG "virtual=name|" NOCFI "|x.cc");
  check_run ("-fsanitize=kcfi|-fkcfi-virtual=name|-fkcfi-virtual=class|x.cc",
	     PLUGIN "|" ARG "virtual=class|" NOCFI "|x.cc");
  check_run ("-fsanitize=kcfi|-fkcfi-virtual=class|-fkcfi-virtual-all|x.cc",
	     PLUGIN "|" ARG "virtual=class|" ARG "virtual-all|" NOCFI "|x.cc");
  check_run ("-fsanitize=kcfi|-fkcfi-virtual-all|-fno-kcfi-virtual-all|x.cc",
	     LOADED "|x.cc");
  check_run ("-fsanitize=kcfi|-fno-kcfi-trap-table|x.c",
	     PLUGIN "|" ARG "no-trap-table|" NOCFI "|x.c");
  check_run ("-fsanitize=kcfi|-fno-kcfi-trap-table|-fkcfi-trap-table|x.c",
	     LOADED "|x.c");
  check_run ("-fsanitize=kcfi|-fkcfi-virtual=type|x.cc",
	     "unrecognized argument to '-fkcfi-virtual=' option: 'type';"
	     " valid arguments are: off name class");
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
  /* Clang's, found in builds that have it among the options of all files.  */
  check_run ("-fsanitize=kcfi|-fsanitize-ignorelist=list",
	     "'-fsanitize=kcfi' is incompatible with '-fsanitize-ignorelist=';"
	     " give the functions __attribute__((no_sanitize(\"kcfi\"))) or"
	     " their files '-fno-sanitize=kcfi'");
  check_run ("-fsanitize=kcfi|-fno-sanitize=kcfi|-fsanitize-ignorelist=list",
	     "-fsanitize-ignorelist=list");
  check_run ("-fsanitize=kcfi|-mpure-codes", LOADED "|-mpure-codes");
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
  run (&one, "-fsanitize=kcfi|--kcfi-version");
  check (one.switches.version, "--kcfi-version", "no version");
  run_free (&one);
  run (&one, "--version");
  check (!one.switches.version, "--version is GCC's", "version");
  run_free (&one);
}

/* Whether LINE only asks the plugin something.  */
static void
check_asks (const char *line, bool wanted)
{
  struct run one;
  run (&one, line);
  check (kcfi_switches_only_ask (&one.switches) == wanted, line,
	 wanted ? "asks nothing" : "asks, and compiles nothing");
  run_free (&one);
}

static void
test_questions (void)
{
  check_asks ("-fplugin-arg-kcfi-help", true);
  check_asks ("-O2|-fplugin-arg-kcfi-version|-o|x", true);
  check_asks ("-fsanitize=kcfi|-fno-sanitize=kcfi|-fplugin-arg-kcfi-help",
	      true);
  check_asks ("-fplugin=kcfi|-fplugin-arg-kcfi-help", true);
  check_asks ("-fplugin-arg-kcfi-help|x.c", false);
  check_asks ("-fplugin-arg-kcfi-help|-", false);
  check_asks ("-fplugin-arg-kcfi-help|x.o", false);
  check_asks ("-fplugin-arg-kcfi-print-ids", false);
  check_asks ("-o|-fplugin-arg-kcfi-help", false);
  check_asks ("-fplugin-arg-other-help", false);
  check_run ("-fsanitize=kcfi|-fno-sanitize=kcfi|-fplugin-arg-kcfi-help",
	     "-fplugin-arg-kcfi-help");
}

int
main (void)
{
  test_untouched ();
  test_on_and_off ();
  test_plugin_arguments ();
  test_virtual ();
  test_lists ();
  test_kernel ();
  test_modes ();
  test_features ();
  test_unused ();
  test_separate_options ();
  test_help ();
  test_questions ();
  return failures != 0;
}
