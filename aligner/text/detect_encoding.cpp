#include "aligner/text/detect_encoding.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

#include <uchardet.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "aligner/text/code_points.h"
#include "aligner/text/encoding.h"
#include "aligner/text/plausibility.h"

namespace aligner::text {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t sample_size = 64 << 10;  // bytes; more would not change the verdict

// In the order of preference where two read the text alike: one whose only signs outside ASCII are quotation marks and
// dashes is windows-1252 to most readers.
constexpr std::array usual_encodings = {"windows-1252", "windows-1258", "VISCII", "TCVN5712-1",
                                        "windows-1251", "KOI8-R",       "IBM866"};

constexpr double least_plausibility = 0.8;  // right encodings reach 0.95 and more on prose, wrong ones seldom 0.5
constexpr double least_lead = 0.12;         // over the next candidate that reads the text otherwise

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_ascii_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

struct Sample {
  std::string bytes;
  bool is_cut = false;  // true where the last character may be broken
};

// Every stretch between spaces that holds a byte outside ASCII, from the whole text, or every n-th where there are
// many: a preface in one language must not decide for the rest. ASCII spaces are no part of a character in any
// candidate.
Sample collect_sample(std::string_view bytes, std::size_t step) {
  Sample sample;
  std::size_t found = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const auto space = std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(begin), bytes.end(), is_ascii_space);
    const std::size_t end = static_cast<std::size_t>(space - bytes.begin());
    const std::string_view stretch = bytes.substr(begin, end - begin);
    begin = end + 1;
    if (std::none_of(stretch.begin(), stretch.end(), is_high) || found++ % step != 0) continue;
    if (stretch.size() > sample_size) {
      sample.bytes += stretch.substr(0, sample_size);
      sample.is_cut = true;
      return sample;
    }
    sample.bytes += stretch;
    sample.bytes += ' ';
  }
  return sample;
}

Sample find_sample(std::string_view bytes) {
  Sample sample = collect_sample(bytes, 1);
  const std::size_t step = sample.bytes.size() / (4 * sample_size) + 1;
  return step == 1 ? sample : collect_sample(bytes, step);
}

// --- UTF-16 without a mark ---

bool is_chinese_punctuation(char32_t c) { return c == U'，' || c == U'。' || c == U'、' || c == U'　'; }

// True for prose in an alphabet, with ASCII spaces, and for Chinese with its full stops.
bool looks_like_utf16(std::string_view bytes, const std::string& encoding) {
  std::string_view sample = bytes.substr(0, std::min(bytes.size(), sample_size));
  const Decoded decoded = decode(sample, encoding);
  // A surrogate pair may be cut at the sample's end.
  if (decoded.undecoded && *decoded.undecoded + 4 < sample.size()) return false;
  std::size_t count = 0;
  std::size_t ascii = 0;
  std::size_t alphabetic = 0;
  std::size_t chinese = 0;
  std::size_t stops = 0;
  for (std::size_t at = 0; at < decoded.utf8.size(); ++count) {
    const char32_t c = next_code_point(decoded.utf8, at);
    if (u_isdefined(static_cast<UChar32>(c)) == 0 || (c < 0x20 && u_isspace(static_cast<UChar32>(c)) == 0))
      return false;
    if (c < 0x80) ++ascii;
    if (c < 0x2070) ++alphabetic;  // all alphabets in use; bytes of two letters taken together come out higher
    if (c >= 0x4E00 && c < 0xA000) ++chinese;
    if (is_chinese_punctuation(c)) ++stops;
  }
  const bool has_nul = bytes.find('\0') != std::string_view::npos;  // one half of each ASCII space
  const bool is_spaced_text = has_nul && ascii * 50 >= count && ascii > 0 && alphabetic * 5 >= count * 4;
  const bool is_chinese = stops * 100 >= count && stops > 0 && (chinese + stops + ascii) * 20 >= count * 19;
  return is_spaced_text || is_chinese;
}

std::optional<std::string> find_utf16(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return std::nullopt;
  const bool little = looks_like_utf16(bytes, "UTF-16LE");
  const bool big = looks_like_utf16(bytes, "UTF-16BE");
  if (little == big) return std::nullopt;
  return little ? "UTF-16LE" : "UTF-16BE";
}

// --- what is no text ---

std::optional<std::string> find_foreign_format(std::string_view bytes) {
  constexpr std::array<std::pair<std::string_view, const char*>, 7> signatures = {{
      {"%PDF-"sv, "a PDF"},
      {"PK\x03\x04"sv, "a zip archive (a docx or odt document is one)"},
      {"\xD0\xCF\x11\xE0"sv, "an old Word document"},
      {"{\\rtf"sv, "an RTF document"},
      {"\x1F\x8B"sv, "a gzip archive"},
      {"\x89PNG"sv, "an image"},
      {"\xFF\xD8\xFF"sv, "an image"},
  }};
  for (const auto& [signature, what] : signatures) {
    if (bytes.starts_with(signature)) return what;
  }
  return std::nullopt;
}

bool has_many_controls(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min(bytes.size(), sample_size));
  const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1A) || byte == 0x7F;
  });
  return controls * 20 > static_cast<std::ptrdiff_t>(sample.size());
}

// --- damaged UTF-8 ---

