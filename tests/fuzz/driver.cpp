// Calls a fuzz target with mutations of seed files. A stand-in for libFuzzer where there is only g++: it does not see
// which branches are taken, but with sanitizers on it finds what hits them, and the same seed finds it again.
//
// fuzz_TARGET [--seconds N] [--seed N] FILE|FOLDER…
// Without --seconds each file is run once, as it is. The input that is being tried stands in ./fuzz-TARGET.input while
// the program runs, so that it is there after a crash, and after an input that takes too long.

#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;
using namespace std::string_view_literals;

constexpr std::size_t kLongest = 1 << 16;    // more only makes it slower
constexpr unsigned kMostSeconds = 30;        // for one input, at most; it takes milliseconds where nothing is wrong
constexpr std::size_t kManageable = 12'000;  // of longer seeds, mostly a piece is taken

/// What readers trip over more easily than over random bits.
constexpr std::array kTokens{"<"sv,
                             ">"sv,
                             "</"sv,
                             "/>"sv,
                             "&"sv,
                             "&#0;"sv,
                             "&#xD800;"sv,
                             "&#x10FFFF;"sv,
                             "&amp;"sv,
                             "]]>"sv,
                             "<![CDATA["sv,
                             "<!--"sv,
                             "-->"sv,
                             "<!DOCTYPE x [<!ENTITY y \"z\">]>"sv,
                             "<?xml version=\"1.1\"?>"sv,
                             "\""sv,
                             "'"sv,
                             "xmlns=\"\""sv,
                             "xmlns:n=\"urn:x\""sv,
                             "<n:x/>"sv,
                             "<span"sv,
                             "<segment start=\"0\" end=\"1\">"sv,
                             "<text>"sv,
                             "<document"sv,
                             "<documents>"sv,
                             "<schema"sv,
                             "<label"sv,
                             "<set"sv,
                             "<note>"sv,
                             "start=\"4294967295\""sv,
                             "end=\"-1\""sv,
                             "\"0\""sv,
                             "\"18446744073709551616\""sv,
                             "{"sv,
                             "}"sv,
                             "[["sv,
                             "]]"sv,
                             ":"sv,
                             ","sv,
                             "null"sv,
                             "true"sv,
                             "1e999"sv,
                             "-0"sv,
                             "-1"sv,
                             "9223372036854775807"sv,
                             "\"args\":{\"a\":\"b\"}"sv,
                             "\"segments\":[[0,1]]"sv,
                             "\"document\":true"sv,
                             "\\u0000"sv,
                             "\\ud800"sv,
                             "\n"sv,
                             "\r\n"sv,
                             "\r"sv,
                             "\t"sv,
                             "\0"sv,
                             "\xEF\xBB\xBF"sv,
                             "\xFF\xFE"sv,
                             "\xFE\xFF"sv,
                             "\xFF\xFE\0\0"sv,
                             "\xED\xA0\x80"sv,
                             "\xF4\x90\x80\x80"sv,
                             "\xC0\x80"sv,
                             "\xF0\x9F\x9A\x80"sv,
                             "\xB0\xA1"sv,
                             "\x81"sv,
                             "\x80"sv,
                             "\xEF\xBF\xBE"sv,
                             "\x1B$)C"sv,
                             "+AGE-"sv,
                             "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB"sv};

class Mutator {
 public:
  Mutator(std::vector<std::string> seeds, std::uint64_t seed) : seeds_(std::move(seeds)), random_(seed) {}

  std::string next() {
    std::string input = pick(seeds_);
    if (input.size() > kManageable && below(4) != 0) input = input.substr(below(input.size()), kManageable);
    for (std::size_t count = below(6); count > 0; --count) mutate(input);
    if (input.size() > kLongest) input.resize(kLongest);
    return input;
  }

 private:
  std::size_t below(std::size_t limit) {
    return limit == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  template <class Items>
  const typename Items::value_type& pick(const Items& items) {
    return items[below(items.size())];
  }

  void mutate(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    switch (below(9)) {
      case 0:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 1:
        if (at < input.size()) input[at] = static_cast<char>(below(256));
        break;
      case 2: input.resize(at); break;
      case 3: input.erase(at, 1 + below(16)); break;
      case 4: input.insert(at, pick(kTokens)); break;
      case 5: {  // a token over what stands there
        const std::string_view token = pick(kTokens);
        input.replace(at, std::min(token.size(), input.size() - at), token);
        break;
      }
      case 6: {  // the end of another seed
        const std::string& other = pick(seeds_);
        input = input.substr(0, at) + other.substr(below(other.size() + 1));
        break;
      }
      case 7: input.insert(at, input.substr(below(input.size() + 1), 1 + below(200))); break;
      default: swap_numbers(input, at); break;
    }
  }

  /// Another number in the place of one.
  void swap_numbers(std::string& input, std::size_t at) {
    const std::size_t begin = input.find_first_of("0123456789", at);
    if (begin == std::string::npos) return;
    const std::size_t end = std::min(input.find_first_not_of("0123456789", begin), input.size());
    input.replace(begin, end - begin, std::to_string(below(2) == 0 ? below(40) : below(SIZE_MAX)));
  }

  std::vector<std::string> seeds_;
  std::mt19937_64 random_;
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_of(const std::vector<std::string>& arguments) {
  std::vector<fs::path> files;
  for (const fs::path path : arguments) {
    if (!fs::is_directory(path)) {
      files.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path)) {
      if (entry.is_regular_file()) files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

void stop_at_a_slow_input(int) {
  static constexpr std::string_view kSaid = "one input takes more than 30 seconds; it is kept as TARGET.input\n";
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kSaid.data(), kSaid.size());
  std::raise(SIGSEGV);  // the sanitizer prints where it was
}

void run(const std::string& input) {
  ::alarm(kMostSeconds);
  // From a buffer of its exact size, so that AddressSanitizer sees who reads past its end.
  const std::vector<std::uint8_t> bytes(input.begin(), input.end());
  LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGALRM, stop_at_a_slow_input);
  double seconds = 0;
  std::uint64_t seed = 1;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--seconds" && i + 1 < argc) {
      seconds = std::strtod(argv[++i], nullptr);
    } else if (word == "--seed" && i + 1 < argc) {
      seed = std::strtoull(argv[++i], nullptr, 10);
    } else {
      paths.emplace_back(word);
    }
  }
  std::vector<std::string> seeds;
  for (const fs::path& file : files_of(paths)) seeds.push_back(read(file));
  if (seeds.empty()) {
    std::fprintf(stderr, "%s: no files to begin with\n", argv[0]);
    return 2;
  }
  for (const std::string& input : seeds) run(input);

  const fs::path kept = fs::path(argv[0]).filename().string() + ".input";
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(seconds);
  Mutator mutator(seeds, seed);
  std::size_t tried = 0;
  while (std::chrono::steady_clock::now() < end) {
    const std::string input = mutator.next();
    std::ofstream(kept, std::ios::binary).write(input.data(), static_cast<std::streamsize>(input.size()));
    run(input);
    ++tried;
  }
  std::error_code ignored;
  fs::remove(kept, ignored);
  std::printf("%zu seeds and %zu mutations of them\n", seeds.size(), tried);
  return 0;
}
