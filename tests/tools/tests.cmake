# Tools for people who work on the layers; no tests.
add_executable(dump_markup ${CMAKE_CURRENT_LIST_DIR}/dump_markup.c)
target_link_libraries(dump_markup PRIVATE nb_markup)

# docs/model.md is written by dump_keys > docs/model.md
add_executable(dump_keys ${CMAKE_CURRENT_LIST_DIR}/dump_keys.c)
target_link_libraries(dump_keys PRIVATE nb_report)
add_test(NAME docs/model
         COMMAND sh -c "\"$<TARGET_FILE:dump_keys>\" | diff -u \"${PROJECT_SOURCE_DIR}/docs/model.md\" -")
