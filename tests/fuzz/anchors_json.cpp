// Whatever the text, the JSON of its anchors and of their matches can be parsed, cites the text by its bytes, and holds
// nothing that a terminal obeys; nor do the tables. The first byte chooses the language.

#include <nlohmann/json.hpp>

#include "aligner/report/anchors_report.h"
#include "aligner/report/match_report.h"

#include "tests/fuzz/anchored_input.h"
#include "tests/fuzz/fuzz_main.h"

namespace report = aligner::report;
using tungse_fuzz::few_terms;
using tungse_fuzz::require;
using tungse_fuzz::seed;

namespace {

constexpr std::size_t most_anchors = 30;  // that are matched: pairs go with the square

bool is_safe(const std::string& shown) {
  for (const char c : shown) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < ' ' && byte != '\n') || byte == 0x7F) return false;
  }
  for (const char* trick : {"\u202E", "\u202D", "\u2066", "\u200F", "\u061C"}) {
    if (shown.find(trick) != std::string::npos) return false;
  }
  return tungse_fuzz::is_well_formed(shown);
}

void check_citations(const nlohmann::json& anchors, const aligner::align::AlignedSide& side) {
  for (const auto& anchor : anchors) {
    const aligner::text::Span span{anchor.at("begin"), anchor.at("end")};
    require(anchor.at("text") == side.document.slice(span));
    require(anchor.at("value").is_object() && anchor.at("normalised").is_string());
  }
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      seed(
          0,
          "Ngày 16 tháng 5 năm 1858, Bá tước Muravyov; 600.000 km²; trước năm 1850; 10-12 nghìn; \"Amur\" \\ \x1b[31m"),
      seed(1, "May 28, 1858; Mura\u202Evyov \u2066and\u200F Nevelskoy; two thirds; Article 1; [3]; tens of thousands"),
      seed(2, "16 (28) мая 1858 г. граф Муравьёв \u061C; 250 тыс. рублей; XIX век; около 1850 г.; Амур\x7f\x07"),
      seed(3, "咸豐八年四月十六日，黑龍江\u2028一千八百"),
      seed(4, "ᠰᠠᡥᠠᠯᡳᠶᠠᠨ ᡠᠯᠠ᠈ ᠵᡠᠸᠠᠨ ᠨᡳᠩᡤᡠᠨ\u202f juwan tumen; elhe taifin i orin jakūci aniya"),
  };
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = tungse_fuzz::read_anchored(data, size);
  if (!input) return 0;
  const aligner::align::AlignedSide side{
      .document = input->document, .segmentation = input->segmentation, .encoding = "UTF-8", .sha256 = {}, .notes = {}};
  const std::string json = report::anchors_json(side, input->anchors, few_terms());
  require(is_safe(json) && is_safe(report::anchors_table(side, input->anchors, few_terms())));
  const auto parsed = nlohmann::json::parse(json);
  require(parsed.at("anchors").size() == input->anchors.size());
  check_citations(parsed.at("anchors"), side);

  const auto some = std::span(input->anchors).first(std::min(input->anchors.size(), most_anchors));
  const auto pairs = aligner::anchors::match_all(some, some, few_terms());
  const report::AnchoredPassage passage{side, some};
  const std::string matches = report::match_json(passage, passage, pairs, few_terms());
  require(is_safe(matches) && is_safe(report::match_table(passage, passage, pairs, few_terms())));
  require(nlohmann::json::parse(matches).at("matches").size() == pairs.size());
  return 0;
}
