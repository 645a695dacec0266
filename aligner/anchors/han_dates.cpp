// What stands behind Chinese periods, and the numbers and words that all Chinese dates share.

#include "aligner/anchors/han_dates.h"

#include "aligner/anchors/han_numbers.h"

namespace aligner::anchors::han {
namespace {

constexpr std::array<Worded<Part>, 11> month_parts = {{{"上旬", Part::early},
                                                       {"中旬", Part::mid},
                                                       {"下旬", Part::late},
                                                       {"初", Part::early},
                                                       {"中", Part::mid},
                                                       {"底", Part::late},
                                                       {"末", Part::late},
                                                       {"上半月", Part::first_half},
                                                       {"下半月", Part::second_half},
                                                       {"上半", Part::first_half},
                                                       {"下半", Part::second_half}}};

constexpr std::array<Worded<Part>, 8> year_parts = {{{"上半年", Part::first_half},
                                                     {"下半年", Part::second_half},
                                                     {"年初", Part::early},
                                                     {"年底", Part::late},
                                                     {"初", Part::early},
                                                     {"中", Part::mid},
                                                     {"底", Part::late},
                                                     {"末", Part::late}}};

constexpr std::array<Worded<Part>, 26> long_parts = {{{"上半叶", Part::first_half},
                                                      {"上半葉", Part::first_half},
                                                      {"下半叶", Part::second_half},
                                                      {"下半葉", Part::second_half},
                                                      {"前半叶", Part::first_half},
                                                      {"前半葉", Part::first_half},
                                                      {"后半叶", Part::second_half},
                                                      {"後半葉", Part::second_half},
                                                      {"上半期", Part::first_half},
                                                      {"下半期", Part::second_half},
                                                      {"前半", Part::first_half},
                                                      {"后半", Part::second_half},
                                                      {"後半", Part::second_half},
                                                      {"初期", Part::early},
                                                      {"初年", Part::early},
                                                      {"早期", Part::early},
                                                      {"中期", Part::mid},
                                                      {"中叶", Part::mid},
                                                      {"中葉", Part::mid},
                                                      {"末期", Part::late},
                                                      {"末年", Part::late},
                                                      {"晚期", Part::late},
                                                      {"初", Part::early},
                                                      {"中", Part::mid},
                                                      {"末", Part::late},
                                                      {"底", Part::late}}};

constexpr std::array<Worded<Opening>, 16> openings = {{{"以前", Opening::before},
                                                       {"之前", Opening::before},
                                                       {"以后", Opening::after},
                                                       {"以後", Opening::after},
                                                       {"之后", Opening::after},
                                                       {"之後", Opening::after},
                                                       {"以来", Opening::since},
                                                       {"以來", Opening::since},
                                                       {"开始", Opening::since},
                                                       {"開始", Opening::since},
                                                       {"为止", Opening::until},
                                                       {"為止", Opening::until},
                                                       {"起", Opening::since},
                                                       {"前", Opening::before},
                                                       {"后", Opening::after},
                                                       {"後", Opening::after}}};

// 前往, 後來: the character belongs to the word behind it.
bool begins_other_word(const Phrase& phrase, std::size_t at) {
  return is_one_of(phrase, at, "前后後起") && is_one_of(phrase, at + 1, "往來来進进線线方期夕途任面述者续續草義义");
}

}  // namespace

DateNumber read_number(const Phrase& phrase, std::size_t at) {
  if (phrase[at].is_digits()) {
    const int value = digits_value(phrase, at);
    return value >= 0 ? DateNumber{value, at + 1} : DateNumber{};
  }
  const std::optional<HanNumber> number = read_han_number(phrase, at);
  return number && number->value < 10'000 ? DateNumber{static_cast<int>(number->value), number->end} : DateNumber{};
}

std::size_t behind_word(const Phrase& phrase, std::size_t at, std::string_view word) {
  for (; !word.empty(); ++at) {
    const std::string_view character = phrase.text(at);
    if (character.empty() || !word.starts_with(character)) return 0;
    word.remove_prefix(character.size());
  }
  return at;
}

bool is_one_of(const Phrase& phrase, std::size_t at, std::string_view characters) {
  const std::string_view text = phrase.text(at);
  return phrase[at].script == TokenScript::han && characters.find(text) != std::string_view::npos;
}

void narrow_behind(const Phrase& phrase, DateReading& reading) {
  std::optional<WordReading<Part>> part;
  if (reading.date.precision == DatePrecision::month) part = find_word(phrase, reading.end, month_parts);
  if (reading.date.precision == DatePrecision::year) part = find_word(phrase, reading.end, year_parts);
  if (reading.date.precision == DatePrecision::decade || reading.date.precision == DatePrecision::century) {
    part = find_word(phrase, reading.end, long_parts);
  }
  // 1858年中国: the middle of no year.
  if (!part || (part->end == reading.end + 1 && is_one_of(phrase, reading.end, "中") &&
                is_one_of(phrase, part->end, "国國俄英法美日華华央"))) {
    return;
  }
  if (const std::optional<Date> narrowed = narrow(reading.date, part->value)) {
    reading.date = *narrowed;
    reading.end = part->end;
  }
}

void open_behind(const Phrase& phrase, DateReading& reading) {
  for (const std::string_view word : {"左右", "前后", "前後"}) {
    if (const std::size_t end = behind_word(phrase, reading.end, word); end != 0) {
      if (reading.date.qualifier == DateQualifier::none) reading.date.qualifier = DateQualifier::circa;
      reading.end = end;
      return;
    }
  }
  if (reading.lacks_year || begins_other_word(phrase, reading.end)) return;
  const std::optional<WordReading<Opening>> opening = find_word(phrase, reading.end, openings);
  const std::optional<Date> opened = opening ? open_date(reading.date, opening->value) : std::nullopt;
  if (!opened) return;
  reading.date = *opened;
  reading.end = opening->end;
}

}  // namespace aligner::anchors::han
