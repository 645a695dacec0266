#include "aligner/segment/srx.h"

#include <algorithm>
#include <cstddef>

#include <unicode/unistr.h>

#include "aligner/error.h"
#include "aligner/segment/regex.h"
#include "aligner/text/embedded_file.h"

namespace aligner::segment {

// Made by tungse_embed from rules/*.srx.
extern const text::EmbeddedFile srx_files[];
extern const std::size_t srx_files_count;

namespace {

bool matches(const SrxLanguageMap& map, const text::LanguageTag& language) {
  const RegexPtr pattern = compile_regex(map.pattern);
  const auto tag = icu::UnicodeString::fromUTF8(language.str());
  pattern->reset(tag);
  UErrorCode status = U_ZERO_ERROR;
  return found(pattern->matches(status), status, map.pattern);
}

// Languages come first and what holds for all of them last, so that a language can overrule it.
SrxRules read_embedded() {
  SrxRules all;
  all.cascade = true;
  for (std::size_t index = 0; index < srx_files_count; ++index) {
    const text::EmbeddedFile& file = srx_files[index];
    SrxRules rules = parse_srx({file.bytes, file.size}, file.name);
    std::move(rules.named.begin(), rules.named.end(), std::back_inserter(all.named));
    std::move(rules.maps.begin(), rules.maps.end(), std::back_inserter(all.maps));
  }
  return all;
}

}  // namespace

std::vector<SrxRule> SrxRules::rules_for(const text::LanguageTag& language) const {
  std::vector<SrxRule> used;
  for (const SrxLanguageMap& map : maps) {
    if (!matches(map, language)) continue;
    const auto found_rules = std::find_if(named.begin(), named.end(),
                                          [&](const SrxNamedRules& rules) { return rules.name == map.rule_name; });
    if (found_rules == named.end()) continue;
    used.insert(used.end(), found_rules->rules.begin(), found_rules->rules.end());
    if (!cascade) break;
  }
  return used;
}

const SrxRules& bundled_srx() {
  static const SrxRules rules = read_embedded();
  return rules;
}

}  // namespace aligner::segment
