#include "import/import_files.h"

#include <algorithm>
#include <optional>
#include <set>

#include "core/annotation_checks.h"
#include "core/crypto.h"
#include "core/error.h"
#include "core/file_io.h"
#include "core/schema_checks.h"
#include "core/schema_merge.h"
#include "import/found_files.h"
#include "import/word_list.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

struct File : FoundFile {
  explicit File(FoundFile found) : FoundFile(std::move(found)) {}

  const ImportFormat* format = nullptr;
  std::vector<std::pair<DocumentKey, std::string>> documents;  ///< key and hash of the text, of those that have keys
};

/// Whether nothing but blanks, line ends and a byte order mark stands in the file.
bool holds_nothing(const fs::path& path) {
  constexpr std::size_t kMost = 4096;
  const std::string beginning = read_beginning(path, kMost);
  return beginning.size() < kMost && beginning.find_first_not_of(" \t\r\n\xEF\xBB\xBF") == std::string::npos;
}

/// Whether a file that holds annotations by its name passes for a text: an empty one does.
bool only_passes_for_text(const File& file) {
  const std::string extension = extension_of(file.path);
  const auto& formats = import_formats();
  return file.format->read_annotations == nullptr &&
         std::any_of(formats.begin(), formats.end(), [&](const ImportFormat& format) {
           return format.read_annotations != nullptr &&
                  std::count(format.extensions.begin(), format.extensions.end(), extension) != 0;
         });
}

/// Gives the ends of relations the names that the project has for them.
void rename_roles(AnnotatedDocument& document, const RoleNames& names) {
  if (names.empty()) return;
  for (auto& [key, set] : document.sets) {
    std::vector<Annotation> renamed;
    for (const auto& [id, annotation] : set.annotations()) {
      const auto roles = names.find(annotation.label);
      if (roles == names.end() || annotation.relation() == nullptr) continue;
      renamed.push_back(annotation);
      for (Argument& argument : std::get<Relation>(renamed.back().anchor).arguments) {
        const auto role = roles->second.find(argument.role);
        if (role != roles->second.end()) argument.role = role->second;
      }
    }
    for (Annotation& annotation : renamed) set.put(std::move(annotation));
  }
}

class FileImport {
 public:
  FileImport(Workspace& workspace, const ImportRequest& request, const Progress& progress)
      : workspace_(workspace), request_(request), progress_(progress), schema_so_far_(workspace.schema()) {}

  ImportReport run(std::vector<File> files) {
    // Looked through before the project is locked for others: what is wrong anywhere is known before anything is taken.
    for (File& file : files) {
      go_on_or_cancel(file);
      recognise(file);
    }
    leave_companions(files);
    gather(files);
    for (File& file : files) {
      go_on_or_cancel(file);
      look_through(file);
    }
    report_.unknown_labels = unknown_labels();
    if (!report_.refused.empty() || !report_.unknown_labels.empty()) return std::move(report_);
    edit_.emplace(workspace_);
    for (const File& file : files) {
      for (const auto& [key, sha256] : file.documents) edit_->announce(key, sha256);
    }
    for (done_ = 0; done_ < files.size() && report_.refused.empty(); ++done_) {
      total_ = files.size();
      go_on_or_cancel(files[done_]);
      if (files[done_].format != nullptr) take(files[done_]);
    }
    if (report_.refused.empty()) report_.number = edit_->commit();
    return std::move(report_);
  }

 private:
  void go_on_or_cancel(const File& file) const {
    const double done = total_ == 0 ? 0 : static_cast<double>(done_) / static_cast<double>(total_);
    if (!go_on(progress_, done)) throw Error(ErrorKind::Cancelled, file.path);
  }

  /// Gives the file its format, or none where no format reads it.
  void recognise(File& file) {
    if (file.unreadable) return;
    try {
      file.format = request_.format != nullptr ? request_.format : recognise_format(file.path);
      // Of a folder, a format that holds annotations takes what is of its kind; a text may be called anything.
      const bool chosen = request_.format != nullptr && request_.format->read_annotations != nullptr && !file.named;
      if (chosen && !is_of_format(file.path, *request_.format)) file.format = nullptr;
      const bool in_doubt = file.format == nullptr || (request_.format == nullptr && only_passes_for_text(file));
      if (in_doubt && holds_nothing(file.path)) {
        file.format = nullptr;
        file.unreadable = make_problem(ProblemCode::Unreadable, {"it is empty"});
      }
    } catch (const Error& error) {
      file.unreadable = file.named ? std::nullopt : problem_of(error);
      if (!file.unreadable) throw;
    }
  }

