// What the list of problems does with the project.

#include <map>

#include "ui/open_project.h"
#include "ui/problem_words.h"

namespace mitjul {

ProblemPanel::Host OpenProject::problem_host() {
  ProblemPanel::Host host;
  host.go_to = [this](const ProblemRow& row) { go_to_problem(row); };
  host.fill_in = [this](const std::string& attribute) { workbench_->edit_attribute(attribute); };
  host.mend = [this](const std::vector<Finding>& findings) { mend_problems(findings); };
  host.go_to_text = [this] { workbench_->go_to_text(); };
  host.close = [this] { workbench_->show_problems(false); };
  return host;
}

void OpenProject::show_problems(bool project) {
  let_claim_go();
  workbench_->problems().look_at(project);
  workbench_->show_problems(true);
}

wxString OpenProject::problem_of_selected() const {
  const auto& selected = editor_.selected_annotation();
  if (!selected) return {};
  const auto rows = problems_.rows().of(editor_.set_key().document, *selected);
  return rows.empty() ? wxString() : full_words(*rows.front(), editor_.schema());
}

void OpenProject::go_to_problem(const ProblemRow& row) {
  window_.guarded([&] {
    if (const Editor::Refusal refusal = editor_.visit(row.finding.set.document)) return refuse(refusal);
    const AnnotationSet* const set = editor_.set();
    if (set != nullptr && set->find(row.finding.annotation) != nullptr) {
      editor_.select_annotation(row.finding.annotation);
    } else {
      problems_.check_shown();  // it went meanwhile
    }
  });
}

void OpenProject::mend_problems(const std::vector<Finding>& findings) {
  if (!window_.may_edit()) return;
  workbench_->flush();
  window_.attempt([&]() -> Editor::Refusal {
    std::map<DocumentKey, std::vector<Finding>> by_document;
    for (const Finding& finding : findings) by_document[finding.set.document].push_back(finding);
    Edit all{"fix", {}};
    for (const auto& [key, of_document] : by_document) {
      if (editor_.find_document(key) == nullptr) continue;  // it has gone since
      for (Change& change : mend(editor_.workspace().open(key), of_document).changes) {
        all.changes.push_back(std::move(change));
      }
    }
    const Editor::Refusal refusal = editor_.perform(std::move(all));
    problems_.check_shown();
    return refusal;
  });
}

}  // namespace mitjul
