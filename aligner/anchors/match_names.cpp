#include "aligner/anchors/match_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "aligner/anchors/cldr_names.h"

namespace aligner::anchors {
namespace {

constexpr double code_score = 0.95;  // everyday names are loose: Tàu is China and a ship

// The first code that both have, or nullptr. Codes are sorted.
const std::string* common_code(const Name& source, const Name& target) {
  for (const std::string& code : source.cldr) {
    if (std::binary_search(target.cldr.begin(), target.cldr.end(), code)) return &code;
  }
  return nullptr;
}

}  // namespace

bool are_different_places(const Name& source, const Name& target) {
  return !source.cldr.empty() && !target.cldr.empty() && common_code(source, target) == nullptr;
}

std::optional<AnchorMatch> match_codes(const Name& source, const Name& target) {
  const std::string* code = common_code(source, target);
  if (code == nullptr) return std::nullopt;
  return AnchorMatch{AnchorRelation::cldr, code_score,
                     source.spelling + " and " + target.spelling + " are names of " + describe_cldr_code(*code)};
}

std::optional<AnchorMatch> match_names(const Name& source, const Name& target) {
  std::optional<AnchorMatch> best = match_spellings(source, target);
  if (best && best->relation == AnchorRelation::same) return best;
  if (are_different_places(source, target)) return std::nullopt;
  for (const auto& match :
       {match_codes(source, target), match_readings(source, target), match_sounds(source, target)}) {
    if (match && (!best || match->score > best->score)) best = match;
  }
  return best;
}

std::vector<std::string> name_keys(const Name& name) {
  std::vector<std::string> keys = spelling_keys(name);
  for (std::string& reading : reading_keys(name)) keys.push_back(std::move(reading));
  for (std::string& sound : sound_keys(name)) keys.push_back(std::move(sound));
  for (const std::string& code : name.cldr) keys.push_back("cldr " + code);
  return keys;
}

}  // namespace aligner::anchors
