#include "ui/map/MapTrouble.h"

namespace casebound {

MapTrouble MapWords::of(MbTilesFault fault)
{
    switch (fault) {
    case MbTilesFault::Missing: return MapTrouble::FileMissing;
    case MbTilesFault::Unreadable: return MapTrouble::FileUnreadable;
    case MbTilesFault::NotRaster: return MapTrouble::FileNotRaster;
    case MbTilesFault::TooLarge: return MapTrouble::FileTooLarge;
    }
    return MapTrouble::FileUnreadable;
}

MapTrouble MapWords::of(const VendorFailure& failure)
{
    switch (failure.fault) {
    case VendorFault::Gone: return MapTrouble::NotThere;
    case VendorFault::Unreachable:
    case VendorFault::Unknown:
    case VendorFault::Truncated:
    case VendorFault::Cancelled: return MapTrouble::ServerUnreachable;
    case VendorFault::TimedOut: return MapTrouble::ServerSlow;
    case VendorFault::TlsRefused: return MapTrouble::ServerNotTrusted;
    case VendorFault::WrongOrigin: return MapTrouble::ServerElsewhere;
    case VendorFault::ClientCertificate:
    case VendorFault::Rejected:
    case VendorFault::NotPermitted:
    case VendorFault::SessionEnded: return MapTrouble::ServerRefuses;
    case VendorFault::Conflict:
    case VendorFault::Busy:
    case VendorFault::VendorError: return MapTrouble::ServerFails;
    case VendorFault::Malformed:
    case VendorFault::Inconsistent: return MapTrouble::NotAPicture;
    case VendorFault::TooLarge: return MapTrouble::TileTooLarge;
    }
    return MapTrouble::ServerFails;
}

QString MapWords::say(MapTrouble trouble)
{
    switch (trouble) {
    case MapTrouble::NotThere: return {};
    case MapTrouble::FileMissing: return tr("the file is missing; tell your administrator");
    case MapTrouble::FileAltered: return tr("the file is not the one that was signed, and is not shown; tell your administrator");
    case MapTrouble::FileUnreadable: return tr("the file cannot be read or is damaged; tell your administrator");
    case MapTrouble::FileNotRaster: return tr("the file holds no pictures (PNG or JPEG); tell your administrator");
    case MapTrouble::FileTooLarge: return tr("the file is larger than 64 GB and is not opened; tell your administrator");
    case MapTrouble::ServerUnusable: return tr("its address or authorities in the office profile cannot be used; tell your administrator");
    case MapTrouble::ServerUnreachable: return tr("the server does not answer");
    case MapTrouble::ServerSlow: return tr("the server answers too slowly");
    case MapTrouble::ServerNotTrusted: return tr("the server's certificate is refused, nothing was asked; tell your administrator");
    case MapTrouble::ServerElsewhere: return tr("the server sends elsewhere, which is not followed; tell your administrator");
    case MapTrouble::ServerRefuses: return tr("the server refuses to answer; tell your administrator");
    case MapTrouble::ServerFails: return tr("the server reports an error");
    case MapTrouble::NotAPicture: return tr("some pictures could not be opened");
    case MapTrouble::TileTooLarge: return tr("some pictures are over 2 MB and are not shown");
    }
    return {};
}

bool MapWords::mayPass(MapTrouble trouble)
{
    switch (trouble) {
    case MapTrouble::ServerUnreachable:
    case MapTrouble::ServerSlow:
    case MapTrouble::ServerNotTrusted:
    case MapTrouble::ServerElsewhere:
    case MapTrouble::ServerRefuses:
    case MapTrouble::ServerFails: return true;
    case MapTrouble::NotThere:
    case MapTrouble::FileMissing:
    case MapTrouble::FileAltered:
    case MapTrouble::FileUnreadable:
    case MapTrouble::FileNotRaster:
    case MapTrouble::FileTooLarge:
    case MapTrouble::ServerUnusable:
    case MapTrouble::NotAPicture:
    case MapTrouble::TileTooLarge: return false;
    }
    return false;
}

} // namespace casebound