// True where most bytes outside ASCII belong to well-formed UTF-8: then the text is UTF-8 with a fault in it.
bool is_mostly_utf8(std::string_view bytes) {
  const std::string sample = find_sample(bytes).bytes;
  std::size_t good = 0;
  std::size_t bad = 0;
  for (std::size_t at = 0; at < sample.size();) {
    if (!is_high(sample[at])) {
      ++at;
    } else if (next_code_point(sample, at) == no_code_point) {
      ++bad;
    } else {
      ++good;
    }
  }
  return good >= 4 && good >= 4 * bad;
}

// --- code pages ---

struct Candidate {
  std::string encoding;
  std::string utf8;
  double plausibility = 0;
};

std::optional<std::string> ask_uchardet(std::string_view sample) {
  struct Delete {
    void operator()(uchardet* detector) const { uchardet_delete(detector); }
  };
  const std::unique_ptr<uchardet, Delete> detector(uchardet_new());
  if (!detector || uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  return find_encoding(uchardet_get_charset(detector.get()));
}

double weigh(const Plausibility& text, const std::optional<LanguageTag>& language) {
  if (!language || language->is_undetermined()) return text.best();
  constexpr double other_language = 0.7;
  const std::string tag = language->language();
  const bool is_cyrillic = tag == "ru" || tag == "uk" || tag == "be" || tag == "bg";
  const bool is_east_asian = tag == "zh" || tag == "ja" || tag == "ko";
  const double vietnamese = text.vietnamese * (tag == "vi" ? 1 : other_language);
  const double russian = text.russian * (is_cyrillic ? 1 : other_language);
  const double western = text.western * (tag == "vi" || is_cyrillic || is_east_asian ? other_language : 1);
  const double other = text.other * (tag == "vi" || is_cyrillic ? other_language : 1);
  return std::max({vietnamese, russian, western, other});
}

std::vector<Candidate> rank_candidates(std::string_view bytes, const std::optional<LanguageTag>& language) {
  const Sample sample = find_sample(bytes);
  std::vector<std::string> encodings(usual_encodings.begin(), usual_encodings.end());
  // What uchardet says comes last: where it reads the text like a usual encoding, that one's name is the better known.
  if (auto answer = ask_uchardet(bytes.substr(0, sample_size))) encodings.push_back(std::move(*answer));
  std::vector<Candidate> candidates;
  for (const std::string& encoding : encodings) {
    Decoded decoded = decode(sample.bytes, encoding);
    const bool is_whole = !decoded.undecoded || (sample.is_cut && *decoded.undecoded + 4 >= sample.bytes.size());
    if (!is_whole) continue;
    const double plausibility = weigh(judge_text(decoded.utf8), language);
    candidates.push_back({encoding, std::move(decoded.utf8), plausibility});
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.plausibility > b.plausibility; });
  return candidates;
}

Result<DetectedEncoding> detect_code_page(std::string_view bytes, const std::optional<LanguageTag>& language) {
  const std::vector<Candidate> candidates = rank_candidates(bytes, language);
  const std::string remedy = "; give the encoding by name: " + encodings_to_name();
  if (candidates.empty() || candidates[0].plausibility < least_plausibility) {
    return Failure{"the encoding could not be told from the text" + remedy};
  }
  const Candidate& best = candidates[0];
  for (const Candidate& next : candidates) {
    if (next.utf8 != best.utf8 && next.plausibility > best.plausibility - least_lead) {
      return Failure{"the text could be " + best.encoding + " or " + next.encoding + remedy};
    }
  }
  return DetectedEncoding{best.encoding, false};
}

bool is_east_asian(char32_t c) { return (c >= 0x2E80 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) || c >= 0xFF00; }

}  // namespace

bool confirms_utf16_mark(std::string_view bytes, const std::string& encoding) {
  if (bytes.empty() || bytes.find('\0') != std::string_view::npos) return true;
  const Decoded decoded = decode(bytes.substr(0, std::min(bytes.size(), sample_size)), encoding);
  std::size_t count = 0;
  std::size_t east_asian = 0;
  for (std::size_t at = 0; at < decoded.utf8.size(); ++count) {
    if (is_east_asian(next_code_point(decoded.utf8, at))) ++east_asian;
  }
  return east_asian * 10 >= count * 9 && (!decoded.undecoded || bytes.size() > sample_size);
}

Result<DetectedEncoding> detect_encoding(std::string_view bytes, const std::optional<LanguageTag>& language) {
  if (const auto format = find_foreign_format(bytes)) return Failure{"this is " + *format + "; save it as plain text"};
  const bool is_utf8 = !find_invalid_utf8(bytes);
  const bool has_nul = bytes.find('\0') != std::string_view::npos;
  if (is_utf8 && !has_nul && !has_many_controls(bytes)) return DetectedEncoding{"UTF-8", true};
  if (auto utf16 = find_utf16(bytes)) return DetectedEncoding{std::move(*utf16), false};
  if (has_nul || has_many_controls(bytes)) return Failure{"this is no text but binary data; save it as plain text"};
  if (is_mostly_utf8(bytes)) {
    // Decoding it as what it is will find the place.
    return DetectedEncoding{"UTF-8", true};
  }
  return detect_code_page(bytes, language);
}

}  // namespace aligner::text
