"""The form rules of resolve: while one of these faults stands, nothing can be bound and built."""

from indictment.diagnostics import Rule, Severity

ERROR = Severity.ERROR

UNKNOWN_LABEL = Rule(
    code="XRF001",
    name="unknown-label",
    severity=ERROR,
    summary="Every @label must name something in the matter.",
    explanation="""\
The sign @ followed by a label stands for a paragraph, heading, count, annex, row of a schedule,
footnote, exhibit, accused or other person. A label that names nothing would leave a hole in the
printed text.

For example, `By the facts in @invasoin` is an error where the paragraph is labelled
`{#invasion}`.

Correct the label, or give it to what is meant: `{#invasoin}` on a line of its own above the
paragraph. For a plain @, as in an address, write `\\@`.""",
    form=True,
)

DUPLICATE_LABEL = Rule(
    code="XRF002",
    name="duplicate-label",
    severity=ERROR,
    summary="A label must be given once only.",
    explanation="""\
Two paragraphs, counts, exhibits or persons with one label cannot be told apart when the text
refers to them.

For example, `{#invasion}` above a paragraph in facts/ and again above a paragraph in counts/.

Give one of them another label; `indict rename OLD NEW` changes a label everywhere it is used.""",
    form=True,
)

AMBIGUOUS_LABEL = Rule(
    code="XRF003",
    name="ambiguous-label",
    severity=ERROR,
    summary="Two things of different kinds must not share a label.",
    explanation="""\
All labels of a matter are one set of names: @order cannot be an exhibit and a heading at once,
because the printed words would depend on which is meant. The name of a file, without its
leading number, is a label too.

For example, an exhibit `invasion:` in exhibits/exhibits.yaml and a paragraph `{#invasion}`.

Give one of them another label; where a file's name is in the way, set `id:` in the file or
rename the file.""",
    form=True,
)

WRONG_KIND = Rule(
    code="XRF005",
    name="label-of-wrong-kind",
    severity=ERROR,
    summary="A label must name the kind of thing that its place asks for.",
    explanation="""\
A citation in brackets names an exhibit, `defendants:` names accused, `offence:` an offence,
`conduct:` and `modes:` words of that offence, `elements=` its elements, `relies-on:` headings,
`alternative-to:` a count. A reference in the text names something that has a number, or a
person.

For example, `[@invasion]` where @invasion is a paragraph, or `modes: [aidding]`.

Write one of the labels that the message lists, or write the reference in the form that fits:
@invasion without brackets is "paragraph 32", [@order-7, p. 3] with brackets is a footnote.""",
    form=True,
)

CIRCULAR_REFERENCE = Rule(
    code="XRF006",
    name="circular-reference",
    severity=ERROR,
    summary="Counts must not be alternatives to, or incorporate, each other in a circle.",
    explanation="""\
A count in the alternative is read only if the count it names is not proved; counts that are
each other's alternatives leave no count that is read first. The same holds for counts that
incorporate each other, and for a count that names itself.

For example, count A has `alternative-to: b` and count B has `alternative-to: a`.

Take `alternative-to:` (or `incorporates:`) out of one of them.""",
    form=True,
)

HEADING_LEVEL = Rule(
    code="XRF007",
    name="heading-out-of-level",
    severity=ERROR,
    summary="A heading must not skip a level, nor lie deeper than the form prints.",
    explanation="""\
The contents, the outline of the PDF and a reader who listens to the document all follow the
levels of headings; a heading that skips a level belongs to nothing.

For example, `## The invasion` followed by `#### The northern axis`.

Write the heading with one # less, or add the heading between them. Below the title of a file
headings go three levels deep in an annex and two levels deep elsewhere.""",
    form=True,
)

NOTHING_TO_CONTINUE = Rule(
    code="XRF008",
    name="nothing-to-continue",
    severity=ERROR,
    summary="A paragraph marked .continues must follow a paragraph, with no heading between.",
    explanation="""\
`{.continues}` marks text that goes on under the number of the paragraph before it, after a list
or a quotation. At the start of a file or straight below a heading there is no such paragraph.

For example, `## The invasion`, then `{.continues}`, then text.

Take `.continues` out, or write `.unnumbered` for text that stands alone without a number.""",
    form=True,
)

