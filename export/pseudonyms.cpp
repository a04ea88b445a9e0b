#include "export/pseudonyms.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/error.h"
#include "export/layers.h"
#include "export/pseudonym_replacer.h"
#include "export/stand_ins.h"

namespace mitjul {
namespace {

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

void collect(const AnnotatedDocument& document, const std::set<std::string>& labels, Surfaces& surfaces,
             std::vector<MetSurface>& met) {
  for (const auto& [key, set] : document.sets) {
    for (const Annotation* const annotation : listed(set)) {
      const Spans* const spans = annotation->spans();
      if (spans == nullptr || labels.count(annotation->label) == 0) continue;
      for (const Span& segment : spans->segments()) {
        const std::string_view surface = trimmed_surface(document.document.text.slice(segment));
        if (!is_telling(surface)) continue;
        if (surfaces.add(surface) == met.size()) met.push_back({in_nfc(surface), annotation->label});
      }
    }
  }
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

/// All words that a stand-in may begin with.
std::set<std::string> possible_words(const Schema& schema, const std::set<std::string>& labels,
                                     const PseudonymTable& known) {
  std::set<std::string> words;
  for (const std::string& label : labels) {
    for (std::string& word : words_of_stand_ins(schema, label)) words.insert(std::move(word));
  }
  for (const Pseudonym& entry : known.entries()) words.insert(entry.label);
  return words;
}

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
                       const Progress& progress)
    : left_(std::make_shared<ReplacementCounts>()) {
  std::set<std::string> labels = labels_below(project.schema, request.labels);
  Surfaces surfaces;
  std::vector<MetSurface> met;
  TakenNumbers taken(possible_words(project.schema, labels, known));
  taken.look_through(project.schema);
  for (const Annotator& annotator : project.annotators) taken.look_through(annotator.name);
  for (std::size_t i = 0; i < project.size; ++i) {
    if (!go_on(progress, static_cast<double>(i) / static_cast<double>(project.size)))
      throw Error(ErrorKind::Cancelled, {});
    const AnnotatedDocument document = project.document(i);
    taken.look_through(document);
    if (!document.document.info.in_trash) collect(document, labels, surfaces, met);
  }
  SurfaceFinder finder(std::move(surfaces), request.names);
  const StandIns made(project.schema, finder, met, taken, std::move(known));
  table_ = made.table();
  changed_ = made.changed();
  for (const MetSurface& surface : met) surfaces_.push_back(surface.surface);
  replacer_ = std::make_shared<const PseudonymReplacer>(std::move(finder), std::move(labels), made.stand_ins(),
                                                        separator_for(met));
}

std::size_t Pseudonyms::size() const { return surfaces_.size(); }

std::vector<std::string> Pseudonyms::single_characters() const {
  std::vector<std::string> single;
  for (std::size_t number = 0; number < surfaces_.size(); ++number) {
    if (replacer_->finder().is_single_anywhere(number)) single.push_back(surfaces_[number]);
  }
  return single;
}

std::vector<CountedWording> Pseudonyms::inside_words() const {
  std::vector<CountedWording> wordings;
  for (const auto& [surface, count] : left_->inside_words) wordings.push_back({surfaces_[surface], count});
  return wordings;
}

std::vector<CountedWording> Pseudonyms::apart() const {
  std::vector<CountedWording> wordings;
  for (const auto& [wording, count] : left_->apart) wordings.push_back({wording, count});
  return wordings;
}

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
  const auto counts = std::make_shared<ReplacementCounts>();
  ExportSource result;
  result.schema = replacer_->in_schema(source.schema, *counts);
  GivenNames annotators;
  for (const Annotator& annotator : source.annotators) {
    result.annotators.push_back(annotator);
    result.annotators.back().name = annotators.give(annotator.key, replacer_->in_text(annotator.name));
  }
  result.size = source.size;
  result.add_losses = [counts, add_before = source.add_losses](ExportLosses& losses) {
    if (add_before) add_before(losses);
    for (const auto& [feature, count] : std::exchange(counts->lost, {})) losses.add(feature, count);
  };
  result.document = [replacer = replacer_, counts, left = left_, names = std::make_shared<GivenNames>(),
                     source = std::move(source)](std::size_t index) {
    AnnotatedDocument document = replacer->in_document(source.document(index), source.schema, *counts);
    for (const auto& [surface, count] : std::exchange(counts->inside_words, {})) left->inside_words[surface] += count;
    for (const auto& [wording, count] : std::exchange(counts->apart, {})) left->apart[wording] += count;
    DocumentInfo& info = document.document.info;
    info.name = names->give(info.key, info.name);
    return document;
  };
  return result;
}

std::string Pseudonyms::applied_to(std::string_view text) const { return replacer_->in_text(text); }

}  // namespace mitjul
