#include "ui/paper_document.h"

#include <wx/intl.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <map>

#include "korean/unit.h"
#include "ui/annotation_words.h"
#include "ui/wx_text.h"
#include "view/shown_zones.h"

namespace mitjul {
namespace {

constexpr double kSmallSize = 14;
// Eleven points on paper.
constexpr double kPointsPerPixel = 11 / kNormalTextSize;
constexpr int kPictureWidth = 900;
constexpr int kPictureEdge = 16;
constexpr int kPartOfPicture = 2000;
constexpr auto kStep = std::chrono::milliseconds(15);
constexpr double kSwatch = 11;

double d(float value) { return static_cast<double>(value); }

/// As much of it as fits, with an ellipsis where that is not all.
std::string shortened(const std::string& words, double width, RunShaper& shaper) {
  if (d(shaper.text_width(TextStyle::Body, words)) <= width) return words;
  const Text text(words);
  TextPos end = text.end();
  std::string cut;
  do {
    end = text.previous_grapheme(end);
    cut = std::string(text.slice({TextPos(0), end})) + "…";
  } while (end > TextPos(0) && d(shaper.text_width(TextStyle::Body, cut)) > width);
  return cut;
}

}  // namespace

PaperContent paper_content(const Document& document, const AnnotationSet* set, const Schema& schema) {
  PaperContent content{document.info.name,
                       document.info.title,
                       document.text,
                       shown_zones(document, [&] { return units(document.text); }),
                       schema,
                       {},
                       {}};
  if (set == nullptr) return content;
  for (const auto& [id, annotation] : set->annotations()) content.annotations.push_back(annotation);
  return content;
}

PaperDocument::PaperDocument(PaperContent content, const std::optional<Paper>& paper, std::unique_ptr<RunShaper> shaper,
                             std::unique_ptr<RunShaper> small)
    : content_(std::move(content)),
      shaper_([&] {
        shaper->set_fonts(TextFace::Sans, kNormalTextSize, kNormalLabelSize);
        return std::move(shaper);
      }()),
      small_(std::move(small)),
      page_(content_.text, *shaper_, page_labels(content_.schema)),
      viewport_(page_),
      renderer_(viewport_, page_, *shaper_),
      paper_(paper) {
  small_->set_fonts(TextFace::Sans, kSmallSize, kNormalLabelSize);
  page_.set_zones(content_.zones);
  for (const Annotation& annotation : content_.annotations) page_.put(annotation);
  page_.suggest(content_.suggestions);
  renderer_.set_colours(content_.schema, light_theme());
  set_width();
  count_labels();
}

void PaperDocument::set_width() {
  laid_out_ = 0;
  viewport_.resize(kPictureWidth, 1);
  if (!paper_) return;
  const double width = paper_->width - 2 * paper_->margin;
  // The viewport takes a margin of its own at both sides.
  const int own = viewport_.width() - static_cast<int>(page_.width());
  viewport_.resize(static_cast<int>(width / kPointsPerPixel) + own, 1);
  scale_ = width / d(page_.width());
}

void PaperDocument::set_paper(const Paper& paper) {
  if (paper_ == paper) return;
  paper_ = paper;
  set_width();
}

/// Labels in the order of the schema, those that it does not know being none of the page.
void PaperDocument::count_labels() {
  std::map<std::string, std::size_t> counts;
  for (const Annotation& annotation : content_.annotations) ++counts[annotation.label];
  for (std::size_t i = 0; i < page_.labels().size(); ++i) {
    const auto found = counts.find(page_.labels()[i].id);
    if (found == counts.end()) continue;
    legend_.push_back({i, page_.labels()[i].name + "  " + to_utf8(grouped(found->second))});
  }
}

bool PaperDocument::lay_out_some() {
  const auto end = std::chrono::steady_clock::now() + kStep;
  while (laid_out_ < page_.blocks() && std::chrono::steady_clock::now() < end) page_.layout(laid_out_++);
  if (laid_out_ < page_.blocks()) return true;
  cut();
  return false;
}

double PaperDocument::share_laid_out() const {
  return static_cast<double>(laid_out_) / static_cast<double>(page_.blocks());
}

// --- Header and legend, in pixels of the page ---

int PaperDocument::row_height() const {
  return static_cast<int>(std::ceil(small_->text_metrics(TextStyle::Body).height() * 1.5F));
}

int PaperDocument::header_height() const { return 2 * row_height(); }

float PaperDocument::column_width() const {
  float widest = 0;
  for (const LegendEntry& entry : legend_) widest = std::max(widest, small_->text_width(TextStyle::Body, entry.text));
  return std::min(widest + static_cast<float>(kSwatch) * 4, page_.width());
}

std::size_t PaperDocument::legend_columns() const {
  return std::max<std::size_t>(1, static_cast<std::size_t>(page_.width() / column_width()));
}

std::size_t PaperDocument::legend_rows() const { return (legend_.size() + legend_columns() - 1) / legend_columns(); }

void PaperDocument::draw_words(wxGraphicsContext& context, const std::string& words, double x, double top,
                               const wxColour& colour) {
  small_->draw_text(context, TextStyle::Body, words, x, top + d(small_->text_metrics(TextStyle::Body).ascent), colour);
}

void PaperDocument::draw_header(wxGraphicsContext& context, const std::string& right) {
  const Theme& theme = light_theme();
  const double left = d(viewport_.left());
  const double width = d(page_.width());
  const double right_width = right.empty() ? 0 : d(small_->text_width(TextStyle::Body, right)) + kSmallSize;
  std::string words = content_.name;
  if (!content_.title.empty() && content_.title != content_.name) words += " – " + content_.title;
  std::replace(words.begin(), words.end(), '\n', ' ');
  draw_words(context, shortened(words, width - right_width, *small_), left, 0, theme.faint);
  if (!right.empty()) draw_words(context, right, left + width - right_width + kSmallSize, 0, theme.faint);
  context.SetPen(wxPen(blend(theme.background, theme.faint, 0.4), 1));
  context.StrokeLine(left, row_height(), left + width, row_height());
}

void PaperDocument::draw_legend(wxGraphicsContext& context, int y, std::size_t first_row, std::size_t last_row) {
  if (first_row == last_row) return;
  const Theme& theme = light_theme();
  const double left = d(viewport_.left());
  if (first_row == 0) {
    context.SetPen(wxPen(blend(theme.background, theme.faint, 0.4), 1));
    context.StrokeLine(left, y + row_height() / 2.0, left + d(page_.width()), y + row_height() / 2.0);
    const wxString heading = count_of_annotations(content_.annotations.size());
    draw_words(context, to_utf8(heading), left, y + row_height(), theme.faint);
    y += legend_heading();
  }
  for (std::size_t i = first_row * legend_columns(); i < std::min(last_row * legend_columns(), legend_.size()); ++i) {
    const LegendEntry& entry = legend_[i];
    const std::string& id = page_.labels()[entry.label].id;
    const Label* const label = content_.schema.find(id);
    const LabelColours colours = label_colours(content_.schema, id, theme);
    const double x = left + d(column_width()) * static_cast<double>(i % legend_columns());
    const int top = y + static_cast<int>(i / legend_columns() - first_row) * row_height();
    const double middle = top + d(small_->text_metrics(TextStyle::Body).height()) / 2;
    context.SetBrush(wxBrush(colours.bar));
    context.SetPen(*wxTRANSPARENT_PEN);
    if (label != nullptr && label->kind == LabelKind::Relation) {
      // As an arc is drawn.
      context.SetPen(wxPen(colours.bar, 2));
      context.StrokeLine(x, middle, x + kSwatch, middle);
      wxGraphicsPath head = context.CreatePath();
      head.MoveToPoint(x + kSwatch + 1, middle);
      head.AddLineToPoint(x + kSwatch - 4, middle - 3.5);
      head.AddLineToPoint(x + kSwatch - 4, middle + 3.5);
      head.CloseSubpath();
      context.SetPen(*wxTRANSPARENT_PEN);
      context.FillPath(head);
    } else {
      context.DrawRoundedRectangle(x, middle - kSwatch / 2, kSwatch, kSwatch, 3);
    }
    draw_words(context, shortened(entry.text, d(column_width()) - 2 * kSwatch, *small_), x + 1.6 * kSwatch, top,
               theme.text);
  }
}

// --- Sheets ---

/// For the text of a sheet, in pixels of the page.
int PaperDocument::room() const {
  if (!paper_) return kPartOfPicture;
  return static_cast<int>((paper_->height - 2 * paper_->margin) / scale_) - header_height();
}

void PaperDocument::cut() {
  sheets_.clear();
  for (const Sheet& lines : cut_into_sheets(page_, room())) sheets_.push_back({lines, 0, 0, 0});
  if (legend_.empty()) return;
  if (paper_) return place_legend(room());
  sheets_.back().last_row = legend_rows();
}

void PaperDocument::place_legend(int room) {
  const std::size_t rows = legend_rows();
  int top = sheets_.back().lines.height;
  if (top + legend_heading() + static_cast<int>(rows) * row_height() > room) {
    sheets_.push_back({});
    top = 0;
  }
  for (std::size_t row = 0; row < rows;) {
    const int left = room - top - (row == 0 ? legend_heading() : 0);
    const std::size_t fits = std::max<std::size_t>(1, static_cast<std::size_t>(std::max(left, 0) / row_height()));
    PaperSheet& sheet = sheets_.back();
    sheet.legend_top = top;
    sheet.first_row = row;
    sheet.last_row = row = std::min(rows, row + fits);
    if (row < rows) sheets_.push_back({});
    top = 0;
  }
}

void PaperDocument::draw_lines(wxGraphicsContext& context, const Sheet& lines) {
  viewport_.resize(viewport_.width(), lines.height);
  viewport_.scroll_to(lines.top);
  renderer_.render(context, {}, 0, lines.height);
}

void PaperDocument::draw(wxGraphicsContext& context, std::size_t sheet) {
  context.PushState();
  if (paper_) {
    draw_on_paper(context, sheet);
  } else {
    draw_in_picture(context, sheet);
  }
  context.PopState();
}

void PaperDocument::draw_on_paper(wxGraphicsContext& context, std::size_t index) {
  const PaperSheet& sheet = sheets_[index];
  context.Translate(paper_->margin, paper_->margin);
  context.Scale(scale_, scale_);
  context.Translate(-d(viewport_.left()), 0);
  draw_header(context, std::to_string(index + 1) + " / " + std::to_string(sheets_.size()));
  context.Translate(0, header_height());
  if (sheet.lines.height > 0) {
    context.PushState();
    // A line that is higher than the paper is drawn smaller.
    const double smaller = std::min(1.0, static_cast<double>(room()) / sheet.lines.height);
    context.Translate(d(viewport_.left()) * (1 - smaller), 0);
    context.Scale(smaller, smaller);
    draw_lines(context, sheet.lines);
    context.PopState();
  }
  draw_legend(context, sheet.legend_top, sheet.first_row, sheet.last_row);
}

int PaperDocument::picture_height() const {
  const int legend = legend_.empty() ? 0 : legend_heading() + static_cast<int>(legend_rows()) * row_height();
  return 2 * kPictureEdge + header_height() + static_cast<int>(page_.heights().total()) + legend;
}

void PaperDocument::draw_in_picture(wxGraphicsContext& context, std::size_t index) {
  const PaperSheet& sheet = sheets_[index];
  if (index == 0) {
    context.SetPen(*wxTRANSPARENT_PEN);
    context.SetBrush(wxBrush(light_theme().background));
    context.DrawRectangle(0, 0, picture_width(), picture_height());
  }
  context.Translate(0, kPictureEdge);
  if (index == 0) draw_header(context, {});
  context.Translate(0, header_height());
  draw_legend(context, static_cast<int>(page_.heights().total()), sheet.first_row, sheet.last_row);
  context.Translate(0, static_cast<double>(sheet.lines.top));
  draw_lines(context, sheet.lines);
}

}  // namespace mitjul
