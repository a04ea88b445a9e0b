#pragma once

#include <wx/string.h>

#include <string_view>
#include <vector>

#include "export/export.h"
#include "export/formats.h"

namespace mitjul {

/// Whom a format is written for. Lists of formats go through these in order.
enum class FormatGroup {
  Everything,  ///< other computers with this program: nothing is lost
  People,      ///< who look at it
  Programs,    ///< of one's own, and training
  Tools,       ///< other annotation programs
};
wxString group_name(FormatGroup group);

/// Whether export_words.cpp knows the format.
bool has_format_words(std::string_view format);
/// `Programs` where it is not known.
FormatGroup group_of(std::string_view format);
wxString name_of(const ExportFormat& format);
/// Who reads it, in a line: `INCEpTION and UIMA`; where the format is not known, what it holds as its table says it.
wxString readers_of(const ExportFormat& format);
/// All formats, those of a group beside one another.
std::vector<const ExportFormat*> formats_by_group();

/// Whether export_words.cpp knows an option of a format, by its name.
bool has_option_words(std::string_view option);
/// What an option, or a value of one, is called; as it is written where it is not known.
wxString option_name(std::string_view option);
wxString option_value(std::string_view value);
/// What can be written into an option that has no choices; empty where that goes without saying.
wxString option_hint(std::string_view option);
/// Values of such an option that have words.
std::vector<std::string_view> usual_values(std::string_view option);

/// What the format cannot hold, in a line: `relations 12 · notes 3`. Empty where nothing is lost.
wxString losses_in_words(const std::vector<ExportLoss>& losses);

}  // namespace mitjul
