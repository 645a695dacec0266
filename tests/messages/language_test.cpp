#include "aligner/messages/language.h"

#include <gtest/gtest.h>

namespace aligner::messages {
namespace {

struct EnvironmentCase {
  LocaleVariables variables;
  Language expected;
  const char* why;
};

class Environment : public testing::TestWithParam<EnvironmentCase> {};

TEST_P(Environment, ChoosesAsGettextDoes) {
  EXPECT_EQ(language_for(GetParam().variables), GetParam().expected) << GetParam().why;
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Environment,
    testing::Values(
        EnvironmentCase{{}, Language::english, "nothing is set"},
        EnvironmentCase{{.lang = "vi_VN.UTF-8"}, Language::vietnamese, "LANG"},
        EnvironmentCase{{.lang = "ru"}, Language::russian, "a language alone"},
        EnvironmentCase{{.lang = "ru_RU@petr1708"}, Language::russian, "with a modifier"},
        EnvironmentCase{{.lang = "vi-VN"}, Language::vietnamese, "as BCP 47 writes it"},
        EnvironmentCase{{.lc_messages = "ru_RU.UTF-8", .lang = "vi_VN"}, Language::russian, "LC_MESSAGES before LANG"},
        EnvironmentCase{{.lc_all = "vi_VN", .lc_messages = "ru_RU"}, Language::vietnamese, "LC_ALL before LC_MESSAGES"},
        EnvironmentCase{{.lc_all = "", .lang = "ru_RU"}, Language::russian, "what is empty is not set"},
        EnvironmentCase{{.language = "ru:vi", .lang = "vi_VN"}, Language::russian, "LANGUAGE before all"},
        EnvironmentCase{{.language = "de:fr:vi", .lang = "ru_RU"}, Language::vietnamese, "the first that is known"},
        EnvironmentCase{{.language = "de", .lang = "ru_RU"}, Language::russian, "none in LANGUAGE is known"},
        EnvironmentCase{{.language = "vi", .lang = "C"}, Language::english, "the C locale is not translated"},
        EnvironmentCase{{.language = "vi", .lang = "C.UTF-8"}, Language::english, "with an encoding neither"},
        EnvironmentCase{{.language = "vi", .lc_all = "POSIX", .lang = "ru_RU"}, Language::english, "POSIX is C"},
        EnvironmentCase{{.language = "vi"}, Language::english, "LANGUAGE without a locale means nothing"},
        EnvironmentCase{{.language = "C:vi", .lang = "vi_VN"}, Language::english, "C ends the list"},
        EnvironmentCase{{.language = "::ru", .lang = "de_DE"}, Language::russian, "empty places in the list"},
        EnvironmentCase{{.lang = "de_DE.UTF-8"}, Language::english, "a language without a catalogue"},
        EnvironmentCase{{.lang = "virtual"}, Language::english, "that begins as one with a catalogue"}));

TEST(Language, HasItsCodeAndNoOther) {
  EXPECT_EQ(find_language("vi"), Language::vietnamese);
  EXPECT_EQ(to_string(Language::russian), "ru");
  EXPECT_FALSE(find_language("vi_VN"));
  EXPECT_FALSE(find_language(""));
}

}  // namespace
}  // namespace aligner::messages
