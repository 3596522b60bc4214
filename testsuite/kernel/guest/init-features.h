/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only a kernel with more than the least has: modules, networking, BPF,
   tracers, kprobes, ciphers.  Each exercise says "feature NAME done" when all of
   it went well, and nothing when the kernel has no such feature: boot.sh knows
   which ones it must find.  */

#ifndef INIT_FEATURES_H
#define INIT_FEATURES_H

#include <asm/socket.h>
#include <linux/filter.h>
#include <linux/if_alg.h>
#include <linux/in.h>
#include <linux/socket.h>
#include <linux/sockios.h>

/* From the kernel's include/linux/socket.h and include/linux/net.h.  */
enum { FAMILY_UNIX = 1, FAMILY_INET = 2, FAMILY_ALG = 38 };
enum { TYPE_STREAM = 1, TYPE_DATAGRAM = 2, TYPE_SEQPACKET = 5 };

/* <linux/if.h> includes the C library's headers, which do not go with the
   kernel's.  */
enum { INTERFACE_UP = 1 };
struct interface
{
  char name[16];
  short flags;
  char rest[22];
};

static const char tracing[] = "/sys/kernel/tracing/";

static void
feature_done (const char *name, int good)
{
  expect (good, name);
  if (good)
    say ("feature ", name, " done", -1);
}

/* Writes TEXT to the file NAME of tracefs, appending.  */
static int
trace_write (const char *name, const char *text)
{
  char path[128] = "";
  long fd, written;

  append (path, sizeof path, tracing);
  append (path, sizeof path, name);
  fd = SYSCALL (openat, AT_FDCWD, path, O_WRONLY | O_APPEND, 0, 0);
  if (fd < 0)
    return 0;
  written = SYSCALL (write, fd, text, length (text), 0, 0);
  SYSCALL (close, fd, 0, 0, 0, 0);
  return written == (long)length (text);
}

/* Whether the trace has WORD in its first 256 kilobytes.  */
static int
trace_has (const char *word)
{
  static char buffer[256 * 1024];
  long fd, size = 0, got, n = (long)length (word);

  fd = SYSCALL (openat, AT_FDCWD, "/sys/kernel/tracing/trace", O_RDONLY, 0, 0);
  while (fd >= 0 && size < (long)sizeof buffer
	 && (got = SYSCALL (read, fd, buffer + size, sizeof buffer - size, 0,
			    0))
		> 0)
    size += got;
  SYSCALL (close, fd, 0, 0, 0, 0);
  for (long i = 0; i + n <= size; i++)
    {
      long j = 0;
      while (j < n && buffer[i + j] == word[j])
	j++;
      if (j == n)
	return 1;
    }
  return 0;
}

/* Something for tracers to see.  */
static void
open_and_close (void)
{
  SYSCALL (close,
	   SYSCALL (openat, AT_FDCWD, "/proc/version", O_RDONLY, 0, 0), 0, 0,
	   0, 0);
}

/* The tracers replace the code at each function's entry, just behind its id. */
static void
exercise_tracers (void)
{
  int good;

  if (SYSCALL (mount, "tracefs", "/sys/kernel/tracing", "tracefs", 0, 0) != 0
      || !trace_write ("set_ftrace_filter", "vfs_*\n"))
    return;
  good = trace_write ("current_tracer", "function");
  open_and_close ();
  good &= trace_has ("vfs_");
  good &= trace_write ("current_tracer", "function_graph");
  open_and_close ();
  good &= trace_has ("vfs_");
  good &= trace_write ("current_tracer", "nop");
  feature_done ("ftrace", good);
}

static void
exercise_kprobes (void)
{
  int good;

  if (!trace_write ("kprobe_events", "p:kcfi_entry vfs_open\n"))
    return;
  good = trace_write ("kprobe_events", "r:kcfi_return vfs_open\n");
  good &= trace_write ("events/kprobes/enable", "1");
  open_and_close ();
  good &= trace_write ("events/kprobes/enable", "0");
  good &= trace_has ("kcfi_entry");
  good &= trace_has ("kcfi_return");
  good &= trace_write ("kprobe_events", "-:kcfi_entry\n");
  good &= trace_write ("kprobe_events", "-:kcfi_return\n");
  feature_done ("kprobes", good);
}

/* A filter that lets pass what is 4 bytes long.  The kernel translates it and
   calls it through a pointer.  */
