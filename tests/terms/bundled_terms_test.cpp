#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/terms/term_list.h"

namespace aligner::terms {
namespace {

using testing::Contains;
using testing::IsEmpty;

const std::string folder = std::string(TUNGSE_SOURCE_DIR) + "/corpora/terms/";

const Term* find_term(const std::string& id, const std::string& language, const std::string& wording) {
  const Concept* holder = bundled_terms().find(id);
  if (holder == nullptr) return nullptr;
  for (const Term& term : holder->terms) {
    if (term.language.str() == language && term.wording == wording) return &term;
  }
  return nullptr;
}

std::vector<std::string> cut(const std::string& text, char separator) {
  std::vector<std::string> pieces;
  std::istringstream in(text);
  for (std::string piece; std::getline(in, piece, separator);) pieces.push_back(piece);
  return pieces;
}

TEST(BundledTerms, HoldEveryWordingOfTheTermList) {
  const TermList list = read_terms(folder + "terms.tsv");
  std::map<std::string, int> count;

  for (const Concept& item : list.concepts()) {
    for (const Term& term : item.terms) ++count[term.language.str()];
  }

  EXPECT_EQ(list.concepts().size(), 172u);
  EXPECT_EQ(count, (std::map<std::string, int>{{"en", 510},
                                               {"vi", 454},
                                               {"ru", 285},
                                               {"zh-Hant", 156},
                                               {"zh-Latn-pinyin", 96},
                                               {"zh-Latn-wadegile", 50},
                                               {"mnc", 74},
                                               {"mnc-Latn-x-mollend", 74}}));
}

TEST(BundledTerms, LackNothingOfTheDomainLists) {
  const std::vector<std::pair<std::string, std::string>> columns{{"en", "en"},
                                                                 {"en_variants", "en"},
                                                                 {"vi", "vi"},
                                                                 {"vi_variants", "vi"},
                                                                 {"ru", "ru"},
                                                                 {"zh", "zh-Hant"},
                                                                 {"pinyin", "zh-Latn-pinyin"},
                                                                 {"wade_giles_postal", "zh-Latn-wadegile"},
                                                                 {"mnc", "mnc"},
                                                                 {"mnc_translit", "mnc-Latn-x-mollend"}};
  const std::filesystem::path domain = std::filesystem::path(TUNGSE_SOURCE_DIR) / ".." / "shared" / "domain";
  if (!std::filesystem::exists(domain / "terms.tsv")) GTEST_SKIP() << "the domain lists are not here";

  std::vector<std::string> missing;
  for (const char* file : {"terms.tsv", "terms_extra.tsv"}) {
    std::ifstream in(domain / file);
    std::string line;
    std::getline(in, line);
    const std::vector<std::string> header = cut(line, '\t');
    while (std::getline(in, line)) {
      const std::vector<std::string> cells = cut(line, '\t');
      std::map<std::string, std::string> row;
      for (std::size_t i = 0; i < cells.size(); ++i) row[header[i]] = cells[i];
      const std::string id = row["concept_id"];
      // The lists know no events but as "other".
      const std::string type = id.starts_with("e_") ? "event" : row["type"];
      if (bundled_terms().find(id) == nullptr || bundled_terms().find(id)->type != type) missing.push_back(id);
      for (const auto& [column, language] : columns) {
        for (const std::string& wording : cut(row[column], '|')) {
          // "state, country" is a gloss of two words in the concepts of general vocabulary.
          const bool is_gloss = id.starts_with("c_") && wording.find(", ") != std::string::npos;
          const std::string first = is_gloss ? wording.substr(0, wording.find(", ")) : wording;
          if (find_term(id, language, first) == nullptr) missing.push_back(id + " " + language + " " + wording);
        }
      }
    }
  }

  EXPECT_THAT(missing, IsEmpty());
}

TEST(BundledTerms, MistranslationsAreDeprecatedAndSayWhy) {
  for (const auto& [id, wording] : std::vector<std::pair<std::string, std::string>>{
           {"r_amur", "Cupid"},
           {"r_amur", "đồng Amur"},
           {"r_amur", "tàu Amur"},
           {"r_amur", "người Amur"},
           {"p_nicholas1", "Thiên hoàng"},
           {"p_nicholas1", "Nhật hoàng"},
           {"o_tsar", "vua da trắng"},
           {"p_princegong", "Thái tử Gong"},
           {"p_huashana", "Hoa Sơn"},
           {"w_amurmouth", "miệng của người Amur"},
           {"l_yakutsk", "nhà tù Yakutsk"},
           {"l_nikolaevsk", "bưu điện Nikolaev"},
           {"l_mariinsk", "Bưu điện Mariinsky"},
           {"l_ussurikrai", "Lãnh thổ Ussuriysk"},
           {"i_eccmission", "sứ mệnh tinh thần"},
           {"o_jiangjun", "Giang Quân"},
           {"e_amurexped", "Cuộc thám hiểm của người Amur"},
           {"e_amurrafting", "hợp kim"},
       }) {
    const Term* term = find_term(id, "vi", wording);
    ASSERT_NE(term, nullptr) << wording;
    EXPECT_EQ(term->status, TermStatus::deprecated) << wording;
    EXPECT_FALSE(term->note.empty()) << wording;
  }
}

TEST(BundledTerms, UnverifiedCellsStayUnverified) {
  EXPECT_TRUE(find_term("r_amur", "vi", "sông Amur")->verified);
  EXPECT_TRUE(find_term("p_ignatiev", "ru", "Игнатьев")->verified);
  EXPECT_FALSE(find_term("p_muravyov", "vi", "Mu-ra-vi-ép")->verified);
  EXPECT_FALSE(find_term("p_gorchakov", "ru", "Горчаков")->verified);
  EXPECT_FALSE(find_term("l_moscow", "vi", "Mạc Tư Khoa")->verified);
  EXPECT_FALSE(find_term("i_lifanyuan", "ru", "Палата внешних сношений")->verified);
  EXPECT_TRUE(find_term("i_lifanyuan", "ru", "Лифаньюань")->verified);
  EXPECT_FALSE(find_term("u_verst", "vi", "véc-xta")->verified);
}

TEST(BundledTerms, EachConceptHasOnePreferredTermALanguageAtMost) {
  for (const Concept& item : bundled_terms().concepts()) {
    if (item.type == "homograph") continue;
    std::map<std::string, int> preferred;
    for (const Term& term : item.terms) {
      if (term.status == TermStatus::preferred) ++preferred[term.language.str()];
    }
    for (const auto& [language, count] : preferred) EXPECT_EQ(count, 1) << item.id << " " << language;
  }
}

TEST(BundledTerms, EveryConceptHasTermsTypeAndSource) {
  for (const Concept& item : bundled_terms().concepts()) {
    EXPECT_FALSE(item.terms.empty()) << item.id;
    EXPECT_FALSE(item.type.empty()) << item.id;
    EXPECT_FALSE(item.source.empty()) << item.id;
  }
}

TEST(BundledTerms, EveryRelationNamesKnownConcepts) {
  std::size_t relation_count = 0;
  const TermList relations = read_terms(folder + "relations.tsv");
  for (const Concept& item : relations.concepts()) {
    EXPECT_NE(bundled_terms().find(item.id), nullptr) << item.id;
    relation_count += item.relations.size();
  }

  EXPECT_GE(relation_count / 2, 60u);
  EXPECT_EQ(bundled_terms().find_relation("t_aigun", "l_aigun")->kind, RelationKind::named_after);
  EXPECT_EQ(bundled_terms().find_relation("r_amur", "r_ussuri")->kind, RelationKind::has_part);
  EXPECT_EQ(bundled_terms().find_relation("n_qing", "n_china")->kind, RelationKind::predecessor);
}

TEST(BundledTerms, AreInEveryLanguageOfTheProject) {
  std::set<std::string> languages;
  for (const Concept& item : bundled_terms().concepts()) {
    for (const Term& term : item.terms) languages.insert(term.language.language());
  }

  for (const char* language : {"en", "vi", "ru", "zh", "mnc"}) EXPECT_THAT(languages, Contains(language));
}

TEST(BundledTerms, ManchuAndItsRomanisationRunInParallel) {
  const TermList list = read_terms(folder + "terms.tsv");
  for (const Concept& item : list.concepts()) {
    int balance = 0;
    for (const Term& term : item.terms) {
      if (term.language.str() == "mnc") ++balance;
      if (term.language.str() == "mnc-Latn-x-mollend") --balance;
    }
    EXPECT_EQ(balance, 0) << item.id;
  }
}

}  // namespace
}  // namespace aligner::terms
