#include "export/project_source.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "core/error.h"
#include "export/chosen_source.h"
#include "export/flattening.h"
#include "export/pseudonyms.h"
#include "export/split.h"
#include "export/tag_map.h"
#include "export/write_export.h"

namespace mitjul {
namespace {

/// Annotators that what is chosen of the documents names, by key.
std::vector<Annotator> annotators_of(const std::vector<DocumentSummary>& documents, const ExportChoice& choice,
                                     Store& store) {
  std::set<AnnotatorKey> needed;
  std::set<DocumentKey> chosen;
  for (const DocumentSummary& document : documents) {
    chosen.insert(document.key);
    for (const SetSummary& set : document.sets) {
      const bool says_something = set.annotations > 0 || set.state != SetState::New;
      if (says_something && chooses(choice, set.key, set.state)) needed.insert(set.key.annotator);
    }
  }
  for (const auto& [document, annotator] : store.confirmers()) {
    if (chosen.count(document) != 0) needed.insert(annotator);
  }
  std::vector<Annotator> annotators = store.annotators();
  std::erase_if(annotators, [&](const Annotator& annotator) { return needed.count(annotator.key) == 0; });
  std::sort(annotators.begin(), annotators.end(), [](const Annotator& a, const Annotator& b) { return a.key < b.key; });
  return annotators;
}

/// Thrown and caught in this file: another program changed what an export has already written.
struct ChangedDuringExport {};

/// A project as it was when an export began. Reads document after document, and notices where that cannot go on.
class ProjectReading {
 public:
  ProjectReading(Store& store, const ProjectExport& wanted)
      : store_(store),
        profile_(wanted.profile),
        names_(wanted.names),
        version_(store.data_version()),
        documents_(documents_to_export(store, profile_.choice)),
        schema_(store.schema()) {}
  ProjectReading(const ProjectReading&) = delete;
  ProjectReading& operator=(const ProjectReading&) = delete;
  ~ProjectReading() = default;

  /// Finds out what is to be hidden, in all documents, and, to `keep` it, writes who stands for whom to the project
  /// before anything of it is in an export.
  void hide(bool keep, const Progress& progress) {
    if (profile_.pseudonymise.empty()) return;
    const PseudonymTable known = store_.pseudonyms();
    const PseudonymRequest request{{profile_.pseudonymise.begin(), profile_.pseudonymise.end()}, names_};
    ExportSource everything = source_of(store_.documents(), {});
    if (profile_.choice.anonymous_annotators) {
      // No stand-in is one of these names either.
      const std::vector<Annotator> renamed = anonymous_source(everything, store_.annotators()).annotators;
      everything.annotators.insert(everything.annotators.end(), renamed.begin(), renamed.end());
    }
    pseudonyms_.emplace(everything, request, known, progress);
    const PseudonymTable& table = pseudonyms_->table();
    if (keep && !(table == known) && !store_.change_pseudonyms(known, table)) throw ChangedDuringExport();
  }

  /// Says what of that the user should know.
  void tell(ExportReport& report) const {
    if (!pseudonyms_) return;
    report.pseudonyms = pseudonyms_->size();
    report.single_characters = pseudonyms_->single_characters();
    report.inside_words = pseudonyms_->inside_words();
    report.apart = pseudonyms_->apart();
    report.changed_stand_ins = pseudonyms_->changed();
    report.kept_in_ids = pseudonyms_->kept_in_ids(schema_);
  }

  /// They must not outlive this.
  std::vector<ExportPart> parts(const std::filesystem::path& out, const Progress& progress) {
    if (!profile_.split) return {{"", exported_source_of(documents_)}};
    const std::vector<SplitPart> deal = deal_out(out, progress);
    std::vector<ExportPart> parts;
    for (const SplitPart part : parts_of(*profile_.split)) {
      std::vector<DocumentSummary> documents;
      for (std::size_t i = 0; i < deal.size(); ++i) {
        if (deal[i] == part) documents.push_back(documents_[i]);
      }
      parts.push_back({std::string(to_string(part)), exported_source_of(std::move(documents))});
    }
    return parts;
  }

 private:
  std::vector<SplitPart> deal_out(const std::filesystem::path& out, const Progress& progress) {
    NearDuplicates texts;
    std::vector<DocumentKey> keys;
    for (const DocumentSummary& document : documents_) {
      const double done = static_cast<double>(keys.size()) / static_cast<double>(documents_.size());
      if (!go_on(progress, done)) throw Error(ErrorKind::Cancelled, out);
      look_for_changes(document.key);
      texts.add(store_.text(document.key));
      keys.push_back(document.key);
    }
    return split_documents(keys, texts.groups(), *profile_.split);
  }

  ExportSource exported_source_of(std::vector<DocumentSummary> documents) {
    ExportSource source = source_of(std::move(documents), profile_.choice);
    return pseudonyms_ ? pseudonyms_->applied_to(std::move(source)) : source;
  }