static void
exercise_bpf (void)
{
  static struct sock_filter code[]
      = { BPF_STMT (BPF_LD | BPF_W | BPF_LEN, 0),
	  BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, 4, 0, 1),
	  BPF_STMT (BPF_RET | BPF_K, 0xffff), BPF_STMT (BPF_RET | BPF_K, 0) };
  struct sock_fprog program = { sizeof code / sizeof *code, code };
  int ends[2];
  char buffer[8] = "1234567", jit = 0;
  long fd;

  if (SYSCALL (socketpair, FAMILY_UNIX, TYPE_DATAGRAM, 0, ends, 0) != 0)
    return;
  fd = SYSCALL (openat, AT_FDCWD, "/proc/sys/net/core/bpf_jit_enable",
		O_RDONLY, 0, 0);
  SYSCALL (read, fd, &jit, 1, 0, 0);
  SYSCALL (close, fd, 0, 0, 0, 0);
  if (jit == 0)
    return;
  expect (SYSCALL (setsockopt, ends[0], SOL_SOCKET, SO_ATTACH_FILTER, &program,
		   sizeof program)
	      == 0,
	  "SO_ATTACH_FILTER");
  SYSCALL (write, ends[1], buffer, 5, 0, 0);
  SYSCALL (write, ends[1], buffer, 4, 0, 0);
  feature_done ("bpf", jit == '1'
			   && SYSCALL (read, ends[0], buffer, 8, 0, 0) == 4);
  SYSCALL (close, ends[0], 0, 0, 0, 0);
  SYSCALL (close, ends[1], 0, 0, 0, 0);
}

/* A datagram and a connection over the loopback interface.  */
static void
exercise_net (void)
{
  struct sockaddr_in here = { .sin_family = FAMILY_INET,
			      .sin_port = 0x3412,
			      .sin_addr = { 0x0100007f } };
  struct interface interface = { .name = "lo", .flags = INTERFACE_UP };
  char buffer[4] = "abc";
  long listener, client, server;
  long udp = SYSCALL (socket, FAMILY_INET, TYPE_DATAGRAM, 0, 0, 0);
  int good;

  if (udp < 0)
    return;
  good = SYSCALL (ioctl, udp, SIOCSIFFLAGS, &interface, 0, 0) == 0;
  good &= SYSCALL (bind, udp, &here, sizeof here, 0, 0) == 0;
  good &= raw_syscall (__NR_sendto, udp, (long)buffer, 4, 0, (long)&here,
		       sizeof here)
	  == 4;
  good &= SYSCALL (read, udp, buffer, 4, 0, 0) == 4;
  listener = SYSCALL (socket, FAMILY_INET, TYPE_STREAM, 0, 0, 0);
  good &= SYSCALL (bind, listener, &here, sizeof here, 0, 0) == 0;
  good &= SYSCALL (listen, listener, 1, 0, 0, 0) == 0;
  client = SYSCALL (socket, FAMILY_INET, TYPE_STREAM, 0, 0, 0);
  good &= SYSCALL (connect, client, &here, sizeof here, 0, 0) == 0;
  server = SYSCALL (accept4, listener, 0, 0, 0, 0);
  good &= SYSCALL (write, client, buffer, 4, 0, 0) == 4;
  good &= SYSCALL (read, server, buffer, 4, 0, 0) == 4;
  SYSCALL (close, client, 0, 0, 0, 0);
  SYSCALL (close, server, 0, 0, 0, 0);
  SYSCALL (close, listener, 0, 0, 0, 0);
  SYSCALL (close, udp, 0, 0, 0, 0);
  feature_done ("net", good);
}

/* SHA-256 of "abc", as FIPS 180-2 has it.  */
static void
exercise_crypto (void)
{
  static const unsigned char expected[]
      = { 0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea };
  struct sockaddr_alg algorithm = { .salg_family = FAMILY_ALG,
				    .salg_type = "hash",
				    .salg_name = "sha256" };
  unsigned char digest[32] = { 0 };
  long operation, hash = SYSCALL (socket, FAMILY_ALG, TYPE_SEQPACKET, 0, 0, 0);
  int good;

  if (hash < 0)
    return;
  good = SYSCALL (bind, hash, &algorithm, sizeof algorithm, 0, 0) == 0;
  operation = SYSCALL (accept4, hash, 0, 0, 0, 0);
  good &= SYSCALL (write, operation, "abc", 3, 0, 0) == 3;
  good &= SYSCALL (read, operation, digest, sizeof digest, 0, 0) == 32;
  for (unsigned i = 0; i < sizeof expected; i++)
    good &= digest[i] == expected[i];
  SYSCALL (close, operation, 0, 0, 0, 0);
  SYSCALL (close, hash, 0, 0, 0, 0);
  feature_done ("crypto", good);
}

static void
exercise_module (const char *file, const char *name)
{
  long fd = SYSCALL (openat, AT_FDCWD, file, O_RDONLY, 0, 0);

  if (fd < 0)
    return;
  feature_done (name, SYSCALL (finit_module, fd, "", 0, 0, 0) == 0);
  SYSCALL (close, fd, 0, 0, 0, 0);
}

static void
exercise_features (void)
{
  exercise_module ("/lkdtm.ko", "module");
  exercise_module ("/outside.ko", "outside-module");
  exercise_net ();
  exercise_bpf ();
  exercise_crypto ();
  exercise_tracers ();
  exercise_kprobes ();
}

#endif /* INIT_FEATURES_H */
