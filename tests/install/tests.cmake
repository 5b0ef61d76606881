add_test(NAME install
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/install/install.sh ${CMAKE_COMMAND} ${CMAKE_BINARY_DIR}
                 ${CMAKE_C_COMPILER})
# The newcomer's first command installs what a build needs, and python3 is not among it.
add_test(NAME install/without_python
         COMMAND ${CMAKE_COMMAND} -S ${PROJECT_SOURCE_DIR} -B ${CMAKE_BINARY_DIR}/without_python
                 -D CMAKE_C_COMPILER=${CMAKE_C_COMPILER} -D CMAKE_DISABLE_FIND_PACKAGE_Python3=ON)
