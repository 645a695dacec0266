#pragma once
// Private: which of the languages that a file names is the one looked for.
//
//   LanguageMatch match(vi, en);
//   match.nearness("vi-VN");  // kindred

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "aligner/text/language_tag.h"

namespace aligner::interchange {

// How near the languages of variants are to the one looked for. A memory names a few languages many times.
class LanguageMatch {
 public:
  enum Nearness { foreign, kindred, same };

  LanguageMatch(const text::LanguageTag& wanted, const text::LanguageTag& other)
      : wanted_(wanted), may_be_kindred_(wanted.language() != other.language()) {}

  Nearness nearness(std::string_view named) {
    const auto found = known_.find(named);
    if (found != known_.end()) return found->second;
    return known_.emplace(std::string(named), judge(named)).first->second;
  }

 private:
  // Between two forms of one language ("en-US", "en-GB") only the very tags tell the sides apart.
  Nearness judge(std::string_view named) const {
    const auto tag = text::LanguageTag::try_parse(named);
    if (!tag) return foreign;
    if (tag.value() == wanted_) return same;
    return may_be_kindred_ && tag.value().language() == wanted_.language() ? kindred : foreign;
  }

  text::LanguageTag wanted_;
  bool may_be_kindred_;
  std::map<std::string, Nearness, std::less<>> known_;
};

}  // namespace aligner::interchange
