"""Addresses of the pages. No name, number, date of birth or answer ever stands in one."""

from __future__ import annotations

from django.urls import include, path

from sharewell.web.answer import views as answer
from sharewell.web.guide import views as guide

urlpatterns = [
    path("", guide.home, name="home"),
    path("check/", guide.check, name="check"),
    path("check/clear/", guide.clear, name="clear"),
    path("check/answer/", answer.answer, name="answer"),
    path("check/answer.pdf", answer.as_pdf, name="answer-pdf"),
    path("check/answer.txt", answer.as_text, name="answer-text"),
    path("check/weigh/", answer.weigh, name="weigh"),
    path("situations/<slug:slug>/", guide.situation, name="situation"),
    path("", include("sharewell.web.rulebook.urls")),
    path("", include("sharewell.web.practise.urls")),
    path("", include("sharewell.web.young.urls")),
    path("", include("sharewell.web.help.urls")),
    path("", include("sharewell.web.signin.urls")),
    path("", include("sharewell.web.record.urls")),
    path("", include("sharewell.web.people.urls")),
    path("", include("sharewell.web.find.urls")),
    path("", include("sharewell.web.child.urls")),
    path("", include("sharewell.web.holding.urls")),
    path("", include("sharewell.web.consent.urls")),
    path("", include("sharewell.web.request.urls")),
    path("", include("sharewell.web.oversight.urls")),
]
