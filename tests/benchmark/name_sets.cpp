#include "tests/benchmark/name_sets.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "aligner/anchors/match_names.h"
#include "aligner/anchors/name.h"
#include "aligner/text/folded_text.h"

#include "tests/support/mo_file.h"

namespace tungse_benchmark {
namespace {

using aligner::anchors::AnchorMatch;
using aligner::anchors::Name;
using aligner::text::LanguageTag;
using tungse_tests::Message;

constexpr std::size_t most_names = 600;
constexpr std::size_t longest_name = 40;  // bytes; longer ones are descriptions

struct Catalogue {
  const char* name;
  const char* language;
  const char* path;
};

const std::vector<Catalogue>& catalogues() {
  static const std::vector<Catalogue> list = {
      {"vi-en gweather", "vi", "/usr/share/locale/vi/LC_MESSAGES/libgweather-4.0-locations.mo"},
      {"vi-en iso-3166", "vi", "/usr/share/locale/vi/LC_MESSAGES/iso_3166-1.mo"},
      {"ru-en gweather", "ru", "/usr/share/locale/ru/LC_MESSAGES/libgweather-4.0-locations.mo"},
      {"ru-en iso-3166", "ru", "/usr/share/locale/ru/LC_MESSAGES/iso_3166-1.mo"},
      {"zh_CN-en gweather", "zh-Hans", "/usr/share/locale/zh_CN/LC_MESSAGES/libgweather-4.0-locations.mo"},
      {"zh_TW-en gweather", "zh-Hant", "/usr/share/locale/zh_TW/LC_MESSAGES/libgweather-4.0-locations.mo"}};
  return list;
}

bool is_name(const std::string& text) { return !text.empty() && text.size() <= longest_name; }

// Every so many of the list, so that `count` are left.
template <typename Item>
std::vector<Item> spread(const std::vector<Item>& all, std::size_t count) {
  if (all.size() <= count) return all;
  std::vector<Item> some;
  for (std::size_t i = 0; i < count; ++i) some.push_back(all[i * all.size() / count]);
  return some;
}

double score_of(const std::optional<AnchorMatch>& match) { return match ? match->score : 0; }

double score(const Name& source, const Name& target, Method method) {
  switch (method) {
    case Method::exact:
      return aligner::text::fold(source.spelling) == aligner::text::fold(target.spelling) ? 1 : 0;
    case Method::folded:
      return source.key == target.key ? 1 : 0;
    case Method::spelling:
      return score_of(match_spellings(source, target));
    case Method::reading:
      return score_of(match_readings(source, target));
    case Method::sound:
      return score_of(match_sounds(source, target));
    case Method::cldr:
      return score_of(match_codes(source, target));
    case Method::all_but_cldr:
    case Method::all:
      return score_of(match_names(source, target));
  }
  return 0;
}

std::vector<Name> without_codes(std::vector<Name> names) {
  for (Name& name : names) name.cldr.clear();
  return names;
}

}  // namespace

std::string to_string(Method method) {
  static const char* const names[] = {"exact", "folded", "spelling", "reading", "sound", "cldr", "all but cldr", "all"};
  return names[static_cast<std::size_t>(method)];
}

std::vector<std::string> name_sets() {
  std::vector<std::string> names;
  for (const Catalogue& catalogue : catalogues()) names.emplace_back(catalogue.name);
  return names;
}

NameSet read_name_set(const std::string& name) {
  const auto found = std::find_if(catalogues().begin(), catalogues().end(),
                                  [&](const Catalogue& catalogue) { return catalogue.name == name; });
  if (found == catalogues().end()) throw std::runtime_error("no set of names is called " + name);
  NameSet set{.name = name, .sources = {}, .targets = {}};
  std::vector<Message> pairs;
  std::vector<std::string> others;
  std::set<std::string> seen;
  for (const Message& message : tungse_tests::read_mo_file(found->path)) {
    if (!is_name(message.id) || !is_name(message.translation) || !seen.insert(message.id).second) continue;
    const bool same = aligner::text::fold(message.id) == aligner::text::fold(message.translation);
    if (same || !seen.insert(message.translation).second) {
      others.push_back(message.id);
    } else {
      pairs.push_back(message);
    }
  }
  const LanguageTag source = LanguageTag::parse(found->language);
  const LanguageTag english = LanguageTag::parse("en");
  for (const Message& pair : spread(pairs, most_names)) {
    set.sources.push_back(aligner::anchors::read_name(pair.translation, source));
    set.targets.push_back(aligner::anchors::read_name(pair.id, english));
  }
  if (set.sources.empty()) return set;
  for (const Message& message : tungse_tests::read_mo_file(catalogues().front().path)) {  // distractors for small sets
    if (is_name(message.id) && seen.insert(message.id).second) others.push_back(message.id);
  }
  if (set.targets.size() < most_names) {
    for (const std::string& other : spread(others, most_names - set.targets.size())) {
      set.targets.push_back(aligner::anchors::read_name(other, english));
    }
  }
  return set;
}

Accuracy measure(const NameSet& set, Method method) {
  const bool strip = method == Method::all_but_cldr;
  const std::vector<Name> sources = strip ? without_codes(set.sources) : set.sources;
  const std::vector<Name> targets = strip ? without_codes(set.targets) : set.targets;
  Accuracy accuracy;
  double answered = 0;
  for (std::size_t s = 0; s < sources.size(); ++s) {
    const double right = score(sources[s], targets[s], method);
    std::size_t better = 0;
    std::size_t equal = 0;  // the right one among them
    bool any = right > 0;
    for (std::size_t t = 0; t < targets.size(); ++t) {
      const double other = t == s ? right : score(sources[s], targets[t], method);
      any = any || other > 0;
      better += other > right ? 1 : 0;
      equal += other == right ? 1 : 0;
    }
    answered += any ? 1 : 0;
    if (right == 0) continue;
    const auto ties = static_cast<double>(equal);
    if (better == 0) accuracy.top1 += 1 / ties;
    accuracy.mean_reciprocal_rank += 1 / (static_cast<double>(better) + (ties + 1) / 2);
  }
  const auto count = static_cast<double>(sources.size());
  accuracy.precision = answered > 0 ? accuracy.top1 / answered : 0;
  if (count > 0) accuracy.top1 /= count;
  if (count > 0) accuracy.mean_reciprocal_rank /= count;
  return accuracy;
}

}  // namespace tungse_benchmark
