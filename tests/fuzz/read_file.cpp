// Whatever the bytes, the readers of documents give valid UTF-8 with places in their order, or an Error. What other
// programs write is damaged too; none is started.

#include "aligner/documents/read_file.h"

#include <cstdlib>
#include <string_view>

#include "aligner/documents/format.h"
#include "aligner/documents/pdf_pages.h"
#include "aligner/documents/read_pandoc.h"
#include "aligner/documents/read_pdf.h"
#include "aligner/documents/zip_members.h"
#include "aligner/error.h"
#include "aligner/text/utf8.h"

#include "tests/fuzz/fuzz_main.h"

namespace documents = aligner::documents;
using documents::DocumentFormat;

namespace {

void check(const std::string& text, const aligner::text::Places& places) {
  std::size_t end = 0;
  for (const auto& one : places.spans) {
    if (one.span.begin < end || one.span.end <= one.span.begin || one.span.end > text.size()) std::abort();
    end = one.span.end;
  }
}

void read_as(const std::string& bytes, DocumentFormat format) {
  try {
    const auto read = documents::read_file_bytes(
        bytes, "input", {.format = format, .encoding = {}, .language = aligner::text::LanguageTag::parse("vi")});
    check(read.read.document.bytes(), read.places);
  } catch (const aligner::Error&) {
    // An input may be refused, if it is refused in words.
  }
}

template <typename Work>
void try_work(const Work& work) {
  try {
    work();
  } catch (const aligner::Error&) {
    // As above.
  }
}

}  // namespace

const std::vector<std::string>& fuzz_seeds() {
  static const std::vector<std::string> seeds = {
      "1\n00:00:01,000 --> 00:00:02,000\n- <i>One</i> {\\an8}sentence\n\n2\n00:00:03,000 --> 00:00:04,000\ngoes "
      "on...\n",
      "WEBVTT\n\nNOTE a\n\nSTYLE\nb\n\nid\n00:01.000 --> 00:02.000 align:start\n<v Lan>Ngày &amp; đêm\n",
      "# c\nmsgid \"\"\nmsgstr \"Language: vi\\n\"\n\n#, c-format, fuzzy\nmsgctxt \"m\"\nmsgid \"_a %d\"\nmsgid_plural "
      "\"b\"\nmsgstr[0] \"_c %1$s\\x41\\n\"\nmsgstr[1] \"d\"\n#~ msgid \"o\"\n#~ msgstr \"p\"\n",
      R"({"meta":{"title":{"t":"MetaInlines","c":[{"t":"Str","c":"T"}]}},"blocks":[{"t":"Para","c":[{"t":"Str","c":"a"},)"
      R"({"t":"Space"},{"t":"Note","c":[{"t":"Para","c":[{"t":"Str","c":"n"}]}]},{"t":"Superscript","c":[{"t":"Str",)"
      R"("c":"2"}]}]},{"t":"OrderedList","c":[[1,{"t":"LowerRoman"},{"t":"Period"}],[[{"t":"Plain","c":[]}]]]}]})",
      "<page width=\"6\" height=\"792\"><flow><block><line><word xMin=\"1\" yMin=\"1\" xMax=\"2\" yMax=\"12\">a-</word>"
      "<word xMin=\"2\" yMin=\"1\" xMax=\"3\" yMax=\"6\">1</word></line></block></flow></page>",
      std::string("PK\x03\x04....PK\x01\x02") + std::string(42, '\0') + "PK\x05\x06" + std::string(18, '\x01'),
      "<?xml version=\"1.0\"?><!-- c --><html>a",
      "%PDF-1.4",
      "\xFF\xFE"
      "1"};
  return seeds;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  for (const DocumentFormat format : {DocumentFormat::srt, DocumentFormat::vtt, DocumentFormat::po})
    read_as(bytes, format);
  try_work([&] { documents::find_format(bytes, size % 2 == 0 ? "a.docx" : "a"); });
  try_work([&] { documents::check_zip(bytes, "input", 1000); });
  if (!aligner::text::is_valid_utf8(bytes)) return 0;
  try_work([&] {
    const auto text = documents::text_of_pandoc(bytes, documents::Title::in_text, "input");
    check(text.text, text.places);
  });
  try_work([&] {
    auto pages = documents::parse_pdf_pages(bytes, "input");
    documents::drop_running_heads(pages);
    const auto text = documents::text_of_pages(pages);
    check(text.text, text.places);
  });
  return 0;
}
