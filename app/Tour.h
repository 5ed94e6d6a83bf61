// `casebound --tour FOLDER`: the main job, a refusal and a lock in the real window, a picture of each. In training only.
#pragma once

#include "app/TourScript.h"

#include <QDir>
#include <QObject>
#include <QString>

#include <expected>
#include <memory>

namespace casebound {

/// Drives whatever windows the program shows. Quits the application: 0 when every picture was written, 1 otherwise.
class Tour final : public QObject {
    Q_OBJECT

public:
    /// Makes the folder. The error is one sentence for standard error.
    [[nodiscard]] static std::expected<std::unique_ptr<Tour>, QString> create(const QString& folder);
    void start();

private:
    explicit Tour(const QDir& folder);
    void signIn();
    void openCase();
    void refusal();
    void search();
    void map();
    void verify();
    void alerts();
    void caseFile();
    void exportCase();
    void course();
    void lockAndLeave();
    void review();
    void quality();
    void toPage(const QString& page);

    void step(const QString& name, std::function<bool()> ready, std::function<void()> act);
    void press(const QString& button);
    void acceptConditions();
    /// A picture once the window has settled; `top` names a widget in it.
    void picture(const QString& file, const QString& top);
    void fillCase(const QString& number);

    QDir m_folder;
    TourScript m_script;
    QString m_caseNumber;
};

} // namespace casebound
