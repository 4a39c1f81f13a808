// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/catalogue.h"

#include <QFile>
#include <QXmlStreamReader>

namespace Weir {

namespace {
QStringList readForms(QXmlStreamReader &xml, bool numerus)
{
    if (!numerus)
        return {xml.readElementText()};
    QStringList forms;
    while (xml.readNextStartElement())
        forms += xml.readElementText();
    return forms;
}

Catalogue::Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Catalogue::Message message;
    message.context = context;
    message.numerus = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("comment")) {
            message.comment = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.type = xml.attributes().value(QLatin1String("type")).toString();
            message.forms = readForms(xml, message.numerus);
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}
} // namespace

QString Catalogue::Message::key() const
{
    return QStringList{context, source, comment, QLatin1String(numerus ? "number" : "")}.join(u'|');
}

Catalogue Catalogue::read(const QString &path)
{
    Catalogue result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result.error = path + QStringLiteral(": ") + file.errorString();
        return result;
    }
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            result.messages += readMessage(xml, context);
    }
    result.error = xml.errorString();
    return result;
}

QStringList Catalogue::keys() const
{
    QStringList result;
    for (const Message &message : messages)
        result += message.key();
    result.sort();
    return result;
}

} // namespace Weir
