#include "import/brat_config.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/utf8.h"
#include "import/schema_file.h"

namespace mitjul {
namespace {

constexpr std::string_view kBlanks = " \t\r\f\v";
constexpr std::array<std::string_view, 6> kSections{"entities",   "relations", "events",
                                                    "attributes", "labels",    "drawing"};
// What stands in a configuration for a kind of labels, and cannot stand for anything else.
constexpr std::array<std::string_view, 6> kReserved{"ANY", "ENTITY", "RELATION", "EVENT", "NONE", "OVERLAP"};
constexpr std::size_t kQuotedBeginning = 40;  // in code points

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

/// The parts between separators, without the blanks around them and without empty ones.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    if (!part.empty()) parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<std::string_view> section_name(std::string_view line) {
  line = trimmed(line);
  if (line.size() < 2 || line.front() != '[' || line.back() != ']') return std::nullopt;
  return line.substr(1, line.size() - 2);
}

bool is_known_section(std::string_view line) {
  const auto name = section_name(line);
  return name && std::find(kSections.begin(), kSections.end(), *name) != kSections.end();
}

class Parser {
 public:
  Parser(std::size_t limit, std::vector<Problem>& problems) : left_(limit), limit_(limit), problems_(problems) {}

  BratConfig run(std::string_view text) {
    while (!text.empty() && !stopped_) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      ++line_;
      read(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::move(config_);
  }

 private:
  void report(ProblemCode code, std::vector<std::string> details) {
    if (problems_.size() >= kMostSchemaProblems) return;
    Problem problem = make_problem(code, std::move(details));
    problem.place.line = line_;
    problems_.push_back(std::move(problem));
  }

  void report_line(std::string_view line) {
    line = trimmed(line);
    std::size_t byte = 0;
    for (std::size_t i = 0; i < kQuotedBeginning && byte < line.size(); ++i) next_code_point(line, byte);
    report(ProblemCode::UnreadableLine, {std::string(line.substr(0, byte)) + (byte < line.size() ? "…" : "")});
  }

  void read(std::string_view line) {
    const std::string_view content = trimmed(line);
    if (content.empty() || content.front() == '#') return;
    if (content.find_first_not_of('-') == std::string_view::npos) return;  // a rule between groups of types
    if (const auto name = section_name(line)) {
      config_.sections.push_back({std::string(*name), line_, {}});
      return;
    }
    if (config_.sections.empty()) return report_line(line);
    if (line.front() == '<' && define(line)) return;
    const std::optional<std::string> written_out = write_out(line);
    if (written_out) read_entry(*written_out);
  }

  /// `<NAME>= value`; false where the line is none of that form.
  bool define(std::string_view line) {
    const std::size_t end = line.find(">=");
    if (end == std::string_view::npos || line.substr(0, end).find_first_of(" \t") != std::string_view::npos)
      return false;
    const std::string_view name = line.substr(1, end - 1);
    if (std::find(kReserved.begin(), kReserved.end(), name) != kReserved.end()) {
      report_line(line);
    } else if (const auto value = write_out(trimmed(line.substr(end + 2)))) {
      abbreviations_["<" + std::string(name) + ">"] = *value;
    }
    return true;
  }

  /// With every abbreviation replaced that was defined before. Nothing, and no more lines, where that gets too large:
  /// abbreviations of abbreviations grow without limit.
  std::optional<std::string> write_out(std::string_view line) {
    std::string result;
    while (!line.empty() && result.size() <= left_) {
      const std::size_t begin = std::min(line.find('<'), line.size());
      result += line.substr(0, begin);
      line.remove_prefix(begin);
      const std::size_t end = line.find('>');
      if (line.empty()) break;
      if (end == std::string_view::npos) {
        result += line;
        break;
      }
      const auto found = abbreviations_.find(line.substr(0, end + 1));
      if (found == abbreviations_.end()) {
        result += '<';
        line.remove_prefix(1);
      } else {
        result += found->second;
        line.remove_prefix(end + 1);
      }
    }
    if (result.size() > left_) {
      report(ProblemCode::ExpandsTooFar, {std::to_string(limit_)});
      stopped_ = true;
      return std::nullopt;
    }
    left_ -= result.size();
    return result;
  }

  void read_entry(const std::string& line) {
    BratEntry entry;
    entry.line = line_;
    entry.depth = std::min(line.find_first_not_of(kBlanks), line.size());
    const std::string_view content = trimmed(line);
    // Names may hold blanks in [labels], types may not.
    const bool labels = config_.sections.back().name == "labels";
    const std::size_t end = std::min(content.find_first_of(labels ? "\t" : " \t"), content.size());
    entry.terms = parts_of(content.substr(0, end), '|');
    if (!entry.terms.empty() && entry.terms.front().front() == '!') {
      entry.is_abstract = true;
      entry.terms.front().erase(0, 1);
    }
    if (entry.terms.empty() || entry.terms.front().empty()) return report_line(line);
    for (const std::string& part : parts_of(content.substr(end), ',')) {
      const std::size_t colon = part.find(':');
      BratArgument argument{std::string(trimmed(std::string_view(part).substr(0, colon))), {}};
      if (colon != std::string::npos) argument.values = parts_of(std::string_view(part).substr(colon + 1), '|');
      if (argument.name.empty() || argument.values.empty()) return report_line(line);
      entry.arguments.push_back(std::move(argument));
    }
    config_.sections.back().entries.push_back(std::move(entry));
  }

  BratConfig config_;
  std::map<std::string, std::string, std::less<>> abbreviations_;
  std::size_t line_ = 0;
  std::size_t left_;
  const std::size_t limit_;
  bool stopped_ = false;
  std::vector<Problem>& problems_;
};

}  // namespace

std::vector<BratEntry> BratConfig::entries(std::string_view section) const {
  std::vector<BratEntry> all;
  for (const Section& candidate : sections) {
    if (candidate.name == section) all.insert(all.end(), candidate.entries.begin(), candidate.entries.end());
  }
  return all;
}

BratConfig parse_brat_config(std::string_view text, std::size_t limit, std::vector<Problem>& problems) {
  return Parser(limit, problems).run(text);
}

bool looks_like_brat_config(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (is_known_section(text.substr(0, end))) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

}  // namespace mitjul
