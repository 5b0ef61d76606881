# Rule fixtures: tests/rules/README.md says how they are written.

add_executable(rules_run rules/run.c rules/fixture.c rules/fixes.c rules/files.c)
target_include_directories(rules_run PRIVATE ${PROJECT_SOURCE_DIR}/server rules)
target_link_libraries(rules_run PRIVATE nb_check)

file(GLOB fixture_folders CONFIGURE_DEPENDS LIST_DIRECTORIES true
     ${CMAKE_CURRENT_SOURCE_DIR}/rules/[A-Z]*)
foreach(folder ${fixture_folders})
  get_filename_component(name ${folder} NAME)
  if(IS_DIRECTORY ${folder})
    add_test(NAME rules/${name} COMMAND rules_run ${folder})
  endif()
endforeach()
add_test(NAME rules/examples COMMAND rules_run --examples)
add_test(NAME rules/coverage COMMAND rules_run --coverage ${CMAKE_CURRENT_SOURCE_DIR}/rules)
add_test(NAME rules/document
         COMMAND ${CMAKE_COMMAND} -DPROGRAM=$<TARGET_FILE:nianbao>
                 -DFILE=${PROJECT_SOURCE_DIR}/server/rules/RULES.md
                 -P ${CMAKE_CURRENT_SOURCE_DIR}/rules/document.cmake)
add_custom_target(rules_document
                  COMMAND nianbao rules --format markdown > ${PROJECT_SOURCE_DIR}/server/rules/RULES.md
                  COMMENT "Writing server/rules/RULES.md" VERBATIM)
