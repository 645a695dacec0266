#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aligner/anchors/name.h"
#include "aligner/anchors/name_details.h"
#include "aligner/anchors/name_maker.h"
#include "aligner/anchors/titles.h"
#include "aligner/anchors/tokens.h"
#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"

namespace aligner::anchors {
namespace {

// Where the name begins behind its titles. A title alone is the name.
std::size_t behind_titles(const Phrase& phrase, Language language) {
  std::size_t at = 0;
  while (at < phrase.size()) {
    std::size_t size = title_size(phrase, at, language);
    while (size > 0 && is_hyphen(phrase[at + size]) && phrase.is_tight(at + size)) {  // Governor-General
      const std::size_t more = title_size(phrase, at + size + 1, language);
      size = more == 0 ? 0 : size + 1 + more;
    }
    if (size == 0 || !phrase[at + size].is_word()) break;
    at += size;
  }
  return at;
}

NameParts parts_of(const Phrase& phrase, Language language) {
  NameParts parts;
  bool han = false;
  for (std::size_t at = behind_titles(phrase, language); at < phrase.size(); ++at) {
    const Token& token = phrase[at];
    if (!token.is_word() || token.script == TokenScript::other) continue;
    if (parts.words.empty()) han = token.script == TokenScript::han;
    if (han != (token.script == TokenScript::han)) continue;  // the script it begins with
    if (is_initial(phrase, at)) {
      parts.initials.push_back(at);
      continue;
    }
    const bool more = at + 1 < phrase.size();
    const bool small_particle = token.has(sense::particle) && !token.capital && !parts.words.empty();
    if (more && (small_particle || is_saint(phrase, at))) continue;
    parts.words.push_back(at);
  }
  return parts;
}

}  // namespace

// One document of all names, a line each: what words they share are looked up once.
std::vector<Name> read_plain_names(std::span<const std::string_view> names, const text::LanguageTag& language) {
  std::string lines;
  segment::Segmentation cut;
  for (const std::string_view name : names) {
    cut.segments.push_back({.span = {lines.size(), lines.size() + name.size()}});
    lines.append(name).append("\n");
  }
  const text::Document document = text::Document::from_utf8(std::move(lines), language, "names");
  const TokenizedDocument tokens(document, cut);
  NameMaker maker(tokens);
  std::vector<Name> read;
  read.reserve(names.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    const Phrase phrase = tokens.phrase(i);
    read.push_back(maker.make(phrase, parts_of(phrase, tokens.language())));
  }
  return read;
}

Name read_name(std::string_view utf8, const text::LanguageTag& language) {
  Name name = std::move(read_plain_names({&utf8, 1}, language).front());
  NameDetails(language_of(language)).add(name);
  name.entity = name.key;
  return name;
}

}  // namespace aligner::anchors
