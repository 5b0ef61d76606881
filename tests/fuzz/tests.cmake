# tests/fuzz/fuzz_<layer>*.c: one target each, linked with that layer and those below.
#
# With -DNB_FUZZ=ON (clang, preset fuzz) they are libFuzzer programs; run.sh runs all of them for
# about a minute, as ./dev test does:
#   tests/fuzz/run.sh build/fuzz/tests 60
# Else each runs over its corpus once, as a test, with any compiler and sanitizer. What a fuzzer
# finds goes into the corpus. The targets of whole reports take the reports of other tests as well.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/fuzz_*.c)
set(fuzz_reports ${PROJECT_SOURCE_DIR}/tests/reports)
foreach(source ${fuzz_sources})
  get_filename_component(target ${source} NAME_WE)
  string(REGEX REPLACE "^fuzz_([a-z]+).*$" "\\1" layer ${target})
  add_executable(${target} ${source})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/server ${CMAKE_CURRENT_LIST_DIR})
  target_link_libraries(${target} PRIVATE nb_${layer})
  set(corpus ${CMAKE_CURRENT_LIST_DIR}/corpus/${target})
  if(target MATCHES "^fuzz_(report|check)$")
    list(APPEND corpus ${fuzz_reports}/2008 ${fuzz_reports}/2014 ${fuzz_reports}/2019 ${fuzz_reports}/2021)
  endif()
  if(NB_FUZZ)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz/${target} COMMAND ${target} -runs=0 ${corpus})
  else()
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/replay.c)
    add_test(NAME fuzz/${target} COMMAND ${target} ${corpus})
  endif()
endforeach()

# The edits and the comparison are those of tests/check.
target_sources(fuzz_check_edited PRIVATE check/edits.c check/edits_words.c check/same.c
                                         check/same_markup.c check/same_tables.c
                                         check/same_report.c)
target_include_directories(fuzz_check_edited PRIVATE check)
