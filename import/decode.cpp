#include "import/decode.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>

#include "core/error.h"
#include "core/utf8.h"
#include "import/johab.h"

namespace mitjul {

namespace {

/// The encodings that are read here and not by an ICU converter, so that trying them out and reading them is one code.
enum class Encoding { Utf8, Utf16Le, Utf16Be, Utf32Le, Utf32Be, Windows949, Johab, Windows1252 };

constexpr std::array<std::string_view, 8> kNames = {"UTF-8",    "UTF-16LE",    "UTF-16BE", "UTF-32LE",
                                                    "UTF-32BE", "windows-949", "Johab",    "windows-1252"};

std::string_view name_of(Encoding encoding) { return kNames[static_cast<std::size_t>(encoding)]; }

unsigned char byte_at(std::string_view bytes, std::size_t i) { return static_cast<unsigned char>(bytes[i]); }

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  // With "stop" ICU hands back each sequence it cannot read, instead of one U+FFFD for we do not know what.
  if (converter) ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) converter.reset();
  return converter;
}

/// The name that ICU keeps for all aliases of a converter.
std::string_view canonical_name(const char* alias) {
  UErrorCode status = U_ZERO_ERROR;
  const char* const name = ucnv_getAlias(alias, 0, &status);
  return U_SUCCESS(status) && name != nullptr ? name : "";
}

// ---- Reading. A sink is told each character(char32_t) and each broken(std::string_view) sequence of bytes, in order.

template <class Sink>
void read_utf8(std::string_view bytes, Sink& sink) {
  const auto* const data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  std::size_t i = 0;
  while (i < bytes.size()) {
    const std::size_t start = i;
    UChar32 c = 0;
    U8_NEXT(data, i, bytes.size(), c);  // on an error it moves behind the maximal subpart
    if (c >= 0) {
      sink.character(static_cast<char32_t>(c));
    } else {
      sink.broken(bytes.substr(start, i - start));
    }
  }
}

template <class Sink>
void read_utf16(std::string_view bytes, bool big_endian, Sink& sink) {
  const auto unit_at = [&](std::size_t i) {
    const unsigned first = byte_at(bytes, i);
    const unsigned second = byte_at(bytes, i + 1);
    return static_cast<char32_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::size_t i = 0;
  for (; i + 1 < bytes.size(); i += 2) {
    const char32_t unit = unit_at(i);
    if (unit < 0xD800 || unit > 0xDFFF) {
      sink.character(unit);
      continue;
    }
    const char32_t next = unit < 0xDC00 && i + 3 < bytes.size() ? unit_at(i + 2) : U'\0';
    if (next >= 0xDC00 && next <= 0xDFFF) {
      sink.character(0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
      i += 2;
    } else {
      const char code[2] = {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
      sink.broken({code, 2});
    }
  }
  if (i < bytes.size()) sink.broken(bytes.substr(i));
}

char32_t utf32_unit(std::string_view bytes, std::size_t i, bool big_endian) {
  char32_t unit = 0;
  for (std::size_t k = 0; k < 4; ++k) unit = unit << 8 | byte_at(bytes, i + (big_endian ? k : 3 - k));
  return unit;
}

template <class Sink>
void read_utf32(std::string_view bytes, bool big_endian, Sink& sink) {
  std::size_t i = 0;
  for (; i + 3 < bytes.size(); i += 4) {
    const char32_t unit = utf32_unit(bytes, i, big_endian);
    if (unit <= 0x10FFFF && (unit < 0xD800 || unit > 0xDFFF)) {
      sink.character(unit);
    } else {
      sink.broken(bytes.substr(i, 4));
    }
  }
  if (i < bytes.size()) sink.broken(bytes.substr(i));
}

/// ASCII and pairs. A lead byte whose trail byte does not fit takes that with it unless it is ASCII, which may well be
/// the line feed after a character that was cut off (the rule of the WHATWG Encoding Standard, 11.2.1).
template <class Sink, class CharacterOf>
void read_pairs(std::string_view bytes, CharacterOf character_of, Sink& sink) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned char lead = byte_at(bytes, i);
    if (lead < 0x80) {
      sink.character(lead);
      continue;
    }
    const bool has_trail = i + 1 < bytes.size();
    const char32_t c = has_trail ? character_of(lead, byte_at(bytes, i + 1)) : U'\0';
    if (c != 0) {
      sink.character(c);
      ++i;
      continue;
    }
    const bool possible_lead = lead != 0x80 && lead != 0xFF;
    const std::size_t length = possible_lead && has_trail && byte_at(bytes, i + 1) >= 0x80 ? 2 : 1;
    sink.broken(bytes.substr(i, length));
    i += length - 1;
  }
}

/// The characters of the bytes 0x80 to 0xFF. The five bytes that Microsoft leaves open are control characters, as in
/// the WHATWG Encoding Standard, so that every byte has a character.
std::array<char16_t, 128> make_windows_1252_table() {
  std::array<char16_t, 128> table{};
  std::array<char, 128> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(0x80 + i);
  const Converter converter = open_converter("windows-1252");
  UErrorCode status = converter ? U_ZERO_ERROR : U_FILE_ACCESS_ERROR;
  const std::int32_t length = ucnv_toUChars(converter.get(), table.data(), 128, bytes.data(), 128, &status);
  if (U_FAILURE(status) || length != 128) {
    throw Error(ErrorKind::InputOutput, {}, "this ICU cannot read windows-1252");
  }
  return table;
}

template <class Sink>
void read_windows_1252(std::string_view bytes, Sink& sink) {
  static const std::array<char16_t, 128> table = make_windows_1252_table();
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    sink.character(value < 0x80 ? value : table[value - 0x80u]);
  }
}

