// One table per language, from the names' keys to codes. ICU gives a territory's name by its code and has no way back,
// so all names are read once: about 1,000 a language. Case endings are folded as in names of texts, so that "России"
// finds "Россия"; the endings of short names, which folding leaves alone, are listed.

#include "aligner/anchors/cldr_names.h"

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <unordered_map>
#include <utility>

#include <unicode/locdspnm.h>
#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/ucurr.h>
#include <unicode/uenum.h>
#include <unicode/unistr.h>

#include "aligner/anchors/embedded_files.h"
#include "aligner/anchors/name_key.h"
#include "aligner/anchors/name_maker.h"
#include "aligner/anchors/vietnamese_key.h"
#include "aligner/error.h"
#include "aligner/text/folded_text.h"

namespace aligner::anchors {

namespace {

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status) != 0) {
    throw Error(std::string("ICU cannot name places: ") + what + " failed (" + u_errorName(status) +
                "); check that its data files are installed");
  }
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// A name and what it stands for: "Россия", "territory RU".
struct CodedName {
  std::string name;
  std::string code;
};

void add_territories(const icu::Locale& locale, std::vector<CodedName>& names) {
  UErrorCode status = U_ZERO_ERROR;
  std::array<UDisplayContext, 1> brief = {UDISPCTX_LENGTH_SHORT};
  const std::unique_ptr<icu::LocaleDisplayNames> full(icu::LocaleDisplayNames::createInstance(locale));
  const std::unique_ptr<icu::LocaleDisplayNames> shorter(
      icu::LocaleDisplayNames::createInstance(locale, brief.data(), static_cast<std::int32_t>(brief.size())));
  for (const URegionType type : {URGN_TERRITORY, URGN_CONTINENT}) {
    const std::unique_ptr<icu::StringEnumeration> regions(icu::Region::getAvailable(type, status));
    check(status, "Region::getAvailable");
    while (const char* region = regions->next(nullptr, status)) {
      const std::string code = std::string("territory ") + region;
      icu::UnicodeString name;
      names.push_back({to_utf8(full->regionDisplayName(region, name)), code});
      names.push_back({to_utf8(shorter->regionDisplayName(region, name)), code});
    }
  }
}

// What ICU calls the time zones, in any language.
const std::vector<icu::UnicodeString>& zones() {
  static const std::vector<icu::UnicodeString> all = [] {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::StringEnumeration> listed(
        icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
    check(status, "createTimeZoneIDEnumeration");
    std::vector<icu::UnicodeString> ids;
    while (const icu::UnicodeString* zone = listed->snext(status)) ids.push_back(*zone);
    return ids;
  }();
  return all;
}

void add_cities(const icu::Locale& locale, std::vector<CodedName>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> table(icu::TimeZoneNames::createInstance(locale, status));
  check(status, "TimeZoneNames::createInstance");
  for (const icu::UnicodeString& zone : zones()) {
    icu::UnicodeString name;
    names.push_back({to_utf8(table->getExemplarLocationName(zone, name)), "city " + to_utf8(zone)});
  }
}

void add_currencies(const icu::Locale& locale, std::vector<CodedName>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UEnumeration, decltype(&uenum_close)> codes(
      ucurr_openISOCurrencies(UCURR_NON_DEPRECATED | UCURR_COMMON, &status), &uenum_close);
  check(status, "ucurr_openISOCurrencies");
  std::int32_t length = 0;
  while (const UChar* code = uenum_unext(codes.get(), &length, &status)) {
    std::int32_t name_length = 0;
    const UChar* name = ucurr_getName(code, locale.getName(), UCURR_LONG_NAME, nullptr, &name_length, &status);
    names.push_back({to_utf8({name, name_length}), "currency " + to_utf8({code, length})});
  }
}

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> fields;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    fields.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

void add_everyday_names(std::string_view language, std::vector<CodedName>& names) {
  for (std::size_t i = 0; i < everyday_name_files_count; ++i) {
    for (const std::string_view line : cut({everyday_name_files[i].bytes, everyday_name_files[i].size}, '\n')) {
      const std::vector<std::string_view> fields = cut(line, '\t');
      if (line.starts_with('#') || fields.size() != 3 || fields[1] != language) continue;
      for (const std::string_view name : cut(fields[2], '|'))
        names.push_back({std::string(name), std::string(fields[0])});
    }
  }
}

// "Myanmar (Burma)" is two names.
void cut_parentheses(std::vector<CodedName>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    const std::size_t open = names[i].name.find(" (");
    if (open == std::string::npos || !names[i].name.ends_with(')')) continue;
    names.push_back({names[i].name.substr(open + 2, names[i].name.size() - open - 3), names[i].code});
    names[i].name.resize(open);
  }
}

