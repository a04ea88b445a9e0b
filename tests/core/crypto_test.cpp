#include "core/crypto.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/support/temp_folder.h"

namespace mitjul {
namespace {

TEST(Sha256Test, KnownVectors) {
  // FIPS 180-2, appendix B
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  EXPECT_EQ(sha256_hex(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256Test, TheTextOfTheContract) {
  EXPECT_EQ(sha256_hex("🚀 화웨이가 칩을 확보했다."),
            "c7a8a8dd24adcfedeada63ffacf2d2beecbf235be887b773e7f2eb11507c70d0");
}

TEST(Sha256Test, AFileHasTheHashOfItsBytes) {
  const TempFolder folder;
  EXPECT_EQ(sha256_hex_of_file(folder.write("빈 파일", "")), sha256_hex(""));
  std::string large;  // several buffers, and a rest
  for (int i = 0; i < 150000; ++i) large += "🚀" + std::to_string(i);
  EXPECT_EQ(sha256_hex_of_file(folder.write("큰 파일", large)), sha256_hex(large));
}

TEST(Sha256Test, WhatCannotBeReadHasNoHash) {
  const TempFolder folder;
  EXPECT_EQ(sha256_hex_of_file(folder / "없음"), "");
  EXPECT_EQ(sha256_hex_of_file(folder.path()), "");
}

TEST(RandomKeyTest, HasTheFormOfAKey) {
  for (const std::size_t length : {1U, 6U, 10U, 100U}) {
    const std::string key = random_key(length);
    EXPECT_EQ(key.size(), length);
    EXPECT_EQ(key.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567"), std::string::npos) << key;
    EXPECT_EQ(key.find_first_of("234567"), key.find_first_of("234567", 1)) << key;
  }
  EXPECT_EQ(random_key(0), "");
}

TEST(RandomKeyTest, UsesTheWholeAlphabet) {
  const std::string key = random_key(5000);
  EXPECT_EQ(std::set<char>(key.begin(), key.end()).size(), 32U);
  std::set<char> first;
  for (int i = 0; i < 2000; ++i) first.insert(random_key(6)[0]);
  EXPECT_EQ(first.size(), 26U);
}

TEST(RandomKeyTest, NeverTheSameTwice) {
  std::set<std::string> keys;
  for (int i = 0; i < 1000; ++i) keys.insert(random_key(10));
  EXPECT_EQ(keys.size(), 1000U);
}

}  // namespace
}  // namespace mitjul
