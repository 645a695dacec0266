// Whatever two texts, each pair of their anchors that match_anchors relates has a score from 0 to 1, a reason, and a
// key in common; the pair the other way round relates alike; and match_all finds the same pairs. The first two bytes
// choose the languages, the first line end parts the texts.

#include "aligner/anchors/match_anchors.h"

#include <algorithm>
#include <cmath>

#include "aligner/anchors/match_all.h"
#include "aligner/anchors/match_keys.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

using aligner::anchors::Anchor;
using aligner::anchors::AnchorKind;
using aligner::anchors::AnchorMatch;
using aligner::anchors::AnchorRelation;
using tungse_fuzz::few_terms;
using tungse_fuzz::require;

namespace {

constexpr std::size_t most_anchors = 60;  // of a side: the time goes with the square

AnchorRelation mirrored(AnchorRelation relation) {
  if (relation == AnchorRelation::contains) return AnchorRelation::contained;
  return relation == AnchorRelation::contained ? AnchorRelation::contains : relation;
}

bool is_found(const Anchor& source, const Anchor& target) {
  const std::vector<std::string> keys = lookup_keys(source, few_terms());
  const std::vector<std::string> others = match_keys(target, few_terms());
  return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
    return std::find(others.begin(), others.end(), key) != others.end();
  });
}

// Anchors of one kind, or a name and the concept that it may be a spelling of.
bool are_comparable(const Anchor& source, const Anchor& target) {
  const auto names_something = [](const Anchor& anchor) {
    return anchor.kind() == AnchorKind::name || anchor.kind() == AnchorKind::term;
  };
  return source.kind() == target.kind() || (names_something(source) && names_something(target));
}

void check(const Anchor& source, const Anchor& target, const AnchorMatch& match) {
  require(are_comparable(source, target));
  require(match.score >= 0 && match.score <= 1);
  require((match.score == 0) == (match.relation == AnchorRelation::conflict));
  require(!match.reason.empty() && tungse_fuzz::is_well_formed(match.reason) && !to_string(match.relation).empty());
  require(is_found(source, target) && is_found(target, source));
  const auto back = match_anchors(target, source, few_terms());
  require(back.has_value() && back->relation == mirrored(match.relation));
  require(std::fabs(back->score - match.score) < 1e-9);
}

std::string two(int source, int target, const std::string& texts) {
  return std::string(1, static_cast<char>('0' + source)) + static_cast<char>('0' + target) + texts;
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      two(0, 1,
          "Ngày 16 tháng 5 năm 1858, Muravyov; 600.000 km²; thế kỷ 19; Bắc Kinh\n"
          "On May 28, 1858, May 20, 1858, Muraviev; 600,000 km2; in the 1850s; before 1860; Beijing, Peking"),
      two(1, 2,
          "Count Nikolai Muravyov, Nevelskoy, Putyatin; 3,937 versts; two thirds; 16 May 1858; Article 1; 4,200\n"
          "граф Н. Н. Муравьёв, Невельской, Путятин; 4200 км; 2/3; 16 (28) мая 1858 г.; статья 1; 4,2; Амур"),
      two(3, 4,
          "咸豐八年四月十六日，黑龍江，一千八百\n"
          "gubci elgiyengge i jakūci aniya, duin biyai juwan ninggun; emu minggan jakūn tanggū; ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ"),
      two(0, 2,
          "năm Hàm Phong thứ 8; Hắc Long Giang; Thiên Tân; vài nghìn; mùa hè năm 1849; từ 1850 đến 1864; Nicholas I\n"
          "8-й год Сяньфэна; Амур; Тяньцзинь; несколько тысяч; летом 1849 г.; 1850–1860 гг.; Николай I; до 1850 г."),
      two(3, 0, "1858年5月28日；天津；十九世纪\nngày 28 tháng 5 năm 1858; Thiên Tân; nửa sau thế kỷ 19; 15 tháng 5"),
      two(1, 1, "1. one; [2] 1858; 5 km; 10-12 thousand; Ivanov; Ivanova; Nikolaev\n1. one; [2]; 3 miles; 11; Nikolai"),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::string texts = tungse_fuzz::well_formed({reinterpret_cast<const char*>(data) + 2, size - 2});
  const std::size_t cut = std::min(texts.find('\n'), texts.size());
  auto source = tungse_fuzz::find_in(texts.substr(0, cut), tungse_fuzz::language_of(data[0])).anchors;
  auto target = tungse_fuzz::find_in(texts.substr(cut), tungse_fuzz::language_of(data[1])).anchors;
  source.resize(std::min(source.size(), most_anchors));
  target.resize(std::min(target.size(), most_anchors));
  std::size_t related = 0;
  for (const Anchor& from : source) {
    for (const Anchor& to : target) {
      const auto match = match_anchors(from, to, few_terms());
      if (!match) continue;
      ++related;
      check(from, to, *match);
    }
  }
  require(match_all(source, target, few_terms()).size() == related);
  return 0;
}
