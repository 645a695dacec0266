#include "aligner/documents/read_pandoc.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <vector>

#include "aligner/documents/child_program.h"
#include "aligner/documents/pandoc_tree.h"
#include "aligner/documents/superior_figures.h"

namespace aligner::documents {
namespace {

using text::PlaceKind;

bool has_word(const PandocNode& list, std::string_view word) {
  return std::any_of(list.items.begin(), list.items.end(), [word](const PandocNode& one) { return one.text == word; });
}

// Attributes are [identifier, [class ...], [[name, value] ...]].
bool has_class(const PandocNode& attributes, std::string_view name) { return has_word(attributes.at(1), name); }

bool has_role(const PandocNode& attributes, std::string_view role) {
  const auto& pairs = attributes.at(2).items;
  return std::any_of(pairs.begin(), pairs.end(), [role](const PandocNode& pair) {
    return (pair.at(0).text == "role" || pair.at(0).text == "epub:type") && pair.at(1).text == role;
  });
}

std::size_t number_of(const std::string& digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

// 3 -> "c", 28 -> "ab"
std::string in_letters(std::size_t number, char first) {
  std::string letters;
  for (; number > 0; number = (number - 1) / 26) {
    letters.insert(letters.begin(), static_cast<char>(first + static_cast<char>((number - 1) % 26)));
  }
  return letters;
}

std::string in_roman(std::size_t number, bool is_upper) {
  if (number == 0 || number > 3999) return std::to_string(number);
  struct Sign {
    std::size_t value;
    const char* upper;
    const char* lower;
  };
  constexpr std::array<Sign, 13> signs{{{1000, "M", "m"},
                                        {900, "CM", "cm"},
                                        {500, "D", "d"},
                                        {400, "CD", "cd"},
                                        {100, "C", "c"},
                                        {90, "XC", "xc"},
                                        {50, "L", "l"},
                                        {40, "XL", "xl"},
                                        {10, "X", "x"},
                                        {9, "IX", "ix"},
                                        {5, "V", "v"},
                                        {4, "IV", "iv"},
                                        {1, "I", "i"}}};
  std::string roman;
  for (const Sign& sign : signs) {
    for (; number >= sign.value; number -= sign.value) roman += is_upper ? sign.upper : sign.lower;
  }
  return roman;
}

// List attributes are [start, style, delimiter].
std::string number_mark(const PandocNode& attributes, std::size_t index) {
  const std::size_t number = number_of(attributes.at(0).text) + index;
  const std::string& style = attributes.at(1).tag;
  const std::string& delimiter = attributes.at(2).tag;
  std::string mark = style == "LowerAlpha"   ? in_letters(number, 'a')
                     : style == "UpperAlpha" ? in_letters(number, 'A')
                     : style == "LowerRoman" ? in_roman(number, false)
                     : style == "UpperRoman" ? in_roman(number, true)
                                             : std::to_string(number);
  if (delimiter == "TwoParens") return "(" + mark + ") ";
  return mark + (delimiter == "OneParen" ? ") " : ". ");
}

// Puts the text together while it walks through the tree. Recursion is as deep as the tree may be.
class Writer {
 public:
  PlacedText write(const PandocNode& root, Title title) {
    const PandocNode* meta = root.member("meta");
    if (meta != nullptr && title == Title::in_text) write_title(meta->at(0));
    if (const PandocNode* blocks = root.member("blocks")) write_blocks(blocks->at(0));
    // Notes may have notes: these are added behind while the list is gone through.
    for (std::size_t k = 0; k < notes_.size(); ++k) {
      note_ = k + 1;
      write_blocks(*notes_[k]);
    }
    return std::move(text_);
  }

 private:
  // What word processors call the title of a document is no block to pandoc.
  void write_title(const PandocNode& meta) {
    for (const char* name : {"title", "subtitle", "author", "date", "abstract"}) {
      if (const PandocNode* value = meta.member(name)) write_meta(value->at(0));
    }
  }

  void write_meta(const PandocNode& value) {
    if (value.tag == "MetaInlines") write_inlines(value);
    if (value.tag == "MetaBlocks") write_blocks(value);
    if (value.tag == "MetaList") {
      for (const PandocNode& one : value.items) write_meta(one);
    }
  }

  void write_blocks(const PandocNode& blocks) {
    for (const PandocNode& block : blocks.items) write_block(block);
  }

  void write_block(const PandocNode& block) {
    const std::string& tag = block.tag;
    if (tag == "Para" || tag == "Plain") return write_inlines(block);
    if (tag == "Header") return write_inlines(block.at(2));
    if (tag == "CodeBlock") return add(clean_lines(block.at(1).text));
    if (tag == "LineBlock") return write_lines(block);
    if (tag == "BlockQuote") return write_blocks(block);
    if (tag == "BulletList") return write_items(block, nullptr);
    if (tag == "OrderedList") return write_items(block.at(1), &block.at(0));
    if (tag == "DefinitionList") return write_definitions(block);
    if (tag == "Table") return write_table(block);
    if (tag == "Figure") return write_figure(block);
    if (tag == "Div") return write_division(block);
  }

  void write_lines(const PandocNode& block) {
    std::string lines;
    for (const PandocNode& line : block.items) {
      const std::string one = one_line(words_of(line));
      if (!one.empty()) lines += (lines.empty() ? "" : "\n") + one;
    }
    add(lines);
  }

  void write_items(const PandocNode& items, const PandocNode* numbering) {
    for (std::size_t k = 0; k < items.items.size(); ++k) {
      if (is_of_notes_) note_ = k + 1;
      mark_ = is_of_notes_ ? "" : numbering != nullptr ? number_mark(*numbering, k) : "- ";
      const bool was_of_notes = is_of_notes_;
      is_of_notes_ = false;
      write_blocks(items.items[k]);
      is_of_notes_ = was_of_notes;
      mark_.clear();
    }
  }

  void write_definitions(const PandocNode& block) {
    for (const PandocNode& one : block.items) {
      write_inlines(one.at(0));
      for (const PandocNode& definition : one.at(1).items) write_blocks(definition);
    }
  }

  // [attributes, caption, columns, head, bodies, foot]; rows are [attributes, cells].
  void write_table(const PandocNode& table) {
    write_blocks(table.at(1).at(1));
    write_rows(table.at(3).at(1));
    for (const PandocNode& body : table.at(4).items) {
      write_rows(body.at(2));
      write_rows(body.at(3));
    }
    write_rows(table.at(5).at(1));
  }

  void write_rows(const PandocNode& rows) {
    for (const PandocNode& row : rows.items) {
      for (const PandocNode& cell : row.at(1).items) write_blocks(cell.at(4));
    }
  }

  void write_figure(const PandocNode& figure) {
    write_blocks(figure.at(2));
    write_blocks(figure.at(1).at(1));
  }

  // Notes of HTML stand in a part of their own.
  void write_division(const PandocNode& division) {
    const PandocNode& attributes = division.at(0);
    const bool is_of_notes = has_class(attributes, "footnotes") || has_role(attributes, "doc-endnotes") ||
                             has_role(attributes, "footnotes") || has_role(attributes, "endnotes");
    if (!is_of_notes) return write_blocks(division.at(1));
    is_of_notes_ = true;
    write_blocks(division.at(1));
    is_of_notes_ = false;
    note_ = 0;
  }

  void write_inlines(const PandocNode& inlines) { add(one_line(words_of(inlines))); }

  std::string words_of(const PandocNode& inlines) {
    std::string words;
    for (const PandocNode& one : inlines.items) add_inline(one, words);
    return words;
  }

  void add_inline(const PandocNode& one, std::string& words) {
    const std::string& tag = one.tag;
    if (tag == "Str") {
      words += one.text;
    } else if (tag == "LineBreak") {
      words += ' ';
    } else if (tag == "Note") {
      notes_.push_back(&one);
    } else if (tag == "Code" || tag == "Math") {
      words += one.at(1).text;
    } else if (tag == "Quoted") {
      words += one.at(0).tag == "SingleQuote" ? "‘" : "“";
      words += words_of(one.at(1));
      words += one.at(0).tag == "SingleQuote" ? "’" : "”";
    } else if (tag == "Superscript") {
      add_superscript(one, words);
    } else if (tag == "Link") {
      add_link(one, words);
    } else if (tag == "Image") {
      add_image(one, words);
    } else if (tag == "Span" || tag == "Cite") {
      words += words_of(one.at(1));
    } else if (tag != "RawInline") {  // emphasis of any kind
      words += words_of(one);
    }
  }

  void add_superscript(const PandocNode& one, std::string& words) {
    const std::string raised = one_line(words_of(one));
    words += are_figures(raised) ? to_superior(raised) : raised;
  }

  // [attributes, inlines, [target, title]]; a mark of a note leads to the note, and the note leads back.
  void add_link(const PandocNode& link, std::string& words) {
    const PandocNode& attributes = link.at(0);
    const bool is_named = has_class(attributes, "footnote-ref") || has_class(attributes, "footnote-back") ||
                          has_role(attributes, "doc-noteref") || has_role(attributes, "noteref") ||
                          has_role(attributes, "doc-backlink");
    if (is_named) return;
    std::string inside = words_of(link.at(1));
    const bool leads_inside = link.at(2).at(0).text.find('#') != std::string::npos;
    if (leads_inside && is_note_mark(one_line(inside))) return;
    words += inside;
  }

  // A picture that stands alone has its caption for its words.
  void add_image(const PandocNode& image, std::string& words) {
    if (image.at(2).at(1).text.starts_with("fig:")) words += words_of(image.at(1));
  }

  void add(const std::string& paragraph) {
    if (paragraph.empty()) return;
    if (note_ == 0) ++paragraphs_;
    const text::Place place{note_ == 0 ? PlaceKind::paragraph : PlaceKind::note, note_ == 0 ? paragraphs_ : note_, ""};
    text_.add_paragraph(mark_ + paragraph, place);
    mark_.clear();
  }

  PlacedText text_;
  std::vector<const PandocNode*> notes_;
  std::string mark_;  // of the item that begins
  std::size_t paragraphs_ = 0;
  std::size_t note_ = 0;  // the one that is written; 0: none
  bool is_of_notes_ = false;
};

}  // namespace

PlacedText text_of_pandoc(std::string_view json, Title title, const std::string& document) {
  const PandocNode root = parse_pandoc_tree(json, document);
  return Writer().write(root, title);
}

PlacedText read_pandoc(std::string_view bytes, const PandocRun& run) {
  // What remains of the memory is for the program itself.
  const std::string heap = "-M" + std::to_string(run.limits.memory / 2);
  const std::string json =
      run_child({.program = "pandoc",
                 .package = "pandoc",
                 .arguments = {"--sandbox", "--from", run.format, "--to", "json", "+RTS", heap, "-RTS"},
                 .input = bytes,
                 .document = run.document,
                 .limits = run.limits});
  const bool is_office = run.format == "docx" || run.format == "odt";
  return text_of_pandoc(json, is_office ? Title::in_text : Title::aside, run.document);
}

}  // namespace aligner::documents
