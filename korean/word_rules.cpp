#include "korean/word_rules.h"

#include "korean/particles.h"
#include "korean/word_letters.h"
#include "korean/word_lists.h"

namespace mitjul {
namespace {

using Letters = std::u32string_view;
using Tail = Particles::Tail;
using Strength = Particle::Strength;

const WordLists& lists() { return WordLists::all(); }

Letters without_last(Letters letters, std::size_t count = 1) { return letters.substr(0, letters.size() - count); }

bool holds(Letters letters, char32_t c) { return letters.find(c) != Letters::npos; }

bool is_one_of(Letters form, std::initializer_list<Letters> forms) {
  for (const Letters& other : forms) {
    if (form == other) return true;
  }
  return false;
}

// Rule 4, numbers -----------------------------------------------------------------------------------------------------

bool is_figure(char32_t c) { return letter_kind(c) == LetterKind::Digit || c == '.' || c == ',' || c == '$'; }

/// Letters at the beginning that are a number, without its unit: 200만, 3억5천, 12.
std::size_t number_in_figures(Letters letters) {
  std::size_t at = 0;
  for (bool more = true; more && at < letters.size();) {
    const std::size_t before = at;
    while (at < letters.size() && is_figure(letters[at])) ++at;
    if (at == 0) return 0;
    at += lists().number_magnitudes.beginning(letters.substr(at));
    more = at > before;
  }
  return at;
}

/// Letters at the beginning that are a number with its unit, of which nothing is cut: 200만|을, 2023년|부터,
/// 3억5천만원|의, 30도|까지. 0 if there are no figures.
std::size_t number_with_unit(Letters letters) {
  const std::size_t number = number_in_figures(letters);
  return number == 0 ? 0 : number + lists().number_units.beginning(letters.substr(number));
}

/// The same for numbers written in Hangul: 수십만|에, 백만|이, 이천|은. At least two letters, or 0.
std::size_t hangul_number(Letters letters) {
  constexpr Letters kBeginnings = U"수몇십백천일이삼사오육칠팔구";
  constexpr Letters kDigits = U"일이삼사오육칠팔구";
  constexpr Letters kMagnitudes = U"십백천만억조";
  if (!holds(kBeginnings, letters[0])) return 0;
  std::size_t end = 0;
  for (std::size_t i = 1; i < letters.size(); ++i) {
    if (holds(kMagnitudes, letters[i])) {
      end = i + 1;
    } else if (!holds(kDigits, letters[i])) {
      break;
    }
  }
  return end;
}

/// A numbered street: 종로2가, 명동1가.
bool is_numbered_street(Letters letters) {
  const std::size_t size = letters.size();
  return size >= 4 && letters[size - 1] == U'가' && letter_kind(letters[size - 2]) == LetterKind::Digit &&
         holds(U"로동문가", letters[size - 3]);
}

// Names of persons ----------------------------------------------------------------------------------------------------

/// Whether three syllables are built like a Korean name: 김철수, 박영희.
bool is_like_a_person(Letters letters) {
  return letters.size() == 3 && lists().surnames.contains(letters.substr(0, 1)) &&
         lists().first_name_syllables.contains(letters.substr(1, 1)) &&
         lists().second_name_syllables.contains(letters.substr(2, 1));
}

/// A surname with a given name that ends like a particle: 김정은, 이승만, 한효주.
bool is_person_like_particle(Letters letters) {
  return letters.size() == 3 && lists().surnames.contains(letters.substr(0, 1)) &&
         lists().given_names.contains(letters.substr(1));
}

// Rule 10, predicates -------------------------------------------------------------------------------------------------

/// Final consonants that only verbs and adjectives end with (있, 많, 잃, 앉, 핥, 읊, 놓), 값 apart from 없.
bool ends_like_a_verb_only(char32_t c) {
  if (!is_syllable(c)) return false;
  switch (final_consonant(c)) {
    case 20:                     // ㅆ: 있, 했, 겠
    case 5:                      // ㄵ: 앉
    case 6:                      // ㄶ: 많, 않
    case 13:                     // ㄾ: 핥
    case 14:                     // ㄿ: 읊
    case 15: return true;        // ㅀ: 잃
    case 18: return c == U'없';  // ㅄ: 없, but 값
    case 27: return c != U'읗';  // ㅎ: 놓, but 히읗
    default: return false;
  }
}

bool is_verb_stem(Letters stem) { return lists().verb_stems.ends(stem) || lists().whole_verb_stems.contains(stem); }

bool is_verb_stem_with(Letters stem, char32_t last) {
  std::u32string longer(stem);
  longer.push_back(last);
  return lists().verb_stems.contains(longer) || lists().whole_verb_stems.contains(longer);
}

/// Whether the letters are a verb with an ending to which a particle can be added: 없었다|는, 늘리기|로, 포기했지|만,
/// 않고|도, 발표하게|도.
bool is_verb_with_ending(Letters letters) {
  if (letters.size() < 2) return false;
  const Letters stem = without_last(letters);
  // 막자|는, 찾자|고: only behind consonants, as nouns in -자 (주자, 소비자) stand behind vowels as well.
  if (letters.back() == U'자') return final_sound(stem) != FinalSound::Vowel && is_verb_stem(stem);
  if (!holds(U"다지기고게어아", letters.back())) return false;
  const char32_t last = stem.back();
  if (ends_like_a_verb_only(last) || last == U'하' || last == U'되' || lists().verb_stems.ends(stem)) return true;
  // 다치고|도, but 사고|도.
  if (letters.back() == U'고' && stem.size() > 1 && lists().whole_verb_stems.contains(stem)) return true;
  // 간다|는, 된다|는; the nouns (르완다) are listed.
  constexpr std::uint32_t kNieun = 4;
  return letters.back() == U'다' && is_syllable(last) && final_consonant(last) == kNieun;
}

/// Whether stem and particle are rather a verb stem and its ending.
bool is_predicate(const Tail& tail, Letters stem) {
  const Letters form = tail.particle->form;
  // 10a  있는, 없이, 않을, 했던: no noun ends so.
  if (ends_like_a_verb_only(stem.back())) return true;
  // 10b  나오는, 이끄는, 인정받은, 드러나면: the stem of a verb, and an ending.
  if (tail.particle->ending && is_verb_stem(stem)) return true;
  // 10c  보이고, 움직이며, 선보였다: 이 is the end of the stem; but 정보이고.
  if (holds(U"이였인임입", form[0]) && is_verb_stem_with(stem, U'이')) return true;
  // 10d  떠오를, 부를, 다를: the stem ends in 르; but 이를 and 나를 are pronouns, and 투자를 no 자르다.
  if (form == U"를" && stem != U"이" && stem != U"나" && is_verb_stem_with(stem, U'르')) return true;
  // 10e  없었다는, 발표하기에, 증가하지는.
  if (is_verb_with_ending(stem)) return true;
  // 10f  감안해도; but 피해도.
  if (form == U"도" && stem.back() == U'해') return !lists().nouns_in_hae.ends(stem);
  // 10g  개선되든, 발표하랴: behind 하 and 되 only what no ending looks like.
  const bool verbal = stem.back() == U'하' || stem.back() == U'되';
  return verbal && !is_like_a_person(stem) && !is_one_of(form, {U"에", U"의", U"에서", U"로", U"를", U"에는", U"에도"});
}

// -----------------------------------------------------------------------------------------------------------------

/// One word and what is asked about it.
class Cut {
 public:
  Cut(Letters letters, const WordEvidence& evidence, bool behind_number, bool particles_annotated)
      : letters_(letters),
        evidence_(evidence),
        behind_number_(behind_number),
        particles_annotated_(particles_annotated) {}

