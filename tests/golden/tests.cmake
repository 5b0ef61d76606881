# The dumps of `nianbao model` over one report a form in every dialect: golden.py.
find_package(Python3 COMPONENTS Interpreter QUIET)
if(NOT Python3_FOUND) # a build does not need it
  message(STATUS "without python3 some tests are left out: golden")
  return()
endif()
add_test(NAME golden/model
         COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/golden.py $<TARGET_FILE:nianbao>)
set_tests_properties(golden/model PROPERTIES ENVIRONMENT "LANG=zh_CN.UTF-8;LC_ALL=C.UTF-8;PYTHONUTF8=1")
