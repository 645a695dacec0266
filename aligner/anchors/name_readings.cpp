#include "aligner/anchors/name_readings.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "aligner/anchors/embedded_files.h"
#include "aligner/anchors/han_readings.h"
#include "aligner/anchors/mandarin_syllables.h"
#include "aligner/text/folded_text.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t most_cuts = 6;
constexpr std::size_t longest_name = 80;  // bytes

std::vector<std::string_view> cut(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string joined(const std::vector<std::string_view>& words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

// Spelling to pinyin, from corpora/readings/old_spellings.tsv.
const std::unordered_map<std::string, std::string>& old_spellings() {
  static const std::unordered_map<std::string, std::string> list = [] {
    std::unordered_map<std::string, std::string> spellings;
    for (std::size_t i = 0; i < old_spelling_files_count; ++i) {
      for (const std::string_view line : cut({old_spelling_files[i].bytes, old_spelling_files[i].size}, "\n")) {
        const std::vector<std::string_view> fields = cut(line, "\t");
        if (!line.starts_with('#') && fields.size() == 2) spellings.emplace(fields[0], fields[1]);
      }
    }
    return spellings;
  }();
  return list;
}

// The word and what it may be a case of: Шанхая, Тяньцзине, Гирином.
std::vector<std::string> russian_nominatives(std::string_view word) {
  struct Case {
    std::string_view ending;
    std::array<std::string_view, 2> nominatives;
  };
  static constexpr std::array<Case, 9> cases = {{{"а", {"", ""}},
                                                 {"у", {"", ""}},
                                                 {"ом", {"", ""}},
                                                 {"ы", {"", ""}},
                                                 {"е", {"", "ь"}},
                                                 {"я", {"ь", "й"}},
                                                 {"ю", {"ь", "й"}},
                                                 {"ем", {"ь", "й"}},
                                                 {"и", {"ь", "й"}}}};
  std::vector<std::string> words = {std::string(word)};
  for (const Case& one : cases) {
    if (!word.ends_with(one.ending) || word.size() <= one.ending.size() + 2) continue;
    const std::string stem(word.substr(0, word.size() - one.ending.size()));
    for (const std::string_view nominative : one.nominatives) words.push_back(stem + std::string(nominative));
    if (one.ending == "е") words.push_back(stem + "й");
  }
  return words;
}

// All cuts of a name, word by word, as texts.
std::vector<std::string> cut_words(const std::vector<std::string_view>& words, Romanisation romanisation) {
  std::vector<std::string> begun = {""};
  for (const std::string_view word : words) {
    std::vector<std::string> longer;
    const bool cyrillic = romanisation == Romanisation::palladius;
    const std::vector<std::string> forms =
        cyrillic ? russian_nominatives(word) : std::vector<std::string>{std::string(word)};
    for (const std::string& form : forms) {
      for (const std::vector<std::string_view>& syllables : cut_syllables(form, romanisation)) {
        for (const std::string& begin : begun) {
          if (longer.size() < most_cuts) longer.push_back(begin + " " + joined(syllables));
        }
      }
    }
    begun = std::move(longer);
  }
  return begun;
}

void add_cuts(const std::vector<std::string_view>& words, Romanisation romanisation, std::string_view system,
              std::vector<std::string>& readings) {
  for (const std::string& syllables : cut_words(words, romanisation)) {
    const auto spaces = static_cast<std::size_t>(std::count(syllables.begin(), syllables.end(), ' '));
    const std::string reading = std::string(system) + syllables;
    const bool known = std::find(readings.begin(), readings.end(), reading) != readings.end();
    if (spaces >= 2 && spaces <= most_syllables && !known) readings.push_back(reading);
  }
}

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y'; }

// Onset, one group of vowels, one of the eight endings. `word` has no marks.
bool looks_vietnamese(std::string_view word) {
  static constexpr std::array<std::string_view, 9> endings = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};
  std::size_t vowel = 0;
  while (vowel < word.size() && !is_vowel(word[vowel])) ++vowel;
  std::size_t ending = vowel;
  while (ending < word.size() && is_vowel(word[ending])) ++ending;
  return vowel < ending && vowel <= 3 && ending - vowel <= 3 &&
         std::find(endings.begin(), endings.end(), word.substr(ending)) != endings.end();
}

bool has_marks(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

void add_hanviet(std::string_view folded, std::string_view plain, std::vector<std::string>& readings) {
  const std::vector<std::string_view> words = cut(folded, " -");
  const std::vector<std::string_view> plain_words = cut(plain, " -");
  const bool fits = words.size() >= 2 && words.size() <= most_syllables &&
                    std::all_of(plain_words.begin(), plain_words.end(), looks_vietnamese);
  if (fits) readings.push_back("hanviet " + joined(words));
}

std::string han_reading(const Name& name) {
  std::string reading = "han";
  for (const char32_t character : code_points(name.key)) {
    if (character != U' ') reading += " " + to_utf8(character);
  }
  return reading;
}

}  // namespace

std::vector<std::string> find_readings(const Name& name, Language language) {
  std::vector<std::string> readings;
  if (name.spelling.size() > longest_name) return readings;
  if (name.script == NameScript::han) {
    const std::size_t characters = code_points(name.key).size();
    if (characters >= 2 && characters <= most_syllables) readings.push_back(han_reading(name));
    return readings;
  }
  std::string plain = text::fold(name.spelling, {.marks = text::FoldMarks::strip});
  for (const char* apostrophe : {"\u2019", "\u02BC", "\u02BB"}) {
    for (std::size_t at = plain.find(apostrophe); at != std::string::npos; at = plain.find(apostrophe, at)) {
      plain.replace(at, std::string_view(apostrophe).size(), "'");
    }
  }
  const std::vector<std::string_view> words = cut(plain, " -");
  const bool cyrillic = name.script == NameScript::cyrillic;
  for (const std::string& form : cyrillic ? russian_nominatives(plain) : std::vector<std::string>{joined(words)}) {
    const auto listed = old_spellings().find(form);
    if (listed != old_spellings().end()) readings.push_back("pinyin " + listed->second);
  }
  if (cyrillic) {
    add_cuts(words, Romanisation::palladius, "palladius", readings);
    return readings;
  }
  const bool vietnamese = language == Language::vi;
  if (vietnamese || has_marks(name.spelling)) add_hanviet(text::fold(name.spelling), plain, readings);
  if (has_marks(name.spelling) && vietnamese) return readings;
  add_cuts(words, Romanisation::pinyin, "pinyin", readings);
  add_cuts(words, Romanisation::wade_giles, "wade-giles", readings);
  return readings;
}

ReadingCut parse_reading(std::string_view reading) {
  ReadingCut parsed;
  parsed.syllables = cut(reading, " ");
  if (parsed.syllables.empty()) return parsed;
  parsed.system = parsed.syllables.front();
  parsed.syllables.erase(parsed.syllables.begin());
  return parsed;
}

}  // namespace aligner::anchors
