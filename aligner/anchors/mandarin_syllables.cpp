// Pinyin is the list; the other spellings follow from a syllable's initial and final by rule. Wade-Giles after the
// table in Giles, A Chinese-English Dictionary (2nd ed., 1912); Palladius after Kafarov and Popov, Китайско-русский
// словарь (1888), in the form in use today; postal spellings by the habits of the Chinese Postal Atlas (1906): k and ts
// before i, s and h for hs, ow for ou, w for u before a vowel.

#include "aligner/anchors/mandarin_syllables.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

namespace aligner::anchors {
namespace {

constexpr std::size_t most_cuts = 6;
constexpr std::size_t longest_word = 64;  // bytes

constexpr std::string_view inventory =
    "a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng "
    "cha "
    "chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan "
    "cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei "
    "en "
    "eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui "
    "gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao "
    "jie "
    "jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun "
    "kuo "
    "la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo lv lve ma mai "
    "man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu na nai nan nang nao ne nei nen neng ni nian "
    "niang niao nie nin ning niu nong nou nu nuan nun nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao "
    "pie "
    "pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong "
    "rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou "
    "shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te teng ti tian "
    "tiao "
    "tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing "
    "xiong "
    "xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen "
    "zeng "
    "zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong "
    "zou "
    "zu zuan zui zun zuo";

struct Spelling {
  std::string_view pinyin;
  std::string_view wade_giles;  // without marks: e for ê, u for ü and ŭ
  std::string_view palladius;
};

constexpr std::array<Spelling, 21> initials = {
    {{"b", "p", "б"},   {"p", "p'", "п"},  {"m", "m", "м"},    {"f", "f", "ф"},    {"d", "t", "д"},   {"t", "t'", "т"},
     {"n", "n", "н"},   {"l", "l", "л"},   {"g", "k", "г"},    {"k", "k'", "к"},   {"h", "h", "х"},   {"j", "ch", "цз"},
     {"q", "ch'", "ц"}, {"x", "hs", "с"},  {"zh", "ch", "чж"}, {"ch", "ch'", "ч"}, {"sh", "sh", "ш"}, {"r", "j", "ж"},
     {"z", "ts", "цз"}, {"c", "ts'", "ц"}, {"s", "s", "с"}}};

constexpr std::array<Spelling, 35> finals = {
    {{"a", "a", "а"},        {"o", "o", "о"},         {"e", "e", "э"},      {"ai", "ai", "ай"},
     {"ei", "ei", "эй"},     {"ao", "ao", "ао"},      {"ou", "ou", "оу"},   {"an", "an", "ань"},
     {"en", "en", "энь"},    {"ang", "ang", "ан"},    {"eng", "eng", "эн"}, {"ong", "ung", "ун"},
     {"i", "i", "и"},        {"ia", "ia", "я"},       {"ie", "ieh", "е"},   {"iao", "iao", "яо"},
     {"iu", "iu", "ю"},      {"ian", "ien", "янь"},   {"in", "in", "инь"},  {"iang", "iang", "ян"},
     {"ing", "ing", "ин"},   {"iong", "iung", "юн"},  {"u", "u", "у"},      {"ua", "ua", "уа"},
     {"uo", "o", "о"},       {"uai", "uai", "уай"},   {"ui", "ui", "уй"},   {"uan", "uan", "уань"},
     {"un", "un", "унь"},    {"uang", "uang", "уан"}, {"v", "u", "юй"},     {"ve", "ueh", "юэ"},
     {"van", "uan", "юань"}, {"vn", "un", "юнь"},     {"ue", "ueh", "юэ"}}};

// Syllables without an initial consonant.
constexpr std::array<Spelling, 36> without_initial = {
    {{"a", "a", "а"},          {"ai", "ai", "ай"},      {"an", "an", "ань"},     {"ang", "ang", "ан"},
     {"ao", "ao", "ао"},       {"e", "e", "э"},         {"ei", "ei", "эй"},      {"en", "en", "энь"},
     {"eng", "eng", "эн"},     {"er", "erh", "эр"},     {"o", "o", "о"},         {"ou", "ou", "оу"},
     {"ya", "ya", "я"},        {"yan", "yen", "янь"},   {"yang", "yang", "ян"},  {"yao", "yao", "яо"},
     {"ye", "yeh", "е"},       {"yi", "i", "и"},        {"yin", "yin", "инь"},   {"ying", "ying", "ин"},
     {"yo", "yo", "йо"},       {"yong", "yung", "юн"},  {"you", "yu", "ю"},      {"yu", "yu", "юй"},
     {"yuan", "yuan", "юань"}, {"yue", "yueh", "юэ"},   {"yun", "yun", "юнь"},   {"wa", "wa", "ва"},
     {"wai", "wai", "вай"},    {"wan", "wan", "вань"},  {"wang", "wang", "ван"}, {"wei", "wei", "вэй"},
     {"wen", "wen", "вэнь"},   {"weng", "weng", "вэн"}, {"wo", "wo", "во"},      {"wu", "wu", "у"}}};

template <std::size_t Size>
const Spelling* find(const std::array<Spelling, Size>& list, std::string_view pinyin) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const Spelling& s) { return s.pinyin == pinyin; });
  return found == list.end() ? nullptr : &*found;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result(text);
  const std::size_t at = result.find(from);
  if (at != std::string::npos) result.replace(at, from.size(), to);
  return result;
}

