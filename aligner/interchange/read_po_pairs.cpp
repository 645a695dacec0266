// Message catalogues of gettext as pairs: a message and its translation, plural forms one by one.

#include <charconv>
#include <chrono>
#include <cstdio>
#include <utility>

#include "aligner/documents/po_entries.h"
#include "aligner/interchange/pair_collector.h"

namespace aligner::interchange {
namespace {

using documents::PoEntry;

// Nobody has looked at what gettext guessed: it is as likely to be wrong as right.
constexpr double fuzzy_confidence = 0.5;

std::optional<int> number_in(std::string_view text, std::size_t begin, std::size_t size) {
  if (begin + size > text.size()) return std::nullopt;
  int value = 0;
  const char* end = text.data() + begin + size;
  const auto [stop, problem] = std::from_chars(text.data() + begin, end, value);
  return problem == std::errc() && stop == end && value >= 0 ? std::optional(value) : std::nullopt;
}

// "2026-03-01 16:30+0700" -> "2026-03-01T09:30:00Z"; empty where it is no time.
std::string to_utc(std::string_view date) {
  const auto year = number_in(date, 0, 4);
  const auto month = number_in(date, 5, 2);
  const auto day = number_in(date, 8, 2);
  const auto hour = number_in(date, 11, 2);
  const auto minute = number_in(date, 14, 2);
  if (!year || !month || !day || !hour || !minute || *hour > 23 || *minute > 59) return {};
  const std::chrono::year_month_day ymd{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                        std::chrono::day(static_cast<unsigned>(*day))};
  if (!ymd.ok()) return {};
  int minutes = *hour * 60 + *minute;
  const auto zone_hours = number_in(date, 17, 2);
  const auto zone_minutes = number_in(date, 19, 2);
  const bool has_zone = zone_hours && zone_minutes && (date[16] == '+' || date[16] == '-');
  if (has_zone) minutes -= (date[16] == '-' ? -1 : 1) * (*zone_hours * 60 + *zone_minutes);
  const auto time = std::chrono::sys_days(ymd) + std::chrono::minutes(minutes);
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::year_month_day utc(midnight);
  const auto rest = (time - midnight).count();
  char text[40];
  std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:00Z", static_cast<int>(utc.year()),
                static_cast<unsigned>(utc.month()), static_cast<unsigned>(utc.day()), static_cast<int>(rest / 60),
                static_cast<int>(rest % 60));
  return text;
}

class PoPairs {
 public:
  PoPairs(std::istream& in, PairCollector& pairs, const std::string& name)
      : entries_(in, name), pairs_(pairs), name_(name) {}

  PairsRead read() {
    while (const auto entry = entries_.next()) {
      if (entry->is_header()) {
        take_header(*entry);
      } else {
        take_entry(*entry);
      }
    }
    if (entries_.obsolete_count() > 0) pairs_.leave_out("obsolete entries", entries_.obsolete_count());
    PairsRead read = pairs_.finish(PairFormat::po);
    if (is_english_assumed_) {
      read.notes.push_back(
          name_ + ": its messages are taken for English, as catalogues do not say; give --source-lang if they are not");
    }
    return read;
  }

 private:
  void take_header(const PoEntry& header) {
    set_languages(header);
    const std::string translator = documents::header_field(header, "Last-Translator");
    if (!translator.starts_with("FULL NAME")) translator_ = translator;
    revised_at_ = to_utc(documents::header_field(header, "PO-Revision-Date"));
  }

  void set_languages(const PoEntry& header) {
    const auto target = documents::language_of_po(header);
    if (!target && !pairs_.target()) {
      pairs_.refuse(header.line, "its header names no language; give --target-lang");
    }
    is_english_assumed_ = !pairs_.source();
    pairs_.set_languages(text::LanguageTag::parse("en"), target ? *target : *pairs_.target());
  }

  void take_entry(const PoEntry& entry) {
    if (!entry.is_translated()) return pairs_.leave_out("messages without a translation");
    for (std::size_t form = 0; form < entry.translations.size(); ++form) {
      // Where a language has one form, it is that of many; else the first is that of one.
      const bool is_plural = entry.plural_id && (form > 0 || entry.translations.size() == 1);
      take_pair(entry, is_plural ? *entry.plural_id : entry.id, entry.translations[form]);
    }
  }

  void take_pair(const PoEntry& entry, const std::string& message, const std::string& translation) {
    ExchangedPair pair{.source = message, .target = translation};
    if (entry.context) pair.note = "context: " + *entry.context;
    if (entry.has_flag("fuzzy")) {
      pair.status = PairStatus::proposed;
      pair.confidence = fuzzy_confidence;
      if (entry.context) pairs_.leave_out("contexts of fuzzy messages");
    } else {
      pair.status = PairStatus::accepted;
      pair.decided_by = translator_;
      pair.decided_at = revised_at_;
    }
    pairs_.take(std::move(pair), entry.line);
  }

  documents::PoReader entries_;
  PairCollector& pairs_;
  const std::string& name_;
  std::string translator_;
  std::string revised_at_;
  bool is_english_assumed_ = false;
};

}  // namespace

PairsRead read_po_pairs(std::istream& in, PairCollector& pairs, const std::string& name) {
  return PoPairs(in, pairs, name).read();
}

}  // namespace aligner::interchange
