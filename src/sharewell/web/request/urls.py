"""Addresses of requests, decisions, advice and emergencies. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import URLPattern, path

from sharewell.web.request import advice, after, decide, decision, emergency, guide, hub, new

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>/requests/new/", new.new_request, name="new-request"),
    path("requests/<uuid:pk>/", hub.request_hub, name="request"),
    path("requests/<uuid:pk>/correct/", new.correct_request, name="request-correct"),
    path("requests/<uuid:pk>/questions/", guide.guide, name="request-guide"),
    path("requests/<uuid:pk>/hand-over/", guide.hand, name="request-hand-over"),
    path("requests/<uuid:pk>/decide/", decide.decide_page, name="request-decide"),
    path("decisions/<uuid:pk>/", decision.decision_page, name="decision"),
    path("decisions/<uuid:pk>/record.pdf", decision.as_pdf, name="decision-pdf"),
    path("decisions/<uuid:pk>/record.txt", decision.as_text, name="decision-text"),
    path("decisions/<uuid:pk>/again/", after.again, name="decision-again"),
    path("decisions/<uuid:pk>/given/", after.given, name="decision-given"),
    path("decisions/<uuid:pk>/after/", after.after, name="decision-after"),
    path("decisions/<uuid:pk>/afterwards/", after.afterwards, name="decision-afterwards"),
    path("disclosures/<uuid:pk>/receipt/", after.receipt, name="decision-receipt"),
    path("emergency/", emergency.emergency, name="emergency"),
    path("requests/<uuid:pk>/advice/", advice.ask, name="advice-ask"),
    path("advice/", advice.inbox, name="advice"),
    path("advice/<uuid:pk>/", advice.answer, name="advice-answer"),
    path("approvals/<uuid:pk>/", advice.approval, name="approval"),
]
