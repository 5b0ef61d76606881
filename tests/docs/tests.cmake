# What is written beside the program and must not fall out of step with it. The catalogue of rules
# and the schema of nianbao.json are compared by the suites rules and config.
find_package(Python3 COMPONENTS Interpreter QUIET)
if(NOT Python3_FOUND) # a build does not need it
  message(STATUS "without python3 some tests are left out: docs")
  return()
endif()
set(docs ${CMAKE_CURRENT_SOURCE_DIR}/docs)
set(readmes ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/README.zh.md)
add_test(NAME docs/readme
         COMMAND ${Python3_EXECUTABLE} ${docs}/readme.py $<TARGET_FILE:nianbao> ${readmes})
add_custom_target(readme
                  COMMAND ${Python3_EXECUTABLE} ${docs}/readme.py --write $<TARGET_FILE:nianbao> ${readmes}
                  COMMENT "Writing the output that README.md and README.zh.md show" VERBATIM)
add_test(NAME docs/manual
         COMMAND ${Python3_EXECUTABLE} ${docs}/manual.py $<TARGET_FILE:nianbao>
                 ${PROJECT_SOURCE_DIR}/docs/nianbao.1 ${PROJECT_SOURCE_DIR}/docs/configuration.md)
add_test(NAME docs/fold_table
         COMMAND ${Python3_EXECUTABLE} ${docs}/fold_table.py server/text/fold_table.py server/text/fold_table.c
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
set_tests_properties(docs/fold_table PROPERTIES SKIP_RETURN_CODE 77)
add_test(NAME docs/paths
         COMMAND ${Python3_EXECUTABLE} ${docs}/paths.py README.md README.zh.md docs/architecture.md
                 docs/configuration.md tests/rules/README.md
         WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
