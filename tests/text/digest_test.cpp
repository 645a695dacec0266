#include "aligner/text/digest.h"

#include <sstream>
#include <string>

#include <gtest/gtest.h>

namespace aligner::text {
namespace {

// The values are those of FIPS 180-4's examples.
TEST(Sha256, MatchesThePublishedExamples) {
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, DigestsAMillionLetters) {
  EXPECT_EQ(sha256_hex(std::string(1'000'000, 'a')),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256, DigestsNulBytes) {
  EXPECT_NE(sha256_hex(std::string_view("\0", 1)), sha256_hex(std::string_view("\0\0", 2)));
}

TEST(Sha256, DigestsAStreamAsItsBytes) {
  const std::string bytes(200'001, 'a');
  std::istringstream in(bytes);

  EXPECT_EQ(sha256_hex(in), sha256_hex(bytes));
}

}  // namespace
}  // namespace aligner::text
