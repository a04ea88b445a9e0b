#pragma once

#include <wx/arrstr.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ui/paper_document.h"
#include "ui/picture_file.h"

namespace mitjul {

/// Documents on their way into PDFs or pictures, a file each, in steps of some milliseconds. Destroyed before the end,
/// it leaves the files that are finished, and nothing of the one that was not.
class PictureJob {
 public:
  struct Item {
    std::function<PaperContent()> load;
    std::filesystem::path place;
  };
  /// `scale`: of a PNG, how many pixels one of the screen takes in both directions.
  PictureJob(PictureFormat format, double scale, std::vector<Item> items);

  /// False when all is done. Throws `Error` where a file cannot be written; a document that cannot be read is left out.
  bool step();
  /// 0 to 1.
  double share() const;
  std::size_t written() const { return written_; }
  /// Why which documents were not written, a sentence each.
  const wxArrayString& left_out() const { return left_out_; }

 private:
  const Item& item() const { return items_[index_]; }
  void begin();
  void open();
  void draw_sheet();
  void end();

  PictureFormat format_;
  double scale_;
  std::vector<Item> items_;
  std::size_t index_ = 0;
  std::unique_ptr<PaperDocument> document_;
  std::unique_ptr<PictureFile> file_;
  std::size_t sheet_ = 0;
  std::size_t written_ = 0;
  wxArrayString left_out_;
};

/// The name of a document as that of a file, with this extension: without an extension of its own and without
/// characters that a file system may refuse; unlike all in `taken`, where it is put.
std::string picture_file_name(const std::string& document, const std::string& extension, std::set<std::string>& taken);

}  // namespace mitjul
