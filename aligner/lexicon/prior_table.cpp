// Priors from spelling. Identical tokens are found by name; cognates through an inverted index of letter trigrams, so
// that only words that share one are compared. Trigrams that more than max_postings words share open no comparison.
// Most words that share one have little else in common: bits that stand for the grams of each rule most of them out.

#include "aligner/lexicon/prior_table.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>

#include "aligner/text/folded_text.h"

namespace aligner::lexicon {
namespace {

constexpr double largest_sum = 0.95;         // leaves room for what the spelling cannot know
constexpr double smallest_dice = 0.45;       // below, likeness is chance
constexpr std::size_t shortest_cognate = 4;  // letters of the skeleton
constexpr std::size_t max_postings = 2000;

struct Letter {
  std::string_view cyrillic;
  std::string_view latin;
};

// How Russian letters sound in the spelling of the West, after the folding k = c, y = i.
constexpr Letter cyrillic_letters[] = {
    {"а", "a"},  {"б", "b"},   {"в", "v"}, {"г", "g"}, {"д", "d"}, {"е", "e"},  {"ж", "zh"}, {"з", "z"},
    {"и", "i"},  {"й", "i"},   {"к", "c"}, {"л", "l"}, {"м", "m"}, {"н", "n"},  {"о", "o"},  {"п", "p"},
    {"р", "r"},  {"с", "s"},   {"т", "t"}, {"у", "u"}, {"ф", "f"}, {"х", "ch"}, {"ц", "ts"}, {"ч", "ch"},
    {"ш", "sh"}, {"щ", "sch"}, {"ъ", ""},  {"ы", "i"}, {"ь", ""},  {"э", "e"},  {"ю", "iu"}, {"я", "ia"},
};

char fold_letter(char letter) {
  switch (letter) {
    case 'k':
    case 'q':
      return 'c';
    case 'w':
      return 'v';
    case 'y':
      return 'i';
    default:
      return letter;
  }
}

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t count_letters(std::string_view word) {
  return static_cast<std::size_t>(
      std::count_if(word.begin(), word.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

// 0 where such likeness does not count.
double identity_prior(std::string_view word, const Likeness& likeness) {
  if (std::any_of(word.begin(), word.end(), is_digit)) return likeness.numbers ? 0.9 : 0;
  const auto lead = static_cast<unsigned char>(word[0]);
  const bool is_punctuation = lead < 0x80 && !is_ascii_letter(word[0]);
  if (is_punctuation) return likeness.punctuation ? 0.7 : 0;
  if (!likeness.words) return 0;
  const std::size_t letters = count_letters(word);
  if (letters >= 4) return 0.8;
  return letters == 3 ? 0.4 : 0.1;
}

using Grams = std::vector<std::uint32_t>;  // sorted bigrams and trigrams of a skeleton

bool is_trigram(std::uint32_t gram) { return gram > 0xFFFF; }

// A word as its cognates are looked for.
struct Spelling {
  Grams grams;  // empty where the word cannot be a cognate
  // A bit for every bigram and one for every trigram; several may share it.
  std::uint64_t bigram_bits = 0;
  std::uint64_t trigram_bits = 0;
};

Spelling spelling_of(std::string_view skeleton) {
  Spelling spelling;
  Grams& grams = spelling.grams;
  grams.reserve(2 * skeleton.size());
  const auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(skeleton[i])); };
  for (std::size_t i = 0; i + 1 < skeleton.size(); ++i) {
    grams.push_back(at(i) << 8 | at(i + 1));
    if (i + 2 < skeleton.size()) grams.push_back(at(i) << 16 | at(i + 1) << 8 | at(i + 2));
  }
  std::sort(grams.begin(), grams.end());
  constexpr std::uint32_t odd_number = 0x9E3779B1U;  // 2^32 over the golden ratio: Knuth, TAOCP 3, 6.4
  for (const std::uint32_t gram : grams) {
    std::uint64_t& bits = is_trigram(gram) ? spelling.trigram_bits : spelling.bigram_bits;
    bits |= std::uint64_t{1} << (gram * odd_number >> 26U);
  }
  return spelling;
}

double dice(std::size_t shared, const Grams& a, const Grams& b) {
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

std::size_t count_shared(const Grams& a, const Grams& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++shared, ++x, ++y;
    } else if (*x < *y) {
      ++x;
    } else {
      ++y;
    }
  }
  return shared;
}

// At most so many grams can be shared: each bit that only one of the two has is a gram at least that the other lacks.
std::size_t most_shared(const Spelling& a, const Spelling& b) {
  const auto apart = static_cast<std::size_t>(std::popcount(a.bigram_bits ^ b.bigram_bits) +
                                              std::popcount(a.trigram_bits ^ b.trigram_bits));
  return std::min({a.grams.size(), b.grams.size(), (a.grams.size() + b.grams.size() - apart) / 2});
}

bool is_anchor_name(std::string_view name) { return !name.empty() && name[0] == '\x01'; }

Spelling cognate_spelling(const std::string& name) {
  if (is_anchor_name(name) || std::any_of(name.begin(), name.end(), is_digit)) return {};
  const std::string bones = skeleton(name);
  if (bones.size() < shortest_cognate) return {};
  return spelling_of(bones);
}

// Finds the cognates of words among those of one vocabulary.
class CognateIndex {
 public:
  struct Cognate {
    TokenId id = 0;
    double dice = 0;
  };

