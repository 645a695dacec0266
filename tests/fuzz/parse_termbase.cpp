// Whatever the bytes, a term base is refused in words, or what is read can be written in every form and read again.

#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/interchange/termbase_files.h"

#include "tests/fuzz/fuzz_main.h"

namespace interchange = aligner::interchange;

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "<martif type=\"TBX-Basic\" xml:lang=\"en\"><text><body><termEntry id=\"c1\"><descripGrp><descrip "
      "type=\"definition\">A river.</descrip><admin type=\"source\">S0</admin></descripGrp><transacGrp><transac "
      "type=\"transactionType\">modification</transac><transacNote type=\"responsibility\">Lan</transacNote>"
      "<date>2026-03-01</date><note>field: status</note><note>origin: person</note></transacGrp><ref "
      "type=\"crossReference\" target=\"c2\">part of</ref><langSet xml:lang=\"en\"><tig><term>Amur</term><termNote "
      "type=\"partOfSpeech\">properNoun</termNote></tig></langSet></termEntry><termEntry id=\"c2\"><langSet "
      "xml:lang=\"vi\"><tig><term>&#x111;</term></tig></langSet></termEntry></body></text></martif>",
      "<tbx style=\"dct\"><text><body><conceptEntry id=\"c_x3A_1\"><langSec xml:lang=\"vi\"><termSec><term>a</term>"
      "<min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>"
      "</body></text></tbx>",
      "{\"tungse_terms\": 1, \"concepts\": [{\"id\": \"c\", \"terms\": [{\"language\": \"en\", \"wording\": \"a\"}]}]}",
      "concept,language,wording,note\nc,en,\"a \"\"b\"\"\",\"x\ny\"\n",
      "# tungse: backslash escapes\nconcept\tlanguage\twording\tnote\nc\ten\t\\sa\tx\\ny\\\\\n",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  interchange::ReadTerms read;
  try {
    read = interchange::parse_termbase(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input")) std::abort();
    return 0;
  }
  using interchange::TermFormat;
  for (const TermFormat format :
       {TermFormat::tsv, TermFormat::csv, TermFormat::json, TermFormat::tbx, TermFormat::tbx3}) {
    const interchange::WrittenTerms written = write_termbase(read.base, format);
    const bool has_concepts = !read.base.terms.concepts().empty() && written.losses.empty();
    if (has_concepts) interchange::parse_termbase(written.bytes, "written");
  }
  return 0;
}
