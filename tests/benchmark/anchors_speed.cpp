// How fast find_anchors is, as a whole and by its stages, and whether its time grows as the text does.
//
//   tungse_anchors_speed                       every reference text, 1, 2, 4 and 8 megabytes of it
//   tungse_anchors_speed --megabytes 2 vi en   two megabytes of two of them
//   tungse_anchors_speed vi:FILE...            a file of one's own, segmented as `tungse segment` does it
//   tungse_anchors_speed --growth              checks growth, on hostile text too; exit 1 where it is more than linear
//
// Reading and segmenting lie outside the timing. The checksum is that of all anchors with their values: it tells
// whether a change of the code changed what is found.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

#include "aligner/anchors/find_anchors.h"
#include "aligner/anchors/find_dates.h"
#include "aligner/anchors/find_numbers.h"
#include "aligner/anchors/tokens.h"
#include "aligner/segment/segment_document.h"
#include "aligner/terms/find_terms.h"
#include "aligner/text/document.h"

#include "tests/benchmark/counters.h"
#include "tests/benchmark/reference_text.h"

namespace {

using namespace aligner;  // NOLINT(google-build-using-namespace): the subject of every line
using anchors::Anchor;
using tungse_bench::Cost;
using tungse_bench::measure;

constexpr std::size_t megabyte = 1U << 20;

struct Text {
  std::string name;
  text::Document document;
  segment::Segmentation segmentation;
};

Text make_text(const std::string& name, const std::string& language, std::string bytes) {
  Text made{.name = name};
  made.document = text::Document::from_utf8(std::move(bytes), text::LanguageTag::parse(language), name);
  made.segmentation = segment::segment_document(made.document);
  return made;
}

// FNV-1a.
class Checksum {
 public:
  void add(std::string_view bytes) {
    for (const char c : bytes) add_byte(static_cast<unsigned char>(c));
    add_byte(0);
  }
  void add(std::size_t number) { add(std::to_string(number)); }

  std::uint64_t value() const { return value_; }

 private:
  void add_byte(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3U; }

