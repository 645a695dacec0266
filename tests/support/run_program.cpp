#include "tests/support/run_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace tungse_tests {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int cannot_start = 127;
constexpr unsigned nobody = 65534;

[[noreturn]] void give_up(const std::string& what) { throw std::runtime_error(what + ": " + std::strerror(errno)); }

// One end of a pipe; closed with the object.
class End {
 public:
  explicit End(int file) : file_(file) {}
  ~End() { shut(); }
  End(const End&) = delete;
  End& operator=(const End&) = delete;

  int file() const { return file_; }
  bool is_open() const { return file_ >= 0; }
  void shut() {
    if (is_open()) close(file_);
    file_ = -1;
  }

 private:
  int file_;
};

struct Pipe {
  Pipe() : Pipe(make()) {}

  End reading;
  End writing;

 private:
  explicit Pipe(std::array<int, 2> files) : reading(files[0]), writing(files[1]) {}
  static std::array<int, 2> make() {
    std::array<int, 2> files{};
    if (pipe2(files.data(), O_CLOEXEC) != 0) give_up("cannot make a pipe");
    return files;
  }
};

std::vector<std::string> environment_of(const ProgramRun& run) {
  std::map<std::string, std::string> all{{"LC_ALL", "C.UTF-8"}};
  for (const char* kept : {"PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"}) {
    if (const char* value = std::getenv(kept)) all[kept] = value;
  }
  for (const auto& [name, value] : run.environment) all[name] = value;
  std::vector<std::string> lines;
  for (const auto& [name, value] : all) lines.push_back(name + "=" + value);
  return lines;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

// In the child: nothing here may allocate.
[[noreturn]] void become(const ProgramRun& run, char* const* arguments, char* const* environment, int in, int out,
                         int err) {
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  dup2(err, STDERR_FILENO);
  std::signal(SIGPIPE, SIG_DFL);
  std::signal(SIGINT, SIG_DFL);
  if (!run.folder.empty() && chdir(run.folder.c_str()) != 0) _exit(cannot_start);
  if (run.user == User::nobody && geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0)) _exit(cannot_start);
  execve(run.program.c_str(), arguments, environment);
  _exit(cannot_start);
}

void feed(End& pipe, std::string_view& input) {
  const ssize_t written = write(pipe.file(), input.data(), std::min<std::size_t>(input.size(), 4096));
  if (written > 0) input.remove_prefix(static_cast<std::size_t>(written));
  if (input.empty() || (written < 0 && errno != EINTR)) pipe.shut();
}

void drain(End& pipe, std::string& kept) {
  std::array<char, 65536> bytes;
  const ssize_t count = read(pipe.file(), bytes.data(), bytes.size());
  if (count > 0) kept.append(bytes.data(), static_cast<std::size_t>(count));
  if (count == 0 || (count < 0 && errno != EINTR)) pipe.shut();
}

struct Pipes {
  Pipe in;
  Pipe out;
  Pipe err;
};

// Feeds and drains until the program has closed its ends, sending the signals that are due.
void attend(pid_t child, const ProgramRun& run, Pipes& pipes, ProgramResult& result) {
  const auto start = Clock::now();
  std::string_view input = run.input;
  if (input.empty()) pipes.in.writing.shut();
  bool is_interrupted = !run.interrupt_after;
  bool is_killed = false;
  while (pipes.out.reading.is_open() || pipes.err.reading.is_open()) {
    const auto passed = Clock::now() - start;
    if (!is_interrupted && passed >= *run.interrupt_after) {
      kill(child, SIGINT);
      is_interrupted = true;
    }
    if (!is_killed && run.kill_when && run.kill_when()) {
      kill(child, SIGKILL);
      is_killed = true;
    }
    if (!result.timed_out && passed >= run.time_limit) {
      kill(child, SIGKILL);
      result.timed_out = true;
    }
    std::array<pollfd, 3> waits{{{pipes.in.writing.file(), POLLOUT, 0},  // a negative file is passed over
                                 {pipes.out.reading.file(), POLLIN, 0},
                                 {pipes.err.reading.file(), POLLIN, 0}}};
    if (poll(waits.data(), waits.size(), 20) <= 0) continue;
    if (waits[0].revents != 0) feed(pipes.in.writing, input);
    if (waits[1].revents != 0) drain(pipes.out.reading, result.out);
    if (waits[2].revents != 0) drain(pipes.err.reading, result.err);
  }
}

}  // namespace

std::string ProgramResult::shown() const {
  return "exit " + std::to_string(exit_code) + (signal != 0 ? ", signal " + std::to_string(signal) : "") +
         (timed_out ? ", timed out" : "") + "\n--- standard output\n" + out.substr(0, 2000) + "\n--- standard error\n" +
         err.substr(0, 4000) + "\n---";
}

ProgramResult run_program(const ProgramRun& run) {
  std::signal(SIGPIPE, SIG_IGN);  // a program that does not read its input is no reason to die
  std::vector<std::string> words{run.program};
  words.insert(words.end(), run.arguments.begin(), run.arguments.end());
  std::vector<std::string> settings = environment_of(run);
  const std::vector<char*> arguments = pointers_to(words);
  const std::vector<char*> environment = pointers_to(settings);

  Pipes pipes;
  if (run.output == Output::reader_gone) pipes.out.reading.shut();
  const pid_t child = fork();
  if (child < 0) give_up("cannot fork");
  if (child == 0) {
    become(run, arguments.data(), environment.data(), pipes.in.reading.file(), pipes.out.writing.file(),
           pipes.err.writing.file());
  }
  pipes.in.reading.shut();
  pipes.out.writing.shut();
  pipes.err.writing.shut();

  ProgramResult result;
  attend(child, run, pipes, result);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status)) result.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) result.signal = WTERMSIG(status);
  if (result.exit_code == cannot_start) throw std::runtime_error("cannot start " + run.program);
  return result;
}

}  // namespace tungse_tests
