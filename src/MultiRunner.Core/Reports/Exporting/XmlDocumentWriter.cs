using System.Text;
using System.Xml;

namespace MultiRunner.Reports.Exporting;

/// <summary>Writes an XML document for people and programs, piece by piece: with many points it is large.</summary>
internal sealed class XmlDocumentWriter : IDisposable
{
    private readonly XmlWriter xml;
    private readonly string? space;

    /// <param name="stream">Where to.</param>
    /// <param name="space">The namespace of all elements, or null.</param>
    public XmlDocumentWriter(Stream stream, string? space = null)
    {
        this.space = space;
        xml = XmlWriter.Create(stream, new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Indent = true,
            NewLineChars = "\n",

            // A carriage return in a text would be read back as a line feed if it were not escaped.
            NewLineHandling = NewLineHandling.Entitize,
        });
        xml.WriteStartDocument();
    }

    /// <summary>An element with what <paramref name="content"/> writes. Attributes without a value are left out.</summary>
    public void Element(string name, IEnumerable<(string Name, string? Value)> attributes, Action? content = null)
    {
        xml.WriteStartElement(name, space);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
                xml.WriteAttributeString(attribute, XmlText.Of(value));
        }

        content?.Invoke();
        xml.WriteEndElement();
    }

    /// <summary>An element with a text alone; none when there is no text.</summary>
    public void Text(string name, string? text)
    {
        if (text is null)
            return;
        xml.WriteStartElement(name, space);
        Text(text);
        xml.WriteEndElement();
    }

    /// <summary>The text of the element that is being written.</summary>
    public void Text(string text) => xml.WriteString(XmlText.Of(text));

    /// <summary>Ends the document. The stream stays open.</summary>
    public void Dispose()
    {
        xml.WriteEndDocument();
        xml.Dispose();
    }
}
