#include "ui/notice_bar.h"

#include <gtest/gtest.h>

#include "ui/wx_text.h"

namespace mitjul {
namespace {

using Kind = NoticeBar::Kind;

class NoticeBarTest : public testing::Test {
 protected:
  NoticeBarTest()
      : window_(new wxFrame(nullptr, wxID_ANY, "test")),
        notice_(new NoticeBar(
            window_, [] {}, [] {})) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    sizer->Add(notice_, wxSizerFlags().Expand());
    window_->SetSizer(sizer);
    window_->Show();
  }
  ~NoticeBarTest() override { window_->Destroy(); }
  std::string sentence() const { return to_utf8(notice_->sentence()); }

  wxFrame* window_;
  NoticeBar* notice_;
};

TEST_F(NoticeBarTest, AResultGoesWhenTheUserGoesOn) {
  notice_->say(Kind::Result, "done");
  EXPECT_EQ(sentence(), "done");
  notice_->take_in_action();
  EXPECT_EQ(sentence(), "");
}

TEST_F(NoticeBarTest, ARefusalStaysUntilTheNextEditIsDone) {
  notice_->say(Kind::Refusal, "not allowed");
  notice_->take_in_action();
  EXPECT_EQ(sentence(), "not allowed");
  notice_->take_in_edit();
  EXPECT_EQ(sentence(), "");
}

TEST_F(NoticeBarTest, ARefusalStaysUntilItIsClosed) {
  notice_->say(Kind::Refusal, "not allowed");
  notice_->dismiss();
  EXPECT_EQ(sentence(), "");
}

TEST_F(NoticeBarTest, WhatHasDetailsWaitsForThemToBeSeen) {
  notice_->say(Kind::Result, "3 files were skipped", [](wxWindow*) {});
  notice_->take_in_action();
  EXPECT_EQ(sentence(), "3 files were skipped");
  notice_->take_in_edit();
  EXPECT_EQ(sentence(), "");
}

TEST_F(NoticeBarTest, ANewWindowGoesOnSayingIt) {
  notice_->say(Kind::Refusal, "not allowed");
  NoticeBar other(
      window_, [] {}, [] {});
  other.take_over(*notice_);
  EXPECT_EQ(to_utf8(other.sentence()), "not allowed");
  other.take_in_action();
  EXPECT_EQ(to_utf8(other.sentence()), "not allowed");
}

}  // namespace
}  // namespace mitjul
