# What nearly every source reads – Qt's containers, <chrono>, <expected> – is read once for all of them: it is more than half of a build's time.
# Only with GCC: clang, which lints and fuzzes, reads every source as it is written and so finds a header that is not included.
option(CASEBOUND_PRECOMPILE "Precompile common headers (GCC)" ON)

set(casebound_common_headers
    <QByteArray> <QByteArrayView> <QDateTime> <QHash> <QList> <QObject> <QString> <QStringList> <QUuid>
    <algorithm> <array> <chrono> <cstdint> <expected> <functional> <map> <memory> <optional> <ranges> <set> <span> <string> <utility> <variant>
    <vector>)
set(casebound_window_headers
    <QAbstractItemModel> <QAction> <QApplication> <QBoxLayout> <QComboBox> <QDialog> <QLabel> <QLineEdit> <QPainter> <QPushButton>
    <QStyledItemDelegate> <QTableView> <QWidget>)

# casebound_targets(VARIABLE FOLDER): every target made in this folder of the sources and below.
function(casebound_targets VARIABLE FOLDER)
  get_property(found DIRECTORY ${FOLDER} PROPERTY BUILDSYSTEM_TARGETS)
  get_property(below DIRECTORY ${FOLDER} PROPERTY SUBDIRECTORIES)
  foreach(one IN LISTS below)
    casebound_targets(more ${one})
    list(APPEND found ${more})
  endforeach()
  set(${VARIABLE} ${found} PARENT_SCOPE)
endfunction()

# To be called when every target stands: those compiled as casebound_options says, and that know Qt, share two headers.
function(casebound_precompile)
  if(NOT CASEBOUND_PRECOMPILE OR NOT CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    return()
  endif()
  casebound_targets(targets ${CMAKE_SOURCE_DIR})
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/empty.cpp CONTENT "")
  foreach(kind common window)
    add_library(precompiled_${kind} OBJECT ${CMAKE_BINARY_DIR}/precompiled/empty.cpp)
    set_target_properties(precompiled_${kind} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_link_libraries(precompiled_${kind} PRIVATE $<IF:$<STREQUAL:${kind},window>,Qt6::Widgets,Qt6::Core> casebound_options)
    target_compile_options(precompiled_${kind} PRIVATE -fpch-preprocess) # so that ccache sees what is in it
  endforeach()
  target_precompile_headers(precompiled_common PRIVATE ${casebound_common_headers})
  target_precompile_headers(precompiled_window PRIVATE ${casebound_common_headers} ${casebound_window_headers})
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    get_target_property(links ${target} LINK_LIBRARIES)
    if(NOT type MATCHES "^(EXECUTABLE|STATIC_LIBRARY|OBJECT_LIBRARY)$" OR NOT "casebound_options" IN_LIST links)
      continue()
    endif()
    if(CMAKE_POSITION_INDEPENDENT_CODE AND type STREQUAL EXECUTABLE)
      continue() # compiled with -fPIE, the libraries with -fPIC: GCC takes a precompiled header for one of them
    endif()
    if(links MATCHES "(^|;)(ui|Qt6::Widgets)(;|$)")
      target_precompile_headers(${target} REUSE_FROM precompiled_window)
    else()
      target_precompile_headers(${target} REUSE_FROM precompiled_common)
    endif()
    target_compile_options(${target} PRIVATE -fpch-preprocess)
  endforeach()
endfunction()
