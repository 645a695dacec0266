#pragma once
// What went wrong, in words a user can act on.
//
//   throw aligner::Error("corpora/terms/ships.tsv:41: language \"dee\" is not a BCP 47 tag; did you mean \"de\"?");
//   Result<Term> term = parse_term(line);
//   if (!term) return term.error();
//
// Error is thrown when the work cannot go on (unreadable file, broken database, invalid UTF-8). Result is returned when
// a failure was to be expected and the caller decides. Every message names the thing, the place and the next step.

#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

namespace aligner {

/// The one exception family of the library. The command line turns it into exit code 1.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Says why a value could not be made.
struct Failure {
  std::string message;

  friend bool operator==(const Failure&, const Failure&) = default;
};

/// A value, or the reason why there is none.
template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}            // NOLINT(google-explicit-constructor): reads as plain return
  Result(Failure failure) : state_(std::move(failure)) {}  // NOLINT(google-explicit-constructor): as above

  explicit operator bool() const { return std::holds_alternative<T>(state_); }

  /// The value; throws Error with the failure's message where there is none.
  const T& value() const& {
    if (!*this) throw Error(error().message);
    return std::get<T>(state_);
  }
  T value() && {
    if (!*this) throw Error(error().message);
    return std::get<T>(std::move(state_));
  }

  /// The failure. Only to be asked when the result is false.
  const Failure& error() const { return std::get<Failure>(state_); }

 private:
  std::variant<T, Failure> state_;
};

}  // namespace aligner
