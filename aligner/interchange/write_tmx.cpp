// TMX 1.4b (LISA OSCAR, 2005): a unit for each pair, with a variant for each side.

#include <utility>

#include "aligner/interchange/pair_fields.h"
#include "aligner/interchange/pair_writers.h"
#include "aligner/interchange/xml_text.h"

namespace aligner::interchange {
namespace {

class TmxWriter : public PairWriter {
 public:
  TmxWriter(PairFileHead head, PairSinks sinks) : out_(std::move(sinks.out)) {
    const std::string source = head.source_language ? head.source_language->str() : "*all*";
    std::string start =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n<header creationtool=\"tungse\" "
        "creationtoolversion=\"";
    append_xml(start, head.tool_version.empty() ? "0" : head.tool_version, XmlPlace::attribute);
    out_(start + "\" segtype=\"sentence\" o-tmf=\"tungse\" adminlang=\"en\" srclang=\"" + source +
         "\" datatype=\"plaintext\"/>\n<body>\n");
  }

  bool write(const ExchangedPair& pair) override {
    if (pair.source.empty() || pair.target.empty()) {
      ++one_sided_;
      return false;
    }
    std::string unit = "<tu";
    if (!pair.id.empty()) {
      unit += " tuid=\"";
      replaced_ += append_xml(unit, pair.id, XmlPlace::attribute);
      unit += '"';
    }
    unit += ">\n";
    for (const PairField& field : fields_of(pair)) {
      unit += "<prop type=\"x-tungse-" + std::string(field.name) + "\">";
      replaced_ += append_xml(unit, field.value, XmlPlace::content);
      unit += "</prop>\n";
    }
    add_variant(unit, pair.source_language, pair.source);
    add_variant(unit, pair.target_language, pair.target);
    out_(unit + "</tu>\n");
    return true;
  }

  void finish() override { out_("</body>\n</tmx>\n"); }

  std::vector<std::string> losses() const override {
    std::vector<std::string> losses;
    add_loss(losses, one_sided_,
             "passages without a counterpart are left out: a memory holds pairs (xliff, tsv, csv and "
             "jsonl have them)");
    add_loss(losses, replaced_, "control characters became U+FFFD: XML has no place for them");
    return losses;
  }

 private:
  void add_variant(std::string& unit, const text::LanguageTag& language, const std::string& text) {
    unit += "<tuv xml:lang=\"" + language.str() + "\"><seg>";
    replaced_ += append_xml(unit, text, XmlPlace::content);
    unit += "</seg></tuv>\n";
  }

  ByteSink out_;
  std::size_t one_sided_ = 0;
  std::size_t replaced_ = 0;
};

}  // namespace

std::unique_ptr<PairWriter> make_tmx_writer(PairFileHead head, PairSinks sinks) {
  return std::make_unique<TmxWriter>(std::move(head), std::move(sinks));
}

}  // namespace aligner::interchange
