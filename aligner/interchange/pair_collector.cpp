#include "aligner/interchange/pair_collector.h"

#include <utility>

#include "aligner/error.h"
#include "aligner/interchange/pair_fields.h"
#include "aligner/text/utf8.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t longest_line = std::size_t{64} << 20;  // bytes
constexpr std::size_t longest_example = 40;

// For messages: short, and nothing that a terminal would obey.
std::string shown(std::string_view text) {
  std::string out;
  for (const char c : text.substr(0, longest_example)) out += c >= 0x20 && c < 0x7F ? c : '?';
  return out;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

bool is_text(const ExchangedPair& pair) {
  for (const std::string* text : {&pair.source, &pair.target, &pair.id, &pair.decided_by, &pair.decided_at, &pair.note,
                                  &pair.source_origin, &pair.target_origin}) {
    if (!text::is_valid_utf8(*text)) return false;
  }
  for (const score::Evidence& evidence : pair.evidence) {
    if (!text::is_valid_utf8(evidence.relation) || !text::is_valid_utf8(evidence.reason)) return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> take_line(std::istream& in, const std::string& name, std::size_t line) {
  std::streambuf& bytes = *in.rdbuf();
  using Traits = std::char_traits<char>;
  std::string text;
  while (true) {
    const Traits::int_type byte = bytes.sbumpc();
    if (Traits::eq_int_type(byte, Traits::eof())) {
      if (text.empty()) return std::nullopt;
      break;
    }
    const char c = Traits::to_char_type(byte);
    if (c == '\n') break;
    if (text.size() == longest_line) {
      throw Error(name + ":" + std::to_string(line) + ": is longer than 64 MiB; is this a file of pairs?");
    }
    text += c;
  }
  if (text.ends_with('\r')) text.pop_back();
  return text;
}

void PairCollector::refuse(std::size_t line, const std::string& what) const {
  throw Error(name_ + ":" + std::to_string(line) + ": " + what);
}

void PairCollector::set_languages(const text::LanguageTag& source, const text::LanguageTag& target) {
  if (!source_) source_ = source;
  if (!target_) target_ = target;
}

bool PairCollector::is_wanted(const ExchangedPair& pair) {
  if (!source_match_) {
    source_match_.emplace(*source_, *target_);
    target_match_.emplace(*target_, *source_);
  }
  const auto fits = [](LanguageMatch& match, const text::LanguageTag& language) {
    return language.is_undetermined() || match.nearness(language.str()) != LanguageMatch::foreign;
  };
  return fits(*source_match_, pair.source_language) && fits(*target_match_, pair.target_language);
}

void PairCollector::take(ExchangedPair pair, std::size_t line) {
  if (!is_text(pair)) refuse(line, "is not UTF-8, or refers to a character that is none; convert it to UTF-8");
  if (!pair.source_language.is_undetermined() && !pair.target_language.is_undetermined()) {
    set_languages(pair.source_language, pair.target_language);
  }
  if (!source_ || !target_) refuse(line, "does not say its languages; give --source-lang and --target-lang");
  if (!is_wanted(pair)) return pass_over(pair.source_language.str(), pair.target_language.str());
  if (is_blank(pair.source) && is_blank(pair.target)) {
    ++blank_;
    return;
  }
  ++count_;
  sink_(std::move(pair));
}

void PairCollector::set(ExchangedPair& pair, std::string_view field, std::string_view value, std::size_t line) {
  if (set_field(pair, field, value)) return;
  if (bad_values_++ == 0) {
    bad_example_ = "line " + std::to_string(line) + ": " + shown(field) + " \"" + shown(value) + "\"";
  }
}

void PairCollector::pass_over(std::string_view source, std::string_view target) {
  if (foreign_++ == 0) foreign_example_ = shown(source) + "-" + shown(target);
}

PairsRead PairCollector::finish(PairFormat format) {
  if (count_ == 0) {
    const std::string languages = source_ && target_ ? " in " + source_->str() + " and " + target_->str() : "";
    const std::string others = foreign_ > 0 ? "; it holds " + foreign_example_ : "";
    throw Error(name_ + ": holds no pair of segments" + languages + others +
                "; check the file and the languages given");
  }
  PairsRead read{.format = format, .source_language = *source_, .target_language = *target_, .pair_count = count_};
  const auto note = [&](std::size_t count, const std::string& what) {
    if (count > 0) read.notes.push_back(name_ + ": " + std::to_string(count) + " " + what);
  };
  note(foreign_, "pairs are in other languages (" + foreign_example_ + "), and left out");
  note(blank_, "pairs hold no text, and are left out");
  note(bad_values_, "values are none that their property has (" + bad_example_ + "), and left out");
  for (const auto& [what, count] : left_out_) note(count, what + " have no place in a project, and are left out");
  return read;
}

}  // namespace aligner::interchange
