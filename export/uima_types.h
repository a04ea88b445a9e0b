#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/schema.h"

namespace mitjul {

inline constexpr std::string_view kCustomPackage = "webanno.custom.";

/// A label as a layer of INCEpTION, which is a type of UIMA.
struct UimaType {
  /// `Pair`: a relation of INCEpTION, between two spans. `Many`: any other relation.
  enum class Kind { Span, Pair, Many, Document } kind = Kind::Span;
  struct Feature {
    std::string id;    ///< of the attribute or role
    std::string name;  ///< letters, digits and `_`
    bool several = false;
    std::string range{};  ///< of roles: the type at that end
  };
  const Label* label = nullptr;
  std::string name;               ///< without the package: letters, digits and `_`
  std::vector<Feature> features;  ///< attributes, those of labels above it too
  std::vector<Feature> roles;     ///< `Governor` and `Dependent` of a `Pair`

  /// How many of the label's own ids it spells in another way: those of the label, its roles and its attributes.
  std::size_t renamed_ids() const;
};

/// What a type system says of a type or a feature: its name, `확실`, and behind it the id where that is spelled in
/// another way, `확실 [CT+]`.
std::string uima_description(const std::string& name, const std::string& id, const std::string& spelling);

/// The layers of a schema, in its order. Ids keep their letters, digits and `_`; every other character is `_`, and of
/// two that would be the same the second gets another `_`.
class UimaTypes {
 public:
  explicit UimaTypes(const Schema& schema);

  const std::vector<UimaType>& all() const { return types_; }
  const UimaType& of(const std::string& label) const { return types_.at(places_.at(label)); }

 private:
  std::vector<UimaType> types_;
  std::map<std::string, std::size_t> places_;
};

}  // namespace mitjul
