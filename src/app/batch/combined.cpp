// SPDX-License-Identifier: Apache-2.0
#include "app/batch/combined.h"

#include "app/output_file.h"
#include "print/combined_pdf.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <unistd.h>

namespace detour {
namespace {

struct Part {
    std::string id;
    std::string name;
};

std::vector<Part> parts_of(const std::vector<Settled>& all, const OutputOptions& options) {
    const std::string kind = options.is_for(Audience::patient) ? "handout" : "clinician";
    std::vector<Part> parts;
    for (const auto& one : all) {
        const auto name = pdf_name(one.record.id, kind);
        for (const auto& file : one.record.files) {
            if (file.name == name) {
                parts.push_back({one.record.id, name});
            }
        }
    }
    return parts;
}

Expected<std::string> bytes_of(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return failure(fmt::format("cannot read {}", path.string()));
    }
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

Expected<void> join_parts(const std::vector<Part>& parts, const std::filesystem::path& folder, int descriptor) {
    CombinedPdf combined(sink_to_descriptor(descriptor), "Detour handouts");
    for (const auto& part : parts) {
        const auto bytes = bytes_of(folder / part.name);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        if (const auto added = combined.add(part.id, *bytes); !added) {
            return failure(fmt::format("{}: {}", part.name, added.error().message));
        }
    }
    return combined.finish();
}

}  // namespace

Expected<void> write_combined(const std::filesystem::path& path,
                              const std::filesystem::path& folder,
                              const std::vector<Settled>& all,
                              const OutputOptions& options) {
    const auto parts = parts_of(all, options);
    if (parts.empty()) {
        unlink(path.c_str());  // one of an earlier run would be taken for this one's
        return {};
    }
    remove_leftovers(path.parent_path().empty() ? std::filesystem::path(".") : path.parent_path());
    return write_whole(path, [&](int descriptor) { return join_parts(parts, folder, descriptor); });
}

}  // namespace detour
