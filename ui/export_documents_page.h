#pragma once

#include <functional>
#include <vector>

#include "core/store.h"
#include "ui/export_page.h"
#include "ui/tick_list.h"

namespace mitjul {

/// Which documents are exported, and of whom.
class ExportDocumentsPage : public ExportPage {
 public:
  struct Offer {
    std::vector<DocumentSummary> documents;  ///< of the project, without those in the trash
    std::vector<Annotator> annotators;       ///< of the project
    DocumentKey shown{};                     ///< empty: none is
    std::set<DocumentKey> listed{};          ///< those that the filter of the list shows; empty: all
  };
  ExportDocumentsPage(wxWindow* parent, Offer offer, std::function<void()> changed);

  void show(const ExportProfile& profile) override;
  void put_into(ExportProfile& profile) const override;
  wxString objection() const override;
  void go_to_objection() override;

 private:
  /// Some of the documents.
  struct Scope {
    wxRadioButton* button;
    ExportChoice choice;  ///< nothing but documents is chosen by it
  };

  wxSizer* make_scopes();
  wxSizer* make_annotators();
  void add_scope(wxSizer& sizer, const wxString& name, ExportChoice choice);
  std::size_t count(const ExportChoice& choice) const;
  wxString with_count(const wxString& name, const ExportChoice& choice) const;
  const Scope& scope() const;
  void choose(std::size_t scope);
  bool has_curated() const;

  Offer offer_;
  std::function<void()> changed_;
  std::vector<Scope> scopes_;  ///< the last one is that of a profile, where none of the others is
  TickList* annotators_ = nullptr;
  wxCheckBox* anonymous_ = nullptr;
  wxChoice* curated_ = nullptr;  ///< nullptr where there is nothing to choose
  CuratedSets kept_curated_ = CuratedSets::Also;
};

}  // namespace mitjul
