#include "bundle/PdfArchive.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace casebound {

using namespace Qt::StringLiterals;

namespace {

std::string utf8(const QString& text)
{
    return text.toStdString();
}

bool namesCmyk(QPDFObjectHandle value)
{
    if (value.isName())
        return value.getName() == "/DeviceCMYK";
    if (value.isArray()) {
        for (auto item : value.getArrayAsVector()) {
            if (item.isName() && item.getName() == "/DeviceCMYK")
                return true;
        }
    }
    return false;
}

void dropUnusedCmyk(QPDF& pdf)
{
    for (auto object : pdf.getAllObjects()) {
        auto dictionary = object.isStream() ? object.getDict() : object;
        if (!dictionary.isDictionary())
            continue;
        auto resources = dictionary.hasKey("/Resources") ? dictionary.getKey("/Resources") : dictionary;
        auto spaces = resources.isDictionary() ? resources.getKey("/ColorSpace") : QPDFObjectHandle::newNull();
        if (!spaces.isDictionary())
            continue;
        for (const std::string& key : spaces.getKeys()) {
            if (namesCmyk(spaces.getKey(key)))
                spaces.removeKey(key);
        }
    }
}

std::string xmp(const PdfFacts& facts, const QString& at)
{
    const QString text =
        u"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:format>application/pdf</dc:format>"
        "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">%1</rdf:li></rdf:Alt></dc:title></rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"><xmp:CreatorTool>%2</xmp:CreatorTool>"
        "<xmp:CreateDate>%3</xmp:CreateDate><xmp:ModifyDate>%3</xmp:ModifyDate></rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><pdf:Producer>%2</pdf:Producer></rdf:Description>\n"
        "<rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"><pdfaid:part>1</pdfaid:part>"
        "<pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
        "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>"_s.arg(facts.title.toHtmlEscaped(), facts.producer.toHtmlEscaped(), at);
    return utf8(text);
}

} // namespace

std::optional<QByteArray> archivePdf(const QByteArray& bytes, const PdfFacts& facts)
{
    try {
        QPDF pdf;
        pdf.setSuppressWarnings(true);
        pdf.processMemoryFile("report.pdf", bytes.constData(), static_cast<std::size_t>(bytes.size()));
        dropUnusedCmyk(pdf);

        const QDateTime at = toDateTime(facts.at);
        auto info = QPDFObjectHandle::newDictionary();
        info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(utf8(facts.title)));
        info.replaceKey("/Creator", QPDFObjectHandle::newUnicodeString(utf8(facts.producer)));
        info.replaceKey("/Producer", QPDFObjectHandle::newUnicodeString(utf8(facts.producer)));
        const auto date = QPDFObjectHandle::newString(utf8(at.toString(u"'D:'yyyyMMddHHmmss'Z'"_s)));
        info.replaceKey("/CreationDate", date);
        info.replaceKey("/ModDate", date);
        pdf.getTrailer().replaceKey("/Info", pdf.makeIndirectObject(info));

        auto metadata = pdf.newStream(xmp(facts, at.toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s)));
        metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
        metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
        auto root = pdf.getRoot();
        root.replaceKey("/Metadata", metadata);
        root.replaceKey("/Lang", QPDFObjectHandle::newString("en"));

        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.forcePDFVersion("1.4");
        writer.setNewlineBeforeEndstream(true);    // ISO 19005-1, 6.1.7
        writer.setStreamDataMode(qpdf_s_preserve); // an uncompressed metadata stream stays one
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return QByteArray(reinterpret_cast<const char*>(buffer->getBuffer()), static_cast<qsizetype>(buffer->getSize()));
    } catch (const std::exception&) {
        return std::nullopt;
    }
}

} // namespace casebound
