#include "aligner/lexicon/saved_lexicon.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/text/digest.h"

#include "tests/support/temporary_directory.h"

namespace aligner::lexicon {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

const text::LanguageTag vi = text::LanguageTag::parse("vi");
const text::LanguageTag en = text::LanguageTag::parse("en");

Lexicon small_lexicon() {
  return make_lexicon({{"ước", "treaty", 0.5F, 0.25F}, {"hiệp", "treaty", 0.75F, 0.5F}, {"sông", "river", 1.0F, 0.0F}},
                      vi, en, "my texts");
}

// Invented words of two alphabets; with the same seed the same ones.
Lexicon random_lexicon(unsigned seed) {
  std::mt19937 random(seed);
  const auto word = [&](const std::vector<std::string>& letters) {
    std::string made;
    for (std::size_t left = 1 + random() % 7; left > 0; --left) made += letters[random() % letters.size()];
    return made;
  };
  std::vector<WordPair> pairs;
  for (std::size_t left = random() % 200; left > 0; --left) {
    pairs.push_back({word({"a", "b", "ế", "đ", "𠮷"}), word({"я", "x", "條", "z"}),
                     static_cast<float>(random() % 1001) / 1000, static_cast<float>(random() % 1001) / 1000});
  }
  return make_lexicon(std::move(pairs), vi, en, "seed " + std::to_string(seed));
}

std::string refusal_of(const std::string& bytes) {
  try {
    parse_lexicon(bytes, "input");
    return "";
  } catch (const Error& error) {
    return error.what();
  }
}

std::string notation(const Lexicon& lexicon) {
  std::string text;
  for (const LexiconEntry& entry : lexicon.entries) {
    text +=
        (text.empty() ? "" : ", ") + lexicon.source_words[entry.source] + " = " + lexicon.target_words[entry.target];
  }
  return text;
}

// A file around a payload made by hand, with the digest it should have: only what the payload says is wrong.
std::string file_of(const std::string& payload) {
  std::string bytes = write_lexicon({}).substr(0, 12);
  for (int i = 0; i < 8; ++i) bytes += static_cast<char>((std::uint64_t{payload.size()} >> (8 * i)) & 0xFF);
  return bytes + text::sha256_hex(payload) + payload;
}

std::string text_of(const std::string& text) { return static_cast<char>(text.size()) + text; }

// "vi", "en", no note: what comes before the words.
const std::string beginning = text_of("vi") + text_of("en") + text_of("");
const std::string largest_count = "\x80\x80\x80\x80\x80\x80\x80\x80\x10";  // 2^60

TEST(PrunedLexicon, HasThePairsThatAreSureInBothDirections) {
  const Lexicon lexicon = make_lexicon(
      {{"sông", "river", 0.5F, 0.5F}, {"sông", "the", 0.5F, 0.0001F}, {"núi", "the", 0.1F, 0.0F}}, vi, en, "my texts");

  const Lexicon fewer = pruned(lexicon, 0.03);

  EXPECT_EQ(notation(fewer), "sông = river");
  EXPECT_THAT(fewer.source_words, ElementsAre("sông"));
  EXPECT_EQ(fewer.note, "my texts");
}

TEST(PrunedLexicon, KeepsWhatIsJustSureEnoughAndAllWhereNothingIsAsked) {
  const Lexicon lexicon = small_lexicon();

  EXPECT_EQ(pruned(lexicon, 0), lexicon);
  EXPECT_EQ(notation(pruned(make_lexicon({{"sông", "river", 0.5F, 0.5F}}, vi, en), 0.5)), "sông = river");
}

TEST(LexiconFile, IsNamedByTheBeginningOfItsDigest) {
  const std::string bytes = write_lexicon(small_lexicon());

  EXPECT_EQ(short_digest(bytes), text::sha256_hex(bytes.substr(84)).substr(0, 16));
}

TEST(MakeLexicon, SortsWordsAndEntries) {
  const Lexicon lexicon = small_lexicon();

  EXPECT_THAT(lexicon.source_words, ElementsAre("hiệp", "sông", "ước"));
  EXPECT_THAT(lexicon.target_words, ElementsAre("river", "treaty"));
  EXPECT_THAT(lexicon.entries, ElementsAre(LexiconEntry{0, 1, 0.75F, 0.5F}, LexiconEntry{1, 0, 1.0F, 0.0F},
                                           LexiconEntry{2, 1, 0.5F, 0.25F}));
}

TEST(MakeLexicon, KeepsTheLargerProbabilityOfDoublesInEachDirection) {
  const Lexicon lexicon =
      make_lexicon({{"a", "b", 0.5F, 0.25F}, {"a", "b", 0.25F, 0.75F}, {"a", "b", 0.125F, 0.125F}}, vi, en);

  EXPECT_THAT(lexicon.entries, ElementsAre(LexiconEntry{0, 0, 0.5F, 0.75F}));
}

TEST(MakeLexicon, LeavesOutWordsThatNoFileMayHold) {
  const std::string long_word(longest_lexicon_word + 1, 'x');

  const Lexicon lexicon =
      make_lexicon({{"", "b", 1, 1}, {"a", "\x01 date 1858", 1, 1}, {long_word, "b", 1, 1}, {"a", "b", 1, 1}}, vi, en);

  EXPECT_THAT(lexicon.source_words, ElementsAre("a"));
  EXPECT_THAT(lexicon.target_words, ElementsAre("b"));
}

TEST(Reversed, TurnsWordsAndProbabilitiesRound) {
  const Lexicon back = reversed(small_lexicon());

  EXPECT_EQ(back.source_language, en);
  EXPECT_THAT(back.entries, ElementsAre(LexiconEntry{0, 1, 0.0F, 1.0F}, LexiconEntry{1, 0, 0.5F, 0.75F},
                                        LexiconEntry{1, 2, 0.25F, 0.5F}));
}

TEST(Reversed, TwiceIsTheSame) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Lexicon lexicon = random_lexicon(seed);

