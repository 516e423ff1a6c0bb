// SPDX-License-Identifier: Apache-2.0
// A patient file, checked and resolved against the knowledge base: what people write becomes ids, what is left out
// becomes a default that is listed, what resolves with doubt is used and asked about.
#pragma once

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/catalogue.h"
#include "model/patient.h"
#include "read/source_text.h"

#include <memory>
#include <optional>
#include <string>

namespace detour {

class Resolver;

struct ReadOptions {
    Date today{};
    std::optional<std::string> language;  ///< beats the file
    std::optional<Date> date;             ///< beats the file
    std::shared_ptr<const Resolver>
        resolver;  ///< of the same catalogue, to share among patients; else made when needed
};

/// The patient, or every mistake with its place. Any bytes will do: nothing that a file holds can break it.
Checked<Patient> read_patient(const SourceText& source, const Catalogue& catalogue, const ReadOptions& options);

}  // namespace detour
