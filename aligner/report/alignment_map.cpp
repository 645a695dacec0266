#include "aligner/report/alignment_map.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include <fmt/core.h>

#include "aligner/report/html_text.h"
#include "aligner/report/pair_texts.h"

namespace aligner::report {
namespace {

constexpr double width = 1000;
constexpr double height = 300;
constexpr double top = 24;      // of the line that stands for the source
constexpr double bottom = 276;  // and of the target's
constexpr std::size_t most_ribbons = 4000;
constexpr double faintest = 0.15;
constexpr double strongest = 0.75;

// Where segments begin on the line, in units of the map; one more for the end.
std::vector<double> begins_of(const align::AlignedSide& side) {
  std::vector<double> begins{0};
  for (const segment::Segment& one : side.segmentation.segments) {
    begins.push_back(begins.back() + static_cast<double>(one.span.size()) + 1);
  }
  const double all = std::max(1.0, begins.back());
  for (double& begin : begins) begin *= width / all;
  return begins;
}

std::vector<std::size_t> drawn(const std::vector<align::Bead>& beads) {
  std::vector<std::size_t> places;
  for (std::size_t k = 0; k < beads.size(); ++k) {
    if (is_pair(beads[k])) places.push_back(k);
  }
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return beads[a].confidence > beads[b].confidence; });
  places.resize(std::min(places.size(), most_ribbons));
  return places;
}

}  // namespace

std::string alignment_map(const align::AlignedTexts& texts, const messages::Speaker& speaker) {
  const std::vector<double> source = begins_of(texts.source);
  const std::vector<double> target = begins_of(texts.target);
  const double middle = (top + bottom) / 2;
  std::string out = fmt::format(
      "<svg class=\"map\" viewBox=\"0 0 {0} {1}\" preserveAspectRatio=\"none\" role=\"img\" "
      "aria-label=\"{4}\">\n"
      "<line x1=\"0\" y1=\"{2}\" x2=\"{0}\" y2=\"{2}\"/><line x1=\"0\" y1=\"{3}\" x2=\"{0}\" y2=\"{3}\"/>\n",
      width, height, top, bottom, html_text(speaker.tell("Map of the alignment")));
  for (const std::size_t k : drawn(texts.alignment.beads)) {
    const align::Bead& bead = texts.alignment.beads[k];
    const double left = source[bead.source.front()];
    const double right = source[bead.source.back() + 1];
    const double below_left = target[bead.target.front()];
    const double below_right = target[bead.target.back() + 1];
    const char* kind = align::is_contradiction(bead) ? " class=\"conflict\"" : bead.moved ? " class=\"moved\"" : "";
    out += fmt::format(
        "<a href=\"#p{0}\"><path{1} opacity=\"{2:.2f}\" d=\"M{3:.1f} {7}C{3:.1f} {9} {5:.1f} {9} {5:.1f} {8}L{6:.1f} "
        "{8}C{6:.1f} {9} {4:.1f} {9} {4:.1f} {7}Z\"><title>{0}</title></path></a>\n",
        k + 1, kind, faintest + (strongest - faintest) * bead.confidence, left, right, below_left, below_right, top,
        bottom, middle);
  }
  out += fmt::format("<text x=\"2\" y=\"{}\">{}</text><text x=\"2\" y=\"{}\">{}</text>\n</svg>\n", top - 8,
                     html_text(texts.source.document.name()), bottom + 18, html_text(texts.target.document.name()));
  return out;
}

}  // namespace aligner::report