  std::uint64_t value_ = 0xCBF29CE484222325U;
};

std::string value_of(const Anchor& anchor) {
  if (const auto* date = std::get_if<anchors::Date>(&anchor.value)) return to_string(*date);
  if (const auto* number = std::get_if<anchors::Number>(&anchor.value)) return to_string(*number);
  if (const auto* name = std::get_if<anchors::Name>(&anchor.value)) return name->key + '|' + name->spelling;
  return std::get<anchors::ConceptMention>(anchor.value).concept_id;
}

std::uint64_t checksum_of(const std::vector<Anchor>& found) {
  Checksum sum;
  for (const Anchor& anchor : found) {
    sum.add(anchor.segment);
    sum.add(anchor.span.begin);
    sum.add(anchor.span.end);
    sum.add(to_string(anchor.kind()));
    sum.add(value_of(anchor));
  }
  return sum.value();
}

void print(const char* stage, const Cost& cost, std::size_t byte_count) {
  const double megabytes = static_cast<double>(byte_count) / 1e6;
  std::printf("  %-10s %7.2f MB/s", stage, megabytes / std::max(cost.cpu_seconds, 1e-6));
  if (cost.instructions) {
    std::printf("  %8.1f instructions a byte",
                static_cast<double>(*cost.instructions) / static_cast<double>(byte_count));
  }
  std::printf("\n");
}

Cost difference(const Cost& whole, const std::vector<Cost>& parts) {
  Cost rest = whole;
  for (const Cost& part : parts) {
    rest.cpu_seconds -= part.cpu_seconds;
    if (rest.instructions && part.instructions) *rest.instructions -= std::min(*rest.instructions, *part.instructions);
  }
  return rest;
}

Cost cost_of_numbers(const Text& text, const anchors::TokenizedDocument& tokens) {
  return measure([&] {
    for (std::size_t i = 0; i < tokens.segment_count(); ++i) {
      const anchors::Phrase phrase = tokens.phrase(i);
      const std::vector<bool> taken(phrase.size(), false);
      find_numbers(phrase, taken, tokens.language(), text.segmentation.segments[i].kind);
    }
  });
}

// Numbers are looked for in dates too here, so that names, the rest, come out a little too cheap.
void report(const Text& text) {
  const terms::TermList& list = terms::bundled_terms();
  const std::size_t size = text.document.bytes().size();
  std::vector<Anchor> found;
  const Cost whole = measure([&] { found = anchors::find_anchors(text.document, text.segmentation, list); });
  std::optional<anchors::TokenizedDocument> tokens;
  const Cost token_cost = measure([&] { tokens.emplace(text.document, text.segmentation); });
  const Cost term_cost = measure([&] {
    terms::TermSearch search(terms::TermFinder(list, text.document.language()));
    for (const segment::Segment& segment : text.segmentation.segments) search.find(text.document.bytes(), segment.span);
  });
  const Cost date_cost = measure([&] { find_dates(*tokens); });
  const Cost number_cost = cost_of_numbers(text, *tokens);

  std::printf("%s: %zu bytes, %zu segments, %zu anchors, checksum %016llx\n", text.name.c_str(), size,
              text.segmentation.size(), found.size(), static_cast<unsigned long long>(checksum_of(found)));
  print("all", whole, size);
  print("tokens", token_cost, size);
  print("terms", term_cost, size);
  print("dates", date_cost, size);
  print("numbers", number_cost, size);
  print("names", difference(whole, {token_cost, term_cost, date_cost, number_cost}), size);
  std::fflush(stdout);
}

// --- growth ---

// Of a text four times as long. Linear is 4; maps that outgrow the caches, and names that are compared with up to 24
// others as a text brings them, make it 5 to 6; a square would be 16.
constexpr double most_growth = 7;
constexpr int most_tries = 25;  // without a counter of instructions: a busy machine disturbs most of them

struct Growth {
  std::string name;
  std::string language;
  std::string small;
  std::string large;  // four times as long
};

double cost_of_all(const std::string& bytes, const std::string& language) {
  Text text{.name = language};
  text.document = text::Document::from_utf8(bytes, text::LanguageTag::parse(language), language);
  text.segmentation = segment::segment_lines(text.document);
  const Cost cost = measure([&] { anchors::find_anchors(text.document, text.segmentation, terms::bundled_terms()); });
  return cost.instructions ? static_cast<double>(*cost.instructions) : cost.cpu_seconds;
}

// Memory given back to the system costs time when it is asked for again, a large text's more than a small one's: keep
// it.
void keep_memory() {
#if defined(__GLIBC__)
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
}

// What does not depend on the text (making the finder of terms) is taken off: it would hide growth.
bool grows_in_proportion(const Growth& growth) {
  double small = 0;
  double large = 0;
  double fixed = 0;
  cost_of_all(growth.large, growth.language);  // takes the memory that all others use
  for (int i = 0; i < most_tries; ++i) {
    const auto least = [i](double before, double now) { return i == 0 ? now : std::min(before, now); };
    fixed = least(fixed, cost_of_all("", growth.language));
    small = least(small, cost_of_all(growth.small, growth.language));
    large = least(large, cost_of_all(growth.large, growth.language));
    if (large - fixed <= most_growth * (small - fixed)) return true;
  }
  std::printf("%s in %s: four times the text costs %.2f times as much\n", growth.name.c_str(), growth.language.c_str(),
              (large - fixed) / (small - fixed));
  return false;
}

std::vector<Growth> growths() {
  std::vector<Growth> all;
  for (const std::string& language : tungse_bench::reference_languages()) {
    all.push_back({"the reference text", language, tungse_bench::reference_text(language, megabyte),
                   tungse_bench::reference_text(language, 4 * megabyte)});
    for (const char* piece : {"7", "A", "năm ", "năm", "1.", "Aa ", "八", "b", "ж", "e\u0301\u0323", "山", "ᠠ", "ᠩ"}) {
      all.push_back({std::string("megabytes of \"") + piece + '"', language, tungse_bench::repeated(piece, megabyte),
                     tungse_bench::repeated(piece, 4 * megabyte)});
    }
  }
  return all;
}

int check_growth() {
  keep_memory();
  int failures = 0;
  for (const Growth& growth : growths()) failures += grows_in_proportion(growth) ? 0 : 1;
  if (failures == 0) std::printf("four times the text costs four times as much, whatever the text\n");
  return failures == 0 ? 0 : 1;
}

// --- command line ---

struct Options {
  std::vector<std::size_t> megabytes{1, 2, 4, 8};
  std::vector<std::string> texts;  // "vi", or "vi:FILE"
  bool growth = false;
};

Options read_options(const std::vector<std::string>& arguments) {
  Options options;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--growth") {
      options.growth = true;
    } else if (arguments[i] == "--megabytes" && i + 1 < arguments.size()) {
      options.megabytes = {std::stoul(arguments[++i])};
    } else {
      options.texts.push_back(arguments[i]);
    }
  }
  if (options.texts.empty()) options.texts = tungse_bench::reference_languages();
  return options;
}

int run(const Options& options) {
  if (options.growth) return check_growth();
  if (!measure([] {}).instructions) {
    std::printf("The kernel counts no instructions here; see tests/benchmark/README.md for counting with valgrind.\n");
  }
  for (const std::string& text : options.texts) {
    const std::size_t colon = text.find(':');
    if (colon != std::string::npos) {
      report(make_text(text, text.substr(0, colon), tungse_bench::read_bytes(text.substr(colon + 1))));
      continue;
    }
    for (const std::size_t size : options.megabytes) {
      report(make_text(text + ", reference text", text, tungse_bench::reference_text(text, size * megabyte)));
    }
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(read_options({argv + 1, argv + argc}));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "tungse_anchors_speed: %s\n", error.what());
    return 2;
  }
}