std::string lookup_key(const Name& name, Language language) {
  return language == Language::vi ? vietnamese_phrase_key(text::fold(name.spelling)) : name.key;
}

// Keys of the cases of a short Russian name, "Куба", "Чад", whose endings fold_name_word leaves alone.
std::vector<std::string> short_case_keys(const std::string& name) {
  std::string word = text::fold(name, {.marks = text::FoldMarks::strip});
  const bool is_short = word.size() <= 2 * 5 && word.size() >= 2 * 3 && word.find_first_of(" -") == std::string::npos;
  if (!is_short) return {};
  const std::string_view last = std::string_view(word).substr(word.size() - 2);
  for (const char* vowel : {"а", "я", "ь", "й"}) {
    if (last != vowel) continue;
    word.resize(word.size() - 2);
    break;
  }
  std::vector<std::string> keys;
  for (const char* ending : {"а", "я", "ы", "и", "е", "у", "ю", "ой", "ей", "ом", "ем"}) {
    keys.push_back(fold_name_word(word + ending, NameScript::cyrillic));
  }
  return keys;
}

class CldrTable {
 public:
  explicit CldrTable(const char* language) : tag_(text::LanguageTag::parse(language)), language_(language_of(tag_)) {
    std::vector<CodedName> names;
    for (const char* locale : locales(language)) {
      const icu::Locale icu_locale(locale);
      add_territories(icu_locale, names);
      add_cities(icu_locale, names);
      add_currencies(icu_locale, names);
    }
    cut_parentheses(names);
    add_everyday_names(language, names);
    std::erase_if(names, is_no_name);
    add_all(names);
    for (auto& [key, codes] : codes_) std::sort(codes.begin(), codes.end());
  }

  const std::vector<std::string>& find(const std::string& key) const {
    static const std::vector<std::string> none;
    const auto found = codes_.find(key);
    return found == codes_.end() ? none : found->second;
  }

  const std::string& name_of(const std::string& code) const {
    const auto found = names_.find(code);
    return found == names_.end() ? code : found->second;
  }

 private:
  static std::vector<const char*> locales(const std::string& language) {
    if (language == "zh") return {"zh_Hans", "zh_Hant"};
    return {language == "vi" ? "vi" : language == "ru" ? "ru" : "en"};
  }

  static bool is_no_name(const CodedName& coded) {
    const bool unnamed = coded.code.ends_with(" " + coded.name);  // CLDR has no name and gives the code
    const bool dated = coded.name.find_first_of("0123456789") != std::string::npos;
    return unnamed || dated;
  }

  void add_all(const std::vector<CodedName>& names) {
    std::vector<std::string_view> wordings;
    wordings.reserve(names.size());
    for (const CodedName& coded : names) wordings.push_back(coded.name);
    const std::vector<Name> read = read_plain_names(wordings, tag_);
    for (std::size_t i = 0; i < names.size(); ++i) {
      names_.try_emplace(names[i].code, names[i].name);
      add_key(lookup_key(read[i], language_), names[i].code);
      if (language_ != Language::ru) continue;
      for (const std::string& key : short_case_keys(names[i].name)) add_key(key, names[i].code);
    }
  }

  void add_key(const std::string& key, const std::string& code) {
    if (key.empty()) return;
    std::vector<std::string>& codes = codes_[key];
    if (std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  }

  text::LanguageTag tag_;
  Language language_;
  std::unordered_map<std::string, std::vector<std::string>> codes_;  // by lookup_key
  std::unordered_map<std::string, std::string> names_;               // by code
};

const CldrTable* table_of(Language language) {
  switch (language) {
    case Language::vi: {
      static const CldrTable table("vi");
      return &table;
    }
    case Language::en: {
      static const CldrTable table("en");
      return &table;
    }
    case Language::ru: {
      static const CldrTable table("ru");
      return &table;
    }
    case Language::zh: {
      static const CldrTable table("zh");
      return &table;
    }
    case Language::mnc:
    case Language::other:
      break;
  }
  return nullptr;
}

}  // namespace

const std::vector<std::string>& cldr_codes(const Name& name, Language language) {
  static const std::vector<std::string> none;
  const CldrTable* table = name.key.empty() ? nullptr : table_of(language);
  return table == nullptr ? none : table->find(lookup_key(name, language));
}

bool is_vietnamese_place_syllable(std::string_view syllable) {
  return !table_of(Language::vi)->find(vietnamese_key(syllable)).empty();
}

std::string describe_cldr_code(const std::string& code) {
  const std::string& name = table_of(Language::en)->name_of(code);
  return name == code ? code : name + " (" + code + ")";
}

}  // namespace aligner::anchors
