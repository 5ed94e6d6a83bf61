<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en_US">
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
</TS>
