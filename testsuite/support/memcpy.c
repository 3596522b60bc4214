/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For microcontrollers without a C library: GCC expects this function of all programs,
   also with -ffreestanding.  */

void *
memcpy (void *to, const void *from, __SIZE_TYPE__ count)
{
  volatile char *at = (volatile char *) to;
  for (__SIZE_TYPE__ i = 0; i < count; i++)
    at[i] = ((const char *) from)[i];
  return to;
}
