#include "aligner/anchors/vocabulary.h"

#include <algorithm>

namespace aligner::anchors {

Language language_of(const text::LanguageTag& tag) {
  const std::string language = tag.language();
  if (language == "vi") return Language::vi;
  if (language == "en") return Language::en;
  if (language == "ru") return Language::ru;
  if (language == "zh") return Language::zh;
  if (language == "mnc") return Language::mnc;
  return Language::other;
}

std::string to_string(Label label) {
  switch (label) {
    case Label::article:
      return "article";
    case Label::chapter:
      return "chapter";
    case Label::section:
      return "section";
    case Label::paragraph:
      return "paragraph";
    case Label::point:
      return "point";
    case Label::page:
      return "page";
    case Label::volume:
      return "volume";
    case Label::part:
      return "part";
    case Label::number:
      break;
  }
  return "";
}

void Vocabulary::add(std::string_view words, Senses senses, int value) {
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    if (end > at) {
      WordSense& word = words_[std::string(words.substr(at, end - at))];
      word.senses |= senses;
      if (word.value == 0) word.value = static_cast<std::int16_t>(value);
    }
    at = end + 1;
  }
}

const WordSense* Vocabulary::find(std::string_view folded) const {
  const auto found = words_.find(folded);
  return found == words_.end() ? nullptr : &found->second;
}

const Vocabulary& vocabulary_of(Language language) {
  static const Vocabulary vietnamese = make_vietnamese_vocabulary();
  static const Vocabulary english = make_english_vocabulary();
  static const Vocabulary russian = make_russian_vocabulary();
  static const Vocabulary manchu = make_manchu_vocabulary();
  static const Vocabulary chinese = make_chinese_vocabulary();
  static const Vocabulary none;
  switch (language) {
    case Language::vi:
      return vietnamese;
    case Language::en:
      return english;
    case Language::ru:
      return russian;
    case Language::mnc:
      return manchu;
    case Language::zh:
      return chinese;
    case Language::other:
      break;
  }
  return none;
}

}  // namespace aligner::anchors
