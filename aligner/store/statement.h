#pragma once
// Statement: one prepared question to the database; values are bound, never pasted. Private to the room.
//
//   Statement insert(database, sql("insert_segment"));
//   for (const Segment& segment : segments) insert.run(segmentation, position++, segment.span.begin, ...);
//
//   Statement names(database, "SELECT name FROM concept WHERE type = ?");
//   for (names.bind(type); names.next();) use(names.text(0));

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include "aligner/error.h"

namespace aligner::store {

class Statement {
 public:
  Statement(const SQLite::Database& database, const std::string& sql) : statement_(database, sql) {}

  /// Makes the statement ready again with these values for its parameters, in the order of their first appearance.
  template <typename... Values>
  void bind(const Values&... values) {
    statement_.reset();
    int index = 0;
    (bind_one(++index, values), ...);
  }

  /// Moves to the next row; false when there is none.
  bool next() { return statement_.executeStep(); }

  /// Binds and runs to the end, for statements without rows.
  template <typename... Values>
  void run(const Values&... values) {
    bind(values...);
    statement_.exec();
  }

  /// Binds and runs a statement that gives one number ("... RETURNING id").
  template <typename... Values>
  std::int64_t number_of(const Values&... values) {
    bind(values...);
    if (!next()) throw Error("a statement that should give a number gave none");
    const std::int64_t number = integer(0);
    statement_.reset();
    return number;
  }

  std::int64_t integer(int column) { return statement_.getColumn(column).getInt64(); }
  double real(int column) { return statement_.getColumn(column).getDouble(); }
  std::string text(int column) { return statement_.getColumn(column).getString(); }
  bool is_null(int column) { return statement_.isColumnNull(column); }

  /// A number that counts or points and so is not negative. Throws Error where it is.
  std::size_t count(int column) {
    const std::int64_t number = integer(column);
    if (number < 0) throw Error("a position is negative");
    return static_cast<std::size_t>(number);
  }

 private:
  void bind_one(int index, std::int64_t value) { statement_.bind(index, value); }
  void bind_one(int index, std::size_t value) { statement_.bind(index, static_cast<std::int64_t>(value)); }
  void bind_one(int index, bool value) { statement_.bind(index, value ? 1 : 0); }
  void bind_one(int index, double value) { statement_.bind(index, value); }
  void bind_one(int index, const char* value) = delete;  // would be taken for a bool
  void bind_one(int index, const std::string& value) { statement_.bind(index, value); }
  template <typename Value>
  void bind_one(int index, const std::optional<Value>& value) {
    if (value) {
      bind_one(index, *value);
    } else {
      statement_.bind(index);
    }
  }

  SQLite::Statement statement_;
};

}  // namespace aligner::store
