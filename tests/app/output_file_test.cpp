// SPDX-License-Identifier: Apache-2.0
#include "app/output_file.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace detour;

namespace {

/// A folder of its own for a test, removed afterwards.
class Folder {
public:
    Folder() : path_(std::filesystem::temp_directory_path() / ("detour-output-" + std::to_string(getpid()))) {
        std::filesystem::create_directories(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { std::filesystem::remove_all(path_); }
    const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

std::string content_of(const std::filesystem::path& path) {
    std::stringstream text;
    text << std::ifstream(path).rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("a written file is whole, readable by its owner only, and nothing else is left", "[app][safety]") {
    const Folder folder;
    const auto path = folder.path() / "new" / "p-1.json";
    REQUIRE(write_whole(path, "first"));
    REQUIRE(write_whole(path, "second"));
    CHECK(content_of(path) == "second");
    CHECK(std::filesystem::status(path).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}) == 1);
}

TEST_CASE("a file that cannot be written says which and why", "[app]") {
    const Folder folder;
    std::ofstream(folder.path() / "file") << "x";
    const auto written = write_whole(folder.path() / "file" / "p-1.json", "text");
    REQUIRE_FALSE(written);
    CHECK(written.error().message.find((folder.path() / "file").string()) != std::string::npos);
}
