// SPDX-License-Identifier: Apache-2.0
// detour_pack DATA_DIR OUT_FILE: checks the knowledge base and writes it packed, at build time.
#include "read/catalogue_reader.h"
#include "read/packed_catalogue.h"
#include "read/source_text.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <fstream>

namespace {

constexpr int failed = 1;
constexpr int bad_usage = 2;
constexpr int bad_knowledge = 3;

int write_file(const std::string& path, const std::string& bytes) {
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        fmt::print(stderr, "cannot write {}\n", path);
        return failed;
    }
    return 0;
}

int pack_folder(const std::string& folder, const std::string& out) {
    const auto files = detour::load_data_folder(folder);
    if (!files) {
        fmt::print(stderr, "{}\n", files.error().message);
        return failed;
    }
    const auto checked = detour::read_catalogue(*files);
    for (auto diagnostic : checked.diagnostics) {
        diagnostic.place.file = folder + "/" + diagnostic.place.file;
        for (auto& note : diagnostic.notes) {
            note.place.file = folder + "/" + note.place.file;
        }
        fmt::print(stderr, "{}", detour::format(diagnostic));
    }
    return checked.value ? write_file(out, detour::pack(*checked.value)) : bad_knowledge;
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) {
        fmt::print(stderr, "usage: detour_pack DATA_DIR OUT_FILE\n");
        return bad_usage;
    }
    try {
        return pack_folder(words[1], words[2]);
    } catch (const std::exception& error) {
        fmt::print(stderr, "internal error: {}\n", error.what());
        return failed;
    }
}
