// Whatever the bytes, pairs of segments are refused in words, or both sides are lines of UTF-8, as many as each other.

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/interchange/segment_pairs.h"
#include "aligner/text/utf8.h"

#include "tests/fuzz/fuzz_main.h"

namespace interchange = aligner::interchange;
using aligner::text::LanguageTag;

namespace {

bool is_line(const std::string& segment) {
  return !segment.empty() && segment.find_first_of("\r\n\t") == std::string::npos &&
         aligner::text::is_valid_utf8(segment);
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "Sông.\tRiver.\nNúi.\tMountain.\tnote\r\n",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><tmx version=\"1.4\"><body><tu><tuv xml:lang=\"vi\"><seg>Sông "
      "<hi>lớn</hi>&#x1EA5;</seg></tuv><tuv xml:lang=\"en\"><seg>River<ph/></seg></tuv></tu></body></tmx>",
      "<?xml version='1.0' encoding='windows-1252'?><!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx><body><tu><tuv "
      "lang=\"VI\"><seg><![CDATA[a<b]]></seg></tuv><tuv lang=\"EN\"><seg>&a;</seg></tuv></tu></body></tmx>",
      "source_indexes\ttarget_indexes\tconfidence\tcost\tgrade\tsource_text\ttarget_text\tevidence\n"
      "0\t0\t0.9\t0.1\t\tSông.\tRiver.\t\n",
      "encoding=\"UTF-16\" &#xD800; &#x7FFFFFFF; &#0;",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  interchange::SegmentPairs pairs;
  try {
    pairs = interchange::parse_segment_pairs(bytes, LanguageTag::parse("vi"), LanguageTag::parse("en"), "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input:")) std::abort();
    return 0;
  }
  if (pairs.source.empty() || pairs.source.size() != pairs.target.size()) std::abort();
  if (!std::all_of(pairs.source.begin(), pairs.source.end(), is_line)) std::abort();
  if (!std::all_of(pairs.target.begin(), pairs.target.end(), is_line)) std::abort();
  return 0;
}
