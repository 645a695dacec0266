#include "tests/documents/small_files.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <sstream>

#include <unistd.h>

namespace documents_tests {
namespace {

std::string escaped(const std::string& words) {
  std::string out;
  for (const char c : words) out += c == '(' || c == ')' || c == '\\' ? std::string{'\\', c} : std::string(1, c);
  return out;
}

std::string page_content(const std::vector<PdfText>& texts) {
  std::ostringstream content;
  for (const PdfText& text : texts) {
    content << "BT /F1 " << text.size << " Tf " << text.left << " " << text.height << " Td (" << escaped(text.words)
            << ") Tj ET\n";
  }
  return content.str();
}

std::uint32_t crc_of(const std::string& bytes, std::size_t repeats, const std::string& ending) {
  std::uint32_t crc = 0xFFFFFFFF;
  const auto add = [&crc](unsigned char byte) {
    crc ^= byte;
    for (int k = 0; k < 8; ++k) crc = (crc >> 1) ^ ((crc & 1) != 0 ? 0xEDB88320U : 0U);
  };
  for (const char c : bytes) add(static_cast<unsigned char>(c));
  // A wrong sum is found out only when all has been unpacked; what is large is not summed up here.
  if (repeats < 1'000'000) {
    for (std::size_t k = 0; k < repeats; ++k) add('a');
  }
  for (const char c : ending) add(static_cast<unsigned char>(c));
  return ~crc;
}

// DEFLATE (RFC 1951) with its fixed codes: literals, and the longest copies of the letter before.
class Squeezer {
 public:
  std::string squeeze(const ZipFile& file) {
    put(1, 1);  // the last block
    put(1, 2);  // fixed codes
    for (const char c : file.bytes) literal(static_cast<unsigned char>(c));
    if (file.repeats > 0) {
      literal('a');
      for (std::size_t k = 1; k + 258 <= file.repeats; k += 258) {
        code(0b11000101, 8);  // 285: 258 bytes
        code(0, 5);           // from one byte back
      }
    }
    for (const char c : file.ending) literal(static_cast<unsigned char>(c));
    code(0, 7);
    if (count_ > 0) out_ += static_cast<char>(bits_);
    return std::move(out_);
  }

 private:
  void literal(unsigned byte) { byte < 144 ? code(0x30 + byte, 8) : code(0x190 + byte - 144, 9); }
  // Huffman codes begin with their highest bit.
  void code(unsigned value, int size) {
    for (int k = size - 1; k >= 0; --k) put(value >> k & 1U, 1);
  }
  void put(unsigned value, int size) {
    for (int k = 0; k < size; ++k) {
      bits_ |= (value >> k & 1U) << count_;
      if (++count_ < 8) continue;
      out_ += static_cast<char>(bits_);
      bits_ = 0;
      count_ = 0;
    }
  }

  std::string out_;
  unsigned bits_ = 0;
  int count_ = 0;
};

std::string number(std::uint64_t value, int size) {
  std::string bytes;
  for (int k = 0; k < size; ++k) bytes += static_cast<char>(value >> (8 * k) & 0xFF);
  return bytes;
}

}  // namespace

std::string make_pdf(const std::vector<std::vector<PdfText>>& pages) {
  std::vector<std::string> objects;  // by number, from 1 on
  std::string kids;
  for (std::size_t k = 0; k < pages.size(); ++k) kids += std::to_string(4 + 2 * k) + " 0 R ";
  objects.emplace_back("<< /Type /Catalog /Pages 2 0 R >>");
  objects.push_back("<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(pages.size()) + " >>");
  objects.emplace_back("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
  for (std::size_t k = 0; k < pages.size(); ++k) {
    const std::string content = page_content(pages[k]);
    objects.push_back(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> "
        "/Contents " +
        std::to_string(5 + 2 * k) + " 0 R >>");
    objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content + "endstream");
  }
  std::string pdf = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t k = 0; k < objects.size(); ++k) {
    std::string place = std::to_string(pdf.size());
    place.insert(0, 10 - place.size(), '0');
    table += place + " 00000 n \n";
    pdf += std::to_string(k + 1) + " 0 obj\n" + objects[k] + "\nendobj\n";
  }
  const std::size_t begin = pdf.size();
  const std::string size = std::to_string(objects.size() + 1);
  return pdf + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size + " /Root 1 0 R >>\nstartxref\n" +
         std::to_string(begin) + "\n%%EOF\n";
}

std::vector<PdfText> lines_of_page(const std::vector<std::string>& lines, double top) {
  std::vector<PdfText> page;
  for (const std::string& line : lines) {
    if (!line.empty()) page.push_back({.height = top, .words = line});
    top -= 14;
  }
  return page;
}

std::string make_zip(const std::vector<ZipFile>& files) {
  std::string zip;
  std::string directory;
  for (const ZipFile& file : files) {
    const bool is_squeezed = file.repeats > 0;
    const std::string packed = is_squeezed ? Squeezer().squeeze(file) : file.bytes;
    const std::size_t true_size =
        file.bytes.size() + (is_squeezed ? 1 + (file.repeats - 1) / 258 * 258 + file.ending.size() : 0);
    const std::size_t size = file.size_said != 0 ? file.size_said : true_size;
    const std::string both = number(20, 2) + number(0, 2) + number(is_squeezed ? 8 : 0, 2) + number(0, 4) +
                             number(crc_of(file.bytes, file.repeats, file.ending), 4) + number(packed.size(), 4) +
                             number(size, 4) + number(file.name.size(), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + both + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                 number(zip.size(), 4) + file.name;
    zip += "PK\x03\x04" + both + file.name + packed;
  }
  const std::size_t begin = zip.size();
  zip += directory + "PK\x05\x06" + number(0, 4) + number(files.size(), 2) + number(files.size(), 2) +
         number(directory.size(), 4) + number(begin, 4) + number(0, 2);
  return zip;
}

std::string make_docx(const std::string& body) {
  const std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  return make_zip(
      {{.name = "[Content_Types].xml",
        .bytes =
            declaration +
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default "
            "Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
            "PartName=\"/word/document.xml\" "
            "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
            "</Types>"},
       {.name = "_rels/.rels",
        .bytes = declaration +
                 "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                 "Id=\"r1\" "
                 "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                 "Target=\"word/document.xml\"/></Relationships>"},
       {.name = "word/document.xml",
        .bytes = declaration +
                 "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" +
                 body + "</w:body></w:document>"}});
}

bool has_program(const std::string& name) {
  std::istringstream path(std::getenv("PATH") != nullptr ? std::getenv("PATH") : "");
  for (std::string folder; std::getline(path, folder, ':');) {
    if (::access((folder + "/" + name).c_str(), X_OK) == 0) return true;
  }
  return false;
}

}  // namespace documents_tests
