#include "aligner/interchange/pair_fields.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <system_error>

#include "aligner/interchange/backslashes.h"

namespace aligner::interchange {
namespace {

constexpr std::size_t most_segments = 100'000;  // of a side of a pair

std::string joined(const std::vector<std::size_t>& indexes) {
  std::string out;
  for (const std::size_t index : indexes) out += (out.empty() ? "" : " ") + std::to_string(index);
  return out;
}

std::optional<std::size_t> find_index(std::string_view text) {
  std::size_t value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// Cuts off what stands before the next space.
std::string_view take_word(std::string_view& rest) {
  const std::size_t end = std::min(rest.find(' '), rest.size());
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return word;
}

bool set_indexes(std::vector<std::size_t>& indexes, std::string_view text) {
  std::vector<std::size_t> read;
  while (!text.empty()) {
    const auto index = find_index(take_word(text));
    if (!index || read.size() == most_segments) return false;
    read.push_back(*index);
  }
  indexes = std::move(read);
  return true;
}

// Evidence is one line, and a relation one word.
constexpr Backslashes line_backslashes{"\\\n\r", "\\nr"};
constexpr Backslashes word_backslashes{"\\\n\r ", "\\nrs"};

std::string written(text::Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

std::optional<text::Span> find_span(std::string_view text) {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return std::nullopt;
  const auto begin = find_index(text.substr(0, dash));
  const auto end = find_index(text.substr(dash + 1));
  if (!begin || !end || *begin > *end) return std::nullopt;
  return text::Span{*begin, *end};
}

std::string written(const score::Evidence& evidence) {
  const std::string relation = evidence.relation.empty() ? "-" : with_backslashes(evidence.relation, word_backslashes);
  return to_string(evidence.kind) + " " + relation + " " + exact_decimal(evidence.weight) + " " +
         written(evidence.source) + " " + written(evidence.target) + " " +
         with_backslashes(evidence.reason, line_backslashes);
}

bool add_evidence(ExchangedPair& pair, std::string_view text) {
  const auto kind = find_evidence_kind(take_word(text));
  const std::string_view relation = take_word(text);
  const auto weight = find_decimal(take_word(text));
  const auto source = find_span(take_word(text));
  const auto target = find_span(take_word(text));
  if (!kind || relation.empty() || !weight || !source || !target) return false;
  pair.evidence.push_back({.kind = *kind,
                           .source = *source,
                           .target = *target,
                           .relation = relation == "-" ? "" : without_backslashes(relation, word_backslashes),
                           .weight = *weight,
                           .reason = without_backslashes(text, word_backslashes)});
  return true;
}

bool set_number(std::optional<double>& number, std::string_view text, double largest) {
  const auto value = find_decimal(text);
  if (!value || *value < 0 || *value > largest) return false;
  number = value;
  return true;
}

template <typename Value>
bool set_word(std::optional<Value>& word, std::optional<Value> found) {
  if (!found) return false;
  word = found;
  return true;
}

bool set_yes_or_no(bool& field, std::string_view text) {
  if (text != "yes" && text != "no") return false;
  field = text == "yes";
  return true;
}

bool set_text(std::string& field, std::string_view text) {
  field = text;
  return true;
}

}  // namespace

const std::vector<std::string_view>& field_names() {
  static const std::vector<std::string_view> names{
      "confidence", "cost",          "grade",         "moved",           "status",          "decided_by", "decided_at",
      "note",       "source_origin", "target_origin", "source_segments", "target_segments", "evidence"};
  return names;
}

std::vector<PairField> fields_of(const ExchangedPair& pair) {
  std::vector<PairField> fields;
  const auto add = [&fields](std::string_view name, std::string value) {
    if (!value.empty()) fields.push_back({name, std::move(value)});
  };
  if (pair.confidence) add("confidence", exact_decimal(*pair.confidence));
  if (pair.cost) add("cost", exact_decimal(*pair.cost));
  if (pair.grade) add("grade", align::to_string(*pair.grade));
  if (pair.moved) add("moved", "yes");
  if (pair.status) add("status", to_string(*pair.status));
  add("decided_by", pair.decided_by);
  add("decided_at", pair.decided_at);
  add("note", pair.note);
  add("source_origin", pair.source_origin);
  add("target_origin", pair.target_origin);
  add("source_segments", joined(pair.source_segments));
  add("target_segments", joined(pair.target_segments));
  for (const score::Evidence& evidence : pair.evidence) add("evidence", written(evidence));
  return fields;
}

bool set_field(ExchangedPair& pair, std::string_view name, std::string_view value) {
  constexpr double largest_cost = 1e300;
  if (value.empty()) return true;
  if (name == "confidence") return set_number(pair.confidence, value, 1);
  if (name == "cost") return set_number(pair.cost, value, largest_cost);
  if (name == "grade") return set_word(pair.grade, find_grade(value));
  if (name == "moved") return set_yes_or_no(pair.moved, value);
  if (name == "status") return set_word(pair.status, find_pair_status(value));
  if (name == "decided_by") return set_text(pair.decided_by, value);
  if (name == "decided_at") return set_text(pair.decided_at, value);
  if (name == "note") return set_text(pair.note, value);
  if (name == "source_origin") return set_text(pair.source_origin, value);
  if (name == "target_origin") return set_text(pair.target_origin, value);
  if (name == "source_segments") return set_indexes(pair.source_segments, value);
  if (name == "target_segments") return set_indexes(pair.target_segments, value);
  return name == "evidence" && add_evidence(pair, value);
}

std::string to_string(PairStatus status) { return status == PairStatus::accepted ? "accepted" : "proposed"; }

std::optional<align::Grade> find_grade(std::string_view word) {
  using align::Grade;
  for (const Grade grade : {Grade::same, Grade::mostly, Grade::partly, Grade::related}) {
    if (align::to_string(grade) == word) return grade;
  }
  return std::nullopt;
}

std::optional<PairStatus> find_pair_status(std::string_view word) {
  for (const PairStatus status : {PairStatus::proposed, PairStatus::accepted}) {
    if (to_string(status) == word) return status;
  }
  return std::nullopt;
}

std::optional<score::EvidenceKind> find_evidence_kind(std::string_view word) {
  using score::EvidenceKind;
  for (const EvidenceKind kind :
       {EvidenceKind::date, EvidenceKind::number, EvidenceKind::name, EvidenceKind::term, EvidenceKind::word,
        EvidenceKind::length, EvidenceKind::boundary, EvidenceKind::embedding, EvidenceKind::context}) {
    if (score::to_string(kind) == word) return kind;
  }
  return std::nullopt;
}

std::string exact_decimal(double value) {
  std::array<char, 64> buffer{};  // the shortest form of a double has at most 24 characters
  const auto [end, problem] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return problem == std::errc() ? std::string(buffer.data(), end) : "0";
}

std::optional<double> find_decimal(std::string_view text) {
  double value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = !text.empty() && problem == std::errc() && end == text.data() + text.size();
  return is_whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace aligner::interchange
