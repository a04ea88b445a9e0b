#include "ui/annotation_words.h"

#include <wx/datetime.h>
#include <wx/intl.h>

#include <algorithm>
#include <string>

#include "ui/wx_text.h"

namespace mitjul {
namespace {

// Characters that a role takes with its brackets, that an end with its role needs, and that is left of the longest one.
constexpr std::uint32_t kRoleLength = 5;
constexpr std::uint32_t kRoomForRole = 16;
constexpr std::uint32_t kShortestEnd = 4;

const wxString kEllipsis = wxString::FromUTF8("…");

/// The beginning of a span, on one line.
wxString beginning(const Text& text, Span span, std::uint32_t most) {
  const bool cut = span.length() > most;
  if (cut) span = {span.start, text.previous_grapheme(span.start + most + 1)};
  std::string utf8(text.slice(span));
  std::replace_if(
      utf8.begin(), utf8.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  return cut ? to_wx(utf8) + kEllipsis : to_wx(utf8);
}

wxString quote_of_spans(const Spans& spans, const Text& text, std::uint32_t most) {
  wxString quote;
  std::uint32_t left = most;
  for (const Span& segment : spans.segments()) {
    if (!text.holds(segment)) continue;
    if (!quote.empty()) quote += " " + kEllipsis + " ";
    if (left == 0) break;
    quote += beginning(text, segment, left);
    left -= std::min(left, segment.length());
  }
  return quote;
}

/// What a claim is known by, as the rules of the claim guideline say it.
wxString claim_rule(int rule) {
  switch (rule) {
    case 7: return _("Says what somebody said, thinks or plans");
    case 8: return _("Says a figure, an event, a property or a comparison");
    case 9: return _("Says what may happen");
    case 10: return _("Says something in the form of a list item");
    case 11: return _("Says something beside advice or praise");
    case 12: return _("Says something in a figure of speech");
    default: return _("Says something that can be found true or false");
  }
}

}  // namespace

wxString label_name(const Schema& schema, std::string_view label) {
  const Label* const found = schema.find(label);
  return to_wx(found == nullptr || found->name.empty() ? std::string(label) : found->name);
}

wxString state_name(SetState state) {
  switch (state) {
    case SetState::New: return _("New");
    case SetState::InProgress: return _("In progress");
    case SetState::Finished: return _("Finished");
    case SetState::Skipped: return _("Skipped");
  }
  return {};
}

wxString origin_words(const std::string& origin) {
  if (origin == "word list") return _("From the word list");
  if (origin == "form of a date") return _("Has the form of a date");
  if (origin == "form of a quantity") return _("Has the form of a quantity");
  const std::string_view rule = "claim rule ";
  const std::string_view elsewhere = "annotated elsewhere: ";
  if (origin.starts_with(rule))
    return wxString::Format(_("Rule %s of the guideline for claims"), to_wx(origin.substr(rule.size())));
  if (origin.starts_with(elsewhere))
    return wxString::Format(_("Annotated elsewhere: %s"), to_wx(origin.substr(elsewhere.size())));
  return to_wx(origin);
}

wxString method_name(Method method) {
  switch (method) {
    case Method::Hand: return _("By hand");
    case Method::Occurrence: return _("As an occurrence");
    case Method::Gazetteer: return _("From the word list");
    case Method::Suggestion: return _("From a suggestion");
    case Method::Import: return _("Imported");
    case Method::Curation: return _("By curation");
  }
  return {};
}

wxString role_name(const Schema& schema, std::string_view label, std::string_view role) {
  if (const Label* const found = schema.find(label)) {
    for (const Role& known : found->roles) {
      if (known.id == role && !known.name.empty()) return to_wx(known.name);
    }
  }
  return to_wx(role);
}

wxString ends_of(const Annotation& annotation, const AnnotatedDocument& document, const Schema& schema,
                 std::uint32_t most) {
  const Relation* const relation = annotation.relation();
  if (relation == nullptr) return {};
  const auto count = static_cast<std::uint32_t>(relation->arguments.size());
  const bool with_roles = most >= count * kRoomForRole;
  const std::uint32_t between = 3 * (count - 1) + (with_roles ? count * kRoleLength : 0);
  std::uint32_t left = std::max(most, between + count * kShortestEnd) - between;
  const auto quote = [&](const Argument& end, std::uint32_t longest) {
    const Annotation* const target = end.target.document.empty() ? document.find(end.target.id) : nullptr;
    if (target == nullptr || target->relation() != nullptr) return to_wx(to_string(end.target));
    return quote_of(*target, document, longest);
  };
  // What the others do not need goes to the longest.
  const std::uint32_t share = left / count;
  std::uint32_t longer = 0;
  for (const Argument& end : relation->arguments) {
    const auto length = static_cast<std::uint32_t>(quote(end, share).length());
    if (length > share) {
      ++longer;
    } else {
      left -= length;
    }
  }
  wxString words;
  for (const Argument& end : relation->arguments) {
    if (!words.empty()) words += wxString::FromUTF8(" → ");
    words += quote(end, longer == 0 ? share : std::max(share, left / longer));
    if (with_roles) words += " (" + role_name(schema, annotation.label, end.role) + ")";
  }
  return words;
}

wxString count_of_annotations(std::uint64_t count) {
  return wxString::Format(wxPLURAL("%s annotation", "%s annotations", static_cast<unsigned>(count)), grouped(count));
}

wxString in_quotes(const wxString& words) { return wxString::FromUTF8("“") + words + wxString::FromUTF8("”"); }

wxString quote_of(const Annotation& annotation, const AnnotatedDocument& document, std::uint32_t most) {
  if (const Spans* const spans = annotation.spans()) return quote_of_spans(*spans, document.document.text, most);
  if (const Relation* const relation = annotation.relation()) {
    wxString ends;
    const auto share = std::max<std::uint32_t>(8, most / static_cast<std::uint32_t>(relation->arguments.size()));
    for (const Argument& argument : relation->arguments) {
      if (!ends.empty()) ends += wxString::FromUTF8(" → ");
      const Annotation* const target = argument.target.document.empty() ? document.find(argument.target.id) : nullptr;
      ends += target != nullptr && target->spans() != nullptr ? quote_of(*target, document, share)
                                                              : to_wx(to_string(argument.target));
    }
    return ends;
  }
  const DocumentInfo& info = document.document.info;
  return to_wx(info.title.empty() ? info.name : info.title);
}

wxString reason_of(const Suggestion& suggestion, const Schema& schema) {
  const SuggestionReason& reason = suggestion.reason;
  switch (reason.kind) {
    case SuggestionReason::Kind::Annotated:
      return wxString::Format(
          wxPLURAL("Annotated %s time elsewhere as %s", "Annotated %s times elsewhere as %s", reason.count),
          grouped(reason.count), label_name(schema, suggestion.label));
    case SuggestionReason::Kind::Gazetteer: return _("In the word list");
    case SuggestionReason::Kind::Date: return _("Has the form of a date");
    case SuggestionReason::Kind::Quantity: return _("Has the form of a quantity");
    case SuggestionReason::Kind::Claim:
      if (reason.words.empty()) return claim_rule(reason.rule);
      return claim_rule(reason.rule) + " (" + in_quotes(to_wx(reason.words)) + ")";
  }
  return {};
}

wxString local_time(Time time) {
  return wxDateTime(std::chrono::system_clock::to_time_t(time)).Format("%Y-%m-%d %H:%M");
}

wxString grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

}  // namespace mitjul
