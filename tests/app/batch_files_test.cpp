// SPDX-License-Identifier: Apache-2.0
#include "app/batch/batch.h"
#include "app/batch/discreet.h"
#include "app/batch/file_list.h"
#include "app/batch/print_queue.h"
#include "app/batch/progress.h"
#include "read/sha256.h"
#include "support/folder.h"

#include <catch2/catch.hpp>

#include <sstream>

using namespace detour;

TEST_CASE("each name belongs to exactly one shard, for good", "[app][batch]") {
    for (const unsigned of : {1U, 2U, 7U}) {
        for (int at = 0; at < 50; ++at) {
            int shards = 0;
            for (unsigned number = 1; number <= of; ++number) {
                shards += belongs_to({number, of}, "p-" + std::to_string(at) + ".yaml") ? 1 : 0;
            }
            CHECK(shards == 1);
        }
    }
    // printf anna.yaml | sha256sum; the first eight bytes as a number, modulo 8, plus 1.
    CHECK(belongs_to({5, 8}, "anna.yaml"));
}

TEST_CASE("a shard is I/N and nothing else", "[app][batch]") {
    CHECK(parse_shard("3/8") == Shard{3, 8});
    for (const auto* text : {"0/8", "9/8", "3", "3/", "/8", "3/8/1", "-1/8", "a/b", "3/0", " 3/8"}) {
        CHECK_FALSE(parse_shard(text));
    }
}

TEST_CASE("of a folder the patient files are listed, by name, none hidden and none of a subfolder", "[app][batch]") {
    const test::Folder place("list");
    for (const auto* name : {"b.yaml", "a.yml", ".c.yaml", "d.txt"}) {
        test::append(place.path() / name, "x");
    }
    std::filesystem::create_directory(place.path() / "e.yaml");
    const auto files =
        list_patient_files({place.path().string(), (place.path() / "b.yaml").string(), "0-missing.yaml"});
    REQUIRE(files);
    std::vector<std::string> names;
    for (const auto& file : *files) {
        names.push_back(file.name);
    }
    CHECK(names == std::vector<std::string>{"0-missing.yaml", "a.yml", "b.yaml"});
}

TEST_CASE("a message that leaves the room says nothing that the file says", "[app][batch][privacy]") {
    const auto told = [](const char* message) { return discreet(message); };
    CHECK(told("unknown stage 'Maria'; expected acute or subacute; did you mean 'acute'?") ==
          "unknown stage '...'; expected acute or subacute; did you mean 'acute'?");
    CHECK(told("unknown activity 'O'Brien's; expected fun'") == "unknown activity '...'");
    CHECK(told("unknown activity 'a; expected Maria'; expected walking") == "unknown activity '...'; expected walking");
    CHECK(told("expected a number for 'now', found 'Maria'") == "expected a number for '...'");
    CHECK(told("'now' is 12; expected 0 to 10") == "'...' is ...; expected 0 to 10");
    CHECK(told("tags (!Maria) are not allowed") == "tags (...) are not allowed");
    CHECK(told("'id' is missing") == "'id' is missing");
    CHECK(told("'Maria Example' is missing") == "'...' is missing");
    CHECK(told("this is not UTF-8 text; save the file as UTF-8") == "this is not UTF-8 text; save the file as UTF-8");
    CHECK(told("no typeface has every letter of 'Maria'") == "no typeface has every letter of '...'");
}

TEST_CASE("an old record holds only for the same input, program and options", "[app][batch]") {
    BatchSetup setup;
    setup.made_with = "m";
    FileRecord record;
    record.input_sha256 = "i";
    record.made_with = "m";
    Scan scan;
    scan.input_sha256 = "i";
    CHECK(still_holds(record, scan, setup));

    auto other = record;
    other.input_sha256 = "j";
    CHECK_FALSE(still_holds(other, scan, setup));
    other = record;
    other.made_with = "n";
    CHECK_FALSE(still_holds(other, scan, setup));
    other = record;
    other.errors = {{ErrorKind::mistake, "a.yaml:1:1", "x"}};
    CHECK(still_holds(other, scan, setup));
    other.errors = {{ErrorKind::write, "a.yaml", "x"}};
    CHECK_FALSE(still_holds(other, scan, setup));
    scan.input_sha256 = "";
    CHECK_FALSE(still_holds(record, scan, setup));
}

TEST_CASE("a scan finds whose file it is, and files that share an id", "[app][batch]") {
    const auto scan = [](const char* text) { return scan_text("a.yaml", {"in/a.yaml", text}); };
    const auto one = scan("schema: 1\npatient: {name: Maria, id: p-1}\nnonsense: [\n]");
    CHECK(one.id == "p-1");
    CHECK(one.id_place == Place{"a.yaml", 2, 28});
    CHECK(scan("patient: {id: Maria Example}").id.empty());
    CHECK(scan("patient: [id, p-1]").id.empty());
    CHECK(scan("patient: {id: p-1").id.empty());
    CHECK(scan("").id.empty());
    const auto conflicts =
        find_conflicts({{"a", "x/a"}, {"a", "y/a"}, {"b", "x/b"}}, {one, scan("patient: {id: p-2}"), one});
    CHECK(conflicts.same_id == std::vector<std::vector<std::size_t>>{{0, 2}});
    CHECK(conflicts.same_name == std::vector<std::vector<std::size_t>>{{0, 1}});
}

TEST_CASE("progress is a bar on a terminal, a line each ten seconds elsewhere, and can be off", "[app][batch]") {
    CHECK(progress_text(1200, 2000, 40) == "1200 of 2000, 30 a second, 27 s left");
    CHECK(progress_text(1, 10'000, 1) == "1 of 10000, 1 a second, 2 h 46 min left");
    CHECK(progress_text(0, 5, 0) == "0 of 5");
    CHECK(progress_bar(1, 2, 1) == "[###############...............] 1 of 2, 1 a second, 1 s left");
    const auto said = [](ProgressStyle style) {
        double now = 0;
        std::ostringstream stream;
        Progress progress(stream, style, 4, [&] { return now; });
        for (int step = 0; step < 4; ++step) {
            now += 6;
            progress.advance();
        }
        progress.end();
        return stream.str();
    };
    CHECK(said(ProgressStyle::none).empty());
    CHECK(said(ProgressStyle::lines) == "2 of 4, 0.2 a second, 12 s left\n4 of 4, 0.2 a second, 0 s left\n");
    CHECK(said(ProgressStyle::bar).ends_with("\r\x1b[K"));
}

TEST_CASE("the job's id is read from what lp says", "[app][batch]") {
    CHECK(job_in("request id is Keep-12 (1 file(s))\n") == "Keep-12");
    CHECK(job_in("lp: Error - no default destination\n").empty());
}
