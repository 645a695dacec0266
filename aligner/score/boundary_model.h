#pragma once
// BoundaryModel: translations tend to begin and end alike (a question stays a question, a paragraph a paragraph).
//
//   BoundaryClasses source = classify_boundaries(document, segmentation, 7);
//   double llr = model.log_ratio(source_group, target_group);
//
// Tables of which class of beginning meets which, and which class of ending meets which, against independence; and how
// often each class stands at a boundary inside a bead. Learnt from the texts, with a prior that equal classes meet
// three times as often as chance.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aligner/segment/segmentation.h"
#include "aligner/text/document.h"

namespace aligner::score {

inline constexpr std::size_t begin_class_count =
    12;  // {digit dash quote upper lower other} x {inside, at} a paragraph's begin
inline constexpr std::size_t end_class_count = 8;  // {none . ? ! : ; , digit}

struct BoundaryClasses {
  std::uint8_t begin = 0;
  std::uint8_t end = 0;
};

/// Classes of every segment of a document.
std::vector<BoundaryClasses> classify_boundaries(const text::Document& document,
                                                 const segment::Segmentation& segmentation);

using BoundaryGroup = std::span<const BoundaryClasses>;  // the segments of one side of a bead, at least one

class BoundaryModel {
 public:
  /// Starts at the prior. `source` and `target` are the classes of all segments of all documents.
  BoundaryModel(std::span<const BoundaryClasses> source, std::span<const BoundaryClasses> target);

  /// Log-likelihood ratio of a bead's boundaries, in nats.
  double log_ratio(BoundaryGroup source, BoundaryGroup target) const;

  /// Collects a bead of the given posterior probability; fit() then re-estimates from all that was collected.
  void observe(BoundaryGroup source, BoundaryGroup target, double weight);
  void fit();

 private:
  struct Side {
    std::array<double, begin_class_count> begin{};  // how often each class occurs, sums to 1
    std::array<double, end_class_count> end{};
    std::array<double, begin_class_count> inner_begin_count{};
    std::array<double, end_class_count> inner_end_count{};
    std::array<double, begin_class_count> inner_begin_ratio{};
    std::array<double, end_class_count> inner_end_ratio{};
  };

  static Side make_side(std::span<const BoundaryClasses> classes);
  static double inner_ratio(const Side& side, BoundaryGroup group);
  static void observe_inner(Side& side, BoundaryGroup group, double weight);
  static void fit_inner(Side& side);

  Side source_;
  Side target_;
  std::array<double, begin_class_count * begin_class_count> begin_count_{};
  std::array<double, end_class_count * end_class_count> end_count_{};
  std::array<double, begin_class_count * begin_class_count> begin_ratio_{};
  std::array<double, end_class_count * end_class_count> end_ratio_{};
};

}  // namespace aligner::score
