// The whole program but its windows: practice office, real log, real TLS, the real practice vendor as a child.
#pragma once

#include "app/Workstation.h"

#include <QString>

#include <memory>

namespace casebound {

inline const QString DeskCase = QStringLiteral("PM-7731-ZULU");
inline const QString DeskReason = QStringLiteral("Blue lorry left Quayside depot with the stolen generator on board");

class PracticeDesk {
public:
    /// Ends the program with a message where the office cannot be made.
    PracticeDesk(const QString& dataFolder, const QStringList& vendorArguments);
    ~PracticeDesk();

    /// Signs in, as the practice agent unless told otherwise, and accepts the conditions; the failure where either is refused.
    [[nodiscard]] Outcome<Session*> signIn(CredentialChoice choice = {.kind = CredentialChoice::Kind::PracticeAgent, .path = {}},
                                           QString pin = {});
    [[nodiscard]] Session& session() { return *m_session; }
    /// Accepted by the gate; opens the case where there is none. Vendor's town: PMX4810 has forty reads, PMT5000 5,200.
    [[nodiscard]] QueryDraft draft(const QString& plate, const QString& jurisdiction);
    void signOut() { m_session.reset(); }
    /// The public parts of every entry, in order. Opens the log by itself: only while nobody is signed in.
    [[nodiscard]] std::vector<QByteArray> publicEntries();
    [[nodiscard]] Workstation& workstation() { return *m_workstation; }

private:
    std::unique_ptr<Workstation> m_workstation;
    std::shared_ptr<PendingSession> m_pending;
    std::shared_ptr<Session> m_session;
};

/// Runs the event loop until the run is no longer under way.
[[nodiscard]] bool waitForEnd(QueryRun& run, std::chrono::milliseconds limit = std::chrono::seconds(200));

} // namespace casebound
