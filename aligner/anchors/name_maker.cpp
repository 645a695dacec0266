#include "aligner/anchors/name_maker.h"

#include <algorithm>
#include <array>

#include "aligner/anchors/han_readings.h"
#include "aligner/anchors/name_key.h"
#include "aligner/anchors/titles.h"

namespace aligner::anchors {

bool is_hyphen(const Token& token) {
  return token.is_mark(U'-') || token.is_mark(U'\u2010') || token.is_mark(U'\u2011');
}

bool is_initial(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  if (!token.is_word() || !token.capital || !phrase[at + 1].is_mark(U'.') || !phrase.is_tight(at + 1)) return false;
  const std::string_view text = phrase.text(at);
  static constexpr std::array<std::string_view, 12> digraphs = {"yu", "ya", "ye", "zh", "ch", "sh",
                                                                "kh", "ju", "ja", "th", "ph", "ts"};
  const std::size_t letter = token.script == TokenScript::cyrillic ? 2 : 1;
  return text.size() == letter || std::find(digraphs.begin(), digraphs.end(), text) != digraphs.end();
}

bool is_saint(const Phrase& phrase, std::size_t at) {
  return phrase[at].capital &&
         (phrase.is(at, "st") || phrase.is(at, "saint") || phrase.is(at, "sankt") || phrase.is(at, "санкт"));
}

const std::string& NameMaker::key_of(const Token& token) {
  const std::string_view text = document_.folded(token);
  const auto [entry, is_new] = keys_.try_emplace(text);
  if (is_new) {
    const bool cyrillic = token.script == TokenScript::cyrillic;
    if (document_.language() == Language::mnc && !cyrillic) {
      entry->second = fold_manchu_word(text);
    } else {
      entry->second = fold_name_word(text, cyrillic ? NameScript::cyrillic : NameScript::latin);
    }
  }
  return entry->second;
}

// Characters without anything between them; the dot between the parts of a foreign name becomes a space.
Name NameMaker::make_han(const NameParts& parts, const Phrase& phrase) const {
  Name name{.script = NameScript::han};
  for (const std::size_t word : parts.words) {
    const bool parted = !name.key.empty() && phrase[word - 1].kind == TokenKind::mark;
    if (parted) name.key += ' ';
    name.spelling += parted ? "·" : "";
    name.key += to_utf8(HanReadings::table().simplified(code_points(phrase.text(word)).front()));
    name.spelling += document_.written(phrase[word]);
  }
  return name;
}

Name NameMaker::make(const Phrase& phrase, const NameParts& parts) {
  if (parts.words.empty()) return {};
  if (phrase[parts.words.front()].script == TokenScript::han) return make_han(parts, phrase);
  Name name;
  for (const std::size_t word : parts.words) {
    const Token& token = phrase[word];
    if (token.script == TokenScript::cyrillic) name.script = NameScript::cyrillic;
    const bool joined = word > 0 && is_hyphen(phrase[word - 1]) && phrase.is_tight(word);
    if (!name.key.empty()) {
      name.key += joined ? '-' : ' ';
      name.spelling += joined ? '-' : ' ';
    }
    name.key += key_of(token);
    name.spelling += document_.written(token);
  }
  for (const std::size_t initial : parts.initials) {
    const std::string& letter = key_of(phrase[initial]);
    if (letter.empty()) continue;
    name.initial_letters += (name.initial_letters.empty() ? "" : " ") + letter;
  }
  name.initials = !parts.initials.empty();
  const std::size_t begin =
      parts.initials.empty() ? parts.words.front() : std::min(parts.words.front(), parts.initials.front());
  name.title = title_before(phrase, begin, document_.language(), document_);
  return name;
}

}  // namespace aligner::anchors
