/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guest's only program: proves that a kernel with KCFI works, then attacks.

   As process 1 it mounts the pseudo file systems, exercises the kernel (reads
   every file of /proc, /sys and debugfs, forks, executes, polls, maps: most
   of the tables of function pointers there are), then performs each LKDTM
   trigger named in its arguments ("CFI_FORWARD_PROTO") in a child, and resets
   the machine.  The kernel passes as arguments what follows "--" on its
   command line.

   boot.sh judges the log: the words "init: ..." below are what it looks for.  */

#include <linux/eventpoll.h>
#include <linux/futex.h>
#include <linux/mman.h>
#include <linux/poll.h>
#include <linux/reboot.h>

#include "init-syscalls.h"

#include "init-library.h"

#include "init-features.h"

/* What getdents64 fills, from the kernel's include/linux/dirent.h.  */
struct directory_entry
{
  unsigned long long inode;
  long long offset;
  unsigned short size;
  unsigned char type;
  char name[];
};

enum { TYPE_DIRECTORY = 4, TYPE_FILE = 8 };

static unsigned files_read;

/* Files whose reading waits, is endless, or shows other processes' memory.  */
static int
left_out (const char *name)
{
  static const char *const names[]
      = { ".", "..", "kmsg", "kcore", "mem", "pagemap", "provoke-crash",
	  "task", "trace_pipe", "trace_pipe_raw", "vmcore" };

  for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
    if (same (name, names[i]))
      return 1;
  /* Of all processes only this one.  */
  return name[0] >= '0' && name[0] <= '9' && !same (name, "1");
}

static void
read_file (const char *path)
{
  char buffer[4096];
  long fd = SYSCALL (openat, AT_FDCWD, path, O_RDONLY | O_NONBLOCK, 0, 0);

  if (fd < 0)
    return;
  for (int i = 0; i < 16; i++)
    if (SYSCALL (read, fd, buffer, sizeof buffer, 0, 0) <= 0)
      break;
  SYSCALL (close, fd, 0, 0, 0, 0);
  files_read++;
}

/* Reads every file below PATH, DEPTH directories deep.  */
static void
read_tree (const char *path, int depth)
{
  char buffer[2048];
  char below[512];
  long size;
  long fd = SYSCALL (openat, AT_FDCWD, path, O_RDONLY | O_DIRECTORY, 0, 0);

  if (fd < 0)
    return;
  while ((size = SYSCALL (getdents64, fd, buffer, sizeof buffer, 0, 0)) > 0)
    for (long at = 0; at < size;)
      {
	struct directory_entry *entry = (void *)(buffer + at);

	at += entry->size;
	if (left_out (entry->name))
	  continue;
	below[0] = 0;
	append (below, sizeof below, path);
	append (below, sizeof below, "/");
	append (below, sizeof below, entry->name);
	if (entry->type == TYPE_DIRECTORY && depth > 0)
	  read_tree (below, depth - 1);
	else if (entry->type == TYPE_FILE)
	  read_file (below);
      }
  SYSCALL (close, fd, 0, 0, 0, 0);
}

static void
exercise_processes (char **environment)
{
  char *argv[] = { "/init", "exit-42", 0 };
  long page = 4096;
  char *memory;
  long pid = fork_process ();

  if (pid == 0)
    {
      SYSCALL (execve, argv[0], argv, environment, 0, 0);
      SYSCALL (exit, 1, 0, 0, 0, 0);
    }
  expect (WEXITSTATUS (wait_for (pid)) == 42, "execve");

  pid = fork_process ();
  if (pid == 0)
    for (;;)
      SYSCALL (sched_yield, 0, 0, 0, 0, 0);
  SYSCALL (kill, pid, SIGTERM, 0, 0, 0);
  expect (WTERMSIG (wait_for (pid)) == SIGTERM, "kill");

  memory = (char *)SYSCALL (brk, 0, 0, 0, 0, 0);
  expect (SYSCALL (brk, memory + page, 0, 0, 0, 0) == (long)memory + page,
	  "brk");
  memory[0] = 1;
  expect (SYSCALL (mprotect, (long)memory & -page, page, PROT_READ, 0, 0) == 0,
	  "mprotect");
}

static void
exercise_waiting (void)
{
  int ends[2];
  char byte = 'x';
  struct pollfd poll = { .events = POLLIN };
  struct epoll_event event = { .events = EPOLLIN };
  long long hundredth[2] = { 0, 10000000 };
  int word = 0;
  long epoll;

  expect (SYSCALL (pipe2, ends, O_NONBLOCK, 0, 0, 0) == 0, "pipe2");
  expect (SYSCALL (write, ends[1], &byte, 1, 0, 0) == 1, "write to pipe");
  poll.fd = ends[0];
  expect (raw_syscall (NUMBER_PPOLL, (long)&poll, 1, (long)hundredth, 0, 0, 0) == 1,
	  "ppoll");
  epoll = SYSCALL (epoll_create1, 0, 0, 0, 0, 0);
  expect (SYSCALL (epoll_ctl, epoll, EPOLL_CTL_ADD, ends[0], &event, 0) == 0,
	  "epoll_ctl");
  expect (SYSCALL (epoll_pwait, epoll, &event, 1, 100, 0) == 1, "epoll_pwait");
  expect (SYSCALL (read, ends[0], &byte, 1, 0, 0) == 1, "read from pipe");
  SYSCALL (close, epoll, 0, 0, 0, 0);
  SYSCALL (close, ends[0], 0, 0, 0, 0);
  SYSCALL (close, ends[1], 0, 0, 0, 0);

  expect (raw_syscall (NUMBER_SLEEP, 1, 0, (long)hundredth, 0, 0, 0) == 0,
	  "clock_nanosleep");
  expect (raw_syscall (NUMBER_FUTEX, (long)&word, FUTEX_WAKE, 1, 0, 0, 0) == 0,
	  "futex");
}

