/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which compiler the driver runs, and asking it something.  */

#define _XOPEN_SOURCE 700

#include "compiler.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../base/text.h"

extern char **environ;

/* What the driver is called, and what it then runs.  */
static const struct driver
{
  const char *name;
  const char *compiler;
} drivers[] = { { "kcfi-gcc", "gcc" }, { "kcfi-g++", "g++" } };

enum
{
  DRIVERS = sizeof drivers / sizeof drivers[0]
};

static const char *
base_name (const char *path)
{
  const char *slash = strrchr (path, '/');
  return slash != NULL ? slash + 1 : path;
}

/* WORD in NAME, of the form [PREFIX-]WORD[-SUFFIX]; or NULL.  */
static const char *
find_word (const char *name, const char *word)
{
  for (const char *found = strstr (name, word); found != NULL;
       found = strstr (found + 1, word))
    {
      char after = found[strlen (word)];
      if ((found == name || found[-1] == '-')
	  && (after == '\0' || after == '-'))
	return found;
    }
  return NULL;
}

/* The driver that NAME is one of, and the place of its name there in *FOUND; or
   NULL.  */
static const struct driver *
find_driver (const char *name, const char **found)
{
  for (size_t i = 0; i < DRIVERS; i++)
    {
      *found = find_word (name, drivers[i].name);
      if (*found != NULL)
	return &drivers[i];
    }
  return NULL;
}

/* COMPILER, a file, with "gcc" in its name replaced by what DRIVER runs; DRIVER may
   be NULL.  The caller frees it.  */
static char *
compiler_of_driver (const char *compiler, const struct driver *driver)
{
  const char *found
      = driver != NULL ? find_word (base_name (compiler), "gcc") : NULL;
  if (found == NULL)
    return kcfi_duplicate (compiler);
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%.*s%s%s", (int) (found - compiler), compiler,
		    driver->compiler, found + strlen ("gcc"));
  return kcfi_text_take (&text);
}

char *
kcfi_compiler_name (const char *program, const char *setting,
		    const char *standard, char **error)
{
  struct kcfi_text text = { 0 };
  const char *name = base_name (program);
  const char *found;
  const struct driver *driver = find_driver (name, &found);
  if (setting != NULL && *setting != '\0')
    {
      const char *place;
      if (find_driver (base_name (setting), &place) == NULL)
	return compiler_of_driver (setting, driver);
      kcfi_text_printf (&text,
			"KCFI_GCC is '%s'; it must name the compiler,"
			" not its driver",
			setting);
      *error = kcfi_text_take (&text);
      return NULL;
    }

  if (driver == NULL)
    {
      kcfi_text_printf (&text,
			"the name '%s' does not tell the compiler; set"
			" KCFI_GCC, or call this program"
			" [TARGET-]kcfi-gcc[-VERSION] or kcfi-g++",
			name);
      *error = kcfi_text_take (&text);
      return NULL;
    }
  if (strcmp (name, driver->name) == 0)
    return compiler_of_driver (standard, driver);
  kcfi_text_printf (&text, "%.*s%s%s", (int) (found - name), name,
		    driver->compiler, found + strlen (driver->name));
  return kcfi_text_take (&text);
}

/* Whether PATH has the folder that PLACE, a resolved path, names.  */
static bool
is_in_path (const char *place)
{
  const char *rest = getenv ("PATH");
  while (rest != NULL && *rest != '\0')
    {
      struct kcfi_text text = { 0 };
      size_t length = strcspn (rest, ":");
      kcfi_text_printf (&text, "%.*s", (int) length, rest);
      char *entry = kcfi_text_take (&text);
      char *resolved = realpath (entry, NULL);
      bool same = resolved != NULL && strcmp (resolved, place) == 0;
      free (resolved);
      free (entry);
      if (same)
	return true;
      rest += length;
      rest += *rest == ':';
    }
  return false;
}

