"""Addresses of what is held. No name, number or date of birth ever stands in one."""

from __future__ import annotations

from django.urls import URLPattern, path

from sharewell.web.holding import views

urlpatterns: list[URLPattern] = [
    path("children/<uuid:child>/items/", views.items, name="items"),
    path("children/<uuid:child>/items/new/", views.item_new, name="item-new"),
    path("children/<uuid:child>/items/<uuid:item>/", views.item, name="item"),
    path("children/<uuid:child>/items/<uuid:item>/replace/", views.item_replace, name="item-replace"),
    path("children/<uuid:child>/items/<uuid:item>/file/", views.file_new, name="file-new"),
    path("children/<uuid:child>/files/<uuid:file>/", views.file, name="file"),
]
