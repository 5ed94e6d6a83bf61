#include "ledger/LedgerCheck.h"

namespace casebound {
namespace {

struct Words {
    const char* name;
    const char* words;
};

Words wordsOf(LedgerFaultKind kind)
{
    using enum LedgerFaultKind;
    switch (kind) {
    case CheckpointMalformed: return {"checkpoint-malformed", "the signed head is not a checkpoint"};
    case CheckpointUnknownKey: return {"checkpoint-unknown-key", "the signed head carries no signature of the given key"};
    case CheckpointBadSignature: return {"checkpoint-bad-signature", "the signature of the signed head does not hold"};
    case CheckpointWrongOrigin: return {"checkpoint-wrong-origin", "the signed head names another log than the key belongs to"};
    case RootDiffers: return {"root-differs", "the entries do not give the root that was signed"};
    case LogShorter: return {"log-shorter", "the log was cut off: it has fewer entries than were signed"};
    case LogLonger: return {"log-longer", "the log has more entries than were signed"};
    case KeyAnnouncementForged:
        return {"key-announcement", "a new key is announced, and not by the key before it, or not of this log at this place"};
    case KeyNotInForce: return {"key-not-in-force", "signed with a key that the log had not, or no longer, in force"};
    case FileMissing: return {"file-missing", "a file the log must have is missing"};
    case FileUnexpected: return {"file-unexpected", "a file that does not belong to the log"};
    case FileNotRegular: return {"file-not-regular", "a link, device or folder stands where a plain file belongs"};
    case FileTooLarge: return {"file-too-large", "the file is larger than the format allows"};
    case BundleMalformed: return {"bundle-malformed", "the bundle does not hold the entries it must hold"};
    case TileDiffers: return {"tile-differs", "the hash tile is not the one the entries give"};
    case LeafDiffers: return {"leaf-differs", "the stored leaf hash is not the entry's"};
    case ChunkRootDiffers: return {"chunk-root-differs", "the stored root of 256 entries is not the one they give"};
    case RowDiffers: return {"row-differs", "an indexed column does not say what the entry says"};
    case DatabaseDamaged: return {"database-damaged", "the database cannot be read from here on, or a page of it was altered"};
    case DatabasePlain: return {"database-plain", "the database is not encrypted"};
    case SidecarDamaged: return {"sidecar-damaged", "the file of the signed head is missing, cut off or altered"};
    case SidecarSlotLost: return {"sidecar-slot-lost", "one of the two slots of the signed head is altered; no power cut explains it"};
    case EntryNotCanonical: return {"entry-not-canonical", "the entry is not in the one spelling RFC 8785 allows"};
    case EntryTooLarge: return {"entry-too-large", "the entry is over 65,535 bytes"};
    case EntryUnknownMember: return {"entry-unknown-member", "the entry has a member the format does not know"};
    case EntryMissingMember: return {"entry-missing-member", "the entry lacks a member every entry has"};
    case EntryBadMember: return {"entry-bad-member", "a member of the entry has a form or range the format does not allow"};
    case EventUnknown: return {"event-unknown", "the entry's event is not one the log knows"};
    case PrivateNotCanonical: return {"private-not-canonical", "the private part is committed to, and not in the format's form"};
    case CommitmentDiffers: return {"commitment-differs", "the private part is not the one the entry commits to"};
    case SealedMissing: return {"sealed-missing", "the sealed results the entry names are missing"};
    case SealedDiffers: return {"sealed-differs", "the sealed results do not have the digest of their name"};
    case SealedUnexpected: return {"sealed-unexpected", "sealed results that no entry names"};
    case SequenceBroken: return {"sequence-broken", "the entry does not stand at its own number"};
    case TimeBackwards: return {"time-backwards", "the entry is earlier than the one before it and is not a clock.back"};
    case BootOrder: return {"boot-order", "the runs of the program do not follow each other"};
    case SessionOrder: return {"session-order", "an entry stands outside its session"};
    case WorkstationDiffers: return {"workstation-differs", "the entry names another workstation than the first one"};
    case QueryIdMissing: return {"query-id-missing", "an intention or outcome without an id"};
    case IntentDoubled: return {"intent-doubled", "the same intention twice"};
    case OutcomeWithoutIntent: return {"outcome-without-intent", "an outcome without an intention before it"};
    case OutcomeDoubled: return {"outcome-doubled", "a second outcome of one intention"};
    case OutcomeMissing: return {"outcome-missing", "an intention of an earlier run that has no outcome"};
    case WitnessMalformed: return {"witness-malformed", "the witness is not a checkpoint"};
    case WitnessSignature: return {"witness-signature", "the witness is not signed by this log's key"};
    case WitnessDiffers: return {"witness-differs", "the log is not the one that was witnessed"};
    }
    return {"", ""};
}

} // namespace

const char* ledgerFaultName(LedgerFaultKind kind)
{
    return wordsOf(kind).name;
}

const char* ledgerFaultWords(LedgerFaultKind kind)
{
    return wordsOf(kind).words;
}

} // namespace casebound
