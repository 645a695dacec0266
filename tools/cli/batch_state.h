#pragma once
// What a batch has finished, so that it can be taken up again: a file beside the manifest.
//
//   BatchState state("pairs.tsv.state");
//   if (!state.has("a.txt", key)) ... state.add("a.txt", key, bytes);  // behind writing these bytes there
//
// A line is added for every output, behind the output itself:
//   tungse-batch-1 <tab> key <tab> SHA-256 of the output <tab> output <tab> check
// The key stands for everything that bears on the output; the check is the beginning of the SHA-256 of what stands
// before it. A line that is half written or damaged is passed over, and an output is believed in only as long as the
// file is the very one that the line tells of. So the worst that a bad state can do is that a pair is aligned again.

#include <map>
#include <string>
#include <string_view>

namespace tungse {

class BatchState {
 public:
  /// Reads what is there. "" keeps nothing, nor does a path that cannot be written to; that is said on standard error.
  explicit BatchState(std::string path);

  /// Whether this output was finished under this key and is still there, whole.
  bool has(const std::string& output, const std::string& key) const;

  /// Notes that `output` now holds `bytes`. What is no ordinary file (a pipe) is not noted.
  void add(const std::string& output, const std::string& key, std::string_view bytes);

 private:
  struct Entry {
    std::string key;
    std::string digest;  // of the output
  };
  void read();
  bool read_line(std::string_view line);
  void give_up(const std::string& why);

  std::string path_;
  std::map<std::string, Entry> entries_;  // by output, as the manifest writes it
};

}  // namespace tungse
