#include "export/native_xml.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/error.h"
#include "core/file_io.h"
#include "core/fingerprint.h"
#include "export/schema_xml.h"
#include "export/xml_writer.h"

namespace mitjul {
namespace {

/// A set that says nothing (no annotation, nothing begun) is not exported: the file of a project in which something
/// was done and undone is the same as before.
bool says_something(const AnnotationSet& set) { return set.size() > 0 || set.state() != SetState::New; }

/// A hash of everything that the file says about a document, to compare what was read with what was written.
std::uint64_t exported_fingerprint(const AnnotatedDocument& document) {
  const DocumentInfo& info = document.document.info;
  Fingerprint print;
  print.add(info.key.view()).add(info.name).add(info.title).add(info.language).add(info.sha256);
  print.add(std::uint64_t{info.code_points}).add(std::uint64_t{info.utf16_units});
  for (const auto& [key, value] : info.metadata) print.add(key).add(value);
  for (const Substitution& substitution : info.substitutions) {
    print.add(std::uint64_t{substitution.offset.value()}).add(substitution.original);
  }
  for (const Zone& zone : info.zones) {
    print.add(to_string(zone.kind))
        .add(std::uint64_t{zone.span.start.value()})
        .add(std::uint64_t{zone.span.end.value()});
  }
  for (const auto& [key, set] : document.sets) {
    if (!says_something(set)) continue;
    print.add(key.annotator.view()).add(std::uint64_t{key.curated ? 1U : 0U}).add(to_string(set.state()));
    print.add(std::uint64_t{set.size()}).add(set.fingerprint());
  }
  return print.value();
}

class NativeWriter {
 public:
  explicit NativeWriter(OutputFile& file) : file_(file) {}

  void begin(const ExportSource& source, const ExportOptions& options) {
    xml_.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<annotations").attribute("xmlns", kNativeNamespace);
    xml_.attribute("formatVersion", "1.0").attribute("offsetUnit", "unicode-codepoint");
    xml_.attribute("generator", options.generator).attribute("created", to_string(options.created)).raw(">\n");
    write_schema(xml_, source.schema, "  ", false);
    if (source.annotators.empty()) {
      xml_.raw("  <annotators/>\n");
    } else {
      xml_.raw("  <annotators>");
      const bool several = source.annotators.size() > 1;
      for (const Annotator& annotator : source.annotators) {
        if (several) xml_.raw("\n    ");
        xml_.raw("<annotator").attribute("key", annotator.key.view()).attribute("name", annotator.name).raw("/>");
      }
      xml_.raw(several ? "\n  </annotators>\n" : "</annotators>\n");
    }
    xml_.raw("  <documents>\n");
    flush();
  }

  void write(const AnnotatedDocument& document) {
    const DocumentInfo& info = document.document.info;
    text_ = &document.document.text;
    xml_.raw("    <document").attribute("key", info.key.view()).attribute("name", info.name);
    xml_.optional_attribute("title", info.title).optional_attribute("lang", info.language);
    xml_.attribute("sha256", info.sha256).number_attribute("codepoints", info.code_points);
    xml_.number_attribute("utf16units", info.utf16_units).raw(">\n");
    for (const auto& [key, value] : info.metadata) {
      xml_.raw("      <meta").attribute("key", key).raw(">").text(value).raw("</meta>\n");
    }
    for (const Substitution& substitution : info.substitutions) {
      xml_.raw("      <substitution").number_attribute("offset", substitution.offset.value());
      xml_.attribute("original", substitution.original).raw("/>\n");
    }
    xml_.raw("      <text xml:space=\"preserve\">").text(text_->utf8()).raw("</text>\n");
    for (const Zone& zone : info.zones) {
      xml_.raw("      <zone").attribute("kind", to_string(zone.kind));
      xml_.number_attribute("start", zone.span.start.value());
      xml_.number_attribute("end", zone.span.end.value()).raw("/>\n");
    }
    for (const auto& [key, set] : document.sets) {
      if (says_something(set)) write(set);
    }
    xml_.raw("    </document>\n");
    flush();
  }

  void end() {
    xml_.raw("  </documents>\n</annotations>\n");
    flush();
  }

 private:
  void flush() {
    file_.write(xml_.str());
    xml_.clear();
  }

  void write(const AnnotationSet& set) {
    std::vector<const Annotation*> annotations;
    annotations.reserve(set.size());
    for (const auto& [id, annotation] : set.annotations()) annotations.push_back(&annotation);
    std::sort(annotations.begin(), annotations.end(),
              [](const Annotation* a, const Annotation* b) { return in_listing_order(*a, *b); });

    xml_.raw("      <set")
        .attribute("annotator", set.key().annotator.view())
        .attribute("state", to_string(set.state()));
    if (set.key().curated) xml_.attribute("curated", "true");
    xml_.raw(">\n");
    for (const Annotation* const annotation : annotations) write(*annotation);
    xml_.raw("      </set>\n");
  }

