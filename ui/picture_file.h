#pragma once

#include <wx/graphics.h>

#include <filesystem>
#include <memory>
#include <string>

namespace mitjul {

enum class PictureFormat { Pdf, Svg, Png };

/// The ending of file names, without a dot.
const char* extension_of(PictureFormat format);

/// The most pixels that a PNG can have in a direction (what the drawing library can hold).
constexpr int kLongestPng = 32767;

/// A PDF or a picture that is drawn into a file. The file is written beside its place and put there when all of it is
/// on the disk; destroyed before that, nothing is left. The only code that knows cairo's files. Members throw `Error`.
class PictureFile {
 public:
  /// Size in points for PDF, else in pixels; a PNG has `scale` times as many.
  struct Size {
    double width = 0;
    double height = 0;
    double scale = 1;
  };
  PictureFile(PictureFormat format, const std::filesystem::path& place, Size size);
  PictureFile(const PictureFile&) = delete;
  PictureFile& operator=(const PictureFile&) = delete;
  ~PictureFile();

  /// What a PDF says of itself.
  void set_title(const std::string& title, const std::string& creator);
  /// Draws on the present page.
  wxGraphicsContext& context();
  /// PDF: what is drawn next is on another page.
  void next_page();
  void put_in_place();

 private:
  class Surface;
  std::unique_ptr<Surface> surface_;
};

}  // namespace mitjul
