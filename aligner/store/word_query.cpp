#include "aligner/store/word_query.h"

#include <algorithm>

#include "aligner/error.h"
#include "aligner/segment/search_pattern.h"
#include "aligner/store/term_query.h"
#include "aligner/text/utf8.h"

namespace aligner::store {
namespace {

constexpr std::size_t longest_wording = 1000;  // bytes
constexpr std::size_t most_words = 100;        // of a wording

// The word with its marks.
std::string_view with_marks(std::string_view key) {
  const std::string_view plain = segment::without_marks(key);
  const std::string_view rest = key.substr(plain.size() + 1);
  return rest.empty() ? plain : rest;
}

void check_wording(const std::string& text) {
  if (!text::is_valid_utf8(text)) throw Error("what is looked for is not UTF-8");
  if (text.find('\0') != std::string::npos) throw Error("what is looked for holds a zero byte");
  if (text.size() > longest_wording) {
    throw Error("what is looked for is longer than " + std::to_string(longest_wording) +
                " bytes; look for a part of it");
  }
}

}  // namespace

bool is_language(const text::LanguageTag& wanted, const text::LanguageTag& language) {
  return wanted == language || language.str().starts_with(wanted.str() + "-");
}

WordQuery::WordQuery(const std::vector<Wording>& wordings, WordingKind kind, text::FoldMarks marks)
    : kind_(kind), marks_(marks) {
  for (const Wording& one : wordings) {
    check_wording(one.text);
    Keys keys{.keys = {}, .language = one.language};
    for (segment::IndexWord& word : finder_.find(one.text, {0, one.text.size()})) {
      keys.keys.push_back(std::move(word.key));
    }
    if (keys.keys.empty()) throw Error("there is no word in \"" + one.text + "\"; give letters or digits");
    if (keys.keys.size() > most_words) {
      throw Error("what is looked for has more than " + std::to_string(most_words) + " words; look for a part of it");
    }
    wordings_.push_back(std::move(keys));
  }
  if (wordings_.empty()) throw Error("nothing is looked for; give a word");
}

// Keys hold no character that means something between quotes.
std::string WordQuery::expression() const {
  std::string all;
  for (const Keys& wording : wordings_) {
    std::string one;
    for (std::size_t i = 0; i < wording.keys.size(); ++i) {
      const std::string& key = wording.keys[i];
      const bool goes_on = kind_ == WordingKind::beginning && i + 1 == wording.keys.size();
      const std::string plain(segment::without_marks(key));
      if (marks_ == text::FoldMarks::strip) {
        one += (i > 0 ? " AND \"" : "\"") + plain + (goes_on ? "" : std::string(1, segment::key_divider)) + "\" *";
      } else {
        one += (i > 0 ? " " : "\"") + (goes_on ? plain : key);
      }
    }
    if (marks_ == text::FoldMarks::keep) one += kind_ == WordingKind::beginning ? "\" *" : "\"";
    all += (all.empty() ? "(" : " OR (") + one + ")";
  }
  return all;
}

bool WordQuery::is_same(const std::string& wanted, const std::string& key, bool may_go_on) const {
  if (marks_ == text::FoldMarks::strip) {
    const std::string_view begin = segment::without_marks(wanted);
    const std::string_view word = segment::without_marks(key);
    return may_go_on ? word.starts_with(begin) : word == begin;
  }
  return may_go_on ? with_marks(key).starts_with(with_marks(wanted)) : key == wanted;
}

bool WordQuery::is_at(const Keys& wording, const std::vector<segment::IndexWord>& words, std::size_t first) const {
  const std::size_t count = wording.keys.size();
  if (first + count > words.size()) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const bool may_go_on = kind_ == WordingKind::beginning && i + 1 == count;
    if (!is_same(wording.keys[i], words[first + i].key, may_go_on)) return false;
  }
  return true;
}

std::vector<FoundWording> WordQuery::find(std::string_view utf8, text::Span range, const text::LanguageTag& language) {
  std::vector<FoundWording> found;
  const std::vector<segment::IndexWord> words = finder_.find(utf8, range);
  for (std::size_t first = 0; first < words.size();) {
    std::size_t length = 0;
    std::size_t longest = 0;
    for (std::size_t i = 0; i < wordings_.size(); ++i) {
      const Keys& wording = wordings_[i];
      if (wording.keys.size() <= length || (wording.language && !is_language(*wording.language, language))) continue;
      if (!is_at(wording, words, first)) continue;
      length = wording.keys.size();
      longest = i;
    }
    if (length > 0) found.push_back({{words[first].span.begin, words[first + length - 1].span.end}, longest});
    first += std::max<std::size_t>(length, 1);
  }
  return found;
}

std::optional<std::string> fault_of(const ConcordanceQuery& query) {
  try {
    if (!query.terms.concepts().empty()) {
      TermQuery(query.terms);
      return std::nullopt;
    }
    if (query.kind != WordingKind::regex) {
      WordQuery(query.wordings, query.kind, query.marks);
      return std::nullopt;
    }
    for (const Wording& one : query.wordings) {
      check_wording(one.text);
      if (one.text.empty()) throw Error("the regular expression is empty; give one");
      segment::SearchPattern(one.text, query.marks);
    }
    if (query.wordings.empty()) throw Error("nothing is looked for; give a regular expression");
    return std::nullopt;
  } catch (const Error& error) {
    return error.what();  // that is the answer asked for
  }
}

}  // namespace aligner::store
