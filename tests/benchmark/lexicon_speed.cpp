// How long the bundled lexicons take to be loaded, forward and turned round, and a text's words to be looked up in
// them.
//
//   build/ci/tests/benchmark/tungse_lexicon_speed
//
// The least of twenty runs, in milliseconds of the processor.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

#include "aligner/lexicon/bundled_lexicons.h"
#include "aligner/lexicon/lexicon_priors.h"

namespace {

using namespace aligner::lexicon;
using aligner::text::LanguageTag;

double least_milliseconds(const std::function<void()>& work) {
  double least = 1e9;
  for (int run = 0; run < 20; ++run) {
    const std::clock_t begin = std::clock();
    work();
    least = std::min(least, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
  }
  return least;
}

// Every third word of a lexicon's side, as a text of some thousand sentences might have them.
LanguageSide side_of(const std::vector<std::string>& words) {
  LanguageSide side;
  for (std::size_t i = 0; i < words.size(); i += 3) {
    side.words.add(words[i]);
    side.stems.add(stem_of(words[i]));
  }
  return side;
}

}  // namespace

int main() {
  std::printf("%-8s%10s%10s%10s%10s%12s\n", "lexicon", "bytes", "pairs", "load ms", "turned", "looked up");
  for (const BundledLexicon& file : bundled_lexicons()) {
    const LanguageTag source = LanguageTag::parse(file.name.substr(0, 2));
    const LanguageTag target = LanguageTag::parse(file.name.substr(3));
    const Lexicon lexicon = read_bundled_lexicon(file, source, target);
    const LanguageSide from = side_of(lexicon.source_words);
    const LanguageSide to = side_of(lexicon.target_words);
    const double loaded = least_milliseconds([&] { read_bundled_lexicon(file, source, target); });
    const double turned = least_milliseconds([&] { read_bundled_lexicon(file, target, source); });
    const double looked_up = least_milliseconds([&] {
      PriorTable words;
      PriorTable stems;
      add_lexicon_priors(lexicon, from, to, words, stems, seed_trust);
    });
    std::printf("%-8s%10zu%10zu%10.1f%10.1f%12.1f\n", file.name.c_str(), file.bytes.size(), lexicon.entries.size(),
                loaded, turned, looked_up);
  }
}
