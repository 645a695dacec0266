// Whatever the bytes, a baseline is refused in words, or it keeps them, and what is added to it is there when it is
// read again.

#include <cstdlib>
#include <string_view>
#include <vector>

#include "aligner/check/baseline.h"
#include "aligner/error.h"

#include "tests/fuzz/fuzz_main.h"

namespace check = aligner::check;

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "# tungse check\n0123456789abcdef\tunit\t12 верст\t12 miles\twhy\n",
      "0123456789abcdef # fine\r\n\r\nfedcba9876543210\n",
      "\xEF\xBB\xBF"
      "00000000000000aa\n",
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  check::Baseline judged;
  try {
    judged = check::Baseline::parse(bytes, "input");
  } catch (const aligner::Error& error) {
    if (!std::string_view(error.what()).starts_with("input")) std::abort();
    return 0;
  }
  if (judged.bytes() != bytes) std::abort();
  const std::vector<check::Finding> findings{{.source_words = bytes, .key = "00112233445566ff"}};
  judged.add(findings);
  const check::Baseline again = check::Baseline::parse(judged.bytes(), "written");
  if (!again.has(findings[0]) || again.size() != judged.size()) std::abort();
  return 0;
}
