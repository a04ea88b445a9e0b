#include "ui/label_chooser.h"

#include <gtest/gtest.h>

#include "tests/gui/waiting.h"

namespace mitjul {
namespace {

LabelChooser::Offer all_labels() {
  LabelChooser::Offer offer{*preset("claims-entities"), {}, {}, "labels"};
  for (const Label& label : offer.schema.labels) offer.labels.push_back(label.id);
  return offer;
}

class LabelChooserTest : public testing::Test {
 protected:
  LabelChooserTest() : window_(new wxFrame(nullptr, wxID_ANY, "test", wxPoint(60, 40))) {}
  ~LabelChooserTest() override { delete window_; }

  /// Below the window's title, for a window of this size.
  wxRect place(wxSize size) {
    window_->SetSize(size);
    window_->Show();
    EXPECT_TRUE(comes_true([&] { return window_->IsActive() && window_->GetSize() == size; }));
    LabelChooser chooser(window_, all_labels(), light_theme(), window_->ClientToScreen({10, 120}));
    return chooser.GetScreenRect();
  }

  wxFrame* window_;
};

TEST_F(LabelChooserTest, StandsWhereItIsAskedToInAHighWindow) {
  const wxRect chooser = place({900, 900});
  EXPECT_EQ(chooser.GetTopLeft(), window_->ClientToScreen({10, 120}));
  EXPECT_TRUE(window_->GetScreenRect().Contains(chooser));
}

TEST_F(LabelChooserTest, StaysInALowWindow) {
  const wxRect chooser = place({900, 430});
  EXPECT_TRUE(window_->GetScreenRect().Contains(chooser));
}

TEST_F(LabelChooserTest, IsLargerThanAWindowWithNoRoomForIt) {
  const wxRect chooser = place({300, 160});
  EXPECT_GT(chooser.height, 160);
  EXPECT_TRUE(wxGetClientDisplayRect().Contains(chooser));
}

}  // namespace
}  // namespace mitjul
