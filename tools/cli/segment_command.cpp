// tungse segment: one sentence a line.

#include <memory>

#include <nlohmann/json.hpp>

#include "aligner/pipeline/align_texts.h"

#include "tools/cli/batch.h"
#include "tools/cli/command.h"
#include "tools/cli/document_forms.h"
#include "tools/cli/output.h"

namespace tungse {
namespace {

struct SegmentOptions {
  std::string file;
  std::string language;
  std::string encoding;
  std::string form;
  std::string srx;
  std::string output;
  bool json = false;
  bool quiet = false;
};

std::string_view kind_name(aligner::segment::SegmentKind kind) {
  switch (kind) {
    case aligner::segment::SegmentKind::sentence:
      return "sentence";
    case aligner::segment::SegmentKind::heading:
      return "heading";
    case aligner::segment::SegmentKind::list_item:
      return "list_item";
  }
  return "sentence";
}

// Line ends inside a segment become spaces, so that a segment is a line.
std::string one_line(std::string_view bytes) {
  std::string line(bytes);
  for (char& byte : line) {
    if (byte == '\n' || byte == '\r' || byte == '\t') byte = ' ';
  }
  return line;
}

std::string as_lines(const aligner::align::AlignedSide& side) {
  std::string lines;
  for (const auto& segment : side.segmentation.segments) lines += one_line(side.document.slice(segment.span)) + "\n";
  return lines;
}

std::string as_json(const aligner::align::AlignedSide& side) {
  nlohmann::ordered_json segments = nlohmann::ordered_json::array();
  for (const auto& segment : side.segmentation.segments) {
    segments.push_back({{"begin", segment.span.begin},
                        {"end", segment.span.end},
                        {"kind", kind_name(segment.kind)},
                        {"paragraph", segment.paragraph},
                        {"text", side.document.slice(segment.span)}});
    if (const auto place = side.places.find(segment.span.begin)) segments.back()["place"] = to_string(*place);
  }
  const nlohmann::ordered_json all = {{"name", side.document.name()},
                                      {"language", side.document.language().str()},
                                      {"encoding", side.encoding},
                                      {"notes", side.notes},
                                      {"segments", segments}};
  return all.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

int run(const SegmentOptions& options) {
  const aligner::pipeline::SideInput input = side_of(options.file, options.language, options.encoding, options.form);
  std::optional<std::filesystem::path> srx;
  if (!options.srx.empty()) srx = options.srx;
  const aligner::align::AlignedSide side = aligner::pipeline::segment_file(input, srx);
  if (!options.quiet) {
    for (const std::string& note : side.notes) say("tungse: " + note);
  }
  write_output(options.json ? as_json(side) : as_lines(side), options.output);
  return exit_fine;
}

}  // namespace

void add_segment_command(CLI::App& app, Job& job) {
  CLI::App* segment = app.add_subcommand("segment", "Cut a text into sentences, one a line");
  const auto options = std::make_shared<SegmentOptions>();
  segment->add_option("file", options->file, "The text (\"-\": standard input)")->required()->option_text("FILE");
  segment->add_option("--lang", options->language, "Language, BCP 47; detected where absent")->option_text("T");
  segment->add_option("--encoding", options->encoding, "Encoding; detected where absent")->option_text("E");
  add_form(*segment, options->form);
  segment->add_option("--srx", options->srx, "Rules in SRX 2.0 instead of the bundled ones")->option_text("FILE");
  segment->add_option("--output", options->output, "Write here instead of standard output")->option_text("FILE");
  segment->add_flag("--json", options->json, "Spans, kinds and paragraphs as JSON");
  segment->add_flag("--quiet", options->quiet, "No notes on standard error");
  segment->callback([options, &job] { job = [options] { return run(*options); }; });
}

}  // namespace tungse
