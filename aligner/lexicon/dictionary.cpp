#include "aligner/lexicon/dictionary.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/segment/words.h"
#include "aligner/text/folded_text.h"
#include "aligner/text/read_document.h"

namespace aligner::lexicon {
namespace {

constexpr double dictionary_trust = 0.6;      // over the square root of the number of translations
constexpr std::size_t longest_wording = 4;    // words; longer entries are sentences
constexpr std::size_t longest_reading = 300;  // bytes of a wording that is looked at at all

enum class Form { table, hunalign };

struct Entry {
  std::string source;
  std::string target;
  std::optional<double> probability;
};

std::string_view trim(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> cut(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    pieces.push_back(trim(text.substr(at, end == std::string_view::npos ? end : end - at)));
    if (end == std::string_view::npos) return pieces;
    at = end + separator.size();
  }
}

class DictionaryReader {
 public:
  DictionaryReader(const std::string& name) : name_(name) {}

  std::vector<Entry> read(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
      const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
      ++line_;
      const std::string_view line = utf8.substr(at, end - at);
      if (!trim(line).empty() && trim(line).front() != '#') read_line(line);
      at = end + 1;
    }
    if (entries_.empty()) throw Error(name_ + ": holds no pair of words; a line is source, a tab, and target");
    return std::move(entries_);
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(line_) + ": " + what);
  }

  void read_line(std::string_view line) {
    if (!form_) form_ = line.find('\t') != std::string_view::npos ? Form::table : Form::hunalign;
    if (*form_ == Form::hunalign) {
      const std::vector<std::string_view> sides = cut(line, " @ ");
      if (sides.size() != 2) refuse("a line is target @ source, or source, a tab, and target");
      add(sides[1], sides[0], std::nullopt);
      return;
    }
    const std::vector<std::string_view> fields = cut(line, "\t");
    if (fields.size() < 2 || fields.size() > 3) refuse("a line is source, a tab, target, and perhaps a probability");
    std::optional<double> probability;
    if (fields.size() == 3 && !fields[2].empty()) probability = read_probability(fields[2]);
    for (const std::string_view source : cut(fields[0], "|")) {
      for (const std::string_view target : cut(fields[1], "|")) add(source, target, probability);
    }
  }

  double read_probability(std::string_view text) const {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_good = error == std::errc() && end == text.data() + text.size() && value > 0 && value <= 1;
    if (!is_good) refuse("the third column is a probability above 0 and up to 1");
    return value;
  }

  void add(std::string_view source, std::string_view target, std::optional<double> probability) {
    if (source.empty() || target.empty()) return;
    entries_.push_back({std::string(source), std::string(target), probability});
  }

  const std::string& name_;
  std::size_t line_ = 0;
  std::optional<Form> form_;
  std::vector<Entry> entries_;
};

// The words of a wording as the aligner counts them; empty where it is no short wording.
std::vector<std::string> words_of(const std::string& wording, const text::LanguageTag& language) {
  std::vector<std::string> words;
  if (wording.size() > longest_reading) return words;
  for (const segment::Word& word : segment::find_words(wording, {0, wording.size()}, language)) {
    if (word.kind != segment::WordKind::letters) continue;
    words.push_back(text::fold(std::string_view(wording).substr(word.span.begin, word.span.size())));
  }
  if (words.size() > longest_wording) words.clear();
  return words;
}

}  // namespace

Lexicon parse_dictionary(std::string_view utf8, const text::LanguageTag& source, const text::LanguageTag& target,
                         const std::string& name) {
  const std::vector<Entry> entries = DictionaryReader(name).read(utf8);
  std::map<std::string_view, std::size_t> translations;  // how many each wording has, by side
  std::map<std::string_view, std::size_t> origins;
  for (const Entry& entry : entries) {
    ++translations[entry.source];
    ++origins[entry.target];
  }
  std::vector<WordPair> pairs;
  for (const Entry& entry : entries) {
    const std::vector<std::string> from = words_of(entry.source, source);
    const std::vector<std::string> to = words_of(entry.target, target);
    const auto trust = [&](std::size_t count) {
      return entry.probability.value_or(dictionary_trust / std::sqrt(static_cast<double>(count)));
    };
    for (const std::string& e : from) {
      for (const std::string& f : to) {
        pairs.push_back({e, f, static_cast<float>(trust(translations[entry.source]) / static_cast<double>(to.size())),
                         static_cast<float>(trust(origins[entry.target]) / static_cast<double>(from.size()))});
      }
    }
  }
  return make_lexicon(std::move(pairs), source, target, name);
}

Lexicon read_dictionary(const std::filesystem::path& path, const text::LanguageTag& source,
                        const text::LanguageTag& target) {
  const text::ReadDocument read = text::read_document(path, {.encoding = std::nullopt, .language = source});
  return parse_dictionary(read.document.bytes(), source, target, read.document.name());
}

}  // namespace aligner::lexicon
