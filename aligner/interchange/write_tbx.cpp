// TBX-Basic, version 2 (ISO 30042:2008) and version 3 in the style DCA (ISO 30042:2019). They differ in the names of
// a few elements and in the header; the categories are those of the TBX-Basic dialect.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aligner/interchange/tbx_names.h"
#include "aligner/interchange/term_forms.h"

namespace aligner::interchange {
namespace {

using terms::Change;
using terms::ChangeField;
using terms::Concept;
using terms::Term;
using terms::TermStatus;

struct Names {
  std::string_view entry, language, term;
};
constexpr Names names_v2{"termEntry", "langSet", "tig"};
constexpr Names names_v3{"conceptEntry", "langSec", "termSec"};

// How many bytes at the front of `rest` are a character that XML has no place for; 0 for all others.
std::size_t forbidden_size(std::string_view rest) {
  const auto byte = static_cast<unsigned char>(rest.front());
  if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') return 1;
  return rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF") ? 3 : 0;
}

class Writer {
 public:
  Writer(const terms::Termbase& base, TbxVersion version)
      : base_(base), version_(version), names_(version == TbxVersion::v2 ? names_v2 : names_v3) {
    const auto merged = terms::merged_ids(base.history);
    for (std::size_t i = 0; i < base.history.size(); ++i) {
      const auto into = merged.find(base.history[i].concept_id);
      changes_[into == merged.end() ? base.history[i].concept_id : into->second].push_back(i);
    }
  }

  WrittenTerms write() && {
    header();
    for (const Concept& holder : base_.terms.concepts()) entry(holder);
    out_ += version_ == TbxVersion::v2 ? "</body></text>\n</martif>\n" : "</body></text>\n</tbx>\n";
    say_losses();
    return {.bytes = std::move(out_), .losses = std::move(losses_)};
  }

 private:
  void header() {
    out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (version_ == TbxVersion::v2) {
      out_ +=
          "<martif type=\"TBX-Basic\" xml:lang=\"en\">\n"
          "<martifHeader>\n<fileDesc><titleStmt><title>Terms</title></titleStmt>"
          "<sourceDesc><p>Written by tungse</p></sourceDesc></fileDesc>\n"
          "<encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc>\n</martifHeader>\n<text><body>\n";
    } else {
      out_ +=
          "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n"
          "<tbxHeader>\n<fileDesc><titleStmt><title>Terms</title></titleStmt>"
          "<sourceDesc><p>Written by tungse</p></sourceDesc></fileDesc>\n</tbxHeader>\n<text><body>\n";
    }
  }

  std::string text(std::string_view rest) {
    std::string out;
    while (!rest.empty()) {
      const std::size_t forbidden = forbidden_size(rest);
      const char c = rest.front();
      if (forbidden > 0) {
        ++replaced_;
        out += "\uFFFD";
      } else if (c == '&') {
        out += "&amp;";
      } else if (c == '<') {
        out += "&lt;";
      } else if (c == '>') {
        out += "&gt;";
      } else if (c == '"') {
        out += "&quot;";
      } else if (c == '\r' || c == '\t' || c == '\n') {
        out += "&#" + std::to_string(static_cast<int>(c)) + ";";  // as they are, wherever they stand
      } else {
        out += c;
      }
      rest.remove_prefix(forbidden > 0 ? forbidden : 1);
    }
    return out;
  }

  void line(std::size_t depth, const std::string& element) { out_ += std::string(depth, ' ') + element + "\n"; }

  // <name type="category">value</name>, where there is a value.
  void add(std::size_t depth, const std::string& name, const std::string& category, const std::string& value) {
    if (value.empty()) return;
    const std::string type = category.empty() ? "" : " type=\"" + category + "\"";
    line(depth, "<" + name + type + ">" + text(value) + "</" + name + ">");
  }

  void entry(const Concept& holder) {
    if (holder.terms.empty()) {
      ++without_terms_;
      return;
    }
    line(0, "<" + std::string(names_.entry) + " id=\"" + text(xml_id(holder.id)) + "\">");
    add(1, "descrip", "subjectField", holder.subject);
    for (const terms::Definition& one : holder.definitions) {
      if (has_terms_in(holder, one.language)) continue;  // it stands with them
      definition(1, one);
    }
    add(1, "admin", "source", holder.source);
    if (!holder.type.empty()) add(1, "admin", "projectSubset", std::string(type_label) + holder.type);
    for (const terms::ConceptRelation& one : holder.relations) relation(one);
    for (const terms::ExternalId& one : holder.external_ids) {
      line(1, "<xref type=\"externalCrossReference\" target=\"" + text(one.id) + "\">" + text(one.scheme) + "</xref>");
    }
    add(1, "note", "", holder.note);
    const auto changes = changes_.find(holder.id);
    if (changes != changes_.end()) {
      for (const std::size_t i : changes->second) change(i, holder.id);
      changes_.erase(changes);
    }
    languages(holder);
    line(0, "</" + std::string(names_.entry) + ">");
  }

