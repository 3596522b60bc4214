/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What -fsanitize-coverage= calls.  */

#define CALLBACK(NAME, TYPE)                                                  \
  void __sanitizer_cov_trace_##NAME (TYPE a, TYPE b) {}
CALLBACK (cmp1, unsigned char)
CALLBACK (cmp2, unsigned short)
CALLBACK (cmp4, unsigned)
CALLBACK (cmp8, unsigned long)
CALLBACK (const_cmp1, unsigned char)
CALLBACK (const_cmp2, unsigned short)
CALLBACK (const_cmp4, unsigned)
CALLBACK (const_cmp8, unsigned long)
void __sanitizer_cov_trace_pc (void) {}
void __sanitizer_cov_trace_switch (unsigned long value, void *cases) {}