char *
kcfi_compiler_beside (const char *program, char *compiler)
{
  const char *slash = strrchr (program, '/');
  if (slash == NULL || strchr (compiler, '/') != NULL)
    return compiler;
  struct kcfi_text text = { 0 };
  kcfi_text_printf (&text, "%.*s", (int) (slash - program + 1), program);
  char *folder = kcfi_text_take (&text);
  char *place = realpath (folder, NULL);
  char *path = NULL;
  if (place != NULL && !is_in_path (place))
    {
      kcfi_text_printf (&text, "%s%s", folder, compiler);
      path = kcfi_text_take (&text);
      if (access (path, X_OK) == 0)
	{
	  free (compiler);
	  compiler = path;
	}
      else
	free (path);
    }
  free (place);
  free (folder);
  return compiler;
}

/* Start COMMAND with standard input from INPUT, or as it is if that is -1, and
   standard output to OUTPUT; 0 or an error number.  */
static int
start (pid_t *process, char *const *command, int input, int output)
{
  posix_spawn_file_actions_t actions;
  int result = posix_spawn_file_actions_init (&actions);
  if (result != 0)
    return result;
  if (input >= 0)
    result = posix_spawn_file_actions_adddup2 (&actions, input, STDIN_FILENO);
  if (result == 0)
    result = posix_spawn_file_actions_adddup2 (&actions, output, STDOUT_FILENO);
  if (result == 0)
    result
	= posix_spawnp (process, command[0], &actions, NULL, command, environ);
  posix_spawn_file_actions_destroy (&actions);
  return result;
}

/* Append all that can be read from DESCRIPTOR to TEXT.  */
static void
read_all (struct kcfi_text *text, int descriptor)
{
  char block[1024];
  for (;;)
    {
      ssize_t got = read (descriptor, block, sizeof block);
      if (got > 0)
	kcfi_text_add_bytes (text, block, (size_t) got);
      else if (got == 0 || errno != EINTR)
	return;
    }
}

/* True if PROCESS ended well.  Its state is unknown where the one who started
   the driver ignores SIGCHLD; its answer then has to do.  */
static bool
ended_well (pid_t process)
{
  int status;
  pid_t result;
  do
    result = waitpid (process, &status, 0);
  while (result < 0 && errno == EINTR);
  return result < 0 || (WIFEXITED (status) && WEXITSTATUS (status) == 0);
}

char *
kcfi_command_output (char *const *command, int input, bool *failed,
		     char **error)
{
  struct kcfi_text output = { 0 };
  int ends[2];
  pid_t process;
  int result = pipe (ends) == 0 ? 0 : errno;
  if (result == 0)
    {
      fcntl (ends[0], F_SETFD, FD_CLOEXEC);
      fcntl (ends[1], F_SETFD, FD_CLOEXEC);
      result = start (&process, command, input, ends[1]);
      close (ends[1]);
      if (result == 0)
	read_all (&output, ends[0]);
      close (ends[0]);
    }
  if (result != 0)
    {
      struct kcfi_text problem = { 0 };
      kcfi_text_printf (&problem, "cannot run '%s': %s", command[0],
			strerror (result));
      *error = kcfi_text_take (&problem);
      kcfi_text_free (&output);
      return NULL;
    }
  *failed = !ended_well (process);
  return kcfi_text_take (&output);
}

char *
kcfi_compiler_answer (const char *compiler, const char *option, char **error)
{
  char *command[]
      = { kcfi_duplicate (compiler), kcfi_duplicate (option), NULL };
  bool failed = false;
  char *answer = kcfi_command_output (command, -1, &failed, error);
  free (command[0]);
  free (command[1]);
  if (answer == NULL)
    return NULL;
  if (failed)
    {
      struct kcfi_text problem = { 0 };
      kcfi_text_printf (&problem, "'%s %s' failed", compiler, option);
      *error = kcfi_text_take (&problem);
      free (answer);
      return NULL;
    }
  answer[strcspn (answer, "\n")] = '\0';
  return answer;
}
