"""Addresses of a child’s record. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import path

from sharewell.web.child import family, looked, names, overview, places, safety, start, work

_CHILD = "children/<uuid:child>/"

urlpatterns = [
    path("children/new/", start.start, name="child-start"),
    path(_CHILD, overview.overview, name="child"),
    path(f"{_CHILD}family/", family.family, name="child-family"),
    path(f"{_CHILD}family/new/", family.relationship_new, name="relationship-new"),
    path(f"{_CHILD}family/<uuid:row>/end/", family.relationship_end, name="relationship-end"),
    path(f"{_CHILD}responsibility/new/", family.responsibility_new, name="responsibility-new"),
    path(f"{_CHILD}responsibility/<uuid:row>/end/", family.responsibility_end, name="responsibility-end"),
    path(f"{_CHILD}orders/new/", family.order_new, name="order-new"),
    path(f"{_CHILD}orders/<uuid:row>/end/", family.order_end, name="order-end"),
    path(f"{_CHILD}places/", places.places, name="child-places"),
    path(f"{_CHILD}places/new/", places.address_new, name="address-new"),
    path(f"{_CHILD}places/<uuid:row>/confirm/", places.address_confirm, name="address-confirm"),
    path(f"{_CHILD}places/<uuid:row>/end/", places.address_end, name="address-end"),
    path(f"{_CHILD}contact/new/", places.contact_new, name="safe-contact-new"),
    path(f"{_CHILD}contact/<uuid:row>/end/", places.contact_end, name="safe-contact-end"),
    path(f"{_CHILD}safety/", safety.safety, name="child-safety"),
    path(f"{_CHILD}safety/new/", safety.mark_new, name="mark-new"),
    path(f"{_CHILD}safety/<uuid:row>/lift/", safety.lift_ask, name="mark-lift"),
    path(f"{_CHILD}safety/<uuid:row>/agree/", safety.lift_agree, name="mark-agree"),
    path(f"{_CHILD}safety/<uuid:row>/show/", safety.sealed, name="mark-show"),
    path(f"{_CHILD}work/", work.work, name="child-work"),
    path(f"{_CHILD}work/service/new/", work.service_new, name="service-new"),
    path(f"{_CHILD}work/service/<uuid:row>/end/", work.service_end, name="service-end"),
    path(f"{_CHILD}work/allocate/", work.give, name="allocate"),
    path(f"{_CHILD}work/<uuid:row>/end/", work.take_back, name="allocation-end"),
    path(f"{_CHILD}names/", names.names, name="child-names"),
    path(f"{_CHILD}names/<uuid:row>/", names.person_change, name="person-change"),
    path(f"{_CHILD}numbers/new/", names.number_new, name="number-new"),
    path(f"{_CHILD}numbers/<uuid:row>/end/", names.number_end, name="number-end"),
    path(f"{_CHILD}looked/", looked.looked, name="child-looked"),
]
