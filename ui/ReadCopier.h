// Copying and printing reads: what a person asked for, logged by CopyService before it is done, and said afterwards.
#pragma once

#include "ui/PageServices.h"
#include "ui/ReadSheet.h"

#include <QObject>

#include <functional>
#include <optional>

class QPrinter;

namespace casebound {

class Prompt;

/// Lives on the window's thread. What is in the clipboard afterwards, ClipboardGuard takes away again.
class ReadCopier final : public QObject {
    Q_OBJECT

public:
    enum class Deed { CopyTable, CopyMap, PrintTable, PrintMap };
    /// Asked when it is needed: a query may have ended while a printer was chosen.
    using Sheet = std::function<std::optional<ReadSheet>()>;
    /// Calls back with the printer a person chose; not at all where they chose none.
    using AskPrinter = std::function<void(QWidget* over, const QString& title, std::function<void(QPrinter&)> chosen)>;

    /// `user`: as printed pages name them.
    ReadCopier(const PageServices& services, QString user, Prompt& prompt, QObject* parent = nullptr);
    void perform(Deed deed, const Sheet& sheet, QWidget* over);
    void setAskPrinter(AskPrinter ask) { m_askPrinter = std::move(ask); }

    /// The table with the standing of each read before everything else, and, in training, that it is made up.
    struct Table {
        QStringList head;
        std::vector<QStringList> rows;
        QStringList readIds;
    };
    [[nodiscard]] static Table tableOf(const ReadSheet& sheet, bool training);
    /// "UNVERIFIED", "verified by eye", "NOT CONFIRMED, contrary"
    [[nodiscard]] static QString standing(Verdict verdict, bool near);

Q_SIGNALS:
    void announced(const QString& sentence);

private:
    void copyTable(const ReadSheet& sheet, QWidget* over);
    void copyMap(const ReadSheet& sheet, QWidget* over);
    void print(Deed deed, const Sheet& sheet, QWidget* over);
    void printOn(QPrinter& printer, Deed deed, const ReadSheet& sheet, QWidget* over);
    [[nodiscard]] bool logged(const ReadSheet& sheet, CopyWay way, const QStringList& ids, const QByteArray& bytes, QWidget* over,
                              const std::function<void()>& deed);
    void tell(QWidget* over, const QString& happened, const QString& consequence);

    const PageServices m_services;
    const QString m_user;
    Prompt& m_prompt;
    AskPrinter m_askPrinter;
};

} // namespace casebound
