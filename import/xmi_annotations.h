#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/annotation_set.h"
#include "import/source_text.h"
#include "import/xmi_labels.h"
#include "import/xmi_structures.h"

namespace mitjul {

/// The annotations of an XMI file. Read twice: for the labels that they use, and for themselves.
class XmiAnnotations {
 public:
  /// `provenance`: of all of them. What is wrong goes to `problems`.
  XmiAnnotations(const XmiStructures& file, XmiLabels& labels, Provenance provenance, std::vector<Problem>& problems)
      : file_(file), labels_(labels), provenance_(std::move(provenance)), problems_(problems) {}

  /// Makes the labels known; returns how many annotations there are.
  std::size_t scan();
  /// `taken`: the ids of the document's other annotations, to which these add theirs. Copied in INCEpTION, an
  /// annotation keeps the identifier that we gave to the other one, and is a new one then; in a file that is as we
  /// wrote it, that is a problem.
  void read_into(AnnotationSet& set, const SourceText& source, std::set<AnnotationId>& taken);

 private:
  using Ends = std::vector<std::pair<std::string, std::string>>;  ///< features or roles, and xmi:ids

  void read(AnnotationSet* set, const SourceText* source);
  void report(pugi::xml_node node, ProblemCode code, std::vector<std::string> details);
  void leave_out(const std::string& what) { ++left_out_[what]; }

  bool is_taken(const XmiStructure& each);
  void read_place(const XmiStructure& each);
  void read_span(const XmiStructure& each);
  std::optional<std::uint64_t> position(const XmiStructure& each, const char* name);
  void collect_segments();

  Annotation made(const std::string& label, Anchor anchor);
  void take(const XmiStructure& each, const std::string& label, Anchor anchor);
  void put(const XmiStructure& each, Annotation annotation);
  void read_features(const XmiStructure& each, bool ours, Annotation& annotation);
  void read_feature(const XmiStructure& each, const std::string& name, const std::string& value,
                    Annotation& annotation);
  void read_several(const XmiStructure& each, Annotation& annotation);
  bool is_reference(const XmiStructure& each, pugi::xml_attribute attribute) const;
  bool is_link(const std::string& id) const;

  void read_relations();
  bool is_taken_relation(const XmiStructure& each) const;
  Ends ends_of(const XmiStructure& each) const;
  void take_relation(const XmiStructure& each);
  void read_links(const XmiStructure& each);
  void take_links(const XmiStructure& each, const std::string& feature, const Ends& ends);
  void add_end(Relation& relation, std::string role, const std::string& id);

  const XmiStructures& file_;
  XmiLabels& labels_;
  const Provenance provenance_;
  std::vector<Problem>& problems_;
  AnnotationSet* set_ = nullptr;  ///< nullptr while only the labels are to be known
  const SourceText* source_ = nullptr;
  std::set<AnnotationId>* ids_ = nullptr;
  std::int64_t number_ = 0;
  std::map<std::string, std::string> known_;  ///< labels, by xmi:id
  std::map<std::string, Annotation> taken_;   ///< by xmi:id
  std::map<std::string, std::vector<Span>> segments_;
  std::map<std::string, std::size_t> left_out_;
};

}  // namespace mitjul
