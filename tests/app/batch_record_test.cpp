// SPDX-License-Identifier: Apache-2.0
#include "app/batch/file_list.h"
#include "app/batch/merge.h"
#include "app/batch/out_folder.h"
#include "app/batch/record.h"
#include "app/batch/summary.h"
#include "support/folder.h"

#include <catch2/catch.hpp>

using namespace detour;

namespace {

FileRecord full_record() {
    FileRecord record;
    record.file = "anna.yaml";
    record.id = "p-7";
    record.decision = Decision::substitute;
    record.withheld = true;
    record.files = {{"p-7-handout.pdf", "ab12", 100}, {"p-7-clinician.pdf", "cd34", 200}};
    record.errors = {{ErrorKind::print, "anna.yaml", "cannot print"}};
    record.input_sha256 = "0123";
    record.made_with = "4567";
    record.print = PrintJob{"Q", "Q-12"};
    record.ms = 12.5;
    return record;
}

FileRecord record_of(const std::string& file, const std::string& id) {
    FileRecord record;
    record.file = file;
    record.id = id;
    record.decision = Decision::hold;
    return record;
}

}  // namespace

TEST_CASE("a record is one line and comes back as it was", "[app][batch]") {
    const auto line = to_line(full_record());
    CHECK(
        line ==
        R"({"file":"anna.yaml","id":"p-7","decision":"substitute","withheld":true,)"
        R"("files":[{"name":"p-7-handout.pdf","sha256":"ab12","bytes":100},{"name":"p-7-clinician.pdf","sha256":"cd34","bytes":200}],)"
        R"("errors":[{"kind":"print","place":"anna.yaml","message":"cannot print"}],"input_sha256":"0123","made_with":"4567",)"
        R"("print":{"queue":"Q","job":"Q-12"},"ms":12.5})");
    CHECK(record_from(line) == full_record());
}

TEST_CASE("a torn or foreign line is no record", "[app][batch]") {
    const auto line = to_line(full_record());
    CHECK_FALSE(record_from(line.substr(0, line.size() - 1)));
    CHECK_FALSE(record_from(""));
    CHECK_FALSE(record_from("[1, 2]"));
    CHECK_FALSE(record_from(R"({"file": 3})"));
    CHECK_FALSE(header_from(line));
}

TEST_CASE("a header comes back as it was", "[app][batch]") {
    const RunHeader header{"0.1.0", "2026-11 abcd", "format=pdf", "ef01", 2, 4, 100, "2345", 26};
    CHECK(header_from(to_line(header)) == header);
}

TEST_CASE("what a killed run noted is known to the next, and a torn last line is passed over", "[app][batch][safety]") {
    const test::Folder place("record");
    auto record = record_of("a.yaml", "p-1");
    record.files = {{"p-1.json", "00", 1}};
    {
        auto folder = OutFolder::open(place.path());
        REQUIRE(folder);
        REQUIRE(folder->note(record));
    }
    test::append(place.path() / journal_name, R"({"file":"b.yaml","id":)");
    auto next = OutFolder::open(place.path());
    REQUIRE(next);
    CHECK(next->records() == std::map<std::string, FileRecord>{{"a.yaml", record}});
    CHECK(next->names_made_for("a.yaml") == std::set<std::string>{"p-1.json"});
    REQUIRE(next->note(record_of("c.yaml", "p-3")));
    const auto read = read_manifest(place.path() / journal_name);
    REQUIRE(read);
    CHECK(read->records == std::vector{record, record_of("c.yaml", "p-3")});
}

TEST_CASE("a folder has one run at a time and is free after it", "[app][batch][safety]") {
    const test::Folder place("lock");
    {
        const auto first = OutFolder::open(place.path());
        REQUIRE(first);
        const auto second = OutFolder::open(place.path());
        REQUIRE_FALSE(second);
        CHECK(second.error().message ==
              "another run is writing in " + place.path().string() + "; wait for it, or choose another folder");
    }
    CHECK(OutFolder::open(place.path()));
    CHECK(std::filesystem::is_empty(place.path()));
}

TEST_CASE("merged shards that are whole have no fault, and a patient in two shards is one", "[app][batch]") {
    // Of four names, "a" and "d" or others fall in each shard; the header says how many.
    const std::vector<std::string> names = {"a.yaml", "b.yaml", "c.yaml", "d.yaml"};
    std::vector<ShardManifest> shards;
    for (const unsigned number : {1U, 2U}) {
        ShardManifest shard{"out-" + std::to_string(number), {}, {}};
        for (const auto& name : names) {
            if (belongs_to({number, 2}, name)) {
                shard.records.push_back(record_of(name, "p-" + name.substr(0, 1)));
            }
        }
        shard.header = {"v", "c", "o", "m", number, 2, names.size(), listing_digest(names), shard.records.size()};
        shards.push_back(shard);
    }
    REQUIRE_FALSE(shards[0].records.empty());
    REQUIRE_FALSE(shards[1].records.empty());
    CHECK(merge_shards(shards).faults == std::vector<std::string>{});
    CHECK(merge_shards(shards).records.size() == names.size());
    shards[0].records[0].id = "p-same";
    shards[1].records[0].id = "p-same";
    const auto faults = merge_shards(shards).faults;
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].starts_with("patient p-same is double: out-"));
}

TEST_CASE("a summary counts files by decision, by error and by what was withheld", "[app][batch]") {
    auto bad = record_of("b.yaml", "");
    bad.decision.reset();
    bad.errors = {{ErrorKind::mistake, "b.yaml:1:1", "x"}, {ErrorKind::mistake, "b.yaml:2:1", "y"}};
    CHECK(text_of(summarize({full_record(), bad, record_of("c.yaml", "p-3")})) ==
          "3 patient files, 1 without error, 2 with\n"
          "  decisions: substitute 1, hold 1\n"
          "  errors: mistakes in the file 1, not printed 1\n"
          "  handouts withheld for want of screening: 1\n"
          "  handouts printed: 1\n");
}
