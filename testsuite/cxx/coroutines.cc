/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Coroutines: resuming and destroying them is not checked, as in Clang, since what
   stands in their frames has several types; std::noop_coroutine's has another than
   those that GCC makes.  Calls in their bodies are checked.  */
/* { dg-more-options "-std=c++20 -fcoroutines" } */
/* { dg-require plugin "libstdc++'s header is GCC's, and calls in a body may throw past the promise" } */

#include <coroutine>
#include <exception>

#include "trap.h"

typedef int function (int);

struct task
{
  struct promise_type
  {
    int value = 0;
    task get_return_object () { return { handle::from_promise (*this) }; }
    std::suspend_always initial_suspend () { return {}; }
    std::suspend_always final_suspend () noexcept { return {}; }
    std::suspend_always yield_value (int x) { value = x; return {}; }
    void return_void () {}
    void unhandled_exception () { std::terminate (); }
  };
  typedef std::coroutine_handle<promise_type> handle;
  handle h;
};

/* Hands over to another coroutine without a return in between.  */
struct transfer
{
  std::coroutine_handle<> to;
  bool await_ready () { return false; }
  std::coroutine_handle<> await_suspend (std::coroutine_handle<>) { return to; }
  void await_resume () {}
};

static task
produce (function *f, int x)
{
  co_yield f (x);
  co_yield f (x + 1);
}

static task
hand_over (std::coroutine_handle<> to)
{
  REACHED ();
  co_await transfer { to };
  REACHED ();
}

static int
good (int x)
{
  REACHED ();
  return x + 1;
}

static int
forged (unsigned x)
{
  REACHED ();
  return (int) x;
}

static NOINLINE void
resume (std::coroutine_handle<> h)
{
  h.resume ();
}

static NOINLINE void
destroy (std::coroutine_handle<> h)
{
  h.destroy ();
}

static function *volatile pointer;

int
main ()
{
  pointer = good;
  task t = produce (pointer, 1);
  MUST_PASS (resume (t.h));
  CHECK (t.h.promise ().value == 2);
  MUST_PASS (resume (t.h));
  CHECK (t.h.promise ().value == 3);
  destroy (t.h);

  pointer = reinterpret_cast<function *> (forged);
  t = produce (pointer, 1);
  MUST_TRAP (resume (t.h));

  pointer = good;
  t = produce (pointer, 5);
  task h = hand_over (t.h);
  MUST_PASS (resume (h.h));
  CHECK (t.h.promise ().value == 6);
  MUST_PASS (resume (h.h));
  CHECK (h.h.done ());
  destroy (h.h);
  destroy (t.h);

  h = hand_over (std::noop_coroutine ());
  MUST_PASS (resume (h.h));
  destroy (h.h);
  destroy (std::noop_coroutine ());
  DONE ();
}
