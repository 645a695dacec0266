// Names are taken in from the fullest to the barest, each into the cluster it fits. So "N. Muravyov" meets Nikolai and
// Valerian Muravyov when both are there, and cannot join them into one.

#include "aligner/anchors/name_clusters.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <variant>

#include "aligner/anchors/match_names.h"

namespace aligner::anchors {
namespace {

constexpr std::size_t most_compared = 24;     // of a bucket
constexpr double least_spelling_score = 0.7;  // given names that share but a letter score less
constexpr double least_reading_score = 0.9;

// A distinct way to write a name, with everything that is in the value.
struct Form {
  const Name* name = nullptr;
  std::size_t count = 0;
  std::size_t first = 0;        // index of the anchor where it was met first
  std::size_t given_words = 0;  // words before the last
  std::size_t initials = 0;     // letters
  std::size_t cluster = 0;
};

std::size_t count_spaces(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool same_shape(const Form& first, const Form& second) {
  return first.given_words == second.given_words && first.initials == second.initials;
}

// A way to be one name, with the keys that names share where it may apply.
enum class Way { code, spelling, reading };

bool are_one(const Name& first, const Name& second, Way way) {
  if (way == Way::code) return true;  // the key is the code
  if (are_different_places(first, second)) return false;
  if (way == Way::reading) {
    const auto reading = match_readings(first, second);
    return reading && reading->score >= least_reading_score;
  }
  const SpellingComparison spelling = compare_spellings(first, second);
  return spelling.kind != SpellingKind::derived && spelling.score >= least_spelling_score;
}

struct WayKey {
  Way way = Way::spelling;
  std::string key;
};

std::vector<WayKey> way_keys(const Name& name) {
  std::vector<WayKey> keys;
  for (const std::string& code : name.cldr) keys.push_back({Way::code, "cldr " + code});
  for (std::string& key : spelling_keys(name)) keys.push_back({Way::spelling, std::move(key)});
  for (std::string& key : reading_keys(name)) keys.push_back({Way::reading, std::move(key)});
  return keys;
}

class Clusters {
 public:
  void add(Form& form) {
    const std::vector<WayKey> keys = way_keys(*form.name);
    form.cluster = find_cluster(form, keys);
    members_[form.cluster].push_back(&form);
    for (const WayKey& key : keys) {
      std::vector<const Form*>& bucket = buckets_[key.key];
      if (bucket.size() < most_compared) bucket.push_back(&form);
    }
  }

  /// The entity of each cluster.
  std::vector<std::string> entities() const {
    std::vector<std::string> names;
    std::set<std::string> used;
    for (const std::vector<const Form*>& members : members_) {
      const Form* best = most_met(members);
      std::string name = best->name->key;
      const std::string letters = letters_of(members);
      if (used.count(name) > 0 && !letters.empty()) name = letters + " " + name;
      used.insert(name);
      names.push_back(std::move(name));
    }
    return names;
  }

 private:
  std::size_t find_cluster(const Form& form, const std::vector<WayKey>& keys) {
    std::set<std::size_t> fitting;
    std::set<std::size_t> fitting_in_shape;
    for (const WayKey& key : keys) {
      const auto bucket = buckets_.find(key.key);
      if (bucket == buckets_.end()) continue;
      for (const Form* other : bucket->second) {
        if (fitting_in_shape.count(other->cluster) > 0 || !are_one(*form.name, *other->name, key.way)) continue;
        fitting.insert(other->cluster);
        if (same_shape(form, *other)) fitting_in_shape.insert(other->cluster);
      }
    }
    if (fitting.size() == 1) return *fitting.begin();
    if (fitting_in_shape.size() == 1) return *fitting_in_shape.begin();
    members_.emplace_back();
    return members_.size() - 1;
  }

  // Counts are of keys: initials before a name make no other spelling of it.
  static const Form* most_met(const std::vector<const Form*>& members) {
    std::map<std::string_view, std::size_t> counts;
    for (const Form* form : members) counts[form->name->key] += form->count;
    const auto rank = [&](const Form* form) {
      const std::string& key = form->name->key;
      return std::tuple(counts[key], key.size(), -static_cast<std::ptrdiff_t>(form->first));
    };
    return *std::max_element(members.begin(), members.end(),
                             [&](const Form* a, const Form* b) { return rank(a) < rank(b); });
  }

  static std::string letters_of(const std::vector<const Form*>& members) {
    for (const Form* form : members) {
      if (form->initials > 0) return form->name->initial_letters;
    }
    return "";
  }

  std::vector<std::vector<const Form*>> members_;  // by cluster
  std::unordered_map<std::string, std::vector<const Form*>> buckets_;
};

}  // namespace

void set_entities(std::vector<Anchor>& anchors) {
  // 1. The distinct forms, in the order they are met.
  std::map<std::tuple<std::string_view, std::string_view, std::string_view>, std::size_t> index;
  std::vector<Form> forms;
  std::vector<std::pair<std::size_t, std::size_t>> names;  // anchor, form
  for (std::size_t at = 0; at < anchors.size(); ++at) {
    const Name* name = std::get_if<Name>(&anchors[at].value);
    if (name == nullptr) continue;
    const std::tuple<std::string_view, std::string_view, std::string_view> identity(name->key, name->initial_letters,
                                                                                    name->spelling);
    const auto [entry, is_new] = index.try_emplace(identity, forms.size());
    if (is_new) {
      const std::size_t initials = name->initial_letters.empty() ? 0 : count_spaces(name->initial_letters) + 1;
      forms.push_back({name, 0, at, count_spaces(name->key), initials, 0});
    }
    ++forms[entry->second].count;
    names.emplace_back(at, entry->second);
  }
  // 2. From the fullest to the barest.
  std::vector<Form*> order;
  for (Form& form : forms) order.push_back(&form);
  std::stable_sort(order.begin(), order.end(), [](const Form* a, const Form* b) {
    return std::tuple(a->given_words, a->initials) > std::tuple(b->given_words, b->initials);
  });
  Clusters clusters;
  for (Form* form : order) clusters.add(*form);
  // 3. What each cluster is called. Forms point into the anchors, so all is decided before any anchor changes.
  const std::vector<std::string> entities = clusters.entities();
  for (const auto& [anchor, form] : names) {
    std::get<Name>(anchors[anchor].value).entity = entities[forms[form].cluster];
  }
}

}  // namespace aligner::anchors
