#include "aligner/anchors/number_traps.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace aligner::anchors {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_tight_digits(const Phrase& phrase, std::size_t at) { return phrase[at].is_digits() && phrase.is_tight(at); }

bool is_colon(const Token& token) { return token.is_mark(U':') || token.is_mark(U'\u2236'); }

bool is_superscript(const Token& token) {
  if (token.kind != TokenKind::mark) return false;
  const bool one_to_three = token.mark == U'\u00B9' || token.mark == U'\u00B2' || token.mark == U'\u00B3';
  return one_to_three || (token.mark >= U'\u2070' && token.mark <= U'\u2079');
}

std::size_t behind_tokens_without_space(const Phrase& phrase, std::size_t at) {
  while (phrase.is_tight(at)) ++at;
  return at;
}

// "10:30", "10:30:15", "3:2".
std::size_t behind_time(const Phrase& phrase, std::size_t at) {
  std::size_t end = at + 1;
  while (is_colon(phrase[end]) && phrase.is_tight(end) && is_tight_digits(phrase, end + 1)) end += 2;
  return end == at + 1 ? at : end;
}

// "10h30", "10 a.m.", "7.30 pm", "10 giờ 30".
std::size_t behind_hour(const Phrase& phrase, std::size_t at) {
  const bool glued = phrase.is_tight(at + 1) && (phrase.is(at + 1, "h") || phrase.is(at + 1, "g"));
  if (glued) return is_tight_digits(phrase, at + 2) ? at + 3 : at + 2;
  if (phrase.is(at + 1, "giờ") && phrase[at + 2].is_digits() && !phrase.is(at + 3, "phút")) return at + 3;
  std::size_t next = at + 1;
  if (phrase[next].is_mark(U'.') && is_tight_digits(phrase, next + 1)) next += 2;
  if (phrase.is(next, "am") || phrase.is(next, "pm") || phrase.is(next, "o'clock")) return next + 1;
  const bool dotted = (phrase.is(next, "a") || phrase.is(next, "p")) && phrase[next + 1].is_mark(U'.') &&
                      phrase.is(next + 2, "m") && phrase.is_tight(next + 2);
  return dotted ? next + 3 : at;
}

// "10^6", "10⁶".
std::size_t behind_power(const Phrase& phrase, std::size_t at) {
  std::size_t end = at + 1;
  if (phrase[end].is_mark(U'^') && phrase.is_tight(end)) return behind_tokens_without_space(phrase, end);
  if (!phrase.is(at, "10")) return at;
  while (is_superscript(phrase[end]) && phrase.is_tight(end)) ++end;
  return end == at + 1 ? at : end;
}

// By value, as far as digits without separators go.
bool is_smaller(std::string_view first, std::string_view second) {
  return first.size() != second.size() ? first.size() < second.size() : first < second;
}

// "978-3-16-148410-0", "555-12-34", "1/2/3"; of two digits "3-2", which no range runs down.
std::size_t behind_chain(const Phrase& phrase, std::size_t at) {
  std::size_t end = at + 1;
  std::size_t joints = 0;
  bool dash = false;
  while ((phrase[end].is_dash() || phrase[end].is_mark(U'/')) && phrase.is_tight(end) &&
         is_tight_digits(phrase, end + 1)) {
    dash = phrase[end].is_dash();
    end += 2;
    ++joints;
  }
  const bool falling = joints == 1 && dash && !is_smaller(phrase.text(at), phrase.text(at + 2));
  const bool goes_on = (phrase[end].is_mark(U'.') || phrase[end].is_mark(U',')) && is_tight_digits(phrase, end + 1);
  return joints > 1 || (falling && !goes_on) ? end : at;
}

// "ISBN 978…", "tel. 5551234", "doi:10.1000/182".
bool follows_code_word(const Phrase& phrase, std::size_t at) {
  std::size_t before = at;
  while (before > 0 && at - before < 2 && (phrase[before - 1].is_mark(U':') || phrase[before - 1].is_mark(U'.')))
    --before;
  if (before == 0 || !phrase[before - 1].is_word()) return false;
  return is_one_of(phrase.text(before - 1),
                   {"isbn", "issn", "doi", "pmid", "oclc", "tel", "fax", "phone", "тел", "đt"});
}

std::size_t behind_code(const Phrase& phrase, std::size_t at) {
  std::size_t end = at + 1;
  while (phrase[end].is_digits() || (phrase[end].is_dash() && phrase[end + 1].is_digits()) ||
         (phrase[end].is_mark(U'/') && phrase.is_tight(end)))
    ++end;
  return end;
}

