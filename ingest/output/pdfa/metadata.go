package pdfa

import (
	"bytes"
	"encoding/xml"
)

// producer is what the copy says it was made by.
const producer = "vanthu"

// metadata writes the XMP packet. Only a copy that keeps PDF/A's rules says
// that it is one.
func metadata(title string, conforms bool) []byte {
	var out bytes.Buffer
	out.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"` +
		` xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">` + "\n")
	if conforms {
		out.WriteString("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>\n")
	}
	if title != "" {
		out.WriteString(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">`)
		xml.EscapeText(&out, []byte(title)) // a bytes.Buffer takes everything
		out.WriteString("</rdf:li></rdf:Alt></dc:title>\n")
	}
	out.WriteString("<dc:language><rdf:Bag><rdf:li>vi</rdf:li></rdf:Bag></dc:language>\n" +
		"<xmp:CreatorTool>" + producer + "</xmp:CreatorTool><pdf:Producer>" + producer + "</pdf:Producer>\n" +
		"</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return out.Bytes()
}
