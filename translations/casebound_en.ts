<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
<context>
    <name>ReviewWords</name>
    <message numerus="yes">
        <source>Review overdue: %n day(s) since the end of the last signed one</source>
        <translation>
            <numerusform>Review overdue: %n day since the end of the last signed one</numerusform>
            <numerusform>Review overdue: %n days since the end of the last signed one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message numerus="yes">
        <source>%n field(s) need your attention.</source>
        <translation>
            <numerusform>%n field needs your attention.</numerusform>
            <numerusform>%n fields need your attention.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s), back to %1 (%2)</source>
        <extracomment>Limit in force. %1: first day that may be asked for, %2: legal source.</extracomment>
        <translation>
            <numerusform>%n year, back to %1 (%2)</numerusform>
            <numerusform>%n years, back to %1 (%2)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s), back to %1 (all the vendor keeps)</source>
        <extracomment>The vendor keeps less than the law would allow. %1: day, %n: days.</extracomment>
        <translation>
            <numerusform>%n day, back to %1 (all the vendor keeps)</numerusform>
            <numerusform>%n days, back to %1 (all the vendor keeps)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ComplaintDialog</name>
    <message numerus="yes">
        <source>%n use(s) of this plate: queries, refused attempts and alert entries.</source>
        <translation>
            <numerusform>%n use of this plate: queries, refused attempts and alert entries.</numerusform>
            <numerusform>%n uses of this plate: queries, refused attempts and alert entries.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::FaultWindow</name>
    <message numerus="yes">
        <source>The check found %n fault(s); %1 could be read.</source>
        <extracomment>%1: &quot;1,204 entries&quot;.</extracomment>
        <translation>
            <numerusform>The check found %n fault; %1 could be read.</numerusform>
            <numerusform>The check found %n faults; %1 could be read.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::MainWindow</name>
    <message numerus="yes">
        <source>Nobody is at the keyboard. Casebound locks in %n second(s).</source>
        <translation>
            <numerusform>Nobody is at the keyboard. Casebound locks in %n second.</numerusform>
            <numerusform>Nobody is at the keyboard. Casebound locks in %n seconds.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s) have been neither judged nor kept.</source>
        <translation>
            <numerusform>%n read has been neither judged nor kept.</numerusform>
            <numerusform>%n reads have been neither judged nor kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::OffencePicker</name>
    <message numerus="yes">
        <source>Limitation %n year(s), %1</source>
        <extracomment>%1: statute the limit comes from.</extracomment>
        <translation>
            <numerusform>Limitation %n year, %1</numerusform>
            <numerusform>Limitation %n years, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ReviewPage</name>
    <message numerus="yes">
        <source>%n item(s) are your own and wait for another reviewer.</source>
        <translation>
            <numerusform>%n item is your own and waits for another reviewer.</numerusform>
            <numerusform>%n items are your own and wait for another reviewer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) are to be judged.</source>
        <translation>
            <numerusform>%n item is to be judged.</numerusform>
            <numerusform>%n items are to be judged.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::StatusStrip</name>
    <message numerus="yes">
        <source>%1, its clock differs by %n minute(s)</source>
        <extracomment>%1: &quot;Vendor: connected&quot;; the clocks differ by %n minutes.</extracomment>
        <translation>
            <numerusform>%1, its clock differs by %n minute</numerusform>
            <numerusform>%1, its clock differs by %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ExportWizard</name>
    <message numerus="yes">
        <source>%n read(s) in it are unverified, and are marked so in every file of it.</source>
        <translation>
            <numerusform>%n read in it is unverified, and is marked so in every file of it.</numerusform>
            <numerusform>%n reads in it are unverified, and are marked so in every file of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ReadCopier</name>
    <message numerus="yes">
        <source>%n read(s) copied as CSV, which the log says. The clipboard is cleared after a minute.</source>
        <translation>
            <numerusform>%n read copied as CSV, which the log says. The clipboard is cleared after a minute.</numerusform>
            <numerusform>%n reads copied as CSV, which the log says. The clipboard is cleared after a minute.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) of the alert list copied as CSV, which the log says. The clipboard is cleared after a minute.</source>
        <translation>
            <numerusform>%n entry of the alert list copied as CSV, which the log says. The clipboard is cleared after a minute.</numerusform>
            <numerusform>%n entries of the alert list copied as CSV, which the log says. The clipboard is cleared after a minute.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::AlertHitModel</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::AlertTableModel</name>
    <message numerus="yes">
        <source>overdue for %n day(s)</source>
        <translation>
            <numerusform>overdue for %n day</numerusform>
            <numerusform>overdue for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::AlertsPage</name>
    <message numerus="yes">
        <source>%n entry(s) overdue and suspended: revalidate or remove.</source>
        <translation>
            <numerusform>%n entry is overdue and suspended: revalidate or remove it.</numerusform>
            <numerusform>%n entries are overdue and suspended: revalidate or remove them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) handed over, to be justified.</source>
        <translation>
            <numerusform>%n entry was handed over and is to be justified.</numerusform>
            <numerusform>%n entries were handed over and are to be justified.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) due within 30 days.</source>
        <translation>
            <numerusform>%n entry is due within 30 days.</numerusform>
            <numerusform>%n entries are due within 30 days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not yet confirmed by the vendor; told again until it does.</source>
        <translation>
            <numerusform>%n change is not yet confirmed by the vendor; it is told again until it does.</numerusform>
            <numerusform>%n changes are not yet confirmed by the vendor; it is told again until it does.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hit(s) nobody has judged go with it.</source>
        <translation>
            <numerusform>%n hit nobody has judged goes with it.</numerusform>
            <numerusform>%n hits nobody has judged go with it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) added to the alert list.</source>
        <translation>
            <numerusform>%n entry was added to the alert list.</numerusform>
            <numerusform>%n entries were added to the alert list.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::HitNotice</name>
    <message numerus="yes">
        <source>%n unverified hit(s) of your alerts.</source>
        <translation>
            <numerusform>%n unverified hit of your alerts.</numerusform>
            <numerusform>%n unverified hits of your alerts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ImportAlertsDialog</name>
    <message numerus="yes">
        <source>Add %n entry(s)</source>
        <translation>
            <numerusform>Add %n entry</numerusform>
            <numerusform>Add %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of the file cannot be added.</source>
        <translation>
            <numerusform>%n row of the file cannot be added.</numerusform>
            <numerusform>%n rows of the file cannot be added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entry(s) added. What was not added stands in the table.</source>
        <translation>
            <numerusform>%n entry was added. What was not added stands in the table.</numerusform>
            <numerusform>%n entries were added. What was not added stands in the table.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::ReferralDialog</name>
    <message numerus="yes">
        <source>%n entries were packed: %1</source>
        <extracomment>%1: folder.</extracomment>
        <translation>
            <numerusform>%n entry was packed: %1</numerusform>
            <numerusform>%n entries were packed: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>casebound::SealedDialog</name>
    <message numerus="yes">
        <source>%n read(s), as the vendor sent them. A read is a lead; nobody has verified these here.</source>
        <translation>
            <numerusform>%n read, as the vendor sent it. A read is a lead; nobody has verified it here.</numerusform>
            <numerusform>%n reads, as the vendor sent them. A read is a lead; nobody has verified these here.</numerusform>
        </translation>
    </message>
</context>
</TS>
