# SPDX-License-Identifier: GPL-3.0-or-later
# Precompiled headers of Qt and the standard library. Off, every file must include what it uses itself; so
# must it for clang-tidy and clazy, to which .ci/analyse gives the sources without them.
option(WEIR_PCH "Precompile Qt's headers" ON)

# weir_add_pch(<name> HEADER <file below cmake/pch> LINK <what its users link>)
function(weir_add_pch name)
    cmake_parse_arguments(ARG "" "HEADER" "LINK" ${ARGN})
    if(NOT WEIR_PCH OR TARGET ${name})
        return()
    endif()
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
    file(CONFIGURE OUTPUT ${source} CONTENT "// Carries a precompiled header.\n")
    add_library(${name} OBJECT ${source})
    target_link_libraries(${name} PRIVATE weir_flags ${ARG_LINK})
    target_precompile_headers(${name} PRIVATE ${PROJECT_SOURCE_DIR}/cmake/pch/${ARG_HEADER})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    target_compile_options(${name} PRIVATE ${WEIR_PCH_OPTIONS})
    if(WEIR_CCACHE)
        set_target_properties(${name} PROPERTIES
            CXX_COMPILER_LAUNCHER "${PROJECT_SOURCE_DIR}/cmake/pch/compile;${CMAKE_CXX_COMPILER_LAUNCHER}")
    endif()
endfunction()

# weir_use_pch(<target> <name>)
function(weir_use_pch target name)
    if(WEIR_PCH)
        target_precompile_headers(${target} REUSE_FROM ${name})
        target_compile_options(${target} PRIVATE ${WEIR_PCH_OPTIONS})
    endif()
endfunction()

# What ccache asks for to see through a precompiled header (its manual, "Precompiled headers").
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    set(WEIR_PCH_OPTIONS -fpch-preprocess)
elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    set(WEIR_PCH_OPTIONS "SHELL:-Xclang -fno-pch-timestamp")
endif()
