// How well words are linked, as floors: on texts that lie beside the checkout. There are no links by hand for these;
// the bundled lexicon, which the command does without here, stands for them: where it knows that one word of a line and
// one of its translation translate each other, and nothing else fits, that link is wanted.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "aligner/interchange/ladder.h"
#include "aligner/lexicon/bundled_lexicons.h"
#include "aligner/text/folded_text.h"

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

using aligner::text::LanguageTag;
using nlohmann::json;
using testing::Ge;

const std::string sets = std::string(TUNGSE_SOURCE_DIR) + "/../shared/data/sets/";

// Which words a lexicon takes for translations of each other.
using Known = std::map<std::string, std::set<std::string>>;

Known known_translations(const std::string& source, const std::string& target) {
  const LanguageTag from = LanguageTag::parse(source);
  const LanguageTag to = LanguageTag::parse(target);
  const auto lexicon =
      aligner::lexicon::read_bundled_lexicon(*aligner::lexicon::find_bundled_lexicon(from, to), from, to);
  Known known;
  for (const auto& entry : lexicon.entries) {
    const double sureness = std::sqrt(static_cast<double>(entry.forward) * static_cast<double>(entry.backward));
    if (sureness >= 0.2) known[lexicon.source_words[entry.source]].insert(lexicon.target_words[entry.target]);
  }
  return known;
}

std::vector<std::string> lines_of(const std::string& path) {
  std::vector<std::string> lines;
  std::string line;
  for (const char c : tungse_tests::read_bytes(path)) {
    if (c != '\n') line += c;
    if (c == '\n') lines.push_back(std::exchange(line, {}));
  }
  return lines;
}

struct Bitext {
  std::string source;
  std::string target;
};

// The lines of a set that translate each other one by one.
Bitext read_set(const std::string& set) {
  std::vector<std::filesystem::path> folders;
  for (const auto& folder : std::filesystem::directory_iterator(sets + set)) folders.push_back(folder.path());
  std::sort(folders.begin(), folders.end());
  Bitext bitext;
  for (const std::filesystem::path& folder : folders) {
    const auto source = lines_of((folder / "src.txt").string());
    const auto target = lines_of((folder / "tgt.txt").string());
    for (const auto& link : aligner::interchange::read_ladder(folder / "gold.tsv")) {
      if (link.source.size() != 1 || link.target.size() != 1) continue;
      bitext.source += source.at(link.source[0]) + "\n";
      bitext.target += target.at(link.target[0]) + "\n";
    }
  }
  return bitext;
}

std::vector<std::string> words_of(const json& tokens) {
  std::vector<std::string> words;
  for (const json& token : tokens) words.push_back(aligner::text::fold(token.at("text").get<std::string>()));
  return words;
}

// The only target word of the line that is known to translate the source word, which stands in it but once.
std::optional<std::size_t> only_translation(std::size_t word, const std::vector<std::string>& source,
                                            const std::vector<std::string>& target, const Known& known) {
  const auto entry = known.find(source[word]);
  if (entry == known.end() || std::count(source.begin(), source.end(), source[word]) != 1) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t j = 0; j < target.size(); ++j) {
    if (!entry->second.contains(target[j])) continue;
    if (found) return std::nullopt;
    found = j;
  }
  return found;
}

struct WordFloor {
  const char* set;
  const char* source;
  const char* target;
  double recall;
};

void PrintTo(const WordFloor& floor, std::ostream* out) { *out << floor.set; }

class LinkedWords : public CommandTest, public testing::WithParamInterface<WordFloor> {};

TEST_P(LinkedWords, AreThoseTheLexiconKnowsWithoutItsHelp) {
  const WordFloor& floor = GetParam();
  if (!std::filesystem::exists(sets + floor.set)) GTEST_SKIP() << sets << floor.set << " is not there";
  const Bitext bitext = read_set(floor.set);
  const ProgramResult result =
      tungse({"words", write("source", bitext.source), write("target", bitext.target), "--source-lang", floor.source,
              "--target-lang", floor.target, "--no-seed-lexicon", "--no-bundled-terms", "--quiet", "--json"});
  expect_fine(result);

  const Known known = known_translations(floor.source, floor.target);
  double wanted = 0;
  double found = 0;
  const json all = json::parse(result.out);
  for (const json& pair : all.at("pairs")) {
    const auto source = words_of(pair.at("source"));
    const auto target = words_of(pair.at("target"));
    std::set<std::pair<std::size_t, std::size_t>> links;
    for (const json& link : pair.at("links")) links.emplace(link.at("source"), link.at("target"));
    for (std::size_t word = 0; word < source.size(); ++word) {
      const auto translation = only_translation(word, source, target, known);
      if (!translation) continue;
      ++wanted;
      found += links.contains({word, *translation}) ? 1 : 0;
    }
  }

  EXPECT_THAT(wanted, Ge(1000));
  EXPECT_THAT(found / wanted, Ge(floor.recall));
  RecordProperty("recall", std::to_string(found / wanted));
}

INSTANTIATE_TEST_SUITE_P(Sets, LinkedWords,
                         testing::Values(WordFloor{"maintguide_vi_en", "vi", "en", 0.885},
                                         WordFloor{"maintguide_ru_en", "ru", "en", 0.905},
                                         WordFloor{"handbook_ru_en", "ru", "en", 0.94}),
                         [](const auto& floor) { return std::string(floor.param.set); });

}  // namespace
}  // namespace end_to_end
