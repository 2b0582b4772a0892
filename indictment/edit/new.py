"""Nothing -> a small matter to begin from, as files by path."""

from pathlib import Path

from indictment.machine.shipped import shipped

_DOTTED = {"gitignore": ".gitignore"}


def files() -> dict[str, bytes]:
    """The files of a small matter that checks and builds without a complaint, with the schemas
    that an editor needs to complete and check its keys.
    """
    from indictment.model import schemas

    folder = shipped("templates") / "new-matter"
    found = {}
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        name = path.relative_to(folder).as_posix()
        found[_DOTTED.get(name, name)] = path.read_bytes()
    for name in schemas.MODELS:
        found[f"schemas/{name}.schema.json"] = schemas.text(name).encode("utf-8")
    return found


def write(target: Path) -> list[str]:
    """Write the small matter into `target`, which must be empty or missing; the paths written.
    Raises FileExistsError where something is there already, OSError where it cannot be written.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(str(target))
    made = files()
    for name, content in made.items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return sorted(made)
