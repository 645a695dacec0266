// tungse glossary add, edit, approve, reject, merge: a person's decisions.

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <tuple>

#include "aligner/error.h"
#include "aligner/report/concept_page.h"
#include "aligner/store/project_database.h"
#include "aligner/terms/decide_terms.h"

#include "tools/cli/glossary_command.h"
#include "tools/cli/output.h"
#include "tools/cli/ui_language.h"

namespace tungse {
namespace {

namespace report = aligner::report;
namespace store = aligner::store;
namespace terms = aligner::terms;
using aligner::text::LanguageTag;
using terms::Change;
using terms::Concept;
using terms::Term;
using terms::Termbase;
using terms::TermName;
using terms::TermStatus;

const std::vector<std::string>& status_names() {
  static const std::vector<std::string> names{"preferred", "admitted", "deprecated", "proposed", "rejected"};
  return names;
}

const std::vector<std::string>& part_of_speech_names() {
  static const std::vector<std::string> names{"noun", "proper noun", "verb", "adjective", "adverb", "other", ""};
  return names;
}

struct DecideOptions {
  std::string db;
  AuthorOptions author;
  bool json = false;
  aligner::messages::Language ui_language = aligner::messages::Language::english;

  std::string words;  // CONCEPT|TERM
  std::string into;   // of merge
  std::string language;
  bool preferred = false;
  bool admitted = false;

