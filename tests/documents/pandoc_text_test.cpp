// The text that is made of pandoc's tree. The trees are written by hand: no program is needed.

#include <gmock/gmock.h>

#include "aligner/documents/read_pandoc.h"
#include "aligner/documents/superior_figures.h"
#include "aligner/error.h"

using aligner::Error;
using aligner::documents::PlacedText;
using aligner::documents::text_of_pandoc;
using aligner::documents::Title;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

namespace {

// A document of `blocks`. Single quotes stand for double ones.
PlacedText text_of(std::string blocks, Title title = Title::aside, std::string meta = "{}") {
  std::string json = "{'pandoc-api-version':[1,22],'meta':" + meta + ",'blocks':[" + blocks + "]}";
  for (char& c : json) c = c == '\'' ? '"' : c;
  return text_of_pandoc(json, title, "account.docx");
}

std::string str(const std::string& words) { return "{'t':'Str','c':'" + words + "'}"; }
std::string para(const std::string& inlines) { return "{'t':'Para','c':[" + inlines + "]}"; }

std::vector<std::string> places_of(const PlacedText& text) {
  std::vector<std::string> places;
  for (const auto& one : text.places.spans) {
    places.push_back(to_string(one.place) + ": " + text.text.substr(one.span.begin, one.span.size()));
  }
  return places;
}

TEST(PandocText, HasAParagraphForEveryBlockAndItsPlace) {
  const PlacedText text =
      text_of("{'t':'Header','c':[1,['',[],[]],[" + str("Border") + "]]}," +
              para(str("On") + ",{'t':'Space'}," + str("May") + ",{'t':'SoftBreak'}," + str("28.")));

  EXPECT_EQ(text.text, "Border\n\nOn May 28.");
  EXPECT_THAT(places_of(text), ElementsAre("paragraph 1: Border", "paragraph 2: On May 28."));
}

TEST(PandocText, KeepsMarksOfNotesOutAndGivesTheNotesAtTheEnd) {
  const PlacedText text = text_of(para(str("In") + ",{'t':'Space'}," + str("1858") + ",{'t':'Note','c':[" +
                                       para(str("Old Style.")) + "]}," + str(".")) +
                                  "," + para(str("Then.")));

  EXPECT_THAT(places_of(text), ElementsAre("paragraph 1: In 1858.", "paragraph 2: Then.", "note 1: Old Style."));
}

TEST(PandocText, KeepsOutLinksThatMarkNotes) {
  const std::string link = "{'t':'Link','c':[['',[],[]],[{'t':'Superscript','c':[" + str("12") + "]}],['#n12','']]}";

  EXPECT_EQ(text_of(para(str("1858") + "," + link + "," + str("."))).text, "1858.");
}

TEST(PandocText, KeepsTheWordsOfOtherLinks) {
  const std::string link = "{'t':'Link','c':[['',[],[]],[" + str("Aigun") + "],['#aigun','']]}";

  EXPECT_EQ(text_of(para(link)).text, "Aigun");
}

TEST(PandocText, RaisesNumbersThatMarkNoNote) {
  const auto raised = [](const std::string& words) { return "{'t':'Superscript','c':[" + str(words) + "]}"; };

  EXPECT_EQ(text_of(para(str("10 km") + "," + raised("2"))).text, "10 km²");
  EXPECT_EQ(text_of(para(str("XIX") + "," + raised("e"))).text, "XIXe");
}

TEST(PandocText, LeavesTheWordsOfMarkupAndNoSoftHyphens) {
  EXPECT_EQ(text_of(para("{'t':'Emph','c':[{'t':'Strong','c':[" + str("com\u00ADmission") +
                         "]}]},{'t':'LineBreak'},"
                         "{'t':'Code','c':[['',[],[]],'code']},{'t':'RawInline','c':['html','<br>']}"))
                .text,
            "commission code");
}

TEST(PandocText, MarksItemsOfListsAsReadersSeeThem) {
  const auto item = [](const std::string& words) { return "[{'t':'Plain','c':[" + str(words) + "]}]"; };
  const auto numbered = [&](const std::string& start, const char* style, const char* end) {
    return "{'t':'OrderedList','c':[[" + start + ",{'t':'" + style + "'},{'t':'" + end + "'}],[" + item("one") + "," +
           item("two") + "]]}";
  };

  EXPECT_EQ(text_of("{'t':'BulletList','c':[" + item("a") + "," + item("b") + "]}").text, "- a\n\n- b");
  EXPECT_EQ(text_of(numbered("9", "Decimal", "Period")).text, "9. one\n\n10. two");
  EXPECT_EQ(text_of(numbered("26", "LowerAlpha", "OneParen")).text, "z) one\n\naa) two");
  EXPECT_EQ(text_of(numbered("3", "UpperRoman", "TwoParens")).text, "(III) one\n\n(IV) two");
}

TEST(PandocText, GivesCellsOfTablesInTheirOrder) {
  const auto row = [](const std::string& a, const std::string& b) {
    const auto cell = [](const std::string& words) {
      return "[['',[],[]],{'t':'AlignDefault'},1,1,[{'t':'Plain','c':[" + str(words) + "]}]]";
    };
    return "[['',[],[]],[" + cell(a) + "," + cell(b) + "]]";
  };
  const std::string attributes = "['',[],[]]";

  EXPECT_EQ(text_of("{'t':'Table','c':[" + attributes + ",[null,[" + para(str("Rivers")) + "]],[],[" + attributes +
                    ",[" + row("name", "length") + "]],[[" + attributes + ",0,[],[" + row("Amur", "2824") + "]]],[" +
                    attributes + ",[]]]}")
                .text,
            "Rivers\n\nname\n\nlength\n\nAmur\n\n2824");
}

TEST(PandocText, NamesTheNotesOfPages) {
  const std::string notes =
      "{'t':'Div','c':[['',['footnotes'],[]],[{'t':'OrderedList','c':[[1,{'t':'Decimal'},{'t':'Period'}],[[" +
      para(str("First.") + ",{'t':'Link','c':[['',['footnote-back'],[]],[" + str("↩") + "],['#r1','']]}") + "],[" +
      para(str("Second.")) + "]]]}]]}";

  EXPECT_THAT(places_of(text_of(para(str("Text.")) + "," + notes + "," + para(str("End.")))),
              ElementsAre("paragraph 1: Text.", "note 1: First.", "note 2: Second.", "paragraph 2: End."));
}

TEST(PandocText, HasTheTitleOfWordProcessors) {
  const std::string meta = "{'title':{'t':'MetaInlines','c':[" + str("Border") + "]}}";

  EXPECT_EQ(text_of(para(str("Text.")), Title::in_text, meta).text, "Border\n\nText.");
  EXPECT_EQ(text_of(para(str("Text.")), Title::aside, meta).text, "Text.");
}

TEST(PandocText, RefusesWhatIsNestedTooDeeply) {
  std::string blocks;
  for (int k = 0; k < 100'000; ++k) blocks += "{'t':'BlockQuote','c':[";

  EXPECT_THAT([&] { text_of(blocks); }, ThrowsMessage<Error>(HasSubstr("account.docx: is nested too deeply")));
}

TEST(PandocText, RefusesWhatIsNoTree) {
  for (const char* json : {"", "{", "[1,2", "{\"blocks\":"}) {
    EXPECT_THAT([&] { text_of_pandoc(json, Title::aside, "a.docx"); }, ThrowsMessage<Error>(HasSubstr("a.docx")));
  }
  EXPECT_EQ(text_of_pandoc("[]", Title::aside, "a.docx").text, "");
  EXPECT_EQ(text_of_pandoc(R"({"blocks":[{"t":"Para","c":5},{"t":"Table","c":[]},{"t":7}]})", Title::aside, "a").text,
            "");
}

TEST(NoteMarks, AreNumbersSignsAndArrows) {
  for (const char* mark : {"1", "123", "[4]", "(5)", "6.", "*", "**", "†", "¹²", "↩\uFE0E", "[*]"}) {
    EXPECT_TRUE(aligner::documents::is_note_mark(mark)) << mark;
  }
  for (const char* words : {"", "1858", "Aigun", "1a", "[a]", "[]", "."}) {
    EXPECT_FALSE(aligner::documents::is_note_mark(words)) << words;
  }
}

}  // namespace
