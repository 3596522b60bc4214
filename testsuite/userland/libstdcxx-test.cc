/* SPDX-License-Identifier: GPL-3.0-or-later

   What the library calls in the program, and the program in the library,
   through pointers and virtual tables: each must pass.  With an argument, a
   call through a forged table, which must trap; exit status 3 if it does not.  */

#include <algorithm>
#include <any>
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <future>
#include <iomanip>
#include <iostream>
#include <locale>
#include <map>
#include <memory_resource>
#include <mutex>
#include <new>
#include <regex>
#include <sstream>
#include <string>
#include <system_error>
#include <thread>
#include <typeinfo>
#include <variant>
#include <vector>

static int failures;

#define expect(CONDITION)						\
  ((CONDITION) ? (void) 0						\
   : (void) (++failures,						\
	      std::printf ("%s:%d: %s\n", __FILE__, __LINE__, #CONDITION)))

/* Exceptions: the personality, destructors on the way, __cxa_throw's
   destructor, terminate and unexpected handlers.  */

static int destroyed;

struct counted
{
  ~counted () { destroyed++; }
};

struct base_error : std::runtime_error
{
  using std::runtime_error::runtime_error;
  const char *what () const noexcept override { return "overridden"; }
};

struct other { virtual ~other () {} };
struct derived_error : other, virtual base_error
{
  derived_error () : base_error ("base") {}
  ~derived_error () { destroyed++; }
};

static void
throw_error ()
{
  counted one;
  throw derived_error ();
}

static void
test_exceptions ()
{
  destroyed = 0;
  try
    {
      throw_error ();
    }
  catch (const std::exception &error)
    {
      expect (!std::strcmp (error.what (), "overridden"));
      expect (dynamic_cast<const other *> (&error) != nullptr);
    }
  expect (destroyed == 2);

  std::exception_ptr kept;
  try
    {
      std::vector<int> ().at (3);
    }
  catch (...)
    {
      kept = std::current_exception ();
    }
  try
    {
      std::rethrow_exception (kept);
    }
  catch (const std::out_of_range &)
    {
      failures--;
    }
  failures++;

  try
    {
      try
	{
	  throw std::bad_alloc ();
	}
      catch (...)
	{
	  std::throw_with_nested (std::logic_error ("outer"));
	}
    }
  catch (const std::exception &error)
    {
      try
	{
	  std::rethrow_if_nested (error);
	  failures++;
	}
      catch (const std::bad_alloc &)
	{
	}
    }
  try
    {
      throw std::system_error (ENOENT, std::generic_category (), "file");
    }
  catch (const std::system_error &error)
    {
      expect (error.code () == std::errc::no_such_file_or_directory);
      expect (std::string (error.what ()).find ("file") == 0);
    }
  std::new_handler old = std::set_new_handler ([] { throw 7; });
  try
    {
      volatile std::size_t size = std::size_t (-1) / 4;
      delete[] new char[size];
      failures++;
    }
  catch (int value)
    {
      expect (value == 7);
    }
  std::set_new_handler (old);
}

/* Streams and locales: virtual functions of the library that the program
   overrides, and manipulators, which are called through pointers.  */

struct upper : std::streambuf
{
  std::string text;
  int overflow (int c) override
  {
    text += char (std::toupper (c));
    return c;
  }
};

struct punctuation : std::numpunct<char>
{
  char do_thousands_sep () const override { return '\''; }
  std::string do_grouping () const override { return "\3"; }
  std::string do_truename () const override { return "yes"; }
};

static std::ostream &
bar (std::ostream &stream)
{
  return stream << '|';
}

static void
test_streams ()
{
  upper buffer;
  std::ostream stream (&buffer);
  stream << "text" << bar << std::hex << std::setw (4) << std::setfill ('0')
	 << 255 << std::endl;
  expect (buffer.text == "TEXT|00FF\n");

  std::ostringstream with;
  with.imbue (std::locale (std::locale::classic (), new punctuation));
  with << 1234567 << ' ' << std::boolalpha << true << ' ' << std::fixed
       << std::setprecision (2) << 1.5;
  expect (with.str () == "1'234'567 yes 1.50");

  std::istringstream in ("12 0x1f word 2.5");
  int one, two;
  std::string word;
  double real;
  in >> one >> std::hex >> two >> word >> std::dec >> real;
  expect (in && one == 12 && two == 31 && word == "word" && real == 2.5);

  std::wostringstream wide;
  wide << L"wide" << 5 << std::put_money (123);
  expect (wide.str ().find (L"wide5") == 0);

  std::ostringstream events;
  static int called;
  events.register_callback ([] (std::ios_base::event, std::ios_base &, int n)
			    { called += n; }, 5);
  events.imbue (std::locale::classic ());
  expect (called == 5);

  std::string name = std::filesystem::temp_directory_path () / "kcfi-XXXXXX";
  int file = mkstemp (&name[0]);
  expect (file >= 0);
  {
    std::ofstream out (name);
    out << "line 1\nline 2\n";
  }
  std::ifstream back (name);
  std::string line;
  int lines = 0;
  while (std::getline (back, line))
    lines++;
  expect (lines == 2 && std::filesystem::file_size (name) == 14);
  std::filesystem::remove (name);
  std::cout << "streams " << std::flush;
}

/* What the library keeps of the program's functions.  */

struct memory : std::pmr::memory_resource
{
  std::size_t used = 0;
  void *do_allocate (std::size_t size, std::size_t) override
  {
    used += size;
    return std::malloc (size);
  }
  void do_deallocate (void *p, std::size_t, std::size_t) override
  {
    std::free (p);
  }
  bool do_is_equal (const memory_resource &other) const noexcept override
  {
    return this == &other;
  }
};

struct member
{
  int value;
  int add (int n) const { return value + n; }
  virtual int scale (int n) { return value * n; }
  virtual ~member () {}
};

static void
test_functions ()
{
  std::function<int (int)> f = [k = std::string ("abc")] (int n)
			       { return n + int (k.size ()); };
  std::function<int (int)> g = f;
  expect (g (4) == 7);
  member m {};
  m.value = 3;
  expect (std::bind (&member::add, &m, std::placeholders::_1) (4) == 7);
  expect (std::mem_fn (&member::scale) (m, 5) == 15);

  std::any any = std::vector<int> { 1, 2 };
  std::any copy = any;
  expect (std::any_cast<std::vector<int>> (copy).size () == 2);
  std::variant<int, std::string> variant ("text");
  expect (std::visit ([] (auto &v) { return sizeof (v); }, variant)
	  == sizeof (std::string));

  std::shared_ptr<member> shared (new member (m), [] (member *p) { delete p; });
  std::weak_ptr<member> weak = shared;
  expect (weak.lock ()->scale (2) == 6);

  memory resource;
  {
    std::pmr::monotonic_buffer_resource pool (&resource);
    std::pmr::map<int, std::pmr::string> map (&pool);
    for (int i = 0; i < 100; i++)
      map[i] = std::pmr::string (50, 'x', &pool);
    expect (map.size () == 100 && resource.used > 5000);
  }
  std::vector<int> numbers = { 3, 1, 2 };
  std::sort (numbers.begin (), numbers.end (),
	     +[] (const int &a, const int &b) { return a > b; });
  expect (numbers[0] == 3);
  std::regex regex ("(a+)(b|c)*$", std::regex::icase);
  std::smatch match;
  std::string text ("xxAAbc");
  expect (std::regex_search (text, match, regex) && match[1] == "AA");
}

/* Threads: virtual functions of a thread's state and of a future's, call_once,
   destructors of thread-local objects.  */

static std::atomic<int> locals;

struct local
{
  int value = 1;
  ~local () { locals++; }
};

static thread_local local per_thread;

static void
test_threads ()
{
  std::vector<std::thread> threads;
  std::once_flag once;
  int times = 0;
  std::mutex mutex;
  std::condition_variable changed;
  int ready = 0;
  for (int i = 0; i < 3; i++)
    threads.emplace_back ([&]
      {
	std::call_once (once, [&] { times++; });
	std::lock_guard<std::mutex> guard (mutex);
	ready += per_thread.value;
	changed.notify_one ();
      });
  {
    std::unique_lock<std::mutex> lock (mutex);
    changed.wait (lock, [&] { return ready == 3; });
  }
  for (std::thread &thread : threads)
    thread.join ();
  expect (times == 1 && locals == 3);

  std::future<int> future = std::async (std::launch::async, []
					{ return 5; });
  std::packaged_task<int (int)> task ([] (int n) -> int
    {
      if (n)
	throw std::domain_error ("task");
      return n;
    });
  std::future<int> failed = task.get_future ();
  std::thread (std::move (task), 1).join ();
  expect (future.get () == 5);
  try
    {
      failed.get ();
      failures++;
    }
  catch (const std::domain_error &)
    {
    }
}

/* A table that an attacker made, in memory.  */

struct victim
{
  virtual int run (int n) { return n; }
};

extern "C" int
not_virtual (void *, int)
{
  std::_Exit (3);
}

static void
call_forged ()
{
  static void *table[4];
  for (void *&entry : table)
    entry = reinterpret_cast<void *> (&not_virtual);
  victim *object = new victim;
  *reinterpret_cast<void ***> (object) = table;
  asm volatile ("" : "+r" (object) : : "memory");
  object->run (1);
}

int
main (int argc, char **)
{
  if (argc > 1)
    call_forged ();
  test_exceptions ();
  test_streams ();
  test_functions ();
  test_threads ();
  std::cout << (failures ? "failed" : "passed") << std::endl;
  std::set_terminate ([] { std::exit (failures != 0); });
  std::terminate ();
}