  // Fields; those given, an empty one too, are set.
  std::vector<std::string> added_terms;  // of add
  std::string named_term;                // of edit
  std::optional<std::string> concept_id, type, subject, source, note, wording, status, part_of_speech, verified;
  std::vector<std::string> definitions, external_ids, relations;
};

// Loads, decides, keeps, and says what was done.
int decide(const DecideOptions& options, const std::function<std::vector<Change>(const Termbase&)>& decision) {
  auto project = store::ProjectDatabase::open(options.db, store::OpenMode::open_existing);
  const std::vector<Change> changes = decision(project.load_termbase());
  project.apply(changes);
  if (options.json) {
    write_output(report::changes_json(changes), "");
    return exit_fine;
  }
  std::string lines;
  for (const Change& change : changes) lines += report::change_line(change, options.ui_language) + "\n";
  write_output(lines, "");
  if (changes.empty()) say("tungse: nothing to change: it is so already");
  return exit_fine;
}

// The terms of `holder` that a user means by a wording, in one language where that is given.
std::vector<TermName> terms_named(const Concept& holder, const std::string& words, const std::string& language) {
  std::vector<TermName> names;
  for (const Term& term : holder.terms) {
    const bool fits = terms::folded_wording(term.language, term.wording) == terms::folded_wording(term.language, words);
    if (fits && (language.empty() || term.language == language_of(language))) {
      names.push_back({holder.id, term.language, term.wording});
    }
  }
  return names;
}

bool names_the_concept(const Termbase& base, const Concept& holder, const std::string& words) {
  return holder.id == words || terms_named(holder, words, "").empty() || base.terms.find(words) != nullptr;
}

void append(std::vector<Change>& all, std::vector<Change> more) { all.insert(all.end(), more.begin(), more.end()); }

std::vector<Change> set_statuses(const Termbase& base, const Concept& holder, const DecideOptions& options,
                                 const std::function<TermStatus(const Term&)>& status) {
  std::vector<Change> changes;
  const terms::Author author = author_of(options.author, terms::ChangeOrigin::person);
  const std::vector<TermName> named = terms_named(holder, options.words, options.language);
  if (named.empty()) throw aligner::Error("\"" + options.words + "\" is no term in " + options.language);
  for (const TermName& name : named) {
    for (const Term& term : holder.terms) {
      if (term.language != name.language || term.wording != name.wording) continue;
      append(changes, set_status(base, name, status(term), author));
    }
  }
  return changes;
}

bool has_preferred(const Concept& holder, const LanguageTag& language) {
  for (const Term& term : holder.terms) {
    if (term.language == language && term.status == TermStatus::preferred) return true;
  }
  return false;
}

std::vector<Change> approve(const Termbase& base, const DecideOptions& options) {
  const Concept& holder = concept_named(base, options.words);
  const terms::Author author = author_of(options.author, terms::ChangeOrigin::person);
  if (names_the_concept(base, holder, options.words)) {
    if (options.preferred || options.admitted || !options.language.empty()) {
      throw UsageError("--preferred, --admitted and --lang are for a term; name one by its wording");
    }
    return approve_concept(base, holder.id, author);
  }
  return set_statuses(base, holder, options, [&](const Term& term) {
    if (options.preferred) return TermStatus::preferred;
    if (options.admitted || has_preferred(holder, term.language)) {
      return term.status == TermStatus::preferred && !options.admitted ? TermStatus::preferred : TermStatus::admitted;
    }
    return TermStatus::preferred;
  });
}

std::vector<Change> reject(const Termbase& base, const DecideOptions& options) {
  const Concept& holder = concept_named(base, options.words);
  if (names_the_concept(base, holder, options.words)) {
    if (!options.language.empty()) throw UsageError("--lang is for a term; name one by its wording");
    return reject_concept(base, holder.id, author_of(options.author, terms::ChangeOrigin::person));
  }
  return set_statuses(base, holder, options, [](const Term&) { return TermStatus::rejected; });
}

void set_definition(Concept& holder, const std::string& text) {
  const std::size_t sign = text.find('=');
  const auto tag = LanguageTag::try_parse(text.substr(0, std::min(sign, text.size())));
  const bool has_language = sign != std::string::npos && tag;
  terms::Definition definition{.language = has_language ? tag.value() : LanguageTag(),
                               .text = has_language ? text.substr(sign + 1) : text};
  for (terms::Definition& one : holder.definitions) {
    if (one.language != definition.language) continue;
    one.text = definition.text;
    return;
  }
  if (!definition.text.empty()) holder.definitions.push_back(definition);
}

void set_relation(const Termbase& base, Concept& holder, const std::string& text) {
  const KeyValue given = key_value_of(text, "--relation", "KIND=CONCEPT (\"part of=r_amur\")");
  const auto kind = terms::find_relation_kind(given.key);
  if (!kind) {
    throw UsageError("--relation: \"" + given.key +
                     "\" is none of broader, narrower, part of, has part, named after, namesake, successor, "
                     "predecessor, related");
  }
  const std::string other = concept_named(base, given.value).id;
  std::erase_if(holder.relations, [&](const auto& one) { return one.concept_id == other; });
  holder.relations.push_back({other, *kind});
}

void set_concept_fields(const Termbase& base, Concept& holder, const DecideOptions& options) {
  if (options.type) holder.type = *options.type;
  if (options.subject) holder.subject = *options.subject;
  if (options.source) holder.source = *options.source;
  if (options.note) holder.note = *options.note;
  for (const std::string& one : options.definitions) set_definition(holder, one);
  std::erase_if(holder.definitions, [](const terms::Definition& one) { return one.text.empty(); });
  for (const std::string& one : options.external_ids) {
    const KeyValue given = key_value_of(one, "--external-id", "SCHEME=ID (wikidata=Q4713)");
    const terms::ExternalId id{given.key, given.value};
    if (std::find(holder.external_ids.begin(), holder.external_ids.end(), id) == holder.external_ids.end()) {
      holder.external_ids.push_back(id);
    }
  }
  for (const std::string& one : options.relations) set_relation(base, holder, one);
}

void set_term_fields(Term& term, const DecideOptions& options) {
  if (options.wording) term.wording = *options.wording;
  if (options.status) term.status = *terms::find_status(*options.status);
  if (options.part_of_speech) term.part_of_speech = *terms::find_part_of_speech(*options.part_of_speech);
  if (options.verified) term.verified = *options.verified == "yes";
  if (options.note) term.note = *options.note;
  if (options.source) term.source = *options.source;
}

bool has_concept_fields(const DecideOptions& options) {
  return options.type || options.subject || !options.definitions.empty() || !options.external_ids.empty() ||
         !options.relations.empty();
}

bool has_term_fields(const DecideOptions& options) {
  return options.wording || options.status || options.part_of_speech || options.verified;
}

// The one term that is to be edited; none where the concept itself is.
std::optional<TermName> edited_term(const Termbase& base, const Concept& holder, const DecideOptions& options) {
  std::string words = options.named_term;
  std::string language = options.language;
  if (words.empty() && !names_the_concept(base, holder, options.words) && !has_concept_fields(options)) {
    words = options.words;
  }
  if (words.empty()) {
    if (has_term_fields(options)) throw UsageError("a term is to be edited; say which with --term LANG=WORDING");
    return std::nullopt;
  }
  if (!options.named_term.empty() && options.named_term.find('=') != std::string::npos) {
    const KeyValue given = key_value_of(options.named_term, "--term", "LANG=WORDING");
    language = given.key;
    words = given.value;
  }
  const std::vector<TermName> names = terms_named(holder, words, language);
  if (names.empty()) throw aligner::Error("concept \"" + holder.id + "\" has no term \"" + words + "\"");
  if (names.size() > 1) {
    throw aligner::Error("concept \"" + holder.id + "\" has \"" + words +
                         "\" in several forms; give --term LANG=WORDING");
  }
  return names.front();
}

std::vector<Change> edit(const Termbase& base, const DecideOptions& options) {
  const Concept& holder = concept_named(base, options.words);
  const terms::Author author = author_of(options.author, terms::ChangeOrigin::person);
  const std::optional<TermName> name = edited_term(base, holder, options);
  if (!name) {
    Concept edited = holder;
    set_concept_fields(base, edited, options);
    return edit_concept(base, edited, author);
  }
  if (has_concept_fields(options)) {
    throw UsageError(
        "--type, --subject, --definition, --external-id and --relation are the concept's; leave --term out");
  }
  for (const Term& term : holder.terms) {
    if (term.language != name->language || term.wording != name->wording) continue;
    Term edited = term;
    set_term_fields(edited, options);
    return edit_term(base, *name, edited, author);
  }
  return {};
}

std::vector<Term> given_terms(const DecideOptions& options) {
  std::vector<Term> given;
  for (const std::string& one : options.added_terms) {
    const KeyValue pair = key_value_of(one, "--term", "LANG=WORDING (\"vi=hi\u1EC7p \u01B0\u1EDBc\")");
    Term term{.language = language_of(pair.key), .wording = pair.value};
    const bool is_first =
        std::none_of(given.begin(), given.end(), [&](const Term& other) { return other.language == term.language; });
    term.status = is_first ? TermStatus::preferred : TermStatus::admitted;
    DecideOptions of_terms;
    of_terms.status = options.status;
    of_terms.part_of_speech = options.part_of_speech;
    of_terms.verified = options.verified;
    set_term_fields(term, of_terms);
    given.push_back(term);
  }
  return given;
}

// A term that the language of a known concept has a better one of is admitted.
void append_terms(std::vector<Change>& changes, const Termbase& base, const Concept& holder,
                  const DecideOptions& options, const terms::Author& author) {
  for (Term term : given_terms(options)) {
    if (!options.status && has_preferred(holder, term.language)) term.status = TermStatus::admitted;
    append(changes, add_term(base, holder.id, term, author));
  }
}

std::vector<Change> add(const Termbase& base, const DecideOptions& options) {
  const std::vector<Term> given = given_terms(options);
  const terms::Author author = author_of(options.author, terms::ChangeOrigin::person);
  std::vector<Change> changes;
  const bool is_known = options.concept_id && !find_concepts(base, *options.concept_id).empty();
  if (is_known) {
    const Concept& holder = concept_named(base, *options.concept_id);
    append_terms(changes, base, holder, options, author);
    Concept edited = holder;
    set_concept_fields(base, edited, options);
    append(changes, edit_concept(base, edited, author));
    return changes;
  }
  if (given.empty()) throw UsageError("a new concept needs a term; give --term LANG=WORDING");
  for (const Term& term : given) {
    if (options.concept_id) break;
    for (const std::size_t i : terms::WordingIndex(base.terms).find(term.language, term.wording)) {
      throw aligner::Error("\"" + term.wording + "\" is a term of " + base.terms.concepts()[i].id +
                           " already; add to that with --concept " + base.terms.concepts()[i].id +
                           ", or give the new concept an id with --concept ID");
    }
  }
  Concept added{.id = options.concept_id.value_or(given.front().language.str() + ":" + given.front().wording),
                .terms = given};
  set_concept_fields(base, added, options);
  append(changes, add_concept(base, added, author));
  for (const terms::ConceptRelation& relation : added.relations) {
    for (const auto& [holder, other, kind] : {std::tuple(added.id, relation.concept_id, relation.kind),
                                              std::tuple(relation.concept_id, added.id, opposite(relation.kind))}) {
      changes.push_back({.concept_id = holder,
                         .field = terms::ChangeField::relation,
                         .detail = other,
                         .after = to_string(kind),
                         .author = author});
    }
  }
  return changes;
}

std::vector<Change> merge(const Termbase& base, const DecideOptions& options) {
  return merge_concepts(base, concept_named(base, options.words).id, concept_named(base, options.into).id,
                        author_of(options.author, terms::ChangeOrigin::person));
}

using Decision = std::vector<Change> (*)(const Termbase&, const DecideOptions&);

// A subcommand with the options that all of them have.
CLI::App* add_decision(CLI::App& glossary, Job& job, const std::shared_ptr<DecideOptions>& options,
                       const std::string& name, const std::string& what, Decision decision) {
  CLI::App* command = glossary.add_subcommand(name, what);
  add_db_option(*command, options->db);
  add_author_options(*command, options->author);
  command->add_flag("--json", options->json, "The changes made, as JSON");
  add_ui_language(*command, options->ui_language);
  command->callback([options, decision, &job] {
    job = [options, decision] {
      return decide(*options, [&](const Termbase& base) { return decision(base, *options); });
    };
  });
  return command;
}

void add_named_concept(CLI::App* command, DecideOptions& options) {
  command->add_option("concept", options.words, "The concept's id, or one of its terms")
      ->required()
      ->option_text("CONCEPT|TERM");
}

void add_fields(CLI::App* command, DecideOptions& options) {
  const auto repeated = [command](const char* name, std::vector<std::string>& values, const char* what,
                                  const char* form) {
    command->add_option(name, values, what)->option_text(form)->allow_extra_args(false);
  };
  command->add_option("--type", options.type, "Type of the concept: person, river, treaty, ...")->option_text("T");
  command->add_option("--subject", options.subject, "Subject field")->option_text("TEXT");
  command->add_option("--note", options.note, "Note")->option_text("TEXT");
  command->add_option("--source", options.source, "Where it is from")->option_text("TEXT");
  repeated("--definition", options.definitions, "Definition, perhaps with its language; may be repeated",
           "[LANG=]TEXT");
  repeated("--external-id", options.external_ids, "The concept's name elsewhere; may be repeated", "SCHEME=ID");
  repeated("--relation", options.relations, "Relation to another concept; may be repeated", "KIND=CONCEPT");
  command->add_option("--status", options.status, "Status of the term")
      ->check(CLI::IsMember(status_names()))
      ->option_text("S");
  command->add_option("--pos", options.part_of_speech, "Part of speech of the term")
      ->check(CLI::IsMember(part_of_speech_names()))
      ->option_text("P");
  command->add_option("--verified", options.verified, "Whether the term is attested: yes or no")
      ->check(CLI::IsMember({"yes", "no"}))
      ->option_text("yes|no");
}

}  // namespace

void add_glossary_decide_commands(CLI::App& glossary, Job& job) {
  const auto adding = std::make_shared<DecideOptions>();
  CLI::App* add_command =
      add_decision(glossary, job, adding, "add", "Add a concept, or terms to one that is there", add);
  add_command
      ->add_option("--term", adding->added_terms, "A term; the first of a language is preferred; may be repeated")
      ->option_text("LANG=WORDING")
      ->allow_extra_args(false);
  add_command->add_option("--concept", adding->concept_id, "The concept to add to, or the id of a new one")
      ->option_text("ID");
  add_fields(add_command, *adding);

  const auto editing = std::make_shared<DecideOptions>();
  CLI::App* edit_command =
      add_decision(glossary, job, editing, "edit", "Change what is said about a concept or one of its terms", edit);
  add_named_concept(edit_command, *editing);
  edit_command->add_option("--term", editing->named_term, "The term to edit (else the concept, or the TERM named)")
      ->option_text("LANG=WORDING");
  edit_command->add_option("--wording", editing->wording, "Another wording; the old one stays as rejected")
      ->option_text("TEXT");
  add_fields(edit_command, *editing);
  edit_command->footer("An empty text (--note \"\") takes a field away.");

  const auto approving = std::make_shared<DecideOptions>();
  CLI::App* approve_command =
      add_decision(glossary, job, approving, "approve", "Take proposed terms as preferred or admitted ones", approve);
  add_named_concept(approve_command, *approving);
  approve_command->add_option("--lang", approving->language, "Language of the TERM")->option_text("T");
  auto* preferred = approve_command->add_flag("--preferred", approving->preferred, "The TERM is the one to write");
  approve_command->add_flag("--admitted", approving->admitted, "The TERM may be written")->excludes(preferred);
  approve_command->footer(
      "Of a concept, all that is proposed: the first of a language is preferred where none is, the others are "
      "admitted.");

  const auto rejecting = std::make_shared<DecideOptions>();
  CLI::App* reject_command =
      add_decision(glossary, job, rejecting, "reject", "Turn terms down, so that they are not proposed again", reject);
  add_named_concept(reject_command, *rejecting);
  reject_command->add_option("--lang", rejecting->language, "Language of the TERM")->option_text("T");
  reject_command->footer("Of a concept, all that is proposed; all its terms where none is.");

  const auto merging = std::make_shared<DecideOptions>();
  CLI::App* merge_command = add_decision(glossary, job, merging, "merge",
                                         "Make two concepts one; its id stands for both from then on", merge);
  merge_command->add_option("from", merging->words, "The concept to merge, by id or term")
      ->required()
      ->option_text("CONCEPT");
  merge_command->add_option("into", merging->into, "The concept that stays")->required()->option_text("CONCEPT");
}

}  // namespace tungse