template <class Sink>
void read(std::string_view bytes, Encoding encoding, Sink& sink) {
  switch (encoding) {
    case Encoding::Utf8: return read_utf8(bytes, sink);
    case Encoding::Utf16Le: return read_utf16(bytes, false, sink);
    case Encoding::Utf16Be: return read_utf16(bytes, true, sink);
    case Encoding::Utf32Le: return read_utf32(bytes, false, sink);
    case Encoding::Utf32Be: return read_utf32(bytes, true, sink);
    case Encoding::Windows949: return read_pairs(bytes, windows_949_character, sink);
    case Encoding::Johab: return read_pairs(bytes, johab_character, sink);
    case Encoding::Windows1252: return read_windows_1252(bytes, sink);
  }
}

/// The sink that keeps the text.
class Collector {
 public:
  explicit Collector(std::size_t capacity) { decoded_.text.reserve(capacity); }

  void character(char32_t c) { decoded_.text.push_back(c); }

  void broken(std::string_view bytes) {
    std::string hex;
    for (const char byte : bytes) fmt::format_to(std::back_inserter(hex), "{:02X}", static_cast<unsigned char>(byte));
    decoded_.replaced.push_back({decoded_.text.size(), std::move(hex)});
    decoded_.text.push_back(U'\uFFFD');
  }

  Decoded take(std::string_view encoding, bool had_bom) {
    decoded_.encoding = encoding;
    decoded_.had_bom = had_bom;
    return std::move(decoded_);
  }

 private:
  Decoded decoded_;
};

// ---- Byte order marks.

std::string_view mark_of(Encoding encoding) {
  using namespace std::string_view_literals;
  switch (encoding) {
    case Encoding::Utf8: return "\xEF\xBB\xBF"sv;
    case Encoding::Utf16Le: return "\xFF\xFE"sv;
    case Encoding::Utf16Be: return "\xFE\xFF"sv;
    case Encoding::Utf32Le: return "\xFF\xFE\0\0"sv;
    case Encoding::Utf32Be: return "\0\0\xFE\xFF"sv;
    default: return {};
  }
}

bool starts_with_mark(std::string_view bytes, Encoding encoding) {
  const std::string_view mark = mark_of(encoding);
  return !mark.empty() && bytes.substr(0, mark.size()) == mark;
}

