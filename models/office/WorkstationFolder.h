// One workstation's part of an office: the folder "office" in its data folder. Set up by the administrator's program, used by the window.
#pragma once

#include "domain/Clock.h"
#include "office/ProfileFile.h"

#include <QString>

#include <expected>
#include <optional>
#include <vector>

namespace casebound {

class WorkstationFolder {
public:
    explicit WorkstationFolder(QString folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] const QString& path() const { return m_folder; }
    [[nodiscard]] QString nameFile() const { return file("workstation"); }                ///< "<office>/<workstation>" and a line end.
    [[nodiscard]] QString administratorFile() const { return file("administrator.pem"); } ///< Whose signature counts.
    [[nodiscard]] QString keysFile() const { return file("keys.cms"); }
    [[nodiscard]] QString profileFile() const { return file("profile.json"); }
    [[nodiscard]] QString logFolder() const { return file("log"); }
    [[nodiscard]] QString caseFile() const { return file("cases.db"); }
    [[nodiscard]] QString rekeyFolder() const { return file("rekey"); } ///< New files on their way to their places (app/Rekeying.h).

    /// The administrator has made something here; whether it is whole, names() and the rest say.
    [[nodiscard]] bool isSetUp() const;
    struct Names {
        QString office, workstation;
    };
    [[nodiscard]] std::optional<Names> names() const;
    [[nodiscard]] bool writeNames(const Names& names) const;

    /// The newest profile in force here. The log holds the same in every entry; this is what is known before anyone opens it.
    [[nodiscard]] std::optional<ProfileSeen> seen() const;
    [[nodiscard]] bool setSeen(const ProfileSeen& seen) const;

    /// A profile that was refused while nobody could write to the log; the next sign-in writes it there. At most 32, the oldest stay.
    struct Refusal {
        QString at;   ///< RFC 3339.
        QString word; ///< profileFaultWord().
        QString sha256;
    };
    void noteRefusal(Instant at, ProfileFault fault, QByteArrayView profile) const;
    [[nodiscard]] std::vector<Refusal> refusals() const;
    /// The same of a sign-in whose credential did not open the log; `word` is the log's. At most 256 are kept, then only that there were
    /// more.
    void noteRefusedSignIn(Instant at, const QString& word) const;
    struct RefusedSignIn {
        QString at; ///< RFC 3339.
        QString word;
    };
    [[nodiscard]] std::vector<RefusedSignIn> refusedSignIns() const;
    void forgetRefusals() const; ///< Of both.

private:
    [[nodiscard]] QString file(const char* name) const { return m_folder + u'/' + QLatin1StringView(name); }
    QString m_folder;
};

/// Reads the profile at `path` with the signature beside it ("<path>.p7s") under what the workstation knows, and the layer of places it
/// names. A refusal is noted.
[[nodiscard]] std::expected<OfficeProfile, ProfileProblem> loadProfile(const QString& path, const QString& administratorFile,
                                                                       const WorkstationFolder& folder, Instant now);

} // namespace casebound
