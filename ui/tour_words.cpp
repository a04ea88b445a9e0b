#include "ui/tour_words.h"

#include <wx/intl.h>

#include <algorithm>

#include "ui/action.h"
#include "ui/annotation_words.h"
#include "ui/key_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

// Of the sample article that is left for the user (samples/articles): a place, at its beginning and further down.
constexpr std::string_view kWord = "해오름시장";
constexpr std::string_view kWordWithParticle = "해오름시장에서";
constexpr std::string_view kLabel = "LOCATION";
constexpr std::size_t kMostLabels = 3;

TourKey key_of(const Schema& schema, const Label& label) {
  return {to_wx(label.key).Upper(), label_name(schema, label.id), {}};
}

std::vector<TourKey> label_keys(const Schema& schema) {
  std::vector<TourKey> keys;
  for (const Label& label : schema.labels) {
    if (keys.size() == kMostLabels) break;
    if (!label.key.empty() && label.kind == LabelKind::Span) keys.push_back(key_of(schema, label));
  }
  return keys;
}

TourWords select_words(const KeyMap& keys, bool sample) {
  TourWords words{_("Select a word"),
                  {},
                  {{key_words(KeyPress{.key = WXK_RIGHT, .ctrl = true}), _("to the next word"), {}},
                   {key_words(keys, Action::SelectWord), _("the word at the caret"), {}}}};
  words.sentence =
      sample ? wxString::Format(_("Double-click \"%s\" in the text: \"%s\" is selected, without the particle."),
                                to_wx(kWordWithParticle), to_wx(kWord))
             : _("Double-click a word in the text: it is selected without its particle.");
  return words;
}

TourWords label_words(const Schema& schema, bool sample) {
  const Label* const label = sample ? schema.find(kLabel) : nullptr;
  if (label != nullptr && !label->key.empty()) {
    return {_("Label it"),
            wxString::Format(_("With the word selected, press the key of a label. \"%s\" is of the kind: %s."),
                             to_wx(kWord), label_name(schema, label->id)),
            {key_of(schema, *label)}};
  }
  return {_("Label it"),
          _("With the word selected, press the key of a label. Each label above the text shows its key."),
          label_keys(schema)};
}

}  // namespace

std::optional<TextPos> tour_word(const AnnotatedDocument* shown) {
  if (shown == nullptr) return std::nullopt;
  const Text& text = shown->document.text;
  const std::size_t byte = text.utf8().find(kWordWithParticle);
  if (byte == std::string::npos) return std::nullopt;
  return text.from_byte(static_cast<std::uint32_t>(byte));
}

TourWords tour_words(Tour::Step step, const Schema& schema, const AnnotatedDocument* shown, const KeyMap& keys) {
  using Step = Tour::Step;
  using Task = Tour::Task;
  const auto key = [&keys](Action action) { return key_words(keys, action); };
  switch (step) {
    case Step::Select: return select_words(keys, tour_word(shown).has_value());
    case Step::Label: return label_words(schema, tour_word(shown).has_value());
    case Step::Occurrences:
      return {_("All places at once"),
              _("Annotate the same word wherever it stands, in one go. Or accept one of the dotted suggestions."),
              {{key(Action::AnnotateAll), _("all occurrences"), {}},
               {key(Action::NextSuggestion), _("next suggestion"), {}},
               {key(Action::AcceptSuggestion), _("accept it"), {}}}};
    case Step::Claim:
      return {
          _("Make a claim"),
          _("Put the caret into a sentence that says something. Type, source and cue are proposed for it."),
          {{key(Action::MakeClaim), _("propose a claim"), {}}, {key_words(KeyPress{WXK_RETURN}), _("take it"), {}}}};
    case Step::TakeBack:
      return {_("Take back, and find"),
              _("Everything can be taken back, as often as you like, and found again. Try all three."),
              {{key(Action::Undo), _("undo"), Task::Undo},
               {key(Action::Redo), _("redo"), Task::Redo},
               {key(Action::Find), _("find, also by initials"), Task::Find}}};
    case Step::Export:
      return {_("Finish and export"),
              _("Mark the document as finished, then export everything as XML. The file is read back and compared "
                "before it is put in place."),
              {{key(Action::Finish), _("finish"), Task::Finish}, {key(Action::Export), _("export"), Task::Export}}};
    case Step::End: break;
  }
  return {_("You have seen it all"),
          _("What you did is stored already: there is no Save. Your own articles come into a project of your own."),
          {{key(Action::NewProject), _("new project"), {}},
           {key(Action::Import), _("import files"), {}},
           {key(Action::Keys), _("all keys"), {}},
           {key(Action::Tour), _("this tour again"), {}}}};
}

}  // namespace mitjul
