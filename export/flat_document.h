#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "export/export_writer.h"
#include "export/flattening.h"
#include "export/sentences.h"

namespace mitjul {

/// A layer of a document as formats of sentences and flat tags have it.
struct FlatDocument {
  std::vector<Span> sentences;
  std::vector<std::vector<TaggedSpan>> spans;  ///< of each sentence, in order, inside it, sharing no character
};

/// Makes them by the options `flatten` and `units`, and counts what is lost by it.
class FlatDocuments {
 public:
  /// `rule`: the value of `flatten` where nothing is said.
  FlatDocuments(const ExportTask& task, TagMap tags, const std::string& rule);

  /// To be called once: what becomes of the schema.
  void count_schema() const;
  FlatDocument make(const Text& text, const Layer& layer) const;

 private:
  ExportTask task_;
  TagMap tags_;
  Flattening flattening_;
};

/// What is read of a document whose text is its sentences, a line each.
class ExpectedLines {
 public:
  /// `as_read`: what a reader sees of the sentence, of the same length in code points.
  void add(std::string_view as_read, Span sentence, const std::vector<TaggedSpan>& spans);
  void tell(ExpectedReading& expected) const;

 private:
  std::string text_;
  std::uint32_t length_ = 0;
  std::size_t sentences_ = 0;
  std::vector<TaggedSpan> spans_;
};

}  // namespace mitjul
