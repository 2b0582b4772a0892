"""The command line: one module per verb, loaded only when it is called."""

import importlib

import click

from indictment import __version__

_VERBS = {
    "build": "Check the matter and make the PDF, the Word file and the bundle.",
    "check": "Read the matter and say what is wrong, where, and how to mend it.",
    "serve": "Show the indictment in the browser, anew after each save.",
    "diff": "Show what changed between two versions: a redline and a schedule.",
    "matrix": "Show which paragraph pleads which element, on what evidence; list gaps.",
    "absorb": "Write the edits of a Word document into the source files.",
    "new": "Make a small matter to begin from.",
    "where": "Find the file and line of a printed number.",
    "explain": "Explain a rule by its code.",
    "label": "Give paragraphs without a label one.",
    "rename": "Rename a label everywhere it is used.",
    "freeze": "Keep the numbers of what is filed, for its amendments.",
    "git-setup": "Teach git to merge and show a matter by paragraphs.",
    "doctor": "Say what is installed on this machine, and what is missing.",
}
_CALLED_BY_GIT = ("git-merge", "git-diff")


class _Verbs(click.Group):
    """Knows the verbs and their one-line help without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in (*_VERBS, *_CALLED_BY_GIT):
            return None
        module = importlib.import_module(f"indictment.cli.{cmd_name.replace('-', '_')}")
        verb: click.Command = module.verb
        # click keeps the lines of a paragraph that follows this sign; a raw docstring spells it out
        verb.help = (verb.help or "").replace("\\b\n", "\b\n")
        return verb

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Verbs"):
            formatter.write_dl(list(_VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = (*_VERBS, *_CALLED_BY_GIT)
        if args and args[0] not in known and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], _VERBS, 1)
            hint = f"write `indict {near[0]}`" if near else "see `indict --help`"
            ctx.fail(f"there is no verb “{args[0]}”; {hint}")
        return super().resolve_command(ctx, args)


@click.command(
    cls=_Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
    epilog="Exit codes: 0 clean, 1 errors in the matter, 2 the command is not understood, 3 something is "
    "missing on this machine, 70 a mistake in indict itself.\n\n`indict VERB --help` says more about a verb.",
)
@click.version_option(__version__, "-V", "--version", prog_name="indict")
def command() -> None:
    """Assemble a charging document from plain text.

    A matter is a folder: counts, defendants, a statement of facts and a list of exhibits, in
    Markdown and YAML. `indict build` checks it and writes build/indictment.pdf,
    build/indictment.docx and build/bundle.pdf: the indictment, an index and every exhibit,
    stamped, with each citation a link to the page it cites.
    """
