"""The mark of PDF/UA-1 in the metadata of a PDF/A-2a file (ISO 14289-1, clause 5)."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from weasyprint.document import Document

_END = b"</rdf:RDF>"

_PART = b"""<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>"""

# ISO 19005-2, 6.6.2.3.2: a schema that PDF/A does not know is described where it is used.
_SCHEMA = b"""<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def declare(document: "Document") -> None:
    """Makes the PDF written from `document` say that it follows PDF/UA-1."""
    written: Callable[[object, object, object], bytes] = document.metadata.generate_rdf_metadata

    def with_identification(variant: object, version: object, conformance: object) -> bytes:
        return written(variant, version, conformance).replace(_END, _PART + _SCHEMA + _END)

    document.metadata.generate_rdf_metadata = with_identification
