#include "aligner/documents/child_program.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "aligner/documents/placed_text.h"
#include "aligner/error.h"
#include "aligner/text/utf8.h"

namespace aligner::documents {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_complaint = 4096;  // bytes of standard error that are kept
constexpr std::size_t longest_message = 300;     // bytes of it that are shown
constexpr int look_up_every = 100;               // milliseconds
constexpr int exit_not_started = 127;

// An open file, closed with it.
class Handle {
 public:
  explicit Handle(int file = -1) : file_(file) {}
  Handle(Handle&& other) noexcept : file_(other.file_) { other.file_ = -1; }
  Handle& operator=(Handle&& other) noexcept {
    std::swap(file_, other.file_);
    return *this;
  }
  ~Handle() { close(); }
  int get() const { return file_; }
  bool is_open() const { return file_ >= 0; }
  void close() {
    if (file_ >= 0) ::close(file_);
    file_ = -1;
  }

 private:
  int file_;
};

struct Pipe {
  Handle read;
  Handle write;
};

[[noreturn]] void refuse(const ChildRun& run, const std::string& what) { throw Error(run.document + ": " + what); }

[[noreturn]] void refuse_system(const ChildRun& run, const char* what) {
  refuse(run, run.program + " cannot be started (" + what + ": " + std::generic_category().message(errno) +
                  "); try again, or save the document as plain text");
}

Pipe make_pipe(const ChildRun& run) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) refuse_system(run, "pipe");
  return {Handle(ends[0]), Handle(ends[1])};
}

Handle file_with(const ChildRun& run) {
  Handle file(::memfd_create("document", MFD_CLOEXEC));
  if (!file.is_open()) refuse_system(run, "memfd_create");
  for (std::string_view rest = run.input; !rest.empty();) {
    const ssize_t count = ::write(file.get(), rest.data(), rest.size());
    if (count < 0 && errno != EINTR) refuse_system(run, "write");
    if (count > 0) rest.remove_prefix(static_cast<std::size_t>(count));
  }
  ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

std::string search_path() {
  const char* path = std::getenv("PATH");
  return path != nullptr && *path != '\0' ? path : "/usr/bin:/bin";
}

std::string find_program(const ChildRun& run, const std::string& path) {
  for (std::size_t begin = 0; begin <= path.size();) {
    const std::size_t end = std::min(path.find(':', begin), path.size());
    const std::string file = path.substr(begin, end - begin) + "/" + run.program;
    if (file.front() == '/' && ::access(file.c_str(), X_OK) == 0) return file;
    begin = end + 1;
  }
  refuse(run, "is read by " + run.program + ", which is not installed; install the Debian package " + run.package +
                  " (apt-get install " + run.package + "), or save the document as plain text");
}

void limit(int resource, std::size_t value) {
  const rlimit both{value, value};
  ::setrlimit(static_cast<__rlimit_resource_t>(resource), &both);
}

// What the child does before it becomes the program. Other threads may hold locks: system calls only.
struct Start {
  const char* program;
  char* const* arguments;
  char* const* environment;
  int input;
  int output;
  int complaints;
  std::size_t memory;
  std::size_t seconds;
  pid_t parent;

  [[noreturn]] void go() const {
    ::setpgid(0, 0);  // so that what it starts can be ended with it
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() != parent) ::_exit(exit_not_started);
    if (::dup2(input, 0) < 0 || ::dup2(output, 1) < 0 || ::dup2(complaints, 2) < 0) ::_exit(exit_not_started);
    ::close_range(3, ~0U, 0);
    for (const int number : {SIGPIPE, SIGINT, SIGTERM, SIGHUP, SIGQUIT}) ::signal(number, SIG_DFL);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    if (::unshare(CLONE_NEWNET) != 0) (void)::unshare(CLONE_NEWUSER | CLONE_NEWNET);  // where the kernel allows it
    limit(RLIMIT_AS, memory);
    limit(RLIMIT_CPU, seconds);
    limit(RLIMIT_FSIZE, 0);  // the output is a pipe
    limit(RLIMIT_CORE, 0);
    if (::chdir("/") == 0) ::execve(program, arguments, environment);
    ::_exit(exit_not_started);
  }
};

// The child while it runs. Ends it when it goes out of scope before its time.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() {
    if (!has_ended_) kill();
  }

  void kill() {
    ::kill(-id_, SIGKILL);
    ::kill(id_, SIGKILL);
    while (::waitpid(id_, &status_, 0) < 0 && errno == EINTR) continue;
    has_ended_ = true;
  }

  bool has_ended() {
    if (!has_ended_) has_ended_ = ::waitpid(id_, &status_, WNOHANG) == id_;
    return has_ended_;
  }

  int status() const { return status_; }

 private:
  pid_t id_;
  int status_ = 0;
  bool has_ended_ = false;
};

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

