// consumer SOURCE TARGET: prints how many beads join two texts.
#include <iostream>

#include <aligner/pipeline/align_texts.h>

int main(int, char** paths) {
  const aligner::pipeline::TextAligner aligner({});
  const auto texts = aligner.align({.source = {.path = paths[1]}, .target = {.path = paths[2]}});
  std::cout << texts.alignment.beads.size() << " beads, " << to_string(texts.alignment.mode) << "\n";
}
