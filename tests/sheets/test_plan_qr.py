"""The quick way to a plan code's QR code gives what the qrcode library gives."""

from __future__ import annotations

import random

import pytest
import qrcode
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import QRData

from gogrow.domain import plan_code
from gogrow.sheets import codes, plan_qr


def library(text: str) -> list[str]:
    """The same by the library, whose mode 2 is for letters and digits."""
    maker = qrcode.QRCode(version=1, error_correction=ERROR_CORRECT_M, border=0, mask_pattern=plan_qr.MASK)
    maker.add_data(QRData(text.encode(), mode=2))
    maker.make(fit=False)
    return ["".join("1" if module else "0" for module in row) for row in maker.get_matrix()]


def test_it_is_module_for_module_the_same() -> None:
    source = random.Random(5)
    texts = [plan_code.qr_text(plan_code.new_code(source)) for _ in range(60)]
    texts += ["".join(source.choice(plan_qr.LETTERS) for _ in range(16)) for _ in range(60)]
    for text in [*texts, "0" * 16, ":" * 16]:
        assert plan_qr.matrix(text) == library(text), text


@pytest.mark.parametrize("text", ["", "GOGROW:6R4A-5NM", "GOGROW:6R4A-5NMAA", "gogrow:6r4a-5nma", "GOGROW:é234-5678"])
def test_another_text_is_left_to_the_library(text: str) -> None:
    assert plan_qr.matrix(text) is None
    assert codes.plan_code_code(text.removeprefix("GOGROW:")).modules >= 21
