#include "ui/picture_job.h"

#include <wx/intl.h>

#include <algorithm>

#include "core/error.h"
#include "core/version.h"
#include "ui/annotation_words.h"
#include "ui/failure.h"
#include "ui/wx_text.h"

namespace mitjul {
namespace {

// The share of the work that laying out is.
constexpr double kLayoutShare = 0.5;
// In pixels. A vector picture could be higher, but is held in memory and written in one go: half a gigabyte, and the
// window waits, for a million characters.
constexpr int kLongestSvg = 200'000;
constexpr std::size_t kLongestName = 200;  // bytes, of 255 that a name may have
constexpr std::size_t kLongestExtension = 5;

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

PictureJob::PictureJob(PictureFormat format, double scale, std::vector<Item> items)
    : format_(format), scale_(format == PictureFormat::Png ? scale : 1), items_(std::move(items)) {}

bool PictureJob::step() {
  if (index_ == items_.size()) return false;
  if (!document_) {
    begin();
  } else if (!file_) {
    if (!document_->lay_out_some()) open();
  } else if (sheet_ < document_->sheets()) {
    draw_sheet();
  } else {
    end();
  }
  return index_ < items_.size();
}

void PictureJob::begin() {
  try {
    const auto paper = format_ == PictureFormat::Pdf ? std::optional(Paper()) : std::nullopt;
    document_ = std::make_unique<PaperDocument>(item().load(), paper);
  } catch (const Error& error) {
    if (items_.size() == 1 || error.kind() != ErrorKind::Damaged) throw;
    left_out_.Add(failure_sentence());
    ++index_;
  }
}

void PictureJob::open() {
  PictureFile::Size size{Paper().width, Paper().height, scale_};
  if (format_ != PictureFormat::Pdf) {
    const int longest = format_ == PictureFormat::Png ? kLongestPng : kLongestSvg;
    size.width = document_->picture_width();
    size.height = document_->picture_height();
    if (size.height * scale_ > longest) {
      const auto height = static_cast<std::uint64_t>(size.height * scale_);
      left_out_.Add(wxString::Format(
          _("%s: the picture would be %s pixels high, and a picture of this format can have %s. A PDF holds it."),
          to_wx(document_->content().name), grouped(height), grouped(static_cast<std::uint64_t>(longest))));
      document_.reset();
      ++index_;
      return;
    }
  }
  file_ = std::make_unique<PictureFile>(format_, item().place, size);
  const PaperContent& content = document_->content();
  file_->set_title(content.title.empty() ? content.name : content.title, std::string("Mitjul ") + kVersion);
}

void PictureJob::draw_sheet() {
  document_->draw(file_->context(), sheet_);
  if (format_ == PictureFormat::Pdf) file_->next_page();
  ++sheet_;
}

void PictureJob::end() {
  file_->put_in_place();
  file_.reset();
  document_.reset();
  sheet_ = 0;
  ++written_;
  ++index_;
}

double PictureJob::share() const {
  double share = 0;
  if (file_) {
    share = kLayoutShare + (1 - kLayoutShare) * static_cast<double>(sheet_) / static_cast<double>(document_->sheets());
  } else if (document_) {
    share = kLayoutShare * document_->share_laid_out();
  }
  return (static_cast<double>(index_) + share) / static_cast<double>(std::max<std::size_t>(items_.size(), 1));
}

std::string picture_file_name(const std::string& document, const std::string& extension, std::set<std::string>& taken) {
  std::string name = document;
  const std::size_t dot = name.rfind('.');
  if (dot != std::string::npos && dot > 0 && name.size() - dot - 1 <= kLongestExtension &&
      std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(), is_ascii_letter)) {
    name.resize(dot);
  }
  for (char& c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos) {
      c = '_';
    }
  }
  // Hidden, or the folder itself.
  if (name.empty() || name.front() == '.') name.insert(0, "_");
  const Text text(name);
  if (name.size() > kLongestName) name = text.slice({TextPos(0), text.from_byte(kLongestName)});
  std::string unlike = name;
  for (int number = 2; !taken.insert(unlike + "." + extension).second; ++number) {
    unlike = name + " (" + std::to_string(number) + ")";
  }
  return unlike + "." + extension;
}

}  // namespace mitjul
