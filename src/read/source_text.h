// SPDX-License-Identifier: Apache-2.0
// A text that a person wrote, with the name by which errors point at it. Everything that is parsed comes in as one.
#pragma once

#include "base/diagnostic.h"
#include "base/result.h"

#include <cstddef>
#include <string>
#include <vector>

namespace detour {

struct SourceText {
    std::string name;  ///< a path relative to a data folder, or a patient file as the user gave it
    std::string text;
    auto operator<=>(const SourceText&) const = default;
};

/// No patient file is larger.
inline constexpr std::size_t largest_patient_file = 256U * 1024U;

/// The bytes of one file. Fails if it cannot be read or is longer than `max_bytes`.
Expected<SourceText> load_text(const std::string& path, std::size_t max_bytes = largest_patient_file);

/// Every .yaml file below `folder`, named by its path relative to it, sorted by name.
Expected<std::vector<SourceText>> load_data_folder(const std::string& folder);

/// What no reader can cope with: bytes that are not UTF-8, and NUL. Empty if the text is sound.
Diagnostics check_bytes(const SourceText& source);

}  // namespace detour
