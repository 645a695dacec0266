#pragma once
// Private: words that were divided at the end of a line.
//
//   HyphenJoiner joiner;
//   joiner.learn("the treaty of the well-known com-");  // line by line, all of them
//   joiner.join("... com-", "mission met");             // "com" + "mission", without the hyphen
//
// What the text itself writes decides: "commission" or "well-known" found elsewhere in it. Where it has neither, two
// words that both occur alone keep the hyphen, and all else is joined. Words of Vietnamese are not divided, and keep
// it.

#include <string>
#include <string_view>
#include <unordered_set>

namespace aligner::documents {

enum class LineJoin { space, keep_hyphen, drop_hyphen };

class HyphenJoiner {
 public:
  /// The words of a line, but not the one that is divided at its end.
  void learn(std::string_view line);

  /// How `line` goes on in `next`; neither has white space around it.
  LineJoin join(std::string_view line, std::string_view next) const;

 private:
  std::unordered_set<std::string> words_;  // in small letters, without marks around them
};

/// Bytes of the hyphen that `line` ends in; 0 where it ends in none.
std::size_t final_hyphen_size(std::string_view line);

}  // namespace aligner::documents
