"""Paper: a workshop's value in, a PDF out. The only room that knows reportlab and qrcode.

``kit`` has what others call: `kit.room_kit` and `kit.plan_sheets`. The sheets themselves (``slips``, ``signs``,
``runsheet``, ``agreements``, ``plan`` and ``plan_back``) say what stands where, in millimetres, on the `canvas.Pad`.
"""
