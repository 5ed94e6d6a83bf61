// What an export says of the log, against the log's own entries in it.
#pragma once

#include "BagFiles.h"
#include "BagReport.h"
#include "VerifyKeys.h"

#include <map>

namespace casebound {

/// Proofs against the signed head, private parts against their commitments, the numbers of bag-info.txt against the entries, and the marks
/// of reads.csv against the verdicts.
void checkBagLog(const BagFiles& files, const VerifyKeys& keys, const std::map<QByteArray, QByteArray>& info, BagReport& report);

} // namespace casebound
