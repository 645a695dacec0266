#include "aligner/lexicon/lexicon_priors.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace aligner::lexicon {
namespace {

constexpr double lexicon_trust = 0.9;  // of other texts' translations in these; as for identical numbers

// Ids of a lexicon's words in a text's vocabulary, by place in the lexicon.
std::vector<std::optional<TokenId>> find_all(const std::vector<std::string>& words, const Vocabulary& vocabulary) {
  std::vector<std::optional<TokenId>> ids;
  ids.reserve(words.size());
  for (const std::string& word : words) ids.push_back(vocabulary.find(word));
  return ids;
}

std::vector<std::optional<TokenId>> find_stems(const std::vector<std::string>& words, const Vocabulary& vocabulary) {
  std::vector<std::optional<TokenId>> ids;
  ids.reserve(words.size());
  for (const std::string& word : words) ids.push_back(vocabulary.find(stem_of(word)));
  return ids;
}

void add_level(const Lexicon& lexicon, const std::vector<std::optional<TokenId>>& source,
               const std::vector<std::optional<TokenId>>& target, PriorTable& priors) {
  for (const LexiconEntry& entry : lexicon.entries) {
    if (!source[entry.source] || !target[entry.target]) continue;
    priors.add(*source[entry.source], *target[entry.target], lexicon_trust * static_cast<double>(entry.forward),
               lexicon_trust * static_cast<double>(entry.backward));
  }
}

// Letters of any script, no digits, signs or anchors.
bool is_word(const std::string& name) {
  const auto lead = static_cast<unsigned char>(name.empty() ? 0 : name[0]);
  const bool begins_with_letter = (lead >= 'a' && lead <= 'z') || lead >= 0x80;
  return begins_with_letter && std::none_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void add_lexicon_priors(const Lexicon& lexicon, const LanguageSide& source, const LanguageSide& target,
                        PriorTable& word_priors, PriorTable& stem_priors) {
  add_level(lexicon, find_all(lexicon.source_words, source.words), find_all(lexicon.target_words, target.words),
            word_priors);
  add_level(lexicon, find_stems(lexicon.source_words, source.stems), find_stems(lexicon.target_words, target.stems),
            stem_priors);
}

Lexicon extract_lexicon(const TranslationTable& table, const Vocabulary& source, const Vocabulary& target,
                        text::LanguageTag source_language, text::LanguageTag target_language, std::string note,
                        const ExtractOptions& options) {
  std::vector<WordPair> pairs;
  for (TokenId e = 0; e < table.source_size(); ++e) {
    if (!is_word(source.name(e))) continue;
    for (const TranslationEntry& entry : table.row(e)) {
      if (!is_word(target.name(entry.target))) continue;
      const double forward = table.learnt_forward(e, entry);
      const double backward = table.learnt_backward(entry);
      const double count = std::min(entry.forward_count, entry.backward_count);
      if (count < options.smallest_count || std::max(forward, backward) < options.smallest_probability) continue;
      pairs.push_back(
          {source.name(e), target.name(entry.target), static_cast<float>(forward), static_cast<float>(backward)});
    }
  }
  return make_lexicon(std::move(pairs), std::move(source_language), std::move(target_language), std::move(note));
}

}  // namespace aligner::lexicon
