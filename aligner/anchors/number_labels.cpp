// Numbers that name a part of a text: "Article 1", "điều thứ 3", "статья первая", "第三条", and lists of them.

#include "aligner/anchors/date_reading.h"
#include "aligner/anchors/han_numbers.h"
#include "aligner/anchors/number_roles.h"
#include "aligner/anchors/number_words.h"
#include "aligner/anchors/units.h"

namespace aligner::anchors {
namespace {

using namespace sense;

FoundNumber found(std::size_t begin, std::size_t end, std::int64_t value, NumberRole role, std::string unit) {
  return {begin, end, {.value = {.units = value}, .role = role, .unit = std::move(unit)}};
}

// Words that make số, phần and điểm no labels: "dân số 5 triệu", "một phần 3".
bool is_compound_with_word_before(const Phrase& phrase, std::size_t at) {
  if (at == 0) return false;
  for (const char* word : {"dân", "tổng", "con", "đa", "thiểu", "chỉ", "tỷ", "tỉ", "hệ", "sĩ", "nhân"}) {
    if (phrase.is(at - 1, word)) return phrase.is(at, "số");
  }
  const bool counted = phrase[at - 1].has(unit_digit | tens | hundred_word | magnitude) || phrase[at - 1].is_digits();
  return counted && phrase.is(at, "phần");
}

bool takes_words(const Phrase& phrase, std::size_t at, Language language) {
  const auto kind = static_cast<Label>(phrase[at].value);
  const bool division = kind == Label::article || kind == Label::chapter || kind == Label::section ||
                        kind == Label::volume || kind == Label::part;
  return division && (language == Language::en || language == Language::ru);
}

struct LabelValue {
  std::int64_t value = -1;
  std::size_t end = 0;
};

// "статья первая", "статьи первой": the ordinal agrees with what it labels; "части первого полка" does not.
bool agrees(const Phrase& phrase, std::size_t at, std::size_t ordinal_end) {
  const std::string_view ending = phrase.text(ordinal_end - 1);
  const auto ends_in = [&](std::initializer_list<const char*> endings) {
    for (const char* each : endings) {
      if (ending.ends_with(each)) return true;
    }
    return false;
  };
  const std::string_view noun = phrase.text(at);
  if (noun.starts_with("стат") || noun.starts_with("глав")) return ends_in({"ая", "ой", "ую", "ья", "ьей", "ью"});
  if (noun.starts_with("част")) return ends_in({"ая", "ья"});
  return ends_in({"ый", "ой", "ий"});
}

// "Article the First", "Chapter Two", "статья первая".
LabelValue read_label_words(const Phrase& phrase, std::size_t label_at, std::size_t at, Language language) {
  if (!takes_words(phrase, label_at, language)) return {};
  const bool article = language == Language::en && phrase.is(at, "the");
  const std::size_t begin = article ? at + 1 : at;
  const std::optional<NumberReading> reading = read_word_groups(phrase, begin, language);
  if (!reading) return {};
  const bool ordinal = reading->number.role == NumberRole::ordinal;
  const bool capital = phrase[label_at].capital && phrase[begin].capital;
  if (language == Language::en && (!capital || article != ordinal)) {
    return {};  // "Article Two", "Article the Second", not "article two of them"
  }
  if (language == Language::ru && (!ordinal || !agrees(phrase, label_at, reading->end))) return {};
  return {reading->number.value.units, reading->end};
}

LabelValue read_label_value(const Phrase& phrase, std::size_t label_at, std::size_t at, Language language) {
  if (phrase[at].is_mark(U'.') && phrase.is_tight(at)) ++at;
  if (phrase.is(at, "thứ")) {
    const auto ordinal = read_vietnamese_ordinal(phrase, at);
    return ordinal && !ordinal->skip ? LabelValue{ordinal->number.value.units, ordinal->end} : LabelValue{};
  }
  const int digits = digits_value(phrase, at);
  if (digits >= 0) {
    if (is_inside_number(phrase, at)) return {};
    const auto ordinal = read_ordinal_digits(phrase, at, language);  // "статья 1-я"
    return {digits, ordinal && language == Language::ru ? ordinal->end : at + 1};
  }
  if (const int roman = read_roman(phrase, at); roman > 0) return {roman, at + 1};
  return read_label_words(phrase, label_at, at, language);
}

// "Articles 5–7".
void read_label_range(const Phrase& phrase, FoundNumber& label) {
  const std::size_t second = behind_dash(phrase, label.end);
  if (second == 0 || !phrase.is_tight(second) || is_inside_number(phrase, second)) return;
  const int digits = digits_value(phrase, second);
  const int last = digits >= 0 ? digits : read_roman(phrase, second);
  if (last <= label.number.value.units) return;
  label.number.upper = Decimal{.units = last};
  label.end = second + 1;
}

bool is_and(const Phrase& phrase, std::size_t at) {
  return phrase.is(at, "and") || phrase.is(at, "và") || phrase.is(at, "и") || phrase.is(at, "or") ||
         phrase.is(at, "или") || phrase.is(at, "hoặc");
}

// In English the plural says that several are meant; Vietnamese and Russian forms do not tell.
bool may_label_several(const Phrase& phrase, std::size_t at, Language language) {
  if (language != Language::en) return language == Language::vi || language == Language::ru;
  return phrase.text(at).ends_with('s') || phrase.is(at, "pp") || phrase[at].is_mark(U'\u00A7');
}

// A number in a list of labels: neither a quantity nor, before the last one, followed by what it could count.
bool continues_list(const Phrase& phrase, std::size_t at, bool is_last, Language language) {
  const int value = digits_value(phrase, at, 3);
  if (value <= 0 || is_inside_number(phrase, at)) return false;
  const Token& next = phrase[at + 1];
  if (next.has(magnitude | hundred_word) || read_unit(phrase, at + 1, language)) return false;
  return is_last || next.kind != TokenKind::word || is_and(phrase, at + 1) || next.has(label);
}

const char* chinese_label(std::string_view character) {
  struct Row {
    const char* character;
    const char* label;
  };
  static constexpr Row rows[] = {{"条", "article"}, {"條", "article"},   {"章", "chapter"}, {"节", "section"},
                                 {"節", "section"}, {"款", "paragraph"}, {"项", "point"},   {"項", "point"},
                                 {"页", "page"},    {"頁", "page"},      {"卷", "volume"},  {"册", "volume"},
                                 {"冊", "volume"},  {"号", ""},          {"號", ""}};
  for (const Row& row : rows) {
    if (character == row.character) return row.label;
  }
  return nullptr;
}

// 第三条, 第3條.
std::optional<FoundNumber> read_chinese_label(const Phrase& phrase, std::size_t at) {
  if (!phrase.is(at, "第")) return std::nullopt;
  const int digits = digits_value(phrase, at + 1);
  const std::optional<HanNumber> han = digits < 0 ? read_han_number(phrase, at + 1) : std::nullopt;
  if (digits < 0 && !han) return std::nullopt;
  const std::size_t end = han ? han->end : at + 2;
  const char* label = chinese_label(phrase.text(end));
  const std::int64_t value = han ? han->value : digits;
  if (label != nullptr) return found(at, end + 1, value, NumberRole::label, label);
  return found(at, end, value, NumberRole::ordinal, "");
}

}  // namespace

std::optional<FoundNumber> read_label(const Phrase& phrase, std::size_t at, Language language) {
  if (language == Language::zh) {
    if (auto chinese = read_chinese_label(phrase, at)) return chinese;
  }
  const bool paragraph_sign = phrase[at].is_mark(U'\u00A7');
  const bool number_sign = phrase[at].is_mark(U'\u2116') || phrase[at].is_mark(U'#');
  if (!phrase[at].has(label) && !paragraph_sign && !number_sign) return std::nullopt;
  if (language == Language::vi && is_compound_with_word_before(phrase, at)) return std::nullopt;
  const bool doubled = paragraph_sign && phrase[at + 1].is_mark(U'\u00A7');
  const LabelValue value = read_label_value(phrase, at, doubled ? at + 2 : at + 1, language);
  // "part 3 million", "điểm 5%": counted after all.
  if (value.value < 0 || phrase[value.end].has(magnitude | hundred_word) || phrase[value.end].is_mark(U'%')) {
    return std::nullopt;
  }
  FoundNumber result = found(at, value.end, value.value, NumberRole::label, "");
  if (paragraph_sign) {
    result.number.unit = to_string(Label::section);
  } else if (!number_sign) {
    result.number.unit = to_string(static_cast<Label>(phrase[at].value));
  }
  read_label_range(phrase, result);
  return result;
}

std::vector<FoundNumber> read_label_list(const Phrase& phrase, const FoundNumber& first, Language language) {
  std::vector<FoundNumber> list;
  if (first.number.role != NumberRole::label || !may_label_several(phrase, first.begin, language)) return list;
  std::size_t end = first.end;
  while (true) {
    const bool last = is_and(phrase, end);
    if (!last && !phrase[end].is_mark(U',')) return list;
    if (!continues_list(phrase, end + 1, last, language)) return list;
    list.push_back(found(end + 1, end + 2, digits_value(phrase, end + 1), NumberRole::label, first.number.unit));
    read_label_range(phrase, list.back());
    end = list.back().end;
    if (last) return list;
  }
}

}  // namespace aligner::anchors