static void
exercise_files (void)
{
  char buffer[512] = "content";
  long fd;

  SYSCALL (mkdirat, AT_FDCWD, "/tmp", 0777, 0, 0);
  expect (SYSCALL (mount, "tmpfs", "/tmp", "tmpfs", 0, 0) == 0, "mount tmpfs");
  fd = SYSCALL (openat, AT_FDCWD, "/tmp/a", O_RDWR | O_CREAT, 0600, 0);
  expect (SYSCALL (write, fd, buffer, sizeof buffer, 0, 0) == sizeof buffer,
	  "write to file");
  expect (SYSCALL (fsync, fd, 0, 0, 0, 0) == 0, "fsync");
  SYSCALL (close, fd, 0, 0, 0, 0);
  expect (SYSCALL (linkat, AT_FDCWD, "/tmp/a", AT_FDCWD, "/tmp/b", 0) == 0,
	  "linkat");
  expect (SYSCALL (symlinkat, "b", AT_FDCWD, "/tmp/c", 0, 0) == 0,
	  "symlinkat");
  expect (SYSCALL (renameat2, AT_FDCWD, "/tmp/a", AT_FDCWD, "/tmp/d", 0) == 0,
	  "renameat2");
  expect (SYSCALL (statx, AT_FDCWD, "/tmp/c", 0, 0x7ff, buffer) == 0, "statx");
  expect (SYSCALL (unlinkat, AT_FDCWD, "/tmp/b", 0, 0, 0) == 0, "unlinkat");
  expect (SYSCALL (umount2, "/tmp", 0, 0, 0, 0) == 0, "umount2");
  read_file ("/init");
}

static void
mount_all (void)
{
  SYSCALL (mkdirat, AT_FDCWD, "/proc", 0755, 0, 0);
  SYSCALL (mkdirat, AT_FDCWD, "/sys", 0755, 0, 0);
  expect (SYSCALL (mount, "proc", "/proc", "proc", 0, 0) == 0, "mount proc");
  expect (SYSCALL (mount, "sysfs", "/sys", "sysfs", 0, 0) == 0, "mount sysfs");
  expect (SYSCALL (mount, "debugfs", "/sys/kernel/debug", "debugfs", 0, 0)
	      == 0,
	  "mount debugfs");
}

/* Performs the LKDTM test NAME in a child, as the fault kills it.  */
static void
trigger (const char *name)
{
  int status;
  long pid;

  say ("trigger ", name, "", -1);
  pid = fork_process ();
  if (pid == 0)
    {
      long fd = SYSCALL (openat, AT_FDCWD,
			 "/sys/kernel/debug/provoke-crash/DIRECT", O_WRONLY, 0,
			 0);
      if (fd < 0)
	say ("cannot open provoke-crash/DIRECT", "", "", -1);
      SYSCALL (write, fd, name, length (name), 0, 0);
      SYSCALL (exit, 0, 0, 0, 0, 0);
    }
  status = wait_for (pid);
  if (WIFSIGNALED (status))
    say (name, ": child killed by signal ", "", WTERMSIG (status));
  else
    say (name, ": child exited with ", "", WEXITSTATUS (status));
}

__attribute__ ((used, noreturn)) void
init_main (long *stack)
{
  long argc = stack[0];
  char **argv = (char **)(stack + 1);

  if (argc > 1 && same (argv[1], "exit-42"))
    SYSCALL (exit, 42, 0, 0, 0, 0);

  kmsg = (int)SYSCALL (openat, AT_FDCWD, "/dev/kmsg", O_WRONLY, 0, 0);
  say ("begin", "", "", -1);
  mount_all ();
  exercise_processes (argv + argc + 1);
  exercise_waiting ();
  exercise_files ();
  exercise_features ();
  read_tree ("/proc", 4);
  read_tree ("/sys", 8);
  say ("exercise done, files read: ", "", "", (int)files_read);

  for (long i = 1; i < argc; i++)
    trigger (argv[i]);

  say ("end", "", "", -1);
  raw_syscall (__NR_reboot, (long)LINUX_REBOOT_MAGIC1,
	       (long)LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_RESTART, 0, 0, 0);
  for (;;)
    SYSCALL (sched_yield, 0, 0, 0, 0, 0);
}
