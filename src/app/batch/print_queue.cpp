// SPDX-License-Identifier: Apache-2.0
#include "app/batch/print_queue.h"

#include "app/output_file.h"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace detour {
namespace {

constexpr std::string_view before_job = "request id is ";

/// The outputs of the child come back through one pipe; its input is empty.
class Actions {
public:
    explicit Actions(int output) {
        posix_spawn_file_actions_init(&actions_);
        posix_spawn_file_actions_addopen(&actions_, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&actions_, output, STDOUT_FILENO);
        posix_spawn_file_actions_adddup2(&actions_, output, STDERR_FILENO);
    }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
    const posix_spawn_file_actions_t* get() const { return &actions_; }

private:
    posix_spawn_file_actions_t actions_{};
};

std::string read_all(int handle) {
    std::string text;
    std::array<char, 512> buffer{};
    while (true) {
        const auto got = read(handle, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return text;
        }
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
}

std::string first_line(const std::string& text) {
    return text.substr(0, text.find('\n'));
}

/// The environment with messages in English, so that the job's id can be read.
std::vector<std::string> plain_environment() {
    std::vector<std::string> variables = {"LC_ALL=C"};
    for (char** variable = environ; *variable != nullptr; ++variable) {
        if (!std::string_view(*variable).starts_with("LC_ALL=")) {
            variables.emplace_back(*variable);
        }
    }
    return variables;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (auto& word : words) {
        pointers.push_back(word.data());
    }
    pointers.push_back(nullptr);
    return pointers;
}

struct Outcome {
    int status = 0;
    std::string said;
};

Expected<Outcome> run_child(std::vector<std::string> words) {
    std::array<int, 2> pipe{};
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return failure(fmt::format("cannot start {}: {}", words.front(), system_text()));
    }
    auto variables = plain_environment();
    pid_t child = 0;
    const Actions actions(pipe[1]);
    const int fault = posix_spawnp(&child,
                                   words.front().c_str(),
                                   actions.get(),
                                   nullptr,
                                   pointers_to(words).data(),
                                   pointers_to(variables).data());
    close(pipe[1]);
    Outcome outcome;
    if (fault == 0) {
        outcome.said = read_all(pipe[0]);
        while (waitpid(child, &outcome.status, 0) < 0 && errno == EINTR) {
        }
    }
    close(pipe[0]);
    if (fault != 0) {
        errno = fault;
        return failure(fmt::format("cannot start {}: {}", words.front(), system_text()));
    }
    return outcome;
}

}  // namespace

std::string job_in(const std::string& said) {
    const auto found = said.find(before_job);
    if (found == std::string::npos) {
        return "";
    }
    const auto start = found + before_job.size();
    return said.substr(start, said.find_first_of(" \n", start) - start);
}

Expected<std::string>
print_file(const std::string& queue, const std::string& title, const std::filesystem::path& file) {
    const auto outcome =
        run_child({"lp", "-d", queue, "-t", title, "-o", "sides=two-sided-long-edge", "--", file.string()});
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    auto job = job_in(outcome->said);
    if (!WIFEXITED(outcome->status) || WEXITSTATUS(outcome->status) != 0 || job.empty()) {
        return failure(fmt::format("cannot print {}: {}", file.string(), first_line(outcome->said)));
    }
    return job;
}

}  // namespace detour
