#include "tests/end_to_end/terminal_run.h"

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <thread>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/case_file.h"
#include "tests/support/temporary_directory.h"

namespace end_to_end {
namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds(60);

// The side of a terminal that a person sits at; closed with the object.
class Keyboard {
 public:
  Keyboard() : file_(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
    if (file_ < 0 || grantpt(file_) != 0 || unlockpt(file_) != 0) {
      throw std::runtime_error(std::string("cannot open a terminal: ") + std::strerror(errno));
    }
    name_ = ptsname(file_);
  }
  ~Keyboard() { close(file_); }
  Keyboard(const Keyboard&) = delete;
  Keyboard& operator=(const Keyboard&) = delete;

  const std::string& name() const { return name_; }

  void type(const std::string& bytes) const {
    if (write(file_, bytes.data(), bytes.size()) < 0) throw std::runtime_error("cannot type");
  }

 private:
  int file_;
  std::string name_;
};

[[noreturn]] void become(const std::string& terminal, const std::string& folder, const std::string& err,
                         char* const* words) {
  setsid();
  const int in = open(terminal.c_str(), O_RDWR);
  const int nothing = open("/dev/null", O_WRONLY);
  const int said = open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(in, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(said, STDERR_FILENO);
  if (chdir(folder.c_str()) == 0) execv(words[0], words);
  _exit(127);
}

// Waits until `is_so` holds or the child has ended; gives false where neither came to pass.
template <typename Condition>
bool wait_for(pid_t child, int& status, bool& has_ended, Condition is_so) {
  const auto start = Clock::now();
  while (Clock::now() - start < patience) {
    has_ended = has_ended || waitpid(child, &status, WNOHANG) == child;
    if (has_ended || is_so()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return false;
}

}  // namespace

TerminalResult run_on_terminal(const std::vector<std::string>& arguments, const TerminalRun& run) {
  const Keyboard keyboard;
  const tungse_tests::TemporaryDirectory kept;
  const std::string err = (kept.path() / "err").string();
  std::vector<std::string> words{TUNGSE_BINARY};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) become(keyboard.name(), run.folder, err, pointers.data());

  TerminalResult result;
  int status = 0;
  bool has_ended = false;
  const auto is_said = [&] {
    return !run.awaited.empty() && access(err.c_str(), R_OK) == 0 &&
           tungse_tests::read_bytes(err).find(run.awaited) != std::string::npos;
  };
  result.timed_out = !wait_for(child, status, has_ended, is_said);
  result.was_said = is_said();
  if (!has_ended && !result.timed_out) {
    keyboard.type(run.typed + "\x04");
    result.timed_out = !wait_for(child, status, has_ended, [] { return false; });
  }
  if (!has_ended) {
    kill(child, SIGKILL);
    waitpid(child, &status, 0);
  }
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  result.err = tungse_tests::read_bytes(err);
  return result;
}

}  // namespace end_to_end
