#include "aligner/segment/search_pattern.h"

#include <string>

#include <gmock/gmock.h>

#include "aligner/error.h"

namespace aligner::segment {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using text::FoldMarks;
using text::Span;

std::vector<std::string> found(const std::string& pattern, const std::string& text, FoldMarks marks = FoldMarks::keep) {
  std::vector<std::string> words;
  for (const Span span : SearchPattern(pattern, marks).find(text, {0, text.size()})) {
    words.push_back(text.substr(span.begin, span.size()));
  }
  return words;
}

std::string refusal(const std::string& pattern, const std::string& text = "") {
  try {
    found(pattern, text);
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

TEST(SearchPattern, FindsEveryMatchInEitherCase) {
  EXPECT_THAT(found("amu?r", "Sông Amur, AMR"), ElementsAre("Amur", "AMR"));
}

TEST(SearchPattern, GivesPlacesInBytesWhateverStandsBefore) {
  EXPECT_THAT(found("hồn|琿", "👍 Ái Hồn 璦琿城"), ElementsAre("Hồn", "琿"));
}

TEST(SearchPattern, IgnoresMarksWhereAsked) {
  EXPECT_THAT(found("ai h[o]n", "Ái Hồn"), ElementsAre());
  EXPECT_THAT(found("ai h[o]n", "đến Ái Hồn", FoldMarks::strip), ElementsAre("Ái Hồn"));
  EXPECT_THAT(found(R"(d\w+)", "Đạo", FoldMarks::strip), ElementsAre("Đạo"));
}

TEST(SearchPattern, FindsMarksThatAreWrittenApart) {
  EXPECT_THAT(found("hồn", "Ái Ho\u0302\u0300n"), ElementsAre("Ho\u0302\u0300n"));
}

TEST(SearchPattern, LeavesOutMatchesOfNothing) { EXPECT_THAT(found("x*", "axxb"), ElementsAre("xx")); }

TEST(SearchPattern, StaysInItsRange) {
  const std::string text = "Amur Amur Amur";

  EXPECT_THAT(SearchPattern("^amur$").find(text, {5, 9}), ElementsAre(Span{5, 9}));
}

TEST(SearchPattern, SaysWhatIsWrongWithAnExpression) {
  EXPECT_THAT(refusal("(a"), HasSubstr("does not compile"));
  EXPECT_THAT(refusal(std::string(3000, 'a')), HasSubstr("longer than"));
}

TEST(SearchPattern, GivesUpOnWhatTakesTooLong) {
  EXPECT_THAT(refusal("(a+)+$", std::string(60, 'a') + "b"), HasSubstr("takes too long"));
  EXPECT_THAT(refusal("(a|a)*c", std::string(100'000, 'a')), HasSubstr("takes too long"));
}

}  // namespace
}  // namespace aligner::segment
