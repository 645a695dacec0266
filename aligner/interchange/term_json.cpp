// A term base as JSON: {"tungse_terms": 1, "concepts": [...], "history": [...]}. What is empty is left out. The number
// says the form; a reader refuses one it does not know.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "aligner/error.h"
#include "aligner/interchange/term_forms.h"

namespace aligner::interchange {
namespace {

using Json = nlohmann::ordered_json;
using terms::Change;
using terms::Concept;
using terms::Term;

constexpr int form_version = 1;
constexpr int deepest = 16;  // levels of nesting; the form has five

void set(Json& value, const char* name, const std::string& text) {
  if (!text.empty()) value[name] = text;
}

Json written(const Term& term) {
  Json value = {{"language", term.language.str()}, {"wording", term.wording}, {"status", to_string(term.status)}};
  if (term.verified) value["verified"] = true;
  set(value, "part_of_speech", to_string(term.part_of_speech));
  set(value, "source", term.source);
  set(value, "note", term.note);
  return value;
}

Json written(const Concept& holder) {
  Json value = {{"id", holder.id}};
  set(value, "type", holder.type);
  set(value, "subject", holder.subject);
  set(value, "source", holder.source);
  set(value, "note", holder.note);
  for (const terms::Definition& one : holder.definitions) {
    Json definition = {{"language", one.language.str()}, {"text", one.text}};
    set(definition, "source", one.source);
    value["definitions"].push_back(std::move(definition));
  }
  value["terms"] = Json::array();
  for (const Term& term : holder.terms) value["terms"].push_back(written(term));
  for (const terms::ConceptRelation& one : holder.relations) {
    value["relations"].push_back({{"relation", to_string(one.kind)}, {"other", one.concept_id}});
  }
  for (const terms::ExternalId& one : holder.external_ids) {
    value["external_ids"].push_back({{"scheme", one.scheme}, {"id", one.id}});
  }
  return value;
}

Json written(const Change& change) {
  Json value = {{"concept", change.concept_id}};
  if (!change.is_of_concept()) {
    value["language"] = change.language.str();
    value["wording"] = change.wording;
  }
  value["field"] = to_string(change.field);
  set(value, "detail", change.detail);
  set(value, "before", change.before);
  set(value, "after", change.after);
  value["origin"] = to_string(change.author.origin);
  value["by"] = change.author.by;
  value["at"] = change.author.at;
  set(value, "why", change.author.why);
  return value;
}

// A value with its place, for messages: "concepts[3].terms[0].status".
class Place {
 public:
  Place(const Json& value, std::string name, const std::string& file)
      : value_(value), name_(std::move(name)), file_(file) {}

  [[noreturn]] void refuse(const std::string& what) const { throw Error(file_ + ": " + name_ + " " + what); }

  std::string text(const char* key) const {
    if (!object().contains(key)) return {};
    const Json& value = value_[key];
    if (!value.is_string()) at(key).refuse("is no text; put it in quotes");
    return value.get<std::string>();
  }

  std::string needed(const char* key) const {
    std::string value = text(key);
    if (value.empty()) refuse("has no \"" + std::string(key) + "\"; add it");
    return value;
  }

  bool yes(const char* key) const {
    if (!object().contains(key)) return false;
    if (!value_[key].is_boolean()) at(key).refuse("is neither true nor false");
    return value_[key].get<bool>();
  }

  std::vector<Place> list(const char* key) const {
    std::vector<Place> places;
    if (!object().contains(key)) return places;
    const Json& values = value_[key];
    if (!values.is_array()) at(key).refuse("is no list; put it in [ ]");
    for (std::size_t i = 0; i < values.size(); ++i) {
      places.emplace_back(values[i], at(key).name_ + "[" + std::to_string(i) + "]", file_);
    }
    return places;
  }

  text::LanguageTag language() const {
    const std::string tag = needed("language");
    const auto parsed = text::LanguageTag::try_parse(tag);
    if (!parsed) at("language").refuse("is no BCP 47 tag; write one such as \"en\", \"vi\" or \"zh-Hant\"");
    return parsed.value();
  }

  template <typename Find>
  auto named(const char* key, Find find, const std::string& otherwise) const {
    const std::string word = object().contains(key) ? text(key) : otherwise;
    const auto value = find(word);
    if (!value) at(key).refuse("is \"" + word.substr(0, 40) + "\", which is none of the words that stand there");
    return *value;
  }

