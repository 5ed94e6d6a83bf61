// The only way sources of this folder see SQLCipher: renamed (CMakeLists.txt), never another SQLite.
#pragma once

#include <SqlCipherNames.h>
// after the names
#include <sqlite3.h>