/// Whether the bytes behind the mark are UTF-32 throughout, and at least one character. The mark of UTF-32LE is that of
/// UTF-16LE and a U+0000, but UTF-16 with text in it has units above 0x10 where UTF-32 has none.
bool is_utf32(std::string_view bytes, bool big_endian) {
  if (bytes.empty() || bytes.size() % 4 != 0 || utf32_unit(bytes, 0, big_endian) == 0) return false;
  for (std::size_t i = 0; i < bytes.size(); i += 4) {
    const char32_t unit = utf32_unit(bytes, i, big_endian);
    if (unit > 0x10FFFF || (unit >= 0xD800 && unit <= 0xDFFF)) return false;
  }
  return true;
}

std::optional<Encoding> marked_encoding(std::string_view bytes) {
  for (const Encoding utf32 : {Encoding::Utf32Le, Encoding::Utf32Be}) {
    if (starts_with_mark(bytes, utf32) && is_utf32(bytes.substr(4), utf32 == Encoding::Utf32Be)) return utf32;
  }
  for (const Encoding encoding : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be}) {
    if (starts_with_mark(bytes, encoding)) return encoding;
  }
  return std::nullopt;
}

Decoded read_all(std::string_view bytes, Encoding encoding) {
  const std::size_t mark = starts_with_mark(bytes, encoding) ? mark_of(encoding).size() : 0;
  Collector collector(bytes.size());
  read(bytes.substr(mark), encoding, collector);
  return collector.take(name_of(encoding), mark != 0);
}

// ---- Recognising. Of the encodings that could be meant we take the one in which the bytes are the least surprising
// Korean text. The surprise of a text is the sum, in bits, of -log2 of how often each of its characters stands in
// Korean news. Bytes that are no character at all count as very rare ones: so the same sum tells a damaged file from
// one in another encoding. In UTF-8 with some broken bytes all others still speak for UTF-8; of text in another
// encoding few bytes are UTF-8 by accident, and the broken ones soon weigh more than any other reading.

/// The syllables that make up two thirds of Korean prose.
constexpr std::u16string_view kCommonestSyllables =
    u"이다는에의을가고하지은서로한를기사도대인리시자정아일으들나어부있전해원그상만스적년주수제보구면과니유"
    u"성동관장미조것국월오러우라진여경공계신했회세모통였안비까습선트위개방연무산게중와명소치거물재요드음당"
    u"없내분생마간행달업때말며더후된되양용던려학든외영발문등차실";

/// And those that make up some 97 % with them. A wrong encoding turns into Hangul too, but of syllables
/// that nobody writes.
constexpr std::u16string_view kCommonSyllables =
    u"가각간갈감갑값갔강갖같개객갱거건걸검것게겠겨격견결겼경계고곡곤곧골곳공과관광괜괴교구국군굳굴권귀규균"
    u"그극근글금급기긴길김깊까깨꺼께껴꼭꼼꽃꾀꾸꾼꿈꿔꿨끄끈끊끌끝끼낌나낙난날남낮낯낳내낸냈냉냐냥너널넓넘"
    u"넣네넷녀년념녕노녹논놀농높놓놨누눈눌뉴느는늘능늦늬니닌님다단닫달닭닮담답당닿대댄댓더덕던덜덤덮데덴델"
    u"도독돈돌동돼됐되된될됨두둔둘둬뒤듀드득든들듯등디딜딩따딱딸땅때땐떠떤떨떻또뚜뛰뜨뜻띄라락란람랍랐랑래"
    u"랜램랫략량러럭런럴럼럽렀렇레렌려력련렬렵렷렸령례로록론롭롯뢰료룡루룬룹류륙률르른를름릇릉리릭린릴림립"
    u"릿링마막만많말맑맘맛망맞맡매맥맨맺머먹먼멀멈멋메멘며면멸명몇모목몰몸못몽묘무묵문묻물므미민믿밀밌및밑"
    u"바박밖반받발밝밤밥방배백밴뱅버번벌범법벗베벤벨벽변별병보복본볼봄봇봉봐봤부북분불붉붐붙뷰브블비빈빌빗"
    u"빚빛빠빨빼뻐뽑뿌뿐뿔쁘사삭산살삶삼상새색샌샘생샤서석섞선설섬섭섯성세센셀셈셋셔션셨셰소속손솔솟송쇄쇼"
    u"수숙순술숨숫숲쉬쉽스슨슬습승시식신실싫심십싱싶싸쌀쌍쌓써썼쏘쏟쓰쓴쓸씀씨씩씬아악안앉않알암압았앙앞애"
    u"액앱야약얀얇양어억언얻얼엄업없엇었엉에엔엘여역연열염엽였영옆예옛오옥온올옮옳옵와완왔왕왜외왼요욕용우"
    u"욱운울움웃웅워원월웠웨위윈윗유육윤율융으은을음읍응의이익인일읽잃임입잇있잊잎자작잔잖잘잠잡장재쟁저적"
    u"전절젊점접젓정젖제젝져졌조족존졸좀종좋좌죄주죽준줄줌중줘쥐즈즉즌즐즘증지직진질짐집짓징짙짜짝째쪼쪽쫓"
    u"쯤찌찍찐찔찢차착찬찮참창찾채책챙처척천철첨첫청체쳐초촉촌총촬최추축춘출춤충춰취측층치칙친칠침칩칭카칸"
    u"칼캐캠커컨컬컴컵케켓켜켰코콘콜콩쿄쿠퀴큐크큰클큼키킨킬킹타탁탄탈탐탑탓탕태택터턴털텃테텍텐텔템토톡톤"
    u"톨톱통퇴투툰튀튜트특튼틀틈티틱팀팁팅파판팔패팩팬팽퍼펀펄펌페펙펴편펼평폐포폭폰폴폼표푸풀품풍퓨프픈플"
    u"피픽핀필핏핑하학한할함합핫항해핵했행향허헌험헤헷혁현혈협형혜호혹혼홀홍화확환활황회획횟효후훈훌훔훗훨"
    u"휘휴흐흑흔흘흥흩희히힌힘";

