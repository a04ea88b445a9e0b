#include "ui/label_moves.h"

#include <algorithm>
#include <vector>

namespace mitjul {
namespace {

/// Labels of a kind below `parent`, in their order.
std::vector<std::string> labels_below(const Schema& schema, LabelKind kind, const std::string& parent) {
  std::vector<std::string> ids;
  for (const Label& label : schema.labels) {
    if (label.kind == kind && label.parent == parent) ids.push_back(label.id);
  }
  return ids;
}

/// The one behind a label among its siblings, `without` passed over; empty where it is the last.
std::string behind(const Schema& schema, const Label& label, const std::string& without = {}) {
  const std::vector<std::string> siblings = labels_below(schema, label.kind, label.parent);
  auto next = std::find(siblings.begin(), siblings.end(), label.id) + 1;
  if (next != siblings.end() && *next == without) ++next;
  return next == siblings.end() ? std::string() : *next;
}

/// The one in front of a label among its siblings; empty where it is the first.
std::string in_front_of(const Schema& schema, const Label& label) {
  const std::vector<std::string> siblings = labels_below(schema, label.kind, label.parent);
  const auto place = std::find(siblings.begin(), siblings.end(), label.id);
  return place == siblings.begin() ? std::string() : *(place - 1);
}

}  // namespace

std::string label_behind(const Schema& schema, const std::string& id) {
  const Label* const label = schema.find(id);
  return label == nullptr ? std::string() : behind(schema, *label);
}

std::optional<MoveLabel> label_step(const Schema& schema, const std::string& id, MoveStep step) {
  const Label* const label = schema.find(id);
  if (label == nullptr) return std::nullopt;
  switch (step) {
    case MoveStep::Up:
    case MoveStep::In: {
      const std::string above = in_front_of(schema, *label);
      if (above.empty()) return std::nullopt;
      return step == MoveStep::Up ? MoveLabel{id, label->parent, above} : MoveLabel{id, above, {}};
    }
    case MoveStep::Down: {
      const Label* const below = schema.find(behind(schema, *label));
      if (below == nullptr) return std::nullopt;
      return MoveLabel{id, label->parent, behind(schema, *below)};
    }
    case MoveStep::Out: {
      const Label* const parent = schema.find(label->parent);
      if (parent == nullptr) return std::nullopt;
      return MoveLabel{id, parent->parent, behind(schema, *parent)};
    }
  }
  return std::nullopt;
}

std::optional<MoveLabel> label_drop(const Schema& schema, const std::string& id, const std::string& target_id,
                                    DropPlace place) {
  const Label* const label = schema.find(id);
  const Label* const target = schema.find(target_id);
  if (label == nullptr || target == nullptr || label->kind != target->kind || schema.is_a(target_id, id)) {
    return std::nullopt;
  }
  MoveLabel move{id, target->parent, target_id};
  if (place == DropPlace::Into) move = {id, target_id, {}};
  if (place == DropPlace::Behind) move.before = behind(schema, *target, id);
  const bool there = label->parent == move.parent && behind(schema, *label) == move.before;
  return there ? std::nullopt : std::optional(move);
}

}  // namespace mitjul
