#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "import/refi_items.h"

namespace mitjul {

/// The links of a project as relations: those of ours by what stands in their notes, others from one coded selection to
/// another.
class RefiRelations {
 public:
  explicit RefiRelations(RefiParts& parts);

  /// What stands in a document: the ends of links. Called for each, before `make`.
  void see(const DocumentKey& document, const std::vector<RefiItem>& items);
  /// Makes the relations, and notes their labels in `parts`; links that end at anything else are left out.
  void make();

  struct Found {
    Annotation annotation;
    std::size_t user = 0;  ///< index
  };
  /// Of a document, in the order of the links.
  const std::vector<Found>& of(const DocumentKey& document) const;

 private:
  /// What a link ends at.
  struct End {
    AnnotationRef ref;
    std::size_t user = 0;
    std::string label{};  ///< empty where it is not in the file
  };
  /// What the note of a link of ours says: its address and its roles.
  struct Told {
    AnnotationRef self;
    std::vector<std::string> roles;
  };

  std::optional<Told> told_by(const RefiLink& link) const;
  std::optional<End> end_of(const std::string& guid, const Told* told, std::size_t role) const;
  bool add(const RefiLink& link, const Told* told);
  Annotation made_of(const RefiLink& link, const AnnotationRef& self, const std::string& label);

  RefiParts& parts_;
  std::map<std::string, std::optional<End>> ends_;    // by GUID
  std::map<DocumentKey, std::int64_t> last_numbers_;  // of annotations
  std::map<AnnotationRef, std::size_t> places_;       // of relations in their document
  std::map<DocumentKey, std::vector<Found>> relations_;
};

}  // namespace mitjul
