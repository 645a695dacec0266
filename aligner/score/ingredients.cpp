#include "aligner/score/ingredients.h"

#include <algorithm>
#include <array>

namespace aligner::score {
namespace {

struct Entry {
  Ingredient ingredient;
  std::string_view name;
};

constexpr std::array<Entry, ingredient_count> entries = {{
    {Ingredient::length, "length"},
    {Ingredient::boundaries, "boundaries"},
    {Ingredient::lexical, "lexical"},
    {Ingredient::diagonal, "diagonal"},
    {Ingredient::learnt_shares, "learnt-shares"},
    {Ingredient::anchor_conflicts, "anchor-conflicts"},
    {Ingredient::composite_charge, "composite-charge"},
    {Ingredient::learnt_lexicon, "learnt-lexicon"},
    {Ingredient::leave_one_out, "leave-one-out"},
    {Ingredient::stems, "stems"},
    {Ingredient::cognates, "cognates"},
    {Ingredient::same_numbers, "same-numbers"},
    {Ingredient::same_words, "same-words"},
    {Ingredient::same_punctuation, "same-punctuation"},
    {Ingredient::anchors, "anchors"},
    {Ingredient::date_anchors, "date-anchors"},
    {Ingredient::number_anchors, "number-anchors"},
    {Ingredient::name_anchors, "name-anchors"},
    {Ingredient::term_anchors, "term-anchors"},
    {Ingredient::term_list, "term-list"},
    {Ingredient::learnt_shapes, "learnt-shapes"},
    {Ingredient::affine_gaps, "affine-gaps"},
    {Ingredient::calibration, "calibration"},
}};

// The table has a row for every ingredient, at its place.
constexpr bool is_in_order() {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].ingredient != static_cast<Ingredient>(i)) return false;
  }
  return entries.back().ingredient == Ingredient::calibration;
}
static_assert(is_in_order());
static_assert(ingredient_count <= 32, "Ingredients has a bit for each");

}  // namespace

std::string name_of(Ingredient ingredient) { return std::string(entries[static_cast<std::size_t>(ingredient)].name); }

std::optional<Ingredient> find_ingredient(std::string_view name) {
  const auto* const found =
      std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.name == name; });
  if (found == entries.end()) return std::nullopt;
  return found->ingredient;
}

std::vector<std::string> ingredient_names() {
  std::vector<std::string> names;
  for (const Entry& entry : entries) names.emplace_back(entry.name);
  return names;
}

std::vector<std::string> ingredient_names(const Ingredients& set) {
  std::vector<std::string> names;
  for (const Entry& entry : entries) {
    if (set.contains(entry.ingredient)) names.emplace_back(entry.name);
  }
  return names;
}

}  // namespace aligner::score
