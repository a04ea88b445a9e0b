#include "ui/printing.h"

#include <algorithm>

#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;

}  // namespace

PaperPrintout::PaperPrintout(PaperContent content)
    : wxPrintout(to_wx(content.title.empty() ? content.name : content.title)), document_(std::move(content), Paper()) {}

/// The size that the printer says, with the margins of the PDF.
Paper PaperPrintout::paper() const {
  int width = 0;
  int height = 0;
  GetPageSizeMM(&width, &height);
  if (width <= 0 || height <= 0) return {};
  Paper paper;
  // A4 is no whole number of points; what is given in millimetres is near enough.
  paper.width = width * kPointsPerMillimetre;
  paper.height = height * kPointsPerMillimetre;
  return paper;
}

void PaperPrintout::OnPreparePrinting() {
  const wxBusyCursor busy;
  document_.set_paper(paper());
  while (document_.lay_out_some()) {
  }
}

bool PaperPrintout::HasPage(int page) { return page >= 1 && page <= static_cast<int>(document_.sheets()); }

void PaperPrintout::GetPageInfo(int* first, int* last, int* from, int* to) {
  *first = *from = 1;
  *last = *to = std::max(1, static_cast<int>(document_.sheets()));
}

bool PaperPrintout::OnPrintPage(int page) {
  wxDC* const dc = GetDC();
  if (dc == nullptr || !HasPage(page)) return false;
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::CreateFromUnknownDC(*dc));
  if (!context) return false;
  int width = 0;
  int height = 0;
  GetPageSizePixels(&width, &height);
  const double pixels_per_point = width / paper().width;
  context->Scale(pixels_per_point, pixels_per_point);
  document_.draw(*context, static_cast<std::size_t>(page) - 1);
  return true;
}

bool print_document(wxWindow* parent, Editor& editor) {
  PaperPrintout printout(paper_content(editor.document()->document, editor.set(), editor.schema()));
  wxPrintDialogData data;
  data.GetPrintData().SetPaperId(wxPAPER_A4);
  data.EnablePageNumbers(true);
  data.EnableSelection(false);
  wxPrinter printer(&data);
  return printer.Print(parent, &printout, true) || wxPrinter::GetLastError() != wxPRINTER_ERROR;
}

}  // namespace mitjul
