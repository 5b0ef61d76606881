# Fails if FILE is not what PROGRAM writes; the descriptors of the rules are its source.
execute_process(COMMAND ${PROGRAM} rules --format markdown OUTPUT_VARIABLE written
                RESULT_VARIABLE status)
if(NOT status EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} rules failed: ${status}")
endif()
if(EXISTS ${FILE})
  file(READ ${FILE} kept)
endif()
if(NOT written STREQUAL "${kept}")
  message(FATAL_ERROR "${FILE} is out of date: nianbao rules --format markdown > server/rules/RULES.md")
endif()
