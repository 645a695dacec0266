#include "aligner/anchors/titles.h"

#include <algorithm>
#include <array>

#include "aligner/anchors/name_maker.h"

namespace aligner::anchors {
namespace {

constexpr std::array<std::string_view, 58> vietnamese_titles = {
    "bá tước",    "bác sĩ",       "bộ trưởng", "công chúa",   "công sứ",   "công tước",  "cố vấn",     "giám mục",
    "giáo hoàng", "giáo sư",      "hoàng hậu", "hoàng thân",  "hoàng tử",  "hoàng đế",   "hầu tước",   "khâm sai",
    "linh mục",   "lãnh sự",      "nam tước",  "nguyên soái", "nữ hoàng",  "phó vương",  "quý tướng",  "quốc vương",
    "sa hoàng",   "sứ thần",      "thiếu tá",  "thiếu tướng", "thái hậu",  "thái tử",    "thân vương", "thượng thư",
    "thượng tá",  "thượng tướng", "thống chế", "thống đốc",   "thủ tướng", "tiến sĩ",    "toàn quyền", "tri phủ",
    "trung tá",   "trung tướng",  "trung úy",  "tuần phủ",    "tuần vũ",   "tướng quân", "tể tướng",   "tổng binh",
    "tổng thống", "tổng đốc",     "tử tước",   "vương công",  "đô đốc",    "đại sứ",     "đại tá",     "đại tướng",
    "đại úy",     "thuyền trưởng"};

bool is_vietnamese_title(std::string_view first, std::string_view second) {
  return std::any_of(vietnamese_titles.begin(), vietnamese_titles.end(), [&](std::string_view title) {
    return title.size() == first.size() + 1 + second.size() && title.starts_with(first) && title.ends_with(second);
  });
}

constexpr std::size_t most_title_words = 8;  // and hyphens

// What only stands before titles: "Rear Admiral", "вице-адмирал".
bool is_rank_modifier(std::string_view word) {
  static constexpr std::array<std::string_view, 11> modifiers = {
      "rear", "vice", "grand", "crown", "lord", "major", "вице", "контр", "великий", "обер", "действительный"};
  return std::find(modifiers.begin(), modifiers.end(), word) != modifiers.end();
}

}  // namespace

std::size_t title_size(const Phrase& phrase, std::size_t at, Language language) {
  if (language == Language::vi && phrase[at].is_word() && phrase[at + 1].is_word() &&
      is_vietnamese_title(phrase.text(at), phrase.text(at + 1))) {
    return 2;
  }
  if (phrase[at].has(sense::title)) return 1;
  if (!is_rank_modifier(phrase.text(at))) return 0;
  const std::size_t next = is_hyphen(phrase[at + 1]) && phrase.is_tight(at + 1) ? at + 2 : at + 1;
  return phrase[next].has(sense::title) ? next + 1 - at : 0;
}

std::size_t title_begin(const Phrase& phrase, std::size_t at, Language language) {
  std::size_t begin = at;
  while (begin > 0 && at - begin < most_title_words) {
    std::size_t next = begin - 1;
    if (begin < at && next > 0 && is_hyphen(phrase[next]) && phrase.is_tight(next)) --next;  // Governor-General
    if (title_size(phrase, next, language) == 1 || (begin < at && is_rank_modifier(phrase.text(next)))) {
      begin = next;
    } else if (next > 0 && title_size(phrase, next - 1, language) == 2) {
      begin = next - 1;
    } else {
      break;
    }
  }
  return begin;
}

std::string title_before(const Phrase& phrase, std::size_t at, Language language, const TokenizedDocument& document) {
  const std::size_t begin = title_begin(phrase, at, language);
  std::string title;
  for (std::size_t word = begin; word < at; ++word) {
    if (word > begin && !phrase.is_tight(word)) title += ' ';
    title += phrase[word].is_word() ? document.written(phrase[word]) : "-";
  }
  return title;
}

}  // namespace aligner::anchors
