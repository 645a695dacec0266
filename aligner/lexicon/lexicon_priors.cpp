#include "aligner/lexicon/lexicon_priors.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aligner/segment/words.h"

namespace aligner::lexicon {
namespace {

// Ids of a lexicon's words in a text's vocabulary, by place in the lexicon. Words of a lexicon ascend, and a text has
// fewer: each of the text's is looked for among them.
std::vector<std::optional<TokenId>> find_all(const std::vector<std::string>& words, const Vocabulary& vocabulary) {
  std::vector<std::optional<TokenId>> ids(words.size());
  for (TokenId id = 0; id < vocabulary.size(); ++id) {
    const auto found = std::lower_bound(words.begin(), words.end(), vocabulary.name(id));
    if (found != words.end() && *found == vocabulary.name(id))
      ids[static_cast<std::size_t>(found - words.begin())] = id;
  }
  return ids;
}

// A stem's words stand together, since they begin with it.
std::vector<std::optional<TokenId>> find_stems(const std::vector<std::string>& words, const LanguageSide& side) {
  if (!side.has_stems) return find_all(words, side.stems);
  const Vocabulary& vocabulary = side.stems;
  std::vector<std::optional<TokenId>> ids(words.size());
  for (TokenId id = 0; id < vocabulary.size(); ++id) {
    const std::string& stem = vocabulary.name(id);
    auto word = std::lower_bound(words.begin(), words.end(), stem);
    for (; word != words.end() && word->starts_with(stem); ++word) {
      if (stem_of(*word) == stem) ids[static_cast<std::size_t>(word - words.begin())] = id;
    }
  }
  return ids;
}

void add_level(const Lexicon& lexicon, const std::vector<std::optional<TokenId>>& source,
               const std::vector<std::optional<TokenId>>& target, double trust, PriorTable& priors) {
  for (const LexiconEntry& entry : lexicon.entries) {
    if (!source[entry.source] || !target[entry.target]) continue;
    if (entry.forward <= 0 && entry.backward <= 0) continue;
    priors.add(*source[entry.source], *target[entry.target], trust * static_cast<double>(entry.forward),
               trust * static_cast<double>(entry.backward));
  }
}

// Says which tokens of a side are words; each is looked at once, and only where it has something to translate.
class WordTest {
 public:
  WordTest(const Vocabulary& vocabulary, const text::LanguageTag& language)
      : vocabulary_(vocabulary), finder_(language), known_(vocabulary.size(), Known::not_yet) {}

  bool is_word(TokenId id) {
    if (known_[id] == Known::not_yet) known_[id] = look_at(vocabulary_.name(id)) ? Known::yes : Known::no;
    return known_[id] == Known::yes;
  }

 private:
  enum class Known : unsigned char { not_yet, yes, no };

  // Letters of any script; no digits, signs or anchors.
  bool look_at(const std::string& name) {
    if (name.size() > longest_lexicon_word) return false;
    const auto is_digit_or_control = [](char c) { return (c >= '0' && c <= '9') || (c >= 0 && c < ' '); };
    if (std::any_of(name.begin(), name.end(), is_digit_or_control)) return false;
    const std::vector<segment::Word> words = finder_.find_words(name, {0, name.size()});
    return !words.empty() && words.front().kind == segment::WordKind::letters;
  }

  const Vocabulary& vocabulary_;
  segment::WordFinder finder_;
  std::vector<Known> known_;
};

}  // namespace

void add_lexicon_priors(const Lexicon& lexicon, const LanguageSide& source, const LanguageSide& target,
                        PriorTable& word_priors, PriorTable& stem_priors, const LexiconTrust& trust) {
  if (trust.words > 0) {
    add_level(lexicon, find_all(lexicon.source_words, source.words), find_all(lexicon.target_words, target.words),
              trust.words, word_priors);
  }
  if (trust.stems > 0) {
    add_level(lexicon, find_stems(lexicon.source_words, source), find_stems(lexicon.target_words, target), trust.stems,
              stem_priors);
  }
}

Lexicon extract_lexicon(const TranslationTable& table, const Vocabulary& source, const Vocabulary& target,
                        text::LanguageTag source_language, text::LanguageTag target_language, std::string note,
                        const ExtractOptions& options) {
  WordTest source_test(source, source_language);
  WordTest target_test(target, target_language);
  std::vector<WordPair> pairs;
  for (TokenId e = 0; e < table.source_size(); ++e) {
    for (const TranslationEntry& entry : table.row(e)) {
      const double forward = table.learnt_forward(e, entry);
      const double backward = table.learnt_backward(entry);
      const double count = std::min(entry.forward_count, entry.backward_count);
      if (count < options.smallest_count || std::max(forward, backward) < options.smallest_probability) continue;
      if (!source_test.is_word(e) || !target_test.is_word(entry.target)) continue;
      pairs.push_back(
          {source.name(e), target.name(entry.target), static_cast<float>(forward), static_cast<float>(backward)});
    }
  }
  return make_lexicon(std::move(pairs), std::move(source_language), std::move(target_language), std::move(note));
}

}  // namespace aligner::lexicon
