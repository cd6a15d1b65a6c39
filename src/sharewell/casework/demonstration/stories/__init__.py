"""What happened to the families, a module for each kind of story. Each is lived step by step: see `timetable`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sharewell.casework.demonstration.stories.agreeing import early_help, parents_disagree, refuses
from sharewell.casework.demonstration.stories.danger import emergency, emergency_open, glass
from sharewell.casework.demonstration.stories.hiding import adopted, looked_after, refuge
from sharewell.casework.demonstration.stories.ordinary import ordinary
from sharewell.casework.demonstration.stories.questions import asked_today, police, reconsidered, twins
from sharewell.casework.demonstration.stories.second import advice, advice_waiting, waits
from sharewell.casework.demonstration.stories.worry import section_47, worry
from sharewell.casework.demonstration.stories.young_carer import young_carer
from sharewell.casework.demonstration.timetable import Story
from sharewell.casework.demonstration.world import Tale


@dataclass(frozen=True, slots=True)
class Episode:
    """What happens, and how many days before today it begins: at least, at most."""

    story: Callable[[Tale], Story]
    ago: tuple[int, int]


STORY: Mapping[str, Episode] = {
    "ordinary": Episode(ordinary, (120, 480)),
    "worry": Episode(worry, (25, 400)),
    "section-47": Episode(section_47, (25, 300)),
    "young-carer": Episode(young_carer, (30, 200)),
    "early-help": Episode(early_help, (35, 400)),
    "refuses": Episode(refuses, (10, 80)),
    "parents-disagree": Episode(parents_disagree, (15, 120)),
    "refuge": Episode(refuge, (25, 300)),
    "police": Episode(police, (25, 180)),
    "reconsidered": Episode(reconsidered, (35, 350)),
    "emergency": Episode(emergency, (12, 300)),
    "emergency-open": Episode(emergency_open, (4, 6)),
    "advice": Episode(advice, (15, 300)),
    "advice-waiting": Episode(advice_waiting, (6, 12)),
    "waits": Episode(waits, (6, 12)),
    "asked-today": Episode(asked_today, (6, 12)),
    "glass": Episode(glass, (20, 200)),
    "looked-after": Episode(looked_after, (25, 140)),
    "adopted": Episode(adopted, (35, 300)),
    "twins": Episode(twins, (30, 300)),
}
