#pragma once

#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "core/utf8.h"

namespace mitjul {

/// Text that looks like Korean news, and says nothing: the words of our own sample articles in disorder, each as often
/// as it is written there, with sentences, lines, and made-up nouns. The same at every run.
class InventedText {
 public:
  explicit InventedText(const std::filesystem::path& samples) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(samples / "articles")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream file(entry.path());
      for (std::string word; file >> word;) {
        if (is_valid_utf8(word)) words_.push_back(word);
      }
    }
  }

  std::string article(std::size_t bytes) {
    std::string text = "🚀 ";
    while (text.size() < bytes) {
      text += random() % 10 == 0 ? made_up_word() : word();
      const auto next = random() % 100;
      if (next < 5) text += ".";
      if (next == 6) text += " 3㎞…";
      text += next < 2 ? '\n' : ' ';
      // A word that few documents hold.
      if (random() % 200'000 == 0) text += "화웨이가 ";
    }
    return text;
  }
  const std::string& word() { return words_[random() % words_.size()]; }
  std::size_t random() { return random_(); }

 private:
  /// A noun that no sample holds, with a particle: no two documents hold quite the same words.
  std::string made_up_word() {
    static const char* const kParticles[] = {"이", "을", "에서", "의", "도", "까지", ""};
    std::string word;
    for (std::size_t syllables = 2 + random() % 2; syllables > 0; --syllables) {
      append_utf8(word, static_cast<char32_t>(0xAC00 + random() % 11172));
    }
    return word + kParticles[random() % 7];
  }

  std::vector<std::string> words_;
  std::mt19937 random_{1};  // NOLINT: the same text every time
};

}  // namespace mitjul
