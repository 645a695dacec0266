#include "aligner/pipeline/mine_texts.h"

#include <filesystem>
#include <string>

#include <gmock/gmock.h>

#include "aligner/error.h"

#include "tests/pipeline/small_texts.h"
#include "tests/support/temporary_directory.h"

namespace aligner::pipeline {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Mining : public testing::Test {
 protected:
  void SetUp() override {
    fs::create_directories(path("vi/deep/er"));
    fs::create_directories(path("en"));
  }
  std::string path(const std::string& name) const { return (folder_.path() / name).string(); }
  void write(const std::string& name, std::string_view bytes) const { folder_.write(name, bytes); }
  MinedCollections mine() const { return TextMiner({}).mine({path("vi"), {}, {}}, {path("en"), {}, {}}); }
  std::string why_left_out(const MinedCollections& mined, const std::string& name) const {
    for (const LeftOutFile& file : mined.left_out) {
      if (file.path == path(name)) return file.reason;
    }
    return "not left out";
  }

  tungse_tests::TemporaryDirectory folder_;
};

TEST_F(Mining, FindsTranslationsAtAnyDepth) {
  write("vi/deep/er/a.txt", pipeline_tests::vietnamese);
  write("en/b.txt", pipeline_tests::english);

  const MinedCollections mined = mine();

  ASSERT_THAT(mined.pairs, SizeIs(1));
  EXPECT_EQ(mined.texts_of(mined.pairs[0]).source.document.name(), path("vi/deep/er/a.txt"));
  EXPECT_EQ(mined.sources[0].document.language().str(), "vi");
  EXPECT_THAT(mined.pairs[0].alignment.settings, HasSubstr("\"mined\":true"));
}

TEST_F(Mining, WhatIsNoTextIsLeftOutAndTheRestGoesOn) {
  write("vi/a.txt", pipeline_tests::vietnamese);
  write("vi/empty.txt", "");
  write("vi/picture.png", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", 18));
  write("vi/.hidden", "\xff");
  fs::create_symlink(path("nowhere"), path("vi/gone.txt"));
  fs::create_directory_symlink(path("vi"), path("vi/deep/round"));
  write("en/b.txt", pipeline_tests::english);

  const MinedCollections mined = mine();

  EXPECT_THAT(mined.pairs, SizeIs(1));
  EXPECT_THAT(mined.left_out, SizeIs(4));
  EXPECT_THAT(why_left_out(mined, "vi/picture.png"), HasSubstr("image"));
  EXPECT_THAT(why_left_out(mined, "vi/empty.txt"), HasSubstr("no text"));
  EXPECT_THAT(why_left_out(mined, "vi/gone.txt"), HasSubstr("cannot be found"));
  EXPECT_EQ(why_left_out(mined, "vi/deep/round"), "is a link to a folder");
}

TEST_F(Mining, CopiesAreLeftOut) {
  write("vi/a.txt", pipeline_tests::vietnamese);
  write("vi/b.txt", pipeline_tests::vietnamese);
  write("en/b.txt", pipeline_tests::english);

  const MinedCollections mined = mine();

  EXPECT_THAT(mined.sources, SizeIs(1));
  EXPECT_EQ(why_left_out(mined, "vi/b.txt"), "is a copy of " + path("vi/a.txt"));
}

TEST_F(Mining, AFileInAnotherLanguageThanItsFolderIsLeftOut) {
  write("vi/a.txt", std::string(pipeline_tests::vietnamese) + std::string(pipeline_tests::vietnamese));
  write("vi/b.txt", pipeline_tests::english);
  write("en/b.txt", std::string(pipeline_tests::english) + "Nothing more is known.\n");

  EXPECT_THAT(why_left_out(mine(), "vi/b.txt"), HasSubstr("is in en, most of its folder in vi"));
}

TEST_F(Mining, AFewWordsAreInTheLanguageOfTheirFolder) {
  write("vi/a.txt", pipeline_tests::vietnamese);
  write("vi/b.txt", "Amur 1858.\n");
  write("en/b.txt", pipeline_tests::english);

  const MinedCollections mined = mine();

  EXPECT_THAT(mined.left_out, IsEmpty());
  EXPECT_EQ(mined.sources[1].document.language().str(), "vi");
}

TEST_F(Mining, AFileThatStandsInBothFoldersCountsInTheInnerOne) {
  write("vi/a.txt", pipeline_tests::vietnamese);
  write("vi/deep/b.txt", pipeline_tests::english);

  const MinedCollections mined = TextMiner({}).mine({path("vi"), {}, {}}, {path("vi/deep"), {}, {}});

  EXPECT_THAT(mined.pairs, SizeIs(1));
  EXPECT_EQ(why_left_out(mined, "vi/deep/b.txt"), "stands in both folders");
}

TEST_F(Mining, FoldersWithoutTextsAreRefused) {
  write("en/b.txt", pipeline_tests::english);
  const auto message = [&]() -> std::string {
    try {
      mine();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  };

  EXPECT_THAT(message(), HasSubstr("vi: has no files"));
  write("vi/a.txt", "");
  EXPECT_THAT(message(), HasSubstr("has no file that can be used"));
  fs::remove_all(path("vi"));
  EXPECT_THAT(message(), HasSubstr("cannot be found"));
}

TEST_F(Mining, FilesAreListedByPath) {
  for (const char* name : {"vi/deep/a", "vi/b", "vi/a", "vi/deep/er/z"}) write(name, "x");

  EXPECT_THAT(list_folder(path("vi")).files,
              ElementsAre(path("vi/a"), path("vi/b"), path("vi/deep/a"), path("vi/deep/er/z")));
}

TEST_F(Mining, AFileReachedTwiceIsListedOnce) {
  write("vi/a", "x");
  fs::create_symlink(path("vi/a"), path("vi/b"));

  EXPECT_THAT(list_folder(path("vi")).files, ElementsAre(path("vi/a")));
}

}  // namespace
}  // namespace aligner::pipeline
