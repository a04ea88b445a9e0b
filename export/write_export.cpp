#include "export/write_export.h"

#include <algorithm>
#include <deque>
#include <functional>
#include <memory>
#include <utility>

#include "core/error.h"
#include "core/file_io.h"
#include "export/archive_sink.h"
#include "export/loss_counter.h"

namespace mitjul {
namespace {

namespace fs = std::filesystem;

// Of the work for a part: writing or verifying it, and packing, which is one with the writing.
constexpr double kHalf = 0.5;
constexpr double kPacking = 0.25;

class FileSink : public ExportSink {
 public:
  explicit FileSink(OutputFile& file) : file_(file) {}
  void begin_file(const std::string& /*name*/) override {}
  void append(std::string_view bytes) override { file_.write(bytes); }
  fs::path file() const override { return file_.written(); }

 private:
  OutputFile& file_;
};

class FolderSink : public ExportSink {
 public:
  /// `below`: a folder in it, or empty.
  FolderSink(OutputFolder& folder, const std::string& below) : folder_(folder), below_(below) {}
  void begin_file(const std::string& name) override { folder_.begin_file(below_ / path_from_utf8(name)); }
  void append(std::string_view bytes) override { folder_.append(bytes); }
  fs::path file() const override { return {}; }

 private:
  OutputFolder& folder_;
  fs::path below_;
};

class NoSink : public ExportSink {
 public:
  void begin_file(const std::string& /*name*/) override {}
  void append(std::string_view /*bytes*/) override {}
  fs::path file() const override { return {}; }
};

/// Passes everything on, and asks now and then in between: a document may take long.
class AskingSink : public ExportSink {
 public:
  /// `ask` throws where nothing more is to be written.
  AskingSink(ExportSink& sink, std::function<void()> ask) : sink_(sink), ask_(std::move(ask)) {}
  void begin_file(const std::string& name) override { sink_.begin_file(name); }
  void begin_part(const std::string& name, int part) override { sink_.begin_part(name, part); }
  void append(std::string_view bytes) override {
    unasked_ += bytes.size();
    if (unasked_ > kBetweenQuestions) {
      unasked_ = 0;
      ask_();
    }
    sink_.append(bytes);
  }
  fs::path file() const override { return sink_.file(); }

 private:
  static constexpr std::size_t kBetweenQuestions = 16 * 1024;  // bytes

  ExportSink& sink_;
  std::function<void()> ask_;
  std::size_t unasked_ = 0;
};

class Export {
 public:
  Export(const ExportFormat& format, const ExportSource& source, const ExportOptions& options, const fs::path& out)
      : format_(format), source_(source), options_(options), out_(out) {}

  ExportResult write_to(ExportSink& sink, const Progress& progress) {
    ExportResult result;
    ExportLosses losses;
    const std::size_t size = format_.schema_alone ? 0 : source_.size;
    const auto ask = [&] {
      const double done = static_cast<double>(result.documents) / static_cast<double>(std::max<std::size_t>(size, 1));
      if (!go_on(progress, done)) throw Error(ErrorKind::Cancelled, out_);
    };
    AskingSink asking(sink, ask);
    const auto writer = format_.make_writer({source_.schema, source_.annotators, options_, asking, losses, expected_});
    writer->begin();
    for (std::size_t i = 0; i < size; ++i) {
      ask();
      const AnnotatedDocument document = source_.document(i);
      writer->write(document);
      count_losses(document, format_.loses, losses);
      for (const auto& [key, set] : document.sets) result.annotations += set.size();
      ++result.documents;
    }
    writer->end();
    if (source_.add_losses) source_.add_losses(losses);
    result.losses = losses.list();
    return result;
  }

  void verify(const fs::path& written, const AnnotationStream& reader, const Progress& progress) const {
    if (format_.schema_alone) return;
    const std::vector<std::uint64_t> expected = expected_.sorted();
    std::vector<std::uint64_t> read;
    std::string difference;
    const auto differs = [&difference](const std::string& what) {
      if (difference.empty()) difference = what;
    };
    const std::vector<Problem> problems = reader(
        written,
        [&](const StreamHeader& header) {
          if (format_.exact) compare(header, differs);
        },
        [&](const AnnotatedDocument& document) {
          read.push_back(format_.exact ? exact_reading(document) : plain_reading(document));
          if (!std::binary_search(expected.begin(), expected.end(), read.back())) differs(document.document.info.name);
          const double share = static_cast<double>(read.size()) / static_cast<double>(expected.size() + 1);
          if (!go_on(progress, std::min(share, 1.0))) throw Error(ErrorKind::Cancelled, out_);
        });
    if (!problems.empty()) differs(std::string(to_string(problems.front().code)));
    std::sort(read.begin(), read.end());
    if (read != expected) differs("documents");
    if (!difference.empty()) throw Error(ErrorKind::VerificationFailed, out_, difference);
  }

