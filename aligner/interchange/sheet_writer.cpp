#include "aligner/interchange/sheet_writer.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

#include <xlsxwriter.h>

#include "aligner/error.h"

namespace aligner::interchange {
namespace {

constexpr double text_width = 60;  // of the first two columns, in digits

// A folder that is gone with the object.
class DraftFolder {
 public:
  DraftFolder() {
    std::error_code failed;
    std::string form = (std::filesystem::temp_directory_path(failed) / "tungse-XXXXXX").string();
    if (failed || mkdtemp(form.data()) == nullptr) {
      throw Error("no folder for a draft of the workbook can be made; name one with room in it by TMPDIR");
    }
    path_ = form;
  }
  ~DraftFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  DraftFolder(const DraftFolder&) = delete;
  DraftFolder& operator=(const DraftFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

bool is_hex(char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'F') || (byte >= 'a' && byte <= 'f');
}

// What a reader would take for an escape: "_x0041_".
bool looks_escaped(std::string_view text) {
  return text.size() >= 7 && text.starts_with("_x") && text[6] == '_' && is_hex(text[2]) && is_hex(text[3]) &&
         is_hex(text[4]) && is_hex(text[5]);
}

// Characters that XML has no place for are written by their code: "_x0001_".
std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const std::string_view rest = text.substr(i);
    if (byte < 0x20 && byte != '\t' && byte != '\n') {
      std::array<char, 8> code{};
      std::snprintf(code.data(), code.size(), "_x%04X_", static_cast<unsigned>(byte));
      out += code.data();
    } else if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {
      out += rest[2] == '\xBE' ? "_xFFFE_" : "_xFFFF_";
      i += 2;
    } else {
      if (looks_escaped(rest)) out += "_x005F";
      out += text[i];
    }
  }
  return out;
}

bool is_rounded(double number) {
  std::array<char, 32> digits{};
  std::snprintf(digits.data(), digits.size(), "%.16G", number);  // as the library writes it
  return std::strtod(digits.data(), nullptr) != number;
}

}  // namespace

std::size_t cell_length(std::string_view text) {
  std::size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) units += byte >= 0xF0 ? 2 : 1;
  }
  return units;
}

struct SheetWriter::Workbook {
  Workbook() : file((folder.path() / "draft.xlsx").string()), temporary(folder.path().string()) {
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    options.tmpdir = temporary.data();
    book = workbook_new_opt(file.c_str(), &options);
    if (book == nullptr) throw Error(file + ": no draft of the workbook can be made; is there room?");
    sheet = workbook_add_worksheet(book, "pairs");
    lxw_doc_properties properties{};
    properties.created = 315532800;  // 1980: a zip archive knows no day before, and ours has no day
    workbook_set_properties(book, &properties);
    bold = workbook_add_format(book);
    format_set_bold(bold);
    wrapped = workbook_add_format(book);
    format_set_text_wrap(wrapped);
    format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  }
  ~Workbook() { close(); }
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  lxw_error close() { return book == nullptr ? LXW_NO_ERROR : workbook_close(std::exchange(book, nullptr)); }

  DraftFolder folder;
  std::string file;
  std::string temporary;
  lxw_workbook* book = nullptr;
  lxw_worksheet* sheet = nullptr;
  lxw_format* bold = nullptr;
  lxw_format* wrapped = nullptr;
};

SheetWriter::SheetWriter(const std::vector<std::string>& head) : workbook_(std::make_unique<Workbook>()) {
  worksheet_set_column(workbook_->sheet, 0, 1, text_width, workbook_->wrapped);
  worksheet_freeze_panes(workbook_->sheet, 1, 0);
  for (std::size_t i = 0; i < head.size(); ++i) {
    worksheet_write_string(workbook_->sheet, 0, static_cast<lxw_col_t>(i), head[i].c_str(), workbook_->bold);
  }
  row_ = 1;
}

SheetWriter::~SheetWriter() = default;

void SheetWriter::write(const std::vector<SheetCell>& row) {
  if (row_ == most_sheet_rows) {
    throw Error(
        "a sheet has 1,048,576 rows and there are more pairs; write fewer at a time, or TSV, CSV or JSON Lines");
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto column = static_cast<lxw_col_t>(i);
    const auto line = static_cast<lxw_row_t>(row_);
    lxw_format* format = i < 2 ? workbook_->wrapped : nullptr;
    lxw_error failed = LXW_NO_ERROR;
    if (row[i].number) {
      rounded_ += is_rounded(*row[i].number) ? 1 : 0;
      failed = worksheet_write_number(workbook_->sheet, line, column, *row[i].number, nullptr);
    } else if (!row[i].text.empty()) {
      const std::string text = escaped(row[i].text);
      if (cell_length(text) > longest_cell) {
        throw Error("row " + std::to_string(row_ + 1) + ": a text of " + std::to_string(cell_length(text)) +
                    " characters is longer than a cell, which holds 32,767; write TSV, CSV or JSON Lines");
      }
      failed = worksheet_write_string(workbook_->sheet, line, column, text.c_str(), format);
    }
    if (failed != LXW_NO_ERROR) throw Error(std::string("the workbook cannot be written: ") + lxw_strerror(failed));
  }
  ++row_;
}

void SheetWriter::finish(const ByteSink& out) {
  if (const lxw_error failed = workbook_->close(); failed != LXW_NO_ERROR) {
    throw Error(std::string("the workbook cannot be written (") + lxw_strerror(failed) +
                "); name a folder with room by TMPDIR, or write TSV, CSV or JSON Lines");
  }
  std::ifstream in(workbook_->file, std::ios::binary);
  std::string block(1U << 16, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    out(std::string_view(block.data(), static_cast<std::size_t>(in.gcount())));
  }
  if (!in.eof()) throw Error(workbook_->file + ": the draft of the workbook cannot be read");
}

}  // namespace aligner::interchange