  ExportSource source_of(std::vector<DocumentSummary> documents, const ExportChoice& choice) {
    std::vector<Annotator> annotators = annotators_of(documents, choice, store_);
    std::set<AnnotatorKey> known;
    for (const Annotator& annotator : annotators) known.insert(annotator.key);
    const std::size_t size = documents.size();
    ExportSource source{
        schema_, std::move(annotators), size,
        [this, documents = std::move(documents), known](std::size_t index) { return load(documents[index], known); }};
    if (chooses_all(choice)) return source;
    source =
        chosen_source(std::move(source), choice, [this](const AnnotationRef& end) { return is_chosen_elsewhere(end); });
    return choice.anonymous_annotators ? anonymous_source(std::move(source), store_.annotators()) : source;
  }

  void look_for_changes(const DocumentKey& key) {
    // Read before what it tells about is looked at: what changes behind that is seen the next time.
    const std::int64_t present = store_.data_version();
    // Something that is to be hidden may have been annotated since it was found out what is.
    if (present != version_ && (!profile_.pseudonymise.empty() || !store_.has(key) || store_.schema() != schema_))
      throw ChangedDuringExport();
    version_ = present;
  }

  AnnotatedDocument load(const DocumentSummary& summary, const std::set<AnnotatorKey>& annotators) {
    look_for_changes(summary.key);
    AnnotatedDocument document = store_.load(summary.key);
    if (document.document.info.in_trash != summary.in_trash) throw ChangedDuringExport();
    std::erase_if(document.sets, [&](const auto& entry) { return annotators.count(entry.first.annotator) == 0; });
    return document;
  }

  bool is_chosen_elsewhere(const AnnotationRef& end) {
    const AnnotatedDocument* const document = elsewhere(end.document);
    const Annotation* const annotation = document == nullptr ? nullptr : document->find(end.id);
    if (annotation == nullptr) return true;
    const AnnotationSet& set = *document->set_of(end.id);
    return chooses_label(profile_.choice, schema_, annotation->label) &&
           chooses(profile_.choice, set.key(), set.state());
  }

  /// Keeps the last few documents: relations from one mostly lead to the same others.
  const AnnotatedDocument* elsewhere(const DocumentKey& key) {
    constexpr std::size_t kMost = 16;
    const auto known = elsewhere_.find(key);
    if (known != elsewhere_.end()) return &known->second;
    if (!store_.has(key)) return nullptr;
    if (elsewhere_.size() >= kMost) elsewhere_.clear();
    return &elsewhere_.emplace(key, store_.load(key)).first->second;
  }

  Store& store_;
  const ExportProfile& profile_;
  const NameRules& names_;
  std::int64_t version_;
  std::vector<DocumentSummary> documents_;
  Schema schema_;
  std::map<DocumentKey, AnnotatedDocument> elsewhere_;
  std::optional<Pseudonyms> pseudonyms_;
};

/// The parts of the progress that looking for what is to be hidden, and for near duplicates, takes.
constexpr double kHiding = 0.2;
constexpr double kDealing = 0.2;

/// Does `work` with a reading of the project, anew where that could not be finished. `keep`: as of `hide`.
template <class Work>
ExportReport with_reading(Store& store, const std::filesystem::path& project, const ProjectExport& wanted, bool keep,
                          const Progress& progress, const Work& work) {
  const ExportFormat* const format = find_export_format(wanted.profile.format);
  const ExportOptions options{wanted.created, wanted.generator, wanted.profile.options, wanted.units};
  const double hidden = wanted.profile.pseudonymise.empty() ? 0 : kHiding;
  const double dealt = hidden + (wanted.profile.split ? kDealing : 0);
  constexpr int kMostTries = 3;
  for (int tries = 0; tries < kMostTries; ++tries) {
    try {
      ProjectReading reading(store, wanted);
      reading.hide(keep, part_of(progress, 0, hidden));
      const std::vector<ExportPart> parts = reading.parts(wanted.out, part_of(progress, hidden, dealt));
      const std::vector<ExportResult> results = work(*format, parts, options, part_of(progress, dealt, 1));
      ExportReport report;
      reading.tell(report);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        report.parts.push_back({parts[i].name, place_of_part(*format, wanted.out, parts[i].name), results[i]});
      }
      return report;
    } catch (const ChangedDuringExport&) {
      continue;
    }
  }
  throw Error(ErrorKind::Locked, project);
}

}  // namespace

namespace {

/// Labels that options name: those that get tags, and those that go before others.
std::vector<std::string> labels_in_options(const std::map<std::string, std::string>& options) {
  std::vector<std::string> labels;
  if (const auto map = options.find("map"); map != options.end()) {
    for (const auto& [label, tag] :
         parse_tag_map(map->second).value_or(std::vector<std::pair<std::string, std::string>>()))
      labels.push_back(label);
  }
  if (const auto rule = options.find("flatten"); rule != options.end()) {
    for (std::string& label : Flattening::labels_of(rule->second)) labels.push_back(std::move(label));
  }
  return labels;
}

}  // namespace

