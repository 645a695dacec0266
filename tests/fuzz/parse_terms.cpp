// Whatever the bytes, a term list is refused in words, or its wordings can be looked for in any text.

#include <cstdlib>
#include <string_view>

#include "aligner/error.h"
#include "aligner/terms/find_terms.h"
#include "aligner/terms/term_list.h"

#include "tests/fuzz/fuzz_main.h"

namespace terms = aligner::terms;
using aligner::text::LanguageTag;

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "en\tvi\tru\nleft bank\ttả ngạn|bờ trái\tлевый берег\n",
      "concept\ttype\tlanguage\twording\tstatus\tverified\tsource\tnote\n"
      "r_amur\triver\tvi\tCupid\tdeprecated\tno\tS1\tmistranslated\nr_amur\triver\ten\tAmur\tpreferred\tyes\tS0\t\n",
      "concept\trelation\tother\nt_aigun\tnamed after\tl_aigun\n",
      "# only a comment\n\n",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  terms::TermList list;
  try {
    list = terms::parse_terms(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input")) std::abort();
    return 0;
  }
  std::string text = "The left bank of the Amur. Tả ngạn sông Amur. Левый берег Амура.";
  for (const terms::Concept& known : list.concepts()) {
    for (const terms::Term& term : known.terms) text += " " + term.wording;
  }
  for (const char* language : {"en", "vi", "ru", "zh"}) {
    const terms::TermFinder finder(list, LanguageTag::parse(language));
    for (const terms::TermMention& mention : finder.find(text, {0, text.size()})) {
      const bool inside = mention.span.begin < mention.span.end && mention.span.end <= text.size();
      if (!inside || mention.concept_index >= list.concepts().size()) std::abort();
      if (mention.term_index >= list.concepts()[mention.concept_index].terms.size()) std::abort();
    }
  }
  return 0;
}
