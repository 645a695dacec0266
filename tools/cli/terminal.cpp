#include "tools/cli/terminal.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include "aligner/error.h"

namespace tungse {
namespace {

constexpr std::size_t usual_width = 100;
volatile std::sig_atomic_t interrupted = 0;  // the one thing a signal handler may touch

void on_signal(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);
}

bool has_progress() { return isatty(STDERR_FILENO) == 1; }

}  // namespace

std::size_t terminal_width() {
  winsize size{};
  if (isatty(STDOUT_FILENO) == 1 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long width = columns != nullptr ? std::strtol(columns, nullptr, 10) : 0;
  return width > 0 && width < 10'000 ? static_cast<std::size_t>(width) : usual_width;
}

bool is_output_terminal() { return isatty(STDOUT_FILENO) == 1; }

bool may_colour() { return isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr; }

void catch_interrupts() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

bool is_interrupted() { return interrupted != 0; }

void stop_if_interrupted() {
  if (is_interrupted()) throw aligner::Error("interrupted");
}

std::function<bool(double)> progress_line(const std::string& what, bool quiet) {
  const bool shows = !quiet && has_progress();
  return [what, shows](double done) {
    if (shows) std::fprintf(stderr, "\r%s %3d %%\033[K", what.c_str(), static_cast<int>(done * 100));
    return !is_interrupted();
  };
}

void clear_progress() {
  if (has_progress()) std::fputs("\r\033[K", stderr);
}

}  // namespace tungse
