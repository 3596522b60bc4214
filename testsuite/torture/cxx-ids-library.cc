/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headers of the standard library and instantiations of their templates, so that their
   functions are defined here and their ids can be compared with Clang's (cxx-ids-worker.sh,
   which wants at least 2000).  No test of its own.  { dg-do compile { target c++20 } }  */

#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <bitset>
#include <charconv>
#include <chrono>
#include <complex>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <forward_list>
#include <fstream>
#include <functional>
#include <future>
#include <iomanip>
#include <ios>
#include <iostream>
#include <iterator>
#include <limits>
#include <list>
#include <locale>
#include <map>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <numeric>
#include <optional>
#include <ostream>
#include <queue>
#include <random>
#include <ratio>
#include <regex>
#include <scoped_allocator>
#include <set>
#include <shared_mutex>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <valarray>
#include <variant>
#include <vector>

struct S
{
  int i = 0;
  bool operator< (const S &other) const { return i < other.i; }
  bool operator== (const S &other) const { return i == other.i; }
};

struct hash_s
{
  std::size_t operator() (const S &s) const { return static_cast<std::size_t> (s.i); }
};

typedef int function_type (S *, const std::string &);

template class std::vector<int>;
template class std::vector<bool>;
template class std::vector<S>;
template class std::vector<function_type *>;
template class std::deque<S>;
template class std::deque<std::string>;
template class std::list<S>;
template class std::vector<int S::*>;
template class std::forward_list<S>;
template class std::array<S, 3>;
template class std::map<std::string, S>;
template class std::map<S, function_type *>;
template class std::multimap<int, S>;
template class std::set<S>;
template class std::multiset<std::string>;
template class std::unordered_map<std::string, S>;
template class std::unordered_map<S, int, hash_s>;
template class std::unordered_set<std::string>;
template class std::unordered_multimap<int, S>;
template class std::unordered_multiset<long>;
template class std::queue<S>;
template class std::priority_queue<S>;
template class std::stack<S>;
template class std::bitset<70>;
template class std::complex<double>;
template class std::valarray<long>;
template class std::function<function_type>;
template class std::function<void ()>;
template class std::function<S (S, S &&, const volatile S *) >;
template class std::optional<S>;
template class std::optional<std::string>;
template class std::variant<int, S, std::string>;
template class std::tuple<int, S, std::string>;
template struct std::pair<S, std::string>;
template class std::shared_ptr<S>;
template class std::weak_ptr<S>;
template class std::unique_ptr<S>;
template class std::unique_ptr<S[]>;
template class std::future<S>;
template class std::promise<S>;
template class std::shared_future<int>;
template class std::packaged_task<int (S *)>;
template class std::atomic<S *>;
template class std::basic_string<char16_t>;
template class std::basic_string<wchar_t>;
template class std::basic_string_view<char32_t>;
template class std::basic_stringbuf<char>;
template class std::basic_stringstream<wchar_t>;
template class std::basic_ofstream<wchar_t>;
template class std::basic_filebuf<char>;
template class std::basic_regex<char>;
template class std::match_results<const char *>;
template class std::regex_token_iterator<const char *>;
template class std::reverse_iterator<S *>;
template class std::chrono::duration<long, std::ratio<1, 7>>;
template class std::mersenne_twister_engine<std::uint_fast32_t, 32, 624, 397, 31, 0x9908b0df, 11,
  0xffffffff, 7, 0x9d2c5680, 15, 0xefc60000, 18, 1812433253>;
template class std::uniform_int_distribution<int>;
template class std::normal_distribution<double>;
template class std::discrete_distribution<int>;
template class std::scoped_allocator_adaptor<std::allocator<S>>;
template class std::pmr::polymorphic_allocator<S>;
template class std::unique_lock<std::mutex>;
template class std::shared_lock<std::shared_mutex>;
template class std::lock_guard<std::recursive_mutex>;
template class std::numeric_limits<long>;
template class std::vector<S, std::pmr::polymorphic_allocator<S>>;

/* What no class has: algorithms, handlers of closures and threads, visitors.  */
int
use (std::vector<S> &v, std::list<std::string> &l, std::any &a)
{
  std::sort (v.begin (), v.end ());
  std::stable_sort (v.begin (), v.end (), [] (const S &x, const S &y) { return y < x; });
  std::nth_element (v.begin (), v.begin () + 1, v.end ());
  std::make_heap (v.begin (), v.end ());
  std::rotate (v.begin (), v.begin () + 1, v.end ());
  l.sort ();
  auto part = std::partition (v.begin (), v.end (), [] (const S &s) { return s.i > 0; });
  std::set_union (v.begin (), part, part, v.end (), std::back_inserter (v));
  int sum = std::accumulate (v.begin (), v.end (), 0,
			     [] (int i, const S &s) { return i + s.i; });
  std::transform (v.begin (), v.end (), v.begin (), std::bind (
    [] (S s, int i) { s.i += i; return s; }, std::placeholders::_1, 3));
  std::thread thread ([] (S *s, int i) { s->i = i; }, v.data (), 7);
  thread.join ();
  auto result = std::async (std::launch::deferred, [] (int i) { return i; }, sum);
  std::variant<int, S, std::string> either (S {});
  std::visit ([] (auto &x) { (void) sizeof (x); }, either);
  a = v;
  auto shared = std::make_shared<std::pair<S, std::string>> ();
  std::once_flag once;
  std::call_once (once, [] (int) {}, 3);
  std::ranges::sort (v, std::less {}, &S::i);
  std::mem_fn (&S::operator<) (v[0], v[1]);
  std::apply ([] (int, S) {}, std::make_tuple (1, S {}));
  for (const auto &entry : std::filesystem::recursive_directory_iterator ("."))
    sum += entry.is_directory ();
  std::cout << std::setw (4) << sum << std::put_time (nullptr, "%c");
  return result.get () + static_cast<int> (std::any_cast<std::vector<S>> (a).size ());
}
