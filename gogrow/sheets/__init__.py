"""Paper: a workshop's value in, a PDF out. The only room that knows reportlab and qrcode.

``kit`` and ``course`` have what others call: `kit.room_kit`, `kit.plan_sheets` and `course.course_pdf`. The sheets
themselves (``slips``, ``number_cards``, ``signs``, ``runsheet``, ``agreements``, ``plan``, ``plan_back``) say what
stands where, in millimetres, on the `canvas.Pad`.
"""