 private:
  template <class Differs>
  void compare(const StreamHeader& header, const Differs& differs) const {
    // A format whose lines are documents has nowhere to say a schema where there is none.
    if (source_.size == 0 && header.inferred) return;
    if (header.schema != source_.schema) differs("schema");
    const auto same = [](const Annotator& a, const Annotator& b) { return a.key == b.key && a.name == b.name; };
    if (!std::equal(header.annotators.begin(), header.annotators.end(), source_.annotators.begin(),
                    source_.annotators.end(), same)) {
      differs("annotators");
    }
  }

  const ExportFormat& format_;
  const ExportSource& source_;
  const ExportOptions& options_;
  const fs::path& out_;
  ExpectedReading expected_;
};

/// Several exports, written and verified together.
class Exports {
 public:
  Exports(const ExportFormat& format, const std::vector<ExportPart>& parts, const fs::path& out,
          const ExportOptions& options, const AnnotationStream& reader, const Progress& progress)
      : format_(format), parts_(parts), out_(out), created_(options.created), reader_(reader), progress_(progress) {
    for (const ExportPart& part : parts) {
      places_.push_back(place_of_part(format, out, part.name));
      works_.emplace_back(format, part.source, options, places_.back());
      total_ += size_of(part);
    }
  }

  std::vector<ExportResult> write() {
    if (format_.container == Container::Folder) {
      write_folder();
    } else {
      write_files();
    }
    return std::move(results_);
  }

 private:
  static double size_of(const ExportPart& part) { return static_cast<double>(part.source.size + 1); }

  void write_folder() {
    OutputFolder folder(out_);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const std::string& name = parts_[i].name;
      if (!name.empty()) folder.make_folder(path_from_utf8(name));
      FolderSink sink(folder, name);
      write(i, sink);
      folder.end_file();
      verify(i, name.empty() ? folder.written() : folder.written() / name);
    }
    folder.put_in_place();
  }

  void write_files() {
    std::deque<OutputFile> files;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      write_file(i, files.emplace_back(places_[i]));
      files[i].finish();
      verify(i, files[i].written());
    }
    for (OutputFile& file : files) file.put_in_place();
  }

  void write_file(std::size_t i, OutputFile& file) {
    if (format_.container == Container::Archive) {
      ArchiveSink sink(file, created_);
      write(i, sink);
      if (!sink.finish(share_of(i, kPacking))) throw Error(ErrorKind::Cancelled, places_[i]);
    } else {
      FileSink sink(file);
      write(i, sink);
    }
  }

  void write(std::size_t i, ExportSink& sink) {
    const double packing = format_.container == Container::Archive ? kPacking : 0;
    results_.push_back(works_[i].write_to(sink, share_of(i, kHalf - packing)));
  }
  void verify(std::size_t i, const fs::path& written) { works_[i].verify(written, reader_, share_of(i, kHalf)); }

  /// Each part is gone through twice; an archive is packed between.
  Progress share_of(std::size_t i, double share) {
    const double from = done_;
    done_ += size_of(parts_[i]) / total_ * share;
    return part_of(progress_, from, done_);
  }

  const ExportFormat& format_;
  const std::vector<ExportPart>& parts_;
  const fs::path& out_;
  const Time created_;
  const AnnotationStream& reader_;
  const Progress& progress_;
  std::deque<fs::path> places_;
  std::deque<Export> works_;
  std::vector<ExportResult> results_;
  double total_ = 0;
  double done_ = 0;
};

}  // namespace

fs::path place_of_part(const ExportFormat& format, const fs::path& out, const std::string& name) {
  if (name.empty()) return out;
  const fs::path place = out.has_filename() ? out : out.parent_path();  // `folder/` is `folder`
  if (format.container == Container::Folder) return place / name;
  fs::path file = place.stem();
  file += "-" + name;
  file += place.extension();
  return place.parent_path() / file;
}

std::vector<ExportResult> write_exports(const ExportFormat& format, const std::vector<ExportPart>& parts,
                                        const fs::path& out, const ExportOptions& options,
                                        const AnnotationStream& reader, const Progress& progress) {
  return Exports(format, parts, out, options, reader, progress).write();
}

ExportResult write_export(const ExportFormat& format, const ExportSource& source, const fs::path& out,
                          const ExportOptions& options, const AnnotationStream& reader, const Progress& progress) {
  return write_exports(format, {{"", source}}, out, options, reader, progress).front();
}

ExportResult preview_export(const ExportFormat& format, const ExportSource& source, const ExportOptions& options,
                            const Progress& progress) {
  NoSink sink;
  return Export(format, source, options, {}).write_to(sink, progress);
}

}  // namespace mitjul
