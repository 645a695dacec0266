// TMX and XLIFF, unit by unit.

#include <string>
#include <utility>
#include <vector>

#include <pugixml.hpp>

#include "aligner/error.h"
#include "aligner/interchange/inline_text.h"
#include "aligner/interchange/pair_collector.h"
#include "aligner/interchange/pair_fields.h"
#include "aligner/interchange/xml_bytes.h"
#include "aligner/interchange/xml_units.h"
#include "aligner/text/trimmed.h"

namespace aligner::interchange {
namespace {

constexpr std::string_view own_prefix = "x-tungse-";

enum class Dialect { unknown, tmx, xliff1, xliff2 };

pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name) {
  for (const pugi::xml_node& child : parent.children()) {
    if (local_name(child) == name) return child;
  }
  return {};
}

std::string_view language_of(const pugi::xml_node& variant) {
  const std::string_view named = variant.attribute("xml:lang").value();
  return named.empty() ? std::string_view(variant.attribute("lang").value()) : named;  // "lang": TMX before 1.4
}

text::LanguageTag tag_or_undetermined(std::string_view named) {
  const auto tag = text::LanguageTag::try_parse(named);
  return tag ? tag.value() : text::LanguageTag();
}

class XmlPairs {
 public:
  XmlPairs(std::istream& in, PairCollector& pairs, const std::string& name) : parts_(in, name), pairs_(pairs) {}

  PairsRead read() {
    while (const auto part = parts_.next()) {
      line_ = part->line;
      parse(*part);
      if (part->is_unit) {
        take_unit(document_.first_child());
      } else {
        take_opening(document_.first_child());
      }
    }
    if (dialect_ == Dialect::unknown) refuse_dialect();
    return pairs_.finish(dialect_ == Dialect::tmx      ? PairFormat::tmx
                         : dialect_ == Dialect::xliff1 ? PairFormat::xliff12
                                                       : PairFormat::xliff);
  }

 private:
  void parse(const XmlUnits::Part& part) {
    // White space between inline elements is text.
    constexpr unsigned flags = pugi::parse_default | pugi::parse_ws_pcdata;
    const pugi::xml_parse_result result =
        document_.load_buffer(part.xml.data(), part.xml.size(), flags, pugi::encoding_utf8);
    if (result) return;
    pairs_.refuse(part.line + line_of(part.xml, result.offset) - 1,
                  std::string("is no whole XML (") + result.description() + "); export it anew");
  }

  [[noreturn]] void refuse_dialect() const {
    pairs_.refuse(line_, "is XML, but neither TMX nor XLIFF; give one of these, or a table of pairs");
  }

  void take_opening(const pugi::xml_node& node) {
    const std::string_view name = local_name(node);
    if (dialect_ == Dialect::unknown) {
      const std::string_view version = node.attribute("version").value();
      if (name == "tmx") {
        dialect_ = Dialect::tmx;
      } else if (name == "xliff") {
        dialect_ = version.starts_with("2") ? Dialect::xliff2 : Dialect::xliff1;
        set_file_languages(node, "srcLang", "trgLang");
      } else {
        refuse_dialect();
      }
      return;
    }
    if (dialect_ == Dialect::tmx && name == "header") {
      is_own_ = std::string_view(node.attribute("creationtool").value()) == "tungse";
      source_named_ = node.attribute("srclang").value();
    }
    if (dialect_ == Dialect::xliff1 && name == "file") set_file_languages(node, "source-language", "target-language");
  }

  void set_file_languages(const pugi::xml_node& node, const char* source, const char* target) {
    source_named_ = node.attribute(source).value();
    target_named_ = node.attribute(target).value();
  }

  void take_unit(const pugi::xml_node& unit) {
    if (dialect_ == Dialect::tmx) return take_tmx_unit(unit);
    if (dialect_ == Dialect::xliff1) return take_xliff1_unit(unit);
    if (dialect_ == Dialect::xliff2) return take_xliff2_unit(unit);
    refuse_dialect();
  }

  // TMX

  // The first unit that has two languages says which, where nobody else does: the header's and the first other one.
  void find_languages(const pugi::xml_node& unit) {
    if (pairs_.source() && pairs_.target()) return;
    std::vector<text::LanguageTag> tags;
    for (const pugi::xml_node& variant : unit.children("tuv")) {
      const auto tag = text::LanguageTag::try_parse(language_of(variant));
      if (tag) tags.push_back(tag.value());
    }
    std::optional<text::LanguageTag> source = pairs_.source();
    const auto named = text::LanguageTag::try_parse(source_named_);
    if (!source && named && !pairs_.target()) source = named.value();
    if (!source) {
      for (const text::LanguageTag& tag : tags) {
        if (!source && tag != pairs_.target()) source = tag;
      }
    }
    std::optional<text::LanguageTag> target = pairs_.target();
    for (const text::LanguageTag& tag : tags) {
      if (source && !target && tag != *source && tag.language() != source->language()) target = tag;
    }
    for (const text::LanguageTag& tag : tags) {
      if (source && !target && tag != *source) target = tag;
    }
    if (source && target) pairs_.set_languages(*source, *target);
  }