/// Punctuation that Korean articles are full of, in whichever encoding.
constexpr std::u16string_view kCommonMarks = u"‘’“”…·";

// In bits. A blank is a fifth of the text (2.3). Three fifths of it are Hangul: two thirds of these are shared by the
// 129 commonest syllables (8.3 each), nearly a third by 700 others (11 to 12), and three hundredths by the other 1,550
// of KS X 1001 (16.7). The 8,822 beyond that standard stand in names and jokes only.
constexpr std::uint8_t kSpace = 3;
constexpr std::uint8_t kAscii = 8;
constexpr std::uint8_t kCommonMark = 9;
constexpr std::uint8_t kCommonestSyllable = 8;
constexpr std::uint8_t kCommonSyllable = 11;
constexpr std::uint8_t kLatinLetter = 11;
constexpr std::uint8_t kConjoiningJamo = 12;  // the macOS form of Hangul, which only Unicode has
constexpr std::uint8_t kPunctuation = 13;
constexpr std::uint8_t kLoneJamo = 14;
constexpr std::uint8_t kSyllable = 17;
constexpr std::uint8_t kKoreanHanja = 18;
constexpr std::uint8_t kKoreanSymbol = 18;
constexpr std::uint8_t kEmoji = 18;
constexpr std::uint8_t kRareSyllable = 24;
constexpr std::uint8_t kOther = 24;
constexpr std::uint8_t kControl = 32;
constexpr std::uint8_t kNotText = 40;  // unassigned, private use

constexpr std::uint64_t kBroken = 12;   // and 8 for each of its bytes
constexpr std::uint64_t kDamaged = 10;  // once: few files have broken bytes at all

// A Korean letter between Latin ones is what accents and apostrophes of a Western text look like in Korean encodings.
// In Korean text particles follow Latin words (AI는), but a Latin word does not follow a Korean one without a blank.
constexpr std::uint64_t kLatinThenKorean = 3;
constexpr std::uint64_t kKoreanThenLatin = 6;

// What decides when the text is too short to.
constexpr std::uint64_t kRarityJohab = 2;
constexpr std::uint64_t kRarity1252 = 4;
constexpr std::uint64_t kRarityUtf16 = 6;  // without a byte order mark

// Any bytes are mostly characters in UTF-16. 16-bit units drawn by lot cost some 25 each, those of Korean text 7 to 14.
constexpr std::uint64_t kMostPerUtf16Unit = 20;

