#include "aligner/documents/subtitles.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "aligner/documents/letters.h"
#include "aligner/error.h"
#include "aligner/text/trimmed.h"

namespace aligner::documents {
namespace {

using text::trimmed;

struct Line {
  std::string_view text;
  std::size_t number = 0;  // 1-based
};

struct Cue {
  std::size_t number = 0;
  std::string time;                     // of its beginning, "00:01:05"
  std::vector<std::string> utterances;  // one, or one for each speaker
  bool begins_anew = false;             // a speaker's dash stands before the first
};

std::vector<Line> lines_of(std::string_view utf8) {
  std::vector<Line> lines;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < utf8.size();) {
    const std::size_t end = std::min(utf8.find_first_of("\r\n", begin), utf8.size());
    lines.push_back({trimmed(utf8.substr(begin, end - begin)), ++number});
    const bool is_pair = end + 1 < utf8.size() && utf8[end] == '\r' && utf8[end + 1] == '\n';
    begin = end + (is_pair ? 2 : 1);
  }
  return lines;
}

bool has_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "00:01:05,250" and "01:05.250" -> "00:01:05"
std::optional<std::string> parse_time(std::string_view text) {
  const std::size_t fraction = text.find_first_of(",.");
  if (fraction != std::string_view::npos && !has_digits(text.substr(fraction + 1))) return std::nullopt;
  std::vector<std::string_view> parts;
  std::string_view rest = text.substr(0, std::min(fraction, text.size()));
  while (true) {
    const std::size_t colon = rest.find(':');
    parts.push_back(rest.substr(0, std::min(colon, rest.size())));
    if (colon == std::string_view::npos) break;
    rest.remove_prefix(colon + 1);
  }
  if (parts.size() < 2 || parts.size() > 3) return std::nullopt;
  for (std::size_t k = 0; k < parts.size(); ++k) {
    const bool is_hour = parts.size() == 3 && k == 0;
    if (!has_digits(parts[k]) || parts[k].size() > (is_hour ? 4U : 2U)) return std::nullopt;
    if (!is_hour && parts[k].size() == 2 && parts[k][0] > '5') return std::nullopt;
  }
  std::string time = parts.size() == 2 ? "00" : "";
  for (const std::string_view part : parts) {
    time += (time.empty() ? "" : ":") + std::string(part.size() == 1 ? "0" : "") + std::string(part);
  }
  return time;
}

// Bytes of what is no text at the beginning of `rest`: "<i>", "{\an8}", "<00:12.000>".
std::size_t tag_size(std::string_view rest) {
  if (rest.starts_with("{\\")) {
    const std::size_t end = rest.find('}');
    return end == std::string_view::npos ? 0 : end + 1;
  }
  if (!rest.starts_with('<') || rest.size() < 2) return 0;
  const char c = rest[1];
  const bool may_be_tag = c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  const std::size_t end = rest.find('>');
  return may_be_tag && end != std::string_view::npos ? end + 1 : 0;
}

struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array<Entity, 7> entities{{{"&amp;", "&"},
                                          {"&lt;", "<"},
                                          {"&gt;", ">"},
                                          {"&quot;", "\""},
                                          {"&nbsp;", "\u00A0"},
                                          {"&lrm;", ""},
                                          {"&rlm;", ""}}};

std::string without_tags(std::string_view line) {
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    const std::string_view rest = line.substr(at);
    if (const std::size_t tag = tag_size(rest); tag > 0) {
      at += tag;
      continue;
    }
    const auto entity = std::find_if(entities.begin(), entities.end(),
                                     [rest](const Entity& one) { return rest.starts_with(one.name); });
    if (entity != entities.end()) {
      plain += entity->text;
      at += entity->name.size();
    } else {
      plain += rest.front();
      ++at;
    }
  }
  return one_line(plain);
}

// Bytes of a speaker's mark: "- ", "–", ">>".
std::size_t speaker_mark_size(std::string_view line) {
  for (const std::string_view mark : {"-", "–", "—", ">>>", ">>"}) {
    if (!line.starts_with(mark)) continue;
    const std::size_t size = std::min(line.find_first_not_of(' ', mark.size()), line.size());
    const bool is_number = mark == "-" && size == 1 && line.size() > 1 && line[1] >= '0' && line[1] <= '9';
    return is_number || line.starts_with("--") ? 0 : size;
  }
  return 0;
}

class CueReader {
 public:
  CueReader(std::string_view utf8, const std::string& name) : lines_(lines_of(utf8)), name_(name) {}

