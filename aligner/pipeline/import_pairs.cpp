#include "aligner/pipeline/import_pairs.h"

#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <utility>

#include "aligner/error.h"
#include "aligner/pipeline/imported_alignment.h"
#include "aligner/pipeline/origin.h"
#include "aligner/text/digest.h"
#include "aligner/text/read_bytes.h"

namespace aligner::pipeline {
namespace {

using interchange::ExchangedPair;
using interchange::PairFormat;
using interchange::PairsRead;

constexpr std::size_t largest_input = std::size_t{256} << 20;     // bytes of standard input
constexpr std::size_t largest_part_text = std::size_t{64} << 20;  // bytes of a side of an alignment

std::string word_of(PairFormat format) {
  switch (format) {
    case PairFormat::tmx:
      return "tmx";
    case PairFormat::xliff:
      return "xliff";
    case PairFormat::xliff12:
      return "xliff12";
    case PairFormat::tsv:
      return "tsv";
    case PairFormat::csv:
      return "csv";
    case PairFormat::jsonl:
      return "jsonl";
    case PairFormat::xlsx:
      return "xlsx";
    case PairFormat::moses:
      return "moses";
    case PairFormat::hunalign:
      return "hunalign";
    case PairFormat::po:
      return "po";
  }
  return "tsv";
}

// A file that can be read twice.
class Input {
 public:
  explicit Input(const std::filesystem::path& path) : name_(text::name_of(path)) {
    if (path == "-" || !std::filesystem::is_regular_file(path)) {
      in_ = std::make_unique<std::istringstream>(text::read_bytes(path, largest_input));
    } else {
      in_ = std::make_unique<std::ifstream>(path, std::ios::binary);
      if (!*in_) throw Error(name_ + ": cannot be opened; check its permissions");
    }
  }

  const std::string& name() const { return name_; }

  std::istream& rewound() {
    in_->clear();
    in_->seekg(0);
    return *in_;
  }

 private:
  std::string name_;
  std::unique_ptr<std::istream> in_;
};

// One file of pairs, or two of lines.
class PairSource {
 public:
  explicit PairSource(const std::vector<std::filesystem::path>& files) {
    for (const std::filesystem::path& file : files) inputs_.emplace_back(file);
    for (Input& input : inputs_) digest_ += text::sha256_hex(input.rewound());
    if (inputs_.size() > 1) digest_ = text::sha256_hex(digest_);
  }

  const std::string& digest() const { return digest_; }

  PairsRead read(const interchange::ReadPairsOptions& options, const interchange::PairSink& sink) {
    Input& first = inputs_.front();
    if (inputs_.size() == 1) return interchange::read_pairs(first.rewound(), first.name(), options, sink);
    Input& second = inputs_.back();
    return interchange::read_line_pairs(first.rewound(), first.name(), second.rewound(), second.name(), options, sink);
  }

 private:
  std::vector<Input> inputs_;
  std::string digest_;
};

std::string default_name(const std::vector<std::filesystem::path>& files) {
  std::string name;
  for (const std::filesystem::path& file : files) name += (name.empty() ? "" : " + ") + origin_of(file);
  return name;
}

// Keeps what is imported, part by part.
class Keeper {
 public:
  Keeper(store::ProjectDatabase& project, const ImportSettings& settings, ImportResult& result)
      : project_(project), settings_(settings), result_(result) {
    for (const store::AlignmentSummary& one : project.list_alignments()) known_.insert(one.id);
  }

  void keep(const align::AlignedTexts& texts, const std::vector<review::Decision>& decisions) {
    const store::AlignmentId id = project_.save(texts, settings_.when, settings_.tool_version);
    result_.alignments.push_back(id);
    if (known_.insert(id).second) ++result_.new_count;
    if (!decisions.empty()) result_.decision_count += project_.add_decisions(id, decisions);
  }

 private:
  store::ProjectDatabase& project_;
  const ImportSettings& settings_;
  ImportResult& result_;
  std::set<store::AlignmentId> known_;
};

}  // namespace

ImportResult import_pairs(const OpenProject& open, const std::vector<std::filesystem::path>& files,
                          const ImportSettings& settings) {
  PairSource source(files);
  bool has_grades = false;
  std::size_t part_count = 1;
  PartSize size;
  const PartSize limit{.pairs = settings.part_size, .bytes = largest_part_text};
  const PairsRead read = source.read(settings.read, [&](const ExchangedPair& pair) {
    has_grades = has_grades || (pair.grade && !pair.source.empty() && !pair.target.empty());
    if (!size.add(pair, limit)) ++part_count;
  });

  ImportResult result{.read = read, .notes = read.notes};
  store::ProjectDatabase project = open();
  Keeper keeper(project, settings, result);
  ImportOrigin origin{.name = settings.name.empty() ? default_name(files) : settings.name,
                      .file = default_name(files),
                      .sha256 = source.digest(),
                      .format = word_of(read.format),
                      .source_language = read.source_language,
                      .target_language = read.target_language,
                      .mode = has_grades ? align::Mode::comparable : align::Mode::parallel,
                      .part_count = part_count};
  ImportLosses losses;
  PartSize filled;
  auto part = std::make_unique<ImportedAlignment>(origin);
  const auto finish_part = [&] {
    const align::AlignedTexts texts = part->finish();
    keeper.keep(texts, part->decisions());
    ++origin.part;
  };
  source.read({.format = read.format, .source_language = read.source_language, .target_language = read.target_language},
              [&](const ExchangedPair& pair) {
                if (!filled.add(pair, limit)) {
                  finish_part();
                  part = std::make_unique<ImportedAlignment>(origin);
                }
                part->add(pair, losses);
              });
  finish_part();
  for (const std::string& note : losses.notes()) result.notes.push_back(origin.file + ": " + note);
  return result;
}

ImportResult import_ladder(const OpenProject& open, const LadderInput& input, const ImportSettings& settings) {
  const std::string bytes = text::read_bytes(input.ladder, largest_input);
  const std::string name = text::name_of(input.ladder);
  LadderTexts ladder = read_ladder_texts(bytes, name, input);
  ImportResult result{.read = {.source_language = ladder.texts.source.document.language(),
                               .target_language = ladder.texts.target.document.language(),
                               .pair_count = ladder.texts.alignment.beads.size()},
                      .notes = std::move(ladder.notes)};
  ladder.texts.alignment.settings =
      settings_of({.file = origin_of(input.ladder), .sha256 = text::sha256_hex(bytes), .format = "ladder"});
  store::ProjectDatabase project = open();
  Keeper keeper(project, settings, result);
  keeper.keep(ladder.texts, {});
  return result;
}

}  // namespace aligner::pipeline
