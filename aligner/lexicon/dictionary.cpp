#include "aligner/lexicon/dictionary.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "aligner/error.h"
#include "aligner/segment/words.h"
#include "aligner/text/folded_text.h"
#include "aligner/text/read_document.h"
#include "aligner/text/trimmed.h"

namespace aligner::lexicon {
namespace {

constexpr double dictionary_trust = 0.6;       // over the square root of the number of translations
constexpr std::size_t longest_wording = 4;     // words; longer entries are sentences
constexpr std::size_t longest_reading = 300;   // bytes of a wording that is looked at at all
constexpr std::size_t most_pairs = 4'000'000;  // columns of many wordings multiply

enum class Form { table, hunalign };

std::vector<std::string_view> cut(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0;;) {
    const std::size_t end = text.find(separator, at);
    pieces.push_back(text::trimmed(text.substr(at, end == std::string_view::npos ? end : end - at)));
    if (end == std::string_view::npos) return pieces;
    at = end + separator.size();
  }
}

class DictionaryReader {
 public:
  explicit DictionaryReader(const std::string& name) : name_(name) {}

  std::vector<DictionaryEntry> read(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size();) {
      const std::size_t end = std::min(utf8.find('\n', at), utf8.size());
      ++line_;
      const std::string_view line = utf8.substr(at, end - at);
      const std::string_view told = text::trimmed(line);
      if (!told.empty() && told.front() != '#') read_line(line);
      at = end + 1;
    }
    if (entries_.empty()) throw Error(name_ + ": holds no pair of words; a line is source, a tab, and target");
    sort_unique();
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
    const std::vector<std::string_view> targets = wordings_of(fields[1]);
    for (const std::string_view source : wordings_of(fields[0])) {
      for (const std::string_view target : targets) add(source, target, probability);
    }
  }

  std::vector<std::string_view> wordings_of(std::string_view field) const {
    std::vector<std::string_view> wordings = cut(field, "|");
    if (wordings.size() > most_wordings) {
      refuse("a column holds " + std::to_string(wordings.size()) + " wordings, at most " +
             std::to_string(most_wordings) + " are read; give each a line of its own");
    }
    return wordings;
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
    if (source.size() > longest_reading || target.size() > longest_reading) return;
    std::string from = text::fold(source);
    std::string to = text::fold(target);
    if (entries_.size() == most_pairs) {
      refuse("is the pair after the first " + std::to_string(most_pairs) + "; split the dictionary");
    }
    if (!from.empty() && !to.empty()) entries_.push_back({std::move(from), std::move(to), probability});
  }

  void sort_unique() {
    std::sort(entries_.begin(), entries_.end(), [](const DictionaryEntry& a, const DictionaryEntry& b) {
      return std::tuple(std::string_view(a.source), std::string_view(a.target), -a.probability.value_or(0)) <
             std::tuple(std::string_view(b.source), std::string_view(b.target), -b.probability.value_or(0));
    });
    const auto is_double = [](const DictionaryEntry& a, const DictionaryEntry& b) {
      return a.source == b.source && a.target == b.target;
    };
    entries_.erase(std::unique(entries_.begin(), entries_.end(), is_double), entries_.end());
  }

  const std::string& name_;
  std::size_t line_ = 0;
  std::optional<Form> form_;
  std::vector<DictionaryEntry> entries_;
};

// The words of a wording as the aligner counts them; empty where it is no short wording.
std::vector<std::string> words_of(const std::string& wording, segment::WordFinder& finder) {
  std::vector<std::string> words;
  for (const segment::Word& word : finder.find_words(wording, {0, wording.size()})) {
    if (word.kind != segment::WordKind::letters) continue;
    words.push_back(wording.substr(word.span.begin, word.span.size()));
  }
  if (words.size() > longest_wording) words.clear();
  return words;
}

// What is known of all wordings of one side.
struct Wording {
  std::vector<std::string> words;
  std::size_t translations = 0;
};
using Wordings = std::unordered_map<std::string_view, Wording>;

void count(Wordings& wordings, const std::string& wording, segment::WordFinder& finder) {
  Wording& known = wordings[wording];
  if (known.translations++ == 0) known.words = words_of(wording, finder);
}

double trust_of(const DictionaryEntry& entry, const Wording& wording) {
  return entry.probability.value_or(dictionary_trust / std::sqrt(static_cast<double>(wording.translations)));
}

}  // namespace

Dictionary parse_dictionary(std::string_view utf8, const std::string& name) {
  return {name, {}, DictionaryReader(name).read(utf8)};
}

Dictionary read_dictionary(const std::filesystem::path& path) {
  const text::ReadDocument read =
      text::read_document(path, {.encoding = std::nullopt, .language = text::LanguageTag()});
  const std::string& name = read.document.name();
  if (!read.encoding.starts_with("UTF-")) {
    throw Error(name + ": is not UTF-8 (it may be " + read.encoding + "); convert the dictionary to UTF-8");
  }
  Dictionary dictionary = parse_dictionary(read.document.bytes(), name);
  dictionary.sha256 = read.sha256;
  return dictionary;
}

Lexicon make_lexicon(const Dictionary& dictionary, const text::LanguageTag& source, const text::LanguageTag& target) {
  segment::WordFinder source_finder(source);
  segment::WordFinder target_finder(target);
  Wordings from;
  Wordings to;
  for (const DictionaryEntry& entry : dictionary.entries) {
    count(from, entry.source, source_finder);
    count(to, entry.target, target_finder);
  }
  std::vector<WordPair> pairs;
  for (const DictionaryEntry& entry : dictionary.entries) {
    const Wording& left = from[entry.source];
    const Wording& right = to[entry.target];
    if (left.words.empty() || right.words.empty()) continue;
    const auto forward = static_cast<float>(trust_of(entry, left) / static_cast<double>(right.words.size()));
    const auto backward = static_cast<float>(trust_of(entry, right) / static_cast<double>(left.words.size()));
    for (const std::string& e : left.words) {
      for (const std::string& f : right.words) pairs.push_back({e, f, forward, backward});
    }
  }
  return make_lexicon(std::move(pairs), source, target, dictionary.name);
}

}  // namespace aligner::lexicon
