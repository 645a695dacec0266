#include "aligner/messages/speaker.h"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace aligner::messages {
namespace {

const Speaker english;
const Speaker vietnamese(Language::vietnamese);
const Speaker russian(Language::russian);

TEST(Speaker, SaysMessagesInTheReadersLanguage) {
  EXPECT_EQ(english.tell("Summary"), "Summary");
  EXPECT_EQ(vietnamese.tell("Summary"), "Tóm tắt");
  EXPECT_EQ(russian.tell("Summary"), "Итоги");
}

TEST(Speaker, SaysInEnglishWhatHasNoTranslation) {
  EXPECT_EQ(russian.tell("no such message: {}", "x"), "no such message: x");
  EXPECT_EQ(russian.count(2, "{} unheard-of", "{} unheard-ofs"), "2 unheard-ofs");
}

TEST(Speaker, TellsWordsApartByTheirContext) {
  EXPECT_EQ(russian.tell_as("month", "May"), "май");
  EXPECT_EQ(russian.tell_as("month of a day", "May"), "мая");
}

TEST(Speaker, MayPutValuesInAnotherOrder) {
  EXPECT_EQ(english.tell("{}, mean confidence {}, {} below {}", 7U, "80 %", 2U, "50 %"),
            "7, mean confidence 80 %, 2 below 50 %");
  EXPECT_EQ(russian.tell("{}, mean confidence {}, {} below {}", 7U, "80 %", 2U, "50 %"),
            "7, средняя надёжность 80 %, ниже 50 %: 2");
}

TEST(Speaker, LeavesBracesInValuesAsTheyAre) { EXPECT_EQ(russian.tell("words: {}", "{0} {x"), "слова: {0} {x"); }

TEST(Speaker, KnowsThePluralFormsOfRussian) {
  const auto pairs = [](std::size_t count) { return russian.count(count, "{} segment", "{} segments"); };
  EXPECT_EQ(pairs(0), "0 предложений");
  EXPECT_EQ(pairs(1), "1 предложение");
  EXPECT_EQ(pairs(2), "2 предложения");
  EXPECT_EQ(pairs(5), "5 предложений");
  EXPECT_EQ(pairs(11), "11 предложений");
  EXPECT_EQ(pairs(21), "21 предложение");
  EXPECT_EQ(pairs(112), "112 предложений");
  EXPECT_EQ(pairs(1'000'001), "1\u00A0000\u00A0001 предложение");
  EXPECT_EQ(pairs(18'446'744'073'709'551'612U), "18\u00A0446\u00A0744\u00A0073\u00A0709\u00A0551\u00A0612 предложений");
}

TEST(Speaker, HasOneFormInVietnameseAndTwoInEnglish) {
  EXPECT_EQ(vietnamese.count(1, "{} segment", "{} segments"), "1 câu");
  EXPECT_EQ(vietnamese.count(2, "{} segment", "{} segments"), "2 câu");
  EXPECT_EQ(english.count(1, "{} segment", "{} segments"), "1 segment");
  EXPECT_EQ(english.count(0, "{} segment", "{} segments"), "0 segments");
}

TEST(Speaker, WritesNumbersAsTheLanguageDoes) {
  EXPECT_EQ(english.number(1234567), "1234567");
  EXPECT_EQ(vietnamese.number(1234567), "1.234.567");
  EXPECT_EQ(russian.number(1234567), "1\u00A0234\u00A0567");
  EXPECT_EQ(russian.number(999), "999");
  EXPECT_EQ(english.decimal(5.25, 1, ShowPlus::yes), "+5.2");
  EXPECT_EQ(vietnamese.decimal(5.25, 1, ShowPlus::yes), "+5,2");
  EXPECT_EQ(russian.decimal(-1234.5, 2), "-1\u00A0234,50");
  EXPECT_EQ(vietnamese.decimal("4200.5"), "4.200,5");
  EXPECT_EQ(english.decimal("4200.5"), "4200.5");
}

TEST(Speaker, RoundsSharesButNotToCertainty) {
  EXPECT_EQ(english.percent(0.996), "99 %");
  EXPECT_EQ(vietnamese.percent(0.004), "1%");
  EXPECT_EQ(russian.percent(1), "100\u00A0%");
  EXPECT_EQ(russian.percent(0), "0\u00A0%");
}

TEST(Speaker, WritesTimesAsTheLanguageDoes) {
  EXPECT_EQ(english.time("2026-03-01T09:30:00Z"), "2026-03-01T09:30:00Z");
  EXPECT_EQ(russian.time("2026-03-01T09:30:00Z"), "1 мар. 2026\u202Fг., 09:30 UTC");
  EXPECT_EQ(vietnamese.time("2026-03-01T09:30:00Z"), "09:30 1 thg 3, 2026 UTC");
}

TEST(Speaker, LeavesWhatIsNoTimeAsItIs) {
  for (const char* text : {"", "yesterday", "2026-02-30T09:30:00Z", "2026-03-01T25:30:00Z", "2026-03-01 09:30:00Z"}) {
    EXPECT_EQ(russian.time(text), text);
  }
}

TEST(Speaker, SpeaksSeveralLanguagesAtOneTime) {
  std::vector<std::thread> threads;
  std::vector<std::string> said(8);
  for (std::size_t i = 0; i < said.size(); ++i) {
    threads.emplace_back([&said, i] {
      const Speaker speaker(i % 2 == 0 ? Language::russian : Language::vietnamese);
      for (int k = 0; k < 500; ++k) said[i] = speaker.count(i + 1, "{} error", "{} errors") + speaker.percent(0.5);
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(said[0], "1 ошибка50\u00A0%");
  EXPECT_EQ(said[1], "2 lỗi50%");
  EXPECT_EQ(said[4], "5 ошибок50\u00A0%");
}

}  // namespace
}  // namespace aligner::messages
