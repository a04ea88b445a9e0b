#include "ui/picture_file.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>

#include <cmath>
#include <exception>

#include "core/error.h"
#include "core/file_io.h"

namespace mitjul {

const char* extension_of(PictureFormat format) {
  switch (format) {
    case PictureFormat::Pdf: return "pdf";
    case PictureFormat::Svg: return "svg";
    case PictureFormat::Png: return "png";
  }
  return "";
}

class PictureFile::Surface {
 public:
  Surface(PictureFormat format, const std::filesystem::path& place, Size size)
      : format_(format), place_(place), file_(place) {
    switch (format) {
      case PictureFormat::Pdf:
        surface_ = cairo_pdf_surface_create_for_stream(write, this, size.width, size.height);
        // Old printers and viewers read it, too.
        cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_4);
        break;
      case PictureFormat::Svg:
        surface_ = cairo_svg_surface_create_for_stream(write, this, size.width, size.height);
        cairo_svg_surface_set_document_unit(surface_, CAIRO_SVG_UNIT_PX);
        break;
      case PictureFormat::Png:
        surface_ = cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(size.width * size.scale),
                                              pixels(size.height * size.scale));
        cairo_surface_set_device_scale(surface_, size.scale, size.scale);
        break;
    }
    check();
  }
  Surface(const Surface&) = delete;
  Surface& operator=(const Surface&) = delete;
  ~Surface() {
    context_.reset();
    writes_ = false;
    cairo_surface_destroy(surface_);
  }

  void set_title(const std::string& title, const std::string& creator) {
    if (format_ != PictureFormat::Pdf) return;
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, title.c_str());
    cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, creator.c_str());
  }

  wxGraphicsContext& context() {
    if (!context_) {
      cairo_t* const cairo = cairo_create(surface_);
      context_.reset(wxGraphicsRenderer::GetCairoRenderer()->CreateContextFromNativeContext(cairo));
      // Versions of wx differ in whether they take it over or a reference of their own.
      if (cairo_get_reference_count(cairo) > 1) cairo_destroy(cairo);
    }
    return *context_;
  }

  void next_page() {
    context_.reset();
    cairo_surface_show_page(surface_);
    check();
  }

  void put_in_place() {
    context_.reset();
    if (format_ == PictureFormat::Png) {
      cairo_surface_flush(surface_);
      cairo_surface_write_to_png_stream(surface_, write, this);
    }
    cairo_surface_finish(surface_);
    check();
    file_.finish();
    file_.put_in_place();
  }

 private:
  static int pixels(double size) { return static_cast<int>(std::ceil(size)); }

  /// Called by a library in C, which no exception may cross.
  static cairo_status_t write(void* self, const unsigned char* bytes, unsigned size) {
    auto& surface = *static_cast<Surface*>(self);
    if (!surface.writes_ || surface.failure_) return CAIRO_STATUS_WRITE_ERROR;
    try {
      surface.file_.write({reinterpret_cast<const char*>(bytes), size});
      return CAIRO_STATUS_SUCCESS;
    } catch (...) {
      surface.failure_ = std::current_exception();
      return CAIRO_STATUS_WRITE_ERROR;
    }
  }

  void check() const {
    if (failure_) std::rethrow_exception(failure_);
    const cairo_status_t status = cairo_surface_status(surface_);
    if (status != CAIRO_STATUS_SUCCESS) {
      throw Error(ErrorKind::InputOutput, place_, cairo_status_to_string(status));
    }
  }

  PictureFormat format_;
  std::filesystem::path place_;
  OutputFile file_;
  cairo_surface_t* surface_ = nullptr;
  std::unique_ptr<wxGraphicsContext> context_;
  bool writes_ = true;  // false: what is written while it goes is not wanted any more
  std::exception_ptr failure_;
};

PictureFile::PictureFile(PictureFormat format, const std::filesystem::path& place, Size size)
    : surface_(std::make_unique<Surface>(format, place, size)) {}
PictureFile::~PictureFile() = default;

void PictureFile::set_title(const std::string& title, const std::string& creator) {
  surface_->set_title(title, creator);
}
wxGraphicsContext& PictureFile::context() { return surface_->context(); }
void PictureFile::next_page() { surface_->next_page(); }
void PictureFile::put_in_place() { surface_->put_in_place(); }

}  // namespace mitjul
