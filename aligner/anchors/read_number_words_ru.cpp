// Russian numbers below a thousand, in any case: шестьдесят четыре, двухсот пяти, двадцать первого, двухтысячный.

#include "aligner/anchors/number_words.h"

namespace aligner::anchors {
namespace {

using namespace sense;

// Words of a number go on while each is smaller than what the one before leaves open.
class GroupReader {
 public:
  GroupReader(const Phrase& phrase, std::size_t at) : phrase_(phrase), begin_(at), next_(at) {}

  WordGroup read() {
    if (phrase_[next_].has(ordinal) && phrase_[next_].value >= 1000) {
      return {.value = phrase_[next_].value, .end = next_ + 1, .ordinal = true, .one_word = true};
    }
    take(hundreds, 100, 1000);
    if (take(tens, 20, 100)) {
      take(unit_digit, 1, 10);
    } else if (!take(teen, 10, 20)) {
      take(unit_digit, 1, 10);
    }
    if (next_ == begin_) return {};
    group_.end = next_;
    group_.one_word = next_ == begin_ + 1;
    const bool family = group_.one_word && phrase_.is(begin_, "семью") && !phrase_[next_].has(magnitude);
    group_.doubtful = group_.one_word && (group_.value == 1 || family) && !group_.ordinal;
    return group_;
  }

 private:
  bool take(Senses senses, int least, int limit) {
    const Token& token = phrase_[next_];
    if (group_.ordinal || token.value < least || token.value >= limit || !token.has(senses | ordinal)) return false;
    if (next_ > begin_ && token.capital && !phrase_[next_ - 1].capital) return false;  // a new sentence, or a name
    group_.ordinal = !token.has(senses);
    group_.value += token.value;
    ++next_;
    return true;
  }

  const Phrase& phrase_;
  std::size_t begin_;
  std::size_t next_;
  WordGroup group_;
};

}  // namespace

WordGroup read_russian_group(const Phrase& phrase, std::size_t at) { return GroupReader(phrase, at).read(); }

}  // namespace aligner::anchors
