#include "app/PracticeVendorProcess.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <csignal>
#include <sys/prctl.h>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxOutput = 64 * 1024;
constexpr int stopLimitMs = 3'000;

} // namespace

PracticeVendorProcess::PracticeVendorProcess(Config config) : m_config(std::move(config))
{
    if (m_config.program.isEmpty())
        m_config.program = QDir(QCoreApplication::applicationDirPath()).filePath(u"casebound-practice-vendor"_s);
}

PracticeVendorProcess::~PracticeVendorProcess()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel();
    if (m_process->state() != QProcess::NotRunning && !m_process->waitForFinished(stopLimitMs)) {
        m_process->kill();
        m_process->waitForFinished(stopLimitMs);
    }
}

QFuture<VendorResult<QUrl>> PracticeVendorProcess::address()
{
    if (m_process && m_address.isValid())
        return QtFuture::makeReadyValueFuture(VendorResult<QUrl>(m_address));
    auto promise = std::make_shared<QPromise<VendorResult<QUrl>>>();
    promise->start();
    QFuture<VendorResult<QUrl>> future = promise->future();
    m_waiting.push_back(std::move(promise));
    if (!m_process)
        start();
    return future;
}

void PracticeVendorProcess::start()
{
    m_output.clear();
    m_address.clear();
    m_process = std::make_unique<QProcess>();
    m_limit = std::make_unique<QTimer>();
    m_limit->setSingleShot(true);
    // What it prints could hold a plate: nothing but its first line is read, and nothing is passed on.
    m_process->setStandardErrorFile(QProcess::nullDevice());
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &PracticeVendorProcess::readLine);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(u"start"_s);
    });
    connect(m_process.get(), &QProcess::finished, this, [this] { fail(u"ended"_s); });
    connect(m_limit.get(), &QTimer::timeout, this, [this] { fail(u"time"_s); });
    QStringList arguments{u"--stdin-life"_s,        u"--port"_s, u"0"_s,          u"--client-ca"_s, m_config.caFile, u"--cert"_s,
                          m_config.certificateFile, u"--key"_s,  m_config.keyFile};
    arguments += m_config.extraArguments;
    m_limit->start(m_config.startLimit);
    m_process->start(m_config.program, arguments);
}

void PracticeVendorProcess::readLine()
{
    const QByteArray arrived = m_process->readAllStandardOutput();
    if (m_address.isValid() || m_waiting.empty())
        return;
    m_output += arrived;
    qsizetype end = m_output.indexOf('\n');
    while (end >= 0) {
        const QByteArray line = m_output.first(end).trimmed();
        m_output.remove(0, end + 1);
        if (line.startsWith("listening ")) {
            const QUrl url(QString::fromLatin1(line.sliced(10)), QUrl::StrictMode);
            if (url.isValid() && url.scheme() == "https"_L1 && url.port() > 0) {
                m_address = url;
                m_limit->stop();
                settle(m_address);
            } else {
                fail(u"address"_s);
            }
            return;
        }
        end = m_output.indexOf('\n');
    }
    if (m_output.size() > maxOutput)
        fail(u"output"_s);
}

void PracticeVendorProcess::fail(const QString& why)
{
    if (!m_process)
        return;
    m_address.clear();
    m_limit->stop();
    QProcess* process = m_process.release();
    process->disconnect(this);
    connect(process, &QProcess::finished, process, &QObject::deleteLater);
    if (process->state() == QProcess::NotRunning)
        process->deleteLater();
    else
        process->kill();
    settle(std::unexpected(
        VendorFailure{.fault = VendorFault::Unreachable, .httpStatus = 0, .detail = u"practice vendor: "_s + why, .retryAt = {}}));
}

void PracticeVendorProcess::settle(const VendorResult<QUrl>& result)
{
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto& promise : waiting) {
        promise->addResult(result);
        promise->finish();
    }
}

} // namespace casebound
