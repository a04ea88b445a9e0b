#include "ui/problem_words.h"

#include <wx/intl.h>

#include <array>

#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/named_problem.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

wxString count_words(Severity severity, unsigned count) {
  switch (severity) {
    case Severity::Error: return wxString::Format(wxPLURAL("%s error", "%s errors", count), grouped(count));
    case Severity::Warning: return wxString::Format(wxPLURAL("%s warning", "%s warnings", count), grouped(count));
    case Severity::Note: return wxString::Format(wxPLURAL("%s note", "%s notes", count), grouped(count));
  }
  return {};
}

}  // namespace

wxString severity_words(Severity severity) {
  switch (severity) {
    case Severity::Error: return wxString::FromUTF8("✖ ") + _("Error");
    case Severity::Warning: return wxString::FromUTF8("▲ ") + _("Warning");
    case Severity::Note: return wxString::FromUTF8("○ ") + _("Hint");
  }
  return {};
}

wxString kind_words(ProblemCode kind) {
  switch (kind) {
    case ProblemCode::MissingAttribute: return _("Required attribute missing");
    case ProblemCode::MissingRelation: return _("Relation missing");
    case ProblemCode::RoleNotAllowed: return _("End of a relation not allowed");
    case ProblemCode::OverlapNotAllowed: return _("Overlap not allowed");
    case ProblemCode::DiscontinuousSpan: return _("Several pieces not allowed");
    case ProblemCode::UnitCrossed: return _("Longer than a sentence");
    case ProblemCode::BlankAtEdge: return _("Blank at the edge");
    case ProblemCode::ParticleAtEnd: return _("Particle at the end");
    case ProblemCode::EmptyDocumentLabel: return _("Empty document label");
    default: return _("Other rule");
  }
}

wxString problem_words(const ProblemRow& row, const Schema& schema) {
  Problem problem = with_names(row.finding.problem, schema, nullptr, row.label);
  problem.place = {};  // the row says it
  return to_wx(sentence(problem));
}

wxString full_words(const ProblemRow& row, const Schema& schema) {
  return severity_words(row.finding.severity()) + ": " + problem_words(row, schema);
}

wxString full_words(const std::vector<const ProblemRow*>& rows, const Schema& schema, const wxString& between) {
  wxString words;
  for (const ProblemRow* const row : rows) words += (words.empty() ? wxString() : between) + full_words(*row, schema);
  return words;
}

wxString place_words(const ProblemRow& row, const Schema& schema) {
  const wxString label = label_name(schema, row.label);
  return row.words.empty() ? label : label + wxString::FromUTF8(" · ") + to_wx(row.words);
}

wxString fix_words(const ProblemRow& row) {
  switch (row.finding.problem.code) {
    case ProblemCode::BlankAtEdge: return _("Trim the blanks");
    case ProblemCode::ParticleAtEnd: return _("Cut the particle");
    case ProblemCode::EmptyDocumentLabel: return _("Delete the label");
    case ProblemCode::MissingAttribute:
      return std::holds_alternative<GiveValue>(row.finding.fix) ? _("Give the default") : _("Fill it in");
    default: return _("Go there");
  }
}

wxString counts_words(const ProblemRows& rows) {
  wxString words;
  for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Note}) {
    const auto count = static_cast<unsigned>(rows.count(severity));
    if (count > 0) words += (words.empty() ? wxString() : wxString(", ")) + count_words(severity, count);
  }
  return words;
}

}  // namespace mitjul
