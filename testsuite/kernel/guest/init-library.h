/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings, messages and processes for init.c with init-features.h, and for
   bench-guest.c: programs without a library.  Include init-syscalls.h first.

   Everything is said through /dev/kmsg, so that it stands in the serial log in
   order with the kernel's own messages.  boot.sh judges that log.  */

#ifndef INIT_LIBRARY_H
#define INIT_LIBRARY_H

#include <linux/fcntl.h>
#include <linux/signal.h>

/* POSIX names that the kernel's headers for user space do not have.  */
#define WIFSIGNALED(status) (((status) & 0x7f) != 0)
#define WTERMSIG(status) ((status) & 0x7f)
#define WEXITSTATUS(status) (((status) >> 8) & 0xff)

static int kmsg = -1;

/* The compiler may call these by itself.  */
void *
memset (void *to, int byte, unsigned long size)
{
  for (unsigned long i = 0; i < size; i++)
    ((volatile char *)to)[i] = (char)byte;
  return to;
}

void *
memcpy (void *to, const void *from, unsigned long size)
{
  for (unsigned long i = 0; i < size; i++)
    ((volatile char *)to)[i] = ((const char *)from)[i];
  return to;
}

/* What libgcc's division by zero calls on arm.  */
int
raise (int signal)
{
  return (int)SYSCALL (exit, 128 + signal, 0, 0, 0, 0);
}

static unsigned long
length (const char *string)
{
  unsigned long n = 0;
  while (string[n])
    n++;
  return n;
}

static inline int
same (const char *a, const char *b)
{
  while (*a && *a == *b)
    a++, b++;
  return *a == *b;
}

/* Appends TEXT to the LINE of SIZE bytes, cutting what does not fit.  */
static void
append (char *line, unsigned long size, const char *text)
{
  unsigned long n = length (line);
  while (*text && n + 1 < size)
    line[n++] = *text++;
  line[n] = 0;
}

static void
append_number (char *line, unsigned long size, unsigned number)
{
  char digits[12];
  int n = sizeof digits - 1;

  digits[n] = 0;
  do
    digits[--n] = (char)('0' + number % 10);
  while ((number /= 10) != 0);
  append (line, size, digits + n);
}

/* One record in the kernel's log: "init: A[ B][ C][ NUMBER]"; no NUMBER if
   negative.  */
static void
say (const char *a, const char *b, const char *c, int number)
{
  char line[256] = "init: ";

  append (line, sizeof line, a);
  append (line, sizeof line, b);
  append (line, sizeof line, c);
  if (number >= 0)
    append_number (line, sizeof line, (unsigned)number);
  append (line, sizeof line, "\n");
  SYSCALL (write, kmsg, line, length (line), 0, 0);
}

static void
expect (int condition, const char *what)
{
  if (!condition)
    say ("exercise FAILED: ", what, "", -1);
}

/* fork () that every machine has.  */
static inline long
fork_process (void)
{
  return SYSCALL (clone, SIGCHLD, 0, 0, 0, 0);
}

static inline int
wait_for (long pid)
{
  int status = 0;

  if (SYSCALL (wait4, pid, &status, 0, 0, 0) != pid)
    say ("exercise FAILED: ", "wait4", "", -1);
  return status;
}

#endif /* INIT_LIBRARY_H */
