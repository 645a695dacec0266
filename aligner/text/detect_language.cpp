#include "aligner/text/detect_language.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <numeric>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include <libexttextcat/textcat.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "aligner/text/code_points.h"
#include "aligner/text/fingerprints.h"
#include "aligner/text/vietnamese_syllable.h"

namespace aligner::text {
namespace {

constexpr std::size_t read_size = 64 << 10;

std::string_view first_part(std::string_view utf8) {
  if (utf8.size() <= read_size) return utf8;
  std::size_t end = read_size;
  while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80) --end;
  return utf8.substr(0, end);
}

struct ScriptCounts {
  std::array<std::size_t, USCRIPT_CODE_LIMIT> letters{};
  std::size_t manchu_letters = 0;  // of those in the Mongolian script
};

ScriptCounts count_scripts(std::string_view utf8) {
  ScriptCounts counts;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = static_cast<UChar32>(next_code_point(utf8, at));
    if (u_isalpha(c) == 0) continue;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    if (U_FAILURE(status) || script <= USCRIPT_INHERITED) continue;
    // A Chinese character says about as much as three letters do.
    counts.letters[static_cast<std::size_t>(script)] += script == USCRIPT_HAN ? 3 : 1;
    if (c >= 0x185D && c <= 0x187A) ++counts.manchu_letters;
  }
  return counts;
}

UScriptCode most_frequent(const ScriptCounts& counts) {
  const auto most = std::max_element(counts.letters.begin(), counts.letters.end());
  if (*most == 0) return USCRIPT_UNKNOWN;
  return static_cast<UScriptCode>(most - counts.letters.begin());
}

// Says which other script a good part of the letters is in: such a text is perhaps only half translated.
std::string describe_mixture(const ScriptCounts& counts, UScriptCode script) {
  ScriptCounts others = counts;
  others.letters[static_cast<std::size_t>(script)] = 0;
  const UScriptCode second = most_frequent(others);
  if (second == USCRIPT_UNKNOWN) return {};
  const std::size_t all = std::accumulate(counts.letters.begin(), counts.letters.end(), std::size_t{0});
  const std::size_t percent = 100 * others.letters[static_cast<std::size_t>(second)] / all;
  if (percent < 20) return {};
  return ", though " + std::to_string(percent) + "% of the letters are " + uscript_getName(second);
}

// Languages that have a script nearly to themselves.
std::string find_language_of_script(UScriptCode script) {
  constexpr std::array<std::pair<UScriptCode, const char*>, 20> table = {{
      {USCRIPT_HANGUL, "ko"},    {USCRIPT_THAI, "th"},     {USCRIPT_LAO, "lo"},      {USCRIPT_KHMER, "km"},
      {USCRIPT_MYANMAR, "my"},   {USCRIPT_GREEK, "el"},    {USCRIPT_ARMENIAN, "hy"}, {USCRIPT_GEORGIAN, "ka"},
      {USCRIPT_TIBETAN, "bo"},   {USCRIPT_TAMIL, "ta"},    {USCRIPT_TELUGU, "te"},   {USCRIPT_KANNADA, "kn"},
      {USCRIPT_MALAYALAM, "ml"}, {USCRIPT_GUJARATI, "gu"}, {USCRIPT_GURMUKHI, "pa"}, {USCRIPT_SINHALA, "si"},
      {USCRIPT_ORIYA, "or"},     {USCRIPT_THAANA, "dv"},   {USCRIPT_HIRAGANA, "ja"}, {USCRIPT_KATAKANA, "ja"},
  }};
  for (const auto& [of, language] : table) {
    if (of == script) return language;
  }
  return {};
}

std::string script_name(UScriptCode script) { return std::string(uscript_getName(script)) + " script"; }

LanguageGuess guess(const char* language, std::string reason) {
  return {LanguageTag::parse(language), std::move(reason)};
}

// --- words and letters of vi, en and ru ---

struct WordCounts {
  std::size_t all = 0;
  std::size_t vietnamese = 0;  // with a letter that only Vietnamese has, and a syllable
  std::size_t english = 0;     // the, of, and ...
  std::size_t russian = 0;     // и, в, не ... or with ы, э
  bool has_other_cyrillic = false;
};

void count_word(const std::u32string& word, WordCounts& counts) {
  if (word.empty()) return;
  ++counts.all;
  constexpr std::array<std::u32string_view, 16> english = {U"the",  U"of",   U"and",  U"to",   U"in", U"was",
                                                           U"that", U"with", U"were", U"from", U"by", U"for",
                                                           U"they", U"not",  U"is",   U"this"};
  constexpr std::array<std::u32string_view, 12> russian = {U"и",  U"в",  U"не", U"на",   U"с",   U"что",
                                                           U"по", U"из", U"к",  U"было", U"его", U"от"};
  const auto is_any = [&](const auto& words) { return std::find(words.begin(), words.end(), word) != words.end(); };
  const auto has = [&](std::u32string_view letters) { return word.find_first_of(letters) != std::u32string::npos; };
  if (is_any(english)) ++counts.english;
  if (is_any(russian) || has(U"ыэ")) ++counts.russian;
  // Letters that Ukrainian, Belarusian, Serbian, Bulgarian and others have and today's Russian has not.
  if (has(U"іїєґўјљњћђџѓќѕүұһөғқңәҳҷ")) counts.has_other_cyrillic = true;
  if (std::any_of(word.begin(), word.end(), is_distinctly_vietnamese) && is_vietnamese_syllable(word))
    ++counts.vietnamese;
}

