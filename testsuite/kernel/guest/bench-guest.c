/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The guest's only program in bench-kernel.sh: how many instructions the kernel
   takes for system calls that go through many pointers to functions.

   Under `qemu -icount shift=0' each instruction takes a nanosecond of the
   guest's time, and the time stamp counter counts nanoseconds: what it says is
   a number of instructions, the same in every run.  For each operation this
   writes a line

     bench: NAME INSTRUCTIONS

   into the kernel's log, for one operation, in the quickest of ROUNDS rounds:
   the others had a timer interrupt in them.  */

#include <linux/in.h>
#include <linux/mman.h>
#include <linux/reboot.h>
#include <linux/socket.h>
#include <linux/sockios.h>

#include "init-syscalls.h"

#include "init-library.h"

enum { ROUNDS = 5, TIMES = 200, PIPES = 32, PAGES = 64, PAGE = 4096 };
/* From the kernel's include/linux/socket.h and include/linux/net.h.  */
enum { FAMILY_UNIX = 1, FAMILY_INET = 2, TYPE_DATAGRAM = 2 };

static const char path[] = "/tmp/directory/file";
static int file, pipes[PIPES][2], pair[2], udp;
static char buffer[64];

static struct sockaddr_in here = { .sin_family = FAMILY_INET,
				   .sin_port = 0x3412,
				   .sin_addr = { 0x0100007f } };

static unsigned long long
now (void)
{
  unsigned low, high;

  __asm__ volatile ("rdtsc" : "=a"(low), "=d"(high));
  return (unsigned long long)high << 32 | low;
}

/* --- The operations ----------------------------------------------------- */

static int
do_read (void)
{
  return SYSCALL (pread64, file, buffer, 1, 0, 0) == 1;
}

static int
do_write (void)
{
  return SYSCALL (pwrite64, file, buffer, 1, 0, 0) == 1;
}

static int
do_stat (void)
{
  char status[256];

  return SYSCALL (newfstatat, AT_FDCWD, path, status, 0, 0) == 0;
}

static int
do_open (void)
{
  long fd = SYSCALL (openat, AT_FDCWD, path, O_RDONLY, 0, 0);

  return fd >= 0 && SYSCALL (close, fd, 0, 0, 0, 0) == 0;
}

static int
do_pipe (void)
{
  return SYSCALL (write, pipes[0][1], buffer, 1, 0, 0) == 1
	 && SYSCALL (read, pipes[0][0], buffer, 1, 0, 0) == 1;
}

static int
do_select (void)
{
  unsigned long set[16] = { 0 };
  long long no_time[2] = { 0, 0 };
  int last = 0;

  for (int i = 0; i < PIPES; i++)
    {
      int fd = pipes[i][0];
      set[fd / 64] |= 1UL << fd % 64;
      last = fd > last ? fd : last;
    }
  return SYSCALL (select, last + 1, set, 0, 0, no_time) == 0;
}

/* PAGES page faults of memory of its own, as many of a file.  */
static int
fault (int flags, int fd)
{
  char *memory = (char *)raw_syscall (__NR_mmap, 0, PAGES * PAGE,
				      PROT_READ | PROT_WRITE, flags, fd, 0);

  if ((unsigned long)memory > -4096UL)
    return 0;
  for (int i = 0; i < PAGES; i++)
    ((volatile char *)memory)[i * PAGE]++;
  return SYSCALL (munmap, memory, PAGES * PAGE, 0, 0, 0) == 0;
}

static int
do_faults (void)
{
  return fault (MAP_PRIVATE | MAP_ANONYMOUS, -1);
}

static int
do_file_faults (void)
{
  return fault (MAP_SHARED, file);
}

static int
do_unix (void)
{
  return SYSCALL (write, pair[1], buffer, 8, 0, 0) == 8
	 && SYSCALL (read, pair[0], buffer, 8, 0, 0) == 8;
}

static int
do_udp (void)
{
  return raw_syscall (__NR_sendto, udp, (long)buffer, 8, 0, (long)&here,
		      sizeof here)
	     == 8
	 && SYSCALL (read, udp, buffer, 8, 0, 0) == 8;
}

static const struct operation
{
  const char *name;
  int (*run) (void);
} operations[] = {
  { "read", do_read },
  { "write", do_write },
  { "stat", do_stat },
  { "open+close", do_open },
  { "pipe write+read", do_pipe },
  { "select of 32 pipes", do_select },
  { "64 page faults", do_faults },
  { "64 page faults of a file", do_file_faults },
  { "unix socket send+receive", do_unix },
  { "UDP send+receive", do_udp },
};

/* --- Running them ------------------------------------------------------- */

static void
make_files (void)
{
  struct
  {
    char name[16];
    short flags;
    char rest[22];
  } interface = { .name = "lo", .flags = 1 };

  SYSCALL (mkdirat, AT_FDCWD, "/tmp", 0777, 0, 0);
  expect (SYSCALL (mount, "tmpfs", "/tmp", "tmpfs", 0, 0) == 0, "mount");
  SYSCALL (mkdirat, AT_FDCWD, "/tmp/directory", 0777, 0, 0);
  file = (int)SYSCALL (openat, AT_FDCWD, path, O_RDWR | O_CREAT, 0600, 0);
  expect (SYSCALL (ftruncate, file, PAGES * PAGE, 0, 0, 0) == 0, "ftruncate");
  for (int i = 0; i < PIPES; i++)
    expect (SYSCALL (pipe2, pipes[i], 0, 0, 0, 0) == 0, "pipe2");
  expect (SYSCALL (socketpair, FAMILY_UNIX, TYPE_DATAGRAM, 0, pair, 0) == 0,
	  "socketpair");
  udp = (int)SYSCALL (socket, FAMILY_INET, TYPE_DATAGRAM, 0, 0, 0);
  expect (SYSCALL (ioctl, udp, SIOCSIFFLAGS, &interface, 0, 0) == 0, "lo up");
  expect (SYSCALL (bind, udp, &here, sizeof here, 0, 0) == 0, "bind");
}

static void
measure (const struct operation *operation)
{
  unsigned long long best = -1ULL;
  char line[128] = "bench: ";
  int good = 1;

  for (int round = 0; round < ROUNDS; round++)
    {
      unsigned long long start = now (), took;

      for (int i = 0; i < TIMES; i++)
	good &= operation->run ();
      took = now () - start;
      best = took < best ? took : best;
    }
  expect (good, operation->name);
  append (line, sizeof line, operation->name);
  append (line, sizeof line, " ");
  append_number (line, sizeof line, (unsigned)(best / TIMES));
  append (line, sizeof line, "\n");
  SYSCALL (write, kmsg, line, length (line), 0, 0);
}

__attribute__ ((used, noreturn)) void
init_main (long *stack)
{
  (void)stack;
  kmsg = (int)SYSCALL (openat, AT_FDCWD, "/dev/kmsg", O_WRONLY, 0, 0);
  make_files ();
  for (unsigned i = 0; i < sizeof operations / sizeof *operations; i++)
    measure (&operations[i]);
  say ("end", "", "", -1);
  raw_syscall (__NR_reboot, (long)LINUX_REBOOT_MAGIC1,
	       (long)LINUX_REBOOT_MAGIC2, LINUX_REBOOT_CMD_RESTART, 0, 0, 0);
  for (;;)
    SYSCALL (sched_yield, 0, 0, 0, 0, 0);
}
