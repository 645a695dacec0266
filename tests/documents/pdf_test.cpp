// PDF: how the lines of pages become paragraphs. What needs pdftotext is skipped where it is not installed.

#include <algorithm>

#include <gmock/gmock.h>

#include "aligner/documents/pdf_pages.h"
#include "aligner/documents/read_file.h"
#include "aligner/documents/read_pdf.h"
#include "aligner/error.h"

#include "tests/documents/small_files.h"

using aligner::Error;
using aligner::documents::parse_pdf_pages;
using aligner::documents::PdfLine;
using aligner::documents::PdfPage;
using aligner::documents::read_file_bytes;
using aligner::documents::text_of_pages;
using documents_tests::lines_of_page;
using documents_tests::make_pdf;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

// A page of lines 12 points high, 14 apart, from the upper edge on. A line may begin with ">" (indented) and be empty.
PdfPage page_of(const std::vector<std::string>& lines, double from = 100) {
  PdfPage page{792, {}};
  for (const std::string& line : lines) {
    const bool is_indented = line.starts_with('>');
    const std::string words = line.substr(is_indented ? 1 : 0);
    const double left = is_indented ? 90 : 72;
    if (!words.empty()) {
      const auto width = [](std::size_t letters) { return 6 * static_cast<double>(letters); };
      const std::size_t first = std::min(words.find(' '), words.size());
      page.lines.push_back({words, left, left + width(words.size()), from, from + 12, width(first)});
    }
    from += 14;
  }
  return page;
}

std::string text_of(std::vector<PdfPage> pages) {
  drop_running_heads(pages);
  return text_of_pages(pages).text;
}

TEST(PdfText, JoinsTheLinesOfAParagraph) {
  EXPECT_EQ(text_of({page_of({"The treaty was signed at Aigun by the two", "commissioners on the sixteenth of May."})}),
            "The treaty was signed at Aigun by the two commissioners on the sixteenth of May.");
}

TEST(PdfText, BeginsAParagraphWithAnIndent) {
  EXPECT_EQ(
      text_of({page_of({">The treaty was signed at Aigun by two men.", "They met again in the evening of the day.",
                        ">Then the ships of the general went down.", "They came to the mouth of the long river."})}),
      "The treaty was signed at Aigun by two men. They met again in the evening of the day.\n\n"
      "Then the ships of the general went down. They came to the mouth of the long river.");
}

TEST(PdfText, BeginsAParagraphBehindAGapAndAShortLine) {
  EXPECT_EQ(
      text_of(
          {page_of({"The treaty was signed at Aigun by the two", "men.", "They met again in the evening of that day",
                    "by the river.", "", "Then the ships of the general went down."})}),
      "The treaty was signed at Aigun by the two men.\n\nThey met again in the evening of that day by the river.\n\n"
      "Then the ships of the general went down.");
}

TEST(PdfText, GoesOnOverPages) {
  const auto text =
      text_of_pages({page_of({"The treaty was signed at Aigun by the two", "commissioners, who met again in the"}),
                     page_of({"evening by the river.", "", "The next day they left."})});

  EXPECT_EQ(text.text,
            "The treaty was signed at Aigun by the two commissioners, who met again in the evening by the river.\n\n"
            "The next day they left.");
  EXPECT_EQ(to_string(*text.places.find(0)), "page 1");
  EXPECT_EQ(to_string(*text.places.find(text.text.find("evening"))), "page 2");
}

TEST(PdfText, JoinsWordsThatAreDividedAlsoOverPages) {
  EXPECT_EQ(text_of({page_of({"He was the plenipo-", "tentiary of the em-"}), page_of({"peror of Russia."})}),
            "He was the plenipotentiary of the emperor of Russia.");
}

TEST(PdfText, DropsRunningHeadsAndPageNumbers) {
  std::vector<PdfPage> pages;
  for (int k = 1; k <= 4; ++k) {
    PdfPage page = page_of({"On page " + std::string(1, static_cast<char>('a' + k)) + " they met.", "They left."});
    page.lines.push_back({"The Amur", 250, 300, 30, 42});
    page.lines.push_back({"- " + std::to_string(k + 8) + " -", 290, 310, 750, 762});
    pages.push_back(page);
  }

  const std::string text = text_of(pages);

  EXPECT_EQ(text.find("The Amur"), std::string::npos);
  EXPECT_EQ(text.find("11"), std::string::npos);
  EXPECT_EQ(text.find("On page e"), text.rfind("On page"));
}

TEST(PdfText, KeepsWhatStandsAtTheTopOnce) {
  PdfPage first = page_of({"They met."});
  first.lines.insert(first.lines.begin(), {"A title", 250, 300, 30, 42});

  EXPECT_THAT(text_of({first, page_of({"They left."})}), HasSubstr("A title"));
}

