#include "core/presets.h"

#include <algorithm>

#include "core/preset_files.h"
#include "core/preset_reader.h"

namespace mitjul {
namespace {

Preset embedded(const std::string& id) {
  Preset preset = read_preset(id, core_preset_file(id + ".tsv"), core_preset_file(id + ".md"));
  preset.example_text = core_preset_file(id + ".txt");
  preset.example_lines = core_preset_file(id + ".jsonl");
  // An editor ends the last line of a file; the text is of one line less.
  while (preset.example_text.ends_with('\n')) preset.example_text.remove_suffix(1);
  return preset;
}

}  // namespace

const std::vector<Preset>& presets() {
  static const std::vector<Preset> all = [] {
    std::vector<Preset> made;
    for (const char* const id : {"claims-entities", "korean-claims", "klue-ner", "tta", "argument", "attribution",
                                 "fact-checking", "factuality", "empty"}) {
      made.push_back(embedded(id));
    }
    return made;
  }();
  return all;
}

std::vector<std::string_view> preset_names() {
  std::vector<std::string_view> names;
  for (const Preset& preset : presets()) names.push_back(preset.id);
  return names;
}

std::optional<Schema> preset(std::string_view name) {
  const auto found =
      std::find_if(presets().begin(), presets().end(), [name](const Preset& each) { return each.id == name; });
  if (found == presets().end()) return std::nullopt;
  return found->schema;
}

}  // namespace mitjul