// "+84 24 3825", "a_5", "x=5", "page/5".
bool is_glued_behind_sign(const Phrase& phrase, std::size_t at) {
  if (at == 0 || !phrase.is_tight(at)) return false;
  const Token& sign = phrase[at - 1];
  if (sign.is_mark(U'+') || sign.is_mark(U'_') || sign.is_mark(U'=') || sign.is_mark(U'\\') || sign.is_mark(U'@'))
    return true;
  return sign.is_mark(U'/') && at > 1 && phrase.is_tight(at - 1) && phrase[at - 2].is_word();
}

// "-5 °C", "±5": what they say is not said by the digits alone. A dash before a space only begins a line.
bool is_signed(const Phrase& phrase, std::size_t at) {
  if (at == 0 || !phrase.is_tight(at)) return false;
  const Token& sign = phrase[at - 1];
  if (sign.is_mark(U'\u00B1')) return true;
  const bool minus =
      sign.is_mark(U'-') || sign.is_mark(U'\u2212') || sign.is_mark(U'\u2013') || sign.is_mark(U'\u2011');
  return minus && (sign.space_before || (at > 1 && phrase[at - 2].is_mark(U'(')));
}

// "T-34", "Covid-19": the digits are part of a name.
bool is_part_of_name(const Phrase& phrase, std::size_t at) {
  if (at < 2 || !phrase.is_tight(at) || !phrase.is_tight(at - 1)) return false;
  const bool hyphen =
      phrase[at - 1].is_mark(U'-') || phrase[at - 1].is_mark(U'\u2010') || phrase[at - 1].is_mark(U'\u2011');
  const Token& word = phrase[at - 2];
  return hyphen && word.is_word() && word.script != TokenScript::han;
}

// "ngày 5": a day whose month is not told.
bool is_day(const Phrase& phrase, std::size_t at) {
  const bool named = at > 0 && (phrase.is(at - 1, "ngày") || phrase.is(at - 1, "mùng") || phrase.is(at - 1, "mồng"));
  return named && phrase[at].folded_size <= 2 && !phrase[at + 1].is_mark(U'%');
}

bool has_leading_nought(const Phrase& phrase, std::size_t at) {
  return phrase[at].folded_size > 1 && phrase.text(at).front() == '0';
}

}  // namespace

std::size_t behind_number_trap(const Phrase& phrase, std::size_t at) {
  if (follows_code_word(phrase, at) || (at > 0 && phrase[at - 1].is_mark(U'+') && phrase.is_tight(at))) {
    return behind_code(phrase, at);
  }
  for (const auto behind : {behind_time, behind_hour, behind_power, behind_chain}) {
    if (const std::size_t end = behind(phrase, at); end != at) return end;
  }
  const bool alone = is_glued_behind_sign(phrase, at) || is_signed(phrase, at) || is_part_of_name(phrase, at) ||
                     has_leading_nought(phrase, at) || is_day(phrase, at);
  if (!alone) return at;
  std::size_t end = at + 1;  // with the decimals, "-5.5"
  while ((phrase[end].is_mark(U'.') || phrase[end].is_mark(U',')) && phrase.is_tight(end) &&
         is_tight_digits(phrase, end + 1))
    end += 2;
  return end;
}

std::size_t behind_address(const Phrase& phrase, std::size_t at) {
  if (at == 0 || !phrase.is_tight(at)) return at;
  const Token& sign = phrase[at];
  const bool scheme = sign.is_mark(U':') && phrase.is_tight(at + 1) && phrase[at + 1].is_mark(U'/') &&
                      phrase.is_tight(at + 2) && phrase[at + 2].is_mark(U'/');
  const bool www = sign.is_mark(U'.') && phrase.is(at - 1, "www");
  const bool mail = sign.is_mark(U'@') && phrase.is_tight(at + 1) && phrase[at - 1].kind != TokenKind::mark;
  // "example.com/2020/05": a word, a point, a word, a slash.
  const bool path = sign.is_mark(U'/') && at >= 3 && phrase.is_tight(at - 1) && phrase.is_tight(at - 2) &&
                    phrase[at - 1].is_word() && phrase[at - 2].is_mark(U'.') && phrase[at - 3].is_word();
  return scheme || www || mail || path ? behind_tokens_without_space(phrase, at) : at;
}

}  // namespace aligner::anchors
