// SPDX-License-Identifier: Apache-2.0
// What a caller may choose about output.
#pragma once

namespace detour {

enum class Format { pdf, markdown, json };
enum class Paper { a4, letter };
enum class Audience { patient, clinician, both };

struct RenderOptions {
    Paper paper = Paper::a4;
    Audience audience = Audience::both;
    bool draft = false;  ///< marks each page as not reviewed
    bool operator==(const RenderOptions&) const = default;
};

}  // namespace detour
