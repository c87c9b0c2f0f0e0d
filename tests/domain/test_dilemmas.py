"""Rounds about a dilemma: phases, counts, one sentence, the group's pawn, goals, requests; and what the room sees."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from gogrow.domain import ballot
from gogrow.domain.ballot import Ballot
from gogrow.domain.course import agrees, course
from gogrow.domain.deck import DilemmaCard, Phase, ProgrammeStep, StepKind
from gogrow.domain.dilemmas import POLL, FileKeeps, Fit, Moment, RoomSees, Sure
from gogrow.domain.outcome import RuleBroken
from gogrow.domain.public import Argue, BeamerMode, CoursePage, Dilemma, Goals, Picture, Poll, Sentence, Views, Words
from gogrow.domain.room import public_view, taken_back
from gogrow.domain.rules import dilemmas, session, tidy
from gogrow.domain.rules.erasing import erased
from gogrow.domain.workshop import Workshop
from tests.sample import NOW, after, team

CARD = DilemmaCard(
    id="technology-01",
    language="nl",
    theme="technology",
    sectors=("all",),
    icon="robot",
    title="De robot",
    situation="Een robot gaat tillen.",
    a="Geef mij de robot.",
    a_reason="Mijn rug is er blij mee.",
    b="Geef mij het werk.",
    b_reason="Daar ben ik goed in.",
    fact="Zeven van de tien leren door te doen",
    source="004",
    deepen=("Wanneer koos je het andere?",),
    hint="Let op wie stil is.",
)
OTHER = replace(CARD, id="longer-01", theme="longer", title="De taart", sensitive="pay")
WORDS = {"nl": "Woorden", "en": "Words"}


def step(id: str, kind: StepKind, phases: tuple[Phase, ...] = ()) -> ProgrammeStep:
    return ProgrammeStep(id, kind, 12, WORDS, WORDS, WORDS, phases=phases)


RUN = (
    step("d1", StepKind.DILEMMA),
    step("d2", StepKind.DILEMMA, (Phase.READ, Phase.CHOOSE, Phase.SHOW, Phase.AGAIN, Phase.PAWN)),
    step("goals", StepKind.GOALS),
    step("course", StepKind.COURSE),
    step("poll", StepKind.POLL),
)


def begun(goals: tuple[str, ...] = ("Iedereen leert de nieuwe lijn", "Minder haast")) -> Workshop:
    made = team()
    made = replace(made, run=RUN, details=replace(made.details, goals=goals))
    return after(made, session.begin, NOW)


def playing() -> Workshop:
    return after(begun(), dilemmas.play, CARD)


def counted(counts: tuple[int, ...] = (2, 4, 3, 3, 2), moment: Moment = Moment.BEFORE) -> Workshop:
    return after(playing(), dilemmas.show_views, CARD.id, moment, counts)


def room(workshop: Workshop, made: Ballot | None = None) -> Picture:
    return public_view(workshop, BeamerMode.SHOW, NOW, made).picture


def test_a_step_plays_its_phases_and_choosing_again_brings_comparing() -> None:
    first, second = RUN[:2]
    assert dilemmas.phases(first) == (Phase.READ, Phase.CHOOSE, Phase.SHOW, Phase.TALK, Phase.SENTENCE)
    assert dilemmas.phases(second) == (
        Phase.READ,
        Phase.CHOOSE,
        Phase.SHOW,
        Phase.AGAIN,
        Phase.COMPARE,
        Phase.PAWN,
    )
    now = playing()
    seen = [now.stage.dilemma.phase]
    while (following := dilemmas.following(now)) is not None:
        now = after(now, dilemmas.to_phase, following)
        seen.append(following)
    assert tuple(seen) == dilemmas.phases(first)


def test_without_a_dilemma_the_room_sees_the_step_and_there_is_no_phase_to_go_to() -> None:
    assert isinstance(room(begun()), Words)
    with pytest.raises(RuleBroken, match="no_card"):
        dilemmas.to_phase(begun(), Phase.CHOOSE)


def test_a_sensitive_dilemma_is_never_drawn_and_nothing_comes_twice() -> None:
    cards = (CARD, OTHER)
    drawn = after(begun(), dilemmas.draw, cards, random.Random(1))
    assert drawn.dilemmas[0].card == CARD
    with pytest.raises(RuleBroken, match="no_cards_left"):
        dilemmas.draw(drawn, cards, random.Random(1))
    assert dilemmas.left(drawn, cards) == (OTHER,)
    assert after(drawn, dilemmas.play, OTHER).stage.dilemma.card == OTHER.id


def test_forward_and_back_nothing_is_lost() -> None:
    now = counted()
    now = after(now, dilemmas.keep_sentence, CARD.id, "Wij willen  eerst oefenen.", ["tijd", "tijd", " "])
    for phase in (Phase.READ, Phase.TALK, Phase.SHOW):
        now = after(now, dilemmas.to_phase, phase)
    assert now.counts(CARD.id, Moment.BEFORE) == (2, 4, 3, 3, 2)
    assert (now.dilemmas[0].sentence, now.dilemmas[0].themes) == ("Wij willen eerst oefenen.", ("tijd",))
    there = after(after(now, session.go_to, "d2", NOW), session.go_to, "d1", NOW)
    assert there.stage.dilemma.card == CARD.id
    assert after(now, session.go_to, "d2", NOW).stage.dilemma.card == ""


def test_counts_come_all_at_once_and_are_no_step() -> None:
    outcome = dilemmas.show_views(playing(), CARD.id, Moment.BEFORE, (2, 4, 3, 3, 2))
    assert outcome.step is None
    assert outcome.workshop.stage.dilemma.phase is Phase.SHOW
    for wrong in ((), (0, 0, 0, 0, 0), (1, 2, 3, 4), (-1, 2, 0, 0, 0)):
        with pytest.raises(RuleBroken, match="no_views"):
            dilemmas.show_views(playing(), CARD.id, Moment.BEFORE, wrong)


def test_a_second_count_that_gives_somebody_away_stays_hidden() -> None:
    for counts in ((2, 4, 3, 3, 3), (2, 4, 3, 2, 3), (2, 4, 3, 3, 1), (2, 4, 3, 3, 6)):
        for moment in Moment:
            with pytest.raises(RuleBroken, match="one_voice"):
                dilemmas.show_views(counted(), CARD.id, moment, counts)
    with pytest.raises(RuleBroken, match="one_voice"):  # also against one that was shown and counted again since
        dilemmas.show_views(counted((5, 5, 1, 1, 2)), CARD.id, Moment.BEFORE, (2, 4, 3, 3, 3), [(2, 4, 3, 3, 2)])
    again = after(counted(), dilemmas.show_views, CARD.id, Moment.AFTER, (1, 3, 5, 3, 2))
    assert again.stage.dilemma.phase is Phase.COMPARE
    assert after(counted(), dilemmas.show_views, CARD.id, Moment.BEFORE, (2, 4, 3, 3, 2)) == counted()


def test_stopping_leaves_no_trace_and_putting_away_keeps_what_was_said() -> None:
    now = after(counted(), dilemmas.hold_against, CARD.id, 0, Fit.RUBS, "Geen tijd")
    outcome = dilemmas.stop(now)
    assert (outcome.workshop.dilemmas, outcome.workshop.views, outcome.workshop.goal_views) == ((), (), ())
    assert outcome.purge == {("played_dilemma", CARD.id), ("goal_view", f"{CARD.id}.0")}
    assert outcome.step is None
    assert after(playing(), dilemmas.put_away).dilemmas == ()
    away = after(now, dilemmas.put_away)
    assert away.stage.dilemma.card == ""
    assert [line.title for line in course(away).lines] == ["De robot"]


def test_names_are_kept_only_as_long_as_names_are_chosen() -> None:
    now = after(playing(), dilemmas.choices, RoomSees.NAMES, FileKeeps.NAMES)
    anja, dennis = now.participants[:2]
    named = [(anja.id, 1), (dennis.id, 5), ("nobody", 3)]
    now = after(now, dilemmas.show_views, CARD.id, Moment.BEFORE, (2, 1, 1, 1, 2), (), named)
    assert {(v.participant, v.view) for v in now.named_views} == {(anja.id, 1), (dennis.id, 5)}
    now = after(now, dilemmas.keep_names, CARD.id, Moment.BEFORE, [(dennis.id, 5)])
    assert [v.participant for v in now.named_views] == [dennis.id]
    assert after(now, dilemmas.choices, RoomSees.NAMES, FileKeeps.COUNTS).named_views == ()


def test_the_pawn_of_the_group_and_how_sure_it_is() -> None:
    now = after(counted(), dilemmas.place_group, CARD.id, 1.7)
    now = after(now, dilemmas.how_sure, CARD.id, Sure.DIFFER, "Niet  zonder oefenen")
    found = now.dilemmas[0]
    assert (found.pawn, found.sure, found.differing) == (1.0, Sure.DIFFER, "Niet zonder oefenen")
    now = after(after(now, dilemmas.place_group, CARD.id, None), dilemmas.how_sure, CARD.id, None)
    assert (now.dilemmas[0].pawn, now.dilemmas[0].sure) == (None, None)


def test_goals_by_their_number_and_with_the_words_of_then() -> None:
    now = after(counted(), dilemmas.hold_against, CARD.id, 1, Fit.HELPS, "Rust helpt")
    now = after(now, dilemmas.hold_against, CARD.id, 1, Fit.RUBS)
    (view,) = now.goal_views
    assert (view.goal, view.fit, view.sentence) == ("Minder haast", Fit.RUBS, "Rust helpt")
    assert after(now, dilemmas.hold_against, CARD.id, 1, None).goal_views == ()
    with pytest.raises(RuleBroken, match="goal_unknown"):
        dilemmas.hold_against(now, CARD.id, 2, Fit.HELPS)


def test_requests() -> None:
    numbers = iter(range(99))

    def new_id() -> str:
        return f"r{next(numbers)}"

    now = after(begun(), dilemmas.add_request, " Tijd   om te leren ", new_id)
    assert [r.text for r in now.requests] == ["Tijd om te leren"]
    assert after(now, dilemmas.edit_request, "r0", "Meer tijd").requests[0].text == "Meer tijd"
    assert after(now, dilemmas.edit_request, "r0", " ").requests == ()
    shared = after(now, dilemmas.share_request, "r0", True)
    assert shared.requests[0].shareable
    assert after(shared, dilemmas.edit_request, "r0", "Tijd om te leren").requests[0].shareable
    assert not after(shared, dilemmas.edit_request, "r0", "Meer tijd").requests[0].shareable, "other words ask anew"
    assert not after(shared, dilemmas.share_request, "r0", False).requests[0].shareable
    with pytest.raises(RuleBroken, match="request_empty"):
        dilemmas.add_request(now, "  ", new_id)
    for _ in range(dilemmas.REQUESTS_LIMIT - 1):
        now = after(now, dilemmas.add_request, "Nog iets", new_id)
    with pytest.raises(RuleBroken, match="requests_many"):
        dilemmas.add_request(now, "Te veel", new_id)


def test_what_the_room_sees_of_a_round() -> None:
    now = playing()
    assert isinstance(room(now), Dilemma)
    now = after(now, dilemmas.to_phase, Phase.CHOOSE)
    made = ballot.add(Ballot(CARD.id, Moment.BEFORE, 11), 4)
    seen = room(now, made)
    assert isinstance(seen, Dilemma)
    assert (seen.done, seen.total) == (1, 11)
    assert room(now, ballot.add(Ballot(CARD.id, Moment.BEFORE, 11), 1)) == seen  # no place shines through
    now = after(now, dilemmas.show_views, CARD.id, Moment.BEFORE, (2, 4, 3, 0, 2))
    shown = room(now)
    assert isinstance(shown, Views)
    assert (shown.before, shown.after, shown.pawn, shown.names) == ((2, 4, 3, 0, 2), (), None, ())
    assert isinstance(room(after(now, dilemmas.hide_views, Moment.BEFORE)), Dilemma)
    now = after(now, dilemmas.to_phase, Phase.TALK)
    now = after(now, dilemmas.draw_poles, random.Random(1), NOW, 2)
    now = after(now, dilemmas.show_beside, fact=True)
    argued = room(now)
    assert isinstance(argued, Argue)
    assert (argued.left in "ab", argued.turn, argued.fact, argued.source) == (True, 1, CARD.fact, "004")
    free = room(after(now, dilemmas.talk_freely, NOW))
    assert isinstance(free, Argue)
    assert (free.left, free.turn) == ("", 2)
    now = after(now, dilemmas.to_phase, Phase.SENTENCE)
    now = after(now, dilemmas.keep_sentence, CARD.id, "Eerst oefenen.", ["tijd"])
    assert room(now) == Sentence(argued.poles, "")
    assert room(after(now, dilemmas.read_back, True)) == Sentence(argued.poles, "Eerst oefenen.", ("tijd",))


def test_a_name_stands_at_a_dot_only_when_names_were_chosen_and_its_owner_says_so() -> None:
    now = after(playing(), dilemmas.choices, RoomSees.NAMES, FileKeeps.COUNTS)
    anja, dennis = now.participants[:2]
    made = ballot.choose(ballot.choose(Ballot(CARD.id, Moment.BEFORE, 11), anja.id, 1), dennis.id, 5)
    made = replace(ballot.say(made, anja.id, aloud=True), shown=True)
    now = after(now, dilemmas.show_views, CARD.id, Moment.BEFORE, made.counts)
    seen = room(now, made)
    assert isinstance(seen, Views)
    assert [(voice.view, voice.name) for voice in seen.names] == [(1, anja.label)]
    dots = room(after(now, dilemmas.choices, RoomSees.DOTS, FileKeeps.COUNTS), made)
    assert isinstance(dots, Views)
    assert dots.names == ()
    assert now.named_views == ()


def test_the_goals_the_course_and_the_poll() -> None:
    now = after(counted(), dilemmas.hold_against, CARD.id, 0, Fit.RUBS)
    goals = room(after(now, session.go_to, "goals", NOW))
    assert goals == Goals("Iedereen leert de nieuwe lijn", 0, 2, (("De robot", "rubs"),))
    page = room(after(now, session.go_to, "course", NOW))
    assert isinstance(page, CoursePage)
    assert [line.title for line in page.course.differ] == ["De robot"]
    assert [(line.title, goal.goal) for line, goal in page.course.rubs] == [("De robot", now.details.goals[0])]
    assert isinstance(room(after(begun(), session.go_to, "course", NOW)), Words)
    poll = after(now, session.go_to, "poll", NOW)
    assert room(poll) == Poll("Woorden", (), 0, 11)
    shown = after(poll, dilemmas.show_views, POLL, Moment.BEFORE, (3, 4, 2, 1, 1))
    assert room(shown) == Poll("Woorden", (3, 4, 2, 1, 1))


def test_without_goals_the_question_is_what_the_organisation_should_want() -> None:
    now = after(begun(()), dilemmas.add_request, "Tijd", lambda: "r1")
    assert room(after(now, session.go_to, "goals", NOW)) == Goals("", 0, 0, (), ("Tijd",))


@pytest.mark.parametrize(
    ("before", "later", "sure", "expected"),
    [
        ((5, 4, 2, 0, 0), (), None, True),
        ((5, 4, 2, 0, 1), (), None, False),  # one voice at the other side weighs as much
        ((5, 4, 2, 0, 1), (6, 3, 3, 0, 0), None, True),
        ((5, 4, 2, 0, 1), (), Sure.LIVE, True),
        ((5, 4, 2, 0, 0), (), Sure.DIFFER, False),
        ((), (), None, None),
    ],
)
def test_where_a_group_is_of_one_mind(
    before: tuple[int, ...], later: tuple[int, ...], sure: Sure | None, expected: bool | None
) -> None:
    assert agrees(before, later, sure) is expected


def test_fewer_than_five_leave_no_dots_on_the_course() -> None:
    now = after(counted((1, 0, 2, 0, 1)), dilemmas.keep_sentence, CARD.id, "Samen.", [])
    (line,) = course(now).lines
    assert (line.before, line.sentence) == ((), "Samen.")


def test_tidying_up_keeps_counts_and_drops_sentences_and_small_counts() -> None:
    now = after(counted(), dilemmas.keep_sentence, CARD.id, "Samira wil oefenen.", ["tijd"])
    now = after(now, dilemmas.how_sure, CARD.id, Sure.LIVE, "Kees niet")
    now = after(now, dilemmas.hold_against, CARD.id, 0, Fit.HELPS, "Zegt Johan")
    now = after(now, dilemmas.add_request, "Tijd voor Linh", lambda: "r1")
    tidied = erased(now, "Een gesprek")
    assert tidied.counts(CARD.id, Moment.BEFORE) == (2, 4, 3, 3, 2)
    assert [h.theme for h in tidied.harvest] == ["tijd"]
    for name in ("Samira", "Kees", "Johan", "Linh"):
        assert name not in repr(tidied.dilemmas + tidied.goal_views + tidied.requests)
    assert erased(counted((1, 0, 2, 0, 1)), "Een gesprek").views == ()


def test_a_frozen_picture_of_a_dilemma_that_is_stopped_turns_neutral() -> None:
    now = counted()
    assert taken_back(now, dilemmas.stop(now).workshop)
    assert not taken_back(now, after(now, dilemmas.to_phase, Phase.TALK))


def test_counts_of_a_dilemma_go_with_it() -> None:
    now = counted()
    bare = replace(now, dilemmas=())
    assert tidy(bare).views == ()
    assert tidy(bare).stage.dilemma.card == ""
