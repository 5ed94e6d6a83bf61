#include "service/CaseExport.h"

namespace casebound {

using namespace Qt::StringLiterals;

QString auditWord(CaseExportProblem problem)
{
    switch (problem) {
    case CaseExportProblem::NotAllowed: return u"not_allowed"_s;
    case CaseExportProblem::Busy: return u"busy"_s;
    case CaseExportProblem::NoSuchCase: return u"no_such_case"_s;
    case CaseExportProblem::Disposed: return u"disposed"_s;
    case CaseExportProblem::NotAcknowledged: return u"not_acknowledged"_s;
    case CaseExportProblem::BadTarget: return u"bad_target"_s;
    case CaseExportProblem::TargetExists: return u"target_exists"_s;
    case CaseExportProblem::CannotWrite: return u"cannot_write"_s;
    case CaseExportProblem::DiskFull: return u"disk_full"_s;
    case CaseExportProblem::BadRecipient: return u"bad_recipient"_s;
    case CaseExportProblem::TooLarge: return u"too_large"_s;
    case CaseExportProblem::ReportFailed: return u"report_failed"_s;
    case CaseExportProblem::PictureDiffers: return u"picture_differs"_s;
    case CaseExportProblem::CannotRead: return u"cannot_read"_s;
    case CaseExportProblem::LogUnreadable: return u"log_unreadable"_s;
    case CaseExportProblem::CannotSign: return u"cannot_sign"_s;
    case CaseExportProblem::NoTimeStamp: return u"no_time_stamp"_s;
    case CaseExportProblem::CheckFailed: return u"check_failed"_s;
    case CaseExportProblem::Cancelled: return u"cancelled"_s;
    case CaseExportProblem::LogFault: return u"log_fault"_s;
    }
    return u"cannot_write"_s;
}

} // namespace casebound
