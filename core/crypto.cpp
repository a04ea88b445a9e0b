#include "core/crypto.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <vector>

namespace mitjul {

namespace {

/// Of keys; the first character is one of the letters.
constexpr std::string_view kAlphabet = "abcdefghijklmnopqrstuvwxyz234567";
constexpr std::size_t kLetters = 26;

std::string hex(const unsigned char* bytes, std::size_t size) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string digits;
  digits.reserve(size * 2);
  for (std::size_t i = 0; i < size; ++i) {
    digits += kDigits[bytes[i] >> 4U];
    digits += kDigits[bytes[i] & 0xFU];
  }
  return digits;
}

using Digest = std::array<unsigned char, EVP_MAX_MD_SIZE>;

}  // namespace

std::string sha256_hex(std::string_view bytes) {
  Digest digest{};
  unsigned int size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("SHA-256 is not available");
  }
  return hex(digest.data(), size);
}

std::string sha256_hex_of_file(const std::filesystem::path& path) {
  const std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
  std::ifstream file(path, std::ios::binary);
  if (!context || !file || EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) != 1) return {};
  std::vector<char> buffer(std::size_t{1} << 18);
  while (file.read(buffer.data(), static_cast<std::streamsize>(buffer.size())) || file.gcount() > 0) {
    EVP_DigestUpdate(context.get(), buffer.data(), static_cast<std::size_t>(file.gcount()));
  }
  Digest digest{};
  unsigned int size = 0;
  if (file.bad() || EVP_DigestFinal_ex(context.get(), digest.data(), &size) != 1) return {};
  return hex(digest.data(), size);
}

std::string random_key(std::size_t length) {
  std::string key;
  std::vector<unsigned char> random(length * 2);
  while (key.size() < length) {
    if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) {
      throw std::runtime_error("the system gives no random numbers");
    }
    for (const unsigned char byte : random) {
      const std::size_t index = byte % kAlphabet.size();
      // A first character outside the letters is thrown away, not folded, so that every letter stays as likely.
      if (key.size() < length && (!key.empty() || index < kLetters)) key += kAlphabet[index];
    }
  }
  return key;
}

std::string key_made_from(std::string_view bytes, std::size_t length) {
  const std::string hex = sha256_hex(bytes);
  std::string key;
  for (std::size_t i = 0; i < length; ++i) {
    const unsigned long byte = std::stoul(hex.substr(2 * i, 2), nullptr, 16);
    key += kAlphabet[byte % (key.empty() ? kLetters : kAlphabet.size())];
  }
  return key;
}

}  // namespace mitjul
