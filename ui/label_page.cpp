#include "ui/label_page.h"

namespace mitjul {

void LabelPage::show(const std::string& label) {
  if (storing_) return;
  const bool anew = label != shown_;
  if (anew) {
    // What is stored changes the schema, which is shown anew then: still the label before, so that it is left out.
    storing_ = true;
    flush();
    storing_ = false;
  }
  shown_ = label;
  const Label* const present = this->label();
  Enable(present != nullptr);
  fill(present == nullptr ? Label() : *present, anew);
}

Storing LabelPage::change(const std::function<void(Label&)>& edit, FieldNote* note, std::vector<ValueChange> values,
                          AskFirst ask) {
  const Label* const present = label();
  if (present == nullptr) return Storing::Refused;
  Label changed = *present;
  edit(changed);
  if (changed == *present && values.empty()) {
    note->say("");
    return Storing::Done;
  }
  const SchemaAnswer answer = access_.change(ChangeLabel{std::move(changed), std::move(values)}, ask);
  // Choices and ticks show what is stored; what was typed stays to be mended.
  if (!answer.done() && label() != nullptr) fill(*label(), false);
  note->say(answer.why);
  return answer.storing;
}

TextField* LabelPage::field(TextField::Lines lines, std::function<void(Label&, const std::string&)> put,
                            FieldNote** note) {
  return new TextField(this, lines, [this, put = std::move(put), note](const std::string& value) {
    return change([&](Label& label) { put(label, value); }, *note);
  });
}

void LabelPage::show_stored(TextField& field, const std::string& value, bool anew) {
  field.set_stored(value);
  if (anew) field.put_back({value, false});
}

}  // namespace mitjul
