#include "export/pseudonyms.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/error.h"
#include "core/utf8.h"
#include "export/layers.h"
#include "export/pseudonym_replacer.h"

namespace mitjul {
namespace {

/// A surface as it was met first.
struct MetSurface {
  std::string surface;
  std::string label;
};

std::set<std::string> labels_below(const Schema& schema, const std::vector<std::string>& chosen) {
  std::set<std::string> labels;
  for (const Label& label : schema.labels) {
    if (std::any_of(chosen.begin(), chosen.end(),
                    [&](const std::string& above) { return schema.is_a(label.id, above); })) {
      labels.insert(label.id);
    }
  }
  return labels;
}

void collect(const AnnotatedDocument& document, const std::set<std::string>& labels, SurfaceFinder& finder,
             std::vector<MetSurface>& met) {
  for (const auto& [key, set] : document.sets) {
    for (const Annotation* const annotation : listed(set)) {
      const Spans* const spans = annotation->spans();
      if (spans == nullptr || labels.count(annotation->label) == 0) continue;
      for (const Span& segment : spans->segments()) {
        const std::string_view surface = trimmed_surface(document.document.text.slice(segment));
        if (!is_telling(surface)) continue;
        if (finder.add(surface) == met.size()) met.push_back({in_nfc(surface), annotation->label});
      }
    }
  }
}

/// `preferred`, and behind them signs that are hardly ever part of a name.
std::vector<std::string> with_signs(std::vector<std::string> preferred) {
  constexpr char32_t kFirstSign = 0x2500;
  constexpr char32_t kLastSign = 0x25FF;
  for (char32_t sign = kFirstSign; sign <= kLastSign; ++sign) {
    preferred.emplace_back();
    append_utf8(preferred.back(), sign);
  }
  return preferred;
}

/// The label's name without blanks.
std::string word_for(const Label& label) {
  std::string word;
  for (std::size_t byte = 0; byte < label.name.size();) {
    const std::size_t start = byte;
    next_code_point(label.name, byte);
    word += trimmed_surface(std::string_view(label.name).substr(start, byte - start));
  }
  // A name that ends in a digit would run into the number.
  if (!word.empty() && word.back() >= '0' && word.back() <= '9') word += '-';
  return in_nfc(word);
}

/// A sign that is in no surface.
std::string separator_for(const std::vector<MetSurface>& met) {
  const std::vector<std::string> signs = with_signs({"_", "·", "~", "|"});
  const auto fits = [&](const std::string& sign) {
    return std::none_of(met.begin(), met.end(),
                        [&](const MetSurface& surface) { return surface.surface.find(sign) != std::string::npos; });
  };
  const auto sign = std::find_if(signs.begin(), signs.end(), fits);
  return sign == signs.end() ? signs.front() : *sign;
}

/// Makes the stand-ins of all surfaces.
class StandIns {
 public:
  StandIns(const Schema& schema, const SurfaceFinder& finder, const std::vector<MetSurface>& met, PseudonymTable known)
      : schema_(schema), finder_(finder), met_(met), table_(std::move(known)), stand_ins_(met.size()) {
    keep_known();
    for (std::size_t number = 0; number < met_.size(); ++number) {
      if (stand_ins_[number].empty()) make(number, met_[number].surface);
    }
  }

  std::vector<std::string> stand_ins() { return std::move(stand_ins_); }
  PseudonymTable table() { return std::move(table_); }

 private:
  bool holds_none(const std::string& words) const { return finder_.find(words).empty(); }

  void keep_known() {
    const std::vector<Pseudonym> entries = table_.entries();
    for (const Pseudonym& entry : entries) {
      const auto number = finder_.number_of(entry.surface);
      if (!number || !stand_ins_[*number].empty()) continue;
      if (holds_none(stand_in_of(entry))) {
        stand_ins_[*number] = stand_in_of(entry);
      } else {
        make(*number, entry.surface);
      }
    }
  }

  void make(std::size_t number, const std::string& surface) {
    const std::vector<std::string>& words = words_for(met_[number].label);
    for (const std::string& word : words) {
      if (!word.empty() && holds_none(word) && make(number, surface, word)) return;
    }
    // There is no sign that is no surface.
    put(number, {surface, words.front(), table_.free_number(words.front())});
  }

