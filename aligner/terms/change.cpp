#include "aligner/terms/change.h"

#include <array>
#include <utility>

namespace aligner::terms {
namespace {

template <typename Value>
using Named = std::pair<Value, std::string_view>;

constexpr std::array origins{
    Named<ChangeOrigin>{ChangeOrigin::machine, "machine"}, Named<ChangeOrigin>{ChangeOrigin::list, "list"},
    Named<ChangeOrigin>{ChangeOrigin::file, "file"}, Named<ChangeOrigin>{ChangeOrigin::person, "person"}};

constexpr std::array fields{Named<ChangeField>{ChangeField::created, "created"},
                            Named<ChangeField>{ChangeField::removed, "removed"},
                            Named<ChangeField>{ChangeField::type, "type"},
                            Named<ChangeField>{ChangeField::subject, "subject"},
                            Named<ChangeField>{ChangeField::definition, "definition"},
                            Named<ChangeField>{ChangeField::definition_source, "definition source"},
                            Named<ChangeField>{ChangeField::external_id, "external id"},
                            Named<ChangeField>{ChangeField::relation, "relation"},
                            Named<ChangeField>{ChangeField::merged_into, "merged into"},
                            Named<ChangeField>{ChangeField::status, "status"},
                            Named<ChangeField>{ChangeField::part_of_speech, "part of speech"},
                            Named<ChangeField>{ChangeField::verified, "verified"},
                            Named<ChangeField>{ChangeField::source, "source"},
                            Named<ChangeField>{ChangeField::note, "note"}};

template <typename Names, typename Value>
std::string name_of(const Names& names, Value value) {
  for (const auto& [one, word] : names) {
    if (one == value) return std::string(word);
  }
  return {};
}

template <typename Names>
auto find_value(const Names& names, std::string_view word) -> std::optional<decltype(names[0].first)> {
  for (const auto& [one, name] : names) {
    if (name == word) return one;
  }
  return std::nullopt;
}

}  // namespace

std::string to_string(ChangeOrigin origin) { return name_of(origins, origin); }
std::string to_string(ChangeField field) { return name_of(fields, field); }

std::optional<ChangeOrigin> find_change_origin(std::string_view word) { return find_value(origins, word); }
std::optional<ChangeField> find_change_field(std::string_view word) { return find_value(fields, word); }

}  // namespace aligner::terms
