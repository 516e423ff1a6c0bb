// SPDX-License-Identifier: Apache-2.0
// One function a command; each in its own file.
#pragma once

#include "app/command_line.h"

namespace detour {

ExitCode run_plan(const Invocation& call, const Environment& environment);
ExitCode run_batch(const Invocation& call, const Environment& environment);
ExitCode run_merge(const Invocation& call, const Environment& environment);
ExitCode run_watch(const Invocation& call, const Environment& environment);
ExitCode run_check(const Invocation& call, const Environment& environment);
ExitCode run_explain(const Invocation& call, const Environment& environment);
ExitCode run_catalogue_check(const Invocation& call, const Environment& environment);
ExitCode run_catalogue_list(const Invocation& call, const Environment& environment);
ExitCode run_catalogue_show(const Invocation& call, const Environment& environment);
ExitCode run_catalogue_find(const Invocation& call, const Environment& environment);
ExitCode run_catalogue_admissible(const Invocation& call, const Environment& environment);
ExitCode run_catalogue_figures(const Invocation& call, const Environment& environment);

}  // namespace detour