struct Syllable {
  std::string pinyin;
  std::string_view initial;  // of pinyin; may be empty
  std::string final_part;    // v for the ü that pinyin writes u behind j, q, x
};

Syllable take_apart(std::string_view pinyin) {
  Syllable syllable{.pinyin = std::string(pinyin), .initial = {}, .final_part = {}};
  if (find(without_initial, pinyin) != nullptr) return syllable;
  const bool two_letters = pinyin.size() > 1 && pinyin[1] == 'h';
  syllable.initial = pinyin.substr(0, two_letters ? 2 : 1);
  syllable.final_part = pinyin.substr(syllable.initial.size());
  if (is_one_of(syllable.initial, {"j", "q", "x"}) && syllable.final_part.starts_with('u')) {
    syllable.final_part[0] = 'v';
  }
  return syllable;
}

std::string wade_giles(const Syllable& syllable) {
  if (syllable.initial.empty()) return std::string(find(without_initial, syllable.pinyin)->wade_giles);
  const std::string_view initial = syllable.initial;
  std::string first(find(initials, initial)->wade_giles);
  std::string last(find(finals, syllable.final_part)->wade_giles);
  if (syllable.final_part == "i" && is_one_of(initial, {"zh", "ch", "sh", "r"})) last = "ih";
  if (syllable.final_part == "i" && is_one_of(initial, {"z", "c", "s"})) {
    last = "u";
    first = initial == "z" ? "tz" : initial == "c" ? "tz'" : "ss";
  }
  if (syllable.final_part == "e" && is_one_of(initial, {"g", "k", "h"})) last = "o";
  if (syllable.final_part == "uo" && is_one_of(initial, {"g", "k", "h", "sh"})) last = "uo";
  if (syllable.final_part == "ui" && is_one_of(initial, {"g", "k"})) last = "uei";
  return first + last;
}

std::string palladius(const Syllable& syllable) {
  if (syllable.initial.empty()) return std::string(find(without_initial, syllable.pinyin)->palladius);
  std::string last(find(finals, syllable.final_part)->palladius);
  if (syllable.final_part == "i" && is_one_of(syllable.initial, {"z", "c", "s"})) last = "ы";
  if (syllable.pinyin == "hui") last = "уэй";
  return std::string(find(initials, syllable.initial)->palladius) + last;
}

std::vector<std::string> wade_giles_spellings(const Syllable& syllable) {
  const std::string exact = wade_giles(syllable);
  std::string plain;
  for (const char c : exact) {
    if (c != '\'') plain += c;
  }
  std::vector<std::string> all = {exact, plain};
  // Spellings of the post offices and of missionaries. Each rule sees what those before it made.
  const auto add_replaced = [&](std::string_view from, std::string_view to) {
    for (std::size_t i = 1, count = all.size(); i < count; ++i) {
      if (all[i].find(from) != std::string::npos) all.push_back(replaced(all[i], from, to));
    }
  };
  const auto add_begins = [&](std::string_view from, std::string_view to) {
    for (std::size_t i = 1, count = all.size(); i < count; ++i) {
      if (all[i].starts_with(from)) all.push_back(std::string(to) + all[i].substr(from.size()));
    }
  };
  if (is_one_of(syllable.initial, {"j", "q"})) {
    add_begins("ch", "k");
    add_begins("ch", "ts");
  }
  if (syllable.initial == "x") {
    add_begins("hs", "h");
    add_begins("hs", "s");
  }
  if (syllable.final_part == "ou") add_replaced("ou", "ow");
  if (syllable.final_part == "u" || syllable.pinyin == "wu") add_replaced("u", "oo");
  if (syllable.final_part == "ong") add_replaced("ung", "ong");
  if (syllable.pinyin == "hui") add_replaced("hui", "hwei");
  if (syllable.pinyin == "yi") add_replaced("i", "yi");
  if (syllable.pinyin == "er") add_replaced("erh", "ur");
  if (is_one_of(syllable.pinyin, {"bei", "pei"})) add_replaced("ei", "e");
  if (is_one_of(syllable.pinyin, {"bei", "pei"})) add_replaced("ei", "eh");
  if (syllable.pinyin == "si") all.insert(all.end(), {"sze", "szu", "sz", "su"});
  if (is_one_of(syllable.pinyin, {"zi", "ci"})) all.insert(all.end(), {"tze", "tsze", "tsu"});
  if (is_one_of(syllable.final_part, {"ua", "uo", "uai", "uan", "uang", "ui"})) add_replaced("ua", "wa");
  if (is_one_of(syllable.pinyin, {"gui", "kui"})) add_replaced("ue", "we");
  if (is_one_of(syllable.final_part, {"ie", "ve"})) add_replaced("eh", "e");
  return all;
}

