// Dates that need no words of a language: 1858-05-28, 28.05.1858, 1850-1864, bare years; and the Han forms of languages
// that we have no grammar for.

#include "aligner/anchors/date_grammar.h"

namespace aligner::anchors {
namespace {

class NumericDates : public DateGrammar {
 public:
  std::optional<DateReading> read_base(const Phrase& phrase, std::size_t at) const override {
    const Token& token = phrase[at];
    if (!token.is_digits() && token.script != TokenScript::han) return std::nullopt;
    if (auto han = read_han_date(phrase, at)) return han;
    if (!token.is_digits()) return std::nullopt;
    if (auto numeric = read_numeric_date(phrase, at, NumericOrder::day_first)) return numeric;
    return read_bare_years(phrase, at);
  }
};

}  // namespace

const DateGrammar& numeric_dates() {
  static const NumericDates grammar;
  return grammar;
}

}  // namespace aligner::anchors
