#pragma once

#include <wx/print.h>
#include <wx/wx.h>

#include "ui/editor.h"
#include "ui/paper_document.h"

namespace mitjul {

/// A document for a printer: the sheets of the PDF, on the paper that the printer has.
class PaperPrintout : public wxPrintout {
 public:
  explicit PaperPrintout(PaperContent content);

  void OnPreparePrinting() override;
  bool HasPage(int page) override;
  void GetPageInfo(int* first, int* last, int* from, int* to) override;
  bool OnPrintPage(int page) override;

 private:
  Paper paper() const;

  PaperDocument document_;
};

/// Asks for printer and pages, and prints the shown document with what the annotator says about it. There must be one.
/// False where it could not be printed.
bool print_document(wxWindow* parent, Editor& editor);

}  // namespace mitjul
