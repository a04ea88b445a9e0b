#include "korean/glued_cells.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <set>
#include <sstream>

#include "korean/unit_letters.h"
#include "tests/support/marked_text.h"

namespace mitjul {
namespace {

/// Words of texts, as they stand or before a particle of one syllable. A word is attested if it occurs as often as
/// `fewest`: twice where the rows that are asked about are among the texts.
class Words {
 public:
  void add(const Text& text) {
    const Letters letters(text);
    const auto in_word = [&](std::size_t i) {
      return i < letters.size() && letters[i].kind == ClusterKind::Other && is_alphanumeric(letters[i].c);
    };
    for (std::size_t begin = 0; begin < letters.size(); ++begin) {
      if (!in_word(begin)) continue;
      std::size_t end = begin;
      while (in_word(end)) ++end;
      ++counts_[std::string(text.slice(letters.span(begin, end)))];
      if (end - begin > 2 && is_one_of(letters[end - 1].c, U"은는이가을를의에로와과도")) {
        ++counts_[std::string(text.slice(letters.span(begin, end - 1)))];
      }
      begin = end;
    }
  }

  Attested attested(int fewest) const {
    return [this, fewest](std::string_view word) {
      const auto found = counts_.find(word);
      return found != counts_.end() && found->second >= fewest;
    };
  }

 private:
  std::map<std::string, int, std::less<>> counts_;
};

Attested knows(std::set<std::string, std::less<>> words) {
  return [words = std::move(words)](std::string_view word) { return words.find(word) != words.end(); };
}

/// Expects that the cells of the text's rows are what stands in braces.
void expect_cells(std::string_view utf8_with_braces, const Attested& attested) {
  const MarkedText marks = marked(utf8_with_braces);
  std::vector<Span> found;
  for (const GluedRow& row : glued_rows(marks.text, attested)) {
    EXPECT_GE(row.cells.size(), 2U);
    for (const Span& cell : row.cells) {
      EXPECT_TRUE(row.line.contains(cell));
      found.push_back(cell);
    }
    EXPECT_EQ(glued_cells(marks.text, row.line, attested), row.cells);
    EXPECT_EQ(glued_cells(marks.text, {row.line.start + 1, row.line.start + 1}, attested), row.cells);
  }
  std::string shown;
  for (const Span& cell : found) shown += "{" + std::string(marks.text.slice(cell)) + "} ";
  EXPECT_EQ(found, marks.spans) << shown;
}

const Attested kWords = knows({"구분", "국내", "해외", "값", "무게", "가격", "비싸다", "기술", "폐쇄소스", "방향",
                               "오픈소스", "서울", "Harbor", "Light", "자율주행", "자율", "주행", "항만", "도로"});

TEST(GluedCellsTest, CellsMeetWhereScriptsChangeAndWhereTwoWordsStand) {
  expect_cells(
      "📌 표\n\n{구분}{국내 🇰🇷}{해외 🇯🇵}\n{전략 방향}{폐쇄소스 (Closed)}{오픈소스 (Open)}\n{기술}{항만 기술 (A)}{도로 "
      "기술}\n\n끝.",
      kWords);
}

TEST(GluedCellsTest, LatinWordsPartWhereBothAreKnown) {
  expect_cells("{구분}{국내 🇰🇷}{해외 🇯🇵}\n{항만}{Harbor}{Light}\n{도로}{오픈소스 (X)}{자율주행}", kWords);
}

TEST(GluedCellsTest, KnownCompoundsAndParticlesAreNotParted) {
  expect_cells("자율주행 기술\n폐쇄소스 (Closed)는 국내\nHarbor는 해외\n(A)와 서울", kWords);
  expect_cells("그는 오픈소스기술방향을 말했다.\n기술방향은 없다.", kWords);
}

TEST(GluedCellsTest, SentencesListsAndTagsAreNoRows) {
  expect_cells("• 국내 🇰🇷해외 🇯🇵\n• 국내 🇰🇷해외 🇯🇵", kWords);
  expect_cells("#국내해외 #방향기술\n#국내해외 #방향기술", kWords);
  expect_cells("| 국내해외 | 방향기술 |\n| 국내해외 | 방향기술 |", kWords);
}

TEST(GluedCellsTest, EmptyTextHasNone) {
  const Attested all = [](std::string_view) { return true; };
  EXPECT_TRUE(glued_rows(Text(""), all).empty());
  EXPECT_TRUE(glued_cells(Text(""), Span(0, 0), all).empty());
  EXPECT_TRUE(glued_cells(Text("\n\n"), Span(1, 1), all).empty());
}

TEST(GluedCellsTest, CellsOfAnyTextAreInOrderAndOnGraphemeBoundaries) {
  const std::vector<std::u32string> pieces{
      U"국내",   U"해외",     U"방향", U"폐쇄소스", U"🇰🇷",     U"🇯🇵",  U"Light",
      U"Harbor", U"(A)",      U")",    U"31.5%",    U"480km",  U"3월", U"2026년",
      U" ",      U" ",        U"\n",   U"\n",       U"\u0301", U"는",  U"\u1112\u1161\u11AB",
      U"\u200D", U"👩\u200D💻", U"AI",   U"3",        U"\r\n",   U",",   U"·"};
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::u32string letters;
    for (std::size_t i = 1 + random() % 60; i > 0; --i) letters += pieces[random() % pieces.size()];
    const Text text(utf8(letters));
    SCOPED_TRACE(text.utf8());
    TextPos last(0);
    for (const GluedRow& row : glued_rows(text, kWords)) {
      ASSERT_GE(row.cells.size(), 2U);
      EXPECT_LE(last, row.line.start);
      last = row.line.start;
      for (const Span& cell : row.cells) {
        EXPECT_LE(last, cell.start);
        EXPECT_LT(cell.start, cell.end);
        EXPECT_LE(cell.end, row.line.end);
        EXPECT_TRUE(text.is_grapheme_boundary(cell.start) && text.is_grapheme_boundary(cell.end));
        last = cell.end;
      }
    }
  }
}

/// Boundaries: where a cell starts that another one touches.
struct Score {
  std::size_t gold = 0;
  std::size_t found = 0;
  std::size_t right = 0;