  /// Files that are read together with another one of the import are none of their own, and nothing to tell of.
  static void leave_companions(std::vector<File>& files) {
    std::set<fs::path> companions;
    for (const File& file : files) {
      if (file.format == nullptr || file.format->companions == nullptr) continue;
      for (const fs::path& companion : file.format->companions(file.path)) {
        if (companion != file.path) companions.insert(plain(companion));
      }
    }
    if (companions.empty()) return;
    std::erase_if(files, [&](const File& file) { return companions.count(plain(file.path)) != 0; });
  }

  /// Files of folders that are read as one are one.
  static void gather(std::vector<File>& files) {
    std::set<fs::path> gathered;
    std::vector<File> kept;
    for (File& file : files) {
      if (!file.named && file.format != nullptr && file.format->gathered != nullptr) {
        const fs::path whole = file.format->gathered(file.path);
        if (whole != file.path && !gathered.insert(whole).second) continue;
        file.path = whole;
      }
      kept.push_back(std::move(file));
    }
    files = std::move(kept);
  }

  /// The same for all ways to say it.
  static fs::path plain(const fs::path& path) {
    std::error_code unknown;
    const fs::path absolute = fs::absolute(path, unknown);
    return (unknown ? path : absolute).lexically_normal();
  }

  /// Whether anything is wrong with the file; it has no format then.
  void look_through(File& file) {
    if (file.unreadable) return leave_out(file, *std::move(file.unreadable));
    if (file.format == nullptr) return leave_out(file, make_problem(ProblemCode::UnsupportedFormat));
    if (file.format->read_annotations == nullptr) return;
    bool fits = false;
    if (!was_read(file, [&] { fits = check_annotations(file); }) || !fits) {
      file.format = nullptr;
      file.documents.clear();
    }
  }

  /// Reads with `read`. A file of a folder that cannot be read is left out; one that was named ends the import.
  template <class Read>
  bool was_read(const File& file, Read read) {
    try {
      read();
      return true;
    } catch (const Error& error) {
      std::optional<Problem> problem = file.named ? std::nullopt : problem_of(error);
      if (!problem) throw;
      leave_out(file, *std::move(problem));
      return false;
    }
  }

  /// The reader knows better which file it is where it has several before it.
  static void name_file(Problem& problem, const File& file) {
    if (problem.place.file.empty()) problem.place.file = path_to_utf8(file.path);
  }

  void leave_out(const File& file, Problem problem) {
    name_file(problem, file);
    (file.named ? report_.refused : report_.skipped).push_back(std::move(problem));
  }

  AnnotationStream reader_of(const File& file) const {
    return with_labels(file.format->read_annotations, request_.labels, workspace_.schema());
  }

  /// Labels that the request names and no file has.
  std::vector<std::string> unknown_labels() const {
    std::vector<std::string> unknown;
    for (const auto& [foreign, label] : request_.labels) {
      if (known_labels_.count(foreign) == 0) unknown.push_back(foreign);
    }
    return unknown;
  }

  /// The reader of the file, which notes what labels of the request the file has.
  AnnotationStream noting_reader_of(const File& file) {
    const auto read = [this, read = file.format->read_annotations](const fs::path& path, const OnHeader& on_header,
                                                                   const OnDocument& on_document) {
      const auto note = [&](StreamHeader header) {
        for (const auto& [foreign, label] : request_.labels) {
          if (label_meant(header.schema, foreign) != nullptr) known_labels_.insert(foreign);
        }
        on_header(std::move(header));
      };
      return read(path, note, on_document);
    };
    return with_labels(read, request_.labels, workspace_.schema());
  }

