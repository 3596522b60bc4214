/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The callbacks of a C library, and one forged call that must trap: run with an
   argument.  */

#define _XOPEN_SOURCE 700
#define _GNU_SOURCE
#include <assert.h>
#include <fcntl.h>
#include <ftw.h>
#include <glob.h>
#include <pthread.h>
#include <sched.h>
#include <search.h>
#include <semaphore.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static int calls;

static int
compare (const void *a, const void *b)
{
  calls++;
  return *(const int *) a - *(const int *) b;
}

static int
visit (const char *path, const struct stat *status, int type)
{
  calls++;
  return 0;
}

static int
visit_level (const char *path, const struct stat *status, int type,
	     struct FTW *level)
{
  calls++;
  return 0;
}

static void *
thread (void *argument)
{
  return (char *) argument + 1;
}

static void
once (void)
{
  calls++;
}

static void
on_key (void *value)
{
  calls++;
}

static void
on_signal (int number)
{
  calls++;
}

static void
at_exit (void)
{
  /* After the constructor, before the destructor.  */
  printf ("exit %d\n", calls > 0);
}

static int constructed;

static __attribute__ ((__constructor__)) void
construct (void)
{
  constructed = 1;
}

static __attribute__ ((__destructor__)) void
destruct (void)
{
  puts ("destructor");
}

static ssize_t
cookie_write (void *cookie, const char *text, size_t size)
{
  calls++;
  return (ssize_t) size;
}

static int
glob_error (const char *path, int error)
{
  return 0;
}

static void
walk (const void *node, VISIT order, int depth)
{
  calls++;
}

static void
test_threads (void)
{
  pthread_t threads[8];
  pthread_key_t key;
  pthread_once_t control = PTHREAD_ONCE_INIT;
  void *result;
  for (int i = 0; i < 8; i++)
    assert (pthread_create (&threads[i], NULL, thread, &threads[i]) == 0);
  for (int i = 0; i < 8; i++)
    {
      assert (pthread_join (threads[i], &result) == 0);
      assert (result == (char *) &threads[i] + 1);
    }
  assert (pthread_once (&control, once) == 0);
  assert (pthread_key_create (&key, on_key) == 0);
  assert (pthread_atfork (once, once, once) == 0);
}

static void
test_files (void)
{
  glob_t found;
  cookie_io_functions_t io = { .write = cookie_write };
  FILE *file = fopencookie (NULL, "w", io);
  char *text;
  size_t size;
  assert (ftw ("/etc/default", visit, 4) == 0);
  assert (nftw ("/etc/default", visit_level, 4, FTW_PHYS) == 0);
  assert (glob ("/etc/p*", 0, glob_error, &found) == 0);
  assert (fprintf (file, "%d %s\n", 5, "text") == 7 && fclose (file) == 0);
  file = open_memstream (&text, &size);
  assert (fprintf (file, "%5.2f", 1.25) == 5 && fclose (file) == 0);
  assert (strcmp (text, " 1.25") == 0);
  assert (sscanf ("12 abc", "%d %*s", &calls) == 1 && calls == 12);
}

static void
test_signals (void)
{
  struct sigaction action = { .sa_handler = on_signal };
  static sigjmp_buf place;
  int before = calls;
  assert (sigaction (SIGUSR1, &action, NULL) == 0);
  raise (SIGUSR1);
  assert (calls == before + 1);
  if (sigsetjmp (place, 1) == 0)
    siglongjmp (place, 1);
}

static void
test_processes (void)
{
  struct timespec now;
  int status;
  pid_t child = fork ();
  if (child == 0)
    _exit (7);
  assert (waitpid (child, &status, 0) == child && WEXITSTATUS (status) == 7);
  assert (system ("exit 3") >> 8 == 3);
  assert (clock_gettime (CLOCK_MONOTONIC, &now) == 0 && sched_getcpu () >= 0);
}

int
main (int argc, char **argv)
{
  int numbers[] = { 3, 1, 2 }, key = 2;
  void *tree = NULL;
  /* Calls that only a volatile pointer keeps indirect.  */
  size_t (*volatile length) (const char *) = strlen;
  void *(*volatile copy) (void *, const void *, size_t) = memcpy;
  char buffer[8];

  assert (constructed && atexit (at_exit) == 0);
  qsort (numbers, 3, sizeof numbers[0], compare);
  assert (numbers[0] == 1 && numbers[2] == 3);
  assert (bsearch (&key, numbers, 3, sizeof numbers[0], compare) == numbers + 1);
  assert (*(int **) tsearch (&key, &tree, compare) == &key);
  twalk (tree, walk);
  assert (length ("four") == 4);
  copy (buffer, "text", 5);
  assert (strcmp (buffer, "text") == 0);
  test_files ();
  test_threads ();
  test_signals ();
  test_processes ();
  if (argc > 1)
    {
      int (*volatile forged) (int) = (int (*) (int)) (void *) once;
      return forged (1);
    }
  puts ("all right");
  return 0;
}
