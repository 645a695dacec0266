// Whatever the sentence, it is retold in bounded time, without an exception; in English as it is.

#include "aligner/messages/retell.h"

#include <cstdlib>

#include "tests/fuzz/fuzz_main.h"

namespace messages = aligner::messages;

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "16 May 1858 Julian = 28 May 1858 Gregorian",
      "both are early 1850s",
      "both have 250000 ruble",
      "Anglo-French is a name of Great Britain (Англия and Anglo-French are one name in two scripts)",
      "\"Cupid\" is not to be written for Amur or Ussuri: a note",
      "17 segments of the target have no counterpart",
      "x.txt: language en (detected: Latin script, English words, letter n-grams)",
      "asked for; translated in order: source 3-14 = target 5-15",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string sentence(data, data + size);
  const messages::Speaker english;
  if (messages::find_retold(english, sentence).value_or(sentence) != sentence) std::abort();
  for (const auto language : {messages::Language::vietnamese, messages::Language::russian}) {
    const messages::Speaker speaker(language);
    const auto found = messages::find_retold(speaker, sentence);
    if (messages::retell(speaker, sentence) != found.value_or(sentence)) std::abort();
    messages::retell_date(speaker, sentence);
    messages::retell_number(speaker, sentence);
  }
  return 0;
}
