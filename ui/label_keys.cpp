#include "ui/label_keys.h"

#include <algorithm>

namespace mitjul {

const std::vector<std::string>& label_keys() {
  static const std::vector<std::string> keys = [] {
    std::vector<std::string> all;
    for (char key = '1'; key <= '9'; ++key) all.emplace_back(1, key);
    for (char key = 'a'; key <= 'z'; ++key) {
      if (key != 'w' && key != 'r' && key != 'c') all.emplace_back(1, key);
    }
    return all;
  }();
  return keys;
}

std::optional<KeyUser> key_owner(const Schema& schema, const std::string& key, const KeyUser& user) {
  if (key.empty()) return std::nullopt;
  for (const Label& label : schema.labels) {
    if (label.key == key && user != KeyUser{label.id, {}}) return KeyUser{label.id, {}};
    const bool together =
        user.attribute.empty() || schema.is_a(label.id, user.label) || schema.is_a(user.label, label.id);
    for (const Attribute& attribute : label.attributes) {
      const KeyUser owner{label.id, attribute.id};
      if (attribute.key == key && together && user != owner) return owner;
    }
  }
  return std::nullopt;
}

std::vector<std::string> free_keys(const Schema& schema, const KeyUser& user) {
  std::vector<std::string> keys;
  std::copy_if(label_keys().begin(), label_keys().end(), std::back_inserter(keys),
               [&](const std::string& key) { return !key_owner(schema, key, user); });
  return keys;
}

std::string suggested_key(const Schema& schema, const std::string& id) {
  const std::vector<std::string> free = free_keys(schema, {id, {}});
  if (free.empty() || (free.front() >= "1" && free.front() <= "9")) return free.empty() ? "" : free.front();
  for (const char letter : id) {
    const std::string key(1, static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter));
    if (std::find(free.begin(), free.end(), key) != free.end()) return key;
  }
  return free.front();
}

}  // namespace mitjul
