# Whole sessions with the server under Node's test runner: one ctest for each file.
# The packages of the reference client come by `npm ci --prefix tests/sessions`.
find_program(NODE_PROGRAM NAMES node nodejs)
file(GLOB session_files CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.test.mjs)
foreach(file ${session_files})
  get_filename_component(name ${file} NAME_WE)
  if(NODE_PROGRAM)
    add_test(NAME sessions/${name} COMMAND ${NODE_PROGRAM} --test ${file})
    set_tests_properties(sessions/${name} PROPERTIES
      ENVIRONMENT "NIANBAO=$<TARGET_FILE:nianbao>" TIMEOUT 300)
  else()
    add_test(NAME sessions/${name} COMMAND ${CMAKE_COMMAND} -E false)
    message(WARNING "sessions/${name} will fail: node was not found")
  endif()
endforeach()

# Every message against the official meta model; the checker and the reports lie beside the
# project where it is developed.
find_package(Python3 COMPONENTS Interpreter QUIET)
set(conform ${PROJECT_SOURCE_DIR}/../shared/tools/lsp_conform.py)
file(GLOB conform_documents
  ${PROJECT_SOURCE_DIR}/../shared/corpus/real/* ${PROJECT_SOURCE_DIR}/../shared/corpus/dialects/*)
add_test(NAME sessions/conform
  COMMAND ${CMAKE_CURRENT_LIST_DIR}/conform.sh $<TARGET_FILE:nianbao> ${conform} ${conform_documents})
set_tests_properties(sessions/conform PROPERTIES SKIP_RETURN_CODE 77 TIMEOUT 900)