class Reading {
 public:
  explicit Reading(const ChildRun& run) : run_(run), deadline_(Clock::now() + run.limits.time) {}

  std::string read() {
    start();
    while (output_.read.is_open() || complaints_.read.is_open()) {
      check_time();
      wait();
    }
    while (!child_->has_ended()) {
      check_time();
      ::poll(nullptr, 0, 1);
    }
    check_end();
    return std::move(text_);
  }

 private:
  void start() {
    const std::string path = search_path();
    const std::string program = find_program(run_, path);
    std::vector<std::string> words{run_.program};
    words.insert(words.end(), run_.arguments.begin(), run_.arguments.end());
    std::vector<std::string> variables{"PATH=" + path, "LC_ALL=C.UTF-8"};
    const std::vector<char*> arguments = pointers_to(words);
    const std::vector<char*> environment = pointers_to(variables);
    const Handle input = file_with(run_);
    output_ = make_pipe(run_);
    complaints_ = make_pipe(run_);
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(run_.limits.time).count();
    const Start start{
        program.c_str(),     arguments.data(),        environment.data(), input.get(),
        output_.write.get(), complaints_.write.get(), run_.limits.memory, static_cast<std::size_t>(seconds) + 1,
        ::getpid()};
    const pid_t id = ::fork();
    if (id < 0) refuse_system(run_, "fork");
    if (id == 0) start.go();
    ::setpgid(id, id);
    child_.emplace(id);
    output_.write.close();
    complaints_.write.close();
  }

  void check_time() {
    if (run_.limits.goes_on && !run_.limits.goes_on()) refuse(run_, "interrupted while " + run_.program + " read it");
    if (Clock::now() < deadline_) return;
    child_->kill();
    refuse_time();
  }

  [[noreturn]] void refuse_time() const {
    const auto seconds = static_cast<double>(run_.limits.time.count()) / 1000;
    std::string shown = std::to_string(seconds);
    shown.erase(shown.find_last_not_of('0') + 1);
    if (shown.ends_with('.')) shown.pop_back();
    refuse(run_, run_.program + " was not done with it in " + shown +
                     " seconds, and was ended; split the document, or save it as plain text");
  }

  void wait() {
    std::array<pollfd, 2> open{pollfd{output_.read.get(), POLLIN, 0}, pollfd{complaints_.read.get(), POLLIN, 0}};
    if (::poll(open.data(), open.size(), look_up_every) <= 0) return;
    if (open[0].revents != 0) take(output_.read, text_);
    if (open[1].revents != 0) take(complaints_.read, said_);
    if (text_.size() > run_.limits.output) {
      child_->kill();
      refuse(run_, run_.program + " makes more than " + std::to_string(run_.limits.output >> 20) +
                       " MiB of it; split the document, or save it as plain text");
    }
    if (said_.size() > longest_complaint) said_.resize(longest_complaint);
  }

  void take(Handle& from, std::string& bytes) {
    const ssize_t count = ::read(from.get(), buffer_.data(), buffer_.size());
    if (count > 0) bytes.append(buffer_.data(), static_cast<std::size_t>(count));
    if (count == 0 || (count < 0 && errno != EINTR)) from.close();
  }

  void check_end() const {
    const int status = child_->status();
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) refuse_time();
    if (WIFEXITED(status) && WEXITSTATUS(status) == exit_not_started && said_.empty()) {
      refuse(run_, run_.program + " cannot be started; install the Debian package " + run_.package + " anew");
    }
    std::string complaint = text::is_valid_utf8(said_) ? one_line(said_) : "";
    if (complaint.size() > longest_message) complaint = one_line(complaint.substr(0, longest_message)) + "...";
    if (complaint.empty() || !text::is_valid_utf8(complaint)) {
      complaint = WIFSIGNALED(status) ? "ended by signal " + std::to_string(WTERMSIG(status))
                                      : "exit code " + std::to_string(WEXITSTATUS(status));
    }
    const bool is_memory = complaint.find("eap exhausted") != std::string::npos ||
                           complaint.find("ut of memory") != std::string::npos || WIFSIGNALED(status) ||
                           (WIFEXITED(status) && WEXITSTATUS(status) == 251);
    refuse(run_, run_.program + " cannot read it (" + complaint + "); " +
                     (is_memory ? "it may need more than the " + std::to_string(run_.limits.memory >> 20) +
                                      " MiB of memory it may have: split the document, or save it as plain text"
                                : "open it where it was made and save it again, or save it as plain text"));
  }

  const ChildRun& run_;
  Clock::time_point deadline_;
  Pipe output_;
  Pipe complaints_;
  std::optional<Child> child_;
  std::string text_;
  std::string said_;
  std::array<char, 1 << 16> buffer_;
};

}  // namespace

std::string run_child(const ChildRun& run) { return Reading(run).read(); }

}  // namespace aligner::documents
