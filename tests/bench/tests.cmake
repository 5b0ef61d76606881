# Benchmarks, built on request and no tests: cmake --build build/release --target bench_text
file(GLOB bench_sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/bench_*.c)
foreach(source ${bench_sources})
  get_filename_component(target ${source} NAME_WE)
  string(REGEX REPLACE "^bench_([a-z]+).*$" "\\1" layer ${target})
  add_executable(${target} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(${target} PRIVATE nb_${layer})
endforeach()
