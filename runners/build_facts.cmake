# Fills the git revision into the header of build facts; run at every build, so that a commit without a new configure
# is told rightly. The copy is left alone when nothing changed. Outside a git checkout the revision is "unknown".
set(built_from CMakeLists.txt CMakePresets.json model scenarios analysis runners)
execute_process(COMMAND git rev-parse --verify --short=12 HEAD WORKING_DIRECTORY ${SOURCE_DIR}
                OUTPUT_VARIABLE GIT_REVISION OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE no_revision)
execute_process(COMMAND git --no-optional-locks status --porcelain -- ${built_from} WORKING_DIRECTORY ${SOURCE_DIR}
                OUTPUT_VARIABLE changes ERROR_QUIET)
set(GIT_DIRTY false)
if(no_revision)
    set(GIT_REVISION unknown)
elseif(changes)
    set(GIT_DIRTY true)
endif()
configure_file(${TEMPLATE} ${HEADER} @ONLY)
