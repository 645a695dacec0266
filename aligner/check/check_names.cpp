// Names: missing on the other side of a translation, or spelled in several ways in one text.
//
// A name has its like where a name or a listed concept of the other side agrees with it, or where it stands there
// letter for letter, marks aside. Whether a missing one is a fault, its other mentions tell: one that has its like
// nearly always and lacks it once was likely forgotten; one that never has it is written in a way we cannot read.

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "aligner/anchors/anchor_matcher.h"
#include "aligner/check/checked_texts.h"
#include "aligner/text/folded_text.h"

namespace aligner::check {
namespace {

using anchors::Anchor;
using anchors::AnchorKind;
using anchors::Name;

constexpr double like_enough = 0.4;        // AnchorMatch::score
constexpr std::size_t fewest_likes = 10;   // mentions with their like, for the one that is missing to be a warning
constexpr std::size_t longest_ending = 3;  // letters in which two Russian cases differ
constexpr std::size_t shortest_name = 5;   // letters of a word that is spelled in several ways
constexpr std::size_t longest_name = 60;
constexpr std::size_t most_spellings = 40;   // of one name that are compared
constexpr std::size_t most_differences = 2;  // letters added, taken away or changed

const Name& name_of(const Anchor& anchor) { return std::get<Name>(anchor.value); }

std::string plain(std::string_view utf8) { return text::fold(utf8, {.marks = text::FoldMarks::strip}); }

// Code points; what is handed in is UTF-8.
std::u32string letters_of(std::string_view utf8) {
  std::u32string letters;
  for (const char byte : utf8) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xC0U) == 0x80U && !letters.empty()) {
      letters.back() = (letters.back() << 6U) | (value & 0x3FU);
    } else {
      letters += static_cast<char32_t>(value < 0x80 ? value
                                                    : value & (value >= 0xF0   ? 0x07U
                                                               : value >= 0xE0 ? 0x0FU
                                                                               : 0x1FU));
    }
  }
  return letters;
}

// RAID, СПбГУ not: no letter is a small one.
bool is_in_capitals(std::string_view utf8) {
  const std::u32string as_written = letters_of(text::fold(utf8, {.letter_case = text::FoldCase::keep}));
  const std::u32string small = letters_of(text::fold(utf8));
  if (as_written.size() != small.size()) return false;
  for (std::size_t i = 0; i < small.size(); ++i) {
    if (as_written[i] == small[i]) return false;
  }
  return true;
}

// Mentions of a name in one text, by its entity.
struct Mentions {
  std::size_t with_like = 0;
  bool is_name = false;  // some mention has its capital for no other reason than being a name
  std::vector<std::pair<std::size_t, const Anchor*>> missing;  // bead, and the mention
};

class NameCheck {
 public:
  NameCheck(const CheckedTexts& view, Findings& findings) : view_(view), findings_(findings), matcher_(view.terms) {}

  void find_missing(bool is_source) {
    const CheckedSide& from = is_source ? view_.source : view_.target;
    const CheckedSide& to = is_source ? view_.target : view_.source;
    std::map<std::string, Mentions> mentions;
    for (const std::size_t index : view_.pairs) {
      const align::Bead& bead = view_.bead(index);
      const Segments& here = is_source ? bead.source : bead.target;
      const Segments& there = is_source ? bead.target : bead.source;
      const std::vector<const Anchor*> names = from.find(here, AnchorKind::name);
      if (names.empty() || names.size() > most_anchors) continue;
      const std::string opposite = plain(to.slice(to.passage(there)));
      for (const Anchor* name : names) {
        Mentions& all = mentions[name_of(*name).entity];
        all.is_name = all.is_name || name->span.begin != from.segment(name->segment).begin;
        if (has_like(*name, to, there, opposite)) {
          ++all.with_like;
        } else {
          all.missing.emplace_back(index, name);
        }
      }
    }
    for (const auto& [entity, all] : mentions) {
      if (!all.is_name) continue;  // "Ships came.": a capital that begins a sentence
      for (const auto& [bead, name] : all.missing) add_missing(bead, *name, all, is_source);
    }
  }

  // Words for words: Vasilyevich and Vasilievich, but not Nikolay Muravyov and Muravyov. Listed people and places count
  // too: the list may know both spellings.
  void compare_spellings(bool is_source) {
    const CheckedSide& side = is_source ? view_.source : view_.target;
    std::map<std::string, Spellings> names;
    for (const auto& anchors : side.anchors) {
      for (const Anchor& anchor : anchors) {
        const std::string entity = entity_of(anchor);
        if (!entity.empty() && !is_in_capitals(spelling_of(anchor, side)))
          names[entity][text::fold(spelling_of(anchor, side))].push_back(&anchor);
      }
    }
    const bool inflects = side.text.document.language().language() == "ru";
    for (const auto& [entity, forms] : names) {
      if (forms.size() < 2 || forms.size() > most_spellings) continue;
      // Each with the one that is met more often, or first.
      for (const auto& [spelling, places] : forms) {
        const auto better =
            std::find_if(forms.begin(), forms.end(), [&, &form = spelling, &at = places](const auto& other) {
              const bool is_usual = other.second.size() > at.size() ||
                                    (other.second.size() == at.size() && other.second.front()->span < at.front()->span);
              return is_usual && is_another_spelling(form, other.first, inflects);
            });
        if (better != forms.end()) add_spelling(*places.front(), better->second, side, is_source);
      }
    }
  }

