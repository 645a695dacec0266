#pragma once
// The two Vietnamese code pages that ICU does not know. Private to the room.
//
//   viscii_letter(0xD0);  // U'Đ'
//
// VISCII 1.1: RFC 1456. TCVN 5712-1:1993 (VN1), of which the "TCVN3" or "ABC" fonts use the bytes from 0xA1 on.

namespace aligner::text {

/// The code point of a byte in VISCII. Every byte has one.
char32_t viscii_letter(unsigned char byte);

/// The code point of a byte in TCVN 5712-1. Every byte has one; 0xB0 to 0xB4 are combining tone marks.
char32_t tcvn_letter(unsigned char byte);

}  // namespace aligner::text
