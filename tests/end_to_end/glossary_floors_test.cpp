// How good the learnt glossary is, as floors: what a lexicon that it never saw confirms, and which known concepts it
// has. Raising a floor is a change of its own. tools/bench/glossary measures the same with more dictionaries.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "aligner/lexicon/bundled_lexicons.h"
#include "aligner/text/folded_text.h"

#include "tests/end_to_end/tungse_command.h"

namespace end_to_end {
namespace {

using aligner::text::LanguageTag;
using nlohmann::json;
using testing::Ge;
using testing::Le;

const std::string shared = std::string(TUNGSE_SOURCE_DIR) + "/../shared";

// A judge by words: which of one language translate which of the other.
class Judge {
 public:
  explicit Judge(const std::string& language) {
    const auto source = LanguageTag::parse(language);
    const auto target = LanguageTag::parse("en");
    const auto file = aligner::lexicon::find_bundled_lexicon(source, target);
    const auto lexicon = aligner::lexicon::read_bundled_lexicon(file.value(), source, target);
    for (const auto& entry : lexicon.entries) {
      if (std::sqrt(entry.forward * entry.backward) < sure) continue;
      translations_[beginning(lexicon.source_words[entry.source])].insert(
          beginning(lexicon.target_words[entry.target]));
    }
  }

  // At least half of the words of either side have a translation on the other.
  bool confirms(const std::string& source, const std::string& target) const {
    const std::vector<std::string> from = words(source);
    const std::vector<std::string> to = words(target);
    const auto translates = [this](const std::string& a, const std::string& b) {
      const auto found = translations_.find(a);
      return a == b || (found != translations_.end() && found->second.contains(b));
    };
    std::size_t source_known = 0;
    std::size_t target_known = 0;
    for (const auto& a : from) {
      source_known += std::any_of(to.begin(), to.end(), [&](const auto& b) { return translates(a, b); }) ? 1 : 0;
    }
    for (const auto& b : to) {
      target_known += std::any_of(from.begin(), from.end(), [&](const auto& a) { return translates(a, b); }) ? 1 : 0;
    }
    return 2 * source_known >= from.size() && 2 * target_known >= to.size();
  }

 private:
  static constexpr double sure = 0.02;
  static constexpr std::size_t beginning_bytes = 10;  // five Cyrillic letters: endings do not count

  static std::string beginning(const std::string& word) {
    const bool is_latin = static_cast<unsigned char>(word[0]) < 0x80;
    return word.substr(0, is_latin ? beginning_bytes / 2 : beginning_bytes);
  }

  static std::vector<std::string> words(const std::string& wording) {
    std::istringstream text(aligner::text::fold(wording));
    std::vector<std::string> words;
    for (std::string word; text >> word;) words.push_back(beginning(word));
    return words;
  }

  std::map<std::string, std::set<std::string>> translations_;
};

class GlossaryFloors : public CommandTest {
 protected:
  json build(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"glossary", "build", "--db", in_folder("p.db"), "--quiet", "--json", "--show", "0"};
    words.insert(words.end(), more.begin(), more.end());
    const ProgramResult result = tungse(words);
    expect_fine(result);
    return json::parse(result.out).at("proposals");
  }

  // The three manuals of a language with English, into the project.
  void align_manuals(const std::string& language) const {
    std::string manifest;
    for (const char* set : {"handbook", "iguide", "maintguide"}) {
      const std::string folder = shared + "/data/sets/" + set + "_" + language + "_en";
      if (!std::filesystem::exists(folder)) continue;
      std::set<std::string> documents;
      for (const auto& entry : std::filesystem::directory_iterator(folder)) documents.insert(entry.path().string());
      for (const std::string& document : documents) {
        if (!std::filesystem::exists(document + "/gold.tsv")) continue;
        const std::string name = std::string(set) + std::filesystem::path(document).filename().string();
        manifest += document + "/src.txt\t" + document + "/tgt.txt\t" + in_folder(name) + "\n";
      }
    }
    expect_fine(tungse({"align", "--batch", write("manifest.tsv", manifest), "--db", in_folder("p.db"), "--segmented",
                        "--mode", "parallel", "--quiet", "--no-seed-lexicon", "--no-bundled-terms", "--format",
                        "ladder", "--source-lang", language, "--target-lang", "en"}));
  }

