// SPDX-License-Identifier: GPL-3.0-or-later
// The other half of ../rust/encoding.c: types that both languages give another name.

#![no_std]
#![feature(cfi_encoding)]
#![crate_type = "lib"]

#[cfi_encoding = "u3u32"]
#[repr(C)]
pub struct State(u32);

#[cfi_encoding = "5shape"]
#[repr(C)]
pub struct Shape {
    sides: u32,
}

#[no_mangle]
pub extern "C" fn rust_step(s: State, n: u32, old: *const State, shape: *mut Shape) -> State {
    unsafe {
        (*shape).sides += n;
        State(s.0 + (*old).0)
    }
}

#[no_mangle]
pub extern "C" fn rust_call_step(
    f: extern "C" fn(State, u32, *const State, *mut Shape) -> State,
    shape: *mut Shape,
) -> State {
    f(State(1), 4, &State(6), shape)
}
