#include "tools/cli/value_kind.h"

#include <algorithm>
#include <array>

namespace tungse {
namespace {

struct KindRule {
  std::string_view key;
  ValueKind kind;
};

// Looked up in this order: by command and name, by name, by the end of a name, by what help calls the value. What the
// check of an option enumerates is a choice without a rule, and so is a number by its type.
constexpr std::array by_command_and_name = {
    KindRule{"db backup copy", ValueKind::kept},
    KindRule{"help command", ValueKind::command},
    KindRule{"man command", ValueKind::command},
};

constexpr std::array by_name = {
    KindRule{"--db", ValueKind::kept},
    KindRule{"--output", ValueKind::output},
    KindRule{"--write-baseline", ValueKind::output},
    KindRule{"--batch", ValueKind::input},
};

constexpr std::array by_end_of_name = {
    KindRule{"-dir", ValueKind::folder},        KindRule{"--lang", ValueKind::language},
    KindRule{"-lang", ValueKind::language},     KindRule{"--encoding", ValueKind::encoding},
    KindRule{"-encoding", ValueKind::encoding},
};

constexpr std::array by_value_name = {
    KindRule{"FILE", ValueKind::input},
    KindRule{"SOURCE", ValueKind::input},
    KindRule{"TARGET", ValueKind::input},
    KindRule{"SOURCE TARGET ... | TMX | TSV", ValueKind::input},
    KindRule{"GOLD[,GOLD...]", ValueKind::input},
    KindRule{"HYP[,HYP...]", ValueKind::input},
    KindRule{"FOLDER", ValueKind::folder},
    KindRule{"TEXT1", ValueKind::passage},
    KindRule{"TEXT2", ValueKind::passage},
    KindRule{"N", ValueKind::number},
    KindRule{"P", ValueKind::number},
    KindRule{"CONCEPT", ValueKind::text},
    KindRule{"CONCEPT|TERM", ValueKind::text},
    KindRule{"ID", ValueKind::text},
    KindRule{"KIND=CONCEPT", ValueKind::text},
    KindRule{"LANG=WORDING", ValueKind::text},
    KindRule{"NAME", ValueKind::text},
    KindRule{"PAIR", ValueKind::text},
    KindRule{"PAIR PAIR", ValueKind::text},
    KindRule{"PAIR PAIR...", ValueKind::text},
    KindRule{"PAIR...", ValueKind::text},
    KindRule{"QUERY", ValueKind::text},
    KindRule{"SCHEME=ID", ValueKind::text},
    KindRule{"SEGMENTS", ValueKind::text},
    KindRule{"SEGMENTS PAIR", ValueKind::text},
    KindRule{"T", ValueKind::text},
    KindRule{"TEXT", ValueKind::text},
    KindRule{"[LANG=]TEXT", ValueKind::text},
};

// Languages that tungse has rules, words or terms for; others are fine too.
constexpr std::array<std::string_view, 8> likely_languages = {
    "en", "mnc", "mnc-Latn-x-mollend", "ru", "vi", "zh-Hans", "zh-Hant", "zh"};
constexpr std::array<std::string_view, 11> likely_encodings = {
    "Big5",  "GB18030", "KOI8-R",       "TCVN5712-1",   "UTF-16BE",    "UTF-16LE",
    "UTF-8", "VISCII",  "windows-1251", "windows-1252", "windows-1258"};

template <typename Rules, typename Fits>
ValueKind look_up(const Rules& rules, Fits fits) {
  const auto rule = std::find_if(rules.begin(), rules.end(), [&](const KindRule& one) { return fits(one.key); });
  return rule == rules.end() ? ValueKind::unknown : rule->kind;
}

// The parser keeps what a check enumerates in the name of the type only: "TEXT:{tsv,json}".
std::vector<std::string> enumerated(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  const std::size_t begin = type.find('{');
  const std::size_t end = type.find('}', begin);
  std::vector<std::string> values;
  if (begin == std::string::npos || end == std::string::npos) return values;
  std::string value;
  for (const char byte : type.substr(begin + 1, end - begin - 1) + ",") {
    if (byte != ',') {
      value += byte;
      continue;
    }
    if (!value.empty()) values.push_back(value);
    value.clear();
  }
  return values;
}

bool is_number(const CLI::Option& option) {
  const std::string type = option.get_type_name();
  return type.starts_with("INT") || type.starts_with("UINT") || type.starts_with("FLOAT");
}

}  // namespace

std::string_view to_string(ValueKind kind) {
  constexpr std::array<std::string_view, 13> names = {"none",    "unknown", "input",  "output",   "kept",
                                                      "folder",  "passage", "choice", "language", "encoding",
                                                      "command", "number",  "text"};
  return names[static_cast<std::size_t>(kind)];
}

ValueKind value_kind_of(const CLI::Option& option, const std::string& path) {
  if (option.get_items_expected_max() == 0) return ValueKind::none;
  if (!enumerated(option).empty()) return ValueKind::choice;
  const std::string name = name_of(option);
  const std::string whole = path + " " + name;
  ValueKind kind = look_up(by_command_and_name, [&](std::string_view key) { return key == whole; });
  if (kind == ValueKind::unknown) kind = look_up(by_name, [&](std::string_view key) { return key == name; });
  if (kind == ValueKind::unknown)
    kind = look_up(by_end_of_name, [&](std::string_view key) { return name.ends_with(key); });
  if (kind == ValueKind::unknown && is_number(option)) kind = ValueKind::number;
  if (kind != ValueKind::unknown) return kind;
  return look_up(by_value_name, [&](std::string_view key) { return key == option.get_option_text(); });
}

std::vector<std::string> choices_of(const CLI::Option& option, ValueKind kind) {
  if (kind == ValueKind::language) return {likely_languages.begin(), likely_languages.end()};
  if (kind == ValueKind::encoding) return {likely_encodings.begin(), likely_encodings.end()};
  return kind == ValueKind::choice ? enumerated(option) : std::vector<std::string>{};
}

std::string name_of(const CLI::Option& option) {
  if (!option.get_lnames().empty()) return "--" + option.get_lnames().front();
  if (!option.get_snames().empty()) return "-" + option.get_snames().front();
  return option.get_name(true);
}

std::string path_of(const CLI::App& command) {
  const CLI::App* parent = command.get_parent();
  if (parent == nullptr) return "";
  const std::string above = path_of(*parent);
  return above.empty() ? command.get_name() : above + " " + command.get_name();
}

}  // namespace tungse
