#include "aligner/check/doubled_words.h"

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>

#include "aligner/text/embedded_file.h"

namespace aligner::check {

// Defined by the build from corpora/doubled_words; see tungse_embed in aligner/CMakeLists.txt.
extern const text::EmbeddedFile doubled_word_files[];
extern const std::size_t doubled_word_files_count;

namespace {

struct Table {
  std::unordered_map<std::string, DoubledWord> words;
  DoubledWord others = DoubledWord::wrong;
};

void read_line(std::string_view line, Table& table) {
  line = line.substr(0, line.find('#'));
  while (!line.empty()) {
    const std::size_t end = line.find(' ');
    const std::string_view word = line.substr(0, end);
    line.remove_prefix(end == std::string_view::npos ? line.size() : end + 1);
    if (word.empty()) continue;
    const bool is_wrong = word.front() == '!';
    if (is_wrong) table.others = DoubledWord::unknown;
    table.words[std::string(word.substr(is_wrong ? 1 : 0))] = is_wrong ? DoubledWord::wrong : DoubledWord::right;
  }
}

std::map<std::string, Table> read_tables() {
  std::map<std::string, Table> tables;
  for (std::size_t i = 0; i < doubled_word_files_count; ++i) {
    const std::string name = doubled_word_files[i].name;
    std::string_view bytes(doubled_word_files[i].bytes, doubled_word_files[i].size);
    Table& table = tables[name.substr(0, name.find('.'))];
    while (!bytes.empty()) {
      const std::size_t end = bytes.find('\n');
      read_line(bytes.substr(0, end), table);
      bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
  }
  return tables;
}

}  // namespace

DoubledWord judge_doubled(std::string_view folded, const text::LanguageTag& language) {
  static const std::map<std::string, Table> tables = read_tables();
  const auto table = tables.find(language.language());
  if (table == tables.end()) return DoubledWord::wrong;
  const auto word = table->second.words.find(std::string(folded));
  return word == table->second.words.end() ? table->second.others : word->second;
}

}  // namespace aligner::check
