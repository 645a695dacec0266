#pragma once
// SrxRules: segmentation rules in SRX 2.0, the exchange format of translation tools.
//
//   SrxRules rules = read_srx("vi.srx");
//   std::vector<SrxRule> used = rules.rules_for(LanguageTag::parse("vi"));
//
// A rule says whether a text that matches `before` up to a place and `after` from there on is broken at that place.
// Rules are tried in order, the first that matches decides; where none matches, ICU's own boundary stands. Standard:
// SRX 2.0 (LISA 2008); regular expressions are ICU's.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/text/language_tag.h"

namespace aligner::segment {

struct SrxRule {
  bool breaks = false;  // break="yes"
  std::string before;   // ICU regular expression, matches text that ends at the place; "" matches always
  std::string after;    // likewise, text that begins at the place

  friend bool operator==(const SrxRule&, const SrxRule&) = default;
};

struct SrxLanguageMap {
  std::string pattern;    // regular expression over the language tag
  std::string rule_name;  // names one of SrxRules::named

  friend bool operator==(const SrxLanguageMap&, const SrxLanguageMap&) = default;
};

struct SrxNamedRules {
  std::string name;
  std::vector<SrxRule> rules;

  friend bool operator==(const SrxNamedRules&, const SrxNamedRules&) = default;
};

struct SrxRules {
  std::vector<SrxNamedRules> named;
  std::vector<SrxLanguageMap> maps;  // in file order
  bool cascade = false;              // header cascade="yes": all matching maps count, not only the first

  /// The rules for `language`, in the order they are to be tried; empty where no map matches.
  std::vector<SrxRule> rules_for(const text::LanguageTag& language) const;

  friend bool operator==(const SrxRules&, const SrxRules&) = default;
};

/// Reads an SRX 2.0 file ("-" is standard input). Throws Error naming the file, line and remedy: not XML, truncated, a
/// document type with entities (refused unread), an unknown rule name, a regular expression that does not compile.
SrxRules read_srx(const std::filesystem::path& path);

/// The same from bytes in memory; `name` stands for the path in messages.
SrxRules parse_srx(std::string_view bytes, const std::string& name);

/// The rules this library brings for en, vi, ru, zh, mnc and (a few) other languages.
const SrxRules& bundled_srx();

}  // namespace aligner::segment
