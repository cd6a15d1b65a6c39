"""The form of a review."""

from __future__ import annotations

from sharewell.register.relationship import GlassFinding
from sharewell.web.record.form import RecordForm, radios, text


class GlassReviewForm(RecordForm):
    """What the review of a broken glass came to."""

    finding = radios(GlassFinding.choices, label="What did you find?")
    words = text("What did you look at, and how did you come to this?", rows=3)
