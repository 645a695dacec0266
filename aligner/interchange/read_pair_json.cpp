// Pairs as JSON Lines: an object a line.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "aligner/error.h"
#include "aligner/interchange/pair_collector.h"
#include "aligner/interchange/pair_fields.h"

namespace aligner::interchange {
namespace {

using Json = nlohmann::json;

constexpr int deepest = 16;  // levels of nesting of a line

class JsonPairs {
 public:
  explicit JsonPairs(PairCollector& pairs) : pairs_(pairs) {}

  void take(const std::string& text, std::size_t line) {
    line_ = line;
    if (text.find_first_not_of(" \t\r") == std::string::npos) return;
    const Json value = parsed(text);
    if (!value.is_object()) refuse("is no object; a line is {\"source\": \"...\", \"target\": \"...\"}");
    ExchangedPair pair;
    if (value.contains("source") && value.contains("target")) {
      take_own(pair, value);
    } else {
      take_by_languages(pair, value.contains("translation") ? value["translation"] : value);
    }
    pairs_.take(std::move(pair), line);
  }

 private:
  [[noreturn]] void refuse(const std::string& what) const { pairs_.refuse(line_, what); }

  Json parsed(const std::string& text) const {
    bool is_too_deep = false;
    const auto watch = [&is_too_deep](int depth, Json::parse_event_t, Json&) {
      is_too_deep = is_too_deep || depth > deepest;
      return !is_too_deep;
    };
    try {
      Json value = Json::parse(text, watch);
      if (is_too_deep) refuse("is nested too deeply to be a pair; export it anew");
      return value;
    } catch (const Json::exception&) {
      refuse("is no whole JSON object; a line is {\"source\": \"...\", \"target\": \"...\"}");
    }
  }

  std::string text_of(const Json& value, const std::string& key) const {
    if (!value.is_string()) refuse("\"" + key.substr(0, 20) + "\" is no text; put it in quotes");
    return value.get<std::string>();
  }

  void take_own(ExchangedPair& pair, const Json& value) {
    for (const auto& [key, field] : value.items()) {
      if (key == "source") {
        pair.source = text_of(field, key);
      } else if (key == "target") {
        pair.target = text_of(field, key);
      } else if (key == "id") {
        pair.id = field.is_string() ? field.get<std::string>() : field.dump();
      } else if (key == "source_lang" || key == "target_lang") {
        const auto tag = text::LanguageTag::try_parse(text_of(field, key));
        if (!tag) refuse(tag.error().message);
        (key == "source_lang" ? pair.source_language : pair.target_language) = tag.value();
      } else if (key == "evidence") {
        set_evidence(pair, field);
      } else {
        set_other(pair, key, field);
      }
    }
  }

  void set_other(ExchangedPair& pair, const std::string& key, const Json& field) {
    const auto& names = field_names();
    if (std::find(names.begin(), names.end(), key) == names.end()) return pairs_.leave_out("values of other programs");
    pairs_.set(pair, key, word_of(field), line_);
  }

  // As a field of a table has it.
  static std::string word_of(const Json& field) {
    if (field.is_string()) return field.get<std::string>();
    if (field.is_boolean()) return field.get<bool>() ? "yes" : "no";
    if (field.is_number()) return exact_decimal(field.get<double>());
    std::string words;
    if (!field.is_array()) return field.is_null() ? "" : "?";
    for (const Json& one : field) words += (words.empty() ? "" : " ") + one.dump();
    return words;
  }

  void set_evidence(ExchangedPair& pair, const Json& list) {
    if (!list.is_array()) refuse("\"evidence\" is no list; put it in [ ]");
    for (const Json& one : list) {
      std::optional<score::Evidence> evidence = find_evidence(one);
      if (evidence) {
        pair.evidence.push_back(std::move(*evidence));
      } else {
        pairs_.set(pair, "evidence", "?", line_);  // counted with the other values that are none
      }
    }
  }

  static std::optional<text::Span> find_span(const Json& value) {
    const bool is_pair =
        value.is_array() && value.size() == 2 && value[0].is_number_unsigned() && value[1].is_number_unsigned();
    if (!is_pair) return std::nullopt;
    const text::Span span{value[0].get<std::size_t>(), value[1].get<std::size_t>()};
    return span.begin <= span.end ? std::optional(span) : std::nullopt;
  }

  static std::optional<score::Evidence> find_evidence(const Json& value) {
    const auto text = [&value](const char* key) {
      const auto found = value.find(key);
      return found != value.end() && found->is_string() ? found->get<std::string>() : std::string();
    };
    if (!value.is_object()) return std::nullopt;
    const auto kind = find_evidence_kind(text("kind"));
    const auto source = find_span(value.value("source", Json()));
    const auto target = find_span(value.value("target", Json()));
    const Json weight = value.value("weight", Json());
    if (!kind || !source || !target || !weight.is_number()) return std::nullopt;
    return score::Evidence{.kind = *kind,
                           .source = *source,
                           .target = *target,
                           .relation = text("relation"),
                           .weight = weight.get<double>(),
                           .reason = text("reason")};
  }

  // {"vi": "...", "en": "..."}
  void take_by_languages(ExchangedPair& pair, const Json& texts) {
    if (!texts.is_object())
      refuse("has no \"source\" and \"target\"; a line is {\"source\": \"...\", \"target\": \"...\"}");
    for (const auto& [key, text] : texts.items()) {
      const auto tag = text::LanguageTag::try_parse(key);
      if (!tag || !text.is_string()) continue;
      const bool is_source = pairs_.source() ? tag.value() == *pairs_.source() : false;
      const bool is_target = pairs_.target() ? tag.value() == *pairs_.target() : false;
      if (is_source) pair.source = text.get<std::string>();
      if (is_target) pair.target = text.get<std::string>();
    }
    if (!pairs_.source() || !pairs_.target()) {
      refuse("has texts by their languages; give --source-lang and --target-lang, to know the sides");
    }
  }

  PairCollector& pairs_;
  std::size_t line_ = 1;
};

}  // namespace

PairsRead read_json_pairs(std::istream& in, PairCollector& pairs, const std::string& name) {
  JsonPairs reader(pairs);
  for (std::size_t line = 1;; ++line) {
    const std::optional<std::string> text = take_line(in, name, line);
    if (!text) break;
    reader.take(*text, line);
  }
  return pairs.finish(PairFormat::jsonl);
}

}  // namespace aligner::interchange
