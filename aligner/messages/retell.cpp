// Reading a sentence back: patterns are cut into words and slots; words must stand as they are, and a slot takes the
// shortest stretch that is of its kind and lets the rest fit. The slots of a kind that has patterns of its own (dates,
// reasons) are told by them, so that "both are 16 May 1858 Julian" is read as "both are {date}", "{date} Julian" and
// "{day} {of_month} {year}".

#include "aligner/messages/retell.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/args.h>
#include <fmt/core.h>

#include "aligner/messages/pattern.h"
#include "aligner/messages/slots.h"

namespace aligner::messages {
namespace {

constexpr std::size_t longest_sentence = 4096;  // bytes
constexpr std::size_t most_steps = 20'000;      // tries of a slot in one sentence; ours need some hundreds
constexpr int deepest = 6;                      // a reason in a reason in a reason

struct Piece {
  std::string_view words;      // as they are; empty for a slot
  std::string_view slot = {};  // its name
};

struct CutPattern {
  Pattern pattern;
  std::vector<Piece> pieces;
};

CutPattern cut(const Pattern& pattern) {
  CutPattern made{pattern, {}};
  std::string_view rest = pattern.many != nullptr ? pattern.many : pattern.one;
  while (!rest.empty()) {
    const std::size_t open = std::min(rest.find('{'), rest.size());
    if (open > 0) made.pieces.push_back({rest.substr(0, open)});
    rest.remove_prefix(open);
    if (rest.empty()) break;
    const std::size_t close = rest.find('}');
    made.pieces.push_back({{}, rest.substr(1, close - 1)});
    rest.remove_prefix(close + 1);
  }
  return made;
}

// Both numbers of a counted sentence are read; "1 words" is written by nobody.
std::vector<CutPattern> cut_all(std::span<const Pattern> patterns) {
  std::vector<CutPattern> made;
  for (const Pattern& one : patterns) {
    made.push_back(cut(one));
    if (one.many == nullptr) continue;
    made.push_back(cut({one.one}));
    made.back().pattern = one;
  }
  return made;
}

using Values = std::vector<std::pair<std::string_view, std::string>>;  // by slot

class Reader {
 public:
  explicit Reader(const Speaker& speaker, const NameTeller& names = {}) : speaker_(speaker), names_(names) {}

  std::optional<std::string> read_sentence(std::string_view english) {
    static const std::vector<CutPattern> patterns = cut_all(sentence_patterns());
    return read(patterns, "", english);
  }

  std::optional<std::string> read_date(std::string_view english) {
    static const std::vector<CutPattern> patterns = cut_all(date_patterns());
    return read(patterns, date_context, english);
  }

 private:
  std::optional<std::string> read(const std::vector<CutPattern>& patterns, const char* context,
                                  std::string_view english) {
    if (depth_ == deepest) return std::nullopt;
    ++depth_;
    std::optional<std::string> told;
    for (const CutPattern& one : patterns) {
      Values values;
      if (!fits(one.pieces, 0, english, values)) continue;
      told = say(one.pattern, context, values);
      break;
    }
    --depth_;
    return told;
  }

  // Whether the pieces from `place` on are all of `english`; fills `values`.
  bool fits(const std::vector<Piece>& pieces, std::size_t place, std::string_view english, Values& values) {
    if (place == pieces.size()) return english.empty();
    const Piece& piece = pieces[place];
    if (piece.slot.empty()) {
      return english.starts_with(piece.words) && fits(pieces, place + 1, english.substr(piece.words.size()), values);
    }
    if (place + 1 == pieces.size()) return take(piece.slot, english, values);
    const std::string_view behind = pieces[place + 1].words;
    for (std::size_t end = english.find(behind, 1); end != std::string_view::npos;
         end = english.find(behind, end + 1)) {
      if (++steps_ > most_steps) return false;
      if (!take(piece.slot, english.substr(0, end), values)) continue;
      if (fits(pieces, place + 1, english.substr(end), values)) return true;
      values.pop_back();
    }
    return false;
  }

  bool take(std::string_view slot, std::string_view english, Values& values) {
    if (++steps_ > most_steps) return false;
    std::optional<std::string> told = told_slot(kind_of(slot), english);
    if (!told) return false;
    values.emplace_back(slot, std::move(*told));
    return true;
  }

  std::optional<std::string> told_slot(std::string_view kind, std::string_view english) {
    if (kind == "date") return read_date(english);
    if (kind == "reason") return read_sentence(english);
    if (kind == "concept" || kind == "place") return name_of(english);
    if (kind == "either") return either(english);
    return tell_slot(speaker_, kind, english);
  }

  std::optional<std::string> name_of(std::string_view english) const {
    if (english.empty()) return std::nullopt;
    const std::optional<std::string> name = names_ ? names_(english) : std::nullopt;
    return name.value_or(std::string(english));
  }

  // `"hiệp ước" or "điều ước"`, `Treaty of Aigun or Treaty of Tianjin`.
  std::optional<std::string> either(std::string_view english) const {
    constexpr std::string_view between = " or ";
    std::optional<std::string> told;
    while (true) {
      const std::size_t end = std::min(english.find(between), english.size());
      const std::string_view one = english.substr(0, end);
      const std::optional<std::string> quoted = tell_slot(speaker_, "quoted", one);
      const std::optional<std::string> next = quoted ? quoted : name_of(one);
      if (!next) return std::nullopt;
      told = told ? speaker_.tell("{} or {}", *told, *next) : *next;
      if (end == english.size()) return told;
      english.remove_prefix(end + between.size());
    }
  }

  std::string say(const Pattern& pattern, const char* context, const Values& values) const {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    std::size_t count = 0;
    for (const auto& [slot, value] : values) {
      store.push_back(fmt::arg(std::string(slot).c_str(), value));
      if (slot == "count") count = count_in(value);
    }
    const std::string message = pattern.many != nullptr ? speaker_.message_for(count, pattern.one, pattern.many)
                                                        : speaker_.name_of(context, pattern.one);
    return fmt::vformat(message, store);
  }

  const Speaker& speaker_;
  NameTeller names_;
  int depth_ = 0;
  std::size_t steps_ = 0;
};

}  // namespace

std::optional<std::string> find_retold(const Speaker& speaker, const std::string& english, const NameTeller& names) {
  if (english.empty() || english.size() > longest_sentence) return std::nullopt;
  std::optional<std::string> told = Reader(speaker, names).read_sentence(english);
  if (told && speaker.language() == Language::english) return english;
  return told;
}

std::string retell(const Speaker& speaker, const std::string& english, const NameTeller& names) {
  if (speaker.language() == Language::english) return english;
  return find_retold(speaker, english, names).value_or(english);
}

std::string retell_date(const Speaker& speaker, const std::string& english) {
  if (speaker.language() == Language::english || english.size() > longest_sentence) return english;
  return Reader(speaker).read_date(english).value_or(english);
}

std::string retell_number(const Speaker& speaker, const std::string& english) {
  if (speaker.language() == Language::english || english.size() > longest_sentence) return english;
  return tell_slot(speaker, "number", english).value_or(english);
}

}  // namespace aligner::messages
