"""Unpack a tar file into a folder and nowhere else, on every Python from 3.11.0."""

import tarfile
from pathlib import Path


def unpack(archive: tarfile.TarFile, folder: Path) -> None:
    """Unpack everything; a member that lies outside the folder is a `tarfile.TarError`."""
    if hasattr(tarfile, "data_filter"):  # Python 3.11.4; Debian 12 brings 3.11.2
        archive.extractall(folder, filter="data")
        return
    for member in archive.getmembers():
        _keep_inside(member, folder.resolve())
        member.mode = (0o755 if member.mode & 0o100 or member.isdir() else 0o644) & member.mode
    archive.extractall(folder)


def _keep_inside(member: tarfile.TarInfo, folder: Path) -> None:
    """Refuse a way out by name or by link; a link may name only its neighbour."""
    inside = (folder / member.name).resolve().is_relative_to(folder)
    neighbour = member.issym() and "/" not in member.linkname and member.linkname != ".."
    if not inside or not (member.isfile() or member.isdir() or neighbour):
        raise tarfile.TarError(f"{member.name} would lie outside the folder")
