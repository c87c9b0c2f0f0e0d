"""QR codes out of files: photos, scans and PDFs. Nothing of a picture is kept, and nothing is sent anywhere.

A file is known by what is in it, not by its name. Its size is looked at before a pixel is made, so that a picture or a
page that would fill the memory is refused with a sentence.
"""

from __future__ import annotations

import os
import stat
import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from gogrow.content.pdf_pages import PDFIUM
from gogrow.texts import Texts

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_MB = 60
MAX_PIXELS = 80_000_000
"""The most in one picture: A3 at 600 dpi has 70 million, a telephone 12 to 50."""
MAX_PAGES = 200

KINDS = ("jpg", "jpeg", "png", "tif", "tiff", "bmp", "gif", "pdf")
"""How the names of files end that can be read, for a window that chooses some."""

_FORMATS = ("JPEG", "PNG", "TIFF", "BMP", "GIF")
_LONGEST = 3200  # pixels of a picture's longest side that codes are looked for in: A4 at 270 dpi
_SMALL, _SMALLEST = 1800, 1400  # and of ones that are made smaller first, which takes noise away
_ENLARGED = 3600  # pixels of the longest side of what is enlarged
_PAGE = 2480  # pixels of a page's longest side: A4 at 212 dpi


class Unscannable(Exception):
    """A file that no codes can be looked for in, by its ``code``; `message` says it to the user.

    The codes: missing, no-access, not-a-file, empty, too-big, too-large, too-many, unknown, heic, damaged, password.
    """

    def __init__(self, code: str, file: Path) -> None:
        super().__init__(code)
        self.code = code
        self.file = file

    def message(self, texts: Texts) -> str:
        """The sentence for the user, as plain text, with the file's name. Raises KeyError for an unknown code."""
        t, name = texts.t, self.file.name
        match self.code:
            case "missing":
                return t("{file} is not there. Check the name and the folder.", file=name)
            case "no-access":
                return t("{file} cannot be opened. Close it in other programs, or choose another file.", file=name)
            case "not-a-file":
                return t("{file} is a folder or a device, not a picture. Choose a photo, a scan or a PDF.", file=name)
            case "empty":
                return t("{file} is empty. Take the picture again.", file=name)
            case "too-big":
                return t("{file} is larger than {limit} MB. Take a picture of one sheet.", file=name, limit=MAX_MB)
            case "too-large":
                return t("{file} has far too many pixels. Scan it again at 300 dpi, or take a photo.", file=name)
            case "too-many":
                return t("{file} has more than {limit} pages. Split it into parts.", file=name, limit=MAX_PAGES)
            case "unknown":
                return t("{file} is not a picture that can be read. Choose a JPG, PNG, TIFF or PDF.", file=name)
            case "heic":
                return t("{file} is a HEIC picture. Save it as JPG on your phone and choose that one.", file=name)
            case "damaged":
                return t("{file} is damaged or cut off. Copy it again, or take the picture again.", file=name)
            case "password":
                return t("{file} has a password. Save it without one, or take a photo of the sheet.", file=name)
        raise KeyError(self.code)


def codes_in(file: Path, go_on: Callable[[], bool] = lambda: True) -> list[str]:
    """The text of each QR code in a picture or PDF, each text once, in reading order; empty when there are none.

    All pages of a PDF or a TIFF are looked at. Takes a tenth of a second to a second for a page: not for the GUI
    thread. Raises Unscannable.
    """
    found: dict[str, None] = {}
    content = _bytes(file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow warns for much that is refused here anyway
        for picture, drawn in _pictures(file, content):
            if not go_on():
                break
            found |= dict.fromkeys(codes_of(picture, once=drawn))
    return list(found)


def codes_of(picture: Image, *, once: bool = False) -> list[str]:
    """The text of each QR code in a grey picture, each text once, from top to bottom.

    It is looked at as it is, three times softer and larger, and once sharper. Of 96 bad scans at 100 and 150 dpi, with
    noise and a fold, these read all codes on 94, with every plan code: large modules need a smaller picture, small ones
    a larger, a small picture out of focus a sharper one. Two looks that agree are no reason to stop: of two codes both
    may miss the same one.
    ``once`` is for a page that was drawn and never scanned: the first look is enough.
    """
    import zxingcpp
    from PIL import Image, ImageFilter

    soft, softer, sharp = ImageFilter.GaussianBlur(0.6), ImageFilter.GaussianBlur(1), ImageFilter.UnsharpMask(2, 150, 0)
    picture = _smaller(picture, _LONGEST)

    def larger(look: Image.Image, most: float) -> Image.Image:
        times = min(most, _ENLARGED / max(look.size))
        return look.resize((round(look.width * times), round(look.height * times)), Image.Resampling.BICUBIC)

    looks: tuple[Callable[[], Image.Image], ...] = (
        lambda: picture,
        lambda: larger(_smaller(picture, _SMALL).filter(soft).filter(sharp), 3),
        lambda: larger(_smaller(picture, _SMALLEST).filter(soft), 2.5),
        lambda: larger(picture.filter(softer), 1.5),
        lambda: larger(_smaller(picture, _SMALL).filter(sharp), 2.5),
    )
    kinds = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCodeModel2])  # its small kin are seen in noise
    found: dict[str, tuple[float, float]] = {}
    for make in looks[: 1 if once else None]:
        look = make()
        for code in zxingcpp.read_barcodes(look, formats=kinds, text_mode=zxingcpp.TextMode.Plain):
            corner = code.position.top_left
            found.setdefault(code.text, (corner.y / look.height, corner.x / look.width))
    return sorted(found, key=lambda text: found[text])


