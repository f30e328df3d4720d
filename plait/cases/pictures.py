"""A picture drawn anew: what comes out holds the picture and nothing that came with it."""

import io
import warnings

from django.core.files import File

from plait.cases.documents import MEGABYTE, NotKept

LARGEST = 5 * MEGABYTE
MOST_POINTS = 40_000_000
FORMATS = ("PNG", "JPEG")


def drawn_anew(upload: File, *, widest: int = 1200) -> bytes:
    """Give a PNG of the picture, no wider or higher than `widest`; `NotKept` says why not."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    if not upload.size or upload.size > LARGEST:
        raise NotKept("The picture is empty or larger than 5 MB. Save it smaller and try again.")
    upload.seek(0)
    try:
        with warnings.catch_warnings(), Image.open(upload, formats=FORMATS) as picture:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            if picture.width * picture.height > MOST_POINTS:
                raise NotKept("The picture has too many points. Save it smaller and try again.")
            upright = ImageOps.exif_transpose(picture)
            has_gaps = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
            made = upright.convert("RGBA" if has_gaps else "RGB")
            made.thumbnail((widest, widest))
    except (
        UnidentifiedImageError,
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
    ) as why:
        if isinstance(why, NotKept):
            raise
        raise NotKept("This is no PNG or JPEG picture that can be read. Save it as one.") from None
    out = io.BytesIO()
    clean = Image.new(made.mode, made.size)
    clean.paste(made)
    clean.save(out, "PNG", optimize=True)
    return out.getvalue()
