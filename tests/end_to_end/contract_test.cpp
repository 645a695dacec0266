// The rules that every command keeps, whoever adds it: the tree of commands is asked for (tungse help --json) and
// walked, cases/contract.invocations says how each command is called, cases/contract.exceptions what is excused, and
// why.

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include "tests/end_to_end/terminal_run.h"
#include "tests/end_to_end/tungse_command.h"
#include "tests/support/case_file.h"

namespace end_to_end {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using Words = std::vector<std::string>;

std::string case_file(const std::string& name) {
  return std::string(TUNGSE_SOURCE_DIR) + "/tests/end_to_end/cases/" + name;
}

Words cut(const std::string& line) {
  Words words;
  std::string word;
  bool is_quoted = false;
  for (const char byte : line + " ") {
    if (byte == '"') {
      is_quoted = !is_quoted;
    } else if (byte != ' ' || is_quoted) {
      word += byte;
    } else if (!word.empty()) {
      words.push_back(word);
      word.clear();
    }
  }
  return words;
}

std::string joined(const Words& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

struct Command {
  std::string path;
  Words words;
  json node;

  bool is_leaf() const { return node["commands"].empty(); }
  const json* option(const std::string& name) const {
    for (const json& one : node["options"]) {
      if (one["name"] == name) return &one;
    }
    return nullptr;
  }
};

void collect(const json& node, std::vector<Command>& all) {
  Command command{.words = node["words"], .node = node};
  command.path = joined(command.words);
  all.push_back(command);
  for (const json& one : node["commands"]) collect(one, all);
}

const std::vector<Command>& all_commands() {
  static const std::vector<Command> all = [] {
    std::vector<Command> commands;
    collect(json::parse(tungse({"help", "--json"}).out), commands);
    return commands;
  }();
  return all;
}

std::vector<Command> leaves() {
  std::vector<Command> some;
  std::copy_if(all_commands().begin(), all_commands().end(), std::back_inserter(some),
               [](const Command& one) { return one.is_leaf(); });
  return some;
}

// One value on the command line, with what the tree says of it.
struct Value {
  std::size_t place = 0;  // in the words of the call
  std::string name;       // of its option or argument
  std::string kind;
};

struct Call {
  Words words;  // with those of the command
  std::vector<Value> values;
  std::string where;

  std::vector<Value> of_kind(const std::set<std::string>& kinds) const {
    std::vector<Value> some;
    std::copy_if(values.begin(), values.end(), std::back_inserter(some),
                 [&kinds](const Value& one) { return kinds.count(one.kind) > 0; });
    return some;
  }
  Words with(std::size_t place, const std::string& value) const {
    Words other = words;
    other[place] = value;
    return other;
  }
};

Call read_call(const Command& command, const std::string& line, const std::string& where) {
  Call call{.words = command.words, .where = where};
  std::size_t argument = 0;
  const json& arguments = command.node["arguments"];
  for (const std::string& word : cut(line)) call.words.push_back(word);
  for (std::size_t i = command.words.size(); i < call.words.size(); ++i) {
    const json* option = command.option(call.words[i]);
    if (option != nullptr) {
      if ((*option)["kind"] != "none") ++i;
      call.values.push_back({i, (*option)["name"], (*option)["kind"]});
    } else if (!arguments.empty()) {
      const json& one = arguments[std::min(argument++, arguments.size() - 1)];
      call.values.push_back({i, one["name"], one["kind"]});
    }
  }
  return call;
}

std::vector<Call> calls_of(const Command& command) {
  static const auto cases = tungse_tests::read_cases(case_file("contract.invocations"));
  std::vector<Call> calls;
  for (const auto& one : cases) {
    if (one.fields.at(0) == command.path) calls.push_back(read_call(command, one.fields.at(1), one.where()));
  }
  return calls;
}

bool is_excused(const std::string& rule, const std::string& path, const std::string& option = "") {
  static const auto cases = tungse_tests::read_cases(case_file("contract.exceptions"));
  return std::any_of(cases.begin(), cases.end(), [&](const auto& one) {
    const std::string of_option = one.fields.size() > 2 ? one.fields[2] : "";
    return one.fields.at(0) == rule && one.fields.at(1) == path && (of_option.empty() || of_option == option);
  });
}

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += by.size())
    text.replace(at, old.size(), by);
  return text;
}

// With one name for the text, and one blank for many: columns are as wide as the name.
std::string plain(std::string text, const Words& names, const std::string& by) {
  for (const std::string& name : names) text = replaced(text, name, by);
  std::string squeezed;
  for (const char byte : text) {
    if (byte != ' ' || squeezed.empty() || squeezed.back() != ' ') squeezed += byte;
  }
  return squeezed;
}

