#include "aligner/messages/units.h"

#include <algorithm>
#include <iterator>

namespace aligner::messages {
namespace {

// xgettext finds the messages by this name.
constexpr UnitName unit(const char* one, const char* many) { return {one, many}; }

constexpr std::size_t before_name = std::string_view("{} ").size();

std::string_view name_of(const UnitName& unit) { return std::string_view(unit.one).substr(before_name); }

// Sorted by name. As corpora/units/units.tsv has them.
constexpr UnitName units[] = {
    unit("{} acre", "{} acres"),
    unit("{} arshin", "{} arshins"),
    unit("{} cash", "{} cash"),
    unit("{} catty", "{} catties"),
    unit("{} celsius", "{} degrees celsius"),
    unit("{} chi", "{} chi"),
    unit("{} cm", "{} cm"),
    unit("{} dam", "{} dam"),
    unit("{} day", "{} days"),
    unit("{} degree", "{} degrees"),
    unit("{} desyatina", "{} desyatinas"),
    unit("{} dollar", "{} dollars"),
    unit("{} dong", "{} dong"),
    unit("{} euro", "{} euros"),
    unit("{} fahrenheit", "{} degrees fahrenheit"),
    unit("{} fathom", "{} fathoms"),
    unit("{} foot", "{} feet"),
    unit("{} franc", "{} francs"),
    unit("{} funt", "{} funts"),
    unit("{} g", "{} g"),
    unit("{} ha", "{} ha"),
    unit("{} hour", "{} hours"),
    unit("{} inch", "{} inches"),
    unit("{} kg", "{} kg"),
    unit("{} km", "{} km"),
    unit("{} km2", "{} km2"),
    unit("{} kopek", "{} kopeks"),
    unit("{} li", "{} li"),
    unit("{} li2", "{} li2"),
    unit("{} m", "{} m"),
    unit("{} m2", "{} m2"),
    unit("{} mau", "{} mau"),
    unit("{} mi2", "{} mi2"),
    unit("{} mile", "{} miles"),
    unit("{} minute", "{} minutes"),
    unit("{} mm", "{} mm"),
    unit("{} month", "{} months"),
    unit("{} mu", "{} mu"),
    unit("{} nautical mile", "{} nautical miles"),
    unit("{} ounce", "{} ounces"),
    unit("{} peso", "{} pesos"),
    unit("{} picul", "{} piculs"),
    unit("{} pood", "{} poods"),
    unit("{} pound", "{} pounds"),
    unit("{} ruble", "{} rubles"),
    unit("{} sazhen", "{} sazhens"),
    unit("{} sazhen2", "{} sazhens2"),
    unit("{} second", "{} seconds"),
    unit("{} sterling", "{} pounds sterling"),
    unit("{} tael", "{} taels"),
    unit("{} ton", "{} tons"),
    unit("{} tonne", "{} tonnes"),
    unit("{} verst", "{} versts"),
    unit("{} verst2", "{} versts2"),
    unit("{} week", "{} weeks"),
    unit("{} yard", "{} yards"),
    unit("{} year", "{} years"),
    unit("{} yen", "{} yen"),
    unit("{} yuan", "{} yuan"),
    unit("{} zhang", "{} zhang"),
    unit("{} zolotnik", "{} zolotniks"),
};

}  // namespace

const UnitName* find_unit(std::string_view name) {
  const auto found =
      std::lower_bound(std::begin(units), std::end(units), name,
                       [](const UnitName& unit, std::string_view asked) { return name_of(unit) < asked; });
  return found != std::end(units) && name_of(*found) == name ? found : nullptr;
}

}  // namespace aligner::messages
