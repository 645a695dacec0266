#include "aligner/pipeline/outside_lexicons.h"

#include <optional>
#include <utility>

#include "aligner/error.h"
#include "aligner/lexicon/bundled_lexicons.h"
#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"

namespace aligner::pipeline {
namespace {

bool is_between(const lexicon::Lexicon& lexicon, const text::LanguageTag& source, const text::LanguageTag& target) {
  return lexicon.source_language.language() == source.language() &&
         lexicon.target_language.language() == target.language();
}

}  // namespace

void OutsideLexicons::read_lexicon(const std::filesystem::path& path) {
  const std::string bytes = text::read_bytes(path, lexicon::largest_lexicon_file);
  const std::string name = text::name_of(path);
  lexicons_.push_back({name, text::sha256_hex(bytes), lexicon::parse_lexicon(bytes, name)});
}

void OutsideLexicons::read_dictionary(const std::filesystem::path& path) {
  dictionaries_.push_back(lexicon::read_dictionary(path));
}

LexiconChoice OutsideLexicons::choose(const text::LanguageTag& source, const text::LanguageTag& target) const {
  LexiconChoice choice;
  const auto make = [&choice](lexicon::Lexicon lexicon) {
    choice.made.push_back(std::make_unique<const lexicon::Lexicon>(std::move(lexicon)));
    return choice.made.back().get();
  };
  for (const ReadLexicon& read : lexicons_) {
    const bool goes_forward = is_between(read.lexicon, source, target);
    const bool fits = goes_forward || is_between(read.lexicon, target, source);
    choice.fits.push_back(fits);
    if (!fits) continue;
    choice.lexicons.push_back(goes_forward ? &read.lexicon : make(lexicon::reversed(read.lexicon)));
    choice.digests.push_back(read.digest);
  }
  for (const lexicon::Dictionary& dictionary : dictionaries_) {
    choice.lexicons.push_back(make(lexicon::make_lexicon(dictionary, source, target)));
    choice.digests.push_back(dictionary.sha256);
  }
  const auto bundled = seed_ == SeedLexicon::use ? lexicon::find_bundled_lexicon(source, target) : std::nullopt;
  if (bundled) {
    choice.seed = std::make_unique<const lexicon::Lexicon>(lexicon::read_bundled_lexicon(*bundled, source, target));
    choice.seed_name = bundled->name;
    choice.seed_digest = lexicon::short_digest(bundled->bytes);
  }
  return choice;
}

void OutsideLexicons::refuse(std::size_t lexicon, const std::string& texts) const {
  const ReadLexicon& read = lexicons_[lexicon];
  throw Error(read.name + ": is a lexicon of " + read.lexicon.source_language.str() + " and " +
              read.lexicon.target_language.str() + ", " + texts +
              "; give one of these languages, or say the languages " + "of the texts");
}

}  // namespace aligner::pipeline
