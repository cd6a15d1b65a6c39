"""Addresses of these pages. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.people import organisations, people, roles

urlpatterns = [
    path("people/", people.people, name="people"),
    path("people/add/", people.add, name="person-add"),
    path("people/teams/add/", people.team, name="team-add"),
    path("people/posts/<uuid:post>/end/", people.stop_post, name="post-end"),
    path("people/<uuid:practitioner>/", people.person, name="person"),
    path("people/<uuid:practitioner>/post/", people.give_post, name="post-add"),
    path("people/<uuid:practitioner>/reset/", people.reset, name="account-reset"),
    path("people/<uuid:practitioner>/close/", people.close, name="account-close"),
    path("roles/", roles.roles, name="roles"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add, name="organisation-add"),
    path("organisations/<uuid:organisation>/", organisations.organisation, name="organisation"),
    path("organisations/<uuid:organisation>/contact/", organisations.add_point, name="contact-add"),
    path("organisations/contact/<uuid:point>/verify/", organisations.verify, name="contact-verify"),
    path("organisations/contact/<uuid:point>/end/", organisations.stop_point, name="contact-end"),
]