TEST(PdfText, TakesHeadingsOfAnotherSizeApart) {
  PdfPage page = page_of({"They met in the evening of that same day."}, 130);
  page.lines.insert(page.lines.begin(), {"The treaty of Aigun", 72, 300, 100, 120});

  EXPECT_EQ(text_of({page}), "The treaty of Aigun\n\nThey met in the evening of that same day.");
}

TEST(PdfText, GivesFootnotesAtTheEnd) {
  PdfPage first = page_of({"The treaty was signed at Aigun by the two", "commissioners,¹ who met again in the"});
  first.lines.push_back({"¹ Muravyov and Yishan.", 72, 180, 700, 709});

  EXPECT_THAT(text_of({first, page_of({"evening by the river."})}),
              EndsWith("who met again in the evening by the river.\n\n¹ Muravyov and Yishan."));
}

TEST(PdfPages, AreReadWithSmallRaisedNumbersAsFigures) {
  const std::vector<PdfPage> pages = parse_pdf_pages(
      "<doc>\n<page width=\"612\" height=\"792\"><flow><block><line>\n"
      "<word xMin=\"72\" yMin=\"100\" xMax=\"100\" yMax=\"112\">A &amp; 1858</word>\n"
      "<word xMin=\"100.5\" yMin=\"98\" xMax=\"104\" yMax=\"106\">1</word>\n"
      "<word xMin=\"110\" yMin=\"100\" xMax=\"130\" yMax=\"112\">2</word></line></block></flow></page>\n</doc>",
      "a.pdf");

  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(pages[0].lines.at(0).text, "A & 1858¹ 2");
}

TEST(PdfPages, KeepTheSoftHyphenOfADividedWord) {
  const auto word = [](const char* words, int top) {
    return "<line><word xMin=\"72\" yMin=\"" + std::to_string(top) + "\" xMax=\"300\" yMax=\"" +
           std::to_string(top + 12) + "\">" + words + "</word></line>";
  };

  EXPECT_EQ(
      text_of(parse_pdf_pages("<page width=\"612\" height=\"792\"><flow><block>" + word("ple\u00ADnipo\u00AD", 200) +
                                  word("tentiary", 214) + "</block></flow></page>",
                              "a.pdf")),
      "plenipotentiary");
}

TEST(PdfPages, MayBeCutOff) {
  EXPECT_THAT([] { parse_pdf_pages("<page width=\"612\" height=\"792\"><flow>", "a.pdf"); },
              ThrowsMessage<Error>(HasSubstr("a.pdf")));
}

class Pdf : public testing::Test {
 protected:
  void SetUp() override {
    if (!documents_tests::has_program("pdftotext")) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
  }
};

TEST_F(Pdf, IsReadWithThePagesOfItsParagraphs) {
  const auto read = read_file_bytes(make_pdf({lines_of_page({"The treaty was signed at Aigun on May 28, 1858.", "", "",
                                                             "They left on the next day."}),
                                              lines_of_page({"The second page begins with a sentence."})}),
                                    "standard input");

  EXPECT_EQ(read.read.document.bytes(),
            "The treaty was signed at Aigun on May 28, 1858.\n\nThey left on the next day.\n\n"
            "The second page begins with a sentence.");
  EXPECT_EQ(read.read.document.language().str(), "en");
  EXPECT_EQ(to_string(*read.places.find(read.read.document.bytes().find("second"))), "page 2");
}

TEST_F(Pdf, WithoutTextAsksForTheTextToBeRecognised) {
  EXPECT_THAT(
      [] {
        read_file_bytes(make_pdf({{}, {}}), "scan.pdf");
      },
      ThrowsMessage<Error>(AllOf(HasSubstr("scan.pdf"), HasSubstr("2 pages"), HasSubstr("ocrmypdf"))));
}

TEST_F(Pdf, ThatIsBrokenIsRefused) {
  const std::string whole = make_pdf({lines_of_page({"Words."})});

  for (const std::string& bytes : {whole.substr(0, 30), std::string("%PDF-1.4\nno more than this")}) {
    EXPECT_THAT([&] { read_file_bytes(bytes, "a.pdf"); },
                ThrowsMessage<Error>(AllOf(HasSubstr("a.pdf: "), HasSubstr("save"))));
  }
}

TEST_F(Pdf, WhosePagesGoRoundInACircleIsDoneWithSoon) {
  std::string pdf = make_pdf({lines_of_page({"Words."})});
  pdf.replace(pdf.find("/Kids [4"), 8, "/Kids [2");

  EXPECT_THROW(read_file_bytes(pdf, "a.pdf"), Error);
}

}  // namespace
