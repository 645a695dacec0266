#pragma once
// BreakRules: SRX rules made ready to be tried on text. Private.
//
//   BreakRules rules(srx.rules_for(document.language()));
//   rules.find_places(text);          // where rules with break="yes" match, in bytes
//   rules.decide(text, {4, 5});       // what the rules say about the white space [4,5): yes, no, nothing
//
// A rule sees at most `context` code points on either side of a place, so that a line of any length costs time in
// proportion to its length.

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include <unicode/unistr.h>

#include "aligner/segment/regex.h"
#include "aligner/segment/srx.h"
#include "aligner/text/span.h"

namespace aligner::segment {

class BreakRules {
 public:
  static constexpr std::size_t context = 100;  // code points

  /// Throws Error where an expression does not compile.
  explicit BreakRules(const std::vector<SrxRule>& rules);

  /// Offsets inside `text` where some break="yes" rule matches, ascending, each once.
  std::vector<std::size_t> find_places(std::string_view text);

  /// What the first rule that matches says about a break in `gap`: white space between two sentences, or empty where
  /// they touch. A rule matches when it does so at either end of the gap.
  std::optional<bool> decide(std::string_view text, text::Span gap);

 private:
  struct Rule {
    SrxRule source;
    RegexPtr before;  // (?:before)\z; null where the rule has none
    RegexPtr after;   // null where the rule has none
    RegexPtr place;   // (?:before)(?=after), for break="yes" only
  };

  // The text around one place.
  struct Window {
    icu::UnicodeString characters;
    std::int32_t place = 0;
  };

  static void fill(Window& window, std::string_view text, std::size_t place);
  static bool matches(Rule& rule, const Window& window);

  std::vector<Rule> rules_;
  Window left_;
  Window right_;
};

}  // namespace aligner::segment
