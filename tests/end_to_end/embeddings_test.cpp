// Embeddings that were made elsewhere, given to align in vecalign's files.

#include <gmock/gmock.h>

#include "tests/end_to_end/tungse_command.h"
#include "tests/support/toy_embeddings.h"

namespace end_to_end {
namespace {

using testing::HasSubstr;
using testing::Not;
using tungse_tests::embed;
using tungse_tests::EmbeddedBitext;
using tungse_tests::EmbeddingBytes;

class Embeddings : public CommandTest {
 protected:
  Embeddings() {
    const EmbeddingBytes source = embed(toy_.source, {.seed = 1});
    const EmbeddingBytes target = embed(toy_.target, {.seed = 2});
    write("a.txt", toy_.source.text());
    write("b.txt", toy_.target.text());
    write("a.overlaps", source.overlaps);
    write("a.emb", source.matrix);
    write("b.overlaps", target.overlaps);
    write("b.emb", target.matrix);
  }

  std::vector<std::string> words(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"align", in_folder("a.txt"), in_folder("b.txt"), "--mode", "parallel", "--quiet"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  std::vector<std::string> files() const {
    return {"--source-overlaps", in_folder("a.overlaps"), "--source-embeddings", in_folder("a.emb"),
            "--target-overlaps", in_folder("b.overlaps"), "--target-embeddings", in_folder("b.emb")};
  }
  ProgramResult align(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> all = words({"--segmented"});
    const std::vector<std::string> four = files();
    all.insert(all.end(), four.begin(), four.end());
    all.insert(all.end(), more.begin(), more.end());
    return tungse(all);
  }

  // Beads of gold whose groups stand in a ladder.
  std::size_t count_right(const std::string& ladder) const {
    const auto list = [](const std::vector<std::size_t>& group) {
      std::string text = "[";
      for (const std::size_t index : group) text += (text.size() > 1 ? ", " : "") + std::to_string(index);
      return text + "]:";
    };
    std::size_t right = 0;
    for (const auto& [source, target] : toy_.gold) {
      if (("\n" + ladder).find("\n" + list(source) + list(target)) != std::string::npos) ++right;
    }
    return right;
  }

  EmbeddedBitext toy_ = tungse_tests::make_embedded_bitext({.sentences = 40});
};

TEST_F(Embeddings, AlignTextsWhoseWordsTellNothing) {
  const ProgramResult with = align({"--format", "ladder"});
  const ProgramResult without = tungse(words({"--segmented", "--format", "ladder"}));

  expect_fine(with);
  EXPECT_GE(count_right(with.out), toy_.gold.size() * 9 / 10);
  EXPECT_LT(count_right(without.out), toy_.gold.size() * 6 / 10);
}

TEST_F(Embeddings, AreNamedAmongTheReasons) {
  EXPECT_THAT(align({"--format", "tsv"}).out, HasSubstr("embedding fits +"));
  EXPECT_THAT(align().out, HasSubstr("embedding (+"));
  EXPECT_THAT(tungse(words({"--segmented", "--format", "tsv"})).out, Not(HasSubstr("embedding")));
}

TEST_F(Embeddings, AreKeptInAProjectWithTheAlignment) {
  expect_fine(align({"--db", in_folder("project.db")}));

  EXPECT_THAT(tungse({"report", "--db", in_folder("project.db")}).out, HasSubstr("embedding (+"));
}

TEST_F(Embeddings, ComeAsFourFiles) {
  const std::vector<std::string> four = files();
  for (std::size_t left_out = 0; left_out < four.size(); left_out += 2) {
    std::vector<std::string> three = words({"--segmented"});
    for (std::size_t k = 0; k < four.size(); ++k) {
      if (k / 2 != left_out / 2) three.push_back(four[k]);
    }
    expect_refused(tungse(three), {"--source-overlaps, --source-embeddings, --target-overlaps"}, 2);
  }
}

TEST_F(Embeddings, NeedSegmentsALineAndTranslations) {
  std::vector<std::string> not_segmented = words();
  for (const std::string& word : files()) not_segmented.push_back(word);

  expect_refused(tungse(not_segmented), {"give --segmented too"}, 2);
  std::vector<std::string> comparable{"align",  in_folder("a.txt"), in_folder("b.txt"),
                                      "--mode", "comparable",       "--segmented"};
  for (const std::string& word : files()) comparable.push_back(word);
  expect_refused(tungse(comparable), {"serve translations"}, 2);
}

TEST_F(Embeddings, ThatAreNotUsedAreSaidNotToBe) {
  std::string turned_round;
  for (const std::string& line : toy_.target.lines) turned_round.insert(0, line + "\n");
  write("b.txt", turned_round);
  std::vector<std::string> automatic{"align", in_folder("a.txt"), in_folder("b.txt"), "--segmented"};
  for (const std::string& word : files()) automatic.push_back(word);

  EXPECT_THAT(tungse(automatic).err, HasSubstr("a.txt: embeddings were not used"));
}

TEST_F(Embeddings, AreNotForABatch) {
  std::vector<std::string> batch{"align", "--batch", write("pairs", ""), "--segmented"};
  for (const std::string& word : files()) batch.push_back(word);

  expect_refused(tungse(batch), {"--batch takes no embeddings"}, 2);
}

TEST_F(Embeddings, OfAnotherTextAreRefusedWithTheLine) {
  write("a.txt", toy_.source.lines[0] + "\nSomething else.\n");

  expect_refused(align(), {"a.overlaps: has no line for segment 2", "a.txt", "make the overlaps of this very text"});
}

TEST_F(Embeddings, OfTwoDimensionsAreRefused) {
  write("b.emb", embed(toy_.target).matrix + embed(toy_.target).matrix);

  expect_refused(align(), {"b.emb: has 64 values a line", "a.emb has 32", "one model"});
}

TEST_F(Embeddings, ThatAreTextOrEmptyOrMissingAreRefused) {
  for (const std::string& bytes :
       {std::string(), toy_.source.text(), std::string(embed(toy_.source).matrix.size(), 'x')}) {
    write("a.emb", bytes);
    expect_refused(align(), {"a.emb"});
  }
  std::filesystem::remove(in_folder("a.emb"));
  expect_refused(align(), {"a.emb", "check the path"});
}

TEST_F(Embeddings, AreNotOverwritten) {
  expect_refused(align({"--output", in_folder("b.emb")}), {"is one of the files to read"}, 2);
}

}  // namespace
}  // namespace end_to_end
