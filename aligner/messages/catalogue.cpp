#include "aligner/messages/catalogue.h"

#include <array>
#include <locale>
#include <sstream>
#include <string_view>
#include <vector>

#include <boost/locale/formatting.hpp>
#include <boost/locale/generator.hpp>
#include <boost/locale/gnu_gettext.hpp>
#include <boost/locale/localization_backend.hpp>
#include <boost/locale/message.hpp>

#include "aligner/error.h"
#include "aligner/text/embedded_file.h"

namespace aligner::messages {

// Defined by the build from po/*.po; see CMakeLists.txt.
extern const text::EmbeddedFile catalogue_files[];
extern const std::size_t catalogue_files_count;

namespace {

using Messages = boost::locale::message_format<char>;

constexpr std::string_view digits = "0123456789";

// Boost.Locale asks for a file of a folder; it gets the one that the program carries in itself.
std::locale read_messages(const std::string& code) {
  const std::string_view bytes = text::find_embedded(catalogue_files, catalogue_files_count, code + ".mo");
  if (bytes.empty()) throw Error("the message catalogue of " + code + " is missing; build tungse again");
  boost::locale::gnu_gettext::messages_info info;
  info.language = code;
  info.encoding = "UTF-8";
  info.domains.emplace_back("tungse");
  info.paths.emplace_back("embedded");
  info.callback = [bytes](const std::string&, const std::string&) {
    return std::vector<char>(bytes.begin(), bytes.end());
  };
  return {std::locale::classic(), boost::locale::gnu_gettext::create_messages_facet<char>(info)};
}

// ICU's data, whatever the system has: its locale need not be installed.
std::locale read_conventions(const std::string& code) {
  boost::locale::localization_backend_manager backends = boost::locale::localization_backend_manager::global();
  backends.select("icu");
  boost::locale::generator generator(backends);
  generator.categories(boost::locale::formatting_facet);
  generator.characters(boost::locale::char_facet);
  return generator(code + ".UTF-8");
}

// What stands between the digits of a number that ICU writes.
NumberForm read_number_form(const std::locale& conventions) {
  const auto written = [&conventions](auto value, auto form) {
    std::ostringstream text;
    text.imbue(conventions);
    text.precision(1);
    text << form << std::fixed << value;
    return text.str();
  };
  NumberForm form;
  const std::string number = written(1234.5, boost::locale::as::number);
  const std::size_t first = number.find_first_not_of(digits);
  const std::size_t last = number.find_last_not_of(digits);
  const std::size_t second = number.find_first_of(digits, first);
  form.decimal_point = number.substr(last, 1);
  form.thousands_separator = number.substr(first, second - first);
  const std::string share = written(0.25, boost::locale::as::percent);
  form.percent_sign = share.substr(share.find_last_of(digits) + 1);
  return form;
}

}  // namespace

struct Catalogue::State {
  explicit State(const std::string& code)
      : keeper(read_messages(code)), messages(std::use_facet<Messages>(keeper)), conventions(read_conventions(code)) {}

  std::locale keeper;  // owns the messages
  const Messages& messages;
  std::locale conventions;
};

Catalogue::Catalogue(Language language) {
  if (language == Language::english) return;
  state_ = std::make_unique<State>(to_string(language));
  numbers_ = read_number_form(state_->conventions);
}

Catalogue::~Catalogue() = default;

std::string Catalogue::find(const char* context, const char* english) const {
  if (!state_) return {};
  const char* found = state_->messages.get(0, *context == '\0' ? nullptr : context, english);
  return found == nullptr ? std::string() : found;
}

std::string Catalogue::find_plural(const char* context, const char* one, const char* many,
                                   unsigned long long count) const {
  if (!state_) return count == 1 ? one : many;
  // The forms of these languages depend on the last two digits, and on whether there are more.
  const auto like = static_cast<int>(count < 1000 ? count : 100 + count % 100);
  const char* found = state_->messages.get(0, *context == '\0' ? nullptr : context, one, like);
  return found == nullptr ? std::string(count == 1 ? one : many) : found;
}

std::string Catalogue::day_and_time(long long seconds) const {
  std::ostringstream text;
  text.imbue(state_ ? state_->conventions : std::locale::classic());
  text << boost::locale::as::gmt << boost::locale::as::datetime << boost::locale::as::date_medium
       << boost::locale::as::time_short << seconds;
  return text.str();
}

const Catalogue& catalogue_of(Language language) {
  switch (language) {
    case Language::vietnamese: {
      static const Catalogue vietnamese(Language::vietnamese);
      return vietnamese;
    }
    case Language::russian: {
      static const Catalogue russian(Language::russian);
      return russian;
    }
    case Language::english:
      break;
  }
  static const Catalogue english(Language::english);
  return english;
}

}  // namespace aligner::messages
