// What casebound-verify says of what a desk exported, in each of the forms it can have.
#pragma once

#include "service/ExportDesk.h"
#include "verify/BagCheck.h"

namespace casebound {

[[nodiscard]] inline BagReport verified(const ExportDesk& desk, const QString& path)
{
    BagOptions options;
    (void)options.keys.addPublicKey(desk.logKey.publicKeyDer());
    options.anchors = {desk.people.authority.authority()};
    options.recipientKey = desk.people.recipientKey;
    return checkBag(path, options);
}

/// A row of test data for each form.
inline void exportKinds()
{
    QTest::addColumn<BundleKind>("kind");
    QTest::newRow("folder") << BundleKind::Folder;
    QTest::newRow("zip") << BundleKind::Zip;
    QTest::newRow("encrypted") << BundleKind::Encrypted;
}

} // namespace casebound
