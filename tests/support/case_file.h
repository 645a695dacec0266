#pragma once
// Reads case files: text tables of behaviour that a linguist extends without a compiler.
//
//   # why: an initial does not end a sentence
//   V. F. Bratishchev came. | He left.
//
// Lines that begin with "#" are comments; "# key: value" sets a value for the cases that follow, "# why:" for the next
// case only. Blank lines separate nothing. A tab separates the fields of a case.

#include <map>
#include <string>
#include <vector>

namespace tungse_tests {

struct Case {
  std::string file;                             // file name with its folder left out
  int line = 0;                                 // 1-based
  std::string why;                              // may be empty
  std::map<std::string, std::string> settings;  // "# key: value" in force here
  std::string text;                             // the line itself
  std::vector<std::string> fields;              // the line cut at tabs

  /// "cases/dates.en.tsv:12 (why)": for failure messages.
  std::string where() const;
};

/// All cases of one file. Throws std::runtime_error when it cannot be read or holds none.
std::vector<Case> read_cases(const std::string& path);

/// Names (without folder) of the files in `folder` that end in `ending`, sorted. For INSTANTIATE_TEST_SUITE_P.
std::vector<std::string> list_files(const std::string& folder, const std::string& ending);

/// A name that gtest accepts, from a file name: "dates.en.tsv" -> "dates_en_tsv".
std::string test_name(const std::string& file_name);

/// A whole file's bytes. Throws std::runtime_error when it cannot be read.
std::string read_bytes(const std::string& path);

}  // namespace tungse_tests
