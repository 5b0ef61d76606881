# The editors themselves are run by ./dev test neovim, emacs and vscode; here only what a change of a
# rule makes out of date.
find_package(Python3 COMPONENTS Interpreter)
if(Python3_FOUND)
  add_test(NAME editors/vscode_settings
           COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/editors/vscode/settings.py
                   $<TARGET_FILE:nianbao> --check)
endif()
