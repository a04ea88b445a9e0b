#include "import/refi_items.h"

#include <charconv>
#include <set>

#include "import/foreign_time.h"

namespace mitjul {
namespace {

// How far back a value looks for its annotation.
constexpr std::size_t kMostLookedAt = 100;

std::optional<std::uint64_t> parse_position(std::string_view text) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || rest != text.data() + text.size()) return std::nullopt;
  return number;
}

class Items {
 public:
  Items(RefiParts& parts, XmlFields& fields, bool first_time)
      : parts_(parts), fields_(fields), first_time_(first_time) {}

  std::vector<RefiItem> of(pugi::xml_node source) {
    const std::string user = plain_guid(source.attribute("creatingUser").value());
    for (const pugi::xml_node selection : source.children("PlainTextSelection")) {
      const auto start = fields_.value(selection, "startPosition", parse_position);
      const auto end = fields_.value(selection, "endPosition", parse_position);
      if (!start || !end) continue;
      if (first_time_ && !selection.child("Coding")) parts_.leave_out("PlainTextSelection");
      take_selection(selection, {*start, *end, fields_.optional(selection, "name"), {}, selection}, user);
    }
    take_codings(source, RefiMarks(), {}, user);
    number();
    return std::move(items_);
  }

 private:
  void take_selection(pugi::xml_node selection, RefiItem::Piece piece, const std::string& source_user) {
    std::string note = fields_.child_text(selection, "Description");
    const RefiMarks marks = take_marks(note);
    piece.description = note;
    parts_.add_notes(selection, note);
    const std::size_t before = items_.size();
    const std::string user = plain_guid(selection.attribute("creatingUser").value());
    take_codings(selection, marks, {piece}, user.empty() ? source_user : user);
    if (items_.size() == before) return;
    // What the selection says goes for its first annotation.
    RefiItem& item = items_[before];
    item.note += (item.note.empty() || note.empty() ? "" : "\n\n") + note;
    for (const auto& [attribute, value] : marks.values) item.attributes[attribute].push_back(value);
    item.guids.push_back(plain_guid(selection.attribute("guid").value()));
    item.modified = parse_foreign_time(selection.attribute("modifiedDateTime").value());
    if (!item.id) return;
    // A further piece of an annotation of ours.
    const auto [place, fresh] = with_id_.try_emplace({*item.id, item.label}, before);
    if (fresh) return;
    RefiItem& known = items_[place->second];
    known.pieces.push_back(piece);
    known.guids.insert(known.guids.end(), item.guids.begin(), item.guids.end());
    items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(before));
  }

  /// The codings of a selection or of a source. A code that is an attribute or a value belongs to the annotation before
  /// it whose label has it; without one it makes one.
  void take_codings(pugi::xml_node element, const RefiMarks& marks, const std::vector<RefiItem::Piece>& pieces,
                    const std::string& other_user) {
    const std::size_t first = items_.size();
    for (const pugi::xml_node coding : element.children("Coding")) {
      const std::string target = guid_in(coding, "CodeRef");
      const auto code = parts_.codes.find(target);
      if (code == parts_.codes.end()) {
        fields_.report(coding, ProblemCode::UnknownCode, {target});
        continue;
      }
      const std::size_t user =
          parts_.user_of({plain_guid(coding.attribute("creatingUser").value()), other_user, parts_.creator});
      const RefiCode& says = code->second;
      const std::string label = parts_.label_for(says.label, pieces.empty());
      RefiItem* item = says.attribute.empty() ? nullptr : item_before(first, user, label);
      if (item == nullptr) {
        items_.push_back({{}, user, label, pieces});
        item = &items_.back();
        begin(*item, coding, element, items_.size() == first + 1 ? marks : RefiMarks());
      }
      if (!says.attribute.empty()) item->attributes[says.attribute].push_back(says.value.empty() ? "true" : says.value);
    }
  }

  RefiItem* item_before(std::size_t first, std::size_t user, const std::string& label) {
    for (std::size_t i = items_.size(), looked = 0; i > first && looked < kMostLookedAt; --i, ++looked) {
      RefiItem& item = items_[i - 1];
      if (item.user == user && parts_.schema.is_a(item.label, label)) return &item;
    }
    return nullptr;
  }

  void begin(RefiItem& item, pugi::xml_node coding, pugi::xml_node element, const RefiMarks& of_selection) {
    RefiMarks marks = of_selection;
    parts_.add_notes(coding, item.note);
    if (item.pieces.empty()) {
      marks = take_marks(item.note);
      for (const auto& [attribute, value] : marks.values) item.attributes[attribute].push_back(value);
      const RefiNote* const note = parts_.note(guid_in(coding, "NoteRef"));
      if (note != nullptr) item.modified = parse_foreign_time(note->modified);
    }
    item.id = parse_annotation_id(marks.first);
    item.guids.push_back(plain_guid(coding.attribute("guid").value()));
    auto created = parse_foreign_time(coding.attribute("creationDateTime").value());
    if (!created) created = parse_foreign_time(element.attribute("creationDateTime").value());
    item.created = created.value_or(parts_.created);
  }

  /// Numbers for what has no id of ours, and for a second of the same id.
  void number() {
    std::set<AnnotationId> taken;
    for (RefiItem& item : items_) {
      if (item.id && !taken.insert(*item.id).second) item.id.reset();
    }
    std::int64_t last = 0;
    for (RefiItem& item : items_) {
      while (!item.id) {
        const AnnotationId id{parts_.users[item.user].key, ++last};
        if (taken.insert(id).second) item.id = id;
      }
      if (!first_time_) continue;
      for (const auto& [attribute, values] : item.attributes) parts_.know_attribute(item.label, attribute);
    }
  }

  RefiParts& parts_;
  XmlFields& fields_;
  const bool first_time_;
  std::vector<RefiItem> items_;
  std::map<std::pair<AnnotationId, std::string>, std::size_t> with_id_;  // places, by id and label
};

}  // namespace

std::vector<RefiItem> refi_items_of(pugi::xml_node source, RefiParts& parts, XmlFields& fields, bool first_time) {
  return Items(parts, fields, first_time).of(source);
}

}  // namespace mitjul
