// Written pair by pair: a tree of JSON values of a large bitext would take many times its size.

#include "aligner/report/words_json.h"

#include <cmath>

#include "aligner/report/json_text.h"

namespace aligner::report {
namespace {

Json text_value(const TextInWords& text) {
  return {{"file", text.side.document.name()}, {"language", text.side.document.language().str()}};
}

Json token_values(const TextInWords& text, std::size_t segment) {
  Json values = Json::array();
  for (const lexicon::Token& token : text.words.segments[segment].tokens) {
    values.push_back({{"text", std::string(text.side.document.slice(token.span))},
                      {"begin", token.span.begin},
                      {"end", token.span.end}});
  }
  return values;
}

Json link_values(const std::vector<lexicon::WordLink>& links) {
  Json values = Json::array();
  for (const lexicon::WordLink& link : links) {
    const double rounded = std::round(static_cast<double>(link.probability) * 1e4) / 1e4;
    values.push_back({{"source", link.source}, {"target", link.target}, {"probability", rounded}});
  }
  return values;
}

std::string without_line_end(std::string line) {
  line.pop_back();
  return line;
}

}  // namespace

std::string words_json(const TextInWords& source, const TextInWords& target,
                       std::span<const std::vector<lexicon::WordLink>> links, const std::string& version) {
  std::string out = "{\"tungse\": " + without_line_end(write_json(version, -1)) +
                    ",\n\"source\": " + without_line_end(write_json(text_value(source), -1)) +
                    ",\n\"target\": " + without_line_end(write_json(text_value(target), -1)) + ",\n\"pairs\": [";
  for (std::size_t pair = 0; pair < links.size(); ++pair) {
    out += pair == 0 ? "\n" : ",\n";
    out += without_line_end(write_json({{"source", token_values(source, pair)},
                                        {"target", token_values(target, pair)},
                                        {"links", link_values(links[pair])}},
                                       -1));
  }
  return out + "\n]}\n";
}

}  // namespace aligner::report
