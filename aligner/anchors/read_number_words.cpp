// Number words by a small grammar over the senses of words: numbers below a thousand, then powers of ten in falling
// order. Where a larger power follows a smaller one, it multiplies all that stands before it: "hai nghìn ba trăm | tỷ",
// "minggan | tumen". Homographs are kept out by context: English and Russian "one" is a pronoun.

#include "aligner/anchors/number_words.h"

namespace aligner::anchors {
namespace {

using namespace sense;

constexpr std::int64_t largest_number = 1'000'000'000'000'000;  // 10^15: beyond it words are no measure

WordGroup read_group(const Phrase& phrase, std::size_t at, Language language) {
  switch (language) {
    case Language::vi:
      return read_vietnamese_group(phrase, at);
    case Language::en:
      return read_english_group(phrase, at);
    case Language::ru:
      return read_russian_group(phrase, at);
    case Language::mnc:
      return read_manchu_group(phrase, at);
    case Language::zh:
    case Language::other:
      break;
  }
  return {};
}

std::int64_t power_of_ten(int exponent) {
  std::int64_t power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

// Adds groups and powers of ten up.
class Sum {
 public:
  explicit Sum(const WordGroup& first) : pending_(first.value) {}

  /// Multiplies what is pending by a power smaller than those before, or all since the last larger one.
  bool multiply(int exponent) {
    const std::int64_t most = largest_number / power_of_ten(exponent);
    if (exponent >= closed_exponent_ || pending_ > most) return false;
    if (exponent < last_exponent_) {
      section_ += pending_ * power_of_ten(exponent);
      last_exponent_ = exponent;
    } else {
      if (section_ == 0 || section_ + pending_ > most) return false;
      closed_ += (section_ + pending_) * power_of_ten(exponent);
      section_ = 0;
      closed_exponent_ = last_exponent_ = exponent;
    }
    pending_ = 0;
    return true;
  }

  void add(int group) { pending_ = group; }
  std::int64_t total() const { return closed_ + section_ + pending_; }
  /// True where the next power of ten can follow the one just read: "nghìn tỷ", "minggan tumen", "tumen tumen".
  bool takes_power(int exponent) const { return exponent >= last_exponent_ && section_ != 0; }

 private:
  std::int64_t closed_ = 0;
  std::int64_t section_ = 0;
  std::int64_t pending_ = 0;
  int last_exponent_ = 16;
  int closed_exponent_ = 16;
};

// "một nghìn linh năm": the link says that the hundreds are none.
std::size_t behind_link(const Phrase& phrase, std::size_t at, Language language) {
  if (language == Language::en) return phrase.is(at, "and") ? at + 1 : at;
  const bool linking = language == Language::vi && (phrase.is(at, "linh") || phrase.is(at, "lẻ"));
  return linking && phrase[at + 1].has(unit_digit) ? at + 1 : at;
}

// "two thousandth".
int exponent_of_ordinal(const Phrase& phrase, std::size_t at) {
  if (phrase.is(at, "thousandth")) return 3;
  if (phrase.is(at, "millionth")) return 6;
  if (phrase.is(at, "billionth")) return 9;
  return phrase.is(at, "trillionth") ? 12 : 0;
}

// The group behind a power of ten, where it belongs to the same number.
WordGroup read_rest(const Phrase& phrase, std::size_t at, Language language) {
  const std::size_t next = behind_link(phrase, at, language);
  WordGroup rest = read_group(phrase, next, language);
  const bool same_power = phrase[rest.end].has(magnitude) && phrase[rest.end].value == phrase[at - 1].value;
  if (same_power) return {};  // "five thousand and ten thousand"
  if (language != Language::vi || rest.end == 0 || rest.value >= 10 || !rest.one_word) return rest;
  // "hai nghìn ba" could be 2,300 or 2,003: only what cannot be misread goes on.
  const bool clear = next > at || phrase[rest.end].has(magnitude);
  if (next > at && rest.doubtful) rest.end = next + 1;  // linh năm
  return clear ? rest : WordGroup{};
}

// Where no group stands before a power of ten, one is meant: "a million", "тысяча восемьсот", "triệu rưỡi".
bool has_silent_one(const Phrase& phrase, std::size_t at, Language language) {
  const bool article = language == Language::en && phrase.is(at, "a") && phrase[at + 1].has(magnitude) &&
                       (at == 0 || !phrase.is(at - 1, "half"));
  const bool bare = (language == Language::ru || language == Language::mnc) && phrase[at].has(magnitude);
  return article || bare;
}

bool is_name_like(const Phrase& phrase, std::size_t at) {
  return (at > 0 && phrase[at].capital) || (phrase[at].capital && phrase[at + 1].capital);
}

bool is_alone_ordinal_doubtful(const Phrase& phrase, std::size_t at, std::int64_t value, Language language) {
  if (language == Language::ru) return at > 0 && phrase[at - 1].is_dash() && phrase.is_tight(at);  // во-первых
  if (language != Language::en) return false;
  const bool hyphened = at > 0 && phrase[at - 1].is_dash() && phrase.is_tight(at);
  const bool part = value >= 3 && at > 0 && (phrase.is(at - 1, "one") || phrase.is(at - 1, "a") || hyphened);
  return part || (at > 0 && phrase.is(at - 1, "at")) || phrase.is(at + 1, "of");
}

// Words that are something else when they stand alone.
bool is_no_number(const Phrase& phrase, std::size_t at, const NumberReading& reading, Language language) {
  const std::int64_t value = reading.number.value.units;
  if (value == 0) return true;
  if (reading.end != at + 1) return false;
  if (reading.number.role == NumberRole::ordinal) return is_alone_ordinal_doubtful(phrase, at, value, language);
  return language == Language::vi && is_name_like(phrase, at);
}

}  // namespace

bool is_hyphen(const Phrase& phrase, std::size_t at) {
  return phrase[at].is_dash() && phrase.is_tight(at) && phrase.is_tight(at + 1);
}

std::optional<NumberReading> read_word_groups(const Phrase& phrase, std::size_t at, Language language) {
  WordGroup group = read_group(phrase, at, language);
  const bool silent_one = group.end == 0 && has_silent_one(phrase, at, language);
  if (group.end == 0 && !silent_one) return std::nullopt;
  if (silent_one) group = {.value = 1, .end = phrase.is(at, "a") ? at + 1 : at};
  NumberReading reading{.doubtful = group.doubtful, .exponent = group.exponent};
  const bool round_group = group.exponent > 0 || group.value < 100;
  Sum sum(group);
  reading.end = group.end;
  bool is_ordinal = group.ordinal;
  bool compound = false;
  int powers = 0;
  while (!is_ordinal && phrase[reading.end].has(magnitude) && sum.multiply(phrase[reading.end].value)) {
    reading.magnitude += phrase[reading.end].value;
    reading.doubtful = silent_one && !compound && ++powers == 1 && language != Language::en;
    ++reading.end;
    if (phrase[reading.end].has(magnitude) && sum.takes_power(phrase[reading.end].value)) continue;
    group = read_rest(phrase, reading.end, language);
    if (group.end == 0) break;
    sum.add(group.value);
    is_ordinal = group.ordinal;
    compound = true;
    reading.end = group.end;
    reading.doubtful = false;
  }
  const int last = language == Language::en && !is_ordinal ? exponent_of_ordinal(phrase, reading.end) : 0;
  if (last != 0 && sum.multiply(last)) {
    is_ordinal = true;
    reading.doubtful = false;
    ++reading.end;
  }
  if (compound) reading.magnitude = reading.exponent = 0;
  if (!compound && reading.magnitude > 0) reading.exponent = reading.magnitude + (round_group ? reading.exponent : 0);
  reading.number.value.units = sum.total();
  if (is_ordinal) reading.number.role = NumberRole::ordinal;
  return reading;
}

std::optional<NumberReading> read_number_words(const Phrase& phrase, std::size_t at, Language language) {
  if (language == Language::zh) return read_chinese_number(phrase, at);
  if (language == Language::vi) {
    if (auto rank = read_vietnamese_ordinal(phrase, at)) return rank;
  }
  std::optional<NumberReading> reading = read_word_groups(phrase, at, language);
  if (!reading || is_no_number(phrase, at, *reading, language)) return std::nullopt;
  return reading;
}

}  // namespace aligner::anchors
