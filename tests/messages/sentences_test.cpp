#include "messages/sentences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "core/json_fault.h"
#include "core/left_out.h"
#include "messages/language.h"
#include "tests/support/hangul.h"

namespace mitjul {
namespace {

constexpr auto kLastCode = static_cast<int>(ProblemCode::DatabaseDamaged);
constexpr auto kLastKind = static_cast<int>(ErrorKind::InputOutput);

/// `count` values that occur in no sentence.
std::vector<std::string> values(std::size_t count) {
  std::vector<std::string> made;
  for (std::size_t i = 0; i < count; ++i) made.push_back("<" + std::to_string(i) + ">");
  return made;
}

/// How many details each code gives, from the comment beside it in core/problem.h.
std::vector<std::size_t> numbers_of_details() {
  std::ifstream header(MITJUL_SOURCE "/core/problem.h");
  std::vector<std::size_t> numbers;
  bool within = false;
  for (std::string line; std::getline(header, line);) {
    if (line.find("enum class ProblemCode") == 0) within = true;
    if (line == "};") within = false;
    const std::size_t comment = line.find("//");
    if (!within || comment == std::string::npos || line.find(',') > comment) continue;
    std::string details = line.substr(comment + 2);
    details = details.substr(0, details.find(':'));
    const bool none = details.find_first_not_of(' ') == std::string::npos;
    numbers.push_back(none ? 0 : static_cast<std::size_t>(std::count(details.begin(), details.end(), ',')) + 1);
  }
  return numbers;
}

void expect_whole(const std::string& text, const std::string& what) {
  EXPECT_GE(text.size(), 5U) << what;
  EXPECT_EQ(text.back(), '.') << what << ": " << text;
  EXPECT_EQ(text.find_first_of("{}\n"), std::string::npos) << what << ": " << text;
  EXPECT_EQ(text.find("  "), std::string::npos) << what << ": " << text;
  EXPECT_EQ(has_hangul(text), language() == Language::Korean) << what << ": " << text;
}

class SentencesTest : public testing::TestWithParam<Language> {
 protected:
  SentencesTest() { set_language(GetParam()); }
  ~SentencesTest() override { set_language(language_of_environment()); }
};

TEST_P(SentencesTest, EveryProblemHasASentenceInEachLanguage) {
  const std::vector<std::size_t> details = numbers_of_details();
  ASSERT_EQ(details.size(), static_cast<std::size_t>(kLastCode) + 1) << "a line of core/problem.h is not understood";
  for (int i = 0; i <= kLastCode; ++i) {
    const auto code = static_cast<ProblemCode>(i);
    const std::string name(to_string(code));
    const std::string filled = sentence(make_problem(code, values(details[static_cast<std::size_t>(i)])));
    expect_whole(filled, name);
    EXPECT_EQ(filled, sentence(make_problem(code, values(9)))) << name << " asks for more than its details";
  }
}

TEST_P(SentencesTest, SomeProblemsSayMoreWhereMoreIsKnown) {
  for (const Problem& problem : {make_problem(ProblemCode::UnsupportedFormat, {"XMI"}),
                                 make_problem(ProblemCode::SpanOutsideText, {"<0>", "<1>", "<2>", "UTF-16"}),
                                 make_problem(ProblemCode::DifferentText, {"<0>", "<1>", "apart"})}) {
    const std::string name(to_string(problem.code));
    const std::string more = sentence(problem);
    expect_whole(more, name);
    EXPECT_NE(more, sentence(make_problem(problem.code, {"<0>", "<1>", "<2>"}))) << name;
    for (const char* const detail : {"XMI", "<0>", "<1>", "<2>", "UTF-16"}) {
      const bool given = std::count(problem.details.begin(), problem.details.end(), detail) > 0;
      EXPECT_EQ(more.find(detail) != std::string::npos, given) << more << ": " << detail;
    }
  }
}

TEST_P(SentencesTest, EveryErrorHasASentenceInEachLanguage) {
  for (int i = 0; i <= kLastKind; ++i) {
    const std::string filled = sentence(Error(static_cast<ErrorKind>(i), "<0>", "<1>"));
    expect_whole(filled, std::to_string(i));
  }
}

TEST_P(SentencesTest, NoTwoProblemsHaveTheSameSentence) {
  std::set<std::string> sentences;
  for (int i = 0; i <= kLastCode; ++i) {
    const std::string text = sentence(make_problem(static_cast<ProblemCode>(i), values(3)));
    EXPECT_TRUE(sentences.insert(text).second) << text;
  }
}

TEST_P(SentencesTest, ThePlaceStandsBeforeTheSentence) {
  Problem problem = make_problem(ProblemCode::NothingToRedo);
  const std::string bare = sentence(problem);
  problem.place.line = 3;
  EXPECT_NE(sentence(problem).find('3'), std::string::npos);
  problem.place.file = "파일.xml";
  problem.place.document = "🚀 기사.txt";
  problem.place.annotation = "h4k2qa-1";
  EXPECT_EQ(sentence(problem), "파일.xml:3: 🚀 기사.txt: h4k2qa-1: " + bare);
  problem.place.line = 0;
  EXPECT_EQ(sentence(problem), "파일.xml: 🚀 기사.txt: h4k2qa-1: " + bare);
}

TEST_P(SentencesTest, ADocumentOfTheNameOfItsFileIsNamedOnce) {
  Problem problem = make_problem(ProblemCode::UndecodableBytes, {"2"});
  const std::string bare = sentence(problem);
  problem.place.file = "원본/🚀 기사.txt";
  problem.place.document = "🚀 기사.txt";
  EXPECT_EQ(sentence(problem), "원본/🚀 기사.txt: " + bare);
  problem.place.document = "기사.txt";
  EXPECT_EQ(sentence(problem), "원본/🚀 기사.txt: 기사.txt: " + bare);
}

TEST_P(SentencesTest, EveryNumberCanBeOne) {
  for (int i = 0; i <= kLastCode; ++i) {
    const auto code = static_cast<ProblemCode>(i);
    const std::string filled = sentence(make_problem(code, {"1", "1", "1"}));
    expect_whole(filled, std::string(to_string(code)));
    for (const char* const word : {"1 annotations", "1 relations", "1 characters", "1 places", "1 code points"})
      EXPECT_EQ(filled.find(word), std::string::npos) << filled;
  }
}

TEST_P(SentencesTest, WhyATextIsNoJsonIsSaidInWords) {
  for (int i = 0; i <= static_cast<int>(JsonFault::NoObject); ++i) {
    const std::string name(to_string(static_cast<JsonFault>(i)));
    for (const char* const token : {"", "<2>"}) {
      const std::string filled = sentence(make_problem(ProblemCode::InvalidJson, {"17", name, token}));
      expect_whole(filled, name);
      EXPECT_NE(filled.find("17"), std::string::npos) << filled;
      EXPECT_EQ(filled.find("“”"), std::string::npos) << filled;
      EXPECT_EQ(filled.find("‘’"), std::string::npos) << filled;
      if (GetParam() == Language::Korean) {
        EXPECT_EQ(filled.find(name), std::string::npos) << filled;
      }
    }
  }
}

TEST_P(SentencesTest, WhatWasLeftOutIsSaidInWords) {
  std::set<std::string> sentences;
  for (int i = 0; i <= static_cast<int>(LeftOut::OtherFiles); ++i) {
    const std::string name(to_string(static_cast<LeftOut>(i)));
    const std::string filled = sentence(make_problem(ProblemCode::AnnotationsLeftOut, {name, "17"}));
    expect_whole(filled, name);
    EXPECT_TRUE(sentences.insert(filled).second) << filled;
    if (name.find('-') != std::string::npos) {
      EXPECT_EQ(filled.find(name), std::string::npos) << filled;
    }
  }
  EXPECT_NE(sentence(make_problem(ProblemCode::AnnotationsLeftOut, {"PERSON", "17"})).find("PERSON"), std::string::npos)
      << "a word of the file";
}

TEST_P(SentencesTest, UnitsAreSaidInTheLanguage) {
  const std::string said = sentence(make_problem(ProblemCode::OtherOffsetUnit, {"code points", "bytes"}));
  EXPECT_EQ(said,
            GetParam() == Language::Korean
                ? "위치를 코드 포인트 단위가 아니라 바이트 단위로 세면 인용과 맞아서 그렇게 읽었습니다."
                : "The positions are not counted in code points: they fit the quotes in bytes, and were read so.");
}

TEST_P(SentencesTest, ParticlesFollowTheValues) {
  const auto expect_settled = [](const std::string& filled) {
    for (const char* const both : {"은(는)", "이(가)", "을(를)", "와(과)", "(으)로"})
      EXPECT_EQ(filled.find(both), std::string::npos) << filled;
    for (const char* const apart : {"’ 은 ", "’ 는 ", "’ 이 ", "’ 가 ", "’ 을 ", "’ 를 ", "’ 로 ", "’ 의 ", "’ 에 "})
      EXPECT_EQ(filled.find(apart), std::string::npos) << filled;
  };
  for (const char* const value : {"🚀 화웨이", "🚀 삼성전자(005930)", "🚀 기관"}) {
    for (int i = 0; i <= kLastCode; ++i)
      expect_settled(sentence(make_problem(static_cast<ProblemCode>(i), {value, value, value})));
    for (int i = 0; i <= kLastKind; ++i) expect_settled(sentence(Error(static_cast<ErrorKind>(i), value, value)));
  }
}

TEST_P(SentencesTest, AMissingFolderIsNoMissingFile) {
  const bool korean = GetParam() == Language::Korean;
  EXPECT_EQ(sentence(Error(ErrorKind::FolderNotFound, "x")),
            korean ? "‘x’ 폴더가 없습니다." : "The folder “x” does not exist.");
  EXPECT_EQ(sentence(Error(ErrorKind::NotFound, "x")), korean ? "‘x’를 찾을 수 없습니다." : "“x” does not exist.");
}

INSTANTIATE_TEST_SUITE_P(Languages, SentencesTest, testing::Values(Language::English, Language::Korean),
                         [](const auto& language) {
                           return language.param == Language::Korean ? "Korean" : "English";
                         });

}  // namespace
}  // namespace mitjul
