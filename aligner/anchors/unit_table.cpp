#include "aligner/anchors/unit_table.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include "aligner/anchors/embedded_files.h"
#include "aligner/error.h"

namespace aligner::anchors {

namespace {

// Endings of nouns and adjectives; "" is the bare stem.
constexpr std::array<std::string_view, 43> russian_endings = {
    "",    "а",   "я",  "у",  "ю",  "ом", "ем", "е",  "ы",  "и",  "ов",  "ев",  "ей",  "ам",  "ям",
    "ами", "ями", "ах", "ях", "ой", "ою", "ью", "ь",  "ый", "ий", "ого", "его", "ому", "ему", "ым",
    "им",  "ая",  "яя", "ую", "юю", "ое", "ее", "ые", "ие", "ых", "их",  "ыми", "ими"};

// Columns of the table that hold wordings.
constexpr std::size_t first_wording_column = 4;
constexpr std::size_t column_count = 10;

std::vector<std::string_view> cut(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    pieces.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return pieces;
}

std::vector<std::string> words_of(std::string_view wording) {
  std::vector<std::string> words;
  for (const std::string_view word : cut(wording, ' ')) words.emplace_back(word);
  return words;
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// In Chinese every character is a token; Latin abbreviations stay words.
std::vector<std::string> characters_of(std::string_view wording) {
  if (is_ascii(wording.front())) return words_of(wording);
  std::vector<std::string> characters;
  for (const char c : wording) {
    const bool continues = (static_cast<unsigned char>(c) & 0xC0) == 0x80;
    if (!continues) characters.emplace_back();
    if (c != ' ') characters.back() += c;
  }
  characters.erase(std::remove(characters.begin(), characters.end(), ""), characters.end());
  return characters;
}

std::optional<std::int64_t> times(std::int64_t first, std::int64_t second) {
  if (second != 0 && first > std::numeric_limits<std::int64_t>::max() / second) return std::nullopt;
  return first * second;
}

std::optional<Rational> parse_decimal(std::string_view text) {
  Rational decimal;
  bool behind_point = false;
  for (const char c : text) {
    if (c == '.' && !behind_point) {
      behind_point = true;
      continue;
    }
    const std::optional<std::int64_t> digits = times(decimal.numerator, 10);
    const std::optional<std::int64_t> scale = times(decimal.denominator, behind_point ? 10 : 1);
    if (c < '0' || c > '9' || !digits || !scale) return std::nullopt;
    decimal = {*digits + (c - '0'), *scale};
  }
  return decimal.numerator == 0 ? std::nullopt : std::optional(decimal);
}

std::optional<Rational> multiply(Rational first, Rational second) {
  const std::int64_t crosswise = std::gcd(first.numerator, second.denominator);
  const std::int64_t other = std::gcd(second.numerator, first.denominator);
  const auto numerator = times(first.numerator / crosswise, second.numerator / other);
  const auto denominator = times(first.denominator / other, second.denominator / crosswise);
  if (!numerator || !denominator) return std::nullopt;
  const std::int64_t common = std::gcd(*numerator, *denominator);
  return Rational{*numerator / common, *denominator / common};
}

Error error_in(const std::string& name, std::size_t line, const std::string& what) {
  return Error(name + ":" + std::to_string(line) + ": " + what);
}

UnitMeasure parse_measure(const std::vector<std::string_view>& cells, const std::string& name, std::size_t line) {
  UnitMeasure measure{.dimension = std::string(cells[1])};
  for (const std::string_view factor : cut(cells[2], '|')) {
    const std::optional<Rational> parsed = parse_factor(factor);
    if (!parsed) throw error_in(name, line, "the factor \"" + std::string(factor) + "\" is no product of decimals");
    measure.factors.push_back(*parsed);
  }
  return measure;
}

UnitTable parse_bundled_units() {
  const text::EmbeddedFile& file = bundled_unit_files[0];
  return UnitTable::parse(std::string_view(file.bytes, file.size), std::string("bundled ") + file.name);
}

}  // namespace

std::optional<Rational> parse_factor(std::string_view text) {
  Rational product{1, 1};
  bool divides = false;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of("*/", at), text.size());
    std::optional<Rational> next = parse_decimal(text.substr(at, end - at));
    if (!next) return std::nullopt;
    if (divides) std::swap(next->numerator, next->denominator);
    const std::optional<Rational> result = multiply(product, *next);
    if (!result) return std::nullopt;
    product = *result;
    divides = end < text.size() && text[end] == '/';
    at = end + 1;
  }
  return product;
}

bool is_form_of(std::string_view word, std::string_view pattern) {
  if (!pattern.ends_with('*')) return word == pattern;
  pattern.remove_suffix(1);
  if (!word.starts_with(pattern)) return false;
  const std::string_view ending = word.substr(pattern.size());
  return std::find(russian_endings.begin(), russian_endings.end(), ending) != russian_endings.end();
}

UnitTable UnitTable::parse(std::string_view text, const std::string& name) {
  static constexpr std::array<Language, 5> columns = {Language::en, Language::vi, Language::ru, Language::zh,
                                                      Language::mnc};
  UnitTable table;
  std::size_t line = 0;
  bool in_heading = true;
  for (const std::string_view row : cut(text, '\n')) {
    ++line;
    if (row.empty() || row.front() == '#') continue;
    const std::vector<std::string_view> cells = cut(row, '\t');
    if (cells.size() != column_count) {
      throw error_in(name, line, "a unit has " + std::to_string(column_count) + " cells, parted by tabs");
    }
    if (std::exchange(in_heading, false)) continue;
    const std::string unit(cells[0]);
    if (unit != "-") table.measures_.emplace(unit, parse_measure(cells, name, line));
    for (std::size_t language = 0; language < table.wordings_.size(); ++language) {
      table.add(cells[first_wording_column], unit, static_cast<Language>(language));
    }
    for (std::size_t i = 0; i < columns.size(); ++i) table.add(cells[first_wording_column + 1 + i], unit, columns[i]);
  }
  return table;
}

void UnitTable::add(std::string_view wordings, const std::string& unit, Language language) {
  auto& map = wordings_.at(static_cast<std::size_t>(language));
  for (const std::string_view wording : cut(wordings, '|')) {
    if (wording.empty()) continue;
    UnitWording entry{.unit = unit};
    entry.words = language == Language::zh ? characters_of(wording) : words_of(wording);
    const std::string first = entry.words.front();
    if (!first.ends_with('*')) {
      map[first].push_back(std::move(entry));
      continue;
    }
    const std::string stem = first.substr(0, first.size() - 1);
    for (const std::string_view ending : russian_endings) map[stem + std::string(ending)].push_back(entry);
  }
}

const std::vector<UnitWording>& UnitTable::find_wordings(std::string_view word, Language language) const {
  static const std::vector<UnitWording> none;
  const auto& map = wordings_.at(static_cast<std::size_t>(language));
  const auto found = map.find(word);
  return found == map.end() ? none : found->second;
}

const UnitMeasure* UnitTable::find_measure(std::string_view unit) const {
  const auto found = measures_.find(unit);
  return found == measures_.end() ? nullptr : &found->second;
}

const UnitTable& bundled_units() {
  static const UnitTable table = parse_bundled_units();
  return table;
}

}  // namespace aligner::anchors
