// Whatever the bytes, SRX is refused in words that begin with the file's name, or its rules cut a text without losing
// any.

#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/segment/segment_document.h"
#include "aligner/segment/srx.h"

#include "tests/fuzz/fuzz_main.h"

namespace segment = aligner::segment;
namespace text = aligner::text;

namespace {

bool is_sound(const segment::Segmentation& cut, std::size_t size) {
  std::size_t end = 0;
  for (const segment::Segment& found : cut.segments) {
    if (found.span.begin < end || found.span.empty() || found.span.end > size) return false;
    end = found.span.end;
  }
  return true;
}

bool is_slow_rule(const aligner::Error& error) {
  return std::string_view(error.what()).find("takes too long") != std::string_view::npos;
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "<srx version=\"2.0\"><header cascade=\"no\"/><body><languagerules><languagerule languagerulename=\"A\">"
      "<rule break=\"no\"><beforebreak>\\bSt\\.</beforebreak><afterbreak>\\s</afterbreak></rule>"
      "<rule break=\"yes\"><beforebreak>[.?!]+</beforebreak><afterbreak>\\s+[A-Z]</afterbreak></rule>"
      "</languagerule></languagerules><maprules><languagemap languagepattern=\"en.*\" languagerulename=\"A\"/>"
      "</maprules></body></srx>",
      "<!DOCTYPE srx [<!ENTITY a \"b\">]><srx version=\"2.0\">&a;</srx>",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  segment::SrxRules rules;
  try {
    rules = segment::parse_srx(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input:")) std::abort();
    return 0;
  }
  const auto document = text::Document::from_utf8("St. Petersburg fell silent. \"Why?\" 1858. Ông đi.\n- one",
                                                  text::LanguageTag::parse("en"), "text");
  try {
    const auto cut = segment::segment_document(document, {.rules = &rules});
    if (!is_sound(cut, document.bytes().size())) std::abort();
  } catch (const aligner::Error& error) {
    if (!is_slow_rule(error)) std::abort();
  }
  return 0;
}
