#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "cli/output.h"

namespace mitjul {

/// What the command line says, for every command; each uses what concerns it.
struct Arguments {
  std::string project;
  std::string annotator;
  std::string document;
  std::vector<std::string> documents;
  std::vector<std::string> paths;
  std::string format;
  std::string encoding;
  std::vector<std::string> labels_for;
  std::string schema;
  std::string out;
  std::string created;
  std::vector<std::string> options;
  std::string profile;
  std::string save;
  std::vector<std::string> labels;
  std::vector<std::string> states;
  std::vector<std::string> by;
  std::string filter;
  std::string curated;
  bool anonymous = false;
  std::vector<std::string> pseudonymise;
  std::string split;
  std::string seed;
  bool preview = false;
  std::string from;
  std::string set;
  std::string add;
  std::string remove;
  std::string label;
  bool trash = false;
  std::vector<std::string> offsets;  ///< in code points; `-`: one a line from standard input
  std::string level;
  bool cells = false;
  std::string query;
  std::string mode;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  bool all_documents = false;
};

// One function a command; the return value is the exit code. `Refusal`, `WrongUsage` and `Error` are caught in `main`.

int run_new(const Arguments& arguments, Output& output);
int run_info(const Arguments& arguments, Output& output);
int run_schema(const Arguments& arguments, Output& output);
int run_annotators(const Arguments& arguments, Output& output);
int run_words(const Arguments& arguments, Output& output);
int run_proposals(const Arguments& arguments, Output& output);
int run_settings(const Arguments& arguments, Output& output);
int run_verify(const Arguments& arguments, Output& output);
int run_recover(const Arguments& arguments, Output& output);
int run_formats(const Arguments& arguments, Output& output);

int run_import(const Arguments& arguments, Output& output);
int run_export(const Arguments& arguments, Output& output);
int run_profiles(const Arguments& arguments, Output& output);

int run_documents(const Arguments& arguments, Output& output);
int run_text(const Arguments& arguments, Output& output);
int run_annotations(const Arguments& arguments, Output& output);
int run_delete(const Arguments& arguments, Output& output);
int run_restore(const Arguments& arguments, Output& output);
int run_purge(const Arguments& arguments, Output& output);

int run_annotate(const Arguments& arguments, Output& output);
int run_select(const Arguments& arguments, Output& output);
int run_units(const Arguments& arguments, Output& output);
int run_find(const Arguments& arguments, Output& output);
int run_occurrences(const Arguments& arguments, Output& output);
int run_suggest(const Arguments& arguments, Output& output);
int run_claim(const Arguments& arguments, Output& output);

int run_history(const Arguments& arguments, Output& output);
int run_review(const Arguments& arguments, Output& output);
int run_undo(const Arguments& arguments, Output& output);
int run_redo(const Arguments& arguments, Output& output);

}  // namespace mitjul
