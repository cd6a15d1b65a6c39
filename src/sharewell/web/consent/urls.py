"""Addresses of consent, competence and voice. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import URLPattern, path

from sharewell.web.consent import ability, answer, forms, overview, voice

_CHILD = "children/<uuid:child>/consent/"
_ONE = f"{_CHILD}<uuid:consent>/"

urlpatterns: list[URLPattern] = [
    path("consent-forms/", forms.blank_forms, name="blank-forms"),
    path("consent-forms/<slug:kind>/", forms.blank_form, name="blank-form"),
    path("consent-forms/<slug:kind>.pdf", forms.blank_form, {"as_pdf": "pdf"}, name="blank-form-pdf"),
    path(_CHILD, overview.consents, name="consents"),
    path(f"{_CHILD}new/", answer.answer_new, name="consent-new"),
    path(f"{_CHILD}competence/", ability.competence_new, name="competence-new"),
    path(f"{_CHILD}capacity/", ability.capacity_new, name="capacity-new"),
    path(f"{_CHILD}view/", voice.view_new, name="view-new"),
    path(f"{_CHILD}view/<uuid:view>/", voice.view_answer, name="view-answer"),
    path(f"{_CHILD}wish/", voice.wish_new, name="wish-new"),
    path(f"{_CHILD}wish/<uuid:wish>/", voice.wish_end, name="wish-end"),
    path(f"{_CHILD}review/<uuid:review>/", voice.review_done, name="review-done"),
    path(f"{_CHILD}not-asked/", voice.not_asked, name="not-asked"),
    path(f"{_CHILD}form/<slug:kind>/", forms.child_form, name="child-form"),
    path(f"{_CHILD}form/<slug:kind>.pdf", forms.child_form, {"as_pdf": "pdf"}, name="child-form-pdf"),
    path(_ONE, answer.answer, name="consent-answer"),
    path(f"{_ONE}withdraw/", answer.withdraw, name="consent-withdraw"),
    path(f"{_ONE}invalidate/", answer.invalidate, name="consent-invalidate"),
    path(f"{_ONE}form/<slug:kind>/", forms.answer_form, name="answer-form"),
    path(f"{_ONE}form/<slug:kind>.pdf", forms.answer_form, {"as_pdf": "pdf"}, name="answer-form-pdf"),
]