UNLISTED_EXHIBIT = Rule(
    code="CIT001",
    name="unlisted-exhibit",
    severity=ERROR,
    summary="Every exhibit that is cited must be in the exhibit list.",
    explanation="""\
The reader follows the citation to the exhibit; in the bundle it is a link. An exhibit that is
not in the list has no mark, no file and no place in the bundle.

For example, `[@order-8, p. 2]` where exhibits/exhibits.yaml has no entry `order-8:`.

Add the entry to a list in exhibits/, or cite the exhibit that is meant.""",
    form=True,
)

UNKNOWN_UNIT = Rule(
    code="CIT005",
    name="unknown-unit",
    severity=ERROR,
    summary="A pinpoint must be given in a unit that the court's form knows.",
    explanation="""\
A pinpoint says where in an exhibit the reader must look: a page, a paragraph, an article, a
line. The units are listed under `units:` in the court's form, and only these can be printed in
its way.

For example, `[@order-7, pg. 3]` where the form knows p. and pp.

Write one of the units that the message lists, or add the unit to templates/<court>/court.yaml
of the matter.""",
    form=True,
)

TYPED_REFERENCE = Rule(
    code="CIT006",
    name="typed-back-reference",
    severity=ERROR,
    summary='"ibid.", "supra" and "note 12 above" are written by the tool, never by hand.',
    explanation="""\
Footnotes are numbered when the document is built. A typed "ibid." or "note 12 above" points at
the wrong note as soon as one is added before it. The tool writes the first citation of an
exhibit in full, later ones short, and "ibid." where the court wants it.

For example, `[@order-7, p. 3]` followed by `^[Ibid., p. 4.]`.

Cite the exhibit again: `[@order-7, p. 4]`. To refer to a footnote, give it a label and write
@label.""",
    form=True,
)

DUPLICATE_MARK = Rule(
    code="EXH004",
    name="duplicate-mark",
    severity=ERROR,
    summary="An exhibit mark must be given to one exhibit only.",
    explanation="""\
The court, the parties and the bundle identify an exhibit by its mark. `mark:` freezes the mark
of an exhibit once it is filed; two exhibits with one mark cannot both be filed.

For example, `mark: P004` in two entries of the exhibit list.

Take `mark:` out of the entry that is not filed yet: the tool gives it the next free mark.""",
    form=True,
)

UNUSABLE_FORM = Rule(
    code="FRM090",
    name="unusable-court-form",
    severity=ERROR,
    summary="The patterns in court.yaml must be ones that can be filled in.",
    explanation="""\
court.yaml says how citations, marks and numbers are printed, as patterns with names in braces.
A name that is not known, or a brace that is not closed, cannot be filled in.

For example, `full: ["{autor}"]`, or `mark: "P{:03z}"`.

Write one of the names that the message lists.""",
    form=True,
)

UNNAMED_AMENDMENT = Rule(
    code="VER004",
    name="unnamed-amendment",
    severity=ERROR,
    summary="The court's form must have words for an instrument amended that often.",
    explanation="""\
`version: {ordinal: 2}` in matter.yaml prints the name of the second amended instrument. Its words
are the second of `amended:` in the court's form; a form without `amended:` has English ones to the
twentieth.

For example, `ordinal: 3` where court.yaml has `amended: ["Acte {} modifié", "Deuxième {} modifié"]`.

Add the words to `amended:` in court.yaml, with {} where the instrument's own name stands.""",
    form=True,
)

UNUSABLE_NUMBERS = Rule(
    code="VER007",
    name="unusable-filed-number",
    severity=ERROR,
    summary="numbers.yaml must hold each filed number once, in the order in which it was filed.",
    explanation="""\
Where the court wants filed numbers kept (`amended-numbering: frozen` in court.yaml), each paragraph
and each count that numbers.yaml names keeps its number, and what is new is numbered between. That
cannot be done where a label has two numbers, where a number is given twice or stands behind a higher one, or where
a whole number is left out.

For example, `invasion: 33` above `meeting: 32`.

Write the numbers as they were filed. `indict freeze` writes the file anew from the matter as it is
now.""",
    form=True,
)

RULES = (
    UNKNOWN_LABEL, DUPLICATE_LABEL, AMBIGUOUS_LABEL, WRONG_KIND, CIRCULAR_REFERENCE, HEADING_LEVEL,
    NOTHING_TO_CONTINUE, UNLISTED_EXHIBIT, UNKNOWN_UNIT, TYPED_REFERENCE, DUPLICATE_MARK,
    UNUSABLE_FORM, UNNAMED_AMENDMENT, UNUSABLE_NUMBERS,
)  # fmt: skip
"""Every rule of this stage, in the order of the explanation pages."""
