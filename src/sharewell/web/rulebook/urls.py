"""Addresses of the rulebook: rules, sources and days, never anything about a child."""

from __future__ import annotations

from django.urls import path

from sharewell.web.rulebook import changes, chart, views

urlpatterns = [
    path("rules/", views.front, name="rulebook"),
    path("rules/search/", views.search, name="rules-search"),
    path("rules/on/", views.choose_day, name="rules-choose-day"),
    path("rules/on/<str:day>/", views.on_day, name="rules-on"),
    path("rules/on/<str:day>/<slug:theme>/", views.on_day, name="rules-on-theme"),
    path("rules/themes/<slug:theme>/", views.theme, name="rules-theme"),
    path("rules/changes/", changes.choose, name="rules-changes"),
    path("rules/changes/<str:earlier>..<str:later>/", changes.between_days, name="rules-between"),
    path("rules/not-started/", changes.not_started, name="rules-not-started"),
    path("rules/flowchart/", chart.flowchart, name="rules-flowchart"),
    path("rules/flowchart/<slug:theme>/", chart.flowchart, name="rules-flowchart-theme"),
    path("rules/drawing.css", chart.sheet, name="rules-drawing"),
    path("rules/findings/", views.findings, name="rules-findings"),
    path("rules/findings/<slug:finding>/", views.finding, name="rules-finding"),
    path("rules/questions/", views.questions, name="rules-questions"),
    path("rules/questions/<slug:fact>/", views.question, name="rules-question"),
    *(
        route
        for kind in ("safeguards", "bases", "myths", "advice")
        for route in (
            path(f"rules/{kind}/", views.others, {"kind": kind}, name=f"rules-{kind}"),
            path(f"rules/{kind}/<slug:name>/", views.other, {"kind": kind}, name=f"rules-{kind}-one"),
        )
    ),
    path("rules/<slug:rule>/", views.rule, name="rule"),
    path("sources/", views.sources, name="sources"),
    path("sources/<slug:source>/", views.source, name="source"),
]
