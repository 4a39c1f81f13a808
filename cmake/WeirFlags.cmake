# SPDX-License-Identifier: GPL-3.0-or-later
# Every compiler and linker flag of the project, on one INTERFACE target.
set(WEIR_DEBUG_INFO "-g" CACHE STRING "The option that says how much a debugger is told")
option(WEIR_UNITY "Compile the rooms in a few large units: quicker as a whole, slower to change" OFF)

add_library(weir_flags INTERFACE)
# For everything, not only where RE2 asks for it: a precompiled header serves only those with the same flags.
target_compile_options(weir_flags INTERFACE -pthread)
target_link_options(weir_flags INTERFACE -pthread)
target_compile_features(weir_flags INTERFACE cxx_std_20)
target_include_directories(weir_flags INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_BINARY_DIR}/src)
target_compile_definitions(weir_flags INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_FOREACH QT_NO_KEYWORDS QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS>)
# Optimised, GCC 12 reports null pointers and unset members that its own inlining has made up.
target_compile_options(weir_flags INTERFACE
    -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:${WEIR_UNITY}>>:-Wshadow> -Wnon-virtual-dtor -Wold-style-cast -Wcast-qual -Woverloaded-virtual
    -Wformat=2 -Wundef $<$<CONFIG:Debug>:-Wnull-dereference>
    $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-maybe-uninitialized> -fno-omit-frame-pointer ${WEIR_DEBUG_INFO}
    $<$<BOOL:${WEIR_WERROR}>:-Werror>)

if(WEIR_SANITIZE STREQUAL "address")
    target_compile_options(weir_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined)
    target_link_options(weir_flags INTERFACE -fsanitize=address,undefined)
elseif(WEIR_SANITIZE STREQUAL "thread")
    target_compile_options(weir_flags INTERFACE -fsanitize=thread)
    target_link_options(weir_flags INTERFACE -fsanitize=thread)
elseif(WEIR_SANITIZE STREQUAL "fuzzer")
    target_compile_options(weir_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined)
    target_link_options(weir_flags INTERFACE -fsanitize=address,undefined)
    target_compile_definitions(weir_flags INTERFACE _GLIBCXX_ASSERTIONS QT_FORCE_ASSERTS)
elseif(WEIR_SANITIZE)
    message(FATAL_ERROR "WEIR_SANITIZE is '${WEIR_SANITIZE}'; it takes address, thread or fuzzer")
endif()

find_program(WEIR_CCACHE ccache)
if(WEIR_CCACHE)
    # Presets and clones differ by directory only. The sloppiness is what a precompiled header needs (ccache's
    # manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 ${WEIR_CCACHE})
    set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CXX_COMPILER_LAUNCHER})
endif()
find_program(WEIR_MOLD mold)
if(WEIR_MOLD AND NOT WEIR_SANITIZE STREQUAL "fuzzer")
    target_link_options(weir_flags INTERFACE -fuse-ld=mold)
endif()

# weir_add_library(<name> SOURCES … LINK … [PCH …]): one room of the house.
function(weir_add_library name)
    cmake_parse_arguments(ARG "" "PCH" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    target_link_libraries(${name} PUBLIC weir_flags ${ARG_LINK} PRIVATE ${ARG_PRIVATE_LINK})
    if(WEIR_UNITY)
        set_target_properties(${name} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 10)
        # GCC takes what an included source keeps to itself for something that a header shows.
        target_compile_options(${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
    endif()
    if(ARG_PCH)
        weir_use_pch(${name} ${ARG_PCH})
    endif()
endfunction()
