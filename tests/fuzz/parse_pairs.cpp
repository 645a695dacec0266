// Whatever the bytes, pairs are refused in words, or what is read can be written in every form that loses nothing and
// read again as it was.

#include <cstdlib>
#include <sstream>
#include <string_view>

#include "aligner/error.h"
#include "aligner/interchange/hunalign.h"
#include "aligner/interchange/pair_reader.h"
#include "aligner/interchange/pair_writer.h"

#include "tests/fuzz/fuzz_main.h"

namespace interchange = aligner::interchange;
using aligner::text::LanguageTag;
using interchange::ExchangedPair;
using interchange::PairFormat;

namespace {

std::vector<ExchangedPair> read(const std::string& bytes, const interchange::ReadPairsOptions& options) {
  std::istringstream in(bytes);
  std::vector<ExchangedPair> pairs;
  interchange::read_pairs(in, "input", options, [&](ExchangedPair pair) { pairs.push_back(std::move(pair)); });
  return pairs;
}

std::string write(PairFormat format, const std::vector<ExchangedPair>& pairs) {
  std::string bytes;
  const auto writer = interchange::make_pair_writer(
      format,
      {.tool_version = "1", .source_language = LanguageTag::parse("vi"), .target_language = LanguageTag::parse("en")},
      {.out = [&](std::string_view more) { bytes += more; }, .target = [](std::string_view) {}});
  for (const ExchangedPair& pair : pairs) writer->write(pair);
  writer->finish();
  return bytes;
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "<?xml version=\"1.0\"?><!DOCTYPE tmx [<!ENTITY a \"b\">]><tmx version=\"1.4\"><header creationtool=\"tungse\" "
      "srclang=\"vi\"/><body><tu tuid=\"1\"><prop type=\"x-tungse-confidence\">0.5</prop><prop "
      "type=\"x-tungse-evidence\">date same 1.5 0-1 0-1 why</prop><tuv xml:lang=\"vi\"><seg>a "
      "<hi>b</hi></seg></tuv><tuv "
      "xml:lang=\"en\"><seg><![CDATA[c]]>&#x1EA5;</seg></tuv></tu></body></tmx>",
      "<xliff version=\"1.2\"><file source-language=\"vi\" target-language=\"en\"><body><trans-unit id=\"1\" "
      "xml:space=\"preserve\"><source>a</source><target>b</target><note "
      "from=\"x-tungse-grade\">same</note></trans-unit>"
      "</body></file></xliff>",
      "<xliff version=\"2.1\" srcLang=\"vi\" trgLang=\"en\"><file id=\"f\"><unit id=\"u\" name=\"n\"><mda:metadata>"
      "<mda:metaGroup category=\"tungse\"><mda:meta type=\"status\">accepted</mda:meta></mda:metaGroup></mda:metadata>"
      "<segment><source>a<cp hex=\"0001\"/></source><target>b</target></segment></unit></file></xliff>",
      "source\ttarget\tsource_lang\ttarget_lang\tid\tnote\na\\tb\tc\tvi\ten\t1\tx\\\\\\ny\n",
      "source,target,moved\r\n\"a \"\"b\"\"\n\",c,yes\r\n",
      "{\"source\": \"a\", \"target\": \"b\", \"confidence\": 0.5, \"evidence\": [{\"kind\": \"date\", \"relation\": "
      "\"same\", \"weight\": 1.5, \"source\": [0, 1], \"target\": [0, 1], \"reason\": \"r\"}]}\n",
      "0\t0\t0.5\n2\t1\t0.3\n3\t3\t0\n",
      write(PairFormat::xlsx, {{.source = "a", .target = "b", .confidence = 0.5}, {.source = "=c", .target = "d"}}),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const interchange::ReadPairsOptions options{.source_language = LanguageTag::parse("vi"),
                                              .target_language = LanguageTag::parse("en")};
  try {
    interchange::parse_hunalign_ladder(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input")) std::abort();
  }
  std::vector<ExchangedPair> pairs;
  try {
    pairs = read(bytes, options);
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input")) std::abort();
    return 0;
  }
  for (const PairFormat format : {PairFormat::tsv, PairFormat::csv, PairFormat::jsonl}) {
    if (read(write(format, pairs), options) != pairs) std::abort();
  }
  for (const PairFormat format : {PairFormat::xliff, PairFormat::xliff12}) {
    if (read(write(format, pairs), options).size() != pairs.size()) std::abort();
  }
  write(PairFormat::tmx, pairs);
  write(PairFormat::moses, pairs);
  return 0;
}