  std::size_t without_particle() const;
  /// Of a word without particle, what is left without 씨, 군, 양, 님, 측.
  std::size_t without_person_tail(std::size_t stem) const;

 private:
  std::size_t unit_behind_number() const;
  bool is_noun_itself(Letters word) const;
  bool is_verb_rather_than_noun(const Tail& tail) const;
  bool evidence_speaks_against(const Tail& tail) const;
  bool is_known(const Tail& tail) const;
  bool can_be_cut(const Tail& tail) const;
  bool can_leave_one_syllable(const Tail& tail) const;
  bool weak_can_be_cut(const Tail& tail) const;

  Letters stem_of(const Tail& tail) const { return letters_.substr(0, tail.stem); }
  /// E(stem) of rule 7.
  std::uint32_t proofs(const Tail& tail) const { return evidence_.proofs(hash_of(stem_of(tail)), tail.particle); }

  Letters letters_;
  const WordEvidence& evidence_;
  bool behind_number_;
  bool particles_annotated_;
};

/// Letters of the unit that the word begins with, if a particle stands behind it, or what belongs to the number: 원|이,
/// 원|짜리, 킬로미터|까지; of one syllable also one that is not listed (셀|을). 0: none.
std::size_t Cut::unit_behind_number() const {
  const std::size_t listed = lists().number_units.beginning(letters_);
  if (listed > 0 && lists().number_tails.beginning(letters_.substr(listed)) > 0) return listed;
  for (const Tail& tail : Particles::all().tails_of(letters_, 1)) {
    if (tail.stem == listed) return listed;
    if (tail.stem == 1 && tail.particle->strength != Strength::Weak) return 1;
  }
  return 0;
}

/// Rule 3: what is selected whole, with a particle behind it or not: annotated before, a noun or name that ends like a
/// particle (만족도, 한반도, 김정은), or ends in such a noun (자유민주주의, 경제학과).
bool Cut::is_noun_itself(Letters word) const {
  const std::uint64_t hash = hash_of(word);
  const bool may_have_particle = particles_annotated_ && word.size() == letters_.size();
  if ((evidence_.annotated(hash) && !may_have_particle) || evidence_.is_never_cut(hash)) return true;
  if (lists().nouns_like_particles.contains(word)) return true;
  if (is_person_like_particle(word)) {
    // 이상은 is no person where 이상 is a word.
    for (const Tail& tail : Particles::all().tails_of(word, 2)) {
      if (evidence_.proofs(hash_of(without_last(word)), tail.particle) >= 2) return false;
    }
    return true;
  }
  if (is_numbered_street(word)) return true;
  if (lists().noun_tails.ends(word, 2)) {
    // 캘리포니아주의 and 한효주의 are no 주의.
    const Letters stem = without_last(word);
    return word.back() != U'의' || !(lists().state_names.ends(stem) || is_person_like_particle(stem));
  }
  // A department: 경제학과, 신문방송학과; but 과학과, 대학과, 철학과.
  constexpr Letters kNoDepartment = U"과대철문유입장방수의화신어";
  return word.size() >= 4 && word.ends_with(U"학과") && !holds(kNoDepartment, word[word.size() - 3]);
}

/// 높이는, 벌이고: what is a noun and a verb stem is a verb before an ending; but 높이가, 높이로, 높이도.
bool Cut::is_verb_rather_than_noun(const Tail& tail) const {
  const Letters stem = stem_of(tail);
  if (!tail.particle->ending || is_one_of(tail.particle->form, {U"가", U"로", U"도"})) return false;
  return !evidence_.annotated(hash_of(stem)) && is_verb_stem(stem);
}

/// Rule 7: the texts of the project say that the whole is a word and the stem is none: 이승만의, 이승만은 and no 이승.
bool Cut::evidence_speaks_against(const Tail& tail) const {
  const std::uint32_t stem = proofs(tail);
  const auto outweighs = [&](std::uint32_t longer) {
    return longer > 0 && (stem == 0 || (longer >= 2 && stem < longer));
  };
  if (outweighs(evidence_.proofs_of_whole(hash_of(letters_), *tail.particle))) return true;
  // 오자와는: 오자와 with 는 and no 오자 with 와는, if 오자와에서 and 오자와를 occur.
  for (const Tail& other : Particles::all().tails_of(letters_, tail.stem + 1)) {
    const Letters longer = stem_of(other);
    for (const Tail& inner : Particles::all().tails_of(longer, tail.stem)) {
      if (inner.stem != tail.stem) continue;
      if (outweighs(evidence_.proofs_of_whole(hash_of(longer), *inner.particle))) return true;
    }
  }
  return false;
}

bool Cut::is_known(const Tail& tail) const {
  return proofs(tail) >= 2 || lists().nouns_like_particles.contains(stem_of(tail));
}

/// Rule 8: 것은, 때까지, 점에서. In words of two syllables few nouns are cut, as 주가, 시도, 수의 are nouns.
bool Cut::can_leave_one_syllable(const Tail& tail) const {
  const Letters form = tail.particle->form;
  // 축으로, 숲에서: surely particles whatever stands before; but 정보다, 유로는.
  const bool long_and_strong = form.size() > 1 && tail.particle->strength == Strength::Strong;
  if (long_and_strong && !holds(U"로와과보", form[0])) return true;
  const auto noun = lists().short_nouns.find(letters_[0]);
  if (noun == lists().short_nouns.end()) return form == U"를";
  if (tail.particle->strength == Strength::Weak) return noun->second.weak_particles.contains(form);
  return letters_.size() > 2 || is_one_of(form, {U"을", U"를", U"에"}) || noun->second.in_two_syllables;
}

/// Rule 9: particles whose syllables are usual at the end of nouns: 도, 만, 나, and the short copula.
bool Cut::weak_can_be_cut(const Tail& tail) const {
  const Letters stem = stem_of(tail);
  const Letters form = tail.particle->form;
  // 무제한적인: behind 적 always the copula.
  if (is_one_of(form, {U"인", U"일", U"임"}) && stem.back() == U'적') return true;
  // 대표인, 추세다: behind nouns that form none with 인 or 일, as 정치인 and 기념일 are.
  if (is_one_of(form, {U"인", U"일", U"임", U"다", U"며", U"라"})) {
    if (lists().copula_nouns.ends(stem)) return true;
  }
  if (is_one_of(form, {U"인", U"일", U"임", U"고", U"며", U"자", U"면", U"니", U"하고"})) return false;
  if (is_known(tail)) return true;
  // 미국도: nouns in -도 (만족도, 울릉도) are listed.
  if (form == U"도") return true;
  // 정부만; but 김종만 may be a name.
  return form == U"만" && !is_like_a_person(letters_);
}

/// Rules 7 to 10.
bool Cut::can_be_cut(const Tail& tail) const {
  const Letters stem = stem_of(tail);
  const Letters form = tail.particle->form;
  if (evidence_speaks_against(tail)) return false;
  if (!is_syllable(stem.back())) return true;                                                    // AI는, 69.7%가
  if (stem.size() == number_with_unit(stem) || stem.size() == hangul_number(stem)) return true;  // 3년만, 수십만이
  if (is_predicate(tail, stem)) return false;
  if (stem.back() == U'으') return false;  // 으로 is the particle
  if (stem.size() == 1) return can_leave_one_syllable(tail);
  // 예상대로; but 시대로 is 시대 with 로.
  if (form == U"대로") return lists().nouns_before_daero.ends(stem);
  if (tail.particle->strength == Strength::Weak) return weak_can_be_cut(tail);
  if (is_known(tail)) return true;
  // 하다가, 가다가 are verbs; 캐나다가 is listed.
  if (form == U"가" && stem.back() == U'다') return proofs(tail) > 0;
  // 민주주의; but 제주의.
  if (form == U"의" && stem.back() == U'주') return lists().state_names.ends(stem);
  return true;
}

std::size_t Cut::without_particle() const {
  const std::size_t size = letters_.size();
  // Rule 2: nothing to cut behind 2025%, AI, 中.
  if (!is_syllable(letters_.back())) return size;
  // Rule 3.
  if (is_noun_itself(letters_) || lists().function_words.contains(letters_)) return size;
  // A particle behind a quotation mark is a word of its own: “…”이라는, ‘…’에서.
  if (size > 1 && Particles::all().contains(letters_)) return size;
  // 2도가량, 3대씩, 9곳뿐이었다: what is said of the number.
  const std::size_t number = std::max(number_with_unit(letters_), hangul_number(letters_));
  if (number > 0 && lists().number_tails.beginning(letters_.substr(number)) > 0) return number;
  // The same behind a unit of Latin letters: 1kWh당, 3㎏씩.
  if (number > 0 && number < size && !is_syllable(letters_[number])) {
    std::size_t unit = number;
    while (unit < size && !is_syllable(letters_[unit])) ++unit;
    if (unit < size && lists().number_tails.beginning(letters_.substr(unit)) > 0) return unit;
  }
  // 운하는: a noun, and no 하다.
  for (const Tail& tail : Particles::all().tails_of(letters_, 2)) {
    if (lists().nouns_in_ha.contains(stem_of(tail))) return tail.stem;
  }
  // 위해서는, 강화하면서도, 이르려면: how predicates end.
  if (lists().predicate_endings.ends(letters_)) return size;
  // Rules 4 and 5.
  if (number == size) return size;
  // Rule 4 where a blank parts number and unit: 300억 원|이, 60여 척|의.
  if (behind_number_) {
    if (const std::size_t unit = unit_behind_number(); unit > 0) return unit;
  }
  const Particles::Tails tails = Particles::all().tails_of(letters_, std::max<std::size_t>(1, number));
  // Rule 6: a noun that is known, the longest one. 대만의, 김정은과, 나라는 (나라, not 나).
  for (std::size_t i = tails.count; i > 0; --i) {
    const Tail& tail = tails.items[i - 1];
    if (is_noun_itself(stem_of(tail)) && !is_verb_rather_than_noun(tail)) return tail.stem;
  }
  // Rule 11.
  for (const Tail& tail : tails) {
    if (can_be_cut(tail)) return tail.stem;
  }
  return size;
}

std::size_t Cut::without_person_tail(std::size_t stem) const {
  if (stem < 2) return stem;
  const Letters word = letters_.substr(0, stem);
  const Letters tail = word.substr(stem - 1);
  const bool general = lists().general_tails.contains(tail);
  if (!general && !lists().person_tails.contains(tail)) return stem;
  const std::uint64_t hash = hash_of(word);
  if (evidence_.annotated(hash) || evidence_.is_never_cut(hash) || lists().person_tail_nouns.ends(word)) return stem;
  const Letters name = without_last(word);
  if (evidence_.annotated(hash_of(name)) || is_like_a_person(name) || is_person_like_particle(name)) return stem - 1;
  if (!general) return stem;
  if (tail == U"측") return name.size() >= 2 ? stem - 1 : stem;        // 검찰측; but 양측
  if (!is_syllable(name.back()) || name.size() >= 3) return stem - 1;  // 제갈공명씨, K씨
  // 김모씨, 이황씨; but 김씨, 날씨.
  return name.size() == 2 && (name.back() == U'모' || evidence_.proofs(hash_of(name), nullptr) > 0) ? stem - 1 : stem;
}

}  // namespace

std::size_t particle_cut(std::u32string_view letters, const WordEvidence& evidence, bool behind_number,
                         bool particles_annotated) {
  if (letters.empty()) return 0;
  const Cut cut(letters, evidence, behind_number, particles_annotated);
  return cut.without_person_tail(cut.without_particle());
}

bool is_number(std::u32string_view letters) {
  if (letters.empty()) return false;
  const std::size_t number = std::max(number_in_figures(letters), hangul_number(letters));
  return number > 0 && (number == letters.size() || letters.substr(number) == U"여");
}

std::size_t plural_cut(std::u32string_view letters) {
  // 국가들, AI들; but 만들, 힘들, 버들.
  const bool plural = letters.size() >= 3 && letters.back() == U'들';
  return plural && !lists().verb_stems.ends(letters) ? letters.size() - 1 : letters.size();
}

}  // namespace mitjul
