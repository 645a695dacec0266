#include "aligner/anchors/units.h"

#include <array>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aligner::anchors {
namespace {

enum class Tongue : std::uint8_t { any, vi, en, ru };

struct UnitRow {
  Tongue tongue;
  std::string_view unit;
  // Wordings parted by "|"; words by spaces. A word that ends in "*" may have any ending (Russian cases).
  std::string_view wordings;
};

constexpr std::array<UnitRow, 35> rows = {{
    {Tongue::any, "km2", "km 2|km ²|sq km|sq . km"},
    {Tongue::any, "km", "km"},
    {Tongue::any, "m", "m"},
    {Tongue::any, "ha", "ha"},
    {Tongue::any, "%", "%"},
    {Tongue::any, "degree", "°"},
    {Tongue::vi, "km2", "kilômét vuông|ki - lô - mét vuông|cây số vuông|ki lô mét vuông"},
    {Tongue::vi, "km", "kilômét|ki - lô - mét|ki lô mét|cây số"},
    {Tongue::vi, "m", "mét"},
    {Tongue::vi, "dam", "dặm"},
    {Tongue::vi, "li", "lý|lí"},
    {Tongue::vi, "verst", "dặm nga|vec - xta|véc - xta|verst"},
    {Tongue::vi, "ruble", "rúp|đồng rúp|ruble"},
    {Tongue::vi, "tael", "lạng"},
    {Tongue::vi, "%", "phần trăm"},
    {Tongue::vi, "year", "năm"},
    {Tongue::vi, "day", "ngày"},
    {Tongue::vi, "month", "tháng"},
    {Tongue::en, "km2", "square kilometre|square kilometres|square kilometer|square kilometers|sq kilometres"},
    {Tongue::en, "km", "kilometre|kilometres|kilometer|kilometers"},
    {Tongue::en, "m", "metre|metres|meter|meters"},
    {Tongue::en, "mile", "mile|miles"},
    {Tongue::en, "li", "li"},
    {Tongue::en, "verst", "verst|versts"},
    {Tongue::en, "ruble", "ruble|rubles|rouble|roubles"},
    {Tongue::en, "tael", "tael|taels"},
    {Tongue::en, "%", "percent|per cent"},
    {Tongue::en, "year", "year|years"},
    {Tongue::en, "day", "day|days"},
    {Tongue::en, "month", "month|months"},
    {Tongue::ru, "km2", "кв . км|кв км|км 2|км ²|квадратн* километр*"},
    {Tongue::ru, "km", "км|километр*"},
    {Tongue::ru, "m", "м|метр|метра|метров"},
    {Tongue::ru, "verst", "верст*"},
    {Tongue::ru, "ruble", "рубл*|руб"},
}};

constexpr std::array<UnitRow, 7> more_rows = {{
    {Tongue::ru, "tael", "лян|ляна|лянов"},
    {Tongue::ru, "li", "ли"},
    {Tongue::ru, "mile", "миля|мили|миль"},
    {Tongue::ru, "%", "процент*"},
    {Tongue::ru, "year", "год|года|лет|годом|годах|годам"},
    {Tongue::ru, "day", "день|дня|дней|дни"},
    {Tongue::ru, "month", "месяц|месяца|месяцев|месяцам"},
}};

struct Wording {
  std::vector<std::string_view> words;
  std::string_view unit;
  Tongue tongue = Tongue::any;
};

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

// A key that "верст*" shares with all its endings: the first bytes of the first word.
std::string_view bucket(std::string_view word) { return word.substr(0, word.size() < 2 ? word.size() : 2); }

using Table = std::unordered_map<std::string_view, std::vector<Wording>>;

Table make_table() {
  Table table;
  const auto add = [&](const UnitRow& row) {
    for (const std::string_view wording : cut(row.wordings, '|')) {
      const std::vector<std::string_view> words = cut(wording, ' ');
      table[bucket(words.front())].push_back({words, row.unit, row.tongue});
    }
  };
  for (const UnitRow& row : rows) add(row);
  for (const UnitRow& row : more_rows) add(row);
  return table;
}

bool is_tongue_of(Tongue tongue, Language language) {
  return tongue == Tongue::any || (tongue == Tongue::vi && language == Language::vi) ||
         (tongue == Tongue::en && language == Language::en) || (tongue == Tongue::ru && language == Language::ru);
}

std::string_view text_of(const Phrase& phrase, std::size_t at) {
  const Token& token = phrase[at];
  if (token.is_mark(U'%')) return "%";
  if (token.is_mark(U'\u00B2')) return "²";
  if (token.is_mark(U'\u00B0')) return "°";
  if (token.is_mark(U'.')) return ".";
  return token.is_dash() ? "-" : phrase.text(at);
}

bool matches(const Phrase& phrase, std::size_t at, std::string_view word) {
  if (word.ends_with('*')) {
    word.remove_suffix(1);
    return phrase.text(at).starts_with(word) && phrase.text(at).size() <= word.size() + 8;
  }
  if (word == "2" || word == "²" || word == ".") return phrase.is_tight(at) && text_of(phrase, at) == word;
  return text_of(phrase, at) == word;
}

bool matches(const Phrase& phrase, std::size_t at, const Wording& wording) {
  for (std::size_t i = 0; i < wording.words.size(); ++i) {
    if (!matches(phrase, at + i, wording.words[i])) return false;
  }
  return true;
}

bool is_time_unit(std::string_view unit) { return unit == "year" || unit == "month" || unit == "day"; }

}  // namespace

std::optional<UnitReading> read_unit(const Phrase& phrase, std::size_t at, Language language) {
  static const Table table = make_table();
  const bool hyphen = phrase[at].is_dash() && phrase.is_tight(at) && phrase.is_tight(at + 1);
  if (hyphen) ++at;
  if (phrase[at].capital && !phrase[at].all_capitals) return std::nullopt;
  const auto found = table.find(bucket(text_of(phrase, at)));
  if (found == table.end()) return std::nullopt;
  const Wording* best = nullptr;
  for (const Wording& wording : found->second) {
    const bool longer = best == nullptr || wording.words.size() > best->words.size();
    if (longer && is_tongue_of(wording.tongue, language) && matches(phrase, at, wording)) best = &wording;
  }
  if (best == nullptr) return std::nullopt;
  const std::size_t end = at + best->words.size();
  // "3 tháng 5": the next number says that this was no unit of the one before.
  if (is_time_unit(best->unit) && language == Language::vi && phrase[end].is_digits()) return std::nullopt;
  return UnitReading{std::string(best->unit), end};
}

}  // namespace aligner::anchors
