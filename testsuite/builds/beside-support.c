/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the code of the plugins refers to.  */

unsigned long long latent_entropy;
void __attribute__ ((no_instrument_function)) stackleak_track_stack (void) {}
/* What it is called since Linux 6.18.  */
void __attribute__ ((no_instrument_function)) __sanitizer_cov_stack_depth (void)
{
}
