#pragma once

#include <wx/graphics.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/annotation_set.h"
#include "core/document.h"
#include "core/schema.h"
#include "ui/renderer.h"
#include "ui/run_shaper.h"
#include "view/sheets.h"
#include "view/viewport.h"

namespace mitjul {

/// A document as it goes on paper: copies, so that the project may go on changing.
struct PaperContent {
  std::string name;   ///< in the header of every sheet
  std::string title;  ///< behind it; may be empty, or the same
  Text text;
  std::vector<Zone> zones;  ///< that are seen: `shown_zones`
  Schema schema;
  std::vector<Annotation> annotations;
  std::vector<SuggestedMark> suggestions;  ///< drawn as on the screen; none: left out
};

/// What an annotator says about a document; `set` is nullptr where that is nothing.
PaperContent paper_content(const Document& document, const AnnotationSet* set, const Schema& schema);

/// A sheet of paper, in points (1/72 inch).
struct Paper {
  double width = 595.28;
  double height = 841.89;
  double margin = 51;

  bool operator==(const Paper&) const = default;
};

/// A document with its annotations on sheets of paper, or as one tall picture, with a header and, behind the text, a
/// legend of the labels. Drawn by the renderer of the text view, in light colours. The same for files and printers.
class PaperDocument {
 public:
  /// Without paper: as a picture, in pixels.
  PaperDocument(PaperContent content, const std::optional<Paper>& paper,
                std::unique_ptr<RunShaper> shaper = make_shaper(), std::unique_ptr<RunShaper> small = make_shaper());
  /// Other paper than before: to be laid out anew where it differs.
  void set_paper(const Paper& paper);

  /// Lays out some more of the text: a few milliseconds' worth. False once all of it is, and cut into sheets.
  bool lay_out_some();
  /// 0 to 1.
  double share_laid_out() const;

  // --- When all is laid out ---
  /// Sheets of paper; of a picture the parts that it is drawn in, from top to bottom.
  std::size_t sheets() const { return sheets_.size(); }
  /// From the upper left corner of the sheet, in points; or of the whole picture, in pixels.
  void draw(wxGraphicsContext& context, std::size_t sheet);
  /// In pixels.
  int picture_width() const { return viewport_.width(); }
  int picture_height() const;

  const PaperContent& content() const { return content_; }

 private:
  struct LegendEntry {
    std::size_t label = 0;  // of the page
    std::string text;       // its name, and how often it is there
  };
  /// What stands on a sheet: lines of the text, rows of the legend, or both.
  struct PaperSheet {
    Sheet lines;  // none where it has no height
    int legend_top = 0;
    std::size_t first_row = 0;
    std::size_t last_row = 0;
  };

  void count_labels();
  void set_width();
  void cut();
  void place_legend(int room);
  int room() const;
  float column_width() const;
  std::size_t legend_columns() const;
  std::size_t legend_rows() const;
  int row_height() const;
  int legend_heading() const { return 2 * row_height(); }
  int header_height() const;
  void draw_lines(wxGraphicsContext& context, const Sheet& lines);
  void draw_on_paper(wxGraphicsContext& context, std::size_t index);
  void draw_in_picture(wxGraphicsContext& context, std::size_t index);
  void draw_header(wxGraphicsContext& context, const std::string& right);
  void draw_legend(wxGraphicsContext& context, int y, std::size_t first_row, std::size_t last_row);
  void draw_words(wxGraphicsContext& context, const std::string& words, double x, double top, const wxColour& colour);

  PaperContent content_;
  std::unique_ptr<RunShaper> shaper_;
  std::unique_ptr<RunShaper> small_;  // of header and legend
  Page page_;
  Viewport viewport_;
  Renderer renderer_;
  std::size_t laid_out_ = 0;  // blocks
  std::vector<LegendEntry> legend_;
  std::optional<Paper> paper_;
  double scale_ = 1;  // points in a pixel of the page
  std::vector<PaperSheet> sheets_;
};

}  // namespace mitjul