  /// Whether there is anything to take.
  bool check_annotations(File& file) {
    Schema schema;
    bool inferred = false;
    MergedSchema together{schema_so_far_, {}};
    RoleNames roles;
    std::vector<Problem> broken_rules;
    std::vector<Problem> problems = noting_reader_of(file)(
        file.path,
        [&](StreamHeader header) {
          inferred = header.inferred;
          schema = std::move(header.schema);
          broken_rules = check_schema(schema);
          // What the project has laid down, and files before this one bring, goes for what comes in.
          const Schema present = inferred ? with_wider_roles(schema_so_far_, schema, inferred_labels_) : schema_so_far_;
          if (header.inferred) roles = roles_in(present, schema);
          together = merge_schemas(present, header.inferred ? adapt_to(present, schema) : schema);
          if (header.inferred) schema = together.schema;
        },
        [&](AnnotatedDocument document) {
          go_on_or_cancel(file);
          rename_roles(document, roles);
          file.documents.emplace_back(document.document.info.key, document.document.info.sha256);
          for (Problem& problem : check_document(document, schema, {}, workspace_.units_of())) {
            // Not finished is not wrong: a required attribute may be filled in here.
            if (problem.code != ProblemCode::MissingAttribute) broken_rules.push_back(std::move(problem));
          }
        });
    problems.insert(problems.end(), broken_rules.begin(), broken_rules.end());
    const bool all_well =
        std::all_of(problems.begin(), problems.end(), [](const Problem& problem) { return is_notice(problem.code); });
    const bool holds_schema_alone = all_well && file.documents.empty();
    if (holds_schema_alone && inferred) {  // nothing is lost with it
      leave_out(file, make_problem(ProblemCode::NoDocuments));
      return false;
    }
    if (holds_schema_alone) problems.push_back(make_problem(ProblemCode::NoDocuments));
    bool fits = true;
    for (Problem& problem : problems) {
      if (is_notice(problem.code)) {
        name_file(problem, file);
        // A reader of sentences may say the same of each.
        if (report_.notices.empty() || report_.notices.back() != problem) report_.notices.push_back(std::move(problem));
      } else {
        leave_out(file, std::move(problem));
        fits = false;
      }
    }
    if (fits) {
      for (const Label& label : together.schema.labels) {
        if (inferred && schema_so_far_.find(label.id) == nullptr) inferred_labels_.insert(label.id);
      }
      schema_so_far_ = std::move(together.schema);
    }
    if (!fits && !file.named) report_.annotations_skipped = true;
    return fits;
  }

  void take(const File& file) {
    if (file.format->read_document != nullptr) {
      take_document(file);
    } else {
      take_annotations(file);
    }
  }

  void take_document(const File& file) {
    ImportedDocument imported;
    if (!was_read(file, [&] { imported = file.format->read_document(file.path, request_.encoding); })) return;
    if (!imported.document) {
      for (Problem& problem : imported.problems) leave_out(file, std::move(problem));
      return;
    }
    AnnotatedDocument document;
    document.document = *std::move(imported.document);
    Arrival arrival = edit_->add(std::move(document));
    arrival.problems.insert(arrival.problems.end(), imported.problems.begin(), imported.problems.end());
    add_row(std::move(arrival), file);
  }

  void take_annotations(const File& file) {
    std::error_code unknown;
    const std::string hash = fs::is_directory(file.path, unknown) ? "" : sha256_hex_of_file(file.path);
    RoleNames roles;
    const auto problems = reader_of(file)(
        file.path,
        [&](const StreamHeader& header) {
          if (header.inferred) roles = roles_in(edit_->schema(), header.schema);
          for (Problem& problem : edit_->add_schema(header.schema, header.inferred)) refuse(file, std::move(problem));
          for (const Annotator& annotator : header.annotators) edit_->add_annotator(annotator);
        },
        [&](AnnotatedDocument document) {
          go_on_or_cancel(file);
          if (!report_.refused.empty()) return;
          rename_roles(document, roles);
          document.document.info.origin = {std::string(file.format->id), path_to_utf8(file.path.filename()), hash, "",
                                           ""};
          add_row(edit_->add_keyed(std::move(document)), file);
        });
    // It was without a problem when it was looked through; now it is another file.
    for (const Problem& problem : problems) {
      if (!is_notice(problem.code)) refuse(file, problem);
    }
  }

  void refuse(const File& file, Problem problem) {
    name_file(problem, file);
    report_.refused.push_back(std::move(problem));
  }

  void add_row(Arrival arrival, const File& file) {
    for (Problem& problem : arrival.problems) problem.place.file = path_to_utf8(file.path);
    report_.rows.push_back({std::move(arrival), file.format->id});
  }

  Workspace& workspace_;
  const ImportRequest& request_;
  const Progress& progress_;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::set<std::string> known_labels_;     ///< those of the request that a file has
  Schema schema_so_far_;                   ///< the project's, with what the files that were looked through bring
  std::set<std::string> inferred_labels_;  ///< of these, those that were put together from annotations
  std::optional<ImportEdit> edit_;
  ImportReport report_;
};

}  // namespace

ImportReport import_files(Workspace& workspace, const ImportRequest& request, const Progress& progress) {
  std::vector<File> files;
  for (FoundFile& found : find_files(request.paths)) files.emplace_back(std::move(found));
  return FileImport(workspace, request, progress).run(std::move(files));
}

}  // namespace mitjul
