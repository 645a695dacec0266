// Every sentence that the rooms below the reports compose for people. One that is new there belongs here, and into
// po/*.po; a test looks for those that are not.

#include "aligner/messages/pattern.h"

namespace aligner::messages {
namespace {

constexpr Pattern patterns[] = {
    sentence("one day in two calendars: {reason}"),

    // Why two dates, numbers, names or terms belong together: aligner/anchors
    sentence("both are {date}"),
    sentence("{date} = {other_date}"),
    sentence("{date} is one day from {other_date}"),
    sentence("{date} and {other_date} are different days in any calendar"),
    sentence("{date} lies in {other_date}"),
    sentence("{date} and {other_date} share days"),
    sentence("{date} and {other_date} share no day"),
    sentence("{date} is {other_date}"),
    sentence("{number} = {other_number}"),
    sentence("{number} lies in {other_number}"),
    sentence("{number} and {other_number} overlap"),
    sentence("{number} and {other_number} are one number"),
    sentence("both have {number}"),
    sentence("both have {name}"),
    sentence("{name} is a name of {concept} ({reason})"),
    sentence("{name} is a reading of {other_name}"),
    sentence("{name} and {other_name} spell the same Chinese syllables"),
    sentence("{name} and {other_name} are readings of the same characters, such as {text}"),
    sentence("{name} and {other_name} share a surname, in two scripts"),
    sentence("{name} and {other_name} share a surname"),
    sentence("{name} and {other_name}: one is derived from the other, in two scripts"),
    sentence("{name} and {other_name}: one is derived from the other"),
    sentence("{name} and {other_name} are one name in two scripts"),
    sentence("{name} and {other_name} are spellings of one name"),
    sentence("{name} and {other_name} are names of {place}"),
    sentence("{name} and {other_name} sound alike"),
    sentence("both name {concept}"),
    sentence("{concept} and {other_concept} are related ({relation})"),

    // What is understood in two passages, and what tells them apart: aligner/score
    sentence("time of the story: {date}"),
    sentence("time of the story: {date} here, {other_date} there"),
    sentence("both are about {concept}"),
    sentence("{date} here, {other_date} there"),
    sentence("{concept} here, {other_concept} there"),
    sentence("{concept} is denied here, not there"),
    sentence("{concept} is denied there, not here"),

    // Why an alignment has its mode: aligner/align, aligner/pipeline
    sentence("{reason}; translated in order: source {range} = target {other_range}"),
    sentence("chosen: a monotone alignment is sure of {share} of the segments, {other_share} of them in runs "
             "({third_share} together, {fourth_share} and more mean parallel)"),
    sentence("asked for"),
    sentence("delimiters put both texts in one order"),
    sentence("imported"),
    sentence("linked among all documents that are no translation of another"),

    // Notes on texts: aligner/text, aligner/documents, aligner/pipeline
    sentence("{text}: language {language} (detected: {detection})"),
    sentence("{text}: the language could not be told ({detection}); give the language"),
    sentence("{text}: read as {encoding} (detected; give the encoding if this is wrong)"),
    sentence("{text}: read as {encoding}"),
    sentence("{text}: language {language} (its header says so)"),
    sentence("{text}: messages without a translation, left out: {count}"),
    sentence("{text}: fuzzy translations, left out: {count}"),
    sentence("{text}: obsolete entries, left out: {count}"),
    sentence("{text}: has no translations, so its messages are read; these are often English"),
    sentence("{text}: embeddings were not used, the texts are linked without order; ask for parallel mode to use them"),
    sentence("{text}: no line is {quoted}, here and in {other_text}; aligned as one block"),

    // Findings: aligner/check
    sentence("{date} in the source, {other_date} in the target, and no calendar makes them one"),
    sentence("{date} stands in the source only"),
    sentence("{date} stands in the target only"),
    sentence("{number} stands in the source only"),
    sentence("{number} stands in the target only"),
    sentence("{number} in the source, {other_number} in the target"),
    sentence("the same number of {quoted_unit} in the source and of {other_quoted_unit} in the target"),
    counted_sentence("{quoted} stands in the source only; {other_count} of its {count} mention have their like",
                     "{quoted} stands in the source only; {other_count} of its {count} mentions have their like"),
    counted_sentence("{quoted} stands in the target only; {other_count} of its {count} mention have their like",
                     "{quoted} stands in the target only; {other_count} of its {count} mentions have their like"),
    counted_sentence("{quoted} is spelled {other_quoted} elsewhere in {text} ({count} time)",
                     "{quoted} is spelled {other_quoted} elsewhere in {text} ({count} times)"),
    sentence("{quoted} is not to be written for {either}: {text}"),
    sentence("{quoted} is not to be written for {either}"),
    sentence("no wording of {concept} stands opposite {quoted}; expected: {other_quoted} ({count} of {other_count} "
             "pairs have it on both sides)"),
    sentence("{quoted} is a deprecated wording of {concept}; the list has {other_quoted}"),
    sentence("{quoted} is a deprecated wording of {concept}"),
    sentence("{quoted} is {other_quoted} here and {third_quoted} once in the same text"),
    counted_sentence("{quoted} is {other_quoted} here and {third_quoted} {count} time in the same text",
                     "{quoted} is {other_quoted} here and {third_quoted} {count} times in the same text"),
    counted_sentence("{count} word in a row stand in both texts as they are",
                     "{count} words in a row stand in both texts as they are"),
    counted_sentence("{other_count} of {count} segment of the source have no counterpart",
                     "{other_count} of {count} segments of the source have no counterpart"),
    counted_sentence("{other_count} of {count} segment of the target have no counterpart",
                     "{other_count} of {count} segments of the target have no counterpart"),
    counted_sentence("{count} segment of the source has no counterpart",
                     "{count} segments of the source have no counterpart"),
    counted_sentence("{count} segment of the target has no counterpart",
                     "{count} segments of the target have no counterpart"),
    sentence("the target is {digits} times as short as such passages usually are ({count} and {other_count} "
             "characters)"),
    sentence("the target is {digits} times as long as such passages usually are ({count} and {other_count} "
             "characters)"),
    sentence("{mark} in the source lacks its other half in the same paragraph"),
    sentence("{mark} in the target lacks its other half in the same paragraph"),
    sentence("{quoted} in the source is one word twice"),
    sentence("{quoted} in the target is one word twice"),

    // What to do about them
    sentence("Look the date up in the original; correct the side that is wrong, or name the calendar."),
    sentence("Nothing is wrong; name the calendar if readers may take them for two days."),
    sentence("Add the date to the target, or accept that it was left out."),
    sentence("Check that the source says so; take the date out if it does not."),
    sentence("Correct the number that is wrong."),
    sentence("Keep the unit, or convert the number with it."),
    sentence("Add the number to the target, or accept that it was left out."),
    sentence("Check that the source says so; take the number out if it does not."),
    sentence("Add the name to the target where readers need it."),
    sentence("Check that the source means this one."),
    sentence("Write the name in one way."),
    sentence("Write another wording."),
    sentence("Write {quoted} here too, or accept the variety."),
    sentence("Write {either}."),
    sentence("Name it on the other side too, as {quoted} say."),
    sentence("Translate them, unless they are quoted."),
    sentence("Translate what was left out, or accept that it was."),
    sentence("Check where it comes from; take it out if the source does not say it."),
    sentence("Nothing need be wrong: accounts tell different things."),
    sentence("Check that all of the source was translated."),
    sentence("Check that nothing was added, or aligned wrongly."),
    sentence("Add the other half, or take this one out."),
    sentence("Take one of them out, unless it is meant."),
    sentence("Read both passages; one of them may be wrong, or they speak of two things."),

    // What an import of terms says: aligner/terms
    sentence("is {concept} here, by {term}"),
    sentence("has no term, neither here nor in the file"),
    sentence("its terms are those of {text}; give it the id of the right one, or merge these"),
    sentence("{field} was decided and stays {quoted}, here it is {other_quoted}; edit it if that is right"),
    sentence("stays preferred: admitted is also what stands where nothing is said"),
    sentence("{term} was decided to be preferred, so this one is admitted; approve it if it is the better"),
    sentence("{text}: that concept is neither here nor was it taken over"),
    sentence("{text}: the two are one here"),
    counted_sentence("{count} change of its history stay out: a concept that was here has its own",
                     "{count} changes of its history stay out: a concept that was here has its own"),
};

}  // namespace

std::span<const Pattern> sentence_patterns() { return patterns; }

}  // namespace aligner::messages
