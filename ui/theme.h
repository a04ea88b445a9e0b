#pragma once

#include <wx/colour.h>

#include <string_view>

#include "core/schema.h"

namespace mitjul {

/// The colours of a bar with a sentence.
struct BarColours {
  wxColour back;
  wxColour words;
};

/// The colours of the text view and of what is said around it, light or dark.
struct Theme {
  bool dark = false;
  wxColour background;
  wxColour text;
  wxColour fainter;    ///< what is no part of the article's running text
  wxColour faint;      ///< what is said beside the text
  wxColour ground;     ///< behind the cells of tables
  wxColour rule;       ///< lines in the margin
  wxColour selection;  ///< behind selected text
  wxColour kept;       ///< behind segments that are kept for a discontinuous span
  wxColour caret;
  wxColour highlight;  ///< around the selected annotation
  BarColours result;   ///< what has been done
  BarColours refusal;  ///< what was not done
  BarColours filter;   ///< that not everything is shown
};

const Theme& light_theme();
const Theme& dark_theme();

/// Between two colours: 0 is `from`, 1 is `to`.
wxColour blend(const wxColour& from, const wxColour& to, double share);

/// The colours of one label in a theme.
struct LabelColours {
  wxColour fill;       ///< behind the text; opaque, or many over one another would hide it
  wxColour wash;       ///< a weaker one, behind long spans that are chosen
  wxColour bar;        ///< bars and chips
  wxColour chip_text;  ///< readable on `bar`
  wxColour words;      ///< small text on the theme's background: what is suggested
};

/// From the label's own colour, or its parent's, or else one of a palette by its place in the schema. Darkened or
/// lightened until it stands out from the theme's background.
LabelColours label_colours(const Schema& schema, std::string_view label, const Theme& theme);

}  // namespace mitjul
