#include "aligner/terms/decide_terms.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"

namespace aligner::terms {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::ThrowsMessage;

const text::LanguageTag en = text::LanguageTag::parse("en");
const text::LanguageTag vi = text::LanguageTag::parse("vi");
const Author lan{.by = "Lan", .at = "2026-03-01T09:30:00Z", .why = "as in the treaty"};

Termbase base() {
  return {.terms = parse_terms("concept\ttype\tlanguage\twording\tstatus\n"
                               "r_amur\triver\ten\tAmur\tpreferred\n"
                               "r_amur\triver\tvi\tA-mua\tproposed\n"
                               "r_amur\triver\tvi\tAmur\tproposed\n"
                               "en:Amur River\t\ten\tAmur River\tpreferred\n"
                               "en:Amur River\t\tvi\tsông Amur\tproposed\n",
                               "test")};
}

std::string shown(const std::vector<Change>& changes) {
  std::string text;
  for (const Change& change : changes) {
    text += to_string(change.field) + (change.detail.empty() ? "" : " " + change.detail) + " " + change.concept_id +
            "/" + change.wording + " " + change.before + ">" + change.after + "\n";
  }
  return text;
}

TEST(DecideTerms, AnApprovedConceptHasOnePreferredTermALanguage) {
  EXPECT_EQ(shown(approve_concept(base(), "r_amur", lan)),
            "status r_amur/A-mua proposed>preferred\nstatus r_amur/Amur proposed>admitted\n");
}

TEST(DecideTerms, ATermThatBecomesPreferredTakesThePlaceOfAnother) {
  Termbase two = base();
  two.terms.merge(parse_terms("concept\tlanguage\twording\nr_amur\ten\tHeilong\n", "more"));

  EXPECT_EQ(shown(set_status(two, {"r_amur", en, "Heilong"}, TermStatus::preferred, lan)),
            "status r_amur/Amur preferred>admitted\nstatus r_amur/Heilong admitted>preferred\n");
}

TEST(DecideTerms, WhatIsSoAlreadyGivesNoChange) {
  EXPECT_THAT(set_status(base(), {"r_amur", en, "Amur"}, TermStatus::preferred, lan), IsEmpty());
}

TEST(DecideTerms, RejectingAConceptRejectsWhatIsProposed) {
  EXPECT_EQ(shown(reject_concept(base(), "en:Amur River", lan)), "status en:Amur River/sông Amur proposed>rejected\n");
}

TEST(DecideTerms, AnotherWordingLeavesTheOldOneRejected) {
  Term better{.language = en, .wording = "Amur river", .status = TermStatus::preferred};

  EXPECT_EQ(shown(edit_term(base(), {"r_amur", en, "Amur"}, better, lan)),
            "created r_amur/Amur river >preferred\nstatus r_amur/Amur preferred>rejected\n");
}

TEST(DecideTerms, EditingAConceptGivesTheFieldsThatDiffer) {
  Concept edited = *base().terms.find("r_amur");
  edited.type.clear();
  edited.definitions = {{.language = en, .text = "A border river."}};
  edited.relations = {{"en:Amur River", RelationKind::related}};

  EXPECT_EQ(shown(edit_concept(base(), edited, lan)),
            "type r_amur/ river>\ndefinition en r_amur/ >A border river.\n"
            "relation en:Amur River r_amur/ >related\nrelation r_amur en:Amur River/ >related\n");
}

TEST(DecideTerms, AMergedConceptGivesAllItHas) {
  EXPECT_EQ(shown(merge_concepts(base(), "en:Amur River", "r_amur", lan)),
            "created r_amur/Amur River >admitted\ncreated r_amur/sông Amur >proposed\n"
            "merged into en:Amur River/ en \"Amur River\" preferred; vi \"sông Amur\" proposed>r_amur\n");
}

TEST(DecideTerms, WhatIsNotThereIsNamed) {
  const auto message = [](auto work) {
    try {
      work();
      return std::string("nothing was wrong");
    } catch (const Error& error) {
      return std::string(error.what());
    }
  };

  EXPECT_THAT(message([] { approve_concept(base(), "r_volga", lan); }), HasSubstr("r_volga"));
  EXPECT_THAT(message([] {
                set_status(base(), {"r_amur", vi, "Volga"}, TermStatus::admitted, lan);
              }),
              HasSubstr("has no term vi \"Volga\""));
  EXPECT_THAT(message([] { add_concept(base(), {.id = "r_amur"}, lan); }), HasSubstr("already"));
  EXPECT_THAT(message([] { add_term(base(), "r_amur", {.language = en, .wording = "Amur"}, lan); }),
              HasSubstr("already (preferred); edit it"));
  EXPECT_THAT(message([] { merge_concepts(base(), "r_amur", "r_amur", lan); }), HasSubstr("into itself"));
  EXPECT_THAT(message([] { add_term(base(), "r_amur", {.language = en}, lan); }), HasSubstr("needs a wording"));
}

}  // namespace
}  // namespace aligner::terms
