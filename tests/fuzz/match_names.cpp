// Whatever two strings are read as names, they match alike in both directions, with a score from 0 to 1, and share a
// key where they match. The first two bytes choose the languages; a line break parts the names.

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <set>

#include "aligner/anchors/anchor_matcher.h"
#include "aligner/anchors/name.h"
#include "aligner/error.h"

#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Anchor;
using aligner::anchors::AnchorMatcher;

namespace {

constexpr std::array<const char*, 6> languages = {"vi", "en", "ru", "zh", "mnc", "de"};

Anchor read(std::uint8_t language, const std::string& bytes) {
  const auto tag = aligner::text::LanguageTag::parse(languages[language % languages.size()]);
  return {.value = aligner::anchors::read_name(bytes, tag)};
}

bool share_a_key(AnchorMatcher& matcher, const Anchor& first, const Anchor& second) {
  const std::vector<std::string> keys = matcher.keys(first);
  const std::set<std::string> known(keys.begin(), keys.end());
  for (const std::string& key : matcher.keys(second)) {
    if (known.count(key) > 0) return true;
  }
  return false;
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {"01Thiên Tân\nTientsin",
                                                 "12Count N. N. Muravyov-Amursky\nграф Муравьёв-Амурский",
                                                 "32黑龍江\nХэйлунцзян",
                                                 "41ᠨᡳᡴᠣᠯᠠᡳ ᠮᡠᡵᠠᡶᡳᠶᠣᡶᡠ\nNikolai Mouravieff",
                                                 "11Xi'an T'ien-chin\nHsi-an Tien",
                                                 "31穆拉維約夫·普京\nMuravyov Putin",
                                                 "01Gua-tê-ma-la\nGuatemala",
                                                 "22Северная Корея Корейская\nКорейский Ли",
                                                 "11Anna Maria Muravyova\nAnna Anna Muravyova"};
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string bytes(data + 2, data + size);
  const std::size_t part = std::min(bytes.find('\n'), bytes.size());
  Anchor first;
  Anchor second;
  try {
    first = read(data[0], bytes.substr(0, part));
    second = read(data[1], bytes.substr(std::min(part + 1, bytes.size())));
  } catch (const aligner::Error&) {
    return 0;  // not UTF-8
  }
  AnchorMatcher matcher(aligner::terms::bundled_terms());
  const auto forward = matcher.match(first, second);
  const auto backward = matcher.match(second, first);
  if (forward.has_value() != backward.has_value()) std::abort();
  if (!forward) return 0;
  if (!(forward->score > 0 && forward->score <= 1)) std::abort();
  if (std::abs(forward->score - backward->score) > 1e-12 || forward->relation != backward->relation) std::abort();
  if (!share_a_key(matcher, first, second)) std::abort();
  return 0;
}