  void add(const std::vector<GluedRow>& rows, const std::set<std::uint32_t>& boundaries) {
    gold += boundaries.size();
    for (const GluedRow& row : rows) {
      for (std::size_t cell = 1; cell < row.cells.size(); ++cell) {
        ++found;
        right += boundaries.count(row.cells[cell].start.value());
      }
    }
  }
  double precision() const { return static_cast<double>(right) / static_cast<double>(found); }
  double recall() const { return static_cast<double>(right) / static_cast<double>(gold); }
};

std::set<std::uint32_t> boundaries_of(const std::vector<Span>& cells) {
  std::set<std::uint32_t> found;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].start == cells[i - 1].end) found.insert(cells[i].start.value());
  }
  return found;
}

std::ostream& operator<<(std::ostream& out, const Score& score) {
  return out << "precision " << score.precision() << ", recall " << score.recall() << " (" << score.gold
             << " boundaries)\n";
}

TEST(GluedCellsTest, TheTablesOfOurOwn) {
  std::vector<MarkedText> texts;
  Words words;
  std::ifstream file(std::filesystem::path(MITJUL_FIXTURES) / "korean/units_cells.tsv");
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const bool prose = line.starts_with("prose");
    line.erase(0, line.find('\t') + 1);
    const std::string sign = "⏎";
    for (std::size_t at; (at = line.find(sign)) != line.npos;) line.replace(at, sign.size(), "\n");
    texts.push_back(marked(line));
    if (prose) words.add(texts.back().text);
  }
  ASSERT_FALSE(texts.empty());
  Score score;
  for (const MarkedText& marks : texts) {
    score.add(glued_rows(marks.text, words.attested(1)), boundaries_of(marks.spans));
  }
  std::cout << "glued cells of our own: " << score;
  EXPECT_EQ(score.precision(), 1.0);
}

TEST(GluedCellsTest, TheTablesOfAnArticle) {
  const std::filesystem::path shared = MITJUL_SHARED;
  const auto gold_file = shared / "gold/cells_000.tsv";
  if (!std::filesystem::exists(gold_file)) GTEST_SKIP() << "no gold beside the project: " << gold_file;
  Words words;
  std::vector<Text> texts;
  for (const char* name : {"000_34487fdfd4cc1be8.txt", "002_fddd4bf2f7de1aa0.txt", "003_145a81c88e6cac08.txt"}) {
    std::ifstream file(shared / "articles" / name, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    texts.emplace_back(bytes.str());
    words.add(texts.back());
  }
  std::vector<Span> gold;
  std::ifstream file(gold_file);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    std::istringstream fields(line);
    std::string name;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    fields >> name >> start >> end;
    gold.emplace_back(start, end);
  }
  Score score;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    score.add(glued_rows(texts[i], words.attested(2)), i == 0 ? boundaries_of(gold) : std::set<std::uint32_t>());
  }
  std::cout << "glued cells in three articles: " << score;
  EXPECT_EQ(score.precision(), 1.0);
  EXPECT_GE(score.recall(), 0.85);
}

}  // namespace
}  // namespace mitjul
