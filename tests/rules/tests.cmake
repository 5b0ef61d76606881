# Rule fixtures: tests/rules/README.md says how they are written.

# While the layers below are being written: no analysis, nothing to run.
file(GLOB_RECURSE model_sources ${PROJECT_SOURCE_DIR}/server/report/*.c
     ${PROJECT_SOURCE_DIR}/server/markup/*.c)
set(has_model 0)
foreach(source ${model_sources})
  file(STRINGS ${source} found REGEX "^(nb_report_list nb_report_read|nb_markup nb_markup_parse)")
  if(found)
    math(EXPR has_model "${has_model} + 1")
  endif()
endforeach()
if(has_model LESS 2)
  return()
endif()

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
