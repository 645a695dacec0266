// TBX of either version and style, by whichever program. Elements are told by their local names; what DCA says in an
// attribute (<descrip type="definition">) DCT says in the name (<basic:definition>). What a term base has no field for
// becomes part of a note, never nothing. Only the levels of TBX are walked, so that no nesting is too deep.

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "aligner/error.h"
#include "aligner/interchange/tbx_names.h"
#include "aligner/interchange/term_forms.h"
#include "aligner/interchange/xml_bytes.h"
#include "aligner/text/trimmed.h"
#include "aligner/text/utf8.h"

namespace aligner::interchange {
namespace {

using terms::Change;
using terms::Concept;
using terms::Term;
using terms::TermStatus;
using text::trimmed;

constexpr int deepest_inline = 64;  // elements inside a text
constexpr std::size_t most_named = 8;

std::string_view local_name(const pugi::xml_node& node) {
  std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// The category of the data: "definition", "source", "partOfSpeech".
std::string_view category_of(const pugi::xml_node& node) {
  const std::string_view name = local_name(node);
  const bool is_general = is_one_of(name, {"descrip", "descripNote", "admin", "adminNote", "termNote", "termNoteGrp",
                                           "transac", "transacNote", "ref", "xref"});
  return is_general ? std::string_view(node.attribute("type").value()) : name;
}

bool is_group(std::string_view name) { return is_one_of(name, {"descripGrp", "adminGrp", "termNoteGrp"}); }

void append_line(std::string& text, const std::string& more) { text += (text.empty() ? "" : "\n") + more; }

std::optional<std::string> after_label(const std::string& text, std::string_view label) {
  if (!std::string_view(text).starts_with(label)) return std::nullopt;
  return text.substr(label.size());
}

class TbxReader {
 public:
  TbxReader(std::string_view utf8, const std::string& name) : utf8_(utf8), name_(name) {}

  ReadTerms read() {
    // A document type is passed over, so no entity grows; white space is text where it is all there is.
    constexpr unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result = document_.load_buffer(utf8_.data(), utf8_.size(), flags, pugi::encoding_utf8);
    if (!result) refuse(result.offset, std::string("is no whole XML (") + result.description() + "); export it anew");
    const pugi::xml_node root = document_.document_element();
    if (!is_one_of(local_name(root), {"martif", "tbx"})) {
      refuse(0, "is XML, but no TBX; give a TBX file, or a table of terms");
    }
    const pugi::xml_node body = child(child(root, "text"), "body");
    for (const pugi::xml_node& entry : body.children()) {
      if (is_one_of(local_name(entry), {"termEntry", "conceptEntry"})) read_entry(entry);
    }
    if (concepts_.empty()) refuse(0, "holds no concept; check that it is the right file");
    say_what_was_changed();
    std::stable_sort(changes_.begin(), changes_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    ReadTerms read{.notes = std::move(notes_)};
    for (auto& [number, change] : changes_) read.base.history.push_back(std::move(change));
    read.base.terms = terms::TermList(std::move(concepts_));
    return read;
  }

 private:
  [[noreturn]] void refuse(std::ptrdiff_t offset, const std::string& what) const {
    throw Error(name_ + ":" + std::to_string(line_of(utf8_, offset)) + ": " + what);
  }

  static pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& one : node.children()) {
      if (local_name(one) == name) return one;
    }
    return {};
  }

  // The text of an element and of what marks its parts (<hi>), as it stands.
  std::string text_of(const pugi::xml_node& node) const {
    std::string text;
    append_text(node, 0, text);
    if (!text::is_valid_utf8(text)) {
      refuse(node.offset_debug(), "refers to a character that is none; correct or delete the entry");
    }
    return text;
  }

  static void append_text(const pugi::xml_node& node, int depth, std::string& text) {
    if (depth > deepest_inline) return;
    for (const pugi::xml_node& one : node.children()) {
      if (one.type() == pugi::node_pcdata || one.type() == pugi::node_cdata) text += one.value();
      if (one.type() == pugi::node_element) append_text(one, depth + 1, text);
    }
  }

  std::string attribute_of(const pugi::xml_node& node, const char* name) const {
    std::string value = node.attribute(name).value();
    if (!text::is_valid_utf8(value)) refuse(node.offset_debug(), "has an attribute with a character that is none");
    return value;
  }

  text::LanguageTag language_of(const pugi::xml_node& node) const {
    std::string tag = attribute_of(node, "xml:lang");
    if (tag.empty()) tag = attribute_of(node, "lang");
    const auto parsed = text::LanguageTag::try_parse(tag);
    if (parsed) return parsed.value();
    refuse(node.offset_debug(), "language \"" + tag.substr(0, 40) +
                                    "\" is not a BCP 47 tag; write one such as \"en\", \"vi\" or \"zh-Hant\"");
  }

  void read_entry(const pugi::xml_node& entry) {
    Concept holder{.id = plain_id(attribute_of(entry, "id"))};
    for (const pugi::xml_node& part : entry.children()) {
      const std::string_view name = local_name(part);
      if (name == "langSet" || name == "langSec") {
        read_language(holder, part);
      } else if (name != "transacGrp") {
        read_of_concept(holder, part, {});
      }
    }
    if (holder.id.empty()) name_by_first_term(holder, entry);
    for (const pugi::xml_node& part : entry.children()) {
      if (local_name(part) == "transacGrp") read_change(holder.id, part);
    }
    keep(std::move(holder));
  }

  void name_by_first_term(Concept& holder, const pugi::xml_node& entry) const {
    if (holder.terms.empty()) {
      refuse(entry.offset_debug(), "a concept has neither an id nor a term; give it one or delete it");
    }
    holder.id = holder.terms.front().language.str() + ":" + holder.terms.front().wording;
  }

  // Two entries of one id are one concept, as in every list of terms.
  void keep(Concept holder) {
    if (!ids_.insert({holder.id, concepts_.size()}).second) ++doubled_;
    concepts_.push_back(std::move(holder));
  }

  void read_language(Concept& holder, const pugi::xml_node& section) {
    const text::LanguageTag language = language_of(section);
    for (const pugi::xml_node& part : section.children()) {
      const std::string_view name = local_name(part);
      if (is_one_of(name, {"tig", "ntig", "termSec"})) {
        read_term(holder, part, language);
      } else if (name == "transacGrp") {
        ++bare_changes_;
      } else {
        read_of_concept(holder, part, language);
      }
    }
  }

  // A field at the level of the concept or of a language, or a group of one with its source and notes.
  void read_of_concept(Concept& holder, const pugi::xml_node& part, const std::optional<text::LanguageTag>& language) {
    if (part.type() != pugi::node_element) return;
    const bool grouped = is_group(local_name(part));
    const pugi::xml_node main = grouped ? first_element(part) : part;
    const std::string_view category = category_of(main);
    const std::string value = text_of(main);
    if (category == "definition") {
      read_definition(holder, main, grouped ? part : pugi::xml_node(), language, value);
      return;
    }
    if (grouped) read_group_rest(holder.note, part, main);
    if (category == "subjectField") {
      set_or_join(holder.subject, value);
    } else if (category == "source") {
      set_or_join(holder.source, value);
    } else if (category == "note") {
      if (!value.empty()) append_line(holder.note, value);
    } else if (category == "projectSubset" && after_label(value, type_label)) {
      holder.type = *after_label(value, type_label);
    } else if (category == "crossReference") {
      read_relation(holder, main, value);
    } else if (category == "externalCrossReference" || category == "xGraphic") {
      read_external_id(holder, main, category, value);
    } else {
      note_otherwise(holder.note, category, value);
    }
  }

  static pugi::xml_node first_element(const pugi::xml_node& group) {
    for (const pugi::xml_node& one : group.children()) {
      if (one.type() == pugi::node_element) return one;
    }
    return {};
  }

  void set_or_join(std::string& field, const std::string& value) {
    if (value.empty()) return;
    field += (field.empty() ? "" : "; ") + value;
  }

  void note_otherwise(std::string& note, std::string_view category, const std::string& value) {
    const std::string text(trimmed(value));
    if (text.empty()) return;
    append_line(note, std::string(category) + ": " + text);
    ++otherwise_[std::string(category)];
  }

  // Sources and notes that belong to a field which has no place for them.
  void read_group_rest(std::string& note, const pugi::xml_node& group, const pugi::xml_node& main) {
    for (const pugi::xml_node& one : group.children()) {
      if (one.type() == pugi::node_element && one != main) note_otherwise(note, category_of(one), text_of(one));
    }
  }

  void read_definition(Concept& holder, const pugi::xml_node& main, const pugi::xml_node& group,
                       const std::optional<text::LanguageTag>& language, const std::string& value) {
    if (trimmed(value).empty()) return;
    terms::Definition read{.text = value};
    const bool says_language = !main.attribute("xml:lang").empty();
    if (language) read.language = *language;
    if (!language && says_language) read.language = language_of(main);
    for (const pugi::xml_node& one : group.children()) {
      if (one.type() != pugi::node_element || one == main) continue;
      if (category_of(one) == "source") {
        set_or_join(read.source, text_of(one));
      } else {
        note_otherwise(holder.note, category_of(one), text_of(one));
      }
    }
    for (const terms::Definition& one : holder.definitions) {
      if (one.language != read.language || one == read) continue;
      return note_otherwise(holder.note, "definition", value);
    }
    holder.definitions.push_back(std::move(read));
  }

  void read_relation(Concept& holder, const pugi::xml_node& main, const std::string& value) {
    const std::string other = plain_id(attribute_of(main, "target"));
    if (other.empty() || other == holder.id) return note_otherwise(holder.note, "crossReference", value);
    const auto kind = terms::find_relation_kind(trimmed(value));
    if (!kind) note_otherwise(holder.note, "crossReference", value);
    holder.relations.push_back({other, kind.value_or(terms::RelationKind::related)});
  }

  void read_external_id(Concept& holder, const pugi::xml_node& main, std::string_view category,
                        const std::string& value) {
    const std::string target = attribute_of(main, "target");
    if (target.empty()) return note_otherwise(holder.note, category, value);
    const std::string scheme = trimmed(value).empty() ? std::string(category) : value;
    holder.external_ids.push_back({scheme, target});
  }

  void read_term(Concept& holder, const pugi::xml_node& section, const text::LanguageTag& language) {
    Term term{.language = language};
    std::optional<TermStatus> subset;
    read_term_parts(term, section, subset);
    if (subset) term.status = *subset;
    if (trimmed(term.wording).empty()) {
      refuse(section.offset_debug(), "a term has no wording; fill in its <term> or delete it");
    }
    holder.terms.push_back(std::move(term));
  }

  void read_term_parts(Term& term, const pugi::xml_node& section, std::optional<TermStatus>& subset) {
    for (const pugi::xml_node& part : section.children()) {
      if (part.type() != pugi::node_element) continue;
      const std::string_view name = local_name(part);
      if (name == "termGrp") {
        read_term_parts_of_group(term, part, subset);
      } else if (name == "transacGrp") {
        ++bare_changes_;
      } else {
        read_of_term(term, part, subset);
      }
    }
  }

  // <ntig><termGrp><term/>...: one level more than <tig><term/>, and no deeper.
  void read_term_parts_of_group(Term& term, const pugi::xml_node& group, std::optional<TermStatus>& subset) {
    for (const pugi::xml_node& part : group.children()) {
      if (part.type() == pugi::node_element) read_of_term(term, part, subset);
    }
  }

  void read_of_term(Term& term, const pugi::xml_node& part, std::optional<TermStatus>& subset) {
    const bool grouped = is_group(local_name(part));
    const pugi::xml_node main = grouped ? first_element(part) : part;
    const std::string_view category = category_of(main);
    const std::string value = text_of(main);
    if (grouped) read_group_rest(term.note, part, main);
    if (category == "term") {
      term.wording = value;
    } else if (category == "partOfSpeech") {
      const auto known = find_tbx_part_of_speech(trimmed(value));
      term.part_of_speech = known.value_or(terms::PartOfSpeech::other);
      if (!known) note_otherwise(term.note, category, value);
    } else if (category == "administrativeStatus" || category == "normativeAuthorization") {
      const auto known = find_tbx_status(trimmed(value));
      if (known) term.status = *known;
      if (!known) note_otherwise(term.note, category, value);
    } else if (category == "projectSubset" && after_label(value, status_label)) {
      subset = terms::find_status(*after_label(value, status_label));
      if (!subset) note_otherwise(term.note, category, value);
    } else if (category == "projectSubset" && value == verified_label) {
      term.verified = true;
    } else if (category == "source") {
      set_or_join(term.source, value);
    } else if (category == "note") {
      if (!value.empty()) append_line(term.note, value);
    } else {
      note_otherwise(term.note, category, value);
    }
  }

  // A change of ours has its details in notes; one of another program only says that there was one.
  void read_change(const std::string& holder, const pugi::xml_node& group) {
    std::map<std::string, std::string> details;
    std::string kind;
    std::string by;
    std::string date;
    for (const pugi::xml_node& part : group.children()) {
      if (part.type() != pugi::node_element) continue;
      const std::string_view category = category_of(part);
      const std::string value = text_of(part);
      if (category == "transactionType") kind = trimmed(value);
      if (category == "responsibility") by = value;
      if (category == "date") date = trimmed(value);
      const std::size_t colon = value.find(": ");
      if (category == "note" && colon != std::string::npos) details[value.substr(0, colon)] = value.substr(colon + 2);
    }
    const auto field = terms::find_change_field(details["field"]);
    const auto origin = terms::find_change_origin(details["origin"]);
    const bool is_whole = field && origin && is_time(details["time"]) && !by.empty();
    if (!is_whole) return read_bare_change(holder, kind, by, date);
    Change change{.concept_id = details["concept"].empty() ? holder : details["concept"],
                  .wording = details["wording"],
                  .field = *field,
                  .detail = details["detail"],
                  .before = details["before"],
                  .after = details["after"],
                  .author = {.origin = *origin, .by = by, .at = details["time"], .why = details["why"]}};
    if (!change.is_of_concept()) {
      const auto tag = text::LanguageTag::try_parse(details["language"]);
      if (!tag) refuse(group.offset_debug(), "a change is of no language; correct it or delete it");
      change.language = tag.value();
    }
    changes_.emplace_back(number_of(group), std::move(change));
  }

  void read_bare_change(const std::string& holder, const std::string& kind, const std::string& by,
                        const std::string& date) {
    const std::string at = date.substr(0, std::min<std::size_t>(date.size(), 10)) + "T00:00:00Z";
    if (kind != "origination" || !is_time(at)) {
      ++bare_changes_;
      return;
    }
    changes_.emplace_back(
        changes_.size(),
        Change{.concept_id = holder,
               .author = {.origin = terms::ChangeOrigin::file, .by = by.empty() ? "unknown" : by, .at = at}});
  }

  std::size_t number_of(const pugi::xml_node& group) const {
    std::string_view id = group.attribute("id").value();
    if (!id.starts_with(change_id)) return changes_.size();
    id.remove_prefix(change_id.size());
    std::size_t number = 0;
    for (const char c : id) {
      if (c < '0' || c > '9' || number > 999'999'999) return changes_.size();
      number = number * 10 + static_cast<std::size_t>(c - '0');
    }
    return number;
  }

  void say_what_was_changed() {
    if (doubled_ > 0) {
      notes_.push_back(std::to_string(doubled_) +
                       " entries have an id that an earlier one has; each is taken for one concept");
    }
    if (bare_changes_ > 0) {
      notes_.push_back(std::to_string(bare_changes_) + " changes do not say what was changed and are left out");
    }
    std::string list;
    std::size_t named = 0;
    for (const auto& [category, count] : otherwise_) {
      if (++named > most_named) break;
      list += (list.empty() ? "" : ", ") + category.substr(0, 40) + " (" + std::to_string(count) + ")";
    }
    if (!list.empty()) notes_.push_back("kept in notes, for want of a field of their own: " + list);
  }

  std::string_view utf8_;
  const std::string& name_;
  pugi::xml_document document_;
  std::vector<Concept> concepts_;
  std::unordered_map<std::string, std::size_t> ids_;
  std::vector<std::pair<std::size_t, Change>> changes_;  // with their places in the history
  std::map<std::string, std::size_t> otherwise_;         // categories that became notes
  std::size_t doubled_ = 0;
  std::size_t bare_changes_ = 0;
  std::vector<std::string> notes_;
};

}  // namespace

ReadTerms parse_tbx(std::string_view bytes, const std::string& name) {
  const text::ReadDocument read = read_xml_bytes(std::string(bytes), name, {}, largest_term_file);
  return TbxReader(read.document.bytes(), name).read();
}

}  // namespace aligner::interchange
