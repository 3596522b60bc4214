/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kernel in C++ that is protected: it runs its constructors by a checked loop, makes
   virtual calls, and with `table' or `pointer' on its command line falls victim to an
   attack.  The check stops it (trap.cc).  doc/cxx.md, "A C++ kernel", is about it.  */

#include "kernel.h"

/* --- What the compiler expects of a library ---------------------------------------- */

/* Objects of a kernel live for ever.  */
extern "C" int
__cxa_atexit (void (*) (void *), void *, void *)
{
  return 0;
}

extern "C" {
void *__dso_handle;
}

/* With virtual calls checked, the check finds first that there is no id here.  */
extern "C" void
__cxa_pure_virtual ()
{
  finish (4);
}

/* --- Consoles ---------------------------------------------------------------------- */

void
console::print (const char *text)
{
  for (; *text; text++)
    write (*text);
}

void
console::print_number (uint64_t number)
{
  print ("0x");
  for (int shift = number >> 32 ? 60 : 28; shift >= 0; shift -= 4)
    write ("0123456789abcdef"[number >> shift & 15]);
}

void
debug_console::write (char c)
{
  port_write (0xe9, c);
}

const char *
debug_console::name () const
{
  return "debug console";
}

serial_console::serial_console () : m_port (0x3f8)
{
  port_write (m_port + 3, 0x80); /* the divisor: 115200 baud */
  port_write (m_port, 1);
  port_write (m_port + 1, 0);
  port_write (m_port + 3, 3); /* 8 bits, no parity, 1 stop bit */
}

void
serial_console::write (char c)
{
  while (!(port_read (m_port + 5) & 0x20))
    ;
  port_write (m_port, c);
}

const char *
serial_console::name () const
{
  return "serial port";
}

/* These have tables, and an entry in .init_array that fills in their places.  */
static debug_console debug;
static serial_console serial;
static console *consoles[] = { &debug, &serial };

void
report (const char *text)
{
  for (console *c : consoles)
    {
      c->print (text);
      c->write ('\n');
    }
}

void
report (const char *text, uint64_t number)
{
  for (console *c : consoles)
    {
      c->print (text);
      c->print_number (number);
      c->write ('\n');
    }
}

void
finish (uint8_t status)
{
  port_write (0xf4, status);
  for (;;)
    __asm__ volatile("cli; hlt");
}

/* --- Constructors ------------------------------------------------------------------ */

using constructor = void ();
extern constructor *const __init_array_start[], *const __init_array_end[];

/* Each is called through a pointer: the check finds the id of `void ()' in front of it,
   as GCC's own _GLOBAL__sub_I_* has it too.  */
static void
run_constructors ()
{
  for (constructor *const *c = __init_array_start; c != __init_array_end; c++)
    (*c) ();
}

/* --- The attacks -------------------------------------------------------------------- */

/* What an attacker would like to be called: without the privilege to ask for it.  */
extern "C" void
become_root (void *)
{
  report ("root");
}

/* The object's table is not where it was: an overflow has written over the pointer.  */
static void
forge_table (console *victim)
{
  static void *volatile table[] = { reinterpret_cast<void *> (become_root),
				    reinterpret_cast<void *> (become_root) };
  *reinterpret_cast<void *volatile **> (victim) = table;
  __asm__ volatile("" : "+r"(victim) : : "memory");
  victim->write ('x');
}

static void
forge_pointer ()
{
  void (*volatile pointer) (int) = reinterpret_cast<void (*) (int)> (
      reinterpret_cast<void *> (become_root));
  pointer (0);
}

static bool
has_word (const char *text, const char *word)
{
  for (; text && *text; text++)
    {
      unsigned i = 0;
      while (word[i] && text[i] == word[i])
	i++;
      if (!word[i])
	return true;
    }
  return false;
}

extern "C" void
kernel_main (const char *command_line)
{
  run_constructors ();
  for (console *c : consoles)
    report (c->name ());
  static debug_console victim;
  if (has_word (command_line, "table"))
    forge_table (&victim);
  if (has_word (command_line, "pointer"))
    forge_pointer ();
  report ("done");
  finish (0);
}
