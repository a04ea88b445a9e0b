#pragma once

#include <random>
#include <string>
#include <vector>

#include "tests/core/values.h"
#include "tests/support/marked_text.h"
#include "view/page.h"

namespace mitjul {

using Random = std::mt19937;

/// What has ever stood between a click and the right letter, beside plain Korean.
inline const std::vector<std::u32string> kOddPieces{
    U"\n",
    U"\n\n",
    U"  ",
    U"\u3000",
    U"\u00A0",
    U"\t",
    U"Huawei",
    U"5G",
    U"(SMIC)",
    U"10%",
    U"-",
    U"e\u0301",
    U"\u0301",
    U" \u0301",
    U"\u1112\u1161\u11AB\u1100\u1173\u11AF",  // NFD 한글
    U"\u1161",
    U"ㅋㅋ",
    U"漢字",
    U"🚀",
    U"👍🏽",
    U"👩\u200D💻",
    U"👨\u200D👩\u200D👧\u200D👦",
    U"❤\uFE0F",
    U"🇰🇷",
    U"🇰🇷🇺🇸",
    U"🇰",
    U"1\uFE0F\u20E3",
    U"\u200D",
    U"\u200B",
    U"\u2028",
    U"\u0600",
};

/// Words of Korean with something odd in every third place.
inline Text random_text(Random& random, std::size_t pieces) {
  std::u32string text;
  for (std::size_t i = 0; i < pieces; ++i) {
    if (random() % 3 == 0) {
      text += kOddPieces[random() % kOddPieces.size()];
    } else {
      for (std::size_t syllables = 1 + random() % 6; syllables > 0; --syllables) {
        text += static_cast<char32_t>(0xAC00 + random() % 11172);
      }
      text += U' ';
    }
  }
  return Text(utf8(text));
}

inline std::vector<PageLabel> some_labels() {
  return {{"ORG", "기관"}, {"CLAIM", "주장"}, {"LONG", "이름이 아주 긴 라벨 하나"}, {"SAYS", "말하다"}};
}

/// A span of one or, now and then, of several segments; mostly short.
inline Annotation random_mark(Random& random, const Text& text, std::int64_t number) {
  const auto segment = [&] {
    const std::uint32_t longest = random() % 4 == 0 ? 80 : 8;
    const auto length = static_cast<std::uint32_t>(1 + random() % longest);
    const auto start = static_cast<std::uint32_t>(random() % text.length());
    return Span(start, std::min(start + length, text.length()));
  };
  std::vector<Span> segments{segment()};
  while (random() % 4 == 0) segments.push_back(segment());
  return annotation(number, some_labels()[random() % 3].id, Spans(segments));
}

/// Zones over one line or a few, one after the other; some hold parts of lines.
inline std::vector<Zone> random_zones(Random& random, const Text& text) {
  std::vector<Zone> zones;
  for (std::uint32_t start = 0; start + 60 < text.length(); start += 60) {
    const auto first = static_cast<std::uint32_t>(start + random() % 10);
    const auto kind = static_cast<ZoneKind>(random() % 13);
    zones.push_back({kind, Span(first, static_cast<std::uint32_t>(first + 1 + random() % 50))});
  }
  return zones;
}

/// A relation between annotations 1 to `last`, one of which may not be on the page, or in another document.
inline Annotation random_link(Random& random, std::int64_t number, std::int64_t last) {
  Relation relation;
  for (std::size_t ends = 2 + random() % 2; ends > 0; --ends) {
    relation.arguments.push_back(argument("end", 1 + static_cast<std::int64_t>(random()) % last));
    if (random() % 8 == 0) relation.arguments.back().target.document = document_key();
  }
  return annotation(number, "SAYS", relation);
}

}  // namespace mitjul