  static bool has_terms_in(const Concept& holder, const text::LanguageTag& language) {
    for (const Term& term : holder.terms) {
      if (term.language == language) return true;
    }
    return false;
  }

  void definition(std::size_t depth, const terms::Definition& one) {
    const bool needs_language = depth == 1 && !one.language.is_undetermined();
    const std::string language = needs_language ? " xml:lang=\"" + one.language.str() + "\"" : "";
    line(depth, "<descripGrp><descrip type=\"definition\"" + language + ">" + text(one.text) + "</descrip>" +
                    (one.source.empty() ? "" : "<admin type=\"source\">" + text(one.source) + "</admin>") +
                    "</descripGrp>");
  }

  // A reference must lead somewhere.
  void relation(const terms::ConceptRelation& one) {
    const Concept* other = base_.terms.find(one.concept_id);
    if (other == nullptr || other->terms.empty()) {
      ++lost_relations_;
      return;
    }
    line(1, "<ref type=\"crossReference\" target=\"" + text(xml_id(one.concept_id)) + "\">" +
                text(to_string(one.kind)) + "</ref>");
  }

  void change(std::size_t number, const std::string& holder) {
    const Change& one = base_.history[number];
    const std::string kind = one.field == ChangeField::created ? "origination" : "modification";
    line(1, "<transacGrp id=\"" + std::string(change_id) + std::to_string(number) + "\">");
    add(2, "transac", "transactionType", kind);
    add(2, "transacNote", "responsibility", one.author.by);
    add(2, "date", "", one.author.at.substr(0, one.author.at.find('T')));
    const auto detail = [this](std::string_view label, const std::string& value) {
      if (!value.empty()) add(2, "note", "", std::string(label) + ": " + value);
    };
    detail("time", one.author.at);
    detail("origin", to_string(one.author.origin));
    if (one.concept_id != holder) detail("concept", one.concept_id);
    if (!one.is_of_concept()) {
      detail("language", one.language.str());
      detail("wording", one.wording);
    }
    detail("field", to_string(one.field));
    detail("detail", one.detail);
    detail("before", one.before);
    detail("after", one.after);
    detail("why", one.author.why);
    line(1, "</transacGrp>");
  }

  // By language, in the order of their first terms.
  void languages(const Concept& holder) {
    std::vector<std::string> order;
    std::unordered_map<std::string, std::vector<std::size_t>> terms;
    for (std::size_t i = 0; i < holder.terms.size(); ++i) {
      std::vector<std::size_t>& own = terms[holder.terms[i].language.str()];
      if (own.empty()) order.push_back(holder.terms[i].language.str());
      own.push_back(i);
    }
    for (const std::string& language : order) {
      line(1, "<" + std::string(names_.language) + " xml:lang=\"" + language + "\">");
      for (const terms::Definition& one : holder.definitions) {
        if (one.language.str() == language) definition(2, one);
      }
      for (const std::size_t i : terms[language]) term(holder.terms[i]);
      line(1, "</" + std::string(names_.language) + ">");
    }
  }

  void term(const Term& one) {
    line(2, "<" + std::string(names_.term) + ">");
    add(3, "term", "", one.wording);
    add(3, "termNote", "partOfSpeech", tbx_part_of_speech(one.part_of_speech));
    add(3, "termNote", "administrativeStatus", tbx_status(one.status));
    const bool is_beyond = one.status == TermStatus::proposed || one.status == TermStatus::rejected;
    if (is_beyond) add(3, "admin", "projectSubset", std::string(status_label) + to_string(one.status));
    if (one.verified) add(3, "admin", "projectSubset", std::string(verified_label));
    add(3, "admin", "source", one.source);
    add(3, "note", "", one.note);
    line(2, "</" + std::string(names_.term) + ">");
  }

  void say_losses() {
    std::size_t homeless = 0;
    for (const auto& [id, numbers] : changes_) homeless += numbers.size();
    const auto say = [this](std::size_t count, const std::string& what) {
      if (count > 0) losses_.push_back(std::to_string(count) + " " + what);
    };
    say(without_terms_, "concepts without a term are left out: TBX has no place for them");
    say(lost_relations_, "relations to concepts that are left out are left out too");
    say(homeless, "changes of concepts that are not in this file are left out; json has them");
    say(replaced_, "control characters became U+FFFD: XML has no place for them");
  }

  const terms::Termbase& base_;
  TbxVersion version_;
  Names names_;
  std::unordered_map<std::string, std::vector<std::size_t>> changes_;  // concept id -> places in the history
  std::string out_;
  std::vector<std::string> losses_;
  std::size_t without_terms_ = 0;
  std::size_t lost_relations_ = 0;
  std::size_t replaced_ = 0;
};

}  // namespace

WrittenTerms write_tbx(const terms::Termbase& base, TbxVersion version) { return Writer(base, version).write(); }

}  // namespace aligner::interchange