  Place at(const std::string& key) const {
    return {value_.is_object() && value_.contains(key) ? value_[key] : value_, name_.empty() ? key : name_ + "." + key,
            file_};
  }

 private:
  const Json& object() const {
    if (!value_.is_object()) refuse("is no object; put it in { }");
    return value_;
  }

  const Json& value_;
  std::string name_;
  const std::string& file_;
};

Term read_term(const Place& place) {
  return {.language = place.language(),
          .wording = place.needed("wording"),
          .status = place.named("status", terms::find_status, "admitted"),
          .verified = place.yes("verified"),
          .note = place.text("note"),
          .part_of_speech = place.named("part_of_speech", terms::find_part_of_speech, ""),
          .source = place.text("source")};
}

Concept read_concept(const Place& place) {
  Concept holder{.id = place.needed("id"),
                 .type = place.text("type"),
                 .source = place.text("source"),
                 .note = place.text("note"),
                 .subject = place.text("subject")};
  for (const Place& one : place.list("terms")) holder.terms.push_back(read_term(one));
  for (const Place& one : place.list("definitions")) {
    holder.definitions.push_back(
        {.language = one.language(), .text = one.needed("text"), .source = one.text("source")});
  }
  for (const Place& one : place.list("relations")) {
    holder.relations.push_back({one.needed("other"), one.named("relation", terms::find_relation_kind, "")});
  }
  for (const Place& one : place.list("external_ids")) {
    holder.external_ids.push_back({.scheme = one.needed("scheme"), .id = one.needed("id")});
  }
  return holder;
}

Change read_change(const Place& place) {
  Change change{.concept_id = place.needed("concept"),
                .wording = place.text("wording"),
                .field = place.named("field", terms::find_change_field, ""),
                .detail = place.text("detail"),
                .before = place.text("before"),
                .after = place.text("after"),
                .author = {.origin = place.named("origin", terms::find_change_origin, ""),
                           .by = place.needed("by"),
                           .at = place.needed("at"),
                           .why = place.text("why")}};
  if (!change.is_of_concept()) change.language = place.language();
  if (!is_time(change.author.at)) place.at("at").refuse("is no time in UTC; write it like 2026-03-01T09:30:00Z");
  return change;
}

Json parsed(std::string_view bytes, const std::string& name) {
  bool is_too_deep = false;
  const auto watch = [&is_too_deep](int depth, Json::parse_event_t, Json&) {
    is_too_deep = is_too_deep || depth > deepest;
    return !is_too_deep;
  };
  try {
    Json value = Json::parse(bytes.begin(), bytes.end(), watch);
    if (is_too_deep) throw Error(name + ": is nested too deeply to be a list of terms; export it anew");
    return value;
  } catch (const Json::exception& exception) {
    throw Error(name + ": is no whole JSON (" + exception.what() + "); export it anew");
  }
}

}  // namespace

WrittenTerms write_term_json(const terms::Termbase& base) {
  Json all = {{"tungse_terms", form_version}, {"concepts", Json::array()}, {"history", Json::array()}};
  for (const Concept& holder : base.terms.concepts()) all["concepts"].push_back(written(holder));
  for (const Change& change : base.history) all["history"].push_back(written(change));
  return {.bytes = all.dump(1, ' ', false, Json::error_handler_t::replace) + "\n"};
}

ReadTerms parse_term_json(std::string_view bytes, const std::string& name) {
  const Json all = parsed(bytes, name);
  const Place root(all, "", name);
  if (!all.is_object() || !all.contains("tungse_terms")) {
    throw Error(name + ": is JSON, but no list of terms; give one that glossary export --format json wrote");
  }
  if (all["tungse_terms"] != form_version) {
    throw Error(name + ": is a newer form of list than this program knows; use the newer program");
  }
  std::vector<Concept> concepts;
  for (const Place& one : root.list("concepts")) concepts.push_back(read_concept(one));
  ReadTerms read{.base = {.terms = terms::TermList(std::move(concepts))}};
  for (const Place& one : root.list("history")) read.base.history.push_back(read_change(one));
  return read;
}

}  // namespace aligner::interchange