  void check_precision(const std::string& language, double floor) const {
    if (!std::filesystem::exists(shared + "/data/sets/handbook_" + language + "_en")) {
      GTEST_SKIP() << "the manuals are not beside the checkout";
    }
    align_manuals(language);
    const json proposals = build({"--no-seed-lexicon"});
    const Judge judge(language);
    constexpr std::size_t top = 200;
    constexpr std::size_t shift = 37;  // to pair each source with another's target
    ASSERT_GE(proposals.size(), top);
    double right = 0;
    double by_chance = 0;
    for (std::size_t i = 0; i < top; ++i) {
      const std::string source = proposals[i]["source"][0]["wording"];
      if (judge.confirms(source, proposals[i]["target"][0]["wording"])) ++right;
      if (judge.confirms(source, proposals[(i + shift) % top]["target"][0]["wording"])) ++by_chance;
    }
    RecordProperty("precision", std::to_string(right / top));
    EXPECT_THAT(right / top, Ge(floor));
    EXPECT_THAT(by_chance / top, Le(0.05));
  }

  static std::set<std::string> concepts_in(const std::string& path, const std::string& language) {
    const ProgramResult result = tungse({"anchors", path, "--lang", language, "--kind", "term", "--json"});
    expect_fine(result);
    std::set<std::string> concepts;
    const json all = json::parse(result.out);
    for (const json& anchor : all.at("anchors")) concepts.insert(anchor["value"]["concept"]);
    return concepts;
  }

  void check_recall(const std::string& source, const std::string& source_language, const std::string& target,
                    const std::string& target_language, double floor) const {
    expect_fine(tungse({"align", source, target, "--source-lang", source_language, "--target-lang", target_language,
                        "--db", in_folder("p.db"), "--quiet", "--output", in_folder("pairs.txt")}));
    std::set<std::string> proposed;
    for (const json& one : build()) proposed.insert(one.at("concept").get<std::string>());
    const std::set<std::string> there = concepts_in(target, target_language);
    double both = 0;
    double found = 0;
    for (const std::string& id : concepts_in(source, source_language)) {
      if (!there.contains(id)) continue;
      ++both;
      if (proposed.contains(id)) ++found;
    }
    ASSERT_GT(both, 20);
    EXPECT_THAT(found / both, Ge(floor));
  }
};

TEST_F(GlossaryFloors, LexiconConfirmsVietnameseTermsOfManuals) { check_precision("vi", 0.85); }

TEST_F(GlossaryFloors, LexiconConfirmsRussianTermsOfManuals) { check_precision("ru", 0.85); }

TEST_F(GlossaryFloors, HasTheConceptsOfATranslation) {
  check_recall(corpus("aigun/en.txt"), "en", corpus("aigun/vi.txt"), "vi", 0.95);
}

TEST_F(GlossaryFloors, HasTheConceptsOfTwoAccounts) {
  check_recall(corpus("three-treaties/vi.txt"), "vi", corpus("aigun/en.txt"), "en", 0.95);
}

TEST_F(GlossaryFloors, HasTheConceptsOfTwoFurtherAccounts) {
  const std::string accounts = shared + "/accounts";
  if (!std::filesystem::exists(accounts)) GTEST_SKIP() << "the accounts are not beside the checkout";
  check_recall(accounts + "/vi-tianjin-aigun.txt", "vi", accounts + "/en-treaty-of-aigun.txt", "en", 0.95);
}

}  // namespace
}  // namespace end_to_end