// A folder with everything that the calls name, and fresh copies of it to call in.
class Contract : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    laid_out_ = std::make_unique<tungse_tests::TemporaryDirectory>();
    lay_out();
  }
  static void TearDownTestSuite() { laid_out_.reset(); }

  static fs::path laid_out() { return laid_out_->path(); }

  static ProgramResult run_in(const fs::path& folder, const Words& words, const std::string& input = "") {
    ProgramRun run = run_of(words);
    run.folder = folder;
    run.input = input;
    run.environment["COLUMNS"] = "1000";  // names of any length fit into a line
    return tungse_tests::run_program(run);
  }

  // Calls in a copy of the folder, which `look` may look at afterwards.
  template <typename Look>
  static ProgramResult call(const Words& words, const std::string& input, Look look) {
    const tungse_tests::TemporaryDirectory folder;
    fs::copy(laid_out(), folder.path(), fs::copy_options::recursive);
    const ProgramResult result = run_in(folder.path(), words, input);
    look(folder.path());
    return result;
  }
  static ProgramResult call(const Words& words, const std::string& input = "") {
    return call(words, input, [](const fs::path&) {});
  }

 private:
  static void lay_out() {
    const auto& folder = *laid_out_;
    for (const char* side : {"en", "vi"}) {
      const std::string text(side == std::string("en") ? small_english() : small_vietnamese());
      folder.write(std::string(side) + ".txt", text);
      fs::create_directory(folder.path() / side);
      folder.write(std::string(side) + "/treaty.txt", text);
      folder.write("book." + std::string(side) + ".txt",
                   tungse_tests::read_bytes(corpus("aigun/" + std::string(side) + ".txt")));
      std::string lines;
      for (const std::string& line : lines_of(text)) lines += (line.empty() ? "BLANK_LINE" : line) + "\n";
      folder.write(std::string(side) + ".overlaps", lines);
      folder.write(std::string(side) + ".emb", embeddings(lines_of(text).size()));
    }
    folder.write("terms.tsv", "en\tvi\nleft bank\ttả ngạn\n");
    folder.write("dictionary.tsv", "river\tsông\n");
    folder.write("manifest.tsv", "en.txt\tvi.txt\tbatch.txt\n");
    folder.write("judged.tsv", "");
    folder.write("pairs.tsv", "en\tvi\nOne.\tMột.\n");
    folder.write("gold.ladder", "[0]:[0]\n[1]:[1]\n");
    fs::copy_file(std::string(TUNGSE_SOURCE_DIR) + "/aligner/segment/rules/en.srx", folder.path() / "rules.srx");
    expect_fine(run({"learn", "book.vi.txt", "book.en.txt", "--output", "vi-en.lexicon", "--quiet"}));
    expect_fine(run({"align", "en.txt", "vi.txt", "--db", "project.db", "--quiet", "--output", "pairs.txt"}));
    run({"check", "en.txt", "vi.txt", "--write-baseline", "judged.tsv", "--quiet"});
    edited("joined.db", {"join", "3:3", "4:4"});
    edited("undone.db", {"join", "3:3", "4:4"});
    expect_fine(run({"edit", "undo", "--db", "undone.db", "--by", "Lan"}));
    edited("freed.db", {"reject", "2:2", "3:3"});
  }

  static Words lines_of(const std::string& text) {
    Words lines;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  }

  // A row of sixteen numbers for each line.
  static std::string embeddings(std::size_t count) {
    std::string bytes;
    for (std::size_t i = 0; i < 16 * count; ++i) {
      const float value = i % 16 == i / 16 ? 1.0F : 0.25F;
      bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return bytes;
  }

  static ProgramResult run(const Words& words) { return run_in(laid_out(), words); }
  static void edited(const std::string& db, const Words& edit) {
    fs::copy_file(laid_out() / "project.db", laid_out() / db);
    Words words{"edit"};
    words.insert(words.end(), edit.begin(), edit.end());
    words.insert(words.end(), {"--db", db, "--by", "Lan"});
    expect_fine(run(words));
  }

  static inline std::unique_ptr<tungse_tests::TemporaryDirectory> laid_out_;
};

TEST_F(Contract, EveryCommandExplainsItselfAndItsExitCodes) {
  for (const Command& command : all_commands()) {
    Words words = command.words;
    words.push_back("--help");
    const ProgramResult result = tungse(words);

    EXPECT_EQ(result.exit_code, 0) << command.path;
    EXPECT_EQ(result.err, "") << command.path;
    EXPECT_THAT(result.out, AllOf(HasSubstr("Exit codes: 0 "), HasSubstr(" 1 "), HasSubstr(" 2 "), HasSubstr(" 130 ")))
        << command.path;
    for (const json& option : command.node["options"]) {
      EXPECT_THAT(result.out, HasSubstr(option["name"].get<std::string>())) << command.path;
    }
  }
}

