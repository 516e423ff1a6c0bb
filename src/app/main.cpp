// SPDX-License-Identifier: Apache-2.0
#include "app/run.h"

#include <chrono>
#include <iostream>
#include <unistd.h>

int main(int count, char** words) {
    const auto today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
    const detour::Environment environment{
        std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1, detour::Date{today}};
    return detour::run({words + 1, static_cast<std::size_t>(count - 1)}, environment);
}
