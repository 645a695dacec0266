#include "aligner/documents/po_text.h"

#include <algorithm>
#include <sstream>

#include "aligner/documents/po_entries.h"

namespace aligner::documents {
namespace {

bool is_letter(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
}

// Places of a mark before a letter: "&File", not "A & B" nor "&amp;"; "_File", not "file_name".
std::vector<std::size_t> marks_in(const std::string& text, char mark) {
  std::vector<std::size_t> places;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1)) {
    const bool is_before_letter = at + 1 < text.size() && is_letter(text[at + 1]);
    const bool is_doubled = at > 0 && text[at - 1] == mark;
    const bool is_within_word = at > 0 && is_letter(text[at - 1]) && mark == '_';
    const std::size_t semicolon =
        text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", at + 1);
    const bool is_entity = mark == '&' && semicolon != std::string::npos && text[semicolon] == ';';
    if (is_before_letter && !is_doubled && !is_within_word && !is_entity) places.push_back(at);
  }
  return places;
}

// Bytes of a directive of C or Python at `at`, where a percent sign stands: "%1$-5.2lf", "%(name)s", "%%".
std::size_t percent_size(const std::string& text, std::size_t at) {
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '(') end = std::min(text.find(')', end), text.size() - 1) + 1;
  end = std::min(text.find_first_not_of("0123456789$+-#*.'hlLqjzt", end), text.size());
  return end < text.size() && is_letter(text[end]) ? end + 1 - at : 0;
}

// Bytes of "{}", "{0}", "{name:>10}".
std::size_t brace_size(const std::string& text, std::size_t at) {
  const std::size_t end = text.find_first_of("{} \n", at + 1);
  return end != std::string::npos && text[end] == '}' ? end + 1 - at : 0;
}

bool has_format(const std::vector<std::string>& flags, std::string_view part) {
  return std::any_of(flags.begin(), flags.end(), [part](const std::string& flag) {
    return flag.ends_with("-format") && !flag.starts_with("no-") && flag.find(part) != std::string::npos;
  });
}

class TextMaker {
 public:
  PoText make(std::string_view utf8, const std::string& name) {
    std::istringstream in{std::string(utf8)};
    PoReader entries(in, name);
    bool has_translation = false;
    std::vector<PoEntry> untranslated;
    while (auto entry = entries.next()) {
      if (entry->is_header()) {
        made_.language = language_of_po(*entry);
      } else if (entry->has_flag("fuzzy")) {
        ++fuzzy_;
      } else if (entry->is_translated()) {
        has_translation = true;
        add(*entry, entry->translations);
      } else {
        untranslated.push_back(std::move(*entry));
      }
    }
    if (has_translation || fuzzy_ > 0) {
      note(untranslated.size(), "messages without a translation");
    } else {
      for (const PoEntry& entry : untranslated) add(entry, messages_of(entry));
      if (!untranslated.empty()) {
        made_.text.notes.push_back("has no translations, so its messages are read; these are often English");
        made_.language = std::nullopt;
      }
    }
    note(fuzzy_, "fuzzy translations");
    note(entries.obsolete_count(), "obsolete entries");
    return std::move(made_);
  }

 private:
  static std::vector<std::string> messages_of(const PoEntry& entry) {
    std::vector<std::string> messages{entry.id};
    if (entry.plural_id) messages.push_back(*entry.plural_id);
    return messages;
  }

  void add(const PoEntry& entry, const std::vector<std::string>& texts) {
    const text::Place place{text::PlaceKind::line, entry.line, ""};
    for (const std::string& text : texts) {
      made_.text.add_paragraph(clean_lines(without_directives(without_access_keys(text, entry.id), entry.flags)),
                               place);
    }
  }

  void note(std::size_t count, const std::string& what) {
    if (count > 0) made_.text.notes.push_back(what + ", left out: " + std::to_string(count));
  }

  PoText made_;
  std::size_t fuzzy_ = 0;
};

}  // namespace

std::string without_access_keys(const std::string& translation, const std::string& message) {
  for (const char mark : {'&', '_'}) {
    const std::vector<std::size_t> places = marks_in(translation, mark);
    if (places.size() != 1 || marks_in(message, mark).size() != 1) continue;
    const std::size_t at = places.front();
    const bool is_apart = at > 0 && translation[at - 1] == '(' && translation.substr(at + 2, 1) == ")";
    std::string plain = translation;
    if (!is_apart) return plain.erase(at, 1);
    const bool has_space = at > 1 && translation[at - 2] == ' ';
    return plain.erase(at - (has_space ? 2 : 1), has_space ? 5 : 4);
  }
  return translation;
}

std::string without_directives(const std::string& text, const std::vector<std::string>& flags) {
  const bool has_braces = has_format(flags, "brace") || has_format(flags, "csharp") || has_format(flags, "java");
  const bool has_percents = !has_braces && has_format(flags, "");
  if (!has_braces && !has_percents) return text;
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const bool may_be_one = (has_percents && text[at] == '%') || (has_braces && text[at] == '{');
    const std::size_t size = !may_be_one ? 0 : text[at] == '%' ? percent_size(text, at) : brace_size(text, at);
    if (size == 0) plain += text[at];
    at += std::max<std::size_t>(size, 1);
  }
  return plain;
}

PoText po_text(std::string_view utf8, const std::string& name) { return TextMaker().make(utf8, name); }

}  // namespace aligner::documents