TEST_F(Contract, AnUnknownOptionIsUsage) {
  for (const Command& command : all_commands()) {
    Words words = command.words;
    words.push_back("--no-such-option");

    EXPECT_EQ(tungse(words).exit_code, 2) << command.path;
  }
}

TEST_F(Contract, WhatEveryValueIsIsKnown) {
  for (const Command& command : all_commands()) {
    for (const char* group : {"options", "arguments"}) {
      for (const json& one : command.node[group]) {
        EXPECT_NE(one["kind"], "unknown")
            << command.path << " " << one["name"] << ": say in the table of tools/cli/value_kind.cpp what its value is";
        EXPECT_NE(one["description"], "") << command.path << " " << one["name"];
      }
    }
  }
}

TEST_F(Contract, EveryCommandIsCalledAndWorks) {
  for (const Command& command : leaves()) {
    EXPECT_FALSE(calls_of(command).empty()) << command.path << ": say in cases/contract.invocations how it is called";
    for (const Call& one : calls_of(command)) {
      const ProgramResult result = call(one.words);
      EXPECT_THAT(result.exit_code, AnyOf(0, 3)) << one.where << "\n" << result.shown();
    }
  }
}

TEST_F(Contract, WhatIsPrintedIsJsonWhenAskedFor) {
  for (const Command& command : leaves()) {
    const json* format = command.option("--format");
    const bool has_json_format =
        format != nullptr && std::count((*format)["choices"].begin(), (*format)["choices"].end(), "json") > 0;
    const bool has_flag = command.option("--json") != nullptr;
    EXPECT_TRUE(has_flag || !has_json_format) << command.path << ": --json is missing beside --format json";
    EXPECT_TRUE(has_flag || is_excused("json", command.path)) << command.path << ": --json is missing";
    if (!has_flag || is_excused("json", command.path)) continue;
    for (const Call& one : calls_of(command)) {
      if (std::count(one.words.begin(), one.words.end(), "--batch") > 0) continue;  // its outputs are files
      Words words = one.words;
      words.push_back("--json");
      const ProgramResult result = call(words);

      EXPECT_THAT(result.exit_code, AnyOf(0, 3)) << one.where << "\n" << result.shown();
      EXPECT_TRUE(json::accept(result.out)) << one.where << "\n" << result.shown();
    }
  }
}

TEST_F(Contract, EveryFileThatIsReadMayBeStandardInput) {
  for (const Command& command : leaves()) {
    std::set<std::string> tried;
    for (const Call& one : calls_of(command)) {
      const ProgramResult by_name = call(one.words);
      for (const Value& value : one.of_kind({"input", "passage"})) {
        tried.insert(value.name);
        if (is_excused("dash", command.path, value.name)) continue;
        const std::string& named = one.words[value.place];
        const std::string bytes =
            value.kind == "passage" ? named : tungse_tests::read_bytes((laid_out() / named).string());
        const ProgramResult by_dash = call(one.with(value.place, "-"), bytes);

        EXPECT_EQ(by_dash.exit_code, by_name.exit_code) << one.where << " " << value.name << "\n" << by_dash.shown();
        EXPECT_EQ(plain(by_dash.out, {"standard input", "\"-\""}, named),
                  plain(by_name.out, {"\"" + named + "\""}, named))
            << one.where << " " << value.name << "\n"
            << by_dash.err;
      }
    }
    for (const char* group : {"options", "arguments"}) {
      for (const json& one : command.node[group]) {
        if (one["kind"] != "input" && one["kind"] != "passage") continue;
        EXPECT_TRUE(tried.count(one["name"]) > 0 || is_excused("dash", command.path, one["name"]))
            << command.path << " " << one["name"] << ": no line of cases/contract.invocations has it";
      }
    }
  }
}

TEST_F(Contract, StandardInputIsOneFileOnly) {
  for (const Command& command : leaves()) {
    for (const Call& one : calls_of(command)) {
      const std::vector<Value> inputs = one.of_kind({"input", "passage"});
      for (std::size_t i = 1; i < inputs.size(); ++i) {
        Words words = one.with(inputs[0].place, "-");
        words[inputs[i].place] = "-";

        expect_refused(call(words, "text"), {"standard input"}, 2);
      }
    }
  }
}

TEST_F(Contract, WhatStaysInItsPlaceIsNoDash) {
  for (const Command& command : leaves()) {
    for (const Call& one : calls_of(command)) {
      for (const Value& value : one.of_kind({"kept", "folder"}))
        expect_refused(call(one.with(value.place, "-")), {}, 2);
    }
  }
}

