#include "aligner/interchange/tsv.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aligner/error.h"
#include "aligner/interchange/decimal.h"
#include "aligner/interchange/tsv_fields.h"

namespace aligner::interchange {
namespace {

// How many bytes at the front of `rest` are one character that must not stand in a field; 0 for all others.
std::size_t separator_size(std::string_view rest) {
  const auto byte = static_cast<unsigned char>(rest.front());
  if (rest.starts_with("\r\n")) return 2;
  if (byte < 0x20 || byte == 0x7F) return 1;
  const bool is_c1_control = byte == 0xC2 && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0;
  if (is_c1_control) return 2;
  if (rest.starts_with("\u2028") || rest.starts_with("\u2029")) return 3;  // line and paragraph separator
  return 0;
}

std::string join_indexes(const std::vector<std::size_t>& indexes) {
  std::string out;
  for (const std::size_t index : indexes) out += (out.empty() ? "" : " ") + std::to_string(index);
  return out;
}

void append_texts(std::string& out, const align::AlignedSide& side, const std::vector<std::size_t>& indexes) {
  bool is_first = true;
  for (const std::size_t index : indexes) {
    const std::string& bytes = side.document.bytes();
    if (index >= side.segmentation.size() || side.segmentation.segments[index].span.end > bytes.size()) {
      throw Error(side.document.name() + ": the alignment names segment " + std::to_string(index) + " of " +
                  std::to_string(side.segmentation.size()) + "; align the texts again");
    }
    if (!is_first) out += ' ';
    is_first = false;
    append_field(out, side.document.slice(side.segmentation.segments[index].span));
  }
}

std::string describe(const score::Evidence& evidence) {
  std::string out = to_string(evidence.kind);
  if (!evidence.relation.empty()) out += " " + evidence.relation;
  out += (evidence.weight < 0 ? " " : " +") + fixed_decimal(evidence.weight, 2);
  if (!evidence.reason.empty()) out += " " + evidence.reason;
  return out;
}

}  // namespace

void append_field(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t separator = separator_size(text);
    out += separator > 0 ? ' ' : text.front();
    text.remove_prefix(separator > 0 ? separator : 1);
  }
}

void append_row(std::string& out, const align::AlignedSide& source, const align::AlignedSide& target,
                const align::Bead& bead) {
  out += join_indexes(bead.source) + '\t' + join_indexes(bead.target) + '\t';
  out += fixed_decimal(bead.confidence, 3) + '\t' + fixed_decimal(bead.cost, 6) + '\t';
  if (bead.grade) out += align::to_string(*bead.grade);
  if (bead.moved) out += "moved";
  out += '\t';
  append_texts(out, source, bead.source);
  out += '\t';
  append_texts(out, target, bead.target);
  out += '\t';
  bool is_first = true;
  for (const score::Evidence& evidence : bead.evidence) {
    if (!is_first) out += "; ";
    is_first = false;
    append_field(out, describe(evidence));
  }
  out += '\n';
}

std::string write_tsv(const align::AlignedTexts& texts) {
  std::string out(tsv_header);
  for (const align::Bead& bead : texts.alignment.beads) {
    const bool is_link = !bead.source.empty() && !bead.target.empty();
    if (texts.alignment.mode == align::Mode::comparable && !is_link) continue;
    append_row(out, texts.source, texts.target, bead);
  }
  return out;
}

}  // namespace aligner::interchange
