"""What the cockpit does with the count of a dilemma: every voice goes to `live.voices`, which holds it in memory."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gogrow.domain import ballot as rules
from gogrow.domain.ballot import ENOUGH_VIEWS
from gogrow.domain.rules import dilemmas
from gogrow.domain.workshop import Workshop
from gogrow.live.voices import Voices
from gogrow.live.workshop import LiveWorkshop
from gogrow.ui.cockpit.tally import COUNTING, SHOWING, Tally, tally
from gogrow.ui.desk import Desk
from gogrow.ui.messages import ask


class DilemmaCount:
    """The count of the dilemma in the picture. ``over`` is what questions are asked above."""

    def __init__(self, desk: Desk, over: QWidget) -> None:
        self._desk = desk
        self._over = over
        self.live: LiveWorkshop | None = None
        self._lost = ""  # the dilemma that was being counted when the program stopped

    def attach(self, live: LiveWorkshop) -> None:
        """Another workshop, or the same one opened again."""
        self.live = live
        self._lost = live.workshop.stage.dilemma.card if live.voices.lost else ""

    # ------------------------------------------------------------------ looking

    def tally(self, workshop: Workshop) -> Tally | None:
        """How far the count of the present phase is."""
        return tally(workshop, self.live.voices.ballot) if self.live is not None else None

    def lost(self, workshop: Workshop) -> bool:
        """Whether the program stopped while this was counted, and nothing was typed since."""
        lost = self.live is not None and self.live.voices.lost
        return lost and self._lost == workshop.stage.dilemma.card

    def follow(self, workshop: Workshop) -> None:
        """Keep up with what changed elsewhere: who is here where names are typed, and that a count is going on."""
        live, now = self.live, self.tally(workshop)
        if live is None or now is None or workshop.stage.dilemma.phase not in COUNTING:
            return
        ballot = now.ballot
        if ballot is None or ballot.shown:
            return
        if now.by_name:  # whoever passes or leaves is not waited for, whoever comes is
            wanted = len(({p.id for p in workshop.here()} | set(ballot.named)) - ballot.passed)
            if wanted != ballot.expected:
                live.voices.do(rules.expect, wanted - ballot.expected)
        if now.total and now.open and not workshop.stage.dilemma.counting and not live.busy:
            live.do(dilemmas.counting, True)  # after a look at another phase

    # ------------------------------------------------------------------ typing

    def add(self, view: int) -> None:
        """One more voice. Where nobody is on the list the total grows with what is typed."""
        voices = self._open()
        if voices is None or self.live is None:
            return
        ballot = voices.ballot
        if ballot is not None and not self.live.workshop.here() and ballot.total >= ballot.expected:
            voices.do(rules.expect, 1)
        voices.do(rules.add, view)

    def take_back(self) -> None:
        """Without the last one."""
        if (voices := self._open()) is not None:
            voices.do(rules.take_back)

    def expect(self, by: int) -> None:
        """So many more or fewer."""
        if (voices := self._open()) is not None:
            voices.do(rules.expect, by)

    def choose(self, participant: str, view: int | None) -> None:
        """What somebody chose whose name is typed along; None passes."""
        if (voices := self._open()) is not None:
            voices.do(rules.choose, participant, view)

    def clear(self, participant: str) -> None:
        """Nothing was chosen by this person after all."""
        if (voices := self._open()) is not None:
            voices.do(rules.clear, participant)

    def say_aloud(self, participant: str, on: bool) -> None:
        """The name may stand at the dot, or not any more; also after showing."""
        if (voices := self._at_hand()) is not None:
            voices.do(rules.say, participant, aloud=on)

    def say_kept(self, participant: str, on: bool) -> None:
        """The view may be kept with the name, or not any more; also after showing, and after a restart."""
        live = self.live
        if (voices := self._at_hand()) is not None:
            voices.do(rules.say, participant, kept=on)
        elif live is not None and not on:
            now = self.tally(live.workshop)
            if now is not None:
                rows = [v for v in live.workshop.named_views if (v.about, v.moment) == (now.about, now.moment)]
                named = [(v.participant, v.view) for v in rows if v.participant != participant]
                live.do(dilemmas.keep_names, now.about, now.moment, named)

    # ------------------------------------------------------------------ showing

    def show(self) -> None:
        """Show it; below five voices only after a question, because it can be guessed then who stands where."""
        live = self.live
        now = self.tally(live.workshop) if live is not None else None
        if live is None or now is None or not now.total:
            return
        if now.total >= ENOUGH_VIEWS or self._may_be_guessed():
            live.voices.show()

    def show_again(self) -> None:
        """Back in the picture, after it was hidden."""
        live = self.live
        now = self.tally(live.workshop) if live is not None else None
        if live is not None and now is not None and (now.shown >= ENOUGH_VIEWS or self._may_be_guessed()):
            live.do(dilemmas.hide_views, now.moment, hidden=False)

    def hide(self) -> None:
        """Out of the picture."""
        live = self.live
        now = self.tally(live.workshop) if live is not None else None
        if live is not None and now is not None:
            live.do(dilemmas.hide_views, now.moment)

    def anew(self) -> None:
        """Count all of it again, after a question."""
        live, t = self.live, self._desk.texts.t
        now = self.tally(live.workshop) if live is not None else None
        if live is None or now is None:
            return
        if now.shown and not (now.open and now.total):
            text = t("Everyone shows their card once more. The first count stays until you show the new one.")
        else:
            text = t("All that was typed goes, and everyone shows their card once more.")
        if not ask(self._over, self._desk.texts, t("Count all of it again?"), text, t("Count again"), t("Leave it")):
            return
        live.voices.anew(now.about, now.moment)
        phase = live.workshop.stage.dilemma.phase
        if phase in SHOWING:
            live.do(dilemmas.to_phase, COUNTING[SHOWING.index(phase)])

    def may_go(self) -> bool:
        """Whether this dilemma may be put away: asks when voices were typed that nobody saw yet."""
        live, t = self.live, self._desk.texts.t
        ballot = live.voices.ballot if live is not None else None
        if live is None or ballot is None or ballot.shown or not ballot.total:
            return True
        if ballot.about != live.workshop.stage.dilemma.card:
            return True
        title, text = t("Put it away without showing?"), t("What was counted was not shown yet. It is gone then.")
        return ask(self._over, self._desk.texts, title, text, t("Put away"), t("Leave it"))

    def forget(self, about: str) -> None:
        """Nothing of this dilemma is counted any more."""
        if self.live is not None:
            self.live.voices.forget(about)

    def _may_be_guessed(self) -> bool:
        t = self._desk.texts.t
        return ask(
            self._over,
            self._desk.texts,
            t("Fewer than five voices"),
            t("Then it can be guessed who stands where. Ask first whether everyone is fine with that."),
            t("Show"),
            t("Not yet"),
        )

    def _open(self) -> Voices | None:
        """The count to type into, made when there is none; None when it was shown already."""
        live = self.live
        now = self.tally(live.workshop) if live is not None else None
        if live is None or now is None or not now.open:
            return None
        live.voices.open(now.about, now.moment)
        return live.voices

    def _at_hand(self) -> Voices | None:
        """The count that ticks belong to, also when it was shown; None when it is not in memory any more."""
        live = self.live
        now = self.tally(live.workshop) if live is not None else None
        if live is None or now is None or (now.ballot is None and not now.open):
            return None
        live.voices.open(now.about, now.moment)
        return live.voices