TEST_F(Contract, AnOutputMayBeStandardOutput) {
  for (const Command& command : leaves()) {
    for (const json& option : command.node["options"]) {
      const std::string name = option["name"];
      if (option["kind"] != "output" || is_excused("output", command.path, name)) continue;
      Call one = calls_of(command).front();
      for (const Call& other : calls_of(command)) {
        if (std::count(other.words.begin(), other.words.end(), name) > 0) one = other;
      }
      const auto found = std::find(one.words.begin(), one.words.end(), name);
      std::size_t place = static_cast<std::size_t>(found - one.words.begin()) + 1;
      if (found == one.words.end()) one.words.insert(one.words.end(), {name, ""});
      place = std::min(place, one.words.size() - 1);
      std::string written;
      const ProgramResult to_file = call(one.with(place, "out.file"), "", [&written](const fs::path& folder) {
        if (fs::exists(folder / "out.file")) written = tungse_tests::read_bytes((folder / "out.file").string());
      });
      const ProgramResult to_dash = call(one.with(place, "-"));

      EXPECT_THAT(to_file.exit_code, AnyOf(0, 3)) << one.where << "\n" << to_file.shown();
      EXPECT_THAT(to_dash.exit_code, to_file.exit_code) << one.where << "\n" << to_dash.shown();
      EXPECT_NE(written, "") << one.where;
      EXPECT_THAT(to_dash.out, HasSubstr(written)) << one.where << " " << name;
    }
  }
}

TEST_F(Contract, NoCommandWaitsInSilence) {
  for (const Command& command : leaves()) {
    std::set<std::string> tried;
    for (const Call& one : calls_of(command)) {
      for (const Value& value : one.of_kind({"input", "passage"})) {
        if (is_excused("dash", command.path, value.name) || !tried.insert(value.name).second) continue;
        const tungse_tests::TemporaryDirectory folder;
        fs::copy(laid_out(), folder.path(), fs::copy_options::recursive);
        const TerminalResult result =
            run_on_terminal(one.with(value.place, "-"), {.folder = folder.path().string(), .awaited = "Ctrl-D"});

        EXPECT_TRUE(result.was_said) << one.where << " " << value.name << "\n" << result.err;
        EXPECT_FALSE(result.timed_out) << one.where << " " << value.name << "\n" << result.err;
      }
    }
  }
}

TEST_F(Contract, WithoutWordsACommandEndsAtOnce) {
  const tungse_tests::TemporaryDirectory folder;
  for (const Command& command : all_commands()) {
    const TerminalResult result = run_on_terminal(command.words, {.folder = folder.path().string()});

    EXPECT_FALSE(result.timed_out) << command.path;
    EXPECT_THAT(result.exit_code, AnyOf(0, 2)) << command.path << "\n" << result.err;
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

// In their order, in one folder: each may use what those before it made.
TEST_F(Contract, EveryCommandHasExamplesThatWork) {
  const tungse_tests::TemporaryDirectory folder;
  for (const char* name : {"en.txt", "vi.txt", "book.en.txt", "book.vi.txt", "gold.ladder", "en", "vi"}) {
    fs::copy(laid_out() / name, folder.path() / name, fs::copy_options::recursive);
  }
  fs::create_symlink(TUNGSE_BINARY, folder.path() / "tungse");
  for (const Command& command : leaves()) {
    EXPECT_FALSE(command.node["examples"].empty())
        << command.path << ": give it an example in the table of tools/cli/help_text.cpp";
    for (const json& example : command.node["examples"]) {
      ProgramRun run{.program = "/bin/bash",
                     .arguments = {"-ec", "PATH=$PWD:$PATH\n" + example["line"].get<std::string>()}};
      run.folder = folder.path();
      const ProgramResult result = tungse_tests::run_program(run);

      expect_fine(result);
      if (result.exit_code != 0) ADD_FAILURE() << example["line"];
    }
  }
}

TEST_F(Contract, NothingIsExcusedThatIsNotThere) {
  std::set<std::string> paths;
  for (const Command& command : all_commands()) paths.insert(command.path);
  for (const char* name : {"contract.invocations", "contract.exceptions"}) {
    for (const auto& one : tungse_tests::read_cases(case_file(name))) {
      const std::string& path = one.fields.at(name == std::string("contract.exceptions") ? 1 : 0);
      EXPECT_EQ(paths.count(path), 1U) << one.where();
      EXPECT_TRUE(name == std::string("contract.invocations") || !one.why.empty()) << one.where();
    }
  }
}

}  // namespace
}  // namespace end_to_end
