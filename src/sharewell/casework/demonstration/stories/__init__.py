"""What happened to the families, a module for each kind of story. Each is lived step by step: see `timetable`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from sharewell.casework.demonstration.stories.ordinary import ordinary
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
}
