// The commands of casebound-admin, one function each.
#pragma once

#include "admin/AdminOffice.h"
#include "admin/Passphrases.h"

#include <QCommandLineParser>
#include <QTextStream>

#include <span>

namespace casebound {

struct AdminCall {
    QString folder;
    QCommandLineParser& options;
    QStringList words; ///< Without the command's own.
    Passphrases& passphrases;
    QTextStream& out;
    Instant now{};
    int status = 0; ///< What the program ends with where nothing failed: profile diff and check say 1.
};

struct AdminCommand {
    const char* name;    ///< "user add"
    const char* words;   ///< "ID"
    const char* summary; ///< One line.
    const char* help;    ///< Paragraphs for --help, ready for a manual page.
    std::vector<QCommandLineOption> options;
    int leastWords, mostWords;
    AdminResult<> (*run)(AdminCall& call);
};

[[nodiscard]] std::span<const AdminCommand> adminCommands();
/// The command the words begin with, or null.
[[nodiscard]] const AdminCommand* findAdminCommand(const QStringList& words);
[[nodiscard]] QString adminOverview();
[[nodiscard]] QString adminHelp(const AdminCommand& command);

/// Of an option that names a file: `into` becomes its bytes, or none where the name is empty, and stays where the option is not set.
[[nodiscard]] AdminResult<> fileOption(const AdminCall& call, const QString& option, QByteArray& into);

/// The base map of a profile in one line.
[[nodiscard]] QString mapWords(const BaseMap& map);
/// The same of its time stamp service.
[[nodiscard]] QString timeStampWords(const TimeStampService& service);

/// What the options of policy say of reviews; nothing is changed where one is refused.
[[nodiscard]] AdminResult<> reviewPolicy(const AdminCall& call, ReviewPolicy& policy);
/// A line each, as profile show prints them.
[[nodiscard]] QStringList reviewWords(const ReviewPolicy& policy);

// One source each.
[[nodiscard]] AdminResult<> initOffice(AdminCall& call);
[[nodiscard]] AdminResult<> addUser(AdminCall& call);
[[nodiscard]] AdminResult<> removeUser(AdminCall& call);
[[nodiscard]] AdminResult<> trainUser(AdminCall& call);
[[nodiscard]] AdminResult<> listUsers(AdminCall& call);
[[nodiscard]] AdminResult<> addReviewer(AdminCall& call);
[[nodiscard]] AdminResult<> removeReviewer(AdminCall& call);
[[nodiscard]] AdminResult<> setVendor(AdminCall& call);
[[nodiscard]] AdminResult<> setPolicy(AdminCall& call);
[[nodiscard]] AdminResult<> takeInPlaces(AdminCall& call);
[[nodiscard]] AdminResult<> showPlaces(AdminCall& call);
[[nodiscard]] AdminResult<> removePlaces(AdminCall& call);
[[nodiscard]] AdminResult<> setMap(AdminCall& call);
[[nodiscard]] AdminResult<> setTimeStamps(AdminCall& call);
[[nodiscard]] AdminResult<> addWorkstation(AdminCall& call);
[[nodiscard]] AdminResult<> removeWorkstation(AdminCall& call);
[[nodiscard]] AdminResult<> printWorkstationKey(AdminCall& call);
[[nodiscard]] AdminResult<> showProfile(AdminCall& call);
[[nodiscard]] AdminResult<> checkProfile(AdminCall& call);
[[nodiscard]] AdminResult<> signProfile(AdminCall& call);
[[nodiscard]] AdminResult<> diffProfiles(AdminCall& call);
[[nodiscard]] AdminResult<> recoverKeys(AdminCall& call);

} // namespace casebound
