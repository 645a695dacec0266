#include "aligner/interchange/mined_tsv.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "aligner/segment/segment_document.h"

namespace aligner::interchange {
namespace {

align::AlignedSide side(const std::string& lines, const std::string& name) {
  align::AlignedSide made;
  made.document = text::Document::from_utf8(lines, text::LanguageTag::parse("en"), name);
  made.segmentation = segment::segment_lines(made.document);
  return made;
}

const std::string header =
    "relation\tdocument_confidence\tsource_document\ttarget_document\tsource_indexes\ttarget_"
    "indexes\tconfidence\tcost\t"
    "grade\tsource_text\ttarget_text\tevidence\n";

TEST(MinedTsv, HasALineForEachPairOfSentencesAndNoneForGaps) {
  const std::vector sources{side("One.\nTwo.\n", "a.txt")};
  const std::vector targets{side("Un.\n", "b\tb.txt")};
  align::MinedPair pair;
  pair.confidence = 0.5;
  pair.alignment.beads = {{.source = {0}, .target = {0}, .cost = 0.5, .confidence = 0.75},
                          {.source = {1}, .target = {}}};

  EXPECT_EQ(write_mined_tsv(sources, targets, std::vector{pair}),
            header + "translation\t0.500\ta.txt\tb b.txt\t0\t0\t0.750\t0.500000\t\tOne.\tUn.\t\n");
}

TEST(MinedTsv, DocumentsWithoutLinksAreALineOfTheirOwn) {
  const std::vector sources{side("One.\n", "a.txt")};
  const std::vector targets{side("Un.\n", "b.txt")};
  align::MinedPair pair;
  pair.relation = align::Relation::comparable;
  pair.confidence = 0.9;

  EXPECT_EQ(write_mined_tsv(sources, targets, std::vector{pair}),
            header + "comparable\t0.900\ta.txt\tb.txt\t\t\t\t\t\t\t\t\n");
}

}  // namespace
}  // namespace aligner::interchange
