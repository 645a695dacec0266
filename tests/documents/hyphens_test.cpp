// Words divided at line ends: tests/documents/cases/hyphens.tsv.

#include "aligner/documents/hyphens.h"

#include <gtest/gtest.h>

#include "tests/support/case_file.h"

using aligner::documents::final_hyphen_size;
using aligner::documents::HyphenJoiner;
using aligner::documents::LineJoin;

namespace {

TEST(Hyphens, GoWhereTheWordIsPlausible) {
  for (const tungse_tests::Case& row : tungse_tests::read_cases(std::string(TUNGSE_CASES) + "/hyphens.tsv")) {
    ASSERT_EQ(row.fields.size(), 4u) << row.where();
    HyphenJoiner joiner;
    joiner.learn(row.fields[0]);
    std::string line = row.fields[1];

    const LineJoin join = joiner.join(line, row.fields[2]);

    if (join == LineJoin::drop_hyphen) line.resize(line.size() - final_hyphen_size(line));
    EXPECT_EQ(line + (join == LineJoin::space ? " " : "") + row.fields[2], row.fields[3]) << row.where();
  }
}

}  // namespace
