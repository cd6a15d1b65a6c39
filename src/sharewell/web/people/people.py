"""The people of one’s own organisation: who has which post, and what an administrator does about it."""

from __future__ import annotations

from urllib.parse import urlencode
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sharewell.casework.act import Act, require, require_fresh
from sharewell.casework.acting import Acting
from sharewell.casework.close_account import close_account
from sharewell.casework.end_post import end_post
from sharewell.casework.make_account import make_account
from sharewell.casework.make_post import make_post
from sharewell.casework.make_team import make_team
from sharewell.casework.refusal import NotThere, Unfinished
from sharewell.casework.reset_account import reset_account
from sharewell.register.organisation import Team
from sharewell.register.practitioner import Post, Practitioner, Role
from sharewell.web.people.form import AccountForm, PostForm, TeamForm
from sharewell.web.record.door import signed_in


def _posts(who: Acting) -> list[Post]:
    """Posts of now and of later."""
    live = Post.objects.filter(organisation=who.organisation).filter(Q(to_on__isnull=True) | Q(to_on__gt=who.on))
    return list(live.select_related("practitioner", "team").order_by("practitioner__name", "practitioner", "from_on"))


@require_GET
@signed_in
def people(request: HttpRequest, who: Acting) -> HttpResponse:
    """Everybody who has a post here, by name."""
    require(who, Act.MANAGE_PEOPLE)
    by_person: dict[Practitioner, list[Post]] = {}
    for post in _posts(who):
        by_person.setdefault(post.practitioner, []).append(post)
    teams = Team.objects.filter(agency=who.organisation, closed_on__isnull=True).order_by("name")
    shown = {"people": list(by_person.items()), "teams": teams, "section": "people"}
    return render(request, "sharewell/people/people.html", shown)


@require_http_methods(["GET", "POST"])
@signed_in
def add(request: HttpRequest, who: Acting) -> HttpResponse:
    """Make an account with its first post."""
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    form = AccountForm(request.POST if request.method == "POST" else None, who=who)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            made = make_account(
                who,
                email=said["email"],
                name=said["name"],
                role=Role(said["role"]),
                title=said["title"],
                from_on=said["from_on"] or who.on,
                team=_id(said["team"]),
            )
        except Unfinished as refused:
            form.take(refused)
        else:
            return _invited(request, made.practitioner, made.code)
    return render(request, "sharewell/people/add.html", {"form": form, "section": "people"})


@require_GET
@signed_in
def person(request: HttpRequest, who: Acting, practitioner: UUID) -> HttpResponse:
    """One of them."""
    require(who, Act.MANAGE_PEOPLE)
    return _person(request, who, practitioner)


def _person(request: HttpRequest, who: Acting, practitioner: UUID, **more: object) -> HttpResponse:
    posts = Post.objects.filter(organisation=who.organisation, practitioner=practitioner)
    held = list(posts.select_related("practitioner", "team").order_by("from_on"))
    if not held:
        raise NotThere("practitioner", practitioner)
    live = [post for post in held if post.to_on is None or post.to_on > who.on]
    shown = {
        "person": held[0].practitioner,
        "live": live,
        "ended": [post for post in held if post not in live],
        "myself": practitioner == who.practitioner.pk,
        "section": "people",
    }
    return render(request, "sharewell/people/person.html", {**shown, **more})


@require_http_methods(["GET", "POST"])
@signed_in
def give_post(request: HttpRequest, who: Acting, practitioner: UUID) -> HttpResponse:
    """One more post for somebody who has one here."""
    require(who, Act.MANAGE_PEOPLE)
    require_fresh(who)
    found = Practitioner.objects.filter(pk=practitioner, posts__organisation=who.organisation).first()
    if found is None:
        raise NotThere("practitioner", practitioner)
    form = PostForm(request.POST if request.method == "POST" else None, who=who)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        role, from_on = Role(said["role"]), said["from_on"] or who.on
        try:
            make_post(who, found, role=role, title=said["title"], from_on=from_on, team=_id(said["team"]))
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("person", found.pk)
    return render(request, "sharewell/people/post.html", {"form": form, "person": found, "section": "people"})


@require_POST
@signed_in
def stop_post(request: HttpRequest, who: Acting, post: UUID) -> HttpResponse:
    """End a post."""
    held = Post.objects.filter(pk=post, organisation=who.organisation).first()
    try:
        ended = end_post(who, post)
    except Unfinished as refused:
        if held is None:
            raise
        return _person(request, who, held.practitioner_id, problem=refused.problems["post"])
    return redirect("person", ended.practitioner_id)


@require_POST
@signed_in
def reset(request: HttpRequest, who: Acting, practitioner: UUID) -> HttpResponse:
    """Set an account up anew; the page shows the code of the new invitation, this once."""
    code = reset_account(who, practitioner)
    return _invited(request, Practitioner.objects.get(pk=practitioner), code)


@require_POST
@signed_in
def close(request: HttpRequest, who: Acting, practitioner: UUID) -> HttpResponse:  # noqa: ARG001  the door hands it over
    """Close an account."""
    close_account(who, practitioner)
    return redirect("people")


@require_http_methods(["GET", "POST"])
@signed_in
def team(request: HttpRequest, who: Acting) -> HttpResponse:
    """Make a team."""
    require(who, Act.MANAGE_PEOPLE)
    form = TeamForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            make_team(who, name=form.cleaned_data["name"])
        except Unfinished as refused:
            form.take(refused)
        else:
            return redirect("people")
    return render(request, "sharewell/people/team.html", {"form": form, "section": "people"})


def _invited(request: HttpRequest, practitioner: Practitioner, code: str) -> HttpResponse:
    """The page with the code. It is shown in the answer itself: no address leads to it."""
    link = request.build_absolute_uri(f"{reverse('invitation')}?{urlencode({'code': code})}")
    shown = {"person": practitioner, "code": code, "link": link, "section": "people"}
    return render(request, "sharewell/people/invited.html", shown)


def _id(said: str) -> UUID | None:
    return UUID(said) if said else None
