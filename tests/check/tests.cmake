# An analysis that is told of the one before it is the one without: edited.c says how it is run for
# longer, and with another seed.

add_executable(check_edited check/edited.c check/edits.c check/edits_words.c check/setup.c
                            check/same.c check/same_markup.c check/same_tables.c check/same_report.c
                            rules/fixture.c rules/files.c)
target_include_directories(check_edited PRIVATE ${PROJECT_SOURCE_DIR}/server check rules)
target_link_libraries(check_edited PRIVATE nb_check)
add_test(NAME check/edited_reports
         COMMAND check_edited --steps 45 ${CMAKE_CURRENT_SOURCE_DIR}/reports
                 ${PROJECT_SOURCE_DIR}/examples ${CMAKE_CURRENT_SOURCE_DIR}/golden
                 ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/fuzz_check)
add_test(NAME check/edited_fixtures
         COMMAND check_edited --steps 6 ${CMAKE_CURRENT_SOURCE_DIR}/rules)
