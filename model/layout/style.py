"""How a map looks: every length in points, every colour. The figures come from rendered pages, looked at on paper."""

import msgspec

from model.records import Role

INK = "#1B2330"
GREY = "#55606E"
HAIRLINE = "#C7D0DA"
WHITE = "#FFFFFF"
PALE = "#F6F8FA"
BLUE = "#0067A3"
SLATE = "#38475C"
STAGE_FILLS = ("#22344F", "#2F4869")
STAGE_CAPTION = "#D5DEEA"
CURVE_FILL = "#E3EDF6"
STAR_FILL = "#F6C343"
FEELINGS = ("#C2410C", "#E58A4E", "#C3CAD3", "#6FB1DC", "#0067A3")  # -2 to +2


class LaneStyle(msgspec.Struct, frozen=True):
    """The look of a lane: the colour of its frames, its pale tint, whether its cards are filled, barred, dashed."""

    color: str
    tint: str
    filled: bool = False
    bar: bool = True
    dash: tuple[float, ...] = ()
    icon_on_cards: bool = False


LANES: dict[Role, LaneStyle] = {
    Role.EMOTION: LaneStyle("#22344F", "#E8EDF4"),
    Role.EVIDENCE: LaneStyle("#55606E", "#EFF3F6", filled=True, bar=False),
    Role.CUSTOMER_ACTIONS: LaneStyle("#0067A3", "#E1F0FA"),
    Role.TOUCHPOINTS: LaneStyle("#0E7490", "#E0F2F7"),
    Role.CHANNELS: LaneStyle("#4F5BA6", "#EAECF8"),
    Role.THOUGHTS: LaneStyle("#6D4C9F", "#F0EAF8"),
    Role.FRONT_STAGE: LaneStyle("#00785A", "#E2F4EE"),
    Role.FRONT_STAGE_TECHNOLOGY: LaneStyle("#4D7C0F", "#EFF5E1"),
    Role.BACK_STAGE: LaneStyle("#7A3B78", "#F4E9F4"),
    Role.SUPPORT: LaneStyle("#38475C", "#EAEEF4"),
    Role.PAIN_POINTS: LaneStyle("#C2410C", "#FCEAE2", filled=True, bar=False, icon_on_cards=True),
    Role.OPPORTUNITIES: LaneStyle("#8A6100", "#FFF4D6", filled=True, bar=False, dash=(3.0, 2.0), icon_on_cards=True),
    Role.KPIS: LaneStyle("#3F6212", "#EEF5E3"),
    Role.POLICIES: LaneStyle("#57534E", "#F2F1EF"),
    Role.OTHER: LaneStyle("#55606E", "#F3F5F7"),
}


class Metrics(msgspec.Struct, frozen=True, eq=False):
    """Every length the layout knows, in points. A large sheet takes them all by one factor."""

    margin: float = 28.0
    label_width: float = 84.0
    label_gap: float = 8.0
    column_gap: float = 8.0
    narrowest_card: float = 70.0
    comfortable_card: float = 96.0
    free_card: float = 132.0
    row_gap: float = 4.5
    line_gap: float = 17.0
    row_inset: float = 6.0
    stack_gap: float = 6.0
    card_pad_x: float = 8.0
    card_pad_y: float = 6.0
    card_icon: float = 10.0
    card_radius: float = 3.5
    bar: float = 2.6
    frame: float = 0.9
    hairline: float = 0.6
    arrow: float = 1.0
    journey_arrow: float = 1.7
    arrow_head: float = 4.2
    badge: float = 6.0
    face: float = 9.0
    curve: float = 1.8
    stage_height: float = 32.0
    chevron: float = 8.0
    stage_number: float = 8.0
    label_icon: float = 13.0
    label_bar: float = 3.0
    section_gap: float = 8.0
    feeling_unit: float = 13.0
    emotion_slack: float = 40.0
    lane_slack: float = 18.0
    title: float = 24.0
    compact_title: float = 14.0
    scenario: float = 9.0
    persona: float = 11.5
    stage: float = 11.0
    lane: float = 8.75
    body: float = 8.0
    caption: float = 7.25
    line_label: float = 7.0
    smallest_card_text: float = 7.0
    largest_card_text: float = 9.5

    def tight(self) -> "Metrics":
        """The same look with less air: what a small sheet takes before it is split once more."""
        return msgspec.structs.replace(
            self,
            row_gap=self.row_gap * 0.7,
            line_gap=self.line_gap * 0.82,
            row_inset=self.row_inset * 0.5,
            stack_gap=self.stack_gap * 0.7,
            card_pad_y=self.card_pad_y * 0.55,
            stage_height=self.stage_height * 0.8,
            section_gap=self.section_gap * 0.75,
            feeling_unit=self.feeling_unit * 0.7,
        )

    def scaled(self, factor: float) -> "Metrics":
        """The same look at another size."""
        return (
            self if factor == 1 else Metrics(**{name: getattr(self, name) * factor for name in self.__struct_fields__})
        )

    def with_margin(self, margin: float | None) -> "Metrics":
        """The same look with another margin; the usual one where it is None."""
        return self if margin is None else msgspec.structs.replace(self, margin=margin)

    @property
    def left(self) -> float:
        """Where the columns begin."""
        return self.margin + self.label_width + self.label_gap


METRICS = Metrics()
TIGHT = METRICS.tight()


def feeling_color(value: float) -> str:
    """The hue of a feeling: the nearest of the five."""
    return FEELINGS[max(0, min(4, round(value) + 2))]
