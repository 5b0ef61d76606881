# tests/fuzz/fuzz_<layer>*.c: one target each, linked with that layer and those below.
#
# With -DNB_FUZZ=ON (clang) they are libFuzzer programs:
#   build/fuzz/tests/fuzz_text tests/fuzz/corpus/fuzz_text
# Else each runs over its corpus once, as a test, with any compiler and sanitizer. What a fuzzer
# finds goes into the corpus.
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/fuzz_*.c)
foreach(source ${fuzz_sources})
  get_filename_component(target ${source} NAME_WE)
  string(REGEX REPLACE "^fuzz_([a-z]+).*$" "\\1" layer ${target})
  add_executable(${target} ${source})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/server ${CMAKE_CURRENT_LIST_DIR})
  target_link_libraries(${target} PRIVATE nb_${layer})
  set(corpus ${CMAKE_CURRENT_LIST_DIR}/corpus/${target})
  if(NB_FUZZ)
    target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    add_test(NAME fuzz/${target} COMMAND ${target} -runs=20000 -max_len=4096 ${corpus})
  else()
    target_sources(${target} PRIVATE ${CMAKE_CURRENT_LIST_DIR}/replay.c)
    add_test(NAME fuzz/${target} COMMAND ${target} ${corpus})
  endif()
endforeach()
