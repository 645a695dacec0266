#include "aligner/lexicon/saved_lexicon.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <utility>

#include "aligner/error.h"
#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"
#include "aligner/text/utf8.h"

namespace aligner::lexicon {
namespace {

constexpr std::string_view magic = "TUNGLEX\n";
constexpr std::uint32_t version = 1;
constexpr std::size_t digest_size = 64;
constexpr std::size_t header_size = magic.size() + 4 + 8 + digest_size;
constexpr double steps_per_nat = 16;
constexpr std::uint8_t nought = 255;

std::uint8_t encode(float probability) {
  if (!(probability > 0)) return nought;
  const double steps = std::round(-steps_per_nat * std::log(std::min(1.0, static_cast<double>(probability))));
  return steps >= nought ? nought : static_cast<std::uint8_t>(steps);
}

const std::array<float, 256>& decoded() {
  static const std::array<float, 256> table = [] {
    std::array<float, 256> values{};
    for (std::size_t code = 0; code < nought; ++code) {
      values[code] = static_cast<float>(std::exp(-static_cast<double>(code) / steps_per_nat));
    }
    return values;
  }();
  return table;
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Control characters are no letters, and 1 begins the names of anchors.
bool may_be_kept(const std::string& word) {
  return !word.empty() && word.size() <= longest_lexicon_word && std::none_of(word.begin(), word.end(), is_control);
}

void put_fixed(std::string& out, std::uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void put_varint(std::string& out, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) out += static_cast<char>((value & 0x7F) | 0x80);
  out += static_cast<char>(value);
}

void put_string(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

void put_words(std::string& out, const std::vector<std::string>& words) {
  put_varint(out, words.size());
  std::string_view before;
  for (const std::string& word : words) {
    std::size_t shared = 0;
    while (shared < std::min(before.size(), word.size()) && before[shared] == word[shared]) ++shared;
    put_varint(out, shared);
    put_string(out, std::string_view(word).substr(shared));
    before = word;
  }
}

// Reads a payload; whatever does not fit is damage.
class Reader {
 public:
  Reader(std::string_view bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  [[noreturn]] void refuse() const {
    throw Error(name_ + ": the lexicon is damaged; make it again with tungse learn, or fetch it anew");
  }

  std::uint8_t byte() {
    if (at_ >= bytes_.size()) refuse();
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      const std::uint8_t next = byte();
      value |= std::uint64_t{next & 0x7Fu} << shift;
      if (next < 0x80) return value;
    }
    refuse();
  }

  // A number of things that take a byte each at the least, so that no damaged count asks for all memory.
  std::size_t count() {
    const std::uint64_t value = varint();
    if (value > bytes_.size() - at_) refuse();
    return static_cast<std::size_t>(value);
  }

  std::string_view string() {
    const std::size_t size = count();
    const std::string_view text = bytes_.substr(at_, size);
    at_ += size;
    return text;
  }

  std::vector<std::string> words() {
    const std::size_t size = count();
    if (size > most_lexicon_words) refuse();
    std::vector<std::string> all(size);
    std::size_t letters = 0;
    const std::string* before = nullptr;
    for (std::string& word : all) {
      const std::uint64_t shared = varint();
      if (shared > (before != nullptr ? before->size() : 0)) refuse();
      const std::string_view rest = string();
      if (shared + rest.size() > longest_lexicon_word) refuse();  // before copying: a long prefix costs a byte a word
      word.reserve(static_cast<std::size_t>(shared) + rest.size());
      if (before != nullptr) word.assign(*before, 0, static_cast<std::size_t>(shared));
      word += rest;
      letters += word.size();
      const bool ascends = before == nullptr || *before < word;
      if (!ascends || letters > most_lexicon_letters || !may_be_kept(word) || !text::is_valid_utf8(word)) refuse();
      before = &word;
    }
    return all;
  }

  std::string_view note() {
    const std::string_view text = string();
    if (!text::is_valid_utf8(text)) refuse();
    return text;
  }

  text::LanguageTag language() {
    const auto tag = text::LanguageTag::try_parse(std::string(string()));
    if (!tag) refuse();
    return tag.value();
  }

  bool is_at_end() const { return at_ == bytes_.size(); }

 private:
  std::string_view bytes_;
  const std::string& name_;
  std::size_t at_ = 0;
};

std::uint64_t get_fixed(std::string_view bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = bytes.size(); i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return value;
}

// The payload of a whole, undamaged file.
std::string_view checked_payload(std::string_view bytes, const std::string& name) {
  const std::string remedy = "; make it again with tungse learn, or fetch it anew";
  if (bytes.empty()) throw Error(name + ": is empty, so it is no lexicon" + remedy);
  if (bytes.size() < header_size && bytes.starts_with(magic.substr(0, bytes.size()))) {
    throw Error(name + ": the lexicon is cut short" + remedy);
  }
  if (!bytes.starts_with(magic)) {
    throw Error(name +
                ": is no lexicon of tungse; a dictionary in text form goes to --dictionary, a TMX file or pairs " +
                "of segments to tungse learn");
  }
  const std::uint64_t found = get_fixed(bytes.substr(magic.size(), 4));
  if (found > version) {
    throw Error(name + ": the lexicon has format " + std::to_string(found) + ", this tungse reads up to " +
                std::to_string(version) + "; use a newer tungse, or make it again with tungse learn");
  }
  const std::string_view payload = bytes.substr(header_size);
  const std::string_view digest = bytes.substr(header_size - digest_size, digest_size);
  const std::uint64_t size = get_fixed(bytes.substr(magic.size() + 4, 8));
  if (payload.size() < size) throw Error(name + ": the lexicon is cut short" + remedy);
  if (found < version || size != payload.size() || text::sha256_hex(payload) != digest) Reader(payload, name).refuse();
  return payload;
}

std::uint32_t place_of(const std::vector<std::string>& words, const std::string& word) {
  return static_cast<std::uint32_t>(std::lower_bound(words.begin(), words.end(), word) - words.begin());
}

void sort_unique(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

// Of doubles each direction keeps its larger probability, so that the lexicon read backwards is the same one.
void sort_entries(std::vector<LexiconEntry>& entries) {
  const auto place = [](const LexiconEntry& entry) { return std::pair(entry.source, entry.target); };
  std::sort(entries.begin(), entries.end(),
            [&](const LexiconEntry& a, const LexiconEntry& b) { return place(a) < place(b); });
  std::size_t kept = 0;
  for (const LexiconEntry& entry : entries) {
    if (kept > 0 && place(entries[kept - 1]) == place(entry)) {
      entries[kept - 1].forward = std::max(entries[kept - 1].forward, entry.forward);
      entries[kept - 1].backward = std::max(entries[kept - 1].backward, entry.backward);
    } else {
      entries[kept++] = entry;
    }
  }
  entries.resize(kept);
}

// Before anything is written, so that every file written can be read.
void check_limits(const std::vector<std::string>& words) {
  std::size_t letters = 0;
  for (const std::string& word : words) letters += word.size();
  if (words.size() > most_lexicon_words || letters > most_lexicon_letters) {
    throw Error("a lexicon of " + std::to_string(words.size()) + " words on one side is more than a file holds (" +
                std::to_string(most_lexicon_words) + " words); learn from fewer texts");
  }
}

}  // namespace

Lexicon make_lexicon(std::vector<WordPair> pairs, text::LanguageTag source_language, text::LanguageTag target_language,
                     std::string note) {
  Lexicon lexicon{.source_language = std::move(source_language),
                  .target_language = std::move(target_language),
                  .note = std::move(note),
                  .source_words = {},
                  .target_words = {},
                  .entries = {}};
  std::erase_if(pairs, [](const WordPair& pair) { return !may_be_kept(pair.source) || !may_be_kept(pair.target); });
  for (const WordPair& pair : pairs) {
    lexicon.source_words.push_back(pair.source);
    lexicon.target_words.push_back(pair.target);
  }
  sort_unique(lexicon.source_words);
  sort_unique(lexicon.target_words);
  for (const WordPair& pair : pairs) {
    lexicon.entries.push_back({place_of(lexicon.source_words, pair.source), place_of(lexicon.target_words, pair.target),
                               pair.forward, pair.backward});
  }
  sort_entries(lexicon.entries);
  return lexicon;
}

Lexicon reversed(const Lexicon& lexicon) {
  Lexicon other{.source_language = lexicon.target_language,
                .target_language = lexicon.source_language,
                .note = lexicon.note,
                .source_words = lexicon.target_words,
                .target_words = lexicon.source_words,
                .entries = {}};
  // Counting sort: as the entries come by source, each target's stay by source.
  std::vector<std::size_t> next(lexicon.target_words.size() + 1, 0);
  for (const LexiconEntry& entry : lexicon.entries) ++next[entry.target + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  other.entries.resize(lexicon.entries.size());
  for (const LexiconEntry& entry : lexicon.entries) {
    other.entries[next[entry.target]++] = {entry.target, entry.source, entry.backward, entry.forward};
  }
  return other;
}

Lexicon pruned(const Lexicon& lexicon, double smallest) {
  std::vector<WordPair> pairs;
  for (const LexiconEntry& entry : lexicon.entries) {
    const double both = static_cast<double>(entry.forward) * static_cast<double>(entry.backward);
    if (std::sqrt(both) < smallest) continue;
    pairs.push_back(
        {lexicon.source_words[entry.source], lexicon.target_words[entry.target], entry.forward, entry.backward});
  }
  return make_lexicon(std::move(pairs), lexicon.source_language, lexicon.target_language, lexicon.note);
}

std::string short_digest(std::string_view bytes) {
  constexpr std::size_t digits = 16;
  return std::string(bytes.substr(header_size - digest_size, digits));
}

std::string write_lexicon(const Lexicon& lexicon) {
  check_limits(lexicon.source_words);
  check_limits(lexicon.target_words);
  std::string payload;
  put_string(payload, lexicon.source_language.str());
  put_string(payload, lexicon.target_language.str());
  put_string(payload, lexicon.note);
  put_words(payload, lexicon.source_words);
  put_words(payload, lexicon.target_words);
  auto entry = lexicon.entries.begin();
  for (std::uint32_t source = 0; source < lexicon.source_words.size(); ++source) {
    const auto end =
        std::find_if(entry, lexicon.entries.end(), [&](const LexiconEntry& next) { return next.source != source; });
    put_varint(payload, static_cast<std::uint64_t>(end - entry));
    std::uint32_t before = 0;
    for (; entry != end; ++entry) {
      put_varint(payload, entry->target - before);
      before = entry->target;
      payload += static_cast<char>(encode(entry->forward));
      payload += static_cast<char>(encode(entry->backward));
    }
  }
  std::string bytes(magic);
  put_fixed(bytes, version, 4);
  put_fixed(bytes, payload.size(), 8);
  bytes += text::sha256_hex(payload);
  bytes += payload;
  return bytes;
}

Lexicon parse_lexicon(std::string_view bytes, const std::string& name) {
  Reader reader(checked_payload(bytes, name), name);
  Lexicon lexicon;
  lexicon.source_language = reader.language();
  lexicon.target_language = reader.language();
  lexicon.note = reader.note();
  lexicon.source_words = reader.words();
  lexicon.target_words = reader.words();
  for (std::uint32_t source = 0; source < lexicon.source_words.size(); ++source) {
    std::uint64_t target = 0;
    for (std::size_t left = reader.count(), first = left; left > 0; --left) {
      const std::uint64_t distance = reader.varint();
      if (left != first && distance == 0) reader.refuse();
      target += distance;
      if (target >= lexicon.target_words.size()) reader.refuse();
      const float forward = decoded()[reader.byte()];
      const float backward = decoded()[reader.byte()];
      lexicon.entries.push_back({source, static_cast<std::uint32_t>(target), forward, backward});
    }
  }
  if (!reader.is_at_end()) reader.refuse();
  return lexicon;
}

Lexicon read_lexicon(const std::filesystem::path& path) {
  return parse_lexicon(text::read_bytes(path, largest_lexicon_file), text::name_of(path));
}

}  // namespace aligner::lexicon
