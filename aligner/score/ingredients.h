#pragma once
// Ingredients: what the alignment of parallel texts goes by, part by part. Each can be left out, so that what it earns
// can be measured; no means of aligning better.
//
//   Ingredients left_out;
//   left_out.add(find_ingredient("leave-one-out").value());
//   align_parallel(bitexts, knowledge, {.left_out = left_out});
//
// With nothing left out every result is what it would be if this did not exist, bit for bit.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aligner::score {

enum class Ingredient : std::uint8_t {
  // Of a bead's score.
  length,            // how long the two sides are
  boundaries,        // how they begin and end
  lexical,           // words and anchors; the first corridor of long texts still follows rare ones
  diagonal,          // in beads of several segments, what is near the diagonal counts more; else all by length alone
  learnt_shares,     // how likely tokens are to be explained is learnt; else it stays as first guessed
  anchor_conflicts,  // days that contradict each other
  composite_charge,  // what beads of several segments on both sides pay where they could as well be two
  // Of the lexicon.
  learnt_lexicon,  // what the texts teach; else only what was known beforehand
  leave_one_out,   // what a pair of segments taught is taken out when it is scored
  stems,           // else words alone
  // Of what is known beforehand.
  cognates,
  same_numbers,      // that stand in both texts as they are
  same_words,        // likewise
  same_punctuation,  // likewise
  anchors,           // tokens for dates, numbers, names and terms; the next four are the same by kind
  date_anchors,
  number_anchors,
  name_anchors,
  term_anchors,
  term_list,  // no concept is known: no terms are found, and names match without them
  // Of the search.
  learnt_shapes,  // how frequent 1-1, 1-2 ... are; else they stay as first guessed
  affine_gaps,    // a gap after a gap is likelier than after a bead; else equally so
  // Of the result.
  calibration,  // confidences; else they are the search's posteriors
};
inline constexpr std::size_t ingredient_count = 23;

/// A set of ingredients.
class Ingredients {
 public:
  Ingredients() = default;
  Ingredients(std::initializer_list<Ingredient> members) {
    for (const Ingredient member : members) add(member);
  }

  void add(Ingredient member) { bits_ |= bit(member); }
  bool contains(Ingredient member) const { return (bits_ & bit(member)) != 0; }
  bool empty() const { return bits_ == 0; }

  friend bool operator==(const Ingredients&, const Ingredients&) = default;

 private:
  static std::uint32_t bit(Ingredient member) { return std::uint32_t{1} << static_cast<unsigned>(member); }

  std::uint32_t bits_ = 0;
};

/// "leave-one-out": the enumerator with hyphens.
std::string name_of(Ingredient ingredient);

/// The ingredient of that name, if there is one.
std::optional<Ingredient> find_ingredient(std::string_view name);

/// The names of all ingredients, or of those in a set, in the order above.
std::vector<std::string> ingredient_names();
std::vector<std::string> ingredient_names(const Ingredients& set);

}  // namespace aligner::score
