#include "ui/document_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/values.h"

namespace mitjul {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class DocumentRowsTest : public testing::Test {
 protected:
  /// Comes in behind those that are there.
  void add(const std::string& name, SetState state = SetState::New, std::int64_t annotations = 0) {
    DocumentSummary document;
    document.key = DocumentKey::generate();
    document.name = name;
    document.arrival = static_cast<std::int64_t>(documents_.size()) + 1;
    document.sets.push_back({{document.key, {}, false}, state, annotations});
    documents_.push_back(document);
    take_over();
  }
  void take_over() {
    rows_.set_documents(documents_, [](const DocumentSummary& document) { return &document.sets.front(); });
  }
  void change(std::size_t document, SetState state, std::int64_t annotations) {
    documents_[document].sets.front().state = state;
    documents_[document].sets.front().annotations = annotations;
    take_over();
  }
  std::vector<std::string> names() const {
    std::vector<std::string> names;
    for (const std::size_t row : rows_.rows()) names.push_back(documents_[row].name);
    return names;
  }

  std::vector<DocumentSummary> documents_;
  DocumentRows rows_;
};

TEST_F(DocumentRowsTest, NamesComeAsKoreanReadersSortThem) {
  for (const char* const name : {"🚀 기사10", "Apple", "🚀 기사2", "하늘", "가람"}) add(name);
  EXPECT_THAT(names(), ElementsAre("🚀 기사2", "🚀 기사10", "가람", "하늘", "Apple"));
  rows_.sort({DocumentSort::Name, true});
  EXPECT_THAT(names(), ElementsAre("Apple", "하늘", "가람", "🚀 기사10", "🚀 기사2"));
}

TEST_F(DocumentRowsTest, SortsByStateAndThenByName) {
  add("나", SetState::Finished);
  add("라", SetState::New);
  add("다", SetState::Skipped);
  add("마", SetState::InProgress);
  add("가", SetState::Finished);
  rows_.sort({DocumentSort::State, false});
  EXPECT_THAT(names(), ElementsAre("라", "마", "가", "나", "다"));
  rows_.sort({DocumentSort::State, true});
  EXPECT_THAT(names(), ElementsAre("다", "가", "나", "마", "라"));
}

TEST_F(DocumentRowsTest, SortsByCountAndByArrival) {
  add("나", SetState::InProgress, 2);
  add("다", SetState::InProgress, 10);
  add("가");
  rows_.sort({DocumentSort::Count, true});
  EXPECT_THAT(names(), ElementsAre("다", "나", "가"));
  rows_.sort({DocumentSort::Arrival, false});
  EXPECT_THAT(names(), ElementsAre("나", "다", "가"));
  rows_.sort({DocumentSort::Arrival, true});
  EXPECT_THAT(names(), ElementsAre("가", "다", "나"));
}

TEST_F(DocumentRowsTest, FiltersByNameAndByState) {
  add("화웨이 🚀", SetState::Finished);
  add("하와이", SetState::New);
  add("삼성", SetState::InProgress);
  rows_.filter_names("ㅎㅇㅇ");
  EXPECT_THAT(names(), ElementsAre("하와이", "화웨이 🚀"));
  rows_.filter_states(StateFilter::Unfinished);
  EXPECT_THAT(names(), ElementsAre("하와이"));
  rows_.filter_names("");
  EXPECT_THAT(names(), ElementsAre("삼성", "하와이"));
  rows_.filter_states(StateFilter::Skipped);
  EXPECT_THAT(names(), IsEmpty());
}

TEST_F(DocumentRowsTest, EveryStateFilterAcceptsItsState) {
  EXPECT_TRUE(accepts(StateFilter::New, SetState::New));
  EXPECT_TRUE(accepts(StateFilter::InProgress, SetState::InProgress));
  EXPECT_TRUE(accepts(StateFilter::Finished, SetState::Finished));
  EXPECT_TRUE(accepts(StateFilter::Skipped, SetState::Skipped));
  EXPECT_TRUE(accepts(StateFilter::Unfinished, SetState::New));
  EXPECT_TRUE(accepts(StateFilter::Unfinished, SetState::InProgress));
  EXPECT_FALSE(accepts(StateFilter::Unfinished, SetState::Finished));
  EXPECT_FALSE(accepts(StateFilter::Unfinished, SetState::Skipped));
  EXPECT_FALSE(accepts(StateFilter::New, SetState::InProgress));
}

TEST_F(DocumentRowsTest, TheDocumentThatIsWorkedOnKeepsItsPlace) {
  add("가", SetState::InProgress, 1);
  add("나", SetState::InProgress, 5);
  add("다", SetState::InProgress, 3);
  rows_.filter_states(StateFilter::Unfinished);
  rows_.sort({DocumentSort::Count, false});
  rows_.hold(documents_[0].key);
  change(0, SetState::Finished, 9);
  EXPECT_THAT(names(), ElementsAre("가", "다", "나"));
  EXPECT_EQ(rows_.done(), 1U);
  rows_.hold(documents_[2].key);
  EXPECT_THAT(names(), ElementsAre("다", "나"));
}

TEST_F(DocumentRowsTest, AskingForAnotherOrderShowsThingsAsTheyAre) {
  add("가", SetState::InProgress, 1);
  add("나", SetState::InProgress, 5);
  rows_.sort({DocumentSort::Count, false});
  rows_.hold(documents_[0].key);
  change(0, SetState::InProgress, 9);
  EXPECT_THAT(names(), ElementsAre("가", "나"));
  rows_.sort({DocumentSort::Count, false});
  EXPECT_THAT(names(), ElementsAre("나", "가"));
}

TEST_F(DocumentRowsTest, ADocumentThatIsRenamedIsSortedAndFoundByItsNewName) {
  add("가");
  add("나");
  documents_[0].name = "다";
  take_over();
  EXPECT_THAT(names(), ElementsAre("나", "다"));
  rows_.filter_names("ㄷ");
  EXPECT_THAT(names(), ElementsAre("다"));
}

TEST_F(DocumentRowsTest, DocumentsMayGo) {
  add("가", SetState::Finished);
  add("나");
  rows_.hold(documents_[0].key);
  documents_.erase(documents_.begin());
  take_over();
  EXPECT_THAT(names(), ElementsAre("나"));
  EXPECT_EQ(rows_.done(), 0U);
}

TEST_F(DocumentRowsTest, ADocumentThatIsWorkedOnBeforeItIsListedIsListedAsItIs) {
  add("가");
  DocumentSummary back;
  back.key = DocumentKey::generate();
  back.name = "나";
  back.sets.push_back({{back.key, {}, false}, SetState::Finished, 3});
  rows_.filter_states(StateFilter::Finished);
  rows_.hold(back.key);
  documents_.push_back(back);
  take_over();
  EXPECT_THAT(names(), ElementsAre("나"));
  // From then on it keeps its place.
  change(1, SetState::InProgress, 3);
  EXPECT_THAT(names(), ElementsAre("나"));
}

TEST_F(DocumentRowsTest, GoingThroughTheOrdersComesBackToTheFirst) {
  const DocumentOrder first;
  DocumentOrder order = first;
  std::size_t steps = 0;
  std::vector<DocumentOrder> seen;
  do {
    EXPECT_EQ(std::count(seen.begin(), seen.end(), order), 0);
    seen.push_back(order);
    order = order_behind(order);
  } while (order != first && ++steps < 20);
  EXPECT_EQ(seen.size(), 8U);
}

TEST_F(DocumentRowsTest, ASecondClickOnAHeadingReverses) {
  const DocumentOrder state = order_clicked({}, DocumentSort::State);
  EXPECT_EQ(state, (DocumentOrder{DocumentSort::State, false}));
  EXPECT_EQ(order_clicked(state, DocumentSort::State), (DocumentOrder{DocumentSort::State, true}));
  EXPECT_EQ(order_clicked({}, DocumentSort::Name), (DocumentOrder{DocumentSort::Name, true}));
  EXPECT_EQ(order_clicked({}, DocumentSort::Count), (DocumentOrder{DocumentSort::Count, true}));
}

}  // namespace
}  // namespace mitjul
