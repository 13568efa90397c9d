"""New cards, each of a kind, and new KPIs: where there is no lane for them, they bring one."""

import msgspec

from editor.canvas.gestures import sketches
from editor.canvas.gestures.gesture import Aim
from editor.canvas.gestures.grid import level
from editor.canvas.gestures.making import Making, Thing, current_lane, current_step, held_at, lane_title, thing_name
from editor.canvas.gestures.names import lane_name, stage_name
from editor.canvas.preview import Ghost, Mark, Preview
from editor.speech import Speech
from model.layout.page import Composed
from model.layout.places import Drop, Kind
from model.operations import cards, roles
from model.records import Card, Id, Kpi, Lane, Role, Step

_say = Speech("canvas")


class Gap(msgspec.Struct, frozen=True):
    """Between two lanes, in a step: where a new lane would stand among all, and the height of the gap."""

    index: int
    y: float
    step: Id


class OnRows(Making):
    """Something that stands on lanes of one role, and brings one."""

    def _is_in_other_view(self) -> bool:
        return True

    @property
    def _has_lane(self) -> bool:
        return any(lane.role is self.role for lane in self.session.document.lanes)

    @property
    def _title(self) -> str:
        return lane_title(self.session.document, self.role)

    def _gap(self, aim: Aim, near: bool = True) -> Gap | None:
        """The gap for a new lane; with `near` only where the pointer is between two lanes or none takes cards."""
        cell = self.places.cell_at(aim.page, aim.x, aim.y)
        if self._has_lane or cell is None or cell.step is None:
            return None
        index, y = self.places.lane_gap_at(aim.page, aim.y)
        m = self.layout.composed[aim.page].setting.metrics
        close = abs(aim.y - y) <= max(aim.reach, m.row_inset + m.row_gap)
        taken = self.places.drop_at(aim.page, aim.x, aim.y) is not None
        return None if near and taken and not close else Gap(index, y, cell.step)

    def _in_gap(self, aim: Aim, gap: Gap, ghosts: tuple[Ghost, ...]) -> Preview:
        note = _say("new_lane", lane=thing_name(Thing(Kind.LANE, self.role)))
        return Preview(ghosts=ghosts, bars=(level(self.layout, aim.page, gap.y),), note=note)

    def _step(self) -> Id | None:
        """The current step, else the first; says so where there is none."""
        step = current_step(self.session) or next(iter(self.session.document.columns), None)
        if step is None:
            self.session.tell(_say("no_steps"))
        return step


class NewCard(OnRows):
    """A card. Dropped on a lane it stands there, whatever its kind."""

    def at_once(self) -> None:
        """Below the current card, or in the current cell, where that is on a lane of its kind; else on the first such
        lane: in the current step, or in the first one free."""
        document = self.session.document
        lane, step = document.table(Lane).get(current_lane(self.session) or ""), current_step(self.session)
        if lane is not None and lane.role is self.role and step is not None:
            self._add(lane.id, step, self._below())
        elif (there := step or self._free_step()) is not None:
            self._make(Card, "add_card", roles.add_card_for, self.role, there, title=self._title)

    def _below(self) -> int | None:
        """The place behind the selected card in its cell."""
        card = self.session.document.table(Card).get(self.session.current or "")
        return cards.index_of(self.session.document, card) + 1 if card is not None else None

    def _free_step(self) -> Id | None:
        """The first step in which the first lane of this kind is empty."""
        document = self.session.document
        lane = next((lane.id for lane in document.lanes if lane.role is self.role), None)
        free = (step.id for step in document.steps if lane is None or not document.cards_in(lane, step.id))
        return next(free, None) or self._step()

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        wide = composed.pitch - composed.frame.gap
        shapes, high = sketches.card(thing_name(Thing(Kind.CARD, self.role)), self.role, wide, composed.setting)
        ghosts, gap, there = held_at(aim, shapes, wide, high), self._gap(aim), self._drop(aim)
        if gap is not None:
            return self._in_gap(aim, gap, ghosts)
        if there is None:
            return Preview(ghosts=ghosts, note=_say("no_place_for_cards"), allowed=False)
        note = _say(
            "moving",
            count=1,
            lane=lane_name(self.session.document, there.lane),
            step=self.session.document.columns[there.step] + 1,
        )
        return Preview(ghosts=ghosts, bars=(Mark(there.page, there.bar),), note=note)

    def _put(self, aim: Aim) -> None:
        gap, there = self._gap(aim), self._drop(aim)
        if gap is not None:
            self._make(Card, "add_card", roles.add_card_for, self.role, gap.step, index=gap.index, title=self._title)
        elif there is not None:
            self._add(there.lane, there.step, there.index)
        else:
            self.session.tell(_say("no_place_for_cards"))

    def _add(self, lane: Id, step: Id, index: int | None) -> None:
        self._make(Card, "add_card", cards.add_card, lane, step, index=index)

    def _drop(self, aim: Aim) -> Drop | None:
        return self.places.drop_at(aim.page, aim.x, aim.y)


class NewKpi(OnRows):
    """A KPI of the stage it is dropped in; it stands on the lane for KPIs, and brings one."""

    def at_once(self) -> None:
        """In the stage of the current step, else in the first."""
        step = self._step()
        if step is not None:
            self._add(step, None)

    def _shown(self, aim: Aim, composed: Composed) -> Preview:
        wide = composed.pitch - composed.frame.gap
        shapes, high = sketches.card(thing_name(Thing(Kind.KPI)), Role.KPIS, wide, composed.setting)
        ghosts, gap = held_at(aim, shapes, wide, high), self._gap(aim, near=False)
        stage = self._stage(aim)
        if stage is None:
            return Preview(ghosts=ghosts, note=_say("no_place_for_cards"), allowed=False)
        if gap is not None:
            return self._in_gap(aim, gap, ghosts)
        areas = tuple(Mark(spot.page, spot.rect) for spot in self.places.area(stage) if spot.page == aim.page)
        return Preview(ghosts=ghosts, areas=areas, note=stage_name(self.session.document, stage))

    def _put(self, aim: Aim) -> None:
        cell, gap = self.places.cell_at(aim.page, aim.x, aim.y), self._gap(aim, near=False)
        if cell is None or cell.step is None:
            self.session.tell(_say("no_place_for_cards"))
        else:
            self._add(cell.step, gap.index if gap else None)

    def _add(self, step: Id, index: int | None) -> None:
        stage = self.session.document.table(Step)[step].stage
        self._make(Kpi, "add_kpi", roles.add_kpi_for, stage, index=index, title=self._title)

    def _stage(self, aim: Aim) -> Id | None:
        cell = self.places.cell_at(aim.page, aim.x, aim.y)
        step = self.session.document.get(Step, cell.step) if cell is not None else None
        return step.stage if step is not None else None
