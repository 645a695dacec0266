#pragma once
// What a fuzz target gives to the plain main.
//
//   const std::vector<std::string>& fuzz_seeds() { static const std::vector<std::string> seeds{"[0]:[0]:1"}; return
//   seeds; } extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { ...; return 0; }

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

/// Reads one input. Returns 0; whatever must not happen ends the program (std::abort, a sanitizer, an exception).
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// Inputs to begin with: a few well-formed ones, short.
const std::vector<std::string>& fuzz_seeds();
