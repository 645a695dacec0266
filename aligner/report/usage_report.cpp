#include "aligner/report/usage_report.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "aligner/messages/speaker.h"
#include "aligner/report/columns.h"
#include "aligner/report/json_text.h"
#include "aligner/report/retold.h"
#include "aligner/report/value_names.h"

namespace aligner::report {
namespace {

using glossary::ConceptUse;
using glossary::TermUsage;
using glossary::UsageFinding;
using messages::Speaker;

constexpr std::size_t smallest_width = 60;

bool is_wanted(const std::string& concept_id, const UsageReportOptions& options) {
  const auto& wanted = options.concept_ids;
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), concept_id) != wanted.end();
}

std::string hundredths(double value) {
  char text[16];
  std::snprintf(text, sizeof text, "%.2f", std::clamp(value, 0.0, 1.0));
  return text;
}

std::string file_name(const std::string& path) { return path.substr(path.rfind('/') + 1); }

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char byte) { return byte == '\t' || byte == '\n' || byte == '\r'; }, ' ');
  return text;
}

std::string status_mark(terms::TermStatus status, const Speaker& speaker) {
  return status == terms::TermStatus::deprecated ? " (" + name_of(speaker, status) + ")" : "";
}

std::string wordings_of(const glossary::TextUse& text, const Speaker& speaker) {
  if (text.wordings.empty()) return "-";
  std::string line;
  for (const glossary::WordingUse& use : text.wordings) {
    line +=
        (line.empty() ? "" : ", ") + use.wording + " " + speaker.number(use.count) + status_mark(use.status, speaker);
  }
  return line;
}

std::map<std::string, std::vector<const UsageFinding*>> findings_by_concept(const TermUsage& usage) {
  std::map<std::string, std::vector<const UsageFinding*>> findings;
  for (const UsageFinding& one : usage.findings) findings[one.concept_id].push_back(&one);
  return findings;
}

// The concepts to show, those with the likeliest findings first.
std::vector<const ConceptUse*> in_order(const TermUsage& usage, const UsageReportOptions& options) {
  std::vector<const ConceptUse*> order;
  for (const ConceptUse& one : usage.concepts) {
    if (is_wanted(one.concept_id, options)) order.push_back(&one);
  }
  const auto findings = findings_by_concept(usage);
  const auto likeliest = [&findings](const ConceptUse* one) {
    const auto found = findings.find(one->concept_id);
    return found == findings.end() ? 0.0 : found->second.front()->likelihood;
  };
  std::stable_sort(order.begin(), order.end(),
                   [&likeliest](const ConceptUse* a, const ConceptUse* b) { return likeliest(a) > likeliest(b); });
  return order;
}

// What is said alike of several places is said once.
struct FindingLine {
  std::string text;
  std::size_t places = 0;
};

std::vector<FindingLine> lines_of(const std::vector<const UsageFinding*>& findings, const Speaker& speaker) {
  std::vector<FindingLine> lines;
  for (const UsageFinding* one : findings) {
    const std::string text = "! " + speaker.decimal(std::clamp(one->likelihood, 0.0, 1.0), 2) + " " +
                             name_of(speaker, one->kind) + ": " + retold(speaker, one->reason);
    const auto same =
        std::find_if(lines.begin(), lines.end(), [&](const FindingLine& line) { return line.text == text; });
    if (same == lines.end()) {
      lines.push_back({text, 1});
    } else {
      ++same->places;
    }
  }
  return lines;
}

void add_line(std::string& text, const std::string& indent, const std::string& line, std::size_t width) {
  text += indent + shortened(plain_text(line), std::max(width, smallest_width) - indent.size()) + "\n";
}

Json text_value(const glossary::TextUse& text) {
  Json wordings = Json::array();
  for (const glossary::WordingUse& use : text.wordings) {
    wordings.push_back({{"wording", use.wording}, {"status", terms::to_string(use.status)}, {"count", use.count}});
  }
  return {{"document", text.document}, {"lang", text.language.str()}, {"wordings", wordings}};
}

Json finding_value(const UsageFinding& one) {
  return {{"kind", glossary::to_string(one.kind)},
          {"concept", one.concept_id},
          {"likelihood", one.likelihood},
          {"reason", one.reason},
          {"alignment", one.alignment},
          {"bead", one.bead ? Json(*one.bead) : Json(nullptr)},
          {"side", one.side == glossary::Side::source ? "source" : "target"},
          {"begin", one.span.begin},
          {"end", one.span.end},
          {"wording", one.wording},
          {"expected", one.expected}};
}

}  // namespace

