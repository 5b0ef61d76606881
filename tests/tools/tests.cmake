# Tools for people who work on the layers; no tests.
add_executable(dump_markup ${CMAKE_CURRENT_LIST_DIR}/dump_markup.c)
target_link_libraries(dump_markup PRIVATE nb_markup)