 private:
  using Spellings = std::map<std::string, std::vector<const Anchor*>>;  // by spelling, folded

  // "" where it is no name.
  std::string entity_of(const Anchor& anchor) const {
    if (anchor.kind() == AnchorKind::name) return "name " + name_of(anchor).entity;
    const auto* mention = std::get_if<anchors::ConceptMention>(&anchor.value);
    if (mention == nullptr || mention->inherited || mention->status == terms::TermStatus::deprecated) return "";
    const terms::Concept* holder = view_.terms.find(mention->concept_id);
    const bool is_name = holder != nullptr && (holder->type == "person" || holder->type == "place");
    return is_name ? "concept " + holder->id : "";
  }

  static std::string spelling_of(const Anchor& anchor, const CheckedSide& side) {
    return anchor.kind() == AnchorKind::name ? name_of(anchor).spelling : one_line(side.slice(anchor.span));
  }

  bool has_like(const Anchor& name, const CheckedSide& to, const Segments& segments, const std::string& opposite) {
    const std::string spelling = plain(name_of(name).spelling);
    if (!spelling.empty() && opposite.find(spelling) != std::string::npos) return true;
    for (const std::size_t segment : segments) {
      for (const Anchor& other : to.anchors[segment]) {
        if (other.kind() != AnchorKind::name && other.kind() != AnchorKind::term) continue;
        const auto match = matcher_.match(name, other);
        if (match && match->score >= like_enough) return true;
      }
    }
    return false;
  }

  void add_missing(std::size_t bead, const Anchor& name, const Mentions& all, bool is_source) {
    const bool is_forgotten =
        all.with_like >= fewest_likes && all.missing.size() == 1 && words_of(name_of(name).spelling).size() > 1;
    Draft draft = draft_of_missing(FindingKind::name_missing, bead, name.span, is_source, name_of(name).key,
                                   in_quotes(name_of(name).spelling));
    draft.severity = is_forgotten ? Severity::warning : Severity::info;
    draft.reason += "; " + std::to_string(all.with_like) + " of its " +
                    std::to_string(all.with_like + all.missing.size()) + " mentions have their like";
    draft.remedy =
        is_source ? "Add the name to the target where readers need it." : "Check that the source means this one.";
    findings_.add(std::move(draft));
  }

  static std::vector<std::string> words_of(const std::string& spelling) {
    std::vector<std::string> words(1);
    for (const char byte : spelling) {
      if (byte == ' ' || byte == '-') {
        if (!words.back().empty()) words.emplace_back();
      } else if (byte != '.') {
        words.back() += byte;
      }
    }
    if (words.back().empty()) words.pop_back();
    return words;
  }

  static bool differ_in_ending(const std::string& a, const std::string& b) {
    const auto alike =
        static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
    const auto ending = [alike](const std::string& word) {
      return character_count(std::string_view(word).substr(alike));
    };
    return ending(a) <= longest_ending && ending(b) <= longest_ending;
  }

  // Few letters differ (Levenshtein 1966).
  static bool are_alike(const std::string& a, const std::string& b) {
    const std::u32string from = letters_of(a);
    const std::u32string to = letters_of(b);
    if (std::min(from.size(), to.size()) < shortest_name || std::max(from.size(), to.size()) > longest_name)
      return false;
    std::vector<std::size_t> row(to.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < from.size(); ++i) {
      std::size_t before = row[0]++;
      for (std::size_t k = 0; k < to.size(); ++k) {
        const std::size_t changed = before + (from[i] == to[k] ? 0 : 1);
        before = row[k + 1];
        row[k + 1] = std::min({changed, row[k] + 1, before + 1});
      }
    }
    return row.back() <= most_differences;
  }

  static bool is_another_spelling(const std::string& one, const std::string& other, bool inflects) {
    const std::vector<std::string> a = words_of(one);
    const std::vector<std::string> b = words_of(other);
    if (a.size() != b.size()) return false;
    bool is_other = false;
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (a[i] == b[i] || (inflects && differ_in_ending(a[i], b[i]))) continue;
      const bool is_possessive = a[i].starts_with(b[i]) || b[i].starts_with(a[i]);
      if (is_possessive) return false;  // Muravyov's, an initial, a name cut short
      if (!are_alike(a[i], b[i])) return false;
      is_other = true;
    }
    return is_other;
  }

  void add_spelling(const Anchor& name, const std::vector<const Anchor*>& usual, const CheckedSide& side,
                    bool is_source) {
    const std::string expected = spelling_of(*usual.front(), side);
    Draft draft{.kind = FindingKind::name_spelling,
                .severity = Severity::warning,
                .value = expected,
                .reason = in_quotes(spelling_of(name, side)) + " is spelled " + in_quotes(expected) + " elsewhere in " +
                          side.text.document.name() + " (" + std::to_string(usual.size()) +
                          (usual.size() == 1 ? " time)" : " times)"),
                .remedy = "Write the name in one way."};
    (is_source ? draft.source : draft.target) = name.span;
    findings_.add(std::move(draft));
  }

  const CheckedTexts& view_;
  Findings& findings_;
  anchors::AnchorMatcher matcher_;
};

}  // namespace

void check_names(const CheckedTexts& view, Findings& findings) {
  NameCheck check(view, findings);
  for (const bool is_source : {true, false}) {
    if (view.is_translation()) check.find_missing(is_source);
    check.compare_spellings(is_source);
  }
}

}  // namespace aligner::check
