#include "aligner/report/reasons.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/core.h>

#include "aligner/report/columns.h"
#include "aligner/report/pair_texts.h"
#include "aligner/report/retold.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using messages::Speaker;
using score::Evidence;
using score::EvidenceKind;

constexpr double weight_shown = 0.05;        // nats; less is rounded to 0.0
constexpr std::size_t word_pairs_shown = 3;  // "treaty = hiệp ước, ..."
constexpr std::size_t columns_of_a_quote = 40;
constexpr std::size_t columns_of_a_reason = 160;

struct Entry {
  std::string text;
  double weight = 0;
  bool is_conflict = false;
};

std::string signed_weight(double weight, const Speaker& speaker) {
  const bool is_zero = std::abs(weight) < weight_shown;
  return speaker.decimal(is_zero ? 0.0 : weight, 1, messages::ShowPlus::yes);
}

std::string quote(const align::AlignedSide& side, text::Span span) {
  return shortened(plain_text(text_of(side, span)), columns_of_a_quote);
}

// "source = target" from the texts, or the reason given where one of the two has no place.
std::string what_agrees(const align::AlignedTexts& texts, const Evidence& evidence) {
  const std::string source = quote(texts.source, evidence.source);
  const std::string target = quote(texts.target, evidence.target);
  if (!source.empty() && !target.empty()) return source == target ? source : source + " = " + target;
  return source + target;
}

std::string describe_conflict(EvidenceKind kind, const std::string& what, const Speaker& speaker) {
  switch (kind) {
    case EvidenceKind::date:
      return speaker.tell("dates disagree: {}", what);
    case EvidenceKind::number:
      return speaker.tell("numbers disagree: {}", what);
    case EvidenceKind::name:
      return speaker.tell("names disagree: {}", what);
    case EvidenceKind::term:
      return speaker.tell("terms disagree: {}", what);
    case EvidenceKind::word:
      return speaker.tell("words disagree: {}", what);
    default:
      return speaker.tell("{} disagree: {}", name_of(speaker, kind), what);
  }
}

std::string describe(const align::AlignedTexts& texts, const Evidence& evidence, const Speaker& speaker) {
  std::string what = shortened(plain_text(retold(speaker, evidence.reason)), columns_of_a_reason);
  if (what.empty()) what = what_agrees(texts, evidence);
  if (score::is_conflict(evidence)) return describe_conflict(evidence.kind, what, speaker);
  return name_of(speaker, evidence.kind) + (what.empty() ? "" : ": " + what);
}

// Adds equal reasons up and gathers the words of either sign into one entry.
class Entries {
 public:
  Entries(const align::AlignedTexts& texts, const Speaker& speaker) : texts_(texts), speaker_(speaker) {}

  void add(const Evidence& evidence) {
    const bool is_conflict = score::is_conflict(evidence);
    if (evidence.kind == EvidenceKind::word && !is_conflict) return add_word(evidence);
    add_weight(describe(texts_, evidence, speaker_), evidence.weight, is_conflict);
  }

  std::vector<Entry> take() {
    if (words_weight_ >= weight_shown) {
      add_weight(word_pairs_.empty() ? speaker_.tell("words") : speaker_.tell("words: {}", word_pairs_), words_weight_,
                 false);
    }
    if (missing_words_weight_ <= -weight_shown) add_weight(speaker_.tell("words"), missing_words_weight_, false);
    return std::move(entries_);
  }

 private:
  void add_weight(const std::string& text, double weight, bool is_conflict) {
    const auto [place, is_new] = places_.emplace(text, entries_.size());
    if (is_new) entries_.push_back({text, 0, is_conflict});
    entries_[place->second].weight += weight;
  }

  void add_word(const Evidence& evidence) {
    if (evidence.weight < 0) {
      missing_words_weight_ += evidence.weight;
      return;
    }
    words_weight_ += evidence.weight;
    const std::string pair = word_pair_count_ < word_pairs_shown ? what_agrees(texts_, evidence) : "";
    if (pair.empty()) return;
    word_pairs_ += (word_pair_count_++ > 0 ? ", " : "") + pair;
  }

  const align::AlignedTexts& texts_;
  const Speaker& speaker_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> places_;
  double words_weight_ = 0;
  double missing_words_weight_ = 0;
  std::string word_pairs_;
  std::size_t word_pair_count_ = 0;
};

std::string join(const std::vector<Entry>& entries, std::size_t limit, const Speaker& speaker) {
  std::string out;
  double rest = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (i >= limit) {
      rest += entries[i].weight;
      continue;
    }
    out +=
        (out.empty() ? "" : "; ") + fmt::format("{} ({})", entries[i].text, signed_weight(entries[i].weight, speaker));
  }
  if (entries.size() <= limit) return out;
  return out + (out.empty() ? "" : "; ") +
         speaker.tell("+{} more ({})", entries.size() - limit, signed_weight(rest, speaker));
}

}  // namespace

Reasons reasons_of(const align::AlignedTexts& texts, const align::Bead& bead, std::size_t limit,
                   const Speaker& speaker) {
  Entries gathered(texts, speaker);
  for (const Evidence& evidence : bead.evidence) gathered.add(evidence);
  std::vector<Entry> speaks_for;
  std::vector<Entry> speaks_against;
  for (const Entry& entry : gathered.take()) {
    if (entry.is_conflict || entry.weight <= -weight_shown) {
      speaks_against.push_back(entry);
    } else if (entry.weight >= weight_shown) {
      speaks_for.push_back(entry);
    }
  }
  std::stable_sort(speaks_for.begin(), speaks_for.end(),
                   [](const Entry& a, const Entry& b) { return a.weight > b.weight; });
  std::stable_sort(speaks_against.begin(), speaks_against.end(), [](const Entry& a, const Entry& b) {
    return a.is_conflict != b.is_conflict ? a.is_conflict : a.weight < b.weight;
  });
  return {join(speaks_for, limit, speaker), join(speaks_against, limit, speaker)};
}

}  // namespace aligner::report
