# nianbao.json, --config and baselines as a user meets them; and the schema that editors read.
add_test(NAME config/commands
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/config/commands.sh $<TARGET_FILE:nianbao>)
add_test(NAME config/interrupted
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/config/interrupted.sh $<TARGET_FILE:nianbao>)
add_test(NAME config/document
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/config/document.sh $<TARGET_FILE:nianbao>
                 ${PROJECT_SOURCE_DIR}/docs/configuration.md)
add_custom_target(config_schema
                  COMMAND nianbao rules --format schema > ${PROJECT_SOURCE_DIR}/editors/schema/nianbao.schema.json
                  COMMENT "Writing editors/schema/nianbao.schema.json" VERBATIM)
add_test(NAME config/schema
         COMMAND bash ${CMAKE_CURRENT_SOURCE_DIR}/config/schema.sh $<TARGET_FILE:nianbao>
                 ${PROJECT_SOURCE_DIR}/editors/schema/nianbao.schema.json)