std::uint8_t surprise_by_category(char32_t c) {
  if (c == U' ' || c == U'\n' || c == U'\r' || c == U'\t') return kSpace;
  const auto point = static_cast<UChar32>(c);
  if (u_charType(point) == U_CONTROL_CHAR) return kControl;
  if (c < 0x7F) return kAscii;
  if (c < 0x180) return u_isalpha(point) ? kLatinLetter : kPunctuation;
  if (u_hasBinaryProperty(point, UCHAR_EXTENDED_PICTOGRAPHIC) || u_hasBinaryProperty(point, UCHAR_REGIONAL_INDICATOR) ||
      c == U'\uFE0F' || c == U'\u200D' || c == U'\u20E3') {
    return kEmoji;
  }
  if ((c >= 0x1100 && c <= 0x1112) || (c >= 0x1161 && c <= 0x1175) || (c >= 0x11A8 && c <= 0x11C2)) {
    return kConjoiningJamo;
  }
  if (c >= 0xAC00 && c <= 0xD7A3) return kRareSyllable;
  switch (u_charType(point)) {
    case U_UNASSIGNED:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE: return kNotText;
    default: return c >= 0x2010 && c <= 0x2122 ? kPunctuation : kOther;
  }
}

/// `surprise` of the code points below 0x10000.
std::vector<std::uint8_t> make_surprise_table() {
  std::vector<std::uint8_t> table(0x10000);
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = surprise_by_category(static_cast<char32_t>(i));
  for (unsigned lead = 0xA1; lead <= 0xFE; ++lead) {
    for (unsigned trail = 0xA1; trail <= 0xFE; ++trail) {
      const char32_t c = windows_949_character(static_cast<unsigned char>(lead), static_cast<unsigned char>(trail));
      if (c == 0 || lead == 0xC9 || lead == 0xFE) continue;  // user-defined rows
      const std::uint8_t bits = lead == 0xA1   ? kPunctuation
                                : lead == 0xA4 ? kLoneJamo
                                : lead < 0xB0  ? kKoreanSymbol
                                : lead < 0xC9  ? kSyllable
                                               : kKoreanHanja;
      table[c] = std::min(table[c], bits);
    }
  }
  for (const char16_t c : kCommonSyllables) table[c] = kCommonSyllable;
  for (const char16_t c : kCommonestSyllables) table[c] = kCommonestSyllable;
  for (const char16_t c : kCommonMarks) table[c] = kCommonMark;
  return table;
}

std::uint8_t surprise_of(char32_t c) {
  static const std::vector<std::uint8_t> table = make_surprise_table();
  return c < table.size() ? table[c] : surprise_by_category(c);
}

/// The sink that sums up how surprising the characters are.
class Surprise {
 public:
  void character(char32_t c) {
    bits_ += surprise_of(c);
    const Script script = script_of(c);
    if (last_ == Script::Latin && script == Script::Korean) bits_ += kLatinThenKorean;
    if (last_ == Script::Korean && script == Script::Latin) bits_ += kKoreanThenLatin;
    last_ = script;
  }

  void broken(std::string_view bytes) {
    bits_ += kBroken + 8 * bytes.size() + (damaged_ ? 0 : kDamaged);
    damaged_ = true;
    last_ = Script::Other;
  }

  std::uint64_t bits() const { return bits_; }

 private:
  enum class Script { Latin, Korean, Other };

  static Script script_of(char32_t c) {
    if ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') return Script::Latin;
    return c >= 0x3131 && c <= 0xFAFF ? Script::Korean : Script::Other;
  }

  std::uint64_t bits_ = 0;
  Script last_ = Script::Other;
  bool damaged_ = false;
};

std::uint64_t surprise(std::string_view bytes, Encoding encoding) {
  Surprise surprise;
  read(bytes, encoding, surprise);
  return surprise.bits();
}

/// The sink that looks for anything that is rare in Korean text.
struct Rarities {
  bool any = false;
  void character(char32_t c) { any = any || surprise_of(c) > kSyllable; }
  void broken(std::string_view) { any = true; }
};

bool is_common_text(std::string_view bytes, Encoding encoding) {
  Rarities rarities;
  read(bytes, encoding, rarities);
  return !rarities.any;
}

