// The part of a page that is about which marks and links there are, and which blocks they are in.

#include <algorithm>
#include <tuple>

#include "core/relation_depth.h"
#include "view/page.h"

namespace mitjul {
namespace {

/// The order of the marks of a block, whatever order they came in: where two cover the same, one's own is first, and of
/// these the older one.
bool comes_before(const Mark* a, const Mark* b) {
  if (a->spans != b->spans) return in_reading_order(a->spans, b->spans);
  return std::tie(a->author, a->id) < std::tie(b->author, b->id);
}

}  // namespace

void Page::set_authors(std::vector<std::string> names) {
  if (names == authors_) return;
  authors_ = std::move(names);
  shorten_authors();
  for (Slot& slot : slots_) slot.decorated = false;
}

void Page::put(const Annotation& annotation, std::size_t author) {
  const auto label = label_index(annotation.label);
  if (!label) return remove(annotation.id);
  if (const Spans* const spans = annotation.spans()) {
    Mark mark{annotation.id, *label, *spans, author};
    const auto known = marks_.find(annotation.id);
    if (known != marks_.end() && known->second == mark) return;
    remove(annotation.id);
    put_mark(std::move(mark));
  } else if (const Relation* const relation = annotation.relation()) {
    Link link{annotation.id, *label, {}, author};
    for (const Argument& argument : relation->arguments) link.ends.push_back(argument.target);
    const auto known = links_.find(annotation.id);
    if (known != links_.end() && known->second == link) return;
    remove(annotation.id);
    if (link.ends.size() >= 2) put_link(std::move(link));
  } else {
    remove(annotation.id);
  }
}

std::pair<std::size_t, std::size_t> Page::blocks_of(const Mark& mark) const {
  return {block_at(mark.spans.start()), block_at(mark.spans.end() - 1)};
}

void Page::put_mark(Mark mark) {
  const AnnotationId id = mark.id;
  const Mark& stored = marks_.insert_or_assign(id, std::move(mark)).first->second;
  const auto [first, last] = blocks_of(stored);
  for (std::size_t i = first; i <= last; ++i) {
    auto& marks = slots_[i].marks;
    marks.insert(std::upper_bound(marks.begin(), marks.end(), &stored, comes_before), &stored);
    forget_decoration(i);
  }
  // Relations that were here before their end was.
  const auto waiting = links_at_.find(id);
  if (waiting == links_at_.end()) return;
  for (const AnnotationId& link : waiting->second) attach(links_.at(link), true);
}

void Page::put_link(Link link) {
  const Link& stored = links_.insert_or_assign(link.id, std::move(link)).first->second;
  for (const AnnotationRef& end : stored.ends) {
    if (end.document.empty()) links_at_[end.id].insert(stored.id);
  }
  attach(stored, true);
}

void Page::remove(const AnnotationId& id) {
  const auto on_it = links_at_.find(id);
  if (on_it != links_at_.end()) {
    for (const AnnotationId& link : on_it->second) attach(links_.at(link), false);
  }
  if (const auto mark = marks_.find(id); mark != marks_.end()) {
    const auto [first, last] = blocks_of(mark->second);
    for (std::size_t i = first; i <= last; ++i) {
      std::erase(slots_[i].marks, &mark->second);
      forget_decoration(i);
    }
    marks_.erase(mark);
  }
  if (const auto link = links_.find(id); link != links_.end()) {
    attach(link->second, false);
    for (const AnnotationRef& end : link->second.ends) {
      const auto known = links_at_.find(end.id);
      if (known == links_at_.end()) continue;
      known->second.erase(id);
      if (known->second.empty()) links_at_.erase(known);
    }
    links_.erase(link);
  }
  // What hung on it leads outside now.
  if (const auto left = links_at_.find(id); left != links_at_.end()) {
    for (const AnnotationId& link : left->second) attach(links_.at(link), true);
  }
}

/// Where a relation is tied to: the start of a span, or what another relation is tied to.
std::optional<TextPos> Page::foot_of(const AnnotationRef& end, int depth) const {
  if (!end.document.empty() || depth > kDeepestRelation) return std::nullopt;
  if (const auto mark = marks_.find(end.id); mark != marks_.end()) return mark->second.spans.start();
  const auto link = links_.find(end.id);
  if (link == links_.end()) return std::nullopt;
  return foot_of(link->second.ends.front(), depth + 1);
}

/// With it come the relations on it, and those on them: its foot is theirs.
void Page::attach(const Link& link, bool attached) {
  std::vector<const Link*> links{&link};
  std::set<AnnotationId> seen{link.id};
  for (std::size_t i = 0; i < links.size(); ++i) {
    const AnnotationId& id = links[i]->id;
    for (const AnnotationRef& end : links[i]->ends) {
      const auto foot = foot_of(end);
      if (!foot) continue;
      const std::size_t index = block_at(*foot);
      if (attached) {
        slots_[index].links.insert(id);
      } else {
        slots_[index].links.erase(id);
      }
      forget_decoration(index);
    }
    const auto on_it = links_at_.find(id);
    if (on_it == links_at_.end()) continue;
    for (const AnnotationId& other : on_it->second) {
      if (seen.insert(other).second) links.push_back(&links_.at(other));
    }
  }
}

std::vector<AnnotationId> Page::marks_joined_by(const AnnotationId& relation) const {
  std::vector<AnnotationId> marks;
  std::vector<AnnotationId> links{relation};
  std::set<AnnotationId> seen{relation};
  for (std::size_t i = 0; i < links.size(); ++i) {
    const auto link = links_.find(links[i]);
    if (link == links_.end()) continue;
    for (const AnnotationRef& end : link->second.ends) {
      if (!end.document.empty() || !seen.insert(end.id).second) continue;
      if (marks_.contains(end.id)) {
        marks.push_back(end.id);
      } else {
        links.push_back(end.id);
      }
    }
  }
  return marks;
}

void Page::forget_decoration(std::size_t index) {
  Slot& slot = slots_[index];
  slot.decorated = false;
}

}  // namespace mitjul