  bool make(std::size_t number, const std::string& surface, const std::string& word) {
    // A surface can be one number, or the end of the word with the first digit of many: no use in trying further then.
    const std::size_t tries = met_.size() + 100;
    int free = 0;
    for (std::size_t i = 0; i < tries; ++i) {
      free = table_.free_number(word, free);
      if (!holds_none(word + std::to_string(free))) continue;
      put(number, {surface, word, free});
      return true;
    }
    return false;
  }

  void put(std::size_t number, Pseudonym entry) {
    stand_ins_[number] = stand_in_of(entry);
    table_.put(std::move(entry));
  }

  /// The name of the label, or another word where that holds a surface.
  const std::vector<std::string>& words_for(const std::string& label) {
    const auto [place, is_new] = words_.try_emplace(label);
    const Label* const found = schema_.find(label);
    if (is_new)
      place->second = with_signs({found == nullptr ? label : word_for(*found), label, "가명", "이름", "Name", "X"});
    return place->second;
  }

  const Schema& schema_;
  const SurfaceFinder& finder_;
  const std::vector<MetSurface>& met_;
  PseudonymTable table_;
  std::vector<std::string> stand_ins_;
  std::map<std::string, std::vector<std::string>> words_;
};

/// Names of which each is given once: two may have become the same.
class GivenNames {
 public:
  template <class Key>
  std::string give(const Key& key, const std::string& name) {
    const auto [given, is_new] = names_.try_emplace(key.str(), name);
    if (!is_new) return given->second;
    for (int number = 2; !taken_.insert(given->second).second; ++number)
      given->second = name + " (" + std::to_string(number) + ")";
    return given->second;
  }

 private:
  std::map<std::string, std::string> names_;
  std::set<std::string> taken_;
};

}  // namespace

Pseudonyms::Pseudonyms(const ExportSource& project, const PseudonymRequest& request, PseudonymTable known,
                       const Progress& progress) {
  std::set<std::string> labels = labels_below(project.schema, request.labels);
  SurfaceFinder finder(request.single_characters_everywhere);
  std::vector<MetSurface> met;
  for (std::size_t i = 0; i < project.size; ++i) {
    if (!go_on(progress, static_cast<double>(i) / static_cast<double>(project.size)))
      throw Error(ErrorKind::Cancelled, {});
    collect(project.document(i), labels, finder, met);
  }
  StandIns made(project.schema, finder, met, std::move(known));
  table_ = made.table();
  for (const MetSurface& surface : met) {
    if (count_code_points(surface.surface) == 1) single_characters_.push_back(surface.surface);
  }
  std::string separator = separator_for(met);
  replacer_ = std::make_shared<const PseudonymReplacer>(std::move(finder), std::move(labels), made.stand_ins(),
                                                        std::move(separator));
}

std::size_t Pseudonyms::size() const { return replacer_->finder().size(); }

std::vector<std::string> Pseudonyms::kept_in_ids(const Schema& schema) const {
  std::set<std::string> kept;
  const auto look_at = [&](const std::string& id) {
    for (const FoundSurface& place : replacer_->finder().find(id))
      kept.insert(id.substr(place.start, place.end - place.start));
  };
  for (const Label& label : schema.labels) {
    look_at(label.id);
    for (const Attribute& attribute : label.attributes) {
      look_at(attribute.id);
      for (const AttributeValue& value : attribute.values) look_at(value.id);
    }
    for (const Role& role : label.roles) look_at(role.id);
  }
  return {kept.begin(), kept.end()};
}

ExportSource Pseudonyms::applied_to(ExportSource source) const {
  ExportSource result;
  result.schema = replacer_->in_schema(source.schema);
  GivenNames annotators;
  for (const Annotator& annotator : source.annotators) {
    result.annotators.push_back(annotator);
    result.annotators.back().name = annotators.give(annotator.key, replacer_->in_text(annotator.name));
  }
  result.size = source.size;
  result.add_losses = source.add_losses;
  result.document = [replacer = replacer_, names = std::make_shared<GivenNames>(),
                     source = std::move(source)](std::size_t index) {
    AnnotatedDocument document = replacer->in_document(source.document(index), source.schema);
    DocumentInfo& info = document.document.info;
    info.name = names->give(info.key, info.name);
    return document;
  };
  return result;
}

std::string Pseudonyms::applied_to(std::string_view text) const { return replacer_->in_text(text); }

}  // namespace mitjul
