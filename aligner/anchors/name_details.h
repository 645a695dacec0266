#pragma once
// What is known about a name besides its key: its codes in CLDR and its readings. Private.
//
//   NameDetails details(Language::vi);
//   details.add(name);  // name.cldr is {"territory RU"} for Nga

#include <string>
#include <unordered_map>
#include <vector>

#include "aligner/anchors/anchor.h"
#include "aligner/anchors/vocabulary.h"

namespace aligner::anchors {

/// Remembers what it found: documents repeat their names.
class NameDetails {
 public:
  explicit NameDetails(Language language) : language_(language) {}

  void add(Name& name);

 private:
  struct Details {
    std::vector<std::string> cldr;
    std::vector<std::string> readings;
  };

  Language language_;
  std::unordered_map<std::string, Details> by_spelling_;
};

}  // namespace aligner::anchors
