# Objects of link-time optimisation tell nothing of their calls.
find_package(Python3 COMPONENTS Interpreter QUIET)
if(NOT Python3_FOUND) # a build does not need it
  message(STATUS "without python3 some tests are left out: style")
  return()
endif()
if(NOT NB_LTO)
  set(libraries)
  foreach(layer base text markup report rules check shell cli lsp)
    list(APPEND libraries $<TARGET_FILE:nb_${layer}>)
  endforeach()
  add_test(NAME style/circles
           COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/style/circles.py ${CMAKE_NM} ${libraries})
endif()
