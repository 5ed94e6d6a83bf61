// What casebound-verify says of what a desk exported, in each of the forms it can have.
#pragma once

#include "service/ExportDesk.h"
#include "verify/BagCheck.h"

namespace casebound {

[[nodiscard]] inline BagReport verified(const PrivateKey& logKey, const test::People& people, const QString& path)
{
    BagOptions options;
    (void)options.keys.addPublicKey(logKey.publicKeyDer());
    options.anchors = {people.authority.authority()};
    options.recipientKey = people.recipientKey;
    return checkBag(path, options);
}

[[nodiscard]] inline BagReport verified(const ExportDesk& desk, const QString& path)
{
    return verified(desk.logKey, desk.people, path);
}

/// The value of a line of bag-info.txt.
[[nodiscard]] inline QByteArray infoOf(const QString& bag, const QByteArray& term)
{
    for (const QByteArray& line : test::contents(bag + QStringLiteral("/bag-info.txt")).split('\n')) {
        if (line.startsWith(term + ": "))
            return line.sliced(term.size() + 2);
    }
    return {};
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
