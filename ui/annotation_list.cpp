#include "ui/annotation_list.h"

#include <wx/graphics.h>

#include <algorithm>
#include <memory>

#include "ui/annotation_words.h"
#include "ui/key_press.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 80;

/// A square for spans, a disc for relations, a sheet for labels of the document; transparent around it, for the row may
/// be selected.
wxBitmap swatch(LabelKind kind, const wxColour& colour, int size) {
  wxImage image(size, size);
  image.InitAlpha();
  std::fill_n(image.GetAlpha(), size * size, static_cast<unsigned char>(0));
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(image));
  context->SetBrush(wxBrush(colour));
  switch (kind) {
    case LabelKind::Span: context->DrawRoundedRectangle(1, 1, size - 2, size - 2, 2); break;
    case LabelKind::Relation: context->DrawEllipse(1, 1, size - 2, size - 2); break;
    case LabelKind::Document: context->DrawRectangle(2, 0, size - 4, size); break;
  }
  context->Flush();
  return wxBitmap(image);
}

}  // namespace

class AnnotationList::Table : public wxListView {
 public:
  Table(AnnotationList& list)  // NOLINT(google-explicit-constructor)
      : wxListView(&list, wxID_ANY, wxDefaultPosition, wxDefaultSize,
                   wxLC_REPORT | wxLC_VIRTUAL | wxLC_SINGLE_SEL | wxBORDER_NONE),
        list_(list) {
    SetName(_("Annotations"));
    AppendColumn(_("Label"));
    AppendColumn(_("Text"));
  }

  wxString OnGetItemText(long row, long column) const override {
    const Annotation* const annotation = at(row);
    if (annotation == nullptr) return {};
    if (column == 0) return label_name(list_.editor_.schema(), annotation->label);
    return quote_of(*annotation, *list_.editor_.document(), kMostQuoted);
  }

  int OnGetItemImage(long row) const override {
    const Annotation* const annotation = at(row);
    if (annotation == nullptr) return -1;
    const auto swatch = list_.swatch_of_.find(annotation->label);
    return swatch == list_.swatch_of_.end() ? -1 : swatch->second;
  }

 private:
  const Annotation* at(long row) const {
    const auto& listed = list_.editor_.listed();
    if (row < 0 || static_cast<std::size_t>(row) >= listed.size()) return nullptr;
    return listed[static_cast<std::size_t>(row)];
  }

  AnnotationList& list_;
};

AnnotationList::AnnotationList(wxWindow* parent, Editor& editor, Attempt attempt, std::function<void()> edit)
    : wxPanel(parent),
      editor_(editor),
      attempt_(std::move(attempt)),
      theme_(&light_theme()),
      title_(new wxStaticText(this, wxID_ANY, _("Annotations"))),
      table_(new Table(*this)),
      swatches_(FromDIP(12), FromDIP(12), false) {
  SetName(_("Annotations"));
  title_->SetFont(title_->GetFont().Bold());
  auto* const sizer = new wxBoxSizer(wxVERTICAL);
  sizer->Add(title_, wxSizerFlags().Expand().Border(wxALL, FromDIP(8)));
  sizer->Add(table_, wxSizerFlags(1).Expand());
  SetSizer(sizer);

  table_->Bind(wxEVT_LIST_ITEM_SELECTED, [this](wxListEvent& event) {
    selected_row_ = event.GetIndex();
    const auto row = static_cast<std::size_t>(selected_row_);
    if (selecting_ || row >= editor_.listed().size()) return;
    const AnnotationId id = editor_.listed()[row]->id;
    attempt_([this, &id]() -> Editor::Refusal {
      editor_.select_annotation(id);
      return {};
    });
  });
  table_->Bind(wxEVT_LIST_ITEM_DESELECTED, [this](wxListEvent& event) {
    if (event.GetIndex() == selected_row_) selected_row_ = -1;
  });
  table_->Bind(wxEVT_LIST_ITEM_ACTIVATED, [edit](wxListEvent&) { edit(); });
  table_->Bind(wxEVT_LIST_KEY_DOWN, [this](wxListEvent& event) {
    if (event.GetKeyCode() == WXK_DELETE) {
      attempt_([this] { return editor_.remove_selected(); });
    } else {
      event.Skip();
    }
  });
  table_->Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    resize_columns();
    event.Skip();
  });
  draw_swatches();
  fill();
}

void AnnotationList::set_theme(const Theme& theme) {
  theme_ = &theme;
  draw_swatches();
  table_->Refresh();
}

void AnnotationList::update(const EditorEvent& event) {
  if (event.schema) draw_swatches();
  if (event.document || event.annotations || event.schema) {
    fill();
  } else if (event.selection) {
    show_selected();
  }
}

void AnnotationList::take_focus() { table_->SetFocus(); }

void AnnotationList::fill() {
  const std::size_t count = editor_.listed().size();
  table_->SetItemCount(static_cast<long>(count));
  if (selected_row_ >= static_cast<long>(count)) selected_row_ = -1;
  table_->Refresh();
  const wxString title =
      count == 0 ? wxString(_("Annotations")) : wxString::Format(_("Annotations (%s)"), grouped(count));
  if (title_->GetLabel() != title) {
    title_->SetLabel(title);
    Layout();
  }
  show_selected();
}

void AnnotationList::draw_swatches() {
  const int size = FromDIP(12);
  swatches_.RemoveAll();
  swatch_of_.clear();
  for (const Label& label : editor_.schema().labels) {
    swatch_of_[label.id] =
        swatches_.Add(swatch(label.kind, label_colours(editor_.schema(), label.id, *theme_).bar, size));
  }
  table_->SetImageList(&swatches_, wxIMAGE_LIST_SMALL);
}

long AnnotationList::row_of_selected() const {
  const Annotation* const annotation = editor_.selected();
  if (annotation == nullptr) return -1;
  const auto& listed = editor_.listed();
  const auto found =
      std::lower_bound(listed.begin(), listed.end(), annotation,
                       [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });
  return found != listed.end() && (*found)->id == annotation->id ? static_cast<long>(found - listed.begin()) : -1;
}

void AnnotationList::show_selected() {
  const long row = row_of_selected();
  if (row == selected_row_) return;
  selecting_ = true;
  if (selected_row_ >= 0) table_->Select(selected_row_, false);
  selected_row_ = row;
  if (row >= 0) {
    table_->Select(row);
    table_->Focus(row);
  }
  selecting_ = false;
}

void AnnotationList::resize_columns() {
  wxClientDC dc(table_);
  dc.SetFont(table_->GetFont());
  int label_width = dc.GetTextExtent(_("Label")).x;
  for (const Label& label : editor_.schema().labels) {
    label_width = std::max(label_width, dc.GetTextExtent(label_name(editor_.schema(), label.id)).x);
  }
  label_width = std::min(label_width + FromDIP(36), FromDIP(160));
  table_->SetColumnWidth(0, label_width);
  table_->SetColumnWidth(1, std::max(table_->GetClientSize().x - label_width, FromDIP(80)));
}

}  // namespace mitjul
