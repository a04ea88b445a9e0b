#pragma once

#include <functional>

#include "core/schema.h"
#include "ui/export_page.h"
#include "ui/tick_list.h"

namespace mitjul {

/// Annotations of which labels are exported, and whose words are replaced by pseudonyms.
class ExportLabelsPage : public ExportPage {
 public:
  ExportLabelsPage(wxWindow* parent, const Schema& schema, const std::function<void()>& changed);

  void show(const ExportProfile& profile) override;
  void put_into(ExportProfile& profile) const override;
  wxString objection() const override;
  void go_to_objection() override { labels_->take_focus(); }

 private:
  TickList* labels_;
  TickList* pseudonymised_;
};

}  // namespace mitjul
