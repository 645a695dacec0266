// Reading the encodings that historians' files come in, by name and by detection.

#include <algorithm>
#include <chrono>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aligner/error.h"
#include "aligner/text/read_document.h"

#include "tests/support/case_file.h"
#include "tests/text/notation.h"

namespace aligner::text {
namespace {

using namespace std::string_literals;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using tungse_tests::Case;
using tungse_tests::encode_vietnamese;
using tungse_tests::encode_with_icu;
using tungse_tests::from_hex;
using tungse_tests::german_account;
using tungse_tests::read_cases;
using tungse_tests::russian_account;
using tungse_tests::vietnamese_account;

ReadDocument read_as(const std::string& bytes, const std::string& encoding) {
  return read_document_bytes(bytes, "account.txt", {.encoding = encoding, .language = LanguageTag::parse("vi")});
}

std::string text_of(const ReadDocument& read) { return read.document.bytes(); }

ReadDocument read_detecting(const std::string& bytes) { return read_document_bytes(bytes, "account.txt"); }

TEST(Encodings, ReadAll134VietnameseLetters) {
  const auto letters = read_cases(std::string(TUNGSE_CASES) + "/vietnamese_letters.tsv");
  ASSERT_EQ(letters.size(), 134U);
  const char* const encodings[] = {"VISCII", "TCVN5712-1", "windows-1258"};
  for (const Case& letter : letters) {
    for (std::size_t column = 1; column <= 3; ++column) {
      const std::string bytes = from_hex(letter.fields.at(column));
      EXPECT_EQ(text_of(read_as("x" + bytes, encodings[column - 1])), "x" + letter.fields[0]) << letter.where();
    }
  }
}

TEST(Encodings, ReadEveryByteOfTheTwoVietnameseTables) {
  for (const char* encoding : {"VISCII", "TCVN5712-1"}) {
    std::string letters_seen;
    for (int byte = 0x20; byte < 0x100; ++byte) {
      const std::string text = text_of(read_as("x "s + static_cast<char>(byte) + "x", encoding));
      EXPECT_EQ(letters_seen.find("\n" + text + "\n"), std::string::npos)
          << encoding << " has a letter twice: " << text;
      letters_seen += "\n" + text + "\n";
    }
  }
}

TEST(Encodings, ComposeTonesThatAreWrittenApart) {
  EXPECT_EQ(text_of(read_as("a\xB3", "tcvn")), "á");
  EXPECT_EQ(text_of(read_as("\xAA\xB4", "tcvn")), "ệ");
  EXPECT_EQ(text_of(read_as("hi\xEA\xF2p", "cp1258")), "hiệp");
  // A tone on no letter stays where it is.
  EXPECT_EQ(text_of(read_as("x \xF2", "cp1258")), "x \u0323");
}

TEST(Encodings, AreKnownUnderManyNames) {
  struct Name {
    const char* given;
    const char* canonical;
  };
  for (const Name& name : {Name{"tcvn", "TCVN5712-1"},
                           {"TCVN3", "TCVN5712-1"},
                           {"tcvn5712", "TCVN5712-1"},
                           {"TCVN-5712-1:1993", "TCVN5712-1"},
                           {"viscii", "VISCII"},
                           {"cp1258", "windows-1258"},
                           {"Windows_1258", "windows-1258"},
                           {"koi8r", "KOI8-R"},
                           {"CP1251", "windows-1251"},
                           {"utf8", "UTF-8"},
                           {"latin1", "ISO-8859-1"},
                           {"cp866", "IBM866"}}) {
    EXPECT_EQ(read_as("text", name.given).encoding, name.canonical);
  }
}

TEST(Encodings, OfVietnameseTextAreToldApart) {
  for (const char* encoding : {"windows-1258", "VISCII", "TCVN5712-1"}) {
    const ReadDocument read = read_detecting(encode_vietnamese(vietnamese_account(), encoding));

    EXPECT_EQ(read.encoding, encoding);
    EXPECT_TRUE(read.encoding_assumed);
    EXPECT_EQ(read.document.bytes(), vietnamese_account());
    EXPECT_EQ(read.document.language().str(), "vi");
    EXPECT_THAT(read.notes,
                ElementsAre("account.txt: read as "s + encoding + " (detected; give the encoding if this is wrong)",
                            HasSubstr("language vi")));
  }
}

TEST(Encodings, OfRussianTextAreToldApart) {
  for (const char* encoding : {"windows-1251", "KOI8-R", "IBM866"}) {
    const ReadDocument read = read_detecting(encode_with_icu(russian_account(), encoding));

    EXPECT_EQ(read.encoding, encoding);
    EXPECT_EQ(read.document.bytes(), russian_account());
    EXPECT_EQ(read.document.language().str(), "ru");
  }
}

TEST(Encodings, OfEveryPieceOfAnAccountAreRightOrRefused) {
  const std::string accounts = std::string(TUNGSE_SOURCE_DIR) + "/corpora/accounts/aigun/";
  struct Written {
    std::string encoding;
    std::string bytes;
  };
  std::vector<Written> all;
  const std::string russian = tungse_tests::read_bytes(accounts + "ru.txt");
  for (const char* encoding : {"windows-1251", "KOI8-R", "IBM866"})
    all.push_back({encoding, encode_with_icu(russian, encoding)});
  for (const char* encoding : {"windows-1258", "VISCII", "TCVN5712-1"}) {
    std::string bytes;
    for (int i = 0; i < 8; ++i) bytes += encode_vietnamese(vietnamese_account(), encoding);
    all.push_back({encoding, bytes});
  }
  std::size_t refused = 0;
  std::size_t pieces = 0;
  for (const Written& written : all) {
    for (std::size_t begin = 0; begin + 250 < written.bytes.size(); begin += 199) {
      ++pieces;
      try {
        EXPECT_EQ(read_detecting(written.bytes.substr(begin, 250)).encoding, written.encoding) << begin;
      } catch (const Error&) {
        ++refused;
      }
    }
  }
  EXPECT_LE(refused * 20, pieces);
}

TEST(Encodings, OfGermanTextInWindows1252AreNotTakenForVietnamese) {
  const ReadDocument read = read_detecting(encode_with_icu(german_account(), "windows-1252"));

  EXPECT_EQ(read.encoding, "windows-1252");
  EXPECT_EQ(read.document.bytes(), german_account());
  EXPECT_EQ(read.document.language().str(), "de");
}

TEST(Encodings, ArePerhapsNotToldInAFewBytesAndThenAskedFor) {
  try {
    const ReadDocument read = read_detecting("T\xE0\xE1\xFD\xB5");
    ADD_FAILURE() << "read as " << read.encoding;
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("give the encoding"));
  }
}

TEST(Encodings, ReadUtf16WithAMark) {
  const std::string little = "\xFF\xFE" + encode_with_icu(vietnamese_account(), "UTF-16LE");
  const std::string big = "\xFE\xFF" + encode_with_icu(vietnamese_account(), "UTF-16BE");

  EXPECT_EQ(text_of(read_detecting(little)), vietnamese_account());
  EXPECT_EQ(text_of(read_detecting(big)), vietnamese_account());
  EXPECT_EQ(read_detecting(big).encoding, "UTF-16BE");
  EXPECT_FALSE(read_detecting(big).encoding_assumed);
  EXPECT_EQ(read_as(big, "utf-16").encoding, "UTF-16BE");
}

TEST(Encodings, DoNotTakeTwoLettersForAMark) {
  // In windows-1251 "яю" is written FF FE, which is the mark of UTF-16 as well.
  std::string text = "яются, " + russian_account();
  std::string bytes = encode_with_icu(text, "windows-1251");
  if (bytes.size() % 2 != 0) bytes += ' ';

  const ReadDocument read = read_detecting(bytes);

  EXPECT_EQ(read.encoding, "windows-1251");
  EXPECT_THAT(read.document.bytes(), ::testing::StartsWith(text));
}

TEST(Encodings, TakeAMarkBeforeChineseWithoutASpaceForWhatItIs) {
  const std::string text = "愛琿條約於一八五八年簽訂";

  EXPECT_EQ(text_of(read_detecting("\xFF\xFE" + encode_with_icu(text, "UTF-16LE"))), text);
  EXPECT_EQ(text_of(read_detecting("\xFE\xFF" + encode_with_icu(text, "UTF-16BE"))), text);
}

TEST(Encodings, FindUtf16WithoutAMark) {
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    for (const std::string& text :
         {vietnamese_account(), russian_account(), german_account(), "Only ASCII, in two bytes each."s,
          "愛琿條約於一八五八年簽訂，規定黑龍江以北歸俄國。"s}) {
      const ReadDocument read = read_detecting(encode_with_icu(text, encoding));
      EXPECT_EQ(read.encoding, encoding);
      EXPECT_TRUE(read.encoding_assumed);
      EXPECT_EQ(read.document.bytes(), text);
    }
  }
}

