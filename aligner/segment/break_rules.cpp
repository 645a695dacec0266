#include "aligner/segment/break_rules.h"

#include <algorithm>
#include <string>

#include <unicode/utf16.h>

#include "aligner/segment/icu.h"

// `before` has to match text that ends at the place, `after` text that begins there. The characters around a place are
// copied to UTF-16, which ICU's regular expressions read fastest; `before` then searches the left part for a match
// that reaches its end, `after` is tried at the place only, and first, since it usually fails at once. Places where
// break="yes" rules match are looked for piece by piece. All of it is linear in the text: a constant number of
// characters per place, and pieces that overlap by a constant number of characters.

namespace aligner::segment {
namespace {

std::size_t back(std::string_view text, std::size_t from, std::size_t code_points) {
  for (; from > 0 && code_points > 0; --code_points) from = previous_offset(text, from);
  return from;
}

std::size_t forth(std::string_view text, std::size_t from, std::size_t code_points) {
  for (; from < text.size() && code_points > 0; --code_points) from = next_offset(text, from);
  return from;
}

icu::UnicodeString utf16(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
}

void set_bounds(icu::RegexMatcher& matcher, std::int32_t begin, std::int32_t end, UBool anchoring) {
  UErrorCode status = U_ZERO_ERROR;
  matcher.useTransparentBounds(true);
  matcher.useAnchoringBounds(anchoring);
  matcher.region(begin, end, status);
  check_icu(status, "RegexMatcher::region");
}

constexpr std::size_t piece_code_points = 500;

// One stretch of the text as UTF-16 with the way back to bytes.
struct Piece {
  icu::UnicodeString characters;
  std::vector<std::size_t> origin;  // for every unit of `characters` its byte offset in the text, and the end
};

// Adds the places inside `core` (its end included) where `rule` matches. A match restarts one character on, so that
// places inside it are found too; a long one is taken whole.
void find_places_in(icu::RegexMatcher& rule, const std::string& source, const Piece& piece, text::Span core,
                    std::vector<std::size_t>& places) {
  constexpr std::int32_t long_match = 64;
  rule.reset(piece.characters);
  const std::int32_t size = piece.characters.length();
  for (std::int32_t from = 0; from < size;) {
    set_bounds(rule, from, size, false);
    UErrorCode status = U_ZERO_ERROR;
    if (!found(rule.find(status), status, source)) return;
    const std::int32_t begin = rule.start(status);
    const std::int32_t end = rule.end(status);
    check_icu(status, "RegexMatcher::end");
    const std::size_t place = piece.origin[static_cast<std::size_t>(end)];
    if (place > core.begin && place <= core.end) places.push_back(place);
    from = end - begin > long_match ? end : piece.characters.moveIndex32(begin, 1);
  }
}

Piece make_piece(std::string_view text, text::Span stretch) {
  Piece piece;
  for (std::size_t at = stretch.begin; at < stretch.end; at = next_offset(text, at)) {
    const auto code_point = static_cast<UChar32>(code_point_at(text, at));
    piece.characters.append(code_point);
    piece.origin.insert(piece.origin.end(), static_cast<std::size_t>(U16_LENGTH(code_point)), at);
  }
  piece.origin.push_back(stretch.end);
  return piece;
}

}  // namespace

BreakRules::BreakRules(const std::vector<SrxRule>& rules) {
  for (const SrxRule& source : rules) {
    Rule rule;
    rule.source = source;
    if (!source.before.empty()) rule.before = compile_regex("(?:" + source.before + ")\\z");
    if (!source.after.empty()) rule.after = compile_regex(source.after);
    if (source.breaks) rule.place = compile_regex("(?:" + source.before + ")(?=" + source.after + ")");
    rules_.push_back(std::move(rule));
  }
}

std::vector<std::size_t> BreakRules::find_places(std::string_view text) {
  std::vector<std::size_t> places;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = forth(text, begin, piece_code_points);
    const Piece piece = make_piece(text, {back(text, begin, context), forth(text, end, context)});
    for (Rule& rule : rules_) {
      if (rule.place) find_places_in(*rule.place, rule.source.before, piece, {begin, end}, places);
    }
    begin = end;
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

std::optional<bool> BreakRules::decide(std::string_view text, text::Span gap) {
  fill(left_, text, gap.begin);
  if (!gap.empty()) fill(right_, text, gap.end);
  for (Rule& rule : rules_) {
    if (matches(rule, left_) || (!gap.empty() && matches(rule, right_))) return rule.source.breaks;
  }
  return std::nullopt;
}

void BreakRules::fill(Window& window, std::string_view text, std::size_t place) {
  const std::size_t begin = back(text, place, context);
  const std::size_t end = forth(text, place, context);
  window.characters = utf16(text.substr(begin, place - begin));
  window.place = window.characters.length();
  window.characters += utf16(text.substr(place, end - place));
}

bool BreakRules::matches(Rule& rule, const Window& window) {
  UErrorCode status = U_ZERO_ERROR;
  if (rule.after) {
    rule.after->reset(window.characters);
    set_bounds(*rule.after, window.place, window.characters.length(), false);
    if (!found(rule.after->lookingAt(status), status, rule.source.after)) return false;
  }
  if (!rule.before) return true;
  rule.before->reset(window.characters);
  set_bounds(*rule.before, 0, window.place, true);
  return found(rule.before->find(status), status, rule.source.before);
}

}  // namespace aligner::segment