  std::vector<Cue> read() {
    if (!lines_.empty() && lines_[0].text.starts_with("WEBVTT")) skip_block();
    while (at_ < lines_.size()) {
      if (lines_[at_].text.empty()) {
        ++at_;
      } else {
        read_block();
      }
    }
    return std::move(cues_);
  }

 private:
  [[noreturn]] void refuse(const Line& line, const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(line.number) + ": " + what);
  }

  void skip_block() {
    while (at_ < lines_.size() && !lines_[at_].text.empty()) ++at_;
  }

  static bool is_timing(const Line& line) { return line.text.find("-->") != std::string_view::npos; }

  void read_block() {
    const std::string_view first = lines_[at_].text;
    for (const std::string_view word : {"NOTE", "STYLE", "REGION"}) {
      if (first == word || (first.starts_with(word) && first.substr(word.size()).starts_with(' '))) return skip_block();
    }
    const bool has_name = !is_timing(lines_[at_]) && at_ + 1 < lines_.size() && is_timing(lines_[at_ + 1]);
    if (!is_timing(lines_[at_]) && !has_name) {
      if (cues_.empty()) refuse(lines_[at_], "no time stands before this text; write 00:00:12,000 --> 00:00:15,000");
      return read_text(cues_.back());  // a blank line within a cue
    }
    Cue cue;
    cue.number = cues_.size() + 1;
    if (has_name && has_digits(first) && first.size() < 9) cue.number = std::stoul(std::string(first));
    if (has_name) ++at_;
    cue.time = read_times(lines_[at_]);
    ++at_;
    read_text(cue);
    cues_.push_back(std::move(cue));
  }

  std::string read_times(const Line& line) const {
    const std::size_t arrow = line.text.find("-->");
    const std::string_view behind = trimmed(line.text.substr(arrow + 3));
    const auto begin = parse_time(trimmed(line.text.substr(0, arrow)));
    const auto end = parse_time(behind.substr(0, std::min(behind.find_first_of(" \t"), behind.size())));
    if (!begin || !end) {
      refuse(line,
             "\"" + std::string(line.text.substr(0, 60)) + "\" has no two times; write 00:00:12,000 --> 00:00:15,000");
    }
    return *begin;
  }

  // Up to a blank line, or the next cue where that is missing.
  void read_text(Cue& cue) {
    for (; at_ < lines_.size() && !lines_[at_].text.empty(); ++at_) {
      const bool is_next = is_timing(lines_[at_]) ||
                           (has_digits(lines_[at_].text) && at_ + 1 < lines_.size() && is_timing(lines_[at_ + 1]));
      if (is_next) return;
      const std::string line = without_tags(lines_[at_].text);
      const std::size_t mark = speaker_mark_size(line);
      const std::string words = line.substr(mark);
      if (words.empty()) continue;
      if (mark > 0 && cue.utterances.empty()) cue.begins_anew = true;
      if (mark > 0 || cue.utterances.empty()) {
        cue.utterances.push_back(words);
      } else {
        cue.utterances.back() += " " + words;
      }
    }
  }

  std::vector<Line> lines_;
  const std::string& name_;
  std::size_t at_ = 0;
  std::vector<Cue> cues_;
};

// Whether sentences end in full stops here. Where they do not, only a small letter says that one goes on.
bool has_stops(const std::vector<Cue>& cues) {
  std::size_t stopped = 0;
  std::size_t all = 0;
  for (const Cue& cue : cues) {
    if (cue.utterances.empty()) continue;
    ++all;
    if (ends_sentence(cue.utterances.back())) ++stopped;
  }
  return stopped * 3 >= all;
}

}  // namespace

PlacedText subtitle_text(std::string_view utf8, const std::string& name) {
  const std::vector<Cue> cues = CueReader(utf8, name).read();
  const bool is_stopped = has_stops(cues);
  PlacedText text;
  std::string before;
  for (const Cue& cue : cues) {
    const text::Place place{text::PlaceKind::cue, cue.number, cue.time};
    for (const std::string& words : cue.utterances) {
      const bool is_first = &words == &cue.utterances.front();
      const bool may_go_on = is_first && !cue.begins_anew && !before.empty();
      const bool is_small = begins_small(words) || words.starts_with("...") || words.starts_with("…");
      const bool goes_on = may_go_on && (ends_open(before)       ? is_small
                                         : ends_sentence(before) ? false
                                                                 : is_stopped || is_small);
      if (goes_on) {
        text.continue_paragraph(words, place);
      } else {
        text.add_paragraph(words, place);
      }
      before = words;
    }
  }
  return text;
}

}  // namespace aligner::documents
