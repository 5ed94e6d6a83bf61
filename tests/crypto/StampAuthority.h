// A time stamp authority made of OpenSSL's own command (openssl ts), for tests: none of our code answers.
#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace casebound::test {

class StampAuthority {
public:
    explicit StampAuthority(const char* usage = "timeStamping")
    {
        save("tsa.cnf",
             "[tsa]\ndefault_tsa = one\n[one]\nserial = serial\nsigner_cert = tsa.pem\ncerts = ca.pem\nsigner_key = tsa.key\n"
             "signer_digest = sha256\ndefault_policy = 1.3.6.1.4.1.99999.1\ndigests = sha256, sha384, sha512\naccuracy = secs:1\n"
             "ordering = yes\ntsa_name = no\ness_cert_id_chain = no\n");
        save("ext.cnf", "basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical," +
                            QByteArray(usage) + '\n');
        save("serial", "01\n");
        const char* const make =
            "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout ca.key -out ca.pem -days 60 "
            "-subj '/CN=Made-up stamp root' && "
            "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -noenc -keyout tsa.key -out tsa.csr -subj "
            "'/CN=Made-up stamps' && "
            "openssl x509 -req -in tsa.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 60 -extfile ext.cnf -out tsa.pem";
        if (run(make) != 0)
            qFatal("no time stamp authority could be made");
    }
    [[nodiscard]] QByteArray caPem() const { return load("ca.pem"); }
    [[nodiscard]] QString caFile() const { return m_folder.filePath(QStringLiteral("ca.pem")); }
    /// What `openssl ts -reply` answers.
    [[nodiscard]] QByteArray reply(const QByteArray& query) const
    {
        save("q.tsq", query);
        return run("openssl ts -reply -config tsa.cnf -queryfile q.tsq -out r.tsr") == 0 ? load("r.tsr") : QByteArray();
    }
    /// What `openssl ts -verify` says.
    [[nodiscard]] bool verifies(const QByteArray& response, const QByteArray& bytes) const
    {
        save("data", bytes);
        save("r.tsr", response);
        return run("openssl ts -verify -data data -in r.tsr -CAfile ca.pem") == 0;
    }

private:
    void save(const char* name, const QByteArray& bytes) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s cannot be written", name);
    }
    [[nodiscard]] QByteArray load(const char* name) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] int run(const char* command) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("bash"), {QStringLiteral("-c"), QString::fromLatin1(command)});
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    }
    QTemporaryDir m_folder;
};

} // namespace casebound::test
