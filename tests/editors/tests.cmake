# The editors themselves are run by ./dev test neovim, emacs and vscode; here only what a change of a
# rule makes out of date.
find_package(Python3 COMPONENTS Interpreter QUIET)
if(NOT Python3_FOUND) # a build does not need it
  message(STATUS "without python3 some tests are left out: editors")
else()
  add_test(NAME editors/vscode_settings
           COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/editors/vscode/settings.py
                   $<TARGET_FILE:nianbao> --check)
  add_test(NAME editors/helix
           COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/editors/helix.py
                   $<TARGET_FILE:nianbao>)
  set_tests_properties(editors/helix PROPERTIES SKIP_RETURN_CODE 77)
endif()
