// Cards for tests: SoftHSM tokens in a temporary folder, seen through a driver that counts PINs and can be pulled out (CardShim).
#pragma once

#include "crypto/Certificate.h"
#include "crypto/PrivateKey.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <vector>

namespace casebound::test {

inline constexpr char cardPin[] = "482910";

/// One a process; made before anything loads the driver.
class TestCardReader {
public:
    TestCardReader();
    [[nodiscard]] QString driver() const; ///< The shim's path.
    struct Content {
        QByteArray id;
        PrivateKey key;
        std::vector<Certificate> certificates; ///< None or one.
        bool mayDerive = true;
    };
    /// A new card with PIN cardPin.
    void insert(const QByteArray& label, const std::vector<Content>& contents);
    void pull(bool out);
    void setTries(int count);
    [[nodiscard]] unsigned acceptedPins() const;

private:
    QTemporaryDir m_folder;
    void* m_library = nullptr;
};

} // namespace casebound::test
