/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unit test of plugin/driver/: how the compiler follows from the driver's name,
   and what it is asked.  */

#include "driver-run.h"

#include <fcntl.h>
#include <unistd.h>

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

/* The driver called as PROGRAM, which would run COMPILER, must run EXPECTED.  */
static void
check_beside (const char *program, const char *compiler, const char *expected,
	      const char *what)
{
  char *result = kcfi_compiler_beside (program, strdup (compiler));
  check_text (result, expected, what);
  free (result);
}

/* A toolchain in a folder of its own, which is in PATH or not.  */
static void
test_compiler_beside (void)
{
  char folder[] = "/tmp/kcfi-beside-XXXXXX";
  if (mkdtemp (folder) == NULL)
    {
      check (false, "a folder for a toolchain", folder);
      return;
    }
  char driver[80], compiler[80], other[80], path[80];
  snprintf (driver, sizeof driver, "%s/x-kcfi-gcc", folder);
  snprintf (compiler, sizeof compiler, "%s/x-gcc", folder);
  snprintf (other, sizeof other, "%s/no-program-gcc", folder);
  snprintf (path, sizeof path, "/usr/bin:%s/.:/nonexistent", folder);
  close (open (compiler, O_CREAT | O_WRONLY, 0755));
  close (open (other, O_CREAT | O_WRONLY, 0644));
  char *before = strdup (getenv ("PATH"));

  setenv ("PATH", "/usr/bin::/nonexistent", 1);
  check_beside (driver, "x-gcc", compiler, "a compiler that PATH lacks");
  check_beside ("x-kcfi-gcc", "x-gcc", "x-gcc", "a driver found in PATH");
  check_beside (driver, "y-gcc", "y-gcc", "no compiler beside the driver");
  check_beside (driver, "no-program-gcc", "no-program-gcc",
		"a file that is no program beside the driver");
  check_beside (driver, "/opt/gcc", "/opt/gcc", "a compiler that is a path");
  setenv ("PATH", path, 1);
  check_beside (driver, "x-gcc", "x-gcc", "a compiler that PATH has");
  unsetenv ("PATH");
  check_beside (driver, "x-gcc", compiler, "there is no PATH");

  setenv ("PATH", before, 1);
  free (before);
  unlink (compiler);
  unlink (other);
  rmdir (folder);
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
  test_compiler_beside ();
  test_compiler_answer ();
  return failures != 0;
}