WordCounts count_words(std::string_view utf8) {
  constexpr std::size_t longest_word = 40;
  WordCounts counts;
  std::u32string word;
  for (std::size_t at = 0; at < utf8.size();) {
    const auto c = static_cast<UChar32>(next_code_point(utf8, at));
    if (u_isalpha(c) != 0) {
      if (word.size() < longest_word) word += static_cast<char32_t>(u_tolower(c));
    } else {
      count_word(word, counts);
      word.clear();
    }
  }
  count_word(word, counts);
  return counts;
}

// The language that its words give away beyond doubt.
std::optional<LanguageGuess> find_by_words(const WordCounts& words, UScriptCode script) {
  if (script == USCRIPT_LATIN) {
    if (words.vietnamese * 6 >= words.all && words.vietnamese > 0)
      return guess("vi", "Latin script, Vietnamese syllables");
    if (words.english * 7 >= words.all && words.english > 1) return guess("en", "Latin script, English words");
  }
  if (script == USCRIPT_CYRILLIC && !words.has_other_cyrillic && words.russian * 12 >= words.all && words.russian > 0) {
    return guess("ru", "Cyrillic script, Russian words and letters");
  }
  return std::nullopt;
}

// --- letter n-grams ---

struct CloseTextcat {
  void operator()(void* handle) const { textcat_Done(handle); }
};

struct Fingerprints {
  bool installed = false;
  std::vector<std::string> languages;  // best first; empty where the text is too short or nothing fits
};

// "[zh-TW-utf8][ja--utf8]" -> "zh", "ja"; "SHORT" and "UNKNOWN" -> nothing.
std::vector<std::string> read_answer(std::string_view answer) {
  std::vector<std::string> languages;
  for (std::size_t open = answer.find('['); open != std::string_view::npos; open = answer.find('[', open + 1)) {
    const std::string_view code = answer.substr(open + 1);
    languages.emplace_back(code.substr(0, code.find_first_of("-]")));
  }
  return languages;
}

Fingerprints ask_textcat(std::string_view utf8, const std::string& folder) {
  // libexttextcat says on standard error that a file is missing; it is not asked for one.
  std::error_code ignored;
  if (folder.empty() || !std::filesystem::exists(folder + "/fpdb.conf", ignored)) return {};
  // A handle of our own for each call: the library keeps its answer in it.
  const std::unique_ptr<void, CloseTextcat> handle(
      special_textcat_Init((folder + "/fpdb.conf").c_str(), (folder + "/").c_str()));
  if (!handle) return {};
  const char* answer = textcat_Classify(handle.get(), utf8.data(), utf8.size());
  return {true, answer == nullptr ? std::vector<std::string>{} : read_answer(answer)};
}

LanguageGuess guess_by_letters(std::string_view utf8, UScriptCode script, const std::string& folder) {
  const auto by_words = find_by_words(count_words(utf8), script);
  const Fingerprints fingerprints = ask_textcat(utf8, folder);
  if (!fingerprints.installed) {
    const std::string lacking = " (letter n-grams not consulted: libexttextcat's data is not installed)";
    if (by_words) return {by_words->language, by_words->reason + lacking};
    return {LanguageTag(), script_name(script) + ", no words of vi, en or ru" + lacking};
  }
  // Words decide between the languages that n-grams cannot part, and in short texts.
  if (by_words) {
    const auto& names = fingerprints.languages;
    const bool agreed = std::find(names.begin(), names.end(), by_words->language.language()) != names.end();
    return {by_words->language, by_words->reason + (agreed ? ", letter n-grams" : "")};
  }
  if (fingerprints.languages.empty())
    return {LanguageTag(), script_name(script) + ", too short or unlike any known language"};
  const Result<LanguageTag> tag = LanguageTag::try_parse(fingerprints.languages[0]);
  if (!tag) return {LanguageTag(), script_name(script) + ", no known language"};
  return {tag.value(), script_name(script) + ", letter n-grams"};
}

}  // namespace

LanguageGuess detect_language(std::string_view utf8) { return detect_language_with(utf8, TUNGSE_TEXTCAT_DIRECTORY); }

LanguageGuess detect_language_with(std::string_view utf8, const std::string& folder) {
  const std::string_view text = first_part(utf8);
  const ScriptCounts counts = count_scripts(text);
  const UScriptCode script = most_frequent(counts);
  const auto letters_in = [&](UScriptCode of) { return counts.letters[static_cast<std::size_t>(of)]; };

  if (script == USCRIPT_UNKNOWN) return {LanguageTag(), "no letters"};
  if (script == USCRIPT_MONGOLIAN) {
    if (counts.manchu_letters > 0) return guess("mnc", "Mongolian script, letters of the Manchu block");
    return guess("mn-Mong", "Mongolian script");
  }
  if (script == USCRIPT_HAN) {
    const std::size_t kana = letters_in(USCRIPT_HIRAGANA) + letters_in(USCRIPT_KATAKANA);
    // Han letters count threefold.
    if (kana * 10 > letters_in(USCRIPT_HAN) / 3) return guess("ja", "Han script with kana");
    if (letters_in(USCRIPT_HANGUL) * 10 > letters_in(USCRIPT_HAN) / 3) return guess("ko", "Han script with Hangul");
    return guess("zh", "Han script without kana");
  }
  if (const std::string language = find_language_of_script(script); !language.empty()) {
    return {LanguageTag::parse(language), script_name(script)};
  }
  LanguageGuess found = guess_by_letters(text, script, folder);
  found.reason += describe_mixture(counts, script);
  return found;
}

}  // namespace aligner::text
