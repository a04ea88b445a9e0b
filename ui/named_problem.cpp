#include "ui/named_problem.h"

#include "messages/sentences.h"
#include "ui/annotation_words.h"
#include "ui/attribute_words.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

constexpr std::uint32_t kMostQuoted = 30;

class Names {
 public:
  Names(Problem& problem, const Schema& schema, const AnnotatedDocument* document)
      : problem_(problem), schema_(schema), document_(document) {}

  void label(std::size_t detail) {
    if (has(detail)) at(detail) = to_utf8(label_name(schema_, at(detail)));
  }
  /// Of this label, or else of the first that has one of this id.
  void attribute(std::size_t detail, const std::string& label) {
    if (!has(detail)) return;
    const Attribute* found = schema_.find_attribute(label, at(detail));
    for (const Label& each : schema_.labels) {
      if (found == nullptr) found = schema_.find_attribute(each.id, at(detail));
    }
    if (found != nullptr) at(detail) = to_utf8(attribute_name(*found));
  }
  void role(std::size_t detail) {
    if (!has(detail)) return;
    for (const Label& each : schema_.labels) {
      for (const Role& known : each.roles) {
        if (known.id == at(detail) && !known.name.empty()) {
          at(detail) = known.name;
          return;
        }
      }
    }
  }
  void annotation(std::size_t detail) {
    if (document_ == nullptr || !has(detail)) return;
    const auto ref = parse_annotation_ref(at(detail));
    const Annotation* const found = ref && ref->document.empty() ? document_->find(ref->id) : nullptr;
    if (found != nullptr) {
      at(detail) = "“" + to_utf8(quote_of(*found, *document_, kMostQuoted)) + "” (" +
                   to_utf8(label_name(schema_, found->label)) + ")";
    }
  }

 private:
  bool has(std::size_t detail) const { return detail < problem_.details.size(); }
  std::string& at(std::size_t detail) { return problem_.details[detail]; }

  Problem& problem_;
  const Schema& schema_;
  const AnnotatedDocument* document_;
};

}  // namespace

Problem with_names(Problem problem, const Schema& schema, const AnnotatedDocument* document, const std::string& label) {
  Names names(problem, schema, document);
  switch (problem.code) {
    case ProblemCode::UnknownAttribute:
    case ProblemCode::MissingAttribute:
      names.attribute(0, problem.details.size() > 1 ? problem.details[1] : label);
      names.label(1);
      break;
    case ProblemCode::InvalidAttributeValue:
    case ProblemCode::SeveralValues: names.attribute(0, label); break;
    case ProblemCode::RoleNotAllowed:
    case ProblemCode::UnknownRole:
      names.role(0);
      names.label(1);
      break;
    case ProblemCode::RoleTwice: names.role(0); break;
    case ProblemCode::OverlapNotAllowed:
      names.label(0);
      names.annotation(1);
      break;
    case ProblemCode::StillReferredTo:
      names.annotation(0);
      names.annotation(1);
      break;
    case ProblemCode::WrongLabelKind:
    case ProblemCode::DiscontinuousSpan:
    case ProblemCode::UnitCrossed:
    case ProblemCode::MissingRelation:
    case ProblemCode::BlankAtEdge:
    case ProblemCode::EmptyDocumentLabel:
    case ProblemCode::TooFewArguments: names.label(0); break;
    default: break;
  }
  return problem;
}

wxString refusal_words(const Problem& problem, const Editor& editor) {
  const Annotation* const selected = editor.selected();
  return to_wx(sentence(
      with_names(problem, editor.schema(), editor.document(), selected == nullptr ? std::string() : selected->label)));
}

}  // namespace mitjul
