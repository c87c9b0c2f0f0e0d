"""``gogrow scan``: what the codes on photos and scans of sheets mean for one workspace."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from gogrow.store.workspace import Workspace
from gogrow.texts import Texts
from gogrow.verbs import Say
from gogrow.verbs.files import opened


def scan(pictures: Sequence[Path], file: Path, texts: Texts, say: Say) -> int:
    """One line for each code of each picture or PDF, with the picture before it.

    Exit 0 when there was a code on all of them, whatever it means; 2 when one had none or could not be read, which is
    told in its place. Raises VerbFault when the workspace cannot be opened.
    """
    from gogrow.content.scanning import Unscannable, codes_in

    missed = False
    with opened(file, texts) as workspace:
        for picture in pictures:
            try:
                found = codes_in(picture)
            except Unscannable as fault:
                say(fault.message(texts))
                missed = True
                continue
            for text in found:
                for sentence in _sentences(text, workspace, texts):
                    say(f"{picture}: {sentence}")
            if not found:
                say(f"{picture}: {texts.t('No code was found. Take the photo from above, sharp and in good light.')}")
                missed = True
    return 2 if missed else 0


def _sentences(text: str, workspace: Workspace, texts: Texts) -> list[str]:
    from gogrow.content.scan_words import plan_told, told
    from gogrow.domain.scanned import PlanCode, meaning
    from gogrow.store.plans import plans_with

    found = meaning(text)
    if isinstance(found, PlanCode):
        places = plans_with(workspace, found.code)
        if places:
            return [plan_told(found.code, place.name, place.title, place.date, texts) for place in places]
    return [told(found, texts, dt.date.today())]