std::string usage_table(const TermUsage& usage, const terms::TermList& terms, const UsageReportOptions& options) {
  const Speaker speaker(options.language);
  const auto findings = findings_by_concept(usage);
  std::string text;
  std::size_t concept_count = 0;
  std::size_t finding_count = 0;
  for (const ConceptUse* one : in_order(usage, options)) {
    ++concept_count;
    add_line(text, "",
             speaker.tell("{} ({}), both sides of {} of {} pairs", concept_name(speaker, terms, one->concept_id),
                          one->concept_id, one->pairs_with_both, one->pairs_with_both + one->pairs_with_one),
             options.width);
    for (const glossary::TextUse& use : one->texts) {
      add_line(text, "  ", use.language.str() + "  " + file_name(use.document) + ": " + wordings_of(use, speaker),
               options.width);
    }
    const auto found = findings.find(one->concept_id);
    if (found == findings.end()) continue;
    finding_count += found->second.size();
    const std::vector<FindingLine> lines = lines_of(found->second, speaker);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (options.findings_each != 0 && i == options.findings_each) {
        add_line(text, "  ", "! " + speaker.tell("and {} more", lines.size() - i), options.width);
        break;
      }
      const std::string places =
          lines[i].places > 1 ? " (" + speaker.count(lines[i].places, "{} place", "{} places") + ")" : "";
      add_line(text, "  ", lines[i].text + places, options.width);
    }
  }
  text += speaker.count(concept_count, "{} concepts", "{} concepts") + ", " +
          speaker.count(finding_count, "{} findings", "{} findings") + "\n";
  return text;
}

std::string usage_tsv(const TermUsage& usage, const terms::TermList& terms, const UsageReportOptions& options) {
  std::string text = "concept\tname\tlang\tdocument\twording\tstatus\tcount\n";
  for (const ConceptUse& one : usage.concepts) {
    if (!is_wanted(one.concept_id, options)) continue;
    for (const glossary::TextUse& use : one.texts) {
      for (const glossary::WordingUse& wording : use.wordings) {
        text += one_line(one.concept_id) + "\t" + one_line(terms::english_name(terms, one.concept_id)) + "\t" +
                use.language.str() + "\t" + one_line(use.document) + "\t" + one_line(wording.wording) + "\t" +
                terms::to_string(wording.status) + "\t" + std::to_string(wording.count) + "\n";
      }
    }
  }
  text += "\nlikelihood\tkind\tconcept\talignment\tbead\tside\tbegin\tend\twording\texpected\treason\n";
  for (const UsageFinding& one : usage.findings) {
    if (!is_wanted(one.concept_id, options)) continue;
    text += hundredths(one.likelihood) + "\t" + glossary::to_string(one.kind) + "\t" + one_line(one.concept_id) + "\t" +
            std::to_string(one.alignment) + "\t" + (one.bead ? std::to_string(*one.bead) : "") + "\t" +
            (one.side == glossary::Side::source ? "source" : "target") + "\t" + std::to_string(one.span.begin) + "\t" +
            std::to_string(one.span.end) + "\t" + one_line(one.wording) + "\t" + one_line(one.expected) + "\t" +
            one_line(one.reason) + "\n";
  }
  return text;
}

std::string usage_json(const TermUsage& usage, const terms::TermList& terms, const UsageReportOptions& options) {
  Json all = {{"concepts", Json::array()}, {"findings", Json::array()}};
  for (const ConceptUse& one : usage.concepts) {
    if (!is_wanted(one.concept_id, options)) continue;
    Json texts = Json::array();
    for (const glossary::TextUse& text : one.texts) texts.push_back(text_value(text));
    all["concepts"].push_back({{"concept", one.concept_id},
                               {"name", terms::english_name(terms, one.concept_id)},
                               {"pairs_with_both", one.pairs_with_both},
                               {"pairs_with_one", one.pairs_with_one},
                               {"texts", texts}});
  }
  for (const UsageFinding& one : usage.findings) {
    if (is_wanted(one.concept_id, options)) all["findings"].push_back(finding_value(one));
  }
  return write_json(all, 2);
}

}  // namespace aligner::report
