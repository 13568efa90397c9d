"""A map as a Mermaid `journey` diagram, and what such a diagram cannot hold.

journey.py   what of a map a diagram holds: stages, steps, feelings, who takes part
words.py     a map's words, cleaned
writing.py   a journey in Mermaid's own words, so that it reads back equal
losses.py    everything else, counted
"""

from export.mermaid.journey import journey_of
from export.mermaid.losses import losses_of
from export.mermaid.writing import written
from export.registry import Files, Job, Loss


def files(job: Job) -> Files:
    """One diagram."""
    return {"": written(journey_of(job.document)).encode()}


def losses(job: Job) -> tuple[Loss, ...]:
    """What the diagram does not say."""
    return losses_of(job.document)
