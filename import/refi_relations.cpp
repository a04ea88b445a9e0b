#include "import/refi_relations.h"

#include <algorithm>

#include "import/foreign_time.h"

namespace mitjul {
namespace {

/// `to` of `to=z234567abc/h4k2qa-17`.
std::string role_in(const std::string& word) { return word.substr(0, word.find('=')); }

/// The annotation that stands behind the role where it lies in another document.
std::optional<AnnotationRef> ref_in(const std::string& word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string::npos) return std::nullopt;
  return parse_annotation_ref(std::string_view(word).substr(equals + 1));
}

}  // namespace

RefiRelations::RefiRelations(RefiParts& parts) : parts_(parts) {
  for (const RefiLink& link : parts.links) {
    ends_.try_emplace(link.origin);
    ends_.try_emplace(link.target);
  }
}

void RefiRelations::see(const DocumentKey& document, const std::vector<RefiItem>& items) {
  std::int64_t& last = last_numbers_[document];
  for (const RefiItem& item : items) {
    last = std::max(last, item.id->number);
    for (const std::string& guid : item.guids) {
      const auto end = ends_.find(guid);
      if (end != ends_.end() && !end->second) end->second = {{document, *item.id}, item.user, item.label};
    }
  }
}

void RefiRelations::make() {
  std::vector<std::optional<Told>> told;
  for (const RefiLink& link : parts_.links) {
    told.push_back(told_by(link));
    const auto end = ends_.find(link.guid);
    if (told.back() && end != ends_.end())
      end->second = {told.back()->self, parts_.user_of({parts_.note(link.note)->user}),
                     parts_.relation_label(link.name)};
  }
  for (std::size_t i = 0; i < told.size(); ++i) {
    if (!add(parts_.links[i], told[i] ? &*told[i] : nullptr)) parts_.leave_out("Link");
  }
}

const std::vector<RefiRelations::Found>& RefiRelations::of(const DocumentKey& document) const {
  static const std::vector<Found> kNone;
  const auto found = relations_.find(document);
  return found == relations_.end() ? kNone : found->second;
}

std::optional<RefiRelations::Told> RefiRelations::told_by(const RefiLink& link) const {
  const RefiNote* const note = parts_.note(link.note);
  if (note == nullptr) return std::nullopt;
  std::string text = note->text;
  const std::vector<std::string> words = refi_words(take_marks(text).first);
  if (words.size() != 3 || !is_schema_id(role_in(words[1])) || !is_schema_id(role_in(words[2]))) return std::nullopt;
  const auto self = parse_annotation_ref(words[0]);
  if (!self || last_numbers_.count(self->document) == 0) return std::nullopt;
  return Told{*self, {words[1], words[2]}};
}

std::optional<RefiRelations::End> RefiRelations::end_of(const std::string& guid, const Told* told,
                                                        std::size_t role) const {
  const auto found = ends_.find(guid);
  if (found != ends_.end() && found->second) return found->second;
  const auto ref = told == nullptr ? std::nullopt : ref_in(told->roles[role]);
  return ref ? std::optional(End{*ref}) : std::nullopt;
}

bool RefiRelations::add(const RefiLink& link, const Told* told) {
  const auto origin = end_of(link.origin, told, 0);
  const auto target = end_of(link.target, told, 1);
  if (!origin || !target) return false;
  const RefiNote* const note = parts_.note(link.note);
  const std::size_t user = told == nullptr ? origin->user : parts_.user_of({note->user});
  const AnnotationRef self =
      told != nullptr
          ? told->self
          : AnnotationRef{origin->ref.document, {parts_.users[user].key, ++last_numbers_[origin->ref.document]}};
  const std::string label = parts_.relation_label(link.name);
  const auto argument = [&](const End& end, std::size_t place) {
    const std::string role = told == nullptr ? (place == 0 ? "from" : "to") : role_in(told->roles[place]);
    parts_.know_role(label, role, end.label);
    return Argument{role, {end.ref.document == self.document ? DocumentKey() : end.ref.document, end.ref.id}};
  };
  const Argument from = argument(*origin, 0);
  const Argument to = argument(*target, 1);
  parts_.users[user].used = true;
  std::vector<Found>& relations = relations_[self.document];
  const auto [place, fresh] = places_.try_emplace(self, relations.size());
  if (fresh) {
    relations.push_back({made_of(link, self, label), user});
    std::get<Relation>(relations.back().annotation.anchor).arguments = {from, to};
  } else {
    std::get<Relation>(relations[place->second].annotation.anchor).arguments.push_back(to);
  }
  return true;
}

Annotation RefiRelations::made_of(const RefiLink& link, const AnnotationRef& self, const std::string& label) {
  Annotation made{self.id, label, Relation(), {}, "", {}};
  made.provenance.created = parts_.created;
  const RefiNote* const note = parts_.note(link.note);
  if (note == nullptr) return made;
  made.note = note->text;
  for (const auto& [attribute, value] : take_marks(made.note).values) {
    made.attributes[attribute].push_back(value);
    parts_.know_attribute(label, attribute);
  }
  made.provenance.created = parse_foreign_time(note->created).value_or(parts_.created);
  made.provenance.modified = parse_foreign_time(note->modified);
  return made;
}

}  // namespace mitjul
