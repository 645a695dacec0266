#include "aligner/text/utf8.h"

#include "aligner/text/code_points.h"

namespace aligner::text {

bool is_valid_utf8(std::string_view bytes) { return !find_invalid_utf8(bytes); }

}  // namespace aligner::text
