// The practice vendor as a child process: started with the practice office's certificates, gone when we are.
#pragma once

#include "ports/VendorClient.h"

#include <QObject>
#include <QPromise>
#include <QStringList>
#include <QUrl>

#include <memory>
#include <vector>

class QProcess;
class QTimer;

namespace casebound {

/// Lives on the window's thread. The child reads its life from our end of its standard input and gets SIGTERM if our thread dies.
class PracticeVendorProcess final : public QObject {
    Q_OBJECT

public:
    struct Config {
        QString program; ///< Empty: casebound-practice-vendor next to this executable.
        QString caFile;  ///< Clients must present a certificate under it.
        QString certificateFile, keyFile;
        QStringList extraArguments; ///< Tests: faults, seed, record file.
        std::chrono::milliseconds startLimit{30'000};
    };
    explicit PracticeVendorProcess(Config config);
    ~PracticeVendorProcess() override;

    /// Its address; starts it where it does not run. Unreachable where it does not come up (detail: why, content-free).
    [[nodiscard]] QFuture<VendorResult<QUrl>> address();

private:
    void start();
    void readLine();
    void settle(const VendorResult<QUrl>& result);
    void fail(const QString& why);

    Config m_config;
    std::unique_ptr<QProcess> m_process;
    std::unique_ptr<QTimer> m_limit;
    QByteArray m_output;
    QUrl m_address;
    std::vector<std::shared_ptr<QPromise<VendorResult<QUrl>>>> m_waiting;
};

} // namespace casebound
