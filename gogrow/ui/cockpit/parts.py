"""The small pieces of `gogrow.ui.parts`, under the name by which the cockpit has always known them."""

from gogrow.ui.parts import Clickable, Notes, button, icon_label, panel, row

__all__ = ["Clickable", "Notes", "button", "icon_label", "panel", "row"]
