/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of which nearly everything is headers, for the time of compiling it.  */

#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <future>
#include <iomanip>
#include <iostream>
#include <list>
#include <map>
#include <memory>
#include <memory_resource>
#include <mutex>
#include <numeric>
#include <optional>
#include <queue>
#include <random>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <thread>
#include <tuple>
#include <unordered_map>
#include <variant>
#include <vector>

struct animal
{
  virtual ~animal () = default;
  virtual std::string name () const = 0;
  virtual std::vector<int>
  ages () const
  {
    return {};
  }
};

struct cat : animal
{
  std::string
  name () const override
  {
    return "cat";
  }
  std::vector<int>
  ages () const override
  {
    return { 3, 1, 2 };
  }
};

std::map<std::string, std::vector<int> >
collect (const std::vector<std::unique_ptr<animal> > &animals)
{
  std::map<std::string, std::vector<int> > result;
  for (const auto &one : animals)
    {
      auto ages = one->ages ();
      std::sort (ages.begin (), ages.end ());
      result[one->name ()] = ages;
    }
  return result;
}

std::string
replace_all (const std::string &text, const std::function<std::string (int)> &f)
{
  std::ostringstream out;
  std::regex words ("[a-z]+");
  int i = 0;
  for (auto at = std::sregex_iterator (text.begin (), text.end (), words);
       at != std::sregex_iterator (); ++at)
    out << at->str () << f (i++) << std::setw (4);
  return out.str ();
}

std::variant<int, std::string>
ask (std::unordered_map<int, std::any> &table, int key)
{
  auto future = std::async ([&] { return table.count (key); });
  if (future.get ())
    return std::any_cast<std::string> (table[key]);
  return key;
}

std::unique_ptr<animal>
make ()
{
  return std::make_unique<cat> ();
}