  void write(const Annotation& annotation) {
    if (const Spans* const spans = annotation.spans()) {
      begin("span", annotation);
      for (const Span& segment : spans->segments()) {
        xml_.raw("<segment").number_attribute("start", segment.start.value());
        xml_.number_attribute("end", segment.end.value()).raw(">");
        xml_.text(text_->slice(segment)).raw("</segment>");
      }
      end("span", annotation);
    } else if (const Relation* const relation = annotation.relation()) {
      begin("relation", annotation);
      for (const Argument& argument : relation->arguments) {
        xml_.raw("<arg").attribute("role", argument.role).attribute("ref", to_string(argument.target)).raw("/>");
      }
      end("relation", annotation);
    } else {
      begin("documentLabel", annotation);
      end("documentLabel", annotation);
    }
  }

  void begin(std::string_view element, const Annotation& annotation) {
    const Provenance& provenance = annotation.provenance;
    xml_.raw("        <").raw(element).plain_attribute("id", to_string(annotation.id));
    xml_.plain_attribute("label", annotation.label).plain_attribute("created", time(provenance.created));
    if (provenance.modified) xml_.plain_attribute("modified", time(*provenance.modified));
    xml_.plain_attribute("method", to_string(provenance.method)).optional_attribute("origin", provenance.origin);
    if (provenance.confidence) xml_.attribute("confidence", fmt::format("{}", *provenance.confidence));
    xml_.number_attribute("schemaVersion", static_cast<std::uint64_t>(provenance.schema_version));
    if (provenance.confirmed) xml_.plain_attribute("confirmed", time(*provenance.confirmed));
    xml_.optional_attribute("confirmedBy", provenance.confirmed_by.view());
    xml_.raw(is_leaf(annotation) ? "/>\n" : ">");
  }

  void end(std::string_view element, const Annotation& annotation) {
    if (is_leaf(annotation)) return;
    for (const auto& [id, values] : annotation.attributes) {
      for (const std::string& value : values) xml_.raw("<attr").attribute("id", id).raw(">").text(value).raw("</attr>");
    }
    if (!annotation.note.empty()) xml_.raw("<note>").text(annotation.note).raw("</note>");
    xml_.raw("</").raw(element).raw(">\n");
  }

  static bool is_leaf(const Annotation& annotation) {
    return annotation.on_document() && annotation.attributes.empty() && annotation.note.empty();
  }

  /// Annotations of one sitting share their seconds.
  const std::string& time(Time moment) {
    if (moment != last_time_ || last_time_text_.empty()) {
      last_time_ = moment;
      last_time_text_ = to_string(moment);
    }
    return last_time_text_;
  }

  OutputFile& file_;
  XmlWriter xml_;
  const Text* text_ = nullptr;
  Time last_time_{};
  std::string last_time_text_;
};

/// Reads the file back and compares it with what was to be written.
class Verification {
 public:
  Verification(const ExportSource& source, const std::vector<std::uint64_t>& written, const Progress& progress)
      : source_(source), written_(written), progress_(progress) {}

  void run(const std::filesystem::path& file, const AnnotationStream& reader, const std::filesystem::path& out) {
    const std::vector<Problem> problems = reader(
        file, [this](const StreamHeader& header) { compare(header); },
        [&](const AnnotatedDocument& document) {
          compare(document);
          const double share = static_cast<double>(index_) / static_cast<double>(written_.size());
          if (!go_on(progress_, 0.5 + share / 2)) throw Error(ErrorKind::Cancelled, out);
        });
    if (!problems.empty()) difference(std::string(to_string(problems.front().code)));
    if (index_ != written_.size()) difference("number of documents");
    if (!difference_.empty()) throw Error(ErrorKind::VerificationFailed, out, difference_);
  }

 private:
  void difference(std::string what) {
    if (difference_.empty()) difference_ = std::move(what);
  }

  void compare(const StreamHeader& header) {
    if (header.schema != source_.schema) difference("schema");
    const auto same = [](const Annotator& a, const Annotator& b) { return a.key == b.key && a.name == b.name; };
    if (!std::equal(header.annotators.begin(), header.annotators.end(), source_.annotators.begin(),
                    source_.annotators.end(), same)) {
      difference("annotators");
    }
  }

  void compare(const AnnotatedDocument& document) {
    if (index_ >= written_.size() || exported_fingerprint(document) != written_[index_]) {
      difference(document.document.info.name);
    }
    ++index_;
  }

  const ExportSource& source_;
  const std::vector<std::uint64_t>& written_;
  const Progress& progress_;
  std::size_t index_ = 0;
  std::string difference_;
};

}  // namespace

ExportResult export_native_xml(const ExportSource& source, const std::filesystem::path& out,
                               const ExportOptions& options, const AnnotationStream& reader, const Progress& progress) {
  ExportResult result;
  OutputFile file(out);
  NativeWriter writer(file);
  std::vector<std::uint64_t> written;
  written.reserve(source.size);
  writer.begin(source, options);
  for (std::size_t i = 0; i < source.size; ++i) {
    if (!go_on(progress, static_cast<double>(i) / static_cast<double>(source.size) / 2))
      throw Error(ErrorKind::Cancelled, out);
    const AnnotatedDocument document = source.document(i);
    writer.write(document);
    written.push_back(exported_fingerprint(document));
    for (const auto& [key, set] : document.sets) result.annotations += set.size();
    ++result.documents;
  }
  writer.end();
  file.finish();
  Verification(source, written, progress).run(file.written(), reader, out);
  file.put_in_place();
  return result;
}

}  // namespace mitjul
