# Every fix applied and checked again: tests/fixes/README.md says what is asked of a fix.

add_executable(fixes_fixtures fixes/fixtures.c fixes/render.c fixes/verify.c
                              rules/fixture.c rules/files.c)
target_include_directories(fixes_fixtures PRIVATE ${PROJECT_SOURCE_DIR}/server fixes rules)
target_link_libraries(fixes_fixtures PRIVATE nb_check)
add_test(NAME fixes/fixtures
         COMMAND fixes_fixtures ${CMAKE_CURRENT_SOURCE_DIR}/rules)

add_executable(fixes_planted fixes/planted.c fixes/plants.c fixes/render.c rules/files.c)
target_include_directories(fixes_planted PRIVATE ${PROJECT_SOURCE_DIR}/server fixes rules)
target_link_libraries(fixes_planted PRIVATE nb_check)
add_test(NAME fixes/planted COMMAND fixes_planted ${CMAKE_CURRENT_SOURCE_DIR}/reports)

add_test(NAME fixes/bulk
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/fixes/bulk.sh $<TARGET_FILE:nianbao>)
add_test(NAME fixes/template
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/fixes/template.sh $<TARGET_FILE:nianbao>)