std::vector<ExportLoss> losses_of(const ExportReport& report) {
  // Each part has the whole schema, and loses the same of it.
  const auto is_of_schema = [](const ExportLoss& loss) {
    return std::holds_alternative<SchemaFeature>(loss.what) ||
           std::get<AnnotationFeature>(loss.what) == AnnotationFeature::SchemaDetails;
  };
  std::vector<ExportLoss> losses;
  for (const ExportedPart& part : report.parts) {
    for (const ExportLoss& loss : part.result.losses) {
      const auto known =
          std::find_if(losses.begin(), losses.end(), [&](const ExportLoss& each) { return each.what == loss.what; });
      if (known == losses.end()) {
        losses.push_back(loss);
      } else if (is_of_schema(loss)) {
        known->count = std::max(known->count, loss.count);
      } else {
        known->count += loss.count;
      }
    }
  }
  std::sort(losses.begin(), losses.end(), [](const ExportLoss& a, const ExportLoss& b) { return a.what < b.what; });
  return losses;
}

std::vector<Problem> check_profile(const ExportProfile& profile, Store& store) {
  std::vector<Problem> problems;
  const Schema schema = store.schema();
  for (const std::set<std::string>* const labels : {&profile.choice.labels, &profile.pseudonymise}) {
    for (const std::string& label : *labels) {
      if (schema.find(label) == nullptr) problems.push_back(make_problem(ProblemCode::UnknownLabel, {label}));
    }
  }
  for (const std::string& label : profile.pseudonymise) {
    const Label* const known = schema.find(label);
    if (known != nullptr && known->kind != LabelKind::Span)
      problems.push_back(make_problem(ProblemCode::WrongLabelKind, {label, std::string(to_string(known->kind)),
                                                                    std::string(to_string(LabelKind::Span))}));
  }
  for (const std::string& label : labels_in_options(profile.options)) {
    if (schema.find(label) == nullptr) problems.push_back(make_problem(ProblemCode::UnknownLabel, {label}));
  }
  const std::vector<Annotator> annotators = store.annotators();
  for (const AnnotatorKey& key : profile.choice.annotators) {
    const bool known = std::any_of(annotators.begin(), annotators.end(),
                                   [&](const Annotator& annotator) { return annotator.key == key; });
    if (!known) problems.push_back(make_problem(ProblemCode::UnknownAnnotator, {key.str()}));
  }
  if (profile.choice.documents.empty()) return problems;
  std::map<DocumentKey, DocumentSummary> documents;
  for (DocumentSummary& document : store.documents()) documents.emplace(document.key, std::move(document));
  for (const DocumentKey& key : profile.choice.documents) {
    const auto found = documents.find(key);
    if (found == documents.end()) {
      problems.push_back(make_problem(ProblemCode::UnknownDocument, {key.str()}));
    } else if (found->second.in_trash) {
      problems.push_back(make_problem(ProblemCode::DocumentInTrash, {found->second.name}));
    }
  }
  return problems;
}

std::vector<DocumentSummary> documents_to_export(Store& store, const ExportChoice& choice) {
  std::vector<DocumentSummary> documents = store.documents();
  std::erase_if(documents, [&](const DocumentSummary& document) { return !chooses(choice, document); });
  if (choice.filter.empty()) return documents;
  std::map<DocumentKey, DocumentDescription> descriptions;
  for (DocumentDescription& each : store.descriptions()) descriptions.emplace(each.key, std::move(each));
  std::erase_if(documents, [&](const DocumentSummary& document) {
    const DocumentDescription& description = descriptions[document.key];
    return !filter_accepts(choice.filter, document.name, description.title, description.metadata);
  });
  return documents;
}

std::vector<std::filesystem::path> places_of(const ProjectExport& wanted) {
  const ExportFormat& format = *find_export_format(wanted.profile.format);
  if (!wanted.profile.split) return {wanted.out};
  std::vector<std::filesystem::path> places;
  for (const SplitPart part : parts_of(*wanted.profile.split)) {
    places.push_back(place_of_part(format, wanted.out, std::string(to_string(part))));
  }
  return places;
}

ExportReport export_project(Store& store, const std::filesystem::path& project, const ProjectExport& wanted,
                            const Progress& progress) {
  return with_reading(store, project, wanted, true, progress,
                      [&](const ExportFormat& format, const std::vector<ExportPart>& parts,
                          const ExportOptions& options, const Progress& writing) {
                        return write_exports(format, parts, wanted.out, options, wanted.reader, writing);
                      });
}

ExportReport preview_project(Store& store, const std::filesystem::path& project, const ProjectExport& wanted,
                             const Progress& progress) {
  return with_reading(
      store, project, wanted, false, progress,
      [](const ExportFormat& format, const std::vector<ExportPart>& parts, const ExportOptions& options,
         const Progress& previewing) {
        std::vector<ExportResult> results;
        for (const ExportPart& part : parts) {
          const double size = static_cast<double>(parts.size());
          const double from = static_cast<double>(results.size()) / size;
          results.push_back(preview_export(format, part.source, options, part_of(previewing, from, from + 1 / size)));
        }
        return results;
      });
}

}  // namespace mitjul
