/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a command and prints what it used: "USER SYSTEM MEMORY", microseconds
   of user and system time and kilobytes at the peak, of the largest of the
   processes that it started.  The command's own output is thrown away.

     run-measured COMMAND [ARGUMENT...]

   Exits as the command does.  For bench.sh; see wait4 (2).  */

#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

static long long
microseconds (struct timeval time)
{
  return time.tv_sec * 1000000LL + time.tv_usec;
}

int
main (int argc, char **argv)
{
  struct rusage usage;
  int status;
  pid_t pid;

  if (argc < 2)
    {
      fputs ("usage: run-measured COMMAND [ARGUMENT...]\n", stderr);
      return 2;
    }
  pid = fork ();
  if (pid == 0)
    {
      int null = open ("/dev/null", O_WRONLY);

      if (null >= 0)
	{
	  dup2 (null, 1);
	  dup2 (null, 2);
	}
      execvp (argv[1], argv + 1);
      _exit (127);
    }
  if (pid < 0 || wait4 (pid, &status, 0, &usage) != pid)
    {
      perror ("run-measured");
      return 1;
    }
  printf ("%lld %lld %ld\n", microseconds (usage.ru_utime),
	  microseconds (usage.ru_stime), usage.ru_maxrss);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 1;
}
