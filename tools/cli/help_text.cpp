#include "tools/cli/help_text.h"

#include <algorithm>
#include <array>

#include "tools/cli/value_kind.h"

namespace tungse {
namespace {

// In the order in which they can be tried, one after the other.
constexpr std::array examples = {
    Example{"align", "tungse align en.txt vi.txt", "See which sentences correspond, why, and how surely."},
    Example{"align", "tungse align en.txt vi.txt --db project.db --output en-vi.txt",
            "Keep the result in a project, and the report in a file."},
    Example{"align", "tungse align en.txt - --target-lang vi --json < vi.txt > en-vi.json",
            "Read one text from standard input, and give everything to a program."},
    Example{"anchors", "tungse anchors en.txt --kind date", "Every date of a text."},
    Example{"check", "tungse check --db project.db --min-severity error --output findings.txt || [ $? -eq 3 ]",
            "What disagrees in a project; exit code 3 says that something does."},
    Example{"concord", "tungse concord treaty --db project.db", "Every place of a word, with what stands opposite."},
    Example{"concord", "tungse concord Aigun --concept --count wording --db project.db",
            "Which terms of a concept the texts have, and how often."},
    Example{"db info", "tungse db info --db project.db", "Sizes and counts."},
    Example{"db check", "tungse db check --db project.db", "Read everything and say what is wrong."},
    Example{"db backup", "tungse db backup --db project.db copy.db", "A copy, also while the project is in use."},
    Example{"db vacuum", "tungse db vacuum --db project.db", "Give unused room back."},
    Example{"db migrate", "tungse db migrate --db project.db", "Bring an older file up to date."},
    Example{"edit accept", "tungse edit accept 1 2 --db project.db --by Lan",
            "The first and the second pair are right."},
    Example{"edit reject", "tungse edit reject 2:2 --db project.db --by Lan --note \"says something else\"",
            "The pair of segment 2 and segment 2 is wrong."},
    Example{"edit join", "tungse edit join 3:3 4:4 --db project.db --by Lan", "Two pairs are one."},
    Example{"edit split", "tungse edit split 3,4:3,4 --at 4:4 --db project.db --by Lan", "One pair is two."},
    Example{"edit shift", "tungse edit shift 3: 4:4 --db project.db --by Lan",
            "Segment 3 of the source belongs to the next pair."},
    Example{"edit relink", "tungse edit relink 2: :3 --db project.db --by Lan",
            "What stood alone on either side is a pair."},
    Example{"edit note", "tungse edit note 1 --db project.db --by Lan --note \"ask the author\"", "Keep a remark."},
    Example{"edit undo", "tungse edit undo --steps 2 --db project.db --by Lan", "Take the last two edits back."},
    Example{"edit redo", "tungse edit redo --db project.db --by Lan", "Give one of them back."},
    Example{"edit list", "tungse edit list --db project.db", "Who decided what, when and why."},
    Example{"export", "tungse export --db project.db --format tmx --output memory.tmx",
            "The latest alignment as a translation memory."},
    Example{"glossary build", "tungse glossary build --db project.db --show 5", "Propose terms; print the best five."},
    Example{"glossary list", "tungse glossary list --db project.db --lang en --lang vi --format tsv --output terms.tsv",
            "The terms as a table for a spreadsheet."},
    Example{"glossary show", "tungse glossary show Aigun --db project.db", "All that is known about one concept."},
    Example{"glossary usage", "tungse glossary usage \"hi\u1EC7p \u01B0\u1EDBc\" --db project.db",
            "Which wordings the texts have of one concept."},
    Example{"glossary add", "tungse glossary add --db project.db --by Lan --term \"en=river pilot\" --term vi=pilot",
            "A concept with a term in two languages."},
    Example{"glossary edit", "tungse glossary edit \"river pilot\" --db project.db --by Lan --note \"chapter 2\"",
            "Say something about a concept."},
    Example{"glossary approve", "tungse glossary approve \"river pilot\" --db project.db --by Lan --preferred",
            "A term is the one to write."},
    Example{"glossary reject", "tungse glossary reject pilot --db project.db --by Lan", "A term is wrong."},
    Example{"glossary merge", "tungse glossary merge \"river pilot\" r_amur --db project.db --by Lan",
            "Two concepts are one."},
    Example{"glossary export", "tungse glossary export --db project.db --format tbx --output terms.tbx",
            "The terms for another program."},
    Example{"glossary import", "tungse glossary import --bundled --db other.db --dry-run",
            "Say what bringing in the bundled terms would do."},
    Example{"import", "tungse import memory.tmx --db other.db", "Bring a translation memory into a project."},
    Example{"learn", "tungse learn book.vi.txt book.en.txt --output vi-en.lexicon",
            "A lexicon that helps with other texts."},
    Example{"match", "tungse match \"16 May 1858\" \"28/5/1858\" --source-lang en --target-lang vi",
            "How the dates, numbers, names and terms of two passages relate."},
    Example{"mine", "tungse mine --source-dir vi --target-dir en --format tsv --output pairs.tsv",
            "Which documents and sentences of two folders correspond."},
    Example{"report", "tungse report --db project.db --format html --output report.html",
            "The latest alignment as one web page."},
    Example{"report", "tungse report --db project.db --list", "What a project holds."},
    Example{"segment", "tungse segment en.txt --output en.seg", "A sentence a line."},
    Example{"score", "tungse align en.txt vi.txt --format ladder | tungse score --gold gold.ladder -",
            "How well an alignment agrees with one made by hand."},
    Example{"words", "tungse words en.txt vi.txt --format json", "Which word translates which."},
    Example{"help", "tungse help glossary list", "The options of a command."},
    Example{"completion", "tungse completion bash > tungse.bash", "Completions for one shell, to be sourced."},
    Example{"man", "tungse man align > tungse-align.1", "The manual page of a command; read it with: man -l FILE"},
};

class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_footer(const CLI::App* app) const override {
    std::string text = footer_of(*app) + "\n";
    const std::vector<Example> shown = examples_of(path_of(*app));
    if (!shown.empty()) text += "\nExamples:\n";
    for (const Example& one : shown) text += "  " + std::string(one.line) + "\n      " + std::string(one.what) + "\n";
    return text;
  }
};

}  // namespace

std::string exit_codes(const std::string& meaning_of_three) {
  return std::string(exit_codes_begin) + "0 fine, 1 could not be done, 2 usage, " +
         (meaning_of_three.empty() ? "" : "3 " + meaning_of_three + ", ") + "130 interrupted.";
}

std::string footer_of(const CLI::App& command) {
  const std::string own = command.get_footer();
  if (own.find(exit_codes_begin) != std::string::npos) return own;
  return own + (own.empty() ? "" : "\n") + exit_codes("");
}

std::vector<Example> examples_of(const std::string& path) {
  std::vector<Example> found;
  std::copy_if(examples.begin(), examples.end(), std::back_inserter(found),
               [&path](const Example& one) { return one.command == path; });
  return found;
}

std::shared_ptr<CLI::FormatterBase> make_help_formatter() { return std::make_shared<HelpFormatter>(); }

}  // namespace tungse
