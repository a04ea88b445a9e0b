#pragma once

#include <array>
#include <string_view>

/// The tables that the rules for units name (korean.md section 2). Every list says what it is for; a rule's letter
/// stands with it.
namespace mitjul::unit_tables {

// (b) Markers ------------------------------------------------------------------------------------------------------

/// Bullets that nothing else begins with: • 수출, ▲27일 밤, ※이 글은, → 그 까닭은.
inline constexpr std::u32string_view kBullets = U"•‣◦∙·ㆍ・‧⁃▪▫■◾●◆◈◎▷►▸▣▤★☆❖✓✔✦✧✱▲▼※☞→⇒➔➜➤";
/// Shapes that are a bullet only before a blank or a quotation, because names are hidden with them: ○ 추진 배경, but
/// ○○시, △△기업.
inline constexpr std::u32string_view kHollowBullets = U"○◯◇□△▽ㅇㅁo";
/// Dashes: a bullet before a blank, and before Hangul at a line's start (-앞으로 계획은?), but not -5%.
inline constexpr std::u32string_view kDashes = U"-‐‑‒–—―─－";
/// Lines of these alone, three or more, part paragraphs: ----, ***, * * *, ━━━, |---|:--:|.
inline constexpr std::u32string_view kDividers = U"-‐‑‒–—―─━═=*_~·•+|│｜:☆★◆■▪▬";
/// Syllables that number a list: 가. 나. 다. Those that are also an answer or a call (아. 자. 하.) are not here.
inline constexpr std::u32string_view kListSyllables = U"가나다라마바사차카타파";
/// Circled letters that are no list: ⓒ ⓟ ⓡ stand for rights, ㈜ for a company.
inline constexpr std::u32string_view kCircledWords = U"ⓒⓅⓟⓇⓡ㈜";
/// A symbol with one of these behind it is a word of the sentence: 🇰🇷의 수출, ①은 옳다.
inline constexpr std::array<std::u32string_view, 19> kParticlesOfSymbols{
    U"의", U"은", U"는", U"가",   U"을",   U"를",   U"와",   U"과",   U"도",  U"만",
    U"에", U"로", U"란", U"으로", U"에서", U"에는", U"부터", U"까지", U"보다"};

// (c) Cells --------------------------------------------------------------------------------------------------------

/// What parts the cells of a row: | and its wide and box-drawing forms.
inline constexpr std::u32string_view kCellBorders = U"|｜│";

// (d) Sentence ends ------------------------------------------------------------------------------------------------

inline constexpr std::u32string_view kStops = U".!?。！？．…⋯‥";
inline constexpr std::u32string_view kEllipses = U"…⋯‥";
/// What may stand between a stop and the blank; quotation marks only where they close.
inline constexpr std::u32string_view kClosingBrackets = U")]}）］】〕》〉」』»*`";
inline constexpr std::u32string_view kClosingQuotes = U"\"'”’＂";
/// Syllables that an ellipsis ends a sentence behind (모르겠다… 그는): elsewhere the sentence hesitates (그건… 아마).
inline constexpr std::u32string_view kEndingsBeforeEllipsis = U"다요죠까음함임됨네군니";
/// Endings that an emoji may stand for the full stop behind, and the syllables that make nouns of 요 (필요, 수요,
/// 개요).
inline constexpr std::u32string_view kSpokenEndings = U"요죠";
inline constexpr std::u32string_view kNounsInYo = U"필중수주개동긴가";
/// Labels at the start, with or without a number, whose full stop ends nothing: Q. Q1. A. 문. 답. 표. 주.
inline constexpr std::u32string_view kLabels = U"QA문답표주";
/// Abbreviations that no sentence ends with, in lower case: Dr. Kim, 미국 vs. 중국, e.g. this.
inline constexpr std::array<std::string_view, 20> kAbbreviations{"dr",  "mr",  "mrs", "ms",  "prof", "vs",    "gen",
                                                                 "sen", "rep", "gov", "rev", "hon",  "st",    "mt",
                                                                 "ft",  "cf",  "al",  "viz", "ca",   "approx"};
/// Abbreviations before a figure: No. 1, pp. 12–15, Jan. 3.
inline constexpr std::array<std::string_view, 25> kBeforeNumbers{
    "no",  "nos", "vol", "ver", "fig", "figs", "p",   "pp",  "art", "sec",  "ch",  "eq", "v",
    "jan", "feb", "mar", "apr", "jun", "jul",  "aug", "sep", "oct", "sept", "nov", "dec"};
/// Abbreviations that a sentence ends with only before one of `kEnglishStarters`; so do those with full stops inside
/// (U.S., D.C., Ph.D., a.m.).
inline constexpr std::array<std::string_view, 9> kEndingAbbreviations{"inc",  "co", "ltd", "corp", "llc",
                                                                      "bros", "jr", "sr",  "etc"};
inline constexpr std::array<std::string_view, 48> kEnglishStarters{
    "The",   "A",      "An",   "In",    "On",    "At",  "It",    "He",      "She",  "They",  "We",   "I",
    "You",   "This",   "That", "These", "Those", "But", "And",   "However", "When", "While", "As",   "If",
    "For",   "His",    "Her",  "Its",   "Their", "Our", "There", "Here",    "What", "Who",   "Why",  "How",
    "After", "Before", "So",   "Since", "Yet",   "Or",  "Now",   "Then",    "Both", "Some",  "Many", "Not"};
/// Stage directions belong to the sentence before them: 좋지요. (웃음) 그런데 …
inline constexpr std::array<std::u32string_view, 10> kStageDirections{
    U"웃음", U"일동 웃음", U"박수", U"한숨", U"침묵", U"미소", U"폭소", U"눈물", U"좌중 웃음", U"환호"};

// (e) Quotations ---------------------------------------------------------------------------------------------------

/// A quotation is looked for no further than this many letters.
inline constexpr std::size_t kLongestQuotation = 400;
/// Words that go on with the sentence behind a quotation although a blank stands between: “좋다.” 라고 말했다.
/// An eojeol that begins with one of these …
inline constexpr std::array<std::u32string_view, 18> kQuotingBeginnings{
    U"라고",   U"이라고", U"라며",   U"이라며", U"라면서", U"이라면서", U"라는",   U"이라는", U"라던",
    U"이라던", U"라기",   U"이라기", U"이란",   U"하고",   U"하며",     U"하면서", U"식으로", U"식의"};
/// … or is one of these.
inline constexpr std::array<std::u32string_view, 16> kQuotingWords{
    U"고", U"며", U"면서", U"는", U"은", U"란", U"라", U"의", U"을", U"를", U"와", U"과", U"도", U"에", U"로", U"등"};

// (f) Sentences without a blank between ------------------------------------------------------------------------------

/// What a full stop ends a sentence behind, even if the next one follows at once: 했다.그러나, 확보함.중국은.
inline constexpr std::u32string_view kEndings = U"다요음함임됨죠까";
/// The same for questions and calls: 무엇인가?반도체는, 가자!우리는.
inline constexpr std::u32string_view kAskingEndings = U"가나니지자";

// (g) Captions -----------------------------------------------------------------------------------------------------

/// The word before a colon or an equals sign that a picture's or table's source begins with.
inline constexpr std::array<std::u32string_view, 9> kCaptionWords{
    U"출처", U"자료", U"사진", U"그래픽", U"자료사진", U"사진제공", U"사진 제공", U"자료 제공", U"이미지"};
/// What stands before it: (2025년 9월)출처: …, 69.7%자료: …
inline constexpr std::u32string_view kBeforeCaption = U")].%）］";

}  // namespace mitjul::unit_tables