TEST(Encodings, NameTheLineOfABrokenUtf16) {
  const std::string odd =
      "\xFF\xFE"
      "a\0\n\0b\0c"s;
  const std::string lone_surrogate =
      "\xFF\xFE"
      "a\0\n\0\x00\xD8 \0"s;
  for (const std::string& bytes : {odd, lone_surrogate}) {
    try {
      read_detecting(bytes);
      ADD_FAILURE();
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("account.txt:2: byte "));
    }
  }
}

TEST(Encodings, ReadChineseAndJapaneseByName) {
  const std::string text = "愛琿條約於一八五八年簽訂。";
  for (const char* encoding : {"GB18030", "Big5"})
    EXPECT_EQ(text_of(read_as(encode_with_icu(text, encoding), encoding)), text);
}

TEST(Encodings, TakeTimeInProportionOnEnormousLines) {
  const auto begin = std::chrono::steady_clock::now();
  std::string marks = "a";
  for (int i = 0; i < 1'000'000; ++i) marks += i % 2 == 0 ? '\xB3' : '\xB4';
  std::string line;
  const std::string words = encode_vietnamese(vietnamese_account(), "VISCII");
  while (line.size() < 4'000'000) line += words;
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::string no_spaces(4'000'000, '\xEA');

  EXPECT_GT(text_of(read_as(marks, "tcvn")).size(), 1'000'000U);
  EXPECT_EQ(read_detecting(line).encoding, "VISCII");
  try {
    read_detecting(no_spaces);
  } catch (const Error&) {
    // It may be refused; it must not take long.
  }

  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

}  // namespace
}  // namespace aligner::text