  explicit CognateIndex(const Vocabulary& words) : seen_by_(words.size(), 0) {
    spellings_.reserve(words.size());
    for (TokenId id = 0; id < words.size(); ++id) {
      spellings_.push_back(cognate_spelling(words.name(id)));
      std::uint32_t last = 0;
      for (const std::uint32_t gram : spellings_.back().grams) {
        if (is_trigram(gram) && gram != last) by_trigram_[gram].push_back(id);
        last = gram;
      }
    }
  }

  /// By number. The word itself is among them.
  const std::vector<Cognate>& find(const std::string& name) {
    found_.clear();
    ++round_;
    const Spelling spelling = cognate_spelling(name);
    for (const std::uint32_t gram : spelling.grams) {
      const auto sharing = is_trigram(gram) ? by_trigram_.find(gram) : by_trigram_.end();
      if (sharing == by_trigram_.end() || sharing->second.size() > max_postings) continue;
      for (const TokenId id : sharing->second) {
        if (seen_by_[id] == round_) continue;
        seen_by_[id] = round_;
        compare(spelling, id);
      }
    }
    std::sort(found_.begin(), found_.end(), [](const Cognate& a, const Cognate& b) { return a.id < b.id; });
    return found_;
  }

 private:
  void compare(const Spelling& spelling, TokenId id) {
    const Spelling& other = spellings_[id];
    if (dice(most_shared(spelling, other), spelling.grams, other.grams) < smallest_dice) return;
    const double likeness = dice(count_shared(spelling.grams, other.grams), spelling.grams, other.grams);
    if (likeness >= smallest_dice) found_.push_back({id, likeness});
  }

  std::vector<Spelling> spellings_;  // by token
  std::unordered_map<std::uint32_t, std::vector<TokenId>> by_trigram_;
  std::vector<std::uint32_t> seen_by_;  // by token: the round that met it last
  std::uint32_t round_ = 0;
  std::vector<Cognate> found_;
};

void add_cognates(TokenId source, const std::string& name, const Vocabulary& target, CognateIndex& cognates,
                  PriorTable& priors) {
  for (const CognateIndex::Cognate& cognate : cognates.find(name)) {
    if (target.name(cognate.id) == name) continue;  // the identity prior is the better one
    priors.add(source, cognate.id, std::min(0.7, 1.2 * (cognate.dice - 0.4) + 0.03));
  }
}

}  // namespace

void PriorTable::add(TokenId source, TokenId target, double forward, double backward) {
  priors_.push_back({source, target, forward, backward});
}

void PriorTable::normalise() {
  const auto place = [](const Prior& prior) { return std::pair(prior.source, prior.target); };
  std::sort(priors_.begin(), priors_.end(), [&](const Prior& a, const Prior& b) { return place(a) < place(b); });
  std::size_t kept = 0;
  for (const Prior& prior : priors_) {
    if (kept > 0 && place(priors_[kept - 1]) == place(prior)) {
      priors_[kept - 1].forward = std::max(priors_[kept - 1].forward, prior.forward);
      priors_[kept - 1].backward = std::max(priors_[kept - 1].backward, prior.backward);
    } else {
      priors_[kept++] = prior;
    }
  }
  priors_.resize(kept);

  TokenId last_source = 0;
  TokenId last_target = 0;
  for (const Prior& prior : priors_) {
    last_source = std::max(last_source, prior.source);
    last_target = std::max(last_target, prior.target);
  }
  std::vector<double> source_sum(last_source + std::size_t{1}, 0.0);
  std::vector<double> target_sum(last_target + std::size_t{1}, 0.0);
  for (const Prior& prior : priors_) {
    source_sum[prior.source] += prior.forward;
    target_sum[prior.target] += prior.backward;
  }
  for (Prior& prior : priors_) {
    prior.forward *= std::min(1.0, largest_sum / source_sum[prior.source]);
    prior.backward *= std::min(1.0, largest_sum / target_sum[prior.target]);
  }
}

std::string skeleton(std::string_view word) {
  const std::string folded = text::fold(word, {.marks = text::FoldMarks::strip});
  std::string bones;
  for (std::size_t at = 0; at < folded.size();) {
    if (is_ascii_letter(folded[at]) || is_digit(folded[at])) {
      bones += fold_letter(folded[at++]);
      continue;
    }
    const std::string_view letter = std::string_view(folded).substr(at, 2);
    const auto* const found = std::find_if(std::begin(cyrillic_letters), std::end(cyrillic_letters),
                                           [&](const Letter& entry) { return entry.cyrillic == letter; });
    if (found != std::end(cyrillic_letters)) bones += found->latin;
    at += found != std::end(cyrillic_letters) ? 2 : 1;
  }
  return bones;
}

PriorTable find_word_priors(const Vocabulary& source, const Vocabulary& target, const Likeness& likeness) {
  PriorTable priors;
  std::optional<CognateIndex> cognates;
  if (likeness.cognates) cognates.emplace(target);
  for (TokenId id = 0; id < source.size(); ++id) {
    const std::string& name = source.name(id);
    if (is_anchor_name(name)) continue;
    if (const auto same = target.find(name)) {
      if (const double prior = identity_prior(name, likeness); prior > 0) priors.add(id, *same, prior);
    }
    if (cognates) add_cognates(id, name, target, *cognates, priors);
  }
  return priors;
}

}  // namespace aligner::lexicon
