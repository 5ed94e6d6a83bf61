# One place for how every target of ours is compiled.
add_library(casebound_options INTERFACE)
target_compile_definitions(casebound_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_DISABLE_DEPRECATED_UP_TO=0x060800
    CASEBOUND_VERSION="${PROJECT_VERSION}")
target_compile_options(casebound_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast -Werror=switch -fno-common
    -Wno-missing-field-initializers # designated initialisers leave out what has a good default
    $<$<CXX_COMPILER_ID:Clang>:-Wno-gnu-zero-variadic-macro-arguments>)
if(CASEBOUND_WARNINGS_AS_ERRORS)
  target_compile_options(casebound_options INTERFACE -Werror)
endif()
if(CASEBOUND_SANITIZE)
  target_compile_options(casebound_options INTERFACE -fsanitize=${CASEBOUND_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  # What a sanitizer puts between the lines makes GCC take the value of an empty optional for one that is read; other builds go on asking.
  target_compile_options(casebound_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_link_options(casebound_options INTERFACE -fsanitize=${CASEBOUND_SANITIZE})
endif()
if(CASEBOUND_FUZZ)
  # Everything of ours is instrumented, else the fuzzer sees nothing of it. Other programs need a sanitizer's runtime to link, then.
  target_compile_options(casebound_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(CASEBOUND_COVERAGE)
  target_compile_options(casebound_options INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(casebound_options INTERFACE --coverage)
endif()
if(CASEBOUND_HARDEN)
  # Inlined that far, GCC 14 takes the alternatives of a std::variant that is none of them for uninitialised; other builds go on asking.
  target_compile_options(casebound_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  target_compile_options(casebound_options INTERFACE -fstack-protector-strong -fstack-clash-protection -fcf-protection -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS)
  target_link_options(casebound_options INTERFACE -Wl,-z,relro,-z,now)
  target_compile_options(casebound_options INTERFACE -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.) # no path of this machine in what is handed out
  set(CMAKE_POSITION_INDEPENDENT_CODE ON)
endif()
target_link_options(casebound_options INTERFACE -fuse-ld=mold)

# casebound_library(NAME domain SOURCES … LINKS … [AUTOMOC]): one layer. LINKS is the layer's whole permission:
# tests/architecture compares it with the picture in CONTRIBUTING.md.
function(casebound_library)
  cmake_parse_arguments(LIB "AUTOMOC" "NAME" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${LIB_NAME} STATIC ${LIB_SOURCES})
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH parent)
  target_include_directories(${LIB_NAME} PUBLIC ${parent})
  target_link_libraries(${LIB_NAME} PUBLIC ${LIB_LINKS} PRIVATE ${LIB_PRIVATE_LINKS} casebound_options)
  if(NOT LIB_AUTOMOC)
    set_target_properties(${LIB_NAME} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  endif()
  set_property(GLOBAL APPEND_STRING PROPERTY CASEBOUND_GRAPH "${LIB_NAME}: ${LIB_LINKS};${LIB_PRIVATE_LINKS}\n")
endfunction()

function(casebound_program)
  cmake_parse_arguments(PROG "" "NAME" "SOURCES;LINKS" ${ARGN})
  qt_add_executable(${PROG_NAME} ${PROG_SOURCES})
  target_link_libraries(${PROG_NAME} PRIVATE ${PROG_LINKS} casebound_options)
endfunction()

# What the sanitizers are told at run time, in every test and the programs it starts.
set(casebound_sanitizer_environment "")
if(CASEBOUND_SANITIZE MATCHES address)
  list(APPEND casebound_sanitizer_environment "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1:check_initialization_order=1")
endif()
if(CASEBOUND_SANITIZE MATCHES undefined)
  list(APPEND casebound_sanitizer_environment "UBSAN_OPTIONS=print_stacktrace=1")
endif()
if(CASEBOUND_SANITIZE MATCHES thread)
  list(APPEND casebound_sanitizer_environment
      "TSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp:second_deadlock_stack=1:history_size=4")
endif()

# A test's own limit in seconds, longer under a sanitizer: address and undefined-behaviour cost two to three times, threads up to ten.
set(CASEBOUND_TEST_TIMEOUT_FACTOR "" CACHE STRING "What test timeouts are multiplied with; empty: as the sanitizer needs")
function(casebound_test_timeout NAME SECONDS)
  set(factor "${CASEBOUND_TEST_TIMEOUT_FACTOR}")
  if(factor STREQUAL "")
    set(factor 1)
    if(CASEBOUND_SANITIZE MATCHES thread)
      set(factor 10)
    elseif(CASEBOUND_SANITIZE OR CASEBOUND_FUZZ OR CASEBOUND_COVERAGE)
      set(factor 4)
    endif()
  endif()
  math(EXPR limit "${SECONDS} * ${factor}")
  set_tests_properties(${NAME} PROPERTIES TIMEOUT ${limit})
endfunction()

# casebound_test(NAME plate_test SOURCES … LINKS … [LABEL unit|integration|window] [TIMEOUT s] [UNSANITIZED why]): a Qt Test program.
# UNSANITIZED: a sanitizer's runtime takes away what the test needs, and why; the test is built and passed without one alone.
function(casebound_test)
  cmake_parse_arguments(T "" "NAME;LABEL;TIMEOUT;UNSANITIZED" "SOURCES;LINKS;ENVIRONMENT" ${ARGN})
  qt_add_executable(${T_NAME} ${T_SOURCES})
  set_target_properties(${T_NAME} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_link_libraries(${T_NAME} PRIVATE ${T_LINKS} test_paths Qt6::Test casebound_options)
  target_include_directories(${T_NAME} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  # Qt 6.8's QTRY_ macros narrow std::chrono counts to int where they are expanded.
  target_compile_options(${T_NAME} PRIVATE -Wno-error=conversion)
  add_test(NAME ${T_NAME} COMMAND ${T_NAME})
  if(NOT T_LABEL)
    set(T_LABEL unit)
  endif()
  if(NOT T_TIMEOUT)
    set(T_TIMEOUT 120)
  endif()
  # The folder is a label and a target too: CI builds and runs chosen layers under the sanitizers.
  cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME layer)
  if(NOT TARGET tests_${layer})
    add_custom_target(tests_${layer})
  endif()
  if(T_UNSANITIZED AND CASEBOUND_SANITIZE)
    set_tests_properties(${T_NAME} PROPERTIES DISABLED TRUE)
  else()
    add_dependencies(tests_${layer} ${T_NAME})
  endif()
  # ctest's limit is the only one: Qt Test's own of five minutes a function knows neither sanitizers nor a busy machine.
  set_tests_properties(${T_NAME} PROPERTIES LABELS "${T_LABEL};${layer}"
      ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=3600000;QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=*.debug=false;${casebound_sanitizer_environment};${T_ENVIRONMENT}")
  casebound_test_timeout(${T_NAME} ${T_TIMEOUT})
endfunction()
