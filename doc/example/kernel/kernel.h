/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the example kernel know of each other.  */

#ifndef KERNEL_H
#define KERNEL_H

#include <stdint.h>

/* Where text goes.  */
class console
{
public:
  virtual void write (char c) = 0;
  virtual const char *name () const = 0;

  void print (const char *text);
  void print_number (uint64_t number);
};

/* QEMU's -debugcon.  */
class debug_console : public console
{
public:
  void write (char c) override;
  const char *name () const override;
};

/* The first serial port, as every PC has it.  Its constructor sets the port up, so that
   somebody has to run constructors.  */
class serial_console : public console
{
public:
  serial_console ();
  void write (char c) override;
  const char *name () const override;

private:
  uint16_t m_port;
};

/* Print TEXT and numbers on all consoles; null-terminated.  */
void report (const char *text);
void report (const char *text, uint64_t number);

/* Leave QEMU (-device isa-debug-exit) with status 2 * STATUS + 1.  */
[[noreturn]] void finish (uint8_t status);

static inline void
port_write (uint16_t port, uint8_t value)
{
  __asm__ volatile("outb %0, %1" : : "a"(value), "Nd"(port));
}

static inline uint8_t
port_read (uint16_t port)
{
  uint8_t value;
  __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
  return value;
}

#endif
