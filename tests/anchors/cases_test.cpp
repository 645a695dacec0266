// Runs the tables of marked texts: dates.vi.tsv, numbers.ru.tsv, names.en.tsv, ...

#include <gmock/gmock.h>

#include "tests/anchors/notation.h"
#include "tests/support/case_file.h"

namespace {

using aligner::anchors::AnchorKind;
using aligner::segment::SegmentKind;
using tungse_tests::Case;

AnchorKind kind_of(const std::string& file) {
  if (file.starts_with("dates")) return AnchorKind::date;
  return file.starts_with("numbers") ? AnchorKind::number : AnchorKind::name;
}

// "dates.vi.tsv" -> "vi"
std::string language_of(const std::string& file) {
  const std::size_t dot = file.find('.');
  return file.substr(dot + 1, file.find('.', dot + 1) - dot - 1);
}

SegmentKind segment_kind_of(const Case& row) {
  const auto setting = row.settings.find("kind");
  if (setting == row.settings.end() || setting->second == "sentence") return SegmentKind::sentence;
  return setting->second == "heading" ? SegmentKind::heading : SegmentKind::list_item;
}

std::vector<std::string> marked_files() {
  std::vector<std::string> files;
  for (const std::string& file : tungse_tests::list_files(TUNGSE_CASES, ".tsv")) {
    if (file.starts_with("dates.") || file.starts_with("numbers.") || file.starts_with("names.")) files.push_back(file);
  }
  return files;
}

class MarkedText : public ::testing::TestWithParam<std::string> {};

TEST_P(MarkedText, IsMarkedAsInTheTable) {
  for (const Case& row : tungse_tests::read_cases(TUNGSE_CASES "/" + GetParam())) {
    EXPECT_EQ(
        tungse_tests::mark_anchors(row.fields[0], language_of(GetParam()), kind_of(GetParam()), segment_kind_of(row)),
        row.text)
        << row.where();
  }
}

INSTANTIATE_TEST_SUITE_P(Tables, MarkedText, ::testing::ValuesIn(marked_files()),
                         [](const auto& tested) { return tungse_tests::test_name(tested.param); });

}  // namespace