    EXPECT_EQ(reversed(reversed(lexicon)), lexicon) << "seed " << seed;
  }
}

TEST(WriteLexicon, ThenReadingIsIdentityUpToTheRoundingOfProbabilities) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const Lexicon lexicon = random_lexicon(seed);

    Lexicon read = parse_lexicon(write_lexicon(lexicon), "input");

    ASSERT_EQ(read.entries.size(), lexicon.entries.size()) << "seed " << seed;
    const double half_a_step = std::exp(1.0 / 32) * (1 + 1e-6);  // a step is a sixteenth nat; the rest is floats
    for (std::size_t i = 0; i < read.entries.size(); ++i) {
      for (const auto member : {&LexiconEntry::forward, &LexiconEntry::backward}) {
        EXPECT_LE(read.entries[i].*member, lexicon.entries[i].*member * half_a_step);
        EXPECT_GE(read.entries[i].*member * half_a_step, lexicon.entries[i].*member);
      }
      read.entries[i].forward = lexicon.entries[i].forward;
      read.entries[i].backward = lexicon.entries[i].backward;
    }
    EXPECT_EQ(read, lexicon) << "seed " << seed;
  }
}

TEST(WriteLexicon, OfWhatWasReadGivesTheSameBytes) {
  for (unsigned seed = 0; seed < 50; ++seed) {
    const std::string bytes = write_lexicon(random_lexicon(seed));

    EXPECT_EQ(write_lexicon(parse_lexicon(bytes, "input")), bytes) << "seed " << seed;
  }
}

TEST(WriteLexicon, MakesNoughtOfWhatIsTooSmallAndOneOfWhatIsTooLarge) {
  const Lexicon lexicon = make_lexicon({{"a", "b", 1e-7F, 1.5F}}, vi, en);

  const Lexicon read = parse_lexicon(write_lexicon(lexicon), "input");

  EXPECT_THAT(read.entries, ElementsAre(LexiconEntry{0, 0, 0.0F, 1.0F}));
}

TEST(WriteLexicon, TakesAnEmptyLexicon) { EXPECT_EQ(parse_lexicon(write_lexicon({}), "input"), Lexicon{}); }

TEST(WriteLexicon, RefusesMoreWordsThanAFileHolds) {
  Lexicon lexicon;
  lexicon.source_words.assign(most_lexicon_words + 1, "a");

  EXPECT_THROW(write_lexicon(lexicon), Error);
}

TEST(ParseLexicon, RefusesEveryFileWithOneByteChanged) {
  const std::string whole = write_lexicon(small_lexicon());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    for (const int change : {0x01, 0x20, 0x80, 0xFF}) {
      std::string changed = whole;
      changed[at] = static_cast<char>(static_cast<unsigned char>(changed[at]) ^ change);

      EXPECT_THAT(refusal_of(changed), HasSubstr("input: ")) << "byte " << at << " ^ " << change;
    }
  }
}

TEST(ParseLexicon, RefusesEveryTruncationAndSaysSo) {
  const std::string whole = write_lexicon(small_lexicon());
  for (std::size_t size = 1; size < whole.size(); ++size) {
    EXPECT_THAT(refusal_of(whole.substr(0, size)), AllOf(HasSubstr("input: "), HasSubstr("cut short"))) << size;
  }
}

TEST(ParseLexicon, RefusesWhatComesBehind) {
  EXPECT_THAT(refusal_of(write_lexicon(small_lexicon()) + "x"), HasSubstr("damaged"));
}

TEST(ParseLexicon, SaysThatAnEmptyFileIsEmpty) { EXPECT_THAT(refusal_of(""), HasSubstr("empty")); }

TEST(ParseLexicon, SaysWhereTextGoesInstead) {
  EXPECT_THAT(refusal_of("treaty\thiệp ước\n"), AllOf(HasSubstr("no lexicon"), HasSubstr("--dictionary")));
}

