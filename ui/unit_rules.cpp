#include "ui/unit_rules.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "korean/outline.h"
#include "korean/unit.h"

namespace mitjul {
namespace {

constexpr int kRules = 12;

/// As the preset words them: `규칙 7. 누군가의 말…`.
const std::map<int, std::string>& known_headings() {
  static const std::map<int, std::string> kKnown = [] {
    std::map<int, std::string> known;
    const GuidelinePage page = render_guideline(preset("claims-entities")->guideline);
    for (int rule = 1; rule <= kRules; ++rule) {
      const std::string begin = "규칙 " + std::to_string(rule) + ".";
      const auto found = std::find_if(page.headings.begin(), page.headings.end(),
                                      [&](const GuidelineHeading& each) { return each.text.starts_with(begin); });
      if (found != page.headings.end()) known[rule] = found->text;
    }
    return known;
  }();
  return kKnown;
}

bool on_one_line(const Text& text, Span span) { return text.slice(span).find('\n') == std::string_view::npos; }

}  // namespace

const GuidelineHeading* heading_of_rule(const std::vector<GuidelineHeading>& headings, int rule) {
  const auto known = known_headings().find(rule);
  if (known == known_headings().end()) return nullptr;
  const auto found = std::find_if(headings.begin(), headings.end(),
                                  [&](const GuidelineHeading& each) { return each.text == known->second; });
  return found == headings.end() ? nullptr : &*found;
}

UnitRules::UnitRules(Editor& editor, ProjectReader& reader, std::function<void()> known)
    : editor_(editor), reader_(reader), known_(std::move(known)) {}

std::optional<JudgedUnit> UnitRules::at_caret() {
  if (editor_.document() == nullptr) return std::nullopt;
  if (document_ != editor_.document()->document.info.key) {
    ask();
    return std::nullopt;
  }
  const Annotation* const annotation = editor_.selected();
  const Spans* const spans = annotation == nullptr ? nullptr : annotation->spans();
  const TextPos pos = spans == nullptr ? editor_.selection().caret : spans->start();
  const auto unit = unit_at(units_, pos);
  const auto place = std::lower_bound(units_.begin(), units_.end(), unit ? unit->start : pos,
                                      [](const Span& each, TextPos start) { return each.start < start; });
  // A bullet or an emoji before the unit is none of it.
  if (place == units_.end() || (!unit && !on_one_line(editor_.document()->document.text, {pos, place->start}))) {
    return std::nullopt;
  }
  return JudgedUnit{*place, judgements_[static_cast<std::size_t>(place - units_.begin())]};
}

void UnitRules::ask() {
  if (asked_) return;
  asked_ = true;
  const Document& document = editor_.document()->document;
  reader_.ask([this, key = document.info.key, text = document.text, zones = document.info.zones](
                  const ProjectWords&, const Progress&) -> ProjectReader::Answer {
    std::vector<Span> units = mitjul::units(text);
    std::vector<ClaimJudgement> judgements = judge_claims(text, outline(text, units, zones));
    return [this, key, units = std::move(units), judgements = std::move(judgements)] {
      asked_ = false;
      document_ = key;
      units_ = units;
      judgements_ = judgements;
      known_();
    };
  });
}

}  // namespace mitjul
