#include "aligner/text/language_tag.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include <unicode/locid.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

namespace aligner::text {
namespace {

// Tags are ASCII by definition, so plain byte arithmetic is right here.
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_alpha(c) || is_digit(c); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool all_alpha(std::string_view subtag) { return std::all_of(subtag.begin(), subtag.end(), is_alpha); }
bool all_digits(std::string_view subtag) { return std::all_of(subtag.begin(), subtag.end(), is_digit); }

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), lower);
  return out;
}

// The irregular grandfathered tags of RFC 5646, which no rule of the grammar covers.
constexpr std::array<std::string_view, 17> irregular_tags = {
    "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak",     "i-klingon", "i-lux",    "i-mingo",
    "i-navajo",  "i-pwn", "i-tao", "i-tay",     "i-tsu",      "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE"};

bool is_script(std::string_view s) { return s.size() == 4 && all_alpha(s); }
bool is_region(std::string_view s) { return (s.size() == 2 && all_alpha(s)) || (s.size() == 3 && all_digits(s)); }
bool is_extlang(std::string_view s) { return s.size() == 3 && all_alpha(s); }
bool is_variant(std::string_view s) { return (s.size() >= 5 && s.size() <= 8) || (s.size() == 4 && is_digit(s[0])); }

// Reads the subtags of one tag from left to right, in the order of the RFC's grammar.
class Reader {
 public:
  explicit Reader(std::vector<std::string> subtags) : subtags_(std::move(subtags)) {}

  bool read() {
    if (subtags_[0] == "x") return read_private_use();
    if (subtags_[0].size() < 2 || subtags_[0].size() > 3 || !all_alpha(subtags_[0])) return false;
    // ISO 639-2 codes that have a two-letter form are written with it: "vie" -> "vi".
    if (subtags_[0].size() == 3) shorten_language();
    at_ = 1;
    for (int extlangs = 0; extlangs < 3 && here(is_extlang); ++extlangs) ++at_;
    if (here(is_script)) {
      subtags_[at_][0] = upper(subtags_[at_][0]);
      ++at_;
    }
    if (here(is_region)) {
      std::transform(subtags_[at_].begin(), subtags_[at_].end(), subtags_[at_].begin(), upper);
      ++at_;
    }
    return read_variants() && read_extensions() && read_private_use();
  }

  std::string joined() const {
    std::string tag = subtags_[0];
    for (std::size_t i = 1; i < subtags_.size(); ++i) tag += "-" + subtags_[i];
    return tag;
  }

 private:
  template <typename Test>
  bool here(Test test) const {
    return at_ < subtags_.size() && test(subtags_[at_]);
  }

  void shorten_language() {
    std::array<char, ULOC_LANG_CAPACITY> code{};
    UErrorCode status = U_ZERO_ERROR;
    uloc_getLanguage(subtags_[0].c_str(), code.data(), static_cast<int32_t>(code.size()), &status);
    if (U_SUCCESS(status) && code[0] != '\0') subtags_[0] = code.data();
  }

  bool read_variants() {
    const std::size_t first = at_;
    while (here(is_variant)) {
      if (std::find(subtags_.begin() + static_cast<std::ptrdiff_t>(first),
                    subtags_.begin() + static_cast<std::ptrdiff_t>(at_),
                    subtags_[at_]) != subtags_.begin() + static_cast<std::ptrdiff_t>(at_)) {
        return false;  // the same variant twice
      }
      ++at_;
    }
    return true;
  }

  bool read_extensions() {
    std::string seen;
    while (at_ < subtags_.size() && subtags_[at_].size() == 1 && subtags_[at_] != "x") {
      if (seen.find(subtags_[at_]) != std::string::npos) return false;  // the same singleton twice
      seen += subtags_[at_];
      const std::size_t first = ++at_;
      while (at_ < subtags_.size() && subtags_[at_].size() >= 2) ++at_;
      if (at_ == first) return false;  // a singleton with nothing behind it
    }
    return true;
  }

  bool read_private_use() {
    if (at_ == subtags_.size()) return true;
    if (subtags_[at_] != "x" || at_ + 1 == subtags_.size()) return false;
    at_ = subtags_.size();
    return true;
  }

  std::vector<std::string> subtags_;  // lower case, 1 to 8 letters or digits each
  std::size_t at_ = 0;
};

// Nothing where a subtag is empty, too long or has other characters than ASCII letters and digits.
std::optional<std::vector<std::string>> cut_subtags(std::string_view tag) {
  std::vector<std::string> subtags(1);
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      if (subtags.back().empty()) return std::nullopt;
      subtags.emplace_back();
    } else if (!is_alphanumeric(c) || subtags.back().size() == 8) {
      return std::nullopt;
    } else {
      subtags.back() += lower(c);
    }
  }
  if (subtags.back().empty()) return std::nullopt;
  return subtags;
}

// The code of a language given by its English name ("Russian" -> "ru"); empty where there is none.
std::string find_language_by_name(std::string_view name) {
  if (name.size() < 4 || name.size() > 40) return {};
  const std::string wanted = lowered(name);
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    icu::UnicodeString display;
    std::string english;
    icu::Locale(*code).getDisplayLanguage(icu::Locale::getEnglish(), display).toUTF8String(english);
    if (lowered(english) == wanted) return *code;
  }
  return {};
}

Failure not_a_tag(std::string_view tag) {
  constexpr std::size_t longest_shown = 60;
  std::string shown(tag.substr(0, longest_shown));
  if (tag.size() > longest_shown) shown += "...";
  const std::string code = find_language_by_name(tag);
  return {"language \"" + shown + "\" is not a BCP 47 tag; " +
          (code.empty() ? "write it like \"vi\", \"ru\" or \"zh-Hant\"" : "did you mean \"" + code + "\"?")};
}

}  // namespace

LanguageTag LanguageTag::parse(std::string_view tag) { return try_parse(tag).value(); }

Result<LanguageTag> LanguageTag::try_parse(std::string_view tag) {
  auto subtags = cut_subtags(tag);
  if (!subtags) return not_a_tag(tag);

  LanguageTag parsed;
  Reader reader(std::move(*subtags));
  const std::string plain = reader.joined();
  for (const std::string_view irregular : irregular_tags) {
    if (lowered(irregular) != plain) continue;
    parsed.tag_ = irregular;
    return parsed;
  }
  if (!reader.read()) return not_a_tag(tag);
  parsed.tag_ = reader.joined();
  return parsed;
}

std::string LanguageTag::language() const { return tag_.substr(0, tag_.find('-')); }

std::string LanguageTag::script() const {
  // The script is the first subtag of four letters behind the language and its extlangs; a singleton ends the search.
  for (std::size_t begin = tag_.find('-'); begin != std::string::npos;) {
    const std::size_t end = tag_.find('-', begin + 1);
    const std::string_view subtag =
        std::string_view(tag_).substr(begin + 1, end == std::string::npos ? end : end - begin - 1);
    if (is_script(subtag)) return std::string(subtag);
    if (!is_extlang(subtag)) return {};
    begin = end;
  }
  return {};
}

}  // namespace aligner::text