TEST(ParseLexicon, AsksForANewerProgramWhereTheFileIsNewer) {
  std::string bytes = write_lexicon(small_lexicon());
  bytes[8] = 2;

  EXPECT_THAT(refusal_of(bytes), AllOf(HasSubstr("format 2"), HasSubstr("newer tungse")));
}

struct HostilePayload {
  const char* name;
  std::string payload;
};

// For failure messages.
void PrintTo(const HostilePayload& hostile, std::ostream* out) { *out << hostile.name; }

class Hostile : public testing::TestWithParam<HostilePayload> {};

TEST_P(Hostile, PayloadIsRefusedThoughItsDigestIsRight) {
  EXPECT_THAT(refusal_of(file_of(GetParam().payload)), AllOf(HasSubstr("input: "), HasSubstr("damaged")));
}

const std::string one_word = std::string("\1\0", 2) + text_of("a");  // a count, nothing shared, "a"

const HostilePayload hostile_payloads[] = {
    {"Nothing", ""},
    {"LanguageThatIsNone", text_of("no language") + text_of("en") + text_of("")},
    {"ANoteThatIsNoUtf8", text_of("vi") + text_of("en") + text_of("\xFF") + std::string(2, '\0')},
    {"MoreWordsThanThereAreBytes", beginning + largest_count},
    {"AWordLongerThanTheFile", beginning + '\1' + '\0' + largest_count},
    {"SharingMoreThanThereIs", beginning + '\1' + '\5' + text_of("a")},
    {"SharingAnEndlessLot", beginning + '\1' + largest_count + text_of("a")},
    {"ACountThatNeverEnds", beginning + std::string(20, '\xFF')},
    {"AnEmptyWord", beginning + '\1' + '\0' + text_of("") + one_word + '\0'},
    {"AWordThatIsNoUtf8", beginning + '\1' + '\0' + text_of("\xE1\xBA") + one_word + '\0'},
    {"ASurrogate", beginning + '\1' + '\0' + text_of("\xED\xA0\x80") + one_word + '\0'},
    {"AnAnchorsName", beginning + '\1' + '\0' + text_of("\1date") + one_word + '\0'},
    {"ALineBreakInAWord", beginning + '\1' + '\0' + text_of("a\nb") + one_word + '\0'},
    {"WordsOutOfOrder", beginning + '\2' + '\0' + text_of("b") + '\0' + text_of("a") + one_word + '\0' + '\0'},
    {"AWordTwice", beginning + '\2' + '\0' + text_of("a") + '\1' + text_of("") + one_word + '\0' + '\0'},
    {"AWordTooLong", beginning + '\2' + '\0' + "\xC8\1" + std::string(200, 'a') + "\xC8\1" + '\x64' +
                         std::string(100, 'a') + one_word + '\0' + '\0'},
    {"APlaceThatIsNotThere", beginning + one_word + one_word + '\1' + '\1' + "\1\1"},
    {"AnEntryTwice", beginning + one_word + one_word + '\2' + '\0' + "\1\1" + '\0' + "\1\1"},
    {"AnEntryCutShort", beginning + one_word + one_word + '\1' + '\0' + '\1'},
    {"NoEntries", beginning + one_word + one_word},
    {"MoreThanItSays", beginning + one_word + one_word + '\0' + '\0'},
};

INSTANTIATE_TEST_SUITE_P(Payloads, Hostile, testing::ValuesIn(hostile_payloads),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(ParseLexicon, TakesAPayloadMadeByHand) {
  const Lexicon read = parse_lexicon(file_of(beginning + one_word + one_word + '\1' + '\0' + '\0' + '\xFF'), "input");

  EXPECT_EQ(read, make_lexicon({{"a", "a", 1, 0}}, vi, en));
}

TEST(ParseLexicon, RefusesAVocabularyThatWouldGrowBeyondAllMeasure) {
  // Half a million words that share 250 bytes take four megabytes of file and would take 128 of memory.
  std::string payload = beginning + "\x80\x80\x20" + '\0' + "\xFA\1" + std::string(250, 'a');
  for (int i = 1; i < 1 << 19; ++i) {
    const std::string rest{static_cast<char>('a' + (i >> 15)), static_cast<char>('0' + ((i >> 10) & 31)),
                           static_cast<char>('0' + ((i >> 5) & 31)), static_cast<char>('0' + (i & 31))};
    payload += "\xFA\1" + text_of(rest);
  }

  EXPECT_THAT(refusal_of(file_of(payload)), HasSubstr("damaged"));
}

TEST(ReadLexicon, GivesWhatWasWritten) {
  const tungse_tests::TemporaryDirectory folder;
  const std::string path = folder.write("vi-en.lexicon", write_lexicon(small_lexicon()));

  EXPECT_EQ(read_lexicon(path).source_words, small_lexicon().source_words);
}

TEST(ReadLexicon, NamesTheFileThatIsNotThere) {
  EXPECT_THAT([] { read_lexicon("missing.lexicon"); },
              testing::ThrowsMessage<Error>(AllOf(HasSubstr("missing.lexicon"), HasSubstr("check the path"))));
}

}  // namespace
}  // namespace aligner::lexicon
