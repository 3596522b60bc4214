/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the bar.  Of a call that changes nothing that is seen only the clock
   is asked, and that not each time.  */

#define _GNU_SOURCE 1 /* clock_gettime */
#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "../../../plugin/base/text.h"
#include "escape.h"

enum
{
  WIDTH = 30,
  NAME_WIDTH = 30,     /* The end of a longer name is shown.  */
  PATIENCE = 300,      /* Milliseconds without a bar.  */
  INTERVAL = 50,       /* Milliseconds between two pictures.  */
  CALLS_PER_CLOCK = 16 /* The clock is asked every so many calls.  */
};

static bool enabled, shown;
static unsigned calls;
static int64_t started, drawn; /* 0: not yet.  */

void
audit_progress_enable (bool enable)
{
  enabled = enable;
}

static int64_t
read_clock (void)
{
  struct timespec now;
  clock_gettime (CLOCK_MONOTONIC, &now);
  return (int64_t) now.tv_sec * 1000 + now.tv_nsec / 1000000 + 1;
}

static void
draw_bar (const char *name, const char *what, uint64_t done, uint64_t total)
{
  size_t length = strlen (name);
  if (length > NAME_WIDTH)
    name += length - NAME_WIDTH;
  struct kcfi_text escaped = { 0 };
  audit_escape_text (&escaped, name);
  if (done > total)
    done = total;
  double part = total ? (double) done / (double) total : 1;
  char bar[WIDTH + 1];
  memset (bar, ' ', WIDTH);
  memset (bar, '#', (size_t) (part * WIDTH));
  bar[WIDTH] = '\0';
  fprintf (stderr, "\r%s: %-18s [%s] %3d %%\033[K",
	   escaped.bytes ? escaped.bytes : "", what, bar, (int) (part * 100));
  kcfi_text_free (&escaped);
}

void
audit_progress (const char *name, const char *what, uint64_t done,
		uint64_t total)
{
  if (!enabled || calls++ % CALLS_PER_CLOCK)
    return;
  int64_t now = read_clock ();
  if (!started)
    started = now;
  if (now - started < PATIENCE || now - drawn < INTERVAL)
    return;
  drawn = now;
  shown = true;
  draw_bar (name, what, done, total);
}

void
audit_progress_end (void)
{
  if (shown)
    fputs ("\r\033[K", stderr);
  shown = false;
  started = drawn = 0;
  calls = 0;
}
