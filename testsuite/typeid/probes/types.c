/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Qualifiers, arrays, vectors, conventions inside of types.
   options: -std=gnu99
 */

typedef int fn_t(int);
void q1(const fn_t *p){}
void q2(volatile fn_t *p, fn_t *q){}
typedef int arr[3]; 
void q3(int __seg_gs *p, const int __seg_gs *q, const int *r, int __seg_gs *const*s){}
void q4(const arr *p, const arr *q, const int *r, const arr a){}
void q5(_Atomic int a, const _Atomic int b){}
void q6(int __seg_gs _Atomic *p){}
void q7(_Atomic(int*) a, _Atomic(int*)*b, int *c){}
void q8(const void **p, void *const *q){}
void q9(int (*)(), int (*(*)())()){}
void q10(int n, int (*g)(int (*)[n])){}
void q11(int n, int (*g)(int n, int (*)[n])){}
void q12(int n, int a[n][5][n]){}
__attribute__((ms_abi)) int q13();
__attribute__((ms_abi)) int q13(){return 0;}
void q14(int (__attribute__((ms_abi)) *p)(), int (__attribute__((ms_abi)) *q)(int), int (__attribute__((ms_abi)) *q2)(int), int (*r)(int)){}
__attribute__((ms_abi)) void q15(int (__attribute__((ms_abi)) *q2)(int)){}
__attribute__((ms_abi)) int q16(int (__attribute__((ms_abi)) *q2)(int)){}
void q17(_Complex int *a, _Complex int b, _Complex unsigned c){}
typedef int v4 __attribute__((vector_size(16)));
void q18(v4 a, v4 b, const v4*c){}
int *const q19(void){}
int *const *const q20(void){}