/// UTF-16 of mostly Latin text can be valid UTF-8 as well, with a U+0000 before or after most characters. That is the
/// only UTF-16 we see in valid UTF-8: four units or more, zeros in at least half of them and all on one side, and
/// every other unit a character that is common in Korean text. UTF-8 that this takes wrongly would have to be single
/// letters with a U+0000 between any two.
std::optional<Encoding> as_latin_utf16(std::string_view utf8) {
  const std::size_t units = utf8.size() / 2;
  if (units < 4 || utf8.size() % 2 != 0) return std::nullopt;
  std::array<std::size_t, 2> zeros{};
  for (std::size_t i = 0; i < utf8.size(); ++i) zeros[i % 2] += utf8[i] == '\0';
  if (std::min(zeros[0], zeros[1]) > 0 || std::max(zeros[0], zeros[1]) * 2 < units) return std::nullopt;
  const Encoding encoding = zeros[0] > 0 ? Encoding::Utf16Be : Encoding::Utf16Le;
  return is_common_text(utf8, encoding) ? std::optional(encoding) : std::nullopt;
}

Encoding recognise(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return as_latin_utf16(bytes).value_or(Encoding::Utf8);

  Encoding best = Encoding::Utf8;
  std::uint64_t least = surprise(bytes, best);
  const auto offer = [&](Encoding encoding, std::uint64_t bits) {
    if (bits < least) {
      least = bits;
      best = encoding;
    }
  };
  offer(Encoding::Windows949, surprise(bytes, Encoding::Windows949));
  offer(Encoding::Windows1252, surprise(bytes, Encoding::Windows1252) + kRarity1252);
  offer(Encoding::Johab, surprise(bytes, Encoding::Johab) + kRarityJohab);
  for (const Encoding utf16 : {Encoding::Utf16Le, Encoding::Utf16Be}) {
    const std::uint64_t bits = surprise(bytes, utf16);
    if (bits <= kMostPerUtf16Unit * (bytes.size() / 2)) offer(utf16, bits + kRarityUtf16);
  }
  return best;
}

// ---- Encodings by name.

/// Without what does not matter in a name: case, `-`, `_` and blanks.
std::string fold_label(std::string_view label) {
  std::string folded;
  for (const char c : label) {
    if (c == '-' || c == '_' || c == ' ') continue;
    folded.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
  }
  return folded;
}

/// The names that ICU lacks or takes for IBM's code pages 949 and 970, which have 2,350 syllables only.
std::optional<Encoding> korean_encoding(std::string_view folded) {
  // Those of the WHATWG Encoding Standard for its EUC-KR, then what Java, Python, Windows and file converters write.
  constexpr std::array<std::string_view, 17> kWindows949 = {
      "cseuckr",    "csksc56011987", "euckr", "isoir149", "korean", "ksc56011987", "ksc56011989", "ksc5601", "ksx1001",
      "windows949", "xwindows949",   "cp949", "ms949",    "uhc",    "949",         "xeuckr",      "wansung"};
  constexpr std::array<std::string_view, 6> kJohab = {"johab", "cp1361", "ms1361", "1361", "windows1361", "xjohab"};
  const auto contains = [&](const auto& names) { return std::find(names.begin(), names.end(), folded) != names.end(); };
  if (contains(kWindows949)) return Encoding::Windows949;
  if (contains(kJohab)) return Encoding::Johab;
  return std::nullopt;
}

/// Whether the bytes alone say what a character is, without state that an escape sequence before them has set. Nor is
/// CESU-8 one of these: it is for the inside of programs and can hold lone surrogates.
bool is_plain(UConverterType type) {
  switch (type) {
    case UCNV_SBCS:
    case UCNV_DBCS:
    case UCNV_MBCS:
    case UCNV_LATIN_1:
    case UCNV_US_ASCII: return true;
    default: return false;
  }
}

