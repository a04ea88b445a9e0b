#include "ui/label_preview.h"

#include <wx/dcbuffer.h>

#include <algorithm>

#include "ui/attribute_words.h"
#include "ui/renderer.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

// Of nobody's article. The second paragraph is longer than the line and a half from which on a mark has brackets.
constexpr std::string_view kSample =
    "🏭 한빛전자가 새 공장을 짓는다.\n"
    "회사는 내년 봄에 첫 삽을 뜨고 이듬해 가을부터 이 공장에서 배터리를 만들 것이라고 밝혔으며, 일자리도 늘어난다고 "
    "설명했다.";
constexpr std::string_view kWord = "한빛전자";
constexpr std::string_view kOther = "새 공장";
constexpr std::string_view kPassageStart = "내년 봄에";
constexpr std::string_view kPassageEnd = "늘어난다고";
constexpr double kTextSize = 15;
constexpr double kChipSize = 10.5;

Span find(const Text& text, std::string_view first, std::string_view last) {
  const std::size_t start = text.utf8().find(first);
  const std::size_t end = text.utf8().find(last) + last.size();
  return {text.from_byte(static_cast<std::uint32_t>(start)), text.from_byte(static_cast<std::uint32_t>(end))};
}

AnnotationId id(std::int64_t number) { return {*AnnotatorKey::parse("aaaaaa"), number}; }

Annotation mark(std::int64_t number, const std::string& label, const Span& span) {
  return {id(number), label, Spans(span), {}, {}, {}};
}

/// What an end of the relation may be: the first label that it allows, or else the first of the schema.
std::string end_label(const Schema& schema, const Role& role) {
  for (const std::string& allowed : role.allowed) {
    const Label* const label = schema.find(allowed);
    if (label != nullptr && label->kind == LabelKind::Span) return allowed;
  }
  const auto first = std::find_if(schema.labels.begin(), schema.labels.end(),
                                  [](const Label& label) { return label.kind == LabelKind::Span; });
  return first == schema.labels.end() ? std::string() : first->id;
}

std::vector<Annotation> annotations(const Schema& schema, const Label& label, const Text& text) {
  if (label.kind == LabelKind::Span) {
    return {mark(1, label.id, find(text, kWord, kWord)), mark(2, label.id, find(text, kPassageStart, kPassageEnd))};
  }
  if (label.roles.size() < 2) return {};
  Relation relation{{{label.roles[0].id, {{}, id(1)}}, {label.roles[1].id, {{}, id(2)}}}};
  return {mark(1, end_label(schema, label.roles[0]), find(text, kWord, kWord)),
          mark(2, end_label(schema, label.roles[1]), find(text, kOther, kOther)),
          {id(3), label.id, std::move(relation), {}, {}, {}}};
}

}  // namespace

LabelPreview::LabelPreview(wxWindow* parent, const Theme& theme) : theme_(theme), shaper_(make_shaper()) {
  SetBackgroundStyle(wxBG_STYLE_PAINT);
  Create(parent, wxID_ANY, wxDefaultPosition, parent->FromDIP(wxSize(220, 140)), wxBORDER_THEME);
  SetName(theme.dark ? _("How it looks in dark mode") : _("How it looks in light mode"));
  SetToolTip(GetName());
  shaper_->set_fonts(TextFace::Sans, FromDIP(1) * kTextSize, FromDIP(1) * kChipSize);
  Bind(wxEVT_PAINT, &LabelPreview::paint, this);
  Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
    event.Skip();
    Refresh();
  });
}

void LabelPreview::show(const Schema& schema, const std::string& label) {
  schema_ = schema;
  label_ = label;
  Refresh();
}

void LabelPreview::paint(wxPaintEvent& /*event*/) {
  wxAutoBufferedPaintDC dc(this);
  dc.SetBackground(theme_.background);
  dc.Clear();
  const Label* const label = schema_.find(label_);
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(dc));
  if (!context || label == nullptr) return;
  if (label->kind == LabelKind::Document) {
    draw_chip(*context);
  } else {
    draw_page(*context);
  }
}

void LabelPreview::draw_page(wxGraphicsContext& context) {
  const Text text{std::string(kSample)};
  Page page(text, *shaper_, page_labels(schema_));
  Viewport viewport(page);
  Renderer renderer(viewport, page, *shaper_);
  renderer.set_colours(schema_, theme_);
  for (const Annotation& annotation : annotations(schema_, *schema_.find(label_), text)) page.put(annotation);
  viewport.resize(GetClientSize().x, GetClientSize().y);
  renderer.render(context, {}, 0, GetClientSize().y);
}

void LabelPreview::draw_chip(wxGraphicsContext& context) {
  const Label& label = *schema_.find(label_);
  const LabelColours colours = label_colours(schema_, label_, theme_);
  context.SetFont(GetFont(), colours.chip_text);
  const wxString name = name_or_id(label.name, label.id);
  double width = 0;
  double height = 0;
  context.GetTextExtent(name, &width, &height);
  const double pad = FromDIP(10);
  const double left = FromDIP(16);
  const double top = (GetClientSize().y - height - pad) / 2;
  context.SetPen(*wxTRANSPARENT_PEN);
  context.SetBrush(wxBrush(colours.bar));
  context.DrawRoundedRectangle(left, top, width + 2 * pad, height + pad, FromDIP(5));
  context.DrawText(name, left + pad, top + pad / 2);
}

}  // namespace mitjul
