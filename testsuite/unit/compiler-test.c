/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/driver/: how the compiler follows from the driver's name,
   and what it is asked.  */

#include "driver-run.h"

#include "../../plugin/driver/compiler.h"

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
  check_compiler ("kcfi-g++", NULL, false, "g++");
  check_compiler ("/usr/bin/kcfi-g++-12", NULL, false, "g++-12");
  check_compiler ("aarch64-linux-gnu-kcfi-g++-12", NULL, false,
		  "aarch64-linux-gnu-g++-12");
  check_compiler ("kcfi-g++", "/opt/gcc-13/bin/x-gcc-13", false,
		  "/opt/gcc-13/bin/x-g++-13");
  check_compiler ("kcfi-g++", "g++-11", false, "g++-11");
  check_compiler ("kcfi-gcc", "g++-11", false, "g++-11");
  check_compiler ("kcfi-g++", "/opt/gcc-13/bin/cc", false,
		  "/opt/gcc-13/bin/cc");
  check_compiler ("kcfi-g++", "kcfi-g++-12", true, "KCFI_GCC");
  check_compiler ("kcfi-g++x", NULL, true, "'kcfi-g++x'");
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

int
main (void)
{
  test_compiler_name ();
  test_compiler_answer ();
  return failures != 0;
}