Decoded decode_with(UConverter* converter, std::string_view bytes, std::string_view name) {
  constexpr std::ptrdiff_t kMostAtOnce = 1 << 30;  // ICU refuses more than 2^31 - 1 bytes
  Collector collector(bytes.size());
  const char* source = bytes.data();
  const char* const end = source + bytes.size();
  std::array<UChar, 4096> buffer{};
  char32_t high = 0;  // a high surrogate whose other half comes with the next buffer
  bool at_start = true;
  bool had_bom = false;
  const auto take = [&](char32_t c) {
    const bool is_mark = at_start && c == U'\uFEFF';
    at_start = false;
    had_bom = had_bom || is_mark;
    if (!is_mark) collector.character(c);
  };
  for (;;) {
    UChar* target = buffer.data();
    const char* const stop = end - source > kMostAtOnce ? source + kMostAtOnce : end;
    const char* const before = source;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, buffer.data() + buffer.size(), &source, stop, nullptr, stop == end, &status);
    for (const UChar* unit = buffer.data(); unit != target; ++unit) {
      // No converter of a plain encoding gives a lone surrogate.
      if (U16_IS_LEAD(*unit)) {
        high = *unit;
      } else {
        take(U16_IS_TRAIL(*unit) ? static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, *unit)) : *unit);
      }
    }
    if (status == U_BUFFER_OVERFLOW_ERROR || (U_SUCCESS(status) && stop != end)) continue;
    if (U_SUCCESS(status)) break;
    std::array<char, 32> invalid{};
    auto length = static_cast<std::int8_t>(invalid.size());
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter, invalid.data(), &length, &ignored);
    at_start = false;
    if (length > 0) {
      collector.broken({invalid.data(), static_cast<std::size_t>(length)});
      continue;
    }
    // A few converters (gsm-03.38) do not say which byte it was. It is the last that they took.
    if (source == before) {
      if (source == end) break;
      ++source;
    }
    collector.broken({source - 1, 1});
  }
  return collector.take(name, had_bom);
}

Encoding likelier(std::string_view bytes, Encoding little_endian, Encoding big_endian) {
  if (starts_with_mark(bytes, little_endian)) return little_endian;
  if (starts_with_mark(bytes, big_endian)) return big_endian;
  return surprise(bytes, big_endian) < surprise(bytes, little_endian) ? big_endian : little_endian;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  const std::optional<Encoding> marked = marked_encoding(bytes);
  return read_all(bytes, marked ? *marked : recognise(bytes));
}

std::optional<Decoded> decode_as(std::string_view bytes, std::string_view encoding) {
  const std::string label = fold_label(encoding);
  const bool printable = std::all_of(label.begin(), label.end(), [](char c) { return c > 0x20 && c < 0x7F; });
  if (label.empty() || !printable) return std::nullopt;
  if (const auto korean = korean_encoding(label)) return read_all(bytes, *korean);

  // Only what ICU lists by name: ucnv_open alone would also look for a file of that name.
  UErrorCode status = U_ZERO_ERROR;
  const std::string name_for_icu(encoding);
  if (ucnv_countAliases(name_for_icu.c_str(), &status) == 0 || U_FAILURE(status)) return std::nullopt;
  const Converter converter = open_converter(name_for_icu);
  if (!converter) return std::nullopt;
  status = U_ZERO_ERROR;
  const std::string_view name = ucnv_getName(converter.get(), &status);
  const UConverterType type = ucnv_getType(converter.get());
  switch (type) {
    case UCNV_UTF8: return read_all(bytes, Encoding::Utf8);
    case UCNV_UTF16_LittleEndian: return read_all(bytes, Encoding::Utf16Le);
    case UCNV_UTF16_BigEndian: return read_all(bytes, Encoding::Utf16Be);
    case UCNV_UTF16: return read_all(bytes, likelier(bytes, Encoding::Utf16Le, Encoding::Utf16Be));
    case UCNV_UTF32_LittleEndian: return read_all(bytes, Encoding::Utf32Le);
    case UCNV_UTF32_BigEndian: return read_all(bytes, Encoding::Utf32Be);
    case UCNV_UTF32: return read_all(bytes, likelier(bytes, Encoding::Utf32Le, Encoding::Utf32Be));
    default: break;
  }
  if (name == canonical_name("windows-949")) return read_all(bytes, Encoding::Windows949);
  if (name == canonical_name("windows-1252")) return read_all(bytes, Encoding::Windows1252);
  if (!is_plain(type)) return std::nullopt;
  return decode_with(converter.get(), bytes, name);
}

}  // namespace mitjul
