#include "ui/drawn_sign.h"

#include <wx/image.h>

#include <algorithm>
#include <memory>

namespace mitjul {
namespace {

wxBitmap draw_into(const DrawSign& draw, int size) {
  wxImage image(size, size);
  image.InitAlpha();
  std::fill_n(image.GetAlpha(), size * size, static_cast<unsigned char>(0));
  const std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(image));
  draw(*context, size);
  context->Flush();
  return wxBitmap(image);
}

}  // namespace

wxBitmapBundle drawn_sign(const DrawSign& draw, int size) {
  return wxBitmapBundle::FromBitmaps(draw_into(draw, size), draw_into(draw, 2 * size));
}

}  // namespace mitjul
