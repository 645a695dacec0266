// XLIFF 2.1 (OASIS, 2018) and 1.2 (OASIS, 2008): a unit for each pair, a file for each two documents.

#include <utility>

#include "aligner/interchange/pair_fields.h"
#include "aligner/interchange/pair_writers.h"
#include "aligner/interchange/xml_text.h"

namespace aligner::interchange {
namespace {

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// What both versions have in common: where one <file> ends and the next begins.
class XliffWriter : public PairWriter {
 public:
  explicit XliffWriter(PairSinks sinks) : out_(std::move(sinks.out)) {}

  bool write(const ExchangedPair& pair) override {
    std::string text;
    if (file_count_ == 0 || !is_of_this_file(pair)) {
      if (file_count_ > 0) text += end_of_file();
      ++file_count_;
      text += start_of_file(pair);
      file_ = {.source_language = pair.source_language,
               .target_language = pair.target_language,
               .source_origin = pair.source_origin,
               .target_origin = pair.target_origin};
    }
    ++unit_count_;
    add_unit(text, pair);
    out_(text);
    return true;
  }

  void finish() override {
    std::string text;
    if (file_count_++ == 0) text += start_of_file({}) + unit_of_nothing();
    out_(text + end_of_file() + "</xliff>\n");
  }

  std::vector<std::string> losses() const override {
    std::vector<std::string> losses;
    add_loss(losses, replaced_, "control characters became U+FFFD: XML has no place for them");
    return losses;
  }

 protected:
  virtual std::string start_of_file(const ExchangedPair& pair) = 0;
  virtual std::string end_of_file() const = 0;
  virtual std::string unit_of_nothing() const { return ""; }
  virtual void add_unit(std::string& text, const ExchangedPair& pair) = 0;

  void add(std::string& out, std::string_view text, XmlPlace place) { replaced_ += append_xml(out, text, place); }
  void put(std::string_view text) { out_(text); }
  std::size_t unit_number() const { return unit_count_; }
  std::size_t file_number() const { return file_count_; }

 private:
  bool is_of_this_file(const ExchangedPair& pair) const {
    return pair.source_language == file_.source_language && pair.target_language == file_.target_language &&
           pair.source_origin == file_.source_origin && pair.target_origin == file_.target_origin;
  }

  ByteSink out_;
  ExchangedPair file_;
  std::size_t file_count_ = 0;
  std::size_t unit_count_ = 0;
  std::size_t replaced_ = 0;
};

class Xliff2Writer : public XliffWriter {
 public:
  Xliff2Writer(PairFileHead head, PairSinks sinks) : XliffWriter(std::move(sinks)) {
    put(std::string(declaration) +
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" "
        "version=\"2.1\" srcLang=\"" +
        head.source_language->str() + "\" trgLang=\"" + head.target_language->str() + "\">\n");
  }

 private:
  std::string start_of_file(const ExchangedPair& pair) override {
    std::string text = "<file id=\"f" + std::to_string(file_number()) + "\" original=\"";
    add(text, pair.source_origin, XmlPlace::attribute);
    return text + "\">\n";
  }

  std::string end_of_file() const override { return "</file>\n"; }

  // In this version a file has at least one.
  std::string unit_of_nothing() const override { return "<unit id=\"u0\"><segment><source/></segment></unit>\n"; }

  // The id of a pair may be anything; that of a unit is a name, once in its file.
  void add_unit(std::string& text, const ExchangedPair& pair) override {
    text += "<unit id=\"u" + std::to_string(unit_number()) + "\" name=\"";
    add(text, pair.id, XmlPlace::attribute);
    text += "\" xml:space=\"preserve\">\n";
    const std::vector<PairField> fields = fields_of(pair);
    if (!fields.empty()) text += "<mda:metadata><mda:metaGroup category=\"tungse\">\n";
    for (const PairField& field : fields) {
      text += "<mda:meta type=\"" + std::string(field.name) + "\">";
      add(text, field.value, XmlPlace::content);
      text += "</mda:meta>\n";
    }
    if (!fields.empty()) text += "</mda:metaGroup></mda:metadata>\n";
    const bool is_final = pair.status == PairStatus::accepted;
    const std::string state = pair.target.empty() ? "initial" : is_final ? "final" : "translated";
    text += "<segment state=\"" + state + "\"><source>";
    add(text, pair.source, XmlPlace::xliff2_content);
    text += "</source>";
    if (!pair.target.empty()) {
      text += "<target>";
      add(text, pair.target, XmlPlace::xliff2_content);
      text += "</target>";
    }
    text += "</segment>\n</unit>\n";
  }
};

class Xliff1Writer : public XliffWriter {
 public:
  Xliff1Writer(PairFileHead head, PairSinks sinks) : XliffWriter(std::move(sinks)), head_(std::move(head)) {
    put(std::string(declaration) + "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\">\n");
  }

 private:
  std::string start_of_file(const ExchangedPair& pair) override {
    std::string text = "<file original=\"";
    add(text, pair.source_origin.empty() ? "tungse" : pair.source_origin, XmlPlace::attribute);
    text += "\" source-language=\"" + pair.source_language.str() + "\" target-language=\"" +
            pair.target_language.str() +
            "\" datatype=\"plaintext\">\n<header><tool tool-id=\"tungse\" "
            "tool-name=\"tungse\" tool-version=\"";
    add(text, head_.tool_version, XmlPlace::attribute);
    return text + "\"/></header>\n<body>\n";
  }

  std::string end_of_file() const override { return "</body>\n</file>\n"; }

  void add_unit(std::string& text, const ExchangedPair& pair) override {
    const bool is_accepted = pair.status == PairStatus::accepted;
    text += "<trans-unit id=\"u" + std::to_string(unit_number()) + "\" resname=\"";
    add(text, pair.id, XmlPlace::attribute);
    text += std::string(is_accepted ? "\" approved=\"yes\"" : "\"") + " xml:space=\"preserve\">\n<source xml:lang=\"" +
            pair.source_language.str() + "\">";
    add(text, pair.source, XmlPlace::content);
    text += "</source>\n";
    if (!pair.target.empty()) {
      text += std::string("<target state=\"") + (is_accepted ? "final" : "translated") + "\" xml:lang=\"" +
              pair.target_language.str() + "\">";
      add(text, pair.target, XmlPlace::content);
      text += "</target>\n";
    }
    for (const PairField& field : fields_of(pair)) {
      text += "<note from=\"x-tungse-" + std::string(field.name) + "\">";
      add(text, field.value, XmlPlace::content);
      text += "</note>\n";
    }
    text += "</trans-unit>\n";
  }

  PairFileHead head_;
};

}  // namespace

std::unique_ptr<PairWriter> make_xliff2_writer(PairFileHead head, PairSinks sinks) {
  return std::make_unique<Xliff2Writer>(std::move(head), std::move(sinks));
}

std::unique_ptr<PairWriter> make_xliff1_writer(PairFileHead head, PairSinks sinks) {
  return std::make_unique<Xliff1Writer>(std::move(head), std::move(sinks));
}

}  // namespace aligner::interchange
