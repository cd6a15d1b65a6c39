"""The words in which rules are shown to people: effects, standings, days, and conditions in English."""
