"""A backup is one tar file: the database's dump, every document, and a manifest of digests."""

import hashlib
import io
import json
import tarfile
from pathlib import Path
from typing import IO

from plait.config import unpacking
from plait.config.refusal import Refusal

DUMP, DOCUMENTS, MANIFEST, FORMAT = "database.dump", "documents", "manifest.json", 1


class Hashed(io.RawIOBase):
    """A file that digests what is read from it."""

    def __init__(self, file: IO[bytes]) -> None:
        self.file = file
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self.file.read(size)
        self.digest.update(piece)
        return piece


def write(target: Path, dump: Path, documents: Path) -> int:
    """Write the archive, whole or not at all; return how many documents it holds."""
    part = target.with_name(f"{target.name}.part")
    digests: dict[str, str] = {}
    with open(part, "xb") as file, tarfile.open(fileobj=file, mode="w|") as archive:
        part.chmod(0o600)
        digests[DUMP] = _add(archive, dump, DUMP)
        for path in sorted(one for one in documents.rglob("*") if one.is_file()):
            name = f"{DOCUMENTS}/{path.relative_to(documents).as_posix()}"
            digests[name] = _add(archive, path, name)
        words = json.dumps({"format": FORMAT, "sha256": digests}, indent=1).encode()
        about = tarfile.TarInfo(MANIFEST)
        about.size = len(words)
        archive.addfile(about, io.BytesIO(words))
    part.rename(target)
    return len(digests) - 1


def unpack(source: Path, folder: Path) -> tuple[Path, Path]:
    """Unpack an archive after checking every digest; return the dump and the documents' folder."""
    try:
        with tarfile.open(source) as archive:
            unpacking.unpack(archive, folder)
    except (OSError, tarfile.TarError) as error:
        raise Refusal(f"{source} cannot be read as a backup: {error}.") from error
    try:
        manifest = json.loads((folder / MANIFEST).read_text())
    except (OSError, ValueError) as error:
        raise Refusal(f"{source} is not a whole backup: it has no readable manifest.") from error
    if manifest.get("format") != FORMAT:
        raise Refusal(f"{source} was written by another version of Plait.")
    for name, digest in manifest["sha256"].items():
        if not (folder / name).is_file() or _digest(folder / name) != digest:
            raise Refusal(f"{source} is damaged: {name} is not what was backed up.")
    (folder / DOCUMENTS).mkdir(exist_ok=True)
    return folder / DUMP, folder / DOCUMENTS


def _add(archive: tarfile.TarFile, path: Path, name: str) -> str:
    with open(path, "rb") as file:
        about = archive.gettarinfo(fileobj=file, arcname=name)
        about.uid = about.gid = 0
        about.uname = about.gname = ""
        hashed = Hashed(file)
        archive.addfile(about, hashed)
    return hashed.digest.hexdigest()


def _digest(path: Path) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