  // The very tag before a kindred one, the first of several.
  static pugi::xml_node best_variant(const pugi::xml_node& unit, LanguageMatch& language) {
    pugi::xml_node best;
    LanguageMatch::Nearness best_nearness = LanguageMatch::foreign;
    for (const pugi::xml_node& variant : unit.children("tuv")) {
      const LanguageMatch::Nearness nearness = language.nearness(language_of(variant));
      if (nearness <= best_nearness) continue;
      best = variant;
      best_nearness = nearness;
    }
    return best;
  }

  void take_tmx_unit(const pugi::xml_node& unit) {
    find_languages(unit);
    const auto named = [&unit](std::size_t place) {
      std::string_view language;
      for (const pugi::xml_node& variant : unit.children("tuv")) {
        if (place-- == 0) language = language_of(variant);
      }
      return language;
    };
    if (!pairs_.source() || !pairs_.target()) return pairs_.pass_over(named(0), named(1));
    if (!source_match_) {
      source_match_.emplace(*pairs_.source(), *pairs_.target());
      target_match_.emplace(*pairs_.target(), *pairs_.source());
    }
    const pugi::xml_node source = best_variant(unit, *source_match_);
    const pugi::xml_node target = best_variant(unit, *target_match_);
    if (!source || !target) return pairs_.pass_over(named(0), named(1));
    ExchangedPair pair{.id = unit.attribute("tuid").value(),
                       .source_language = tag_or_undetermined(language_of(source)),
                       .target_language = tag_or_undetermined(language_of(target)),
                       .source = text_of(source.child("seg"), is_own_),
                       .target = text_of(target.child("seg"), is_own_)};
    for (const pugi::xml_node& child : unit.children()) {
      const std::string_view type = child.attribute("type").value();
      if (local_name(child) == "prop" && type.starts_with(own_prefix)) {
        pairs_.set(pair, type.substr(own_prefix.size()), child.text().get(), line_);
      } else if (local_name(child) == "prop" || local_name(child) == "note") {
        pairs_.leave_out("properties and notes of other programs");
      }
    }
    pairs_.take(std::move(pair), line_);
  }

  // XLIFF

  ExchangedPair xliff_pair(const pugi::xml_node& holder, bool is_preserved) const {
    return {.source_language = tag_or_undetermined(source_named_),
            .target_language = tag_or_undetermined(target_named_),
            .source = text_of(child_named(holder, "source"), is_preserved),
            .target = text_of(child_named(holder, "target"), is_preserved)};
  }

  static bool is_preserved(const pugi::xml_node& unit) {
    return std::string_view(unit.attribute("xml:space").value()) == "preserve";
  }

  static std::string id_of(const pugi::xml_node& unit, const char* own) {
    const pugi::xml_attribute name = unit.attribute(own);
    return name ? name.value() : unit.attribute("id").value();
  }

  void take_xliff1_unit(const pugi::xml_node& unit) {
    ExchangedPair pair = xliff_pair(unit, is_preserved(unit));
    pair.id = id_of(unit, "resname");
    for (const pugi::xml_node& child : unit.children()) {
      if (local_name(child) != "note") continue;
      const std::string_view from = child.attribute("from").value();
      if (from.starts_with(own_prefix)) {
        pairs_.set(pair, from.substr(own_prefix.size()), child.text().get(), line_);
      } else {
        pairs_.leave_out("properties and notes of other programs");
      }
    }
    pairs_.take(std::move(pair), line_);
  }

  void take_xliff2_unit(const pugi::xml_node& unit) {
    if (child_named(unit, "notes")) pairs_.leave_out("properties and notes of other programs");
    for (const pugi::xml_node& segment : unit.children()) {
      if (local_name(segment) != "segment") continue;
      ExchangedPair pair = xliff_pair(segment, is_preserved(unit));
      pair.id = id_of(unit, "name");
      for (const pugi::xml_node& group : child_named(unit, "metadata").children()) {
        set_metadata(pair, group);
      }
      pairs_.take(std::move(pair), line_);
    }
  }

  void set_metadata(ExchangedPair& pair, const pugi::xml_node& group) {
    const bool is_own = std::string_view(group.attribute("category").value()) == "tungse";
    for (const pugi::xml_node& meta : group.children()) {
      if (local_name(meta) != "meta") continue;
      if (is_own) {
        pairs_.set(pair, meta.attribute("type").value(), meta.text().get(), line_);
      } else {
        pairs_.leave_out("properties and notes of other programs");
      }
    }
  }

  static std::string text_of(const pugi::xml_node& holder, bool as_it_is) {
    std::string text;
    append_inline_text(holder, text);
    return as_it_is ? text : std::string(text::trimmed(text));
  }

  XmlUnits parts_;
  PairCollector& pairs_;
  pugi::xml_document document_;
  Dialect dialect_ = Dialect::unknown;
  bool is_own_ = false;
  std::string source_named_;
  std::string target_named_;
  std::size_t line_ = 1;
  std::optional<LanguageMatch> source_match_;
  std::optional<LanguageMatch> target_match_;
};

}  // namespace

PairsRead read_xml_pairs(std::istream& in, PairCollector& pairs, const std::string& name) {
  return XmlPairs(in, pairs, name).read();
}

}  // namespace aligner::interchange