def _bytes(file: Path) -> bytes:
    """What is in a file. A device is not opened, and no more is read than may be."""
    try:
        kind = file.stat()
        if not stat.S_ISREG(kind.st_mode):
            raise Unscannable("not-a-file", file)
        if kind.st_size > MAX_MB * 1_000_000:
            raise Unscannable("too-big", file)
        with file.open("rb") as stream:
            content = stream.read(MAX_MB * 1_000_000 + 1)
    except (FileNotFoundError, ValueError) as error:
        raise Unscannable("missing", file) from error
    except OSError as error:
        too_long = len(os.fsencode(file.name)) > 255
        raise Unscannable("missing" if too_long else "no-access", file) from error
    if not content:
        raise Unscannable("empty", file)
    return content


def _pictures(file: Path, content: bytes) -> Iterator[tuple[Image, bool]]:
    """Each page as a grey picture, and whether it was drawn without pixels. Raises Unscannable."""
    if b"%PDF-" in content[:1024]:
        return _pages(file, content)
    if content[4:8] == b"ftyp":
        raise Unscannable("heic", file)
    return ((frame, False) for frame in _frames(file, content))


def _frames(file: Path, content: bytes) -> Iterator[Image]:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(content), formats=_FORMATS) as picture:
            pages = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
            if pages > MAX_PAGES:
                raise Unscannable("too-many", file)
            for page in range(pages):
                if page:
                    picture.seek(page)
                if picture.width * picture.height > MAX_PIXELS:
                    raise Unscannable("too-large", file)
                if picture.format == "JPEG":
                    picture.draft("L", (_LONGEST, _LONGEST))  # made smaller while it is unpacked
                yield _grey(picture)
    except Image.DecompressionBombError as error:
        raise Unscannable("too-large", file) from error
    except UnidentifiedImageError as error:
        raise Unscannable("unknown", file) from error
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError) as error:
        raise Unscannable("damaged", file) from error  # all of these are what Pillow says of a broken file
    except MemoryError as error:
        raise Unscannable("too-large", file) from error


def _grey(picture: Image) -> Image:
    """Grey, and white where one can look through it."""
    if picture.mode in ("LA", "PA", "RGBA") or "transparency" in picture.info:
        from PIL import Image

        clear = _smaller(picture.convert("RGBA"), _LONGEST)
        white = Image.new("RGBA", clear.size, "white")
        white.alpha_composite(clear)
        return white.convert("L")
    if picture.mode.startswith("I;16"):
        return picture.point(lambda level: level / 256).convert("L")
    return picture.convert("L")


def _smaller(picture: Image, most: int) -> Image:
    """The picture, or when its longest side has more than ``most`` pixels a smaller one."""
    from PIL import Image

    longest = max(picture.size)
    if longest <= most:
        return picture
    size = max(1, picture.width * most // longest), max(1, picture.height * most // longest)
    return picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)


def _pages(file: Path, content: bytes) -> Iterator[tuple[Image, bool]]:
    with PDFIUM:
        yield from _drawn_pages(file, content)


def _drawn_pages(file: Path, content: bytes) -> Iterator[tuple[Image, bool]]:
    import pypdfium2  # type: ignore[import-untyped]
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
        raise Unscannable("password" if locked else "damaged", file) from error
    try:
        if len(document) > MAX_PAGES:
            raise Unscannable("too-many", file)
        for number in range(len(document)):
            page = document[number]
            try:
                width, height = page.get_size()
                if not 0 < max(width, height) < 1_000_000:
                    raise Unscannable("damaged", file)
                scale, drawn = _PAGE / max(width, height), True
                for image in islice(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]), 1000):
                    drawn = False
                    wide, high = image.get_px_size()
                    if wide * high > MAX_PIXELS:
                        raise Unscannable("too-large", file)
                    left, bottom, right, top = image.get_bounds()
                    if (right - left) * (top - bottom) > 0.5 * width * height:  # a scan: its own pixels read best
                        own = max(wide, high) / max(right - left, top - bottom)
                        scale = min(own, _LONGEST / max(width, height))
                made = page.render(scale=scale, grayscale=True)
                try:
                    yield made.to_pil().convert("L"), drawn
                finally:
                    made.close()
            finally:
                page.close()
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
        raise Unscannable("damaged", file) from error
    except MemoryError as error:
        raise Unscannable("too-large", file) from error
    finally:
        document.close()