std::vector<std::string> palladius_spellings(const Syllable& syllable) {
  const std::string exact = palladius(syllable);
  std::vector<std::string> all = {exact};
  if (exact.find("э") != std::string::npos && !exact.starts_with("э")) all.push_back(replaced(exact, "э", "е"));
  if (syllable.pinyin == "hui") all.insert(all.end(), {"хуй", "хой"});
  if (syllable.pinyin == "wei") all.push_back("уэй");
  if (syllable.pinyin == "yo") all.push_back("ё");
  return all;
}

class SyllableTable {
 public:
  SyllableTable() {
    for (std::size_t at = 0; at < inventory.size();) {
      const std::size_t end = std::min(inventory.find(' ', at), inventory.size());
      add(inventory.substr(at, end - at));
      at = end + 1;
    }
  }

  const std::vector<std::string>& pinyin() const { return pinyin_; }

  const std::vector<SyllableId>& find(std::string_view spelled, Romanisation romanisation) const {
    static const std::vector<SyllableId> none;
    const Spellings& map = spellings_[static_cast<std::size_t>(romanisation)];
    const auto found = map.find(std::string(spelled));
    return found == map.end() ? none : found->second;
  }

  std::size_t longest(Romanisation romanisation) const { return longest_[static_cast<std::size_t>(romanisation)]; }

 private:
  using Spellings = std::unordered_map<std::string, std::vector<SyllableId>>;

  void add(std::string_view pinyin) {
    const auto id = static_cast<SyllableId>(pinyin_.size());
    pinyin_.emplace_back(pinyin);
    const Syllable syllable = take_apart(pinyin);
    add(Romanisation::pinyin, std::string(pinyin), id);
    // ü loses its marks as all letters do: lü is lv here and lu or lyu in books.
    if (syllable.final_part.starts_with('v') && is_one_of(syllable.initial, {"l", "n"})) {
      add(Romanisation::pinyin, replaced(pinyin, "v", "u"), id);
      add(Romanisation::pinyin, replaced(pinyin, "v", "yu"), id);
    }
    for (const std::string& spelled : wade_giles_spellings(syllable)) add(Romanisation::wade_giles, spelled, id);
    for (const std::string& spelled : palladius_spellings(syllable)) add(Romanisation::palladius, spelled, id);
  }

  void add(Romanisation romanisation, const std::string& spelled, SyllableId id) {
    std::vector<SyllableId>& ids = spellings_[static_cast<std::size_t>(romanisation)][spelled];
    if (ids.empty() || ids.back() != id) ids.push_back(id);
    std::size_t& longest = longest_[static_cast<std::size_t>(romanisation)];
    longest = std::max(longest, spelled.size());
  }

  std::vector<std::string> pinyin_;
  std::array<Spellings, 3> spellings_;
  std::array<std::size_t, 3> longest_{};
};

const SyllableTable& table() {
  static const SyllableTable syllables;
  return syllables;
}

// Walks all cuts of a word from its begin, longest syllables first; places from which no cut reaches the end are
// remembered.
class Cutter {
 public:
  Cutter(std::string_view word, Romanisation romanisation)
      : word_(word), romanisation_(romanisation), dead_(word.size() + 1, false) {}

  std::vector<std::vector<std::string_view>> cut() {
    walk(0);
    return std::move(cuts_);
  }

 private:
  bool walk(std::size_t at) {
    if (at == word_.size()) {
      cuts_.push_back(cut_);
      return true;
    }
    if (dead_[at] || cut_.size() >= most_syllables) return false;
    bool reached = false;
    const std::size_t longest = std::min(table().longest(romanisation_), word_.size() - at);
    for (std::size_t size = longest; size > 0 && cuts_.size() < most_cuts; --size) {
      const std::string_view spelled = word_.substr(at, size);
      if (table().find(spelled, romanisation_).empty()) continue;
      cut_.push_back(spelled);
      reached = walk(at + size) || reached;
      cut_.pop_back();
    }
    const bool apostrophe = word_[at] == '\'' && !cut_.empty() && romanisation_ == Romanisation::pinyin;
    if (apostrophe && cuts_.size() < most_cuts) reached = walk(at + 1) || reached;
    if (!reached && cuts_.size() < most_cuts && cut_.size() < most_syllables) dead_[at] = true;
    return reached;
  }

  std::string_view word_;
  Romanisation romanisation_;
  std::vector<bool> dead_;
  std::vector<std::string_view> cut_;
  std::vector<std::vector<std::string_view>> cuts_;
};

}  // namespace

std::size_t syllable_count() { return table().pinyin().size(); }

const std::string& pinyin_of(SyllableId syllable) { return table().pinyin()[syllable]; }

const std::vector<SyllableId>& find_syllables(std::string_view spelled, Romanisation romanisation) {
  return table().find(spelled, romanisation);
}

std::vector<std::vector<std::string_view>> cut_syllables(std::string_view word, Romanisation romanisation) {
  if (word.empty() || word.size() > longest_word) return {};
  return Cutter(word, romanisation).cut();
}

}  // namespace aligner::anchors
