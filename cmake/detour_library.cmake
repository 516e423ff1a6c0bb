# SPDX-License-Identifier: Apache-2.0
# One static library a folder of src/, warnings as errors, every header able to stand alone.
set(detour_warnings -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror)

function(detour_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;USES;PRIVATE_USES" ${ARGN})
    add_library(detour_${name} STATIC ${arg_SOURCES})
    target_sources(detour_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/src FILES ${arg_HEADERS})
    target_include_directories(detour_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    target_compile_options(detour_${name} PRIVATE ${detour_warnings})
    target_link_libraries(detour_${name} PUBLIC ${arg_USES} PRIVATE ${arg_PRIVATE_USES})
    set_target_properties(detour_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
endfunction()
